"""The comments of a file: their words, threads of one level, and files whose threads are broken."""

import pytest

from tansiq.engines.ooxml.names import NAMESPACES, w
from tansiq.engines.ooxml.package import Package
from tansiq.engines.redline.align.atoms import Atoms
from tansiq.engines.redline.readers.comments import anchor_text, comment_text, read_comments
from tests.engines.ooxml.revisions.written import A, dele, ins, p, package_of, t
from tests.engines.redline.documents import DAY, flow_of, remark

EXTENDED = "http://schemas.microsoft.com/office/2011/relationships/commentsExtended"


def threaded(*lines: str, comments: str) -> Package:
    """A package with comments and the thread each is in, as `PARAGRAPH PARENT DONE`."""
    package = package_of(p(t("a")), comments=comments)
    made = []
    for line in lines:
        paragraph, parent, done = line.split()
        above = f' w15:paraIdParent="{parent}"' if parent != "-" else ""
        made.append(f'<w15:commentEx w15:paraId="{paragraph}"{above} w15:done="{done}"/>')
    data = f'<w15:commentsEx xmlns:w15="{NAMESPACES["w15"]}">{"".join(made)}</w15:commentsEx>'.encode()
    package.add_part("word/commentsExtended.xml", data, "application/xml")
    package.relate(package.main, type=EXTENDED, target="word/commentsExtended.xml")
    return package


def test_read_comments_of_a_file_without_any_is_empty():
    assert read_comments(package_of(p(t("a")))) == {}


def test_read_comments_says_who_when_and_what():
    [found] = read_comments(package_of(p(t("a")), comments=remark(3, "Which?", " Reviewer 3 "))).values()
    assert (found.number, found.person, found.date, found.initials, found.text) == ("3", "Reviewer 3", DAY, "R", "Which?")
    assert (found.parent, found.resolved) == ("", False)


def test_read_comments_replies_to_replies_belong_to_the_first():
    comments = "".join(remark(number, str(number), paragraph=f"0000000{number}") for number in (1, 2, 3))
    package = threaded("00000001 - 1", "00000002 00000001 0", "00000003 00000002 0", comments=comments)
    assert [(each.number, each.parent, each.resolved) for each in read_comments(package).values()] == [
        ("1", "", True), ("2", "1", False), ("3", "1", False),
    ]


def test_read_comments_letters_of_paragraph_ids_may_be_of_either_case():
    comments = remark(1, "a", paragraph="0000000a") + remark(2, "b", paragraph="0000000B")
    package = threaded("0000000A - 0", "0000000b 0000000a 0", comments=comments)
    assert read_comments(package)["2"].parent == "1"


@pytest.mark.parametrize("lines", [
    ["00000001 00000002 0", "00000002 00000001 0"], ["00000001 00000001 0"], ["00000002 0000000F 0"], ["00000009 00000001 0"],
])
def test_read_comments_broken_threads_end(lines: list[str]):
    comments = remark(1, "a", paragraph="00000001") + remark(2, "b", paragraph="00000002")
    found = read_comments(threaded(*lines, comments=comments))
    assert list(found) == ["1", "2"]
    assert all(each.parent != each.number for each in found.values())


def test_comment_text_paragraphs_are_lines():
    package = package_of(p(t("one "), ins(t("two"))), p(), p(t("three")))
    assert comment_text(package.xml(package.main)[0]) == "one two\n\nthree"


def test_anchor_text_has_what_was_taken_out_too():
    flow = flow_of(p(t("a"), dele("b"), mark=f"<w:ins {A}/>"), p(t("c")))
    assert anchor_text(flow, Atoms(), 0, 3) == "ab"
    assert anchor_text(flow, Atoms(), 1, 4) == "b\nc"
    assert anchor_text(flow, Atoms(), 1, 1) == ""


def test_read_comments_element_is_that_of_the_part():
    package = package_of(p(t("a")), comments=remark(1, "x"))
    assert read_comments(package)["1"].element is package.xml("word/comments.xml").find(w("comment"))
