"""N copies to one file: order never matters, the same bytes each time, refusals by name, consolidated files put in again, hostile ones."""

import itertools
import sys
from dataclasses import replace

import pytest

from tansiq.engines.ooxml.errors import PackageRefused
from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.ooxml.revisions import reject_all
from tansiq.engines.ooxml.worker import run_apart
from tansiq.engines.redline import consolidate, view
from tansiq.engines.redline.consolidate import agencies, assemble, read
from tansiq.engines.redline.edits import Refusal
from tansiq.engines.redline.errors import NothingConsolidated
from tansiq.engines.redline.readers.task import Task
from tansiq.engines.redline.writers import embedded, ledger_json
from tests.engines.ooxml.hostile import markup, packages, zips
from tests.engines.ooxml.revisions.written import A, B, body_texts, canonical, dele, ins, p, package_of, t
from tests.engines.redline.documents import consolidated, ranged, remark
from tests.engines.redline.hostile_copies import BASE_TEXT

if sys.platform != "win32":
    import resource

BASE = package_of(p(t("The group has 16 members.")), p(t("It meets twice.")))
COPIES = {
    "FAO": package_of(p(t("The group has "), dele("16"), ins(t("17")), t(" members.")), p(t("It meets twice."))),
    "IOM": package_of(p(t("The group "), dele("has 16 ", B), t("members.")), p(t("It meets twice."), ins(t(" Yes."), by=B))),
    "ILO": package_of(p(ranged(1, t("The group")), t(" has 16 members.")), p(t("It meets once.")), comments=remark(1, "Which?")),
}
SECONDS, GROWTH = 3, 50


def files(*names: str) -> dict[str, bytes]:
    return {name: COPIES[name].write() for name in names}


def test_consolidate_order_of_copies_never_matters():
    made = {consolidate(BASE.write(), files(*order), apart=False).file for order in itertools.permutations(COPIES)}
    assert len(made) == 1


def test_consolidate_apart_and_together_are_the_same():
    done: list[str] = []
    made = consolidate(BASE.write(), files(*COPIES), progress=done.append)
    assert made == consolidate(BASE.write(), files(*COPIES), apart=False)
    assert sorted(done) == sorted(COPIES)


def test_consolidate_file_carries_its_ledger_and_rejects_to_the_base():
    made = consolidated(BASE, **COPIES)
    package = read_package(made.file, name="all.docx")
    assert embedded.find(package) == made.ledger
    reject_all(package)
    assert body_texts(package) == body_texts(BASE)
    assert agencies(made.ledger) == ("FAO", "ILO", "IOM")


def test_consolidate_ledger_describes_the_base():
    base = consolidated(BASE, **COPIES).ledger.base
    assert (base.file, base.words, base.paragraphs, len(base.sha256)) == ("base.docx", 8, 2, 64)


def test_consolidate_no_copies_or_copies_without_changes_is_the_base():
    assert consolidate(BASE.write(), {}, apart=False).ledger.edits == ()
    made = consolidated(BASE, FAO=BASE)
    assert (made.ledger.edits, made.ledger.comments) == ((), ())
    assert canonical(read_package(made.file, name="a").xml("word/document.xml")) == canonical(BASE.xml("word/document.xml"))


def test_consolidate_changes_of_the_draft_itself_are_of_no_agency_and_stay():
    draft = package_of(p(t("The group has "), dele("16"), t(" members.")), p(t("It meets twice.")))
    copy = package_of(p(t("The group has "), dele("16"), t(" members.")), p(t("It meets twice."), ins(t(" Yes."), by=B)))
    made = consolidated(draft, FAO=copy)
    assert [(edit.agency, edit.before, edit.after) for edit in made.ledger.edits] == [("", "16", ""), ("FAO", "", " Yes.")]


def test_consolidate_file_put_in_again_brings_what_is_in_it():
    once = consolidated(BASE, FAO=COPIES["FAO"], IOM=COPIES["IOM"])
    again = consolidate(BASE.write(), {"all": once.file, **files("ILO")}, apart=False)
    whole = consolidated(BASE, **COPIES)
    assert [edit.id for edit in again.ledger.edits] == [edit.id for edit in whole.ledger.edits]
    assert [copy.name for copy in again.ledger.copies] == ["FAO", "ILO", "IOM"]
    assert view(again.file, accept=["IOM"]) == view(whole.file, accept=["IOM"])


def test_consolidate_file_of_another_base_or_edited_since_is_refused():
    once = consolidated(BASE, FAO=COPIES["FAO"])
    other = package_of(p(t("The group has 16 members!")), p(t("It meets twice.")))
    found = consolidate(other.write(), {"all": once.file, "IOM": package_of(*["<w:p/>"]).write(), **files("ILO")}, apart=False)
    assert "consolidated file of another base" in {each.name: each.reason for each in found.ledger.refused}["all"]
    package = read_package(once.file, name="all.docx")
    next(package.xml(package.main).iter("{*}t")).text = "Edited"
    found = consolidate(BASE.write(), {"all": package.write(), **files("ILO")}, apart=False)
    assert "edited since" in {each.name: each.reason for each in found.ledger.refused}["all"]


@pytest.mark.parametrize(("old", "new"), [
    ({"flow": "word/document.xml#body"}, {"flow": "word/document.xml#body/t9/r9"}), ({"kind": "deletion"}, {"kind": "row_deletion"}),
    ({"after": "17"}, {"after": "17", "fragment": None}), ({"after": "17"}, {"after": "17", "agency": "WHO"}),
])
def test_consolidate_file_whose_ledger_somebody_made_up_is_refused_and_the_others_done(old, new):
    once = consolidated(BASE, FAO=COPIES["FAO"])
    plain = ledger_json.dump(once.ledger)
    for edit in plain["edits"]:
        for row in (edit, edit["place"]):
            if old.items() <= row.items():
                row.update(new)
    made_up = ledger_json.load(plain)
    assert made_up != once.ledger
    package = read_package(once.file, name="all.docx")
    embedded.embed(package, replace(made_up, extra={**made_up.extra, "sha256": ledger_json.digest(made_up)}))
    found = consolidate(BASE.write(), {"all": package.write(), **files("ILO")}, apart=False)
    assert ([each.name for each in found.ledger.refused], agencies(found.ledger)) == (["all"], ("ILO",))


def test_consolidate_refused_copies_are_named_and_the_others_done():
    found = consolidate(BASE.write(), {"WHO": b"no zip", **files("FAO")}, files={"WHO": "who.docx"}, apart=False)
    [refused] = found.ledger.refused
    assert (refused.name, refused.file, [copy.name for copy in found.ledger.copies]) == ("WHO", "who.docx", ["FAO"])


def test_consolidate_all_refused_is_an_error_that_names_each():
    with pytest.raises(NothingConsolidated, match=r"ILO \(ILO.docx\).*WHO \(WHO.docx\)"):
        consolidate(BASE.write(), {"WHO": b"", "ILO": b"no zip"}, apart=False)


def test_consolidate_base_that_cannot_be_read_is_refused():
    with pytest.raises(PackageRefused, match=r"draft\.docx"):
        consolidate(b"no zip", files("FAO"), base_name="draft.docx", apart=False)


def test_consolidate_agency_only_names_no_person():
    made = consolidate(BASE.write(), files(*COPIES), agency_only=True, apart=False)
    package = read_package(made.file, name="all.docx")
    assert not [name for name in package.names() if b"Reviewer" in package.data(name) and not name.startswith("customXml")]


def test_assemble_of_the_ledger_is_the_file():
    made = consolidated(BASE, **COPIES)
    assert assemble(BASE, made.ledger) == made


def test_consolidate_equal_changes_agree():
    first, second = consolidated(BASE, FAO=COPIES["FAO"], IOM=COPIES["FAO"]).ledger.edits[:2]
    assert (first.agrees_with, second.agrees_with) == ((second.id,), (first.id,))
    assert A in COPIES["FAO"].data("word/document.xml").decode()


def test_read_of_tasks_is_a_list_for_each():
    [one, other] = read([Task(BASE.write(), "FAO", "fao.docx", COPIES["FAO"].write()), Task(BASE.write(), "WHO", "who.docx", b"")])
    assert [len(one), len(other)] == [1, 1]
    assert isinstance(other[0], Refusal)


def test_hostile_copies_are_each_refused_by_name_in_seconds():
    """All in one process that the operating system limits; the time of each is measured there."""
    told = run_apart("tests.engines.redline.hostile_copies:answers", None, seconds=300, megabytes=2_000)
    assert len(told) == len({**zips.CASES, **markup.CASES, **packages.CASES})
    assert [each for each in told if each[1] > SECONDS] == []
    assert [each for each in told if not each[2] or "\n" in each[2] or "Traceback" in each[2]] == []


@pytest.mark.skipif(sys.platform == "win32", reason="nothing says how much memory a process took")
def test_hostile_copies_beside_a_good_one_leave_it_and_this_process_as_they_are():
    base = package_of(p(t(BASE_TEXT)))
    hostile = {
        f"H{number:03}": build() for number, (build, _) in enumerate([*zips.CASES.values(), *markup.CASES.values()]) if number % 8 == 0
    }
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    made = consolidate(base.write(), {**hostile, "good": package_of(p(t(BASE_TEXT), ins(t(" Yes.")))).write()})
    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / unit < GROWTH
    assert [copy.name for copy in made.ledger.copies] == ["good"]
    assert [each.name for each in made.ledger.refused] == sorted(hostile)
