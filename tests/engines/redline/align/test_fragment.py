"""Fragments: written and read again the same, content apart from resources, and no way in for entities."""

import pytest
from lxml import etree

from tansiq.engines.ooxml.names import w
from tansiq.engines.redline.align import fragment
from tansiq.engines.redline.errors import LedgerMissing


def test_write_and_parse_give_the_same():
    root = fragment.new()
    etree.SubElement(etree.SubElement(root, w("r")), w("t")).text = "text \u0639 & <"
    etree.SubElement(root, fragment.MARK)
    text = fragment.write(root)
    again = fragment.parse(text)
    assert fragment.write(again) == text
    assert [child.tag for child in fragment.content(again)] == [w("r"), fragment.MARK]


def test_content_is_without_the_resources():
    root = fragment.new()
    for tag in (fragment.NOTE, w("r"), fragment.STYLE, fragment.NUMBERING):
        etree.SubElement(root, tag)
    assert [child.tag for child in fragment.content(root)] == [w("r")]
    assert [child.tag for child in fragment.resources(root, fragment.STYLE)] == [fragment.STYLE]


@pytest.mark.parametrize("text", ["<x:fragment", "", "<other/>", "\ud800", f'<x:fragment xmlns:x="{fragment.NS}">&lost;</x:fragment>'])
def test_parse_text_that_was_tampered_with_is_refused(text: str):
    with pytest.raises(LedgerMissing, match="take the ledger as"):
        fragment.parse(text)


def test_parse_entities_are_not_resolved():
    text = f'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><x:fragment xmlns:x="{fragment.NS}">&e;</x:fragment>'
    root = fragment.parse(text)
    assert "".join(root.itertext(w("t"))) == ""
    assert (root.text or "") == ""
