"""Rows and cells woven into a table: each is there once, marked by all who made the change, and settles to what was meant."""

import pytest

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.revisions import accept_all, reject_all
from tansiq.engines.redline.edits import Edit
from tansiq.engines.redline.merge.agreement import relate
from tansiq.engines.redline.merge.identity import with_ids
from tansiq.engines.redline.merge.weave import weave
from tests.engines.ooxml.revisions.written import A, canonical, dele, p, package_of, t
from tests.engines.redline.documents import read, tbl, tc, tr

LATER = A.replace("2026-03-01", "2026-05-05")


def row(*texts: str, properties: str = "") -> str:
    return tr(*(tc(p(t(text))) for text in texts), properties=properties)


A_ROW, B_ROW = row("Lebanon", "refugees 1.5 million"), row("Jordan", "refugees 0.7 million")
BASE = tbl(A_ROW, B_ROW)


def edits_of(*rows: str, agency: str = "FAO") -> list[Edit]:
    copy = read(package_of(BASE, p()), package_of(tbl(*rows), p()))
    return with_ids(Edit(**{**{name: getattr(each, name) for name in each.__dataclass_fields__}, "agency": agency}) for each in copy.edits)


def woven(*edits: list[Edit]):
    related, _ = relate([each for some in edits for each in some])
    return weave(package_of(BASE, p()), related, [])


def rows(package, how=None) -> list[str]:
    copied = package.copy()
    if how is not None:
        how(copied)
    return ["|".join("".join(each.text or "" for each in cell.iter(w("t"))) for cell in one.iter(w("tc")))
            for one in copied.xml(copied.main).iter(w("tr"))]


A_TEXT, B_TEXT = "Lebanon|refugees 1.5 million", "Jordan|refugees 0.7 million"


@pytest.mark.parametrize("at", [0, 1, 2])
def test_row_put_in_stands_at_its_place(at: int):
    new = [A_ROW, B_ROW]
    new.insert(at, row("Egypt", "none at all", properties=f"<w:ins {A}/>"))
    made = woven(edits_of(*new)).package
    expected = [A_TEXT, B_TEXT]
    expected.insert(at, "Egypt|none at all")
    assert rows(made, accept_all) == expected
    assert rows(made, reject_all) == [A_TEXT, B_TEXT]


def test_row_put_in_by_two_alike_stands_once_and_by_two_otherwise_in_the_order_of_agencies():
    egypt, syria = (row(name, "none at all", properties=f"<w:ins {A}/>") for name in ("Egypt", "Syria"))
    once = woven(edits_of(A_ROW, egypt, B_ROW), edits_of(A_ROW, egypt, B_ROW, agency="IOM"))
    assert rows(once.package, accept_all) == [A_TEXT, "Egypt|none at all", B_TEXT]
    assert max(map(len, once.marks.values())) == 2
    both = woven(edits_of(A_ROW, syria, B_ROW, agency="IOM"), edits_of(A_ROW, egypt, B_ROW))
    assert rows(both.package, accept_all) == [A_TEXT, "Egypt|none at all", "Syria|none at all", B_TEXT]


def test_row_taken_out_by_two_is_marked_by_the_earlier():
    gone, later = (tr(tc(p(dele("Jordan", by))), tc(p(dele("refugees 0.7 million", by))), properties=f"<w:del {by}/>") for by in (A, LATER))
    made = woven(edits_of(A_ROW, later), edits_of(A_ROW, gone, agency="IOM"))
    [mark] = made.package.xml("word/document.xml").iterfind(f".//{w('trPr')}/{w('del')}")
    assert mark.get(w("author")) == "Reviewer 1 [IOM]"
    assert rows(made.package, accept_all) == [A_TEXT]
    assert rows(made.package, reject_all) == [A_TEXT, B_TEXT]
    assert len(made.also) == 1


def test_cell_put_in_and_taken_out():
    put = tr(tc(p(t("Jordan"))), tc(p(t("new")), properties=f"<w:cellIns {A}/>"), tc(p(t("refugees 0.7 million"))))
    made = woven(edits_of(A_ROW, put)).package
    assert rows(made, accept_all) == [A_TEXT, "Jordan|new|refugees 0.7 million"]
    assert rows(made, reject_all) == [A_TEXT, B_TEXT]
    last = woven(edits_of(A_ROW, tr(tc(p(t("Jordan"))), tc(p(t("refugees 0.7 million"))), tc(p(t("new")), properties=f"<w:cellIns {A}/>"))))
    assert rows(last.package, accept_all) == [A_TEXT, f"{B_TEXT}|new"]
    gone = tr(tc(p(dele("Jordan")), properties=f"<w:cellDel {A}/>"), tc(p(t("refugees 0.7 million"))))
    made = woven(edits_of(A_ROW, gone)).package
    assert rows(made, accept_all) == [A_TEXT, "refugees 0.7 million"]
    assert rows(made, reject_all) == [A_TEXT, B_TEXT]


def test_rejecting_all_is_the_base_to_the_letter():
    new = row("Egypt", "none at all", properties=f"<w:ins {A}/>")
    gone = tr(tc(p(dele("Jordan"))), tc(p(dele("refugees 0.7 million"))), properties=f"<w:del {A}/>")
    made = woven(edits_of(A_ROW, new, gone)).package
    reject_all(made)
    assert canonical(made.xml(made.main)) == canonical(package_of(BASE, p()).xml("word/document.xml"))
