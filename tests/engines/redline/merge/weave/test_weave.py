"""A ledger woven into a file: what is shown first, marks by number, mirrors of text boxes, moves whole or broken."""

import pytest

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.revisions import RevisionKind, accept_all, reject_all, revisions
from tansiq.engines.redline.merge.agreement import relate
from tansiq.engines.redline.merge.others import note_in
from tansiq.engines.redline.merge.weave import weave
from tansiq.engines.redline.merge.weave.weave import Woven
from tansiq.engines.redline.readers.comments import read_comments
from tests.engines.ooxml.revisions.written import A, body_texts, canonical, dele, ins, p, package_of, t
from tests.engines.redline.documents import consolidated, read

BASE = package_of(p(t("one two three")), p(t("four")))
MOVE = '<w:move{0}RangeStart w:id="5" w:name="m1"/><w:move{0} {1}>{2}</w:move{0}><w:move{0}RangeEnd w:id="5"/>'


def of_ledger(ledger, base=BASE, **options) -> Woven:
    return weave(base, ledger.edits, ledger.comments, **options)


def test_weave_leaves_the_base_as_it_was():
    before = BASE.write()
    of_ledger(consolidated(BASE, FAO=package_of(p(dele("one "), t("two three")), p(t("four")))).ledger)
    assert BASE.write() == before


def test_weave_every_mark_names_its_edits():
    ledger = consolidated(BASE, FAO=package_of(p(dele("one "), ins(t("1 ")), t("two three")), p(t("four")))).ledger
    woven = of_ledger(ledger)
    assert {edit for edits in woven.marks.values() for edit in edits} == {edit.id for edit in ledger.edits}
    assert {int(revision.id) for revision in revisions(woven.package)} == set(woven.marks)


def two_deletions():
    copies = {"FAO": A.replace("2026-03", "2026-09"), "IOM": A}
    return consolidated(BASE, **{name: package_of(p(dele("one ", by), t("two three")), p(t("four"))) for name, by in copies.items()}).ledger


def authors(woven: Woven) -> list[str]:
    return [revision.author for revision in revisions(woven.package)]


def test_weave_shows_the_earliest_or_the_chosen_one():
    ledger = two_deletions()
    assert authors(of_ledger(ledger)) == ["Reviewer 1 [IOM]"]
    chosen = next(edit.id for edit in ledger.edits if edit.agency == "FAO")
    assert authors(of_ledger(ledger, first=[chosen])) == ["Reviewer 1 [FAO]"]
    assert authors(of_ledger(ledger, agency_only=True)) == ["IOM"]


def test_weave_tracked_goes_before_untracked():
    ledger = consolidated(
        BASE, FAO=package_of(p(t("two three")), p(t("four"))), IOM=package_of(p(dele("one "), t("two three")), p(t("four"))),
    ).ledger
    assert authors(of_ledger(ledger)) == ["Reviewer 1 [IOM]"]


def test_weave_note_names_the_others_once():
    woven = of_ledger(two_deletions(), note=note_in("en", agency_only=False))
    [said] = read_comments(woven.package).values()
    assert "Reviewer 1 [FAO]" in said.text
    assert read_comments(of_ledger(two_deletions()).package) == {}


def moved(*more: str) -> list[str]:
    return [p(MOVE.format("From", A, t("one ")), t("two "), MOVE.format("To", A, t("one ")), t("three")), p(t("four")), *more]


def test_weave_move_that_nobody_else_touched_is_a_move():
    kinds = {revision.kind for revision in revisions(of_ledger(consolidated(BASE, FAO=package_of(*moved())).ledger).package)}
    assert kinds == {RevisionKind.MOVE_FROM, RevisionKind.MOVE_TO, RevisionKind.MOVE_FROM_RANGE, RevisionKind.MOVE_TO_RANGE}


def test_weave_move_that_others_touched_is_text_taken_out_and_put_in():
    other = package_of(p(t("o"), dele("ne "), t("two three")), p(t("four")))
    woven = of_ledger(consolidated(BASE, FAO=package_of(*moved()), IOM=other).ledger)
    assert {revision.kind for revision in revisions(woven.package)} == {RevisionKind.DELETION, RevisionKind.INSERTION}
    reject_all(woven.package)
    assert body_texts(woven.package) == body_texts(BASE)


BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><w:txbxContent>{1}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


@pytest.mark.parametrize(("fallback", "left"), [("old words", "new words"), ("other", "other")])
def test_weave_text_box_is_changed_in_its_mirror_when_that_says_the_same(fallback: str, left: str):
    base = package_of(p(BOX.format(p(t("old words")), p(t(fallback)))))
    copy = package_of(p(BOX.format(p(dele("old"), ins(t("new")), t(" words")), p(t(fallback)))))
    edits, _ = relate(read(base, copy).edits)
    package = weave(base, edits, []).package
    accept_all(package)
    boxes = ["".join(each.itertext()) for each in package.xml(package.main).iter(w("txbxContent"))]
    assert boxes == ["new words", left]


def test_weave_is_the_same_every_time():
    ledger = two_deletions()
    assert of_ledger(ledger).package.write() == of_ledger(ledger).package.write()


def test_weave_nothing_is_the_base():
    package = weave(BASE, [], []).package
    assert canonical(package.xml(package.main)) == canonical(BASE.xml(BASE.main))
