"""Symptom: inserted text is not found by programs that extract text (python-openxml/python-docx#1123, #340)."""

from io import BytesIO

import docx

from tansiq.engines.ooxml.revisions import accept_all, revisions
from tansiq.engines.redline.pending import described
from tests.engines.ooxml.revisions.written import A, ins, p, package_of, t

BLOCKS = (p(t("There are "), ins(t("seventeen ")), t("members."), mark=f"<w:ins {A}/>"), p(ins(t("All of them."))))


def extracted(package):
    """The text as python-docx finds it."""
    return [paragraph.text for paragraph in docx.Document(BytesIO(package.write())).paragraphs]


def test_inserted_text_is_invisible_to_the_other_program_while_tracked():
    assert extracted(package_of(*BLOCKS)) == ["There are members.", ""]


def test_inserted_text_accepted_is_found_by_the_other_program():
    package = package_of(*BLOCKS)
    accept_all(package)
    assert extracted(package) == ["There are seventeen members.", "All of them."]


def test_inserted_text_is_in_the_list_of_changes():
    assert [line.partition(" by ")[0] for line in described(revisions(package_of(*BLOCKS)))] == [
        "paragraph insertion", 'insertion "seventeen "', 'insertion "All of them."',
    ]
