"""Namespaces, relationship types and content types of ISO/IEC 29500-1 (transitional) and of Microsoft's extensions to it.

`w("p")` is `{namespace}p`, as lxml writes names; one such function for each prefix. No knowledge of what the names mean.
"""

from collections.abc import Callable
from functools import cache

from lxml import etree

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "w16cid": "http://schemas.microsoft.com/office/word/2016/wordml/cid",
    "w16cex": "http://schemas.microsoft.com/office/word/2018/wordml/cex",
    "w16du": "http://schemas.microsoft.com/office/word/2023/wordml/word16du",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wp14": "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
for _prefix, _uri in NAMESPACES.items():
    if _prefix not in {"xml", "ct", "rel", "ep"}:   # these stand without a prefix in the parts that use them
        etree.register_namespace(_prefix, _uri)


def _named(prefix: str) -> Callable[[str], str]:
    """The function that puts the namespace of `prefix` before a local name."""
    head = f"{{{NAMESPACES[prefix]}}}"

    @cache
    def qualified(local: str) -> str:
        return head + local

    return qualified


w = _named("w")
w14 = _named("w14")
w15 = _named("w15")
w16cid = _named("w16cid")
w16cex = _named("w16cex")
w16du = _named("w16du")
wps = _named("wps")
r = _named("r")
wp = _named("wp")
a = _named("a")
pic = _named("pic")
c = _named("c")
mc = _named("mc")
m = _named("m")
v = _named("v")
o = _named("o")
ct = _named("ct")
rel = _named("rel")
cp = _named("cp")
dc = _named("dc")
dcterms = _named("dcterms")
ep = _named("ep")
ds = _named("ds")

XML_SPACE = f"{{{NAMESPACES['xml']}}}space"

OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT_RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"

OTHER_RELATIONS = {
    "core-properties": f"{PACKAGE_RELATIONS}/metadata/core-properties",
    "commentsExtended": "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
    "people": "http://schemas.microsoft.com/office/2011/relationships/people",
    "commentsIds": "http://schemas.microsoft.com/office/2016/09/relationships/commentsIds",
    "commentsExtensible": "http://schemas.microsoft.com/office/2018/08/relationships/commentsExtensible",
}
"""Relationship types that do not begin with OFFICE_RELATIONS, by their last step."""

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
WORD_MAIN = f"{WORD_TYPE}.document.main+xml"
"""The content type of the main part of a .docx (ISO/IEC 29500-1, 11.3.10)."""

CONTENT_TYPES = {
    "comments": f"{WORD_TYPE}.comments+xml",
    "commentsExtended": f"{WORD_TYPE}.commentsExtended+xml",
    "commentsIds": f"{WORD_TYPE}.commentsIds+xml",
    "commentsExtensible": f"{WORD_TYPE}.commentsExtensible+xml",
    "people": f"{WORD_TYPE}.people+xml",
    "footnotes": f"{WORD_TYPE}.footnotes+xml",
    "endnotes": f"{WORD_TYPE}.endnotes+xml",
    "header": f"{WORD_TYPE}.header+xml",
    "footer": f"{WORD_TYPE}.footer+xml",
    "styles": f"{WORD_TYPE}.styles+xml",
    "numbering": f"{WORD_TYPE}.numbering+xml",
    "settings": f"{WORD_TYPE}.settings+xml",
    "customXml": "application/xml",
    "customXmlProps": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
    "core-properties": "application/vnd.openxmlformats-package.core-properties+xml",
    "custom-properties": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}
"""Content types of the parts that are added to packages, by the last step of their relationship type."""


def relation_type(kind: str) -> str:
    """The URI of a relationship type from its last step (`comments`, `people`); a whole URI stays as it is."""
    if ":" in kind:
        return kind
    return OTHER_RELATIONS.get(kind, f"{OFFICE_RELATIONS}/{kind}")
