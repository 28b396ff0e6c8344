"""The map that travels in the file: in which paragraph, from which character to which, every block and every node of the record stands.

A copy that comes back is compared with the exported file by this map; bookmarks only help. Its part is custom XML that Word keeps.
"""

from collections.abc import Iterator

from lxml import etree

from tansiq.engines.press.writers.docx.blocks import BLOCK_MARK
from tansiq.engines.press.writers.docx.inlines import NODE_MARK
from tansiq.engines.press.writers.docx.xml import qualified

NAMESPACE = "urn:tansiq:press:map:1"


def map_part(stories: dict[str, etree._Element]) -> bytes:
    """The map of the stories (`document`, `footnotes`), and take the passing marks off their elements.

    `p` counts `w:p` elements of the story from 0 in document order, nested ones included; ranges are half-open and count the characters
    of `w:t` in the paragraph.
    """
    root = etree.Element(f"{{{NAMESPACE}}}map", None, {"map": NAMESPACE})
    for name, story in stories.items():
        for number, paragraph in enumerate(story.iter(qualified("w:p"))):
            _map_paragraph(root, paragraph, {"story": name, "p": str(number)})
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _map_paragraph(root: etree._Element, paragraph: etree._Element, place: dict[str, str]) -> None:
    block = _taken(paragraph, BLOCK_MARK)
    length = 0
    nodes: list[tuple[str, int, int]] = []
    for mark, size in _runs(paragraph):
        if mark is not None:
            if nodes and nodes[-1][0] == mark and nodes[-1][2] == length:
                nodes[-1] = (mark, nodes[-1][1], length + size)
            else:
                nodes.append((mark, length, length + size))
        length += size
    if block is not None:
        etree.SubElement(root, f"{{{NAMESPACE}}}block", {"id": block, **place, "start": "0", "end": str(length)})
    for mark, start, end in nodes:
        kind, _, name = mark.partition(" ")
        etree.SubElement(root, f"{{{NAMESPACE}}}{kind}", {"of": name, **place, "start": str(start), "end": str(end)})


def _runs(paragraph: etree._Element) -> Iterator[tuple[str | None, int]]:
    for run in paragraph.iter(qualified("w:r")):
        yield _taken(run, NODE_MARK), sum(len(text.text or "") for text in run.iter(qualified("w:t")))


def _taken(element: etree._Element, mark: str) -> str | None:
    value = element.get(mark)
    if value is not None:
        del element.attrib[mark]
    return value
