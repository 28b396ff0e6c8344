"""Symptom: two references lead to one note; when the one in deleted text goes, the note is emptied (UseJunior/safe-docx#852)."""

import pytest

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.revisions import accept_all, reject_all
from tests.engines.ooxml.revisions.written import A, p, package_of, t, texts

REFERENCE = '<w:r><w:footnoteReference w:id="1"/></w:r>'
DELETED = f"<w:del {A}>{REFERENCE}</w:del>"
INSERTED = f"<w:ins {A}>{REFERENCE}</w:ins>"


@pytest.mark.parametrize(("settle_fully", "content", "references", "notes"), [
    (accept_all, DELETED + INSERTED, 1, ["note"]),     # moved within the text, as a comparison writes it
    (reject_all, DELETED + INSERTED, 1, ["note"]),
    (accept_all, REFERENCE + DELETED, 1, ["note"]),
    (reject_all, REFERENCE + INSERTED, 1, ["note"]),
    (accept_all, DELETED + DELETED, 0, []),
    (reject_all, INSERTED, 0, []),
])
def test_note_stays_whole_as_long_as_one_reference_leads_to_it(settle_fully, content, references, notes):
    package = package_of(p(t("a"), content), footnotes=f'<w:footnote w:id="1">{p(t("note"))}</w:footnote>')
    settle_fully(package)
    assert len(list(package.xml(package.main).iter(w("footnoteReference")))) == references
    assert texts(package.xml("word/footnotes.xml")) == notes
