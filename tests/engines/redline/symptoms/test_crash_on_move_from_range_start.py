"""Symptom: a file with `moveFromRangeStart` breaks the program that reads it (OfficeDev/Open-Xml-PowerTools#72)."""

import pytest

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.revisions import RevisionKind, accept_all, reject_all, revisions
from tests.engines.ooxml.revisions.written import A, body_texts, p, package_of, t

START, END = f'<w:moveFromRangeStart {A} w:name="move1"/>', '<w:moveFromRangeEnd w:id="1"/>'
MOVED = f"<w:moveFrom {A}>{t('moved')}</w:moveFrom>"
TABLE = "<w:tbl>{}<w:tblPr/><w:tblGrid/><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"

PLACES = {
    "between blocks": (START, p(MOVED), END, p(t("a"))),
    "inside a paragraph": (p(START, MOVED, END, t("a")),),
    "from one paragraph into the next": (p(START, MOVED), p(END, t("a"))),
    "in a table before its properties": (TABLE.format(START, p(MOVED)), END, p(t("a"))),
    "without an end": (p(START, MOVED), p(t("a"))),
    "without anything moved": (p(START, END, t("a")),),
    "without a start": (p(MOVED, END, t("a")),),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("settle_fully", [accept_all, reject_all])
def test_move_from_range_start_anywhere_is_listed_and_settled(place, settle_fully):
    package = package_of(*PLACES[place])
    starts = [each for each in revisions(package) if each.kind is RevisionKind.MOVE_FROM_RANGE]
    assert len(starts) == ("start" not in place)
    settle_fully(package)
    assert revisions(package) == []
    text = "".join(body_texts(package))
    assert text == ("a" if settle_fully is accept_all or place == "without anything moved" else "moveda")
    assert next(package.xml(package.main).iter(w("moveFromRangeStart")), None) is None
