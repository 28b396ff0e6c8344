"""Messages weave nodes into sentences; what is missing is an error, never a gap; no record value stands in their plain text."""

import re

import pytest

from tansiq.engines.press.tree import DateText, Fact, Text, text_of
from tansiq.secretariat.reporting.domain.errors import NotComposable, UnknownMessage
from tansiq.secretariat.reporting.domain.messages import FOLDER, available_languages, bundle, message_ids, sentence
from tansiq.secretariat.reporting.domain.pieces import Piece, in_words

YEAR = DateText(edtf="2017", text="2017", rests_on=())


def count(number):
    node = Fact(id="f1", key="k", params={}, value=number, unit="u", as_of="2017-11-15", known_at="2026", text=str(number), rests_on=())
    return Piece((node,), number=number)


def test_sentence_puts_the_node_where_the_message_has_its_argument():
    assert sentence("en", "title", year=Piece((YEAR,))) == (YEAR, Text(text=" Progress Report"))


@pytest.mark.parametrize(("number", "ending"), [(0, "members."), (1, "member."), (2, "members."), (17, "members.")])
def test_sentence_number_selects_the_plural_form_and_prints_the_node(number, ending):
    inlines = sentence("en", "group-members", members=count(number))
    assert text_of(inlines) == f"It has {number} {ending}"
    assert isinstance(inlines[1], Fact)


def test_sentence_missing_argument_is_an_error():
    with pytest.raises(UnknownMessage, match=r"'title': .*year"):
        sentence("en", "title")


def test_sentence_unknown_message_is_an_error():
    with pytest.raises(UnknownMessage, match="no message 'no-such-thing'"):
        sentence("en", "no-such-thing")


def test_sentence_language_without_texts_says_which_there_are():
    with pytest.raises(NotComposable, match=r"no report can be composed in 'de' yet; there are texts in .*en"):
        sentence("de", "title", year=Piece((YEAR,)))


def test_sentence_value_that_looks_like_a_placeable_is_printed_as_it_is():
    assert text_of(sentence("en", "item-last", item=in_words("{ $year } -> *[other]"))) == "{ $year } -> *[other]."


@pytest.mark.parametrize("language", available_languages())
def test_texts_hold_no_digit_and_parse_whole(language):
    lines = (FOLDER / language / "progress-report.ftl").read_text(encoding="utf-8").splitlines()
    said = [line for line in lines if not line.startswith("#")]
    assert [line for line in said if re.search(r"\d", line)] == []
    declared = {match.group(1) for line in said if (match := re.match(r"([a-z][a-z-]*) =", line))}
    assert declared == set(message_ids(language))
    assert bundle(language).has_message("title")
