"""An import is all or nothing, says what it did, changes nothing the second time, and gives one line for each thing wrong."""

from datetime import UTC, datetime, timedelta

import pytest

from tansiq.secretariat.record.domain.actors import import_actor
from tansiq.secretariat.record.domain.log import verify_chain
from tansiq.secretariat.record.interchange import ImportFailed, import_folder, kinds
from tansiq.secretariat.record.models import Actor, LogEntry
from tansiq.secretariat.register.models import Organization, OrganizationName, Seat, SeatTerm

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
FILES = {
    "manifest.yaml": "kind: authored\nformat: 1\ntitle: A small group\n",
    "organizations.yaml": """\
- slug: fao
  type: un-entity
  names:
    - en: {long: Food and Agriculture Organization, acronym: FAO}
- slug: iom
  type: un-entity
  names:
    - en: {long: International Organization for Migration, acronym: IOM}
""",
    "groups.yaml": "- slug: small\n  names:\n    - en: {long: Small Group}\n",
    "seats.yaml": """\
- slug: small-fao
  group: small
  organization: fao
  terms:
    - {from: "2016", kind: member}
""",
}


@pytest.fixture
def folder(tmp_path):
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(folder, at=NOW, **options):
    return import_folder(folder, by=import_actor, at=at, **options)


def replace(folder, name, old, new):
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), encoding="utf-8")


def problems(folder):
    before = LogEntry.objects.count(), Actor.objects.count()
    with pytest.raises(ImportFailed) as failed:
        run(folder)
    assert (LogEntry.objects.count(), Actor.objects.count()) == before
    return [str(problem) for problem in failed.value.problems]


def totals(report):
    return {kind: (count["created"], count["changed"], count["unchanged"]) for kind, count in report.counts.items()}


def test_import_new_folder_creates_every_record(folder):
    report = run(folder)
    assert totals(report) == {"organization": (2, 0, 0), "group": (1, 0, 0), "seat": (1, 0, 0)}
    assert SeatTerm.objects.get().recorded_at >= NOW
    assert LogEntry.objects.last().code == "import.done"
    assert verify_chain() == LogEntry.objects.count()


def test_import_twice_changes_nothing(folder):
    run(folder)
    before = LogEntry.objects.count()
    report = run(folder, at=NOW + timedelta(days=1))
    assert report.nothing_changed
    assert totals(report) == {"organization": (0, 0, 2), "group": (0, 0, 1), "seat": (0, 0, 1)}
    assert LogEntry.objects.count() == before


def test_import_changed_file_supersedes_and_keeps_what_was_known(folder):
    run(folder)
    replace(folder, "organizations.yaml", "Food and Agriculture Organization", "Food & Agriculture Organization")
    assert totals(run(folder, at=NOW + timedelta(days=1)))["organization"] == (0, 1, 1)
    old, new = OrganizationName.objects.filter(organization__slug="fao").order_by("recorded_at")
    assert (old.long, new.long) == ("Food and Agriculture Organization", "Food & Agriculture Organization")
    assert old.superseded_at == new.recorded_at


def test_import_dry_run_says_the_same_and_writes_nothing(folder):
    report = run(folder, dry_run=True)
    assert totals(report)["organization"] == (2, 0, 0)
    assert (Organization.objects.count(), LogEntry.objects.count()) == (0, 0)


def test_import_progress_is_told_entry_by_entry(folder):
    told = []
    run(folder, progress=lambda kind, done, of: told.append((kind, done, of)))
    assert told == [("organization", 1, 4), ("organization", 2, 4), ("group", 3, 4), ("seat", 4, 4)]


@pytest.mark.parametrize(
    ("name", "old", "new", "line"),
    [
        ("manifest.yaml", "authored", "archive", "manifest.yaml:1: kind: 'archive' is found; one of authored is expected."),
        ("manifest.yaml", "format: 1\n", "", "manifest.yaml:1: format: this field is missing; it is required."),
        ("organizations.yaml", "slug: iom", "slug: fao", "organizations.yaml:5: slug: 'fao' stands twice; line 1 has it first."),
        ("organizations.yaml", "slug: iom", "slug: I O M", "organizations.yaml:5: slug: 'I O M' is found; a slug: lower-case letters,"),
        ("organizations.yaml", "iom\n  type: un-entity", "iom", "organizations.yaml:5: type: this field is missing; it is required."),
        ("seats.yaml", "organization: fao", "organization: foa", "seats.yaml:3: organization: there is no organization 'foa'; did you"),
        ("seats.yaml", "group: small", "group: large", "seats.yaml:2: group: there is no group 'large'"),
        ("seats.yaml", '"2016"', '"31 February 2016"', "seats.yaml:5: terms[0].from: "),
        ("seats.yaml", '"2016"', "soonish", "seats.yaml:5: terms[0].from: "),
        ("seats.yaml", '"2016"', '"2016", to: "2015"', "seats.yaml:5: terms[0].to: it ends (2015) before it begins (2016)"),
        ("seats.yaml", "kind: member", "kind: guest", "seats.yaml:5: terms[0].kind: 'guest' is found; one of member, observer is"),
        ("seats.yaml", "kind: member}", "kind: member, color: red}", "seats.yaml:5: terms[0].color: there is no such field here; "),
        ("seats.yaml", "member}", 'member}\n    - {from: "2017", kind: observer}', "seats.yaml:4: terms: the seat term small-fao: a"),
        ("seats.yaml", "terms:\n    - {", "terms:\n    - {{", "seats.yaml:5: a { or [ is not closed, or a comma is missing; where"),
    ],
)
def test_import_bad_input_is_one_line_with_its_place_and_writes_nothing(folder, name, old, new, line):
    replace(folder, name, old, new)
    found = problems(folder)
    assert len(found) == 1
    assert found[0].startswith(line), found[0]
    assert "\n" not in found[0]


def test_import_all_problems_of_the_files_are_told_at_once(folder):
    replace(folder, "organizations.yaml", "type: un-entity", "type: club")
    (folder / "seats.yaml").write_text("- slug: x\n")
    (folder / "strange.yaml").write_text("[]\n")
    found = problems(folder)
    assert [line.split(":")[0] for line in found] == ["strange.yaml", *["organizations.yaml"] * 2, *["seats.yaml"] * 3]


def test_import_folder_without_manifest_or_no_folder_is_refused(folder, tmp_path):
    (folder / "manifest.yaml").unlink()
    assert problems(folder)[0].startswith("manifest.yaml: the folder ")
    assert problems(tmp_path / "nowhere")[0].startswith(f"{tmp_path / 'nowhere'}: there is no such folder")


def test_import_file_outside_the_folder_is_refused(folder):
    replace(folder, "seats.yaml", "member}", "member, basis: {kind: letter, reference: x, file: ../outside}}")
    (folder.parent / "outside").write_text("a secret")
    assert problems(folder) == ["seats.yaml:5: terms[0].basis.file: there is no file '../outside' in the folder"]
    assert not Seat.objects.exists()


def test_kinds_come_in_the_order_of_loading():
    names = [kind.name for kind in kinds()]
    assert names.index("organization") < names.index("group") < names.index("seat") < names.index("join-request")


@pytest.mark.parametrize(
    ("name", "old", "new", "line"),
    [
        ("organizations.yaml", "slug: fao", "slug: f.ao", "organizations.yaml:1: slug: 'f.ao' is found; a slug: lower-case"),
        ("organizations.yaml", "slug: fao", 'slug: "fa\\no"', "organizations.yaml:1: slug: 'fa o' is found; a slug: lower-case"),
        ("organizations.yaml", "Food and", '"Food \\u0000', "organizations.yaml:"),
        ("organizations.yaml", "slug: fao", f"slug: {'x' * 101}", "organizations.yaml:1: slug: "),
        ("seats.yaml", '"2016"', "[" * 5000, "seats.yaml:5: brackets are nested deeper than 100"),
    ],
)
def test_import_hostile_values_are_one_line_and_quick(folder, name, old, new, line):
    replace(folder, name, old, new)
    found = problems(folder)
    assert found[0].startswith(line), found[0]
    assert "\n" not in found[0]


def test_import_file_that_cannot_be_read_is_told(folder):
    (folder / "seats.yaml").unlink()
    (folder / "seats.yaml").symlink_to(folder / "nowhere")
    assert problems(folder) == [
        "seats.yaml:1: the file cannot be read (No such file or directory); put a readable file in its place or take it away."
    ]
