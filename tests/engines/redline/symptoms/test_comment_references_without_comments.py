"""Symptom: comment references but no comments part, so that the file does not open (safe-docx#94)."""

import re

from tansiq.engines.redline import consolidate
from tests.engines.redline.reviews.drafts import atom
from tests.engines.redline.reviews.health import faults
from tests.engines.redline.reviews.model import Draft, Remark
from tests.engines.redline.reviews.parts import unzipped, zipped
from tests.engines.redline.reviews.plain_comments import comments_of
from tests.engines.redline.reviews.written import write
from tests.engines.redline.symptoms.copies import consolidated, draft, para, review

BASE = draft(para("The Group met."))


def commented(copy: Draft) -> None:
    copy.body[0].units += [atom("comment_start", "c"), atom("comment_end", "c")]
    copy.remarks.append(Remark("c", "Author", "2024-02-01T09:00:00Z", "A", ["Where?"]))


def test_a_base_without_comments_gets_the_part_and_its_relations():
    made = consolidated(BASE, IOM=commented)
    assert [said.text for said in comments_of(made.file)] == ["Where?"]
    assert faults(made.file) == set()


def test_a_copy_whose_comments_part_is_gone_brings_no_dangling_reference():
    parts = unzipped(review(BASE, "IOM", commented))
    for name in ("word/comments.xml", "word/commentsExtended.xml"):
        del parts[name]
    for name in ("word/_rels/document.xml.rels", "[Content_Types].xml"):
        parts[name] = re.sub(rb"<(Relationship|Override) [^>]*comments[^>]*/>", b"", parts[name])
    made = consolidate(write(BASE), {"IOM": zipped(parts)}, apart=False)
    assert comments_of(made.file) == []
    assert faults(made.file) == set()
