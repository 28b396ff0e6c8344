"""Bytes to trees. What is refused is in test_reading_hostile.py; here what is read, and the bounds of it."""

import pytest
from lxml import etree

from tansiq.engines.ooxml import Limits, PackageRefused
from tansiq.engines.ooxml.safe_xml import has_canonical_form, opening_tags, parse, serialized


@pytest.mark.parametrize("data", [
    "<a>أ</a>".encode(),
    "\ufeff<a>أ</a>".encode(),
    "<?xml version='1.0' encoding=\"utf-8\"?>\r\n<a>أ</a>".encode(),
    "<?xml version='1.0' encoding='UTF-16'?><a>أ</a>".encode("utf-16"),
    "<?xml version='1.0' encoding='UTF-16'?><a>أ</a>".encode("utf-16-be"),
    "<a>أ</a>".encode("utf-16-le"),
    "<?xml version='1.0'?><!-- b --> <?c d?>\n<a>أ</a><!-- <!DOCTYPE e> -->".encode(),
])
def test_parse_reads_either_encoding(data):
    root = parse(data, name="a.docx", part="word/a.xml")
    assert (root.tag, root.text) == ("a", "أ")


def test_parse_leaves_white_space_alone():
    assert etree.tostring(parse(b"<a> <b> </b>\n</a>", name="a", part="b")) == b"<a> <b> </b>\n</a>"


@pytest.mark.parametrize(("depth", "fits"), [(256, True), (257, False)])
def test_parse_depth(depth, fits):
    data = b"<a>" * depth + b"</a>" * depth
    if fits:
        assert parse(data, name="a", part="b").tag == "a"
    else:
        with pytest.raises(PackageRefused, match="a: b is nested more than 256 deep"):
            parse(data, name="a", part="b")


@pytest.mark.parametrize(("limits", "fits"), [
    (Limits(elements=3), True), (Limits(elements=2), False), (Limits(equal_signs=2), True), (Limits(equal_signs=1), False),
    (Limits(xml_part=27), True), (Limits(xml_part=26), False),
])
def test_parse_bounds(limits, fits):
    data = b'<a b="c" d="e"><f/><g/></a>'
    if fits:
        assert len(parse(data, name="a", part="b", limits=limits)) == 2
    else:
        with pytest.raises(PackageRefused):
            parse(data, name="a", part="b", limits=limits)


def test_serialized_has_one_declaration_and_parses_to_the_same():
    data = serialized(parse("<a b='ا'> ج </a>".encode(), name="a", part="b"))
    assert data == "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n<a b=\"ا\"> ج </a>".encode()


def test_opening_tags_bounds_the_elements():
    assert opening_tags(b"<a><b/><c>d</c></a>") == 3


@pytest.mark.parametrize(("namespace", "found"), [
    ("http://schemas.openxmlformats.org/a/2006/main", True), ("urn:schemas-microsoft-com:vml", True), ("tag:a,2006:b", True), ("", True),
    ("b", False), ("../b", False), ("&#98;", False), ("#b", False),
])
def test_has_canonical_form_only_with_absolute_namespaces(namespace, found):
    data = f'<a><b xmlns="{namespace}"/></a>'.encode()
    assert has_canonical_form(parse(data, name="a", part="b"), data) is found
