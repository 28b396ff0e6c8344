"""Symptom: a comment changed in LibreOffice or Collabora made a file that Word refuses (CollaboraOnline#12147)."""

from pathlib import Path

import pytest

from tansiq.engines.redline import consolidate
from tests.conftest import SHARED
from tests.engines.ooxml.revisions.written import p, t, zipped
from tests.engines.redline.reviews.drafts import atom
from tests.engines.redline.reviews.health import faults
from tests.engines.redline.reviews.model import Draft, Remark
from tests.engines.redline.reviews.oracles import soffice_converted
from tests.engines.redline.reviews.plain_comments import comments_of
from tests.engines.redline.reviews.review import insert
from tests.engines.redline.reviews.schema import schema_errors
from tests.engines.redline.reviews.written import write
from tests.engines.redline.symptoms.copies import draft, para, review


def commented(copy: Draft) -> None:
    insert(copy.body[0], 9, [atom("comment_end", "c")])
    insert(copy.body[0], 4, [atom("comment_start", "c")])
    copy.remarks.append(Remark("c", "Author", "2024-02-01T09:00:00Z", "A", ["Which one?"]))
    copy.remarks.append(Remark("d", "Author", "2024-02-02T09:00:00Z", "A", ["The first."], parent="c"))


@pytest.mark.needs("soffice", "shared")
def test_comment_saved_by_libreoffice_comes_out_once_and_valid(tmp_path: Path):
    base = draft(para("The Group met in Geneva and agreed."))
    (tmp_path / "copy.docx").write_bytes(review(base, "IOM", commented))
    (tmp_path / "saved").mkdir()
    saved = soffice_converted(tmp_path / "copy.docx", "docx", tmp_path / "saved")
    made = consolidate(write(base), {"IOM": saved.read_bytes()}, apart=False)
    assert sorted((said.person, said.text, said.on) for said in comments_of(made.file)) == [
        ("Author [IOM]", "The first.", "Group"), ("Author [IOM]", "Which one?", "Group"),
    ]
    assert made.ledger.edits == ()
    assert faults(made.file) == set()
    assert schema_errors(made.file, SHARED / "corpus" / "xsd") == set()


def with_comments(*dated: tuple[str, str]) -> bytes:
    """A file with comments of (`w:date="…"` or nothing, text)."""
    body = p(t("The Group met."), *(f'<w:r><w:commentReference w:id="{number}"/></w:r>' for number in range(len(dated))))
    comments = "".join(
        f'<w:comment w:id="{number}" w:author="Author" {date}>{p(t(text))}</w:comment>' for number, (date, text) in enumerate(dated)
    )
    return zipped(f"<w:body>{body}</w:body>", {"comments": comments})


@pytest.mark.parametrize("date", ['w:date="2026-06-09T19:15:01Z"', ""])
def test_comment_of_the_draft_whose_date_was_rounded_or_lost_is_no_new_one(date):
    base = with_comments(('w:date="2026-06-09T19:15:01.770Z"', "Which one?"))
    copy = with_comments((date, "Which  one? "), (date, "Which one?"), (date, "The first."))
    made = consolidate(base, {"IOM": copy}, apart=False)
    assert [comment.text for comment in made.ledger.comments] == ["Which one?", "The first."]
    assert [said.person for said in comments_of(made.file)] == ["Author", "Author [IOM]", "Author [IOM]"]
