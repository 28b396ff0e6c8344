"""The table of headings itself."""

from collections import defaultdict

from tansiq.engines.redline.readers.columns import role_of
from tansiq.engines.redline.readers.headings import WORDS, Role


def test_words_every_role_has_words_and_every_word_one_role():
    assert set(WORDS) == set(Role)
    roles = defaultdict(set)
    for role, phrases in WORDS.items():
        for phrase in phrases:
            roles[phrase].add(role)
            assert role_of(phrase) == (role, True), phrase
    assert {phrase for phrase, several in roles.items() if len(several) > 1} == set()
