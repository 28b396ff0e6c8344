"""Symptom: comments and bookmarks are gone after comparing (Open-Xml-PowerTools#268)."""

from tests.engines.redline.reviews.drafts import atom
from tests.engines.redline.reviews.model import Draft, Remark
from tests.engines.redline.reviews.parts import unzipped
from tests.engines.redline.reviews.plain_comments import comments_of
from tests.engines.redline.reviews.review import delete, insert
from tests.engines.redline.symptoms.copies import FIRST, consolidated, draft, para


def remark_and_delete(copy: Draft) -> None:
    insert(copy.body[0], 9, [atom("comment_end", "c")])
    insert(copy.body[0], 4, [atom("comment_start", "c")])
    copy.remarks.append(Remark("c", "Desk officer", "2024-02-01T09:00:00Z", "D", ["Which one?"]))
    delete(copy.body[1], 0, 5, FIRST)


def test_comments_and_bookmarks_are_kept_where_others_edit():
    base = draft(para("The Group met."), para("Later it agreed."))
    base.body[0].units = [atom("bookmark_start", "met"), *base.body[0].units, atom("bookmark_end", "met")]
    made = consolidated(base, IOM=remark_and_delete, FAO=lambda copy: delete(copy.body[0], 4, 14, FIRST))
    assert [(said.person, said.text, said.on) for said in comments_of(made.file) if said.text == "Which one?"] == [
        ("Desk officer [IOM]", "Which one?", "Group"),
    ]
    assert unzipped(made.file)["word/document.xml"].count(b'w:name="met"') == 1
