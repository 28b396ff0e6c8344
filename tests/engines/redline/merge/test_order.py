"""The order of a ledger: that of the base, then of agencies, then of each agency's file."""

from tansiq.engines.redline.merge.order import comments_in_order, container_order, in_order
from tests.engines.ooxml.revisions.written import p, t
from tests.engines.redline.documents import BODY, comment, document_of, edit, tbl, tc, tr

BOX = "<w:r><w:pict><w:txbxContent>{}</w:txbxContent></w:pict></w:r>"
DOCUMENT = document_of(
    p(t("a"), BOX.format(p(t("boxed")))), tbl(tr(tc(p(t("b")), tbl(tr(tc(p())))), tc(p()))), p(),
    footnotes=f'<w:footnote w:id="2">{p()}</w:footnote>',
)


def test_container_order_is_that_of_reading():
    table = f"{BODY}/t0"
    assert list(container_order(DOCUMENT)) == [
        BODY, f"{BODY}/x0", table, f"{table}/r0", f"{table}/r0/c0", f"{table}/r0/c0/t0", f"{table}/r0/c0/t0/r0",
        f"{table}/r0/c0/t0/r0/c0", f"{table}/r0/c1", "word/footnotes.xml#2",
    ]
    assert list(container_order(DOCUMENT).values()) == list(range(10))


def test_in_order_by_place_then_agency_then_as_they_came():
    order = container_order(DOCUMENT)
    edits = [
        edit(start=5, agency="IOM"), edit(start=0, agency="IOM", after="2"), edit(start=0, agency="FAO"), edit(start=0, agency="IOM"),
        edit(start=0, flow=f"{BODY}/t0"), edit(start=0, flow="unknown"), edit(start=9, agency="FAO"),
    ]
    assert [(each.place.flow.rpartition("/")[2], each.place.start, each.agency, each.after) for each in in_order(edits, order)] == [
        ("document.xml#body", 0, "FAO", ""), ("document.xml#body", 0, "IOM", "2"), ("document.xml#body", 0, "IOM", ""),
        ("document.xml#body", 5, "IOM", ""), ("document.xml#body", 9, "FAO", ""), ("t0", 0, "FAO", ""), ("unknown", 0, "FAO", ""),
    ]


def test_comments_in_order_replies_keep_theirs():
    said = [comment("c3", start=4), comment("c1"), comment("c2", parent="c1"), comment("c0", agency="AAA")]
    assert [each.id for each in comments_in_order(said, container_order(DOCUMENT))] == ["c0", "c1", "c2", "c3"]
