"""programmes.yaml, outputs.yaml: what they put in, and what of them is refused, with its line."""

import pytest

from tansiq.secretariat.programme.models import OutputPointTerm, OutputTerm
from tansiq.secretariat.record.interchange import ImportFailed
from tests.secretariat.folder import Folder

PROGRAMME = "- {slug: wgim-2018, group: wgim, terms: [{period: '2018'}], moves: [{move: propose, on: 2017-11-01}]}\n"
OUTPUT = """\
- slug: launch
  programme: wgim-2018
  terms:
    - {kind: launch, position: 1, due: early 2018}
  topics:
    - {position: 1, text: {en: focus}}
    - {position: 2, text: {en: timeline}}
  parties:
    - {organization: escwa, role: convener}
  moves:
    - {move: propose, on: 2017-11-01}
"""
MEETING = """\
- slug: meeting
  programme: wgim-2018
  terms:
    - {kind: meeting, position: 2, after: launch}
  moves:
    - {move: propose, on: 2017-11-01}
"""


@pytest.fixture
def folder(tmp_path, world):
    return Folder(tmp_path).write("programmes", PROGRAMME).write("outputs", OUTPUT + MEETING)


def problem(folder):
    with pytest.raises(ImportFailed) as failed:
        folder.load()
    return str(failed.value)


def test_outputs_first_import_creates_and_the_second_changes_nothing(folder):
    assert folder.load().counts["output"] == {"created": 2, "changed": 0, "unchanged": 0}
    assert folder.load().nothing_changed


def test_outputs_point_left_out_is_withdrawn(folder):
    folder.load()
    folder.write("outputs", OUTPUT.replace("    - {position: 2, text: {en: timeline}}\n", "") + MEETING)
    assert folder.load().counts["output"] == {"created": 0, "changed": 1, "unchanged": 1}
    assert [term.text["en"] for term in OutputPointTerm.objects.current()] == ["focus"]


def test_outputs_in_a_circle_are_refused(folder):
    folder.load()
    folder.write("outputs", OUTPUT.replace("due: early 2018", "after: meeting") + MEETING)
    assert problem(folder) == (
        "outputs.yaml:4: terms[0].after: the output launch cannot come after the output meeting, which comes after it."
    )
    assert [term.due.edtf for term in OutputTerm.objects.filter(output__slug="launch")] == ["early 2018"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("kind: launch", "kind: activity", "outputs.yaml:4: terms[0].title: an activity needs a title"),
        ("organization: escwa", "organization: escw", "outputs.yaml:9: parties[0].organization: there is no organization 'escw'"),
        ("programme: wgim-2018", "programme: wgim-2019", "outputs.yaml:2: programme: there is no work programme 'wgim-2019'"),
        ("role: convener", "role: chair", "outputs.yaml:9: parties[0].role: 'chair' is found; one of lead, convener, partner is expected"),
    ],
)
def test_outputs_bad_line_is_named(folder, old, new, expected):
    folder.write("outputs", OUTPUT.replace(old, new))
    assert problem(folder).startswith(expected)
