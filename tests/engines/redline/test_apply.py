"""The next version: accepted applied, rejected gone, undecided tracked, final texts in the look they came with, comments answered."""

import pytest

from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.ooxml.revisions import revisions
from tansiq.engines.redline.apply import apply
from tansiq.engines.redline.edits import Edit, Kind
from tansiq.engines.redline.errors import DispositionRefused, MarkupChanged
from tansiq.engines.redline.readers.comments import read_comments
from tansiq.engines.redline.report.decisions import BulkRule, Decision, Disposition
from tests.engines.ooxml.revisions.written import B, body_texts, dele, ins, p, package_of, t
from tests.engines.redline.documents import consolidated, ranged, remark

BASE = package_of(p(t("The group has 16 members.")), p(t("It meets twice.")))
BOLD = '<w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r>'
MADE = consolidated(
    BASE,
    FAO=package_of(p(t("The group has "), dele("16"), ins(BOLD.format("17")), t(" members.")), p(t("It meets twice."))),
    IOM=package_of(p(ranged(1, t("The group")), t(" has 16 members.")), p(t("It meets twice"), ins(t(" a year"), by=B), t(".")),
                   comments=remark(1, "Which?")),
)


def one(agency: str, kind: Kind) -> Edit:
    return next(edit for edit in MADE.ledger.edits if (edit.agency, edit.kind) == (agency, kind))


DELETED, PUT, YEAR = one("FAO", Kind.DELETION), one("FAO", Kind.INSERTION), one("IOM", Kind.INSERTION)
[SAID] = MADE.ledger.comments


def applied(*decided: tuple[str, Decision, str] | tuple[str, Decision], rules=(), **more):
    dispositions = [Disposition(of, decision, final_text=text[0] if text else "", **more) for of, decision, *text in decided]
    return read_package(apply(MADE.file, dispositions, rules).file, name="next.docx")


ACCEPTED, REJECTED, MODIFIED = Decision.ACCEPTED, Decision.REJECTED, Decision.ACCEPTED_WITH_MODIFICATION


def test_apply_nothing_leaves_all_as_tracked():
    package = applied()
    assert sorted(revision.author for revision in revisions(package)) == ["Reviewer 1 [FAO]", "Reviewer 1 [FAO]", "Reviewer 2 [IOM]"]


def test_apply_accepted_rejected_and_undecided():
    package = applied((DELETED.id, ACCEPTED), (PUT.id, ACCEPTED), (YEAR.id, REJECTED))
    assert body_texts(package) == ["The group has 17 members.", "It meets twice."]
    assert list(revisions(package)) == []
    package = applied((DELETED.id, REJECTED), (PUT.id, REJECTED))
    assert [revision.author for revision in revisions(package)] == ["Reviewer 2 [IOM]"]
    assert body_texts(package) == ["The group has 16 members.", "It meets twice a year."]


def test_apply_final_text_has_the_look_of_what_was_proposed():
    package = applied((DELETED.id, ACCEPTED), (PUT.id, MODIFIED, "eighteen"), (YEAR.id, REJECTED))
    assert body_texts(package)[0] == "The group has eighteen members."
    [run] = [each for each in package.xml(package.main).iter("{*}r") if "".join(each.itertext()) == "eighteen"]
    assert run.find("{*}rPr/{*}b") is not None


def test_apply_final_text_of_two_lines_is_two_paragraphs():
    package = applied((DELETED.id, ACCEPTED), (PUT.id, MODIFIED, "one\ntwo"), (YEAR.id, REJECTED))
    assert body_texts(package)[:2] == ["The group has one", "two members."]


def test_apply_rules_decide_what_nobody_has():
    package = applied((YEAR.id, REJECTED), rules=[BulkRule(ACCEPTED, agency="FAO")])
    assert body_texts(package) == ["The group has 17 members.", "It meets twice."]


def test_apply_answer_is_a_reply_in_the_thread():
    package = applied((SAID.id, Decision.NOTED), response="The one on data.", decided_by="Desk officer", decided_on="2026-04-05")
    first, reply = read_comments(package).values()
    assert (first.text, first.resolved) == ("Which?", True)
    assert (reply.person, reply.date, reply.parent) == ("Desk officer", "2026-04-05T00:00:00Z", first.number)
    assert "The one on data." in reply.text


def test_apply_without_a_name_or_day_the_answer_is_the_secretariats():
    package = applied((SAID.id, Decision.NOTED), response="Yes.", decided_on="some day")
    reply = list(read_comments(package).values())[1]
    assert (reply.person, reply.date) == ("Secretariat", "")


def test_apply_to_an_unknown_row_is_refused():
    with pytest.raises(DispositionRefused):
        applied(("e000000000000", ACCEPTED))


def test_apply_to_a_file_that_was_edited_is_refused():
    package = read_package(MADE.file, name="all.docx")
    next(package.xml(package.main).iter("{*}t")).text = "Edited"
    with pytest.raises(MarkupChanged):
        apply(package.write(), [])
