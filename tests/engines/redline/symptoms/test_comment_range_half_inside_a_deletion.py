"""Symptom: a comment's range starts outside and ends inside `w:del`, and the comment separates (superdoc/docx-editor#3239)."""

import pytest

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.revisions import accept_all, reject_all
from tests.engines.ooxml.revisions.written import A, p, package_of, t

START, END = '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>'
REFERENCE = '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="1"/></w:r>'
GONE = "<w:r><w:delText>b</w:delText></w:r>"
COMMENTS = f'<w:comment w:id="1">{p(t("why?"))}</w:comment>'

RANGES = {
    "ends inside": START + t("a") + f"<w:del {A}>{GONE}{END}{REFERENCE}</w:del>" + t("c"),
    "starts inside": f"<w:del {A}>{START}{GONE}</w:del>" + t("c") + END + REFERENCE,
    "lies inside": t("a") + f"<w:del {A}>{START}{GONE}{END}{REFERENCE}</w:del>" + t("c"),
    "lies around": START + f"<w:del {A}>{GONE}</w:del>" + END + REFERENCE,
    "lies inside an insertion that another deleted": f"<w:ins {A}><w:del {A}>{START}{GONE}{END}{REFERENCE}</w:del></w:ins>" + t("c"),
}


@pytest.mark.parametrize("settle_fully", [accept_all, reject_all])
@pytest.mark.parametrize("place", RANGES)
def test_comment_keeps_its_range_and_reference_in_order(place, settle_fully):
    package = package_of(p(RANGES[place]), comments=COMMENTS)
    settle_fully(package)
    kept = [each.tag for each in package.xml(package.main).iter(w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))]
    assert kept == [w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")]
    assert next(package.xml(package.main).iter(w("commentReference"))).getparent().getparent().tag == w("p")
    assert len(package.xml("word/comments.xml")) == 1


def test_comment_on_a_deleted_paragraph_moves_to_the_next():
    package = package_of(p(f"{START}<w:del {A}>{GONE}</w:del>{END}{REFERENCE}", mark=f"<w:del {A}/>"), p(t("c")), comments=COMMENTS)
    accept_all(package)
    assert [child.tag for child in package.xml(package.main)[0][0]] == [w("commentRangeStart"), w("commentRangeEnd"), w("r"), w("r")]
