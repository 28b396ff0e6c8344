"""processes.yaml, steps.yaml, objectives.yaml, findings.yaml: what they put in, and what of them is refused, with its line."""

import pytest

from tansiq.secretariat.programme.models import FindingTerm, FollowedProcess, StepExpectation, StepName
from tansiq.secretariat.record.interchange import ImportFailed
from tests.secretariat.folder import Folder

STEP = """\
- slug: gcm-conference
  process: global-compact
  position: 3
  kind: conference
  names: [{en: {long: Intergovernmental Conference}}]
  expected:
    - {date: September 2018, to: 2017-12-23}
    - {date: 10-11 December 2018, from: 2017-12-24}
  moves:
    - {move: expect, on: before 26 September 2017}
"""
PROCESS = "- {slug: global-compact, names: [{en: {long: Global Compact}}], followed_by: [{group: wgim}]}\n"


@pytest.fixture
def folder(tmp_path, group):
    return Folder(tmp_path).write("processes", PROCESS).write("steps", STEP)


def problem(folder):
    with pytest.raises(ImportFailed) as failed:
        folder.load()
    return str(failed.value)


def test_steps_first_import_creates_and_the_second_changes_nothing(folder):
    assert folder.load().counts["step"] == {"created": 1, "changed": 0, "unchanged": 0}
    assert folder.load().nothing_changed
    assert (StepExpectation.objects.count(), StepName.objects.count(), FollowedProcess.objects.count()) == (2, 1, 1)


def test_steps_changed_date_supersedes_that_expectation_alone(folder):
    folder.load()
    folder.write("steps", STEP.replace("10-11 December", "10-12 December"))
    assert folder.load().counts["step"] == {"created": 0, "changed": 1, "unchanged": 0}
    assert [term.date.edtf for term in StepExpectation.objects.current().order_by("valid_from")] == ["2018-09", "2018-12-10/2018-12-12"]
    assert StepExpectation.objects.count() == 3


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("process: global-compact", "process: global-compct", "steps.yaml:2: process: there is no process 'global-compct'; did you mean"),
        ("kind: conference", "kind: summit", "steps.yaml:4: kind: 'summit' is found; one of meeting, negotiations, conference, other"),
        ("date: September 2018", "date: Septembre 2018", "steps.yaml:7: expected[0].date: "),
        ("from: 2017-12-24", "from: 2017-12-20", "steps.yaml:6: expected: the step expectation gcm-conference: a term from"),
        ("position: 3", "position: 0", "steps.yaml:3: position: 0 is found; a position, counted from 1 is expected"),
        ("  moves:\n    - {move: expect, on: before 26 September 2017}\n", "", "steps.yaml:1: moves: this field is missing"),
    ],
)
def test_steps_bad_line_is_named_and_nothing_is_written(folder, old, new, expected):
    folder.write("steps", STEP.replace(old, new))
    assert problem(folder).startswith(expected)
    assert FollowedProcess.objects.count() == 0


def test_steps_held_outside_the_expected_date_is_a_problem_of_that_move(folder):
    folder.write("steps", STEP + "    - {move: hold, on: September 2018}\n")
    assert problem(folder).startswith("steps.yaml:11: moves[1].on: the step gcm-conference is expected on 10–11 December 2018")


def test_steps_position_of_another_is_refused(folder):
    folder.write("steps", STEP + STEP.replace("slug: gcm-conference", "slug: gcm-negotiations"))
    assert problem(folder) == "steps.yaml:13: position: step 'gcm-conference' has this position in the process; give each its own"


def test_findings_and_objectives_are_settled_to_what_the_files_say(folder):
    objective = "- {slug: wgim-1, group: wgim, position: 1, terms: [{period: '2017', text: {en: Coordinate.}}]}\n"
    finding = "- {slug: late, group: wgim, kind: challenge, terms: [{period: '2017', text: {en: Late.}, answer: {en: Earlier.}}]}\n"
    folder.write("objectives", objective).write("findings", finding)
    report = folder.load()
    assert (report.counts["objective"]["created"], report.counts["finding"]["created"]) == (1, 1)
    assert folder.load().nothing_changed
    folder.write("findings", finding.replace("Earlier.", "Much earlier."))
    folder.load()
    assert [term.answer["en"] for term in FindingTerm.objects.current()] == ["Much earlier."]


def test_objectives_of_an_unknown_group_are_refused(folder):
    folder.write("objectives", "- {slug: wgim-1, group: wgm, position: 1, terms: [{period: '2017', text: {en: Coordinate.}}]}\n")
    assert problem(folder) == "objectives.yaml:1: group: there is no group 'wgm'; did you mean 'wgim'?"
