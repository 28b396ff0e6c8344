"""The parts beside the text: settings, fonts, and the document properties. No author, no clock: only what the tree says."""

from datetime import UTC, date, datetime

from lxml import etree

from tansiq.engines.press.tree import Document
from tansiq.engines.press.writers.docx.manuscript import Manuscript, word_language
from tansiq.engines.press.writers.docx.styles import FONT
from tansiq.engines.press.writers.docx.xml import el, val

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def settings(manuscript: Manuscript) -> etree._Element:
    """The settings part, in the order of CT_Settings."""
    latin, arabic = manuscript.languages()
    separators = [el("w:footnote", {"w:id": number}) for number in ("-1", "0")]
    compatible = {
        "compatibilityMode": "15", "overrideTableStyleFontSizeAndJustification": "1", "enableOpenTypeFeatures": "1",
        "doNotFlipMirrorIndents": "1", "differentiateMultirowTableHeaders": "1",
    }
    uri = "http://schemas.microsoft.com/office/word"
    compat = [el("w:compatSetting", {"w:name": name, "w:uri": uri, "w:val": on}) for name, on in compatible.items()]
    french = manuscript.document.language.split("-")[0] == "fr"
    return el(
        "w:settings",
        None,
        el("w:zoom", {"w:percent": "100"}),
        val("w:defaultTabStop", 567),
        val("w:characterSpacingControl", "doNotCompress"),
        el("w:footnotePr", None, *separators),
        # A line that ends in a break of the tree is not stretched to the margin.
        el("w:compat", None, el("w:doNotExpandShiftReturn"), *compat),
        el("w:themeFontLang", {"w:val": latin, "w:bidi": arabic}),
        val("w:decimalSymbol", "," if french else "."),
        val("w:listSeparator", ";" if french else ","),
    )


def fonts() -> etree._Element:
    """The font table: what may stand in where the face is missing."""
    font = el(
        "w:font", {"w:name": FONT}, val("w:altName", "Liberation Serif"), val("w:panose1", "02020603050405020304"), val("w:charset", "00"),
        val("w:family", "roman"), val("w:pitch", "variable"),
    )
    return el("w:fonts", None, font)


def core(document: Document) -> bytes:
    """The core properties (ISO/IEC 29500-2, 11): title, language, and the moment the record was read as the time of making."""
    root = etree.Element(f"{{{_CORE}}}coreProperties", None, {"cp": _CORE, "dc": _DC, "dcterms": _TERMS, "xsi": _XSI})
    for name, words in (("title", document.title), ("subject", document.subtitle), ("identifier", document.symbol)):
        if words:
            etree.SubElement(root, f"{{{_DC}}}{name}").text = words
    etree.SubElement(root, f"{{{_DC}}}language").text = word_language(document.language)
    moment = _moment(document)
    for name in ("created", "modified") if moment else ():
        stamp = etree.SubElement(root, f"{{{_TERMS}}}{name}")
        stamp.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
        stamp.text = moment
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _moment(document: Document) -> str | None:
    if document.known_at:
        known = datetime.fromisoformat(document.known_at)
        known = known.astimezone(UTC) if known.tzinfo else known
        return known.strftime("%Y-%m-%dT%H:%M:%SZ")
    return f"{date.fromisoformat(document.as_of)}T00:00:00Z" if document.as_of else None


def app() -> bytes:
    """The extended properties: the program's name."""
    root = etree.Element(f"{{{_APP}}}Properties", None, {"app": _APP})
    etree.SubElement(root, f"{{{_APP}}}Application").text = "Tansiq"
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
