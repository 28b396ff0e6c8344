"""Emptied elements are like their model, and hold nothing."""

from lxml import etree

from tansiq.engines.redline.align.emptied import emptied


def test_emptied_keeps_name_attributes_and_namespaces_only():
    root = etree.fromstring('<a:x xmlns:a="urn:a" xmlns="urn:b"><a:y one="1" a:two="2">text<z/></a:y>tail</a:x>')
    model = root[0]
    made = emptied(model)
    assert (made.tag, dict(made.attrib), made.nsmap) == (model.tag, dict(model.attrib), model.nsmap)
    assert (len(made), made.text, made.tail, made.getparent()) == (0, None, None, None)
    assert len(model) == 1
