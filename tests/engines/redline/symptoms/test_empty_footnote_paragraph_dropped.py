"""Symptom: an empty paragraph in a footnote is dropped, and 94 notes do not come back (JSv4/Docxodus#592)."""

import pytest

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.ooxml.revisions import accept_all, reject_all
from tests.engines.ooxml.revisions.written import canonical, dele, ins, p, package_of, t

NOTES = 94


def reviewed(*, changed):
    """A body with 94 notes, each with an empty paragraph after its text; with changes in the text of every third."""
    notes = "".join(
        f'<w:footnote w:id="{number}">{p(t(f"note {number}"), *changes(number, changed))}{p()}</w:footnote>'
        for number in range(1, NOTES + 1)
    )
    references = (p(f'<w:r><w:footnoteReference w:id="{number}"/></w:r>') for number in range(1, NOTES + 1))
    return package_of(*references, footnotes=notes)


def changes(number, changed):
    """What each third note holds besides: what was there, or what a reviewer made of it."""
    if number % 3:
        return ()
    return (dele(" old"), ins(t(" new"))) if changed else (t(" old"),)


def test_empty_footnote_paragraphs_rejected_are_all_there():
    package = reviewed(changed=True)
    reject_all(package)
    assert canonical(package.xml("word/footnotes.xml")) == canonical(reviewed(changed=False).xml("word/footnotes.xml"))


@pytest.mark.parametrize("settle_fully", [accept_all, reject_all])
def test_empty_footnote_paragraphs_written_and_read_again_are_all_there(settle_fully):
    package = reviewed(changed=True)
    settle_fully(package)
    again = read_package(package.write(), name="again.docx").xml("word/footnotes.xml")
    assert [len(note) for note in again.iterchildren(w("footnote"))] == [2] * NOTES


def test_note_whose_only_paragraph_was_deleted_keeps_an_empty_one():
    note = p(dele("gone"), mark='<w:del w:id="9"/>')
    package = package_of(
        p('<w:r><w:footnoteReference w:id="1"/></w:r>'), footnotes=f'<w:footnote w:id="1">{note}</w:footnote>',
    )
    accept_all(package)
    assert canonical(package.xml("word/footnotes.xml")[0][0]) == "<w:p>\n</w:p>"
