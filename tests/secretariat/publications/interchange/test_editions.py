"""series.yaml, editions.yaml: what they put in, and what of them is refused, with its line."""

import pytest

from tansiq.secretariat.publications.models import EditionName, EditionParty, LanguageVersion, StageExpectation
from tansiq.secretariat.record.interchange import ImportFailed
from tests.secretariat.folder import Folder

SERIES = "- {slug: situation-report, group: wgim, kind: report, names: [{en: {long: Situation Report}}]}\n"
EDITION = """\
- slug: report-2017
  series: situation-report
  names:
    - {to: '2017', en: {long: Achieving the Goals}}
    - {from: '2018', en: {long: The 2030 Agenda}}
  terms:
    - {number: 2, year: 2017}
  expected:
    - {stage: launch, date: early 2018}
  parties:
    - {organization: escwa, role: lead}
    - {organization: escwa, role: consolidates}
  groups:
    - {group: wgim, role: contributor}
  versions:
    - {language: ar, moves: [{move: plan, on: 2017-10-01}]}
  moves:
    - {move: plan, on: before 2017}
"""


@pytest.fixture
def folder(tmp_path, world):
    return Folder(tmp_path).write("series", SERIES).write("editions", EDITION)


def problem(folder):
    with pytest.raises(ImportFailed) as failed:
        folder.load()
    return str(failed.value)


def test_editions_first_import_creates_and_the_second_changes_nothing(folder):
    counts = folder.load().counts
    assert (counts["series"]["created"], counts["edition"]["created"]) == (1, 1)
    assert folder.load().nothing_changed
    assert (EditionName.objects.count(), EditionParty.objects.count(), LanguageVersion.objects.get().state) == (2, 2, "not_started")


def test_editions_a_version_goes_on_by_its_own_moves(folder):
    folder.load()
    folder.write("editions", EDITION.replace("on: 2017-10-01}]", "on: 2017-10-01}, {move: translate, on: 2017-11-01}]"))
    assert folder.load().counts["edition"] == {"created": 0, "changed": 1, "unchanged": 0}
    assert LanguageVersion.objects.get().state == "translating"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("series: situation-report", "series: situation-reports", "editions.yaml:2: series: there is no series 'situation-reports'"),
        ("from: '2018'", "from: '2017-06'", "editions.yaml:3: names: the edition name report-2017-en: a term from"),
        ("number: 2", "number: second", "editions.yaml:7: terms[0].number: 'second' is found; a number, counted from 1 is expected."),
        ("stage: launch", "stage: party", "editions.yaml:9: expected[0].stage: 'party' is found; one of first_draft, review"),
        ("role: consolidates", "role: lead", "editions.yaml:10: parties: the edition party report-2017-escwa-lead: "),
        ("language: ar", "language: de", "editions.yaml:16: versions[0].language: 'de' is found; one of en, ar, fr is expected."),
        ("on: before 2017", "on: 2030", "editions.yaml:18: moves[0].move: the edition report-2017: 2030 is still to come"),
    ],
)
def test_editions_bad_line_is_named_and_nothing_is_written(folder, old, new, expected):
    folder.write("editions", EDITION.replace(old, new))
    assert problem(folder).startswith(expected)
    assert StageExpectation.objects.count() == 0


def test_editions_number_of_another_is_a_problem_of_that_line(folder):
    folder.write("editions", EDITION + EDITION.replace("slug: report-2017", "slug: report-2018"))
    assert problem(folder) == (
        "editions.yaml:25: terms[0].number: the edition report-2018: number 2 of the series is that of "
        "the edition report-2017; give it the next one."
    )
