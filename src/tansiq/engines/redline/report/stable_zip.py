"""Makes of a workbook that openpyxl wrote one whose bytes depend on its content alone, with the results of its formulas.

openpyxl stamps the clock on every entry and in the properties, and writes formulas without results, which viewers that do not
calculate show as empty.
"""

import zipfile
from collections.abc import Mapping
from io import BytesIO

from lxml import etree

from tansiq.engines.redline.report.matrix import writable

ZIP_TIME = (1980, 1, 1, 0, 0, 0)
_CORE = "docProps/core.xml"
_DUBLIN = "http://purl.org/dc/elements/1.1/"
_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def stable(workbook: bytes, *, title: str, cached: Mapping[str, Mapping[str, int]]) -> bytes:
    """The workbook again, rows free to grow. `cached` gives, by part and by cell (`B2`), the result of each formula."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(workbook)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            data = source.read(name)
            if name == _CORE:
                data = _core(title)
            elif name.startswith("xl/worksheets/sheet"):
                data = _sheet(data, cached.get(name, {}))
            entry = zipfile.ZipInfo(name, ZIP_TIME)
            entry.compress_type, entry.create_system, entry.external_attr = zipfile.ZIP_DEFLATED, 3, 0o600 << 16
            target.writestr(entry, data)
    return out.getvalue()


def _core(title: str) -> bytes:
    root = etree.Element(
        "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}coreProperties",
        nsmap={"cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "dc": _DUBLIN},
    )
    etree.SubElement(root, f"{{{_DUBLIN}}}title").text = writable(title)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _sheet(data: bytes, results: Mapping[str, int]) -> bytes:
    root = etree.fromstring(data)
    for row in root.iter(f"{_SHEET}row"):
        # A height of its own would keep the row as it is when a person writes a longer text into it.
        if "customHeight" in row.attrib:
            del row.attrib["customHeight"]
    for cell in root.iter(f"{_SHEET}c"):
        if cell.find(f"{_SHEET}f") is not None:
            value = cell.find(f"{_SHEET}v")
            if value is None:
                value = etree.SubElement(cell, f"{_SHEET}v")
            value.text = str(results[cell.get("r", "")])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
