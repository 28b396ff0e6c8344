"""The package: parts, relationships, the same bytes."""

import zipfile
from io import BytesIO

from tansiq.engines.press.writers.docx.package import ZIP_TIME, Part, zipped


def test_relate_equal_target_used_again():
    part = Part("/word/document.xml", "x")
    assert [part.relate("image", "a.png"), part.relate("hyperlink", "https://a", external=True), part.relate("image", "a.png")] == [
        "rId1",
        "rId2",
        "rId1",
    ]


def test_zipped_holds_types_relations_and_one_time():
    root, part = Part("/", ""), Part("/word/document.xml", "text/x&y", b"<x/>")
    root.relate("officeDocument", "word/document.xml")
    part.relate("hyperlink", 'https://a/?b="&c', external=True)
    with zipfile.ZipFile(BytesIO(zipped(root, [part]))) as archive:
        assert archive.namelist() == ["[Content_Types].xml", "_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels"]
        assert {info.date_time for info in archive.infolist()} == {ZIP_TIME}
        assert b'TargetMode="External"' in archive.read("word/_rels/document.xml.rels")
        assert b"text/x&amp;y" in archive.read("[Content_Types].xml")
