"""The map of blocks and record nodes: its ranges are those of the paragraphs in the file."""

from lxml import etree

from tansiq.engines.press.writers.docx.map import NAMESPACE, map_part
from tansiq.engines.press.writers.docx.xml import el
from tests.engines.press.sample import document, fact, heading, paragraph
from tests.engines.press.writers.docx.opened import W, written

NOTE = {"id": "n", "blocks": [paragraph("np", "Of ", fact("f2", "17 members"))]}


def entries(opened):
    return etree.fromstring(opened.parts["customXml/item1.xml"])


def words(opened, entry):
    story = opened.xml(f"word/{entry.get('story')}.xml")
    found = list(story.iter(f"{W}p"))[int(entry.get("p"))]
    whole = "".join(part.text or "" for part in found.iter(f"{W}t"))
    return whole[int(entry.get("start")) : int(entry.get("end"))]


def test_map_ranges_give_the_words_of_each_node():
    name = {"type": "name", "of": "register/organization/iom", "form": "acronym", "text": "المنظمة (IOM)", "rests_on": []}
    opened = written(
        document(
            heading("h", 1, "Title", number="I."),
            paragraph("p", "The ", fact("f1", "16"), " of ", name, {"type": "footnote", "note": "n"}, "."),
            notes=[NOTE],
        )
    )
    found = [(etree.QName(entry).localname, entry.get("id") or entry.get("of"), words(opened, entry)) for entry in entries(opened)]
    assert found == [
        ("block", "h", "I.Title"),
        ("block", "p", "The 16 of المنظمة (IOM)."),
        ("fact", "f1", "16"),
        ("name", "register/organization/iom", "المنظمة (IOM)"),
        ("block", "np", " Of 17 members"),
        ("fact", "f2", "17 members"),
    ]


def test_map_leaves_no_mark_in_the_parts():
    opened = written(document(paragraph("p", fact("f", "16"))))
    assert all(b"tansiq-" not in blob for name, blob in opened.parts.items() if name.startswith("word/"))


def test_map_of_empty_stories_is_empty():
    root = etree.fromstring(map_part({"document": el("w:document")}))
    assert (root.tag, len(root)) == (f"{{{NAMESPACE}}}map", 0)
