"""Symptom: comments anchored inside `w:ins` or `w:del`, as Google Docs writes them, or half in one, come apart (superdoc#1733, #3239)."""

import pytest
from lxml import etree

from tansiq.engines.redline import Consolidation, consolidate
from tests.engines.ooxml.revisions.written import A, B, dele, ins, p, t, zipped
from tests.engines.redline.reviews.health import faults
from tests.engines.redline.reviews.parts import unzipped
from tests.engines.redline.reviews.plain_comments import comments_of
from tests.engines.redline.reviews.plain_views import DELETED, INSERTED, W

START, END = '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>'
REFERENCE = '<w:r><w:commentReference w:id="1"/></w:r>'
COMMENT = f'<w:comment w:id="1" w:author="Officer" w:date="2024-01-01T00:00:00Z">{p(t("why?"))}</w:comment>'
BASE = zipped(f"<w:body>{p(t('one two three four'))}</w:body>", {})
REST = t("three four")


def gone(*content: str, by: str = A) -> str:
    return f"<w:del {by}>{''.join(content)}</w:del>"


def cut(text: str) -> str:
    return f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'


def consolidated(*content: str) -> Consolidation:
    return consolidate(BASE, {"IOM": zipped(f"<w:body>{p(*content)}</w:body>", {"comments": COMMENT})}, apart=False)


# What the copy holds; the words of the base under the comment; the words the ledger says it is about.
RANGES = {
    "ends in a deletion": ((START, t("one "), gone(cut("tw"), END, REFERENCE, cut("o ")), REST), "one tw", "one tw"),
    "starts in a deletion": ((t("one "), gone(cut("tw"), START, cut("o ")), t("three"), END, REFERENCE, t(" four")), "o three", "o three"),
    "lies in a deletion": ((t("one "), gone(START, cut("two "), END, REFERENCE), REST), "two ", "two "),
    "lies in an insertion": ((t("one "), ins(t("a"), START, t("bc"), END, REFERENCE, t("d ")), t("two "), REST), "", "bc"),
    "from an insertion into a deletion": (
        (t("one "), ins(t("a"), START, t("b ")), gone(cut("tw"), END, REFERENCE, cut("o ")), REST), "tw", "b tw",
    ),
    "lies in an insertion taken back": (
        (t("one "), ins(t("new "), gone(START, cut("old "), END, REFERENCE, by=B)), t("two "), REST), "", "old ",
    ),
    "without an end": ((t("one "), START, t("two"), REFERENCE, t(" "), REST), "two", "two"),
    "without a start": ((t("one "), t("two"), END, REFERENCE, t(" "), REST), "", ""),
    "ends before it starts": ((t("one "), END, t("two"), START, REFERENCE, t(" "), REST), "", ""),
    "without a range": ((t("one "), dele("two "), REFERENCE, REST), "", ""),
}


@pytest.mark.parametrize("place", RANGES)
def test_comment_stands_on_its_words_outside_of_changes(place):
    content, words, said = RANGES[place]
    made = consolidated(*content)
    assert [(each.text, each.on) for each in comments_of(made.file)] == [("why?", words)]
    assert [comment.anchor_text for comment in made.ledger.comments] == [said]
    body = etree.fromstring(unzipped(made.file)["word/document.xml"])
    limits = list(body.iter(W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference"))
    assert [each.tag for each in limits] == [W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference"]
    assert [above.tag for each in limits for above in each.iterancestors(*INSERTED, *DELETED)] == []
    assert faults(made.file) == set()


def test_comments_of_two_agencies_cross_each_others_changes():
    copies = {
        "IOM": (START, t("one "), gone(cut("two "), END, REFERENCE), REST),
        "FAO": (t("one "), gone(cut("two three"), by=B), START, t(" four"), END, REFERENCE),
    }
    files = {name: zipped(f"<w:body>{p(*content)}</w:body>", {"comments": COMMENT}) for name, content in copies.items()}
    made = consolidate(BASE, files, apart=False)
    said = {(each.person, each.on) for each in comments_of(made.file) if each.text == "why?"}
    assert said == {("Officer [IOM]", "one two "), ("Officer [FAO]", " four")}
    assert faults(made.file) == set()
