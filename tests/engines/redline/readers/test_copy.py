"""One reviewed copy: its intake, its edits in the base's places, its comments, and what the secretariat is told of it."""

import pytest

from tansiq.engines.ooxml.names import CONTENT_TYPES, relation_type
from tansiq.engines.ooxml.package import Package
from tansiq.engines.redline.edits import Anchor, Kind, Warned
from tansiq.engines.redline.errors import CopyOfAnotherBase
from tansiq.engines.redline.readers.copy import comes_from, modified, read_copy, saved_with
from tansiq.engines.redline.stamp import put_stamp
from tests.engines.ooxml.revisions.written import A, B, dele, ins, p, package_of, t
from tests.engines.redline.documents import BODY, DAY, ranged, read, remark

TEXT = "The group has 16 members."


def told(package: Package, part: str, kind: str, root: str) -> Package:
    """The package with a part of properties."""
    package.add_part(part, root.encode(), CONTENT_TYPES.get(kind, "application/xml"))
    package.relate("", type=relation_type(kind), target=part)
    return package


def saved_by(package: Package, program: str, version: str = "16.0000") -> Package:
    inner = f"<Application>{program}</Application><AppVersion>{version}</AppVersion>"
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return told(package, "docProps/app.xml", "extended-properties", f'<Properties xmlns="{space}">{inner}</Properties>')


def saved_on(package: Package, day: str) -> Package:
    space = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    inner = f'<t:modified xmlns:t="http://purl.org/dc/terms/">{day}</t:modified>'
    return told(package, "docProps/core.xml", "core-properties", f'<c:coreProperties xmlns:c="{space}">{inner}</c:coreProperties>')


def test_read_copy_equal_to_the_base_brings_nothing():
    reading = read(package_of(p(t(TEXT))), package_of(p(t(TEXT))))
    assert (reading.edits, reading.comments, reading.noise, reading.intake.warnings) == ((), (), (), ())
    assert (reading.intake.coverage, reading.intake.tracked, reading.intake.untracked) == (1.0, 0, 0)


def test_read_copy_intake_says_what_came_in():
    copy = package_of(p(ranged(1, t("The group ")), ins(t("now ")), t("has 16 friends.")), comments=remark(1, "Which?"))
    reading = read_copy(package_of(p(t(TEXT))), saved_by(copy, "Microsoft Office Word"), agency="FAO", file="fao.docx", data=b"x")
    intake = reading.intake
    assert (intake.name, intake.file, intake.saved_by) == ("FAO", "fao.docx", "Microsoft Office Word 16.0000")
    assert intake.sha256 == "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881"
    assert (intake.tracked, intake.untracked, intake.comments) == (1, 2, 1)
    assert 0.6 < intake.coverage < 1


def test_read_copy_tracked_edit_has_its_person_and_date_and_untracked_ones_the_day_of_saving():
    copy = saved_on(package_of(p(t("The group has "), dele("16", B), ins(t("17"), by=B), t(" members")), p()), "2026-04-05T10:00:00Z")
    found = read(package_of(p(t("The group has 16 members.")), p()), copy)
    assert [(edit.kind, edit.before, edit.after, edit.person, edit.date[:10], edit.tracked) for edit in found.edits] == [
        (Kind.DELETION, "16", "", "Reviewer 2", "2026-03-02", True), (Kind.INSERTION, "", "17", "Reviewer 2", "2026-03-02", True),
        (Kind.DELETION, ".", "", "", "2026-04-05", False),
    ]
    assert found.edits[1].replaces == found.edits[0].id


def test_read_copy_date_of_untracked_edits_is_of_saving_then_received_then_the_base():
    base, changed = saved_on(package_of(p(t(TEXT))), "2026-01-01"), package_of(p(t(TEXT + " Yes.")))
    assert read(base, changed).edits[0].date == "2026-01-01"
    assert read(base, changed, received="2026-02-02T00:00:00Z").edits[0].date == "2026-02-02T00:00:00Z"
    assert read(base, saved_on(changed, "2026-03-03"), received="2026-02-02T00:00:00Z").edits[0].date == "2026-03-03"


def test_read_copy_of_another_base_is_refused_with_its_coverage():
    with pytest.raises(CopyOfAnotherBase) as refused:
        read_copy(package_of(p(t(TEXT * 4))), package_of(p(t("Wholly other words."))), agency="FAO", file="f.docx", data=b"")
    assert refused.value.coverage < 0.6
    assert "made from another version" in str(refused.value)


def test_read_copy_of_an_empty_base_is_taken():
    assert read_copy(package_of(), package_of(p(t("a"))), agency="FAO", file="f.docx", data=b"").intake.coverage == 1


def test_read_copy_move_is_one_edit_with_both_places():
    start, end = '<w:move{}RangeStart w:id="5" w:name="m1"/>', '<w:move{}RangeEnd w:id="5"/>'
    source, goal = (
        f"{start.format(side)}<w:move{side} {A}>{t('moved ')}</w:move{side}>{end.format(side)}" for side in ("From", "To")
    )
    copy = package_of(p(source, t("one two "), goal, t("three")))
    [edit] = read(package_of(p(t("moved one two three"))), copy).edits
    assert (edit.kind, edit.before, edit.after) == (Kind.MOVE, "moved ", "moved ")
    assert edit.moved_to is not None
    assert (edit.place.start, edit.place.end, edit.moved_to.start) == (0, 6, 14)


def test_read_copy_half_a_move_is_text_put_in():
    copy = package_of(p(t("one "), f'<w:moveToRangeStart w:id="5" w:name="m1"/><w:moveTo {A}>{t("two")}</w:moveTo>'))
    [edit] = read(package_of(p(t("one "))), copy).edits
    assert (edit.kind, edit.after, edit.said, edit.moved_to) == (Kind.INSERTION, "two", "", None)


def test_read_copy_text_put_in_and_withdrawn_is_listed_and_replaces_nothing():
    copy = package_of(p(dele("16"), ins(dele("17")), t(" members")))
    edits = read(package_of(p(t("16 members"))), copy).edits
    assert [(edit.after, edit.said, edit.undone_by, edit.replaces) for edit in edits if edit.kind == Kind.INSERTION] == [
        ("17", "withdrawn", "Reviewer 1", None),
    ]


def test_read_copy_comment_stands_on_the_bases_text():
    copy = package_of(p(t("The "), ranged(4, t("group")), t(" has 16 members.")), comments=remark(4, "Which?", "Reviewer 3"))
    [said] = read(package_of(p(t(TEXT))), copy).comments
    assert (said.person, said.date, said.text, said.anchor_text, said.initials) == ("Reviewer 3", DAY, "Which?", "group", "R")
    assert (said.starts, said.ends, said.place.start, said.place.end) == (Anchor(BODY, 4), Anchor(BODY, 9), 4, 9)


def test_read_copy_comments_of_the_base_are_not_the_agencys():
    comments = remark(1, "The draft's own")
    base = package_of(p(ranged(1, t(TEXT))), comments=comments)
    copy = package_of(p(ranged(1, ranged(2, t(TEXT)))), comments=comments + remark(2, "New"))
    assert [said.text for said in read(base, copy).comments] == ["New"]


def test_read_copy_comment_without_a_place_is_kept():
    [said] = read(package_of(p(t(TEXT))), package_of(p(t(TEXT)), comments=remark(1, "General"))).comments
    assert (said.text, said.anchor_text, said.starts, said.place.flow) == ("General", "", None, BODY)


def codes(warnings: tuple[Warned, ...]) -> list[str]:
    return [warned.code for warned in warnings]


def test_read_copy_saved_by_another_program_without_changes_is_warned_of():
    copy = saved_by(package_of(p(t("The group has 17 members."))), "LibreOffice/7.4")
    assert codes(read(package_of(p(t(TEXT))), copy).intake.warnings) == ["revisions_lost"]


def test_read_copy_mostly_untracked_is_warned_of():
    copy = package_of(p(t("A group had 16 friends.")))
    assert codes(read(package_of(p(t(TEXT))), copy).intake.warnings) == ["mostly_untracked"]


def test_read_copy_noise_is_listed_and_counted():
    spaced = read(package_of(p(t("The  group has"))), saved_by(package_of(p(t("The group "), ins(t("now ")), t("has"))), "LibreOffice/7.4"))
    assert [(each.kind, each.before, each.after) for each in spaced.noise] == [("white_space", " ", "")]
    assert spaced.intake.warnings == (Warned("noise", {"count": 1}),)


def stamped(*blocks: str) -> Package:
    package = package_of(*blocks)
    put_stamp(package)
    return package


def test_read_copy_of_the_stamped_base_is_recognised():
    base, copy = stamped(p(t(TEXT))), stamped(p(t(TEXT)))
    copy.xml(copy.main)[0][0].append(package_of(p(ins(t("b")))).xml("word/document.xml")[0][0][0])
    reading = read(base, copy)
    assert (reading.intake.base_recognised, codes(reading.intake.warnings)) == (True, [])
    assert read(package_of(p(t(TEXT))), copy).intake.base_recognised


def test_read_copy_with_the_stamp_of_another_draft_is_warned_of():
    reading = read(stamped(p(t(TEXT))), stamped(p(t(TEXT)), p(t("More."))))
    assert not reading.intake.base_recognised
    assert "another_draft" in codes(reading.intake.warnings)


def test_read_copy_without_a_stamp_is_not_recognised_and_not_warned_of():
    reading = read(stamped(p(t(TEXT))), package_of(p(t(TEXT))))
    assert (reading.intake.base_recognised, codes(reading.intake.warnings)) == (False, [])


def test_comes_from_a_base_without_a_stamp_is_told_by_its_text():
    assert comes_from(stamped(p(t("a"))), package_of(p(t("a"))))
    assert not comes_from(stamped(p(t("a"))), package_of(p(t("b"))))
    assert not comes_from(package_of(p(t("a"))), package_of(p(t("a"))))


def test_saved_with_and_modified_are_empty_when_nothing_says():
    package = package_of(p())
    assert (saved_with(package), modified(package)) == ("", "")
    assert saved_with(saved_by(package, "X" * 100)) == "X" * 80


@pytest.mark.parametrize(("written", "read_as"), [
    ("2026-03-01T09:00:00Z", "2026-03-01T09:00:00Z"), (" 2026-03-01 ", "2026-03-01"), ("yesterday", ""), ("2026-03-01T09:00:00+03:00",) * 2,
    ("2026-03-01; rm", ""), ("", ""),
])
def test_modified_is_a_date_or_nothing(written: str, read_as: str):
    assert modified(saved_on(package_of(p()), written)) == read_as
