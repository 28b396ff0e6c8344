"""Elements in short."""

from tansiq.engines.press.writers.docx.xml import XML_SPACE, el, qualified, serialized, text_element, val

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def test_el_leaves_out_children_that_are_none():
    assert [child.tag for child in el("w:p", None, None, el("w:r"))] == [f"{{{W}}}r"]


def test_val_and_text_element_hold_their_value():
    assert val("w:sz", 22).get(qualified("w:val")) == "22"
    kept = text_element("w:t", " a ")
    assert (kept.text, kept.get(XML_SPACE)) == (" a ", "preserve")


def test_serialized_declares_namespaces_once_at_the_root():
    blob = serialized(el("w:p", None, el("w:r", {"w:rsidR": "1"})))
    assert blob.count(b"xmlns:w=") == 1
    assert blob.startswith(b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>")
