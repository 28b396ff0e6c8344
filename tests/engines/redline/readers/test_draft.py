"""The draft flattened once: reading one copy after another against it gives what reading each alone gives."""

from tansiq.engines.redline.readers.copy import read_copy
from tansiq.engines.redline.readers.draft import read_draft
from tests.engines.ooxml.revisions.written import dele, ins, p, package_of, t
from tests.engines.redline.documents import BODY, ranged, remark, tbl, tc, tr

BASE = package_of(
    p(ranged(1, t("one two")), "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"), tbl(tr(tc(p(t("cell"))))), p(), comments=remark(1, "Own"),
)
COPIES = [
    package_of(p(t("one "), dele("two"), "<m:oMath><m:r><m:t>y</m:t></m:r></m:oMath>"), tbl(tr(tc(p(ins(t("new ")), t("cell"))))), p()),
    package_of(p(t("one two three"), "<m:oMath><m:r><m:t>z</m:t></m:r></m:oMath>"), tbl(tr(tc(p()))), p()),
]


def test_read_draft_has_flows_places_and_comments():
    draft = read_draft(BASE)
    assert list(draft.document.flows) == [BODY, f"{BODY}/t0/r0/c0"]
    assert draft.places.of(draft.document.body, 0, 3).paragraph == 1
    assert [found.text for found in draft.comments.values()] == ["Own"]


def test_read_draft_serves_many_copies_as_if_each_were_the_first():
    shared = read_draft(BASE)
    before = BASE.write()
    for copy in [*COPIES, *COPIES]:
        named = {"agency": "FAO", "file": "fao.docx", "data": b"", "enough": 0}
        assert read_copy(shared, copy.copy(), **named) == read_copy(read_draft(BASE), copy.copy(), **named)
    assert BASE.write() == before
