"""decisions.yaml: what it puts in, and what of it is refused, with its line."""

import pytest

from tansiq.secretariat.decisions.models import Decision, DecisionTerm
from tansiq.secretariat.record.interchange import ImportFailed
from tests.secretariat.folder import Folder

DECISION = """\
- slug: endorse
  group: wgim
  kind: text
  terms:
    - {asked: mechanism, text: {en: endorse the work programme}}
  moves:
    - {move: request, on: 2017-11-01}
"""


@pytest.fixture
def folder(tmp_path, world):
    return Folder(tmp_path).write("decisions", DECISION)


def test_decisions_first_import_creates_and_the_second_changes_nothing(folder):
    assert folder.load().counts["decision"] == {"created": 1, "changed": 0, "unchanged": 0}
    assert folder.load().nothing_changed
    assert (DecisionTerm.objects.get().position, Decision.objects.get().state) == (1, "requested")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("group: wgim", "group: wgin", "decisions.yaml:2: group: there is no group 'wgin'; did you mean 'wgim'?"),
        (", text: {en: endorse the work programme}", "", "decisions.yaml:5: terms[0]: the decision 'endorse' needs a text"),
        ("kind: text", "kind: contacts_update", "decisions.yaml:5: terms[0]: the decision 'endorse' asks for news of contacts; say which"),
        ("asked: mechanism", "asked: everyone", "decisions.yaml:5: terms[0].asked: 'everyone' is found; one of members, co_chairs"),
        ("asked: mechanism", "asked: members, rule: silence", "decisions.yaml:5: terms[0]: the decision 'endorse' is taken by silence"),
        ("move: request", "move: take", "decisions.yaml:7: moves[0].move: the decision endorse is 'not begun'; 'take' is possible only"),
    ],
)
def test_decisions_bad_line_is_named_and_nothing_is_written(folder, old, new, expected):
    folder.write("decisions", DECISION.replace(old, new))
    with pytest.raises(ImportFailed) as failed:
        folder.load()
    assert str(failed.value).startswith(expected)
    assert Decision.objects.count() == 0
