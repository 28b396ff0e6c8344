"""Files of the corpus with a few faults put in by chance: in the bytes of the zip, in the markup of a part, in the set of parts.

Everything comes from the seed, so that a seed that fails can be made again.
"""

import copy
import random
import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from lxml import etree

from tests.engines.ooxml.files import zipped

WORDS = (
    b"<!DOCTYPE a>", b"<!ENTITY a 'b'>", b"&a;", b"&#0;", b"&#x110000;", b"]]>", b"<![CDATA[", b"<!--", b"<?xml version='1.0'?>", b"\x00",
    b"\xff\xfe", b"\xc3", b"-1", b"99999999999999999999", b"NaN", b"", b" ", b"../" * 40, b"\xe2\x80\xae", b"<w:p>", b"</w:p>", b"<w:tbl/>",
    b"<w:tc>", b"<w:del w:id='1'>", b"</w:ins>", b"<w:altChunk/>", b"<w:fldChar w:fldCharType='end'/>", b"<w:txbxContent>", b'r:id="rId1"',
    b'xmlns:w=""', b"<a>" * 300, b"TargetMode='External'", b"http://example.org/", b"<mc:AlternateContent>", b"<w:body>",
)
TAG = re.compile(rb"<[^<>]{1,400}>")
VALUE = re.compile(rb'"[^"<>]{0,200}"')


def mutant(seed: int, corpus: list[Path]) -> bytes:
    """The file of that seed."""
    chance = random.Random(seed)
    source = chance.choice(corpus).read_bytes()
    if chance.random() < 0.15:
        return faulty(source, chance)
    with zipfile.ZipFile(BytesIO(source)) as archive:
        entries = [(info.filename, archive.read(info)) for info in archive.infolist()]
    for _ in range(chance.randint(1, 3)):
        entries = change_a_part(entries, chance) if chance.random() < 0.8 else change_the_set(entries, chance)
    data = zipped(entries, chance.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
    return faulty(data, chance) if chance.random() < 0.05 else data


def faulty(data: bytes, chance: random.Random) -> bytes:
    """Bytes with some replaced, taken out, put in, doubled or cut off."""
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randrange(len(data) + 1), chance.choice([1, 1, 2, 4, 16, 400])
        change = chance.choice([
            chance.randbytes(length), b"", data[at:at + length] * 2, chance.choice(WORDS), b"\xff" * length, bytes(length),
        ])
        data = data[:at] + change + data[at + length:]
    return data[: chance.randrange(len(data) + 1)] if chance.random() < 0.1 else data


def change_a_part(entries: list[tuple[str, bytes]], chance: random.Random) -> list[tuple[str, bytes]]:
    """One part with its markup changed; the main part more often than others."""
    weights = [8 if name.endswith("document.xml") else 3 if name.endswith((".rels", "].xml")) else 1 for name, _ in entries]
    at = chance.choices(range(len(entries)), weights)[0] if entries else 0
    if not entries:
        return entries
    name, data = entries[at]
    change = in_the_tree if chance.random() < 0.7 else chance.choice(CHANGES)
    return [*entries[:at], (name, change(data, chance)), *entries[at + 1:]]


def a_tag(data: bytes, chance: random.Random) -> tuple[int, int]:
    """The range of a tag somewhere, of nothing where there is none."""
    found = TAG.search(data, chance.randrange(len(data) + 1)) or TAG.search(data)
    return found.span() if found else (0, 0)


def drop_a_tag(data: bytes, chance: random.Random) -> bytes:
    """Without one tag."""
    start, end = a_tag(data, chance)
    return data[:start] + data[end:]


def double_a_tag(data: bytes, chance: random.Random) -> bytes:
    """With one tag twice."""
    start, end = a_tag(data, chance)
    return data[:end] + data[start:]


def swap_tags(data: bytes, chance: random.Random) -> bytes:
    """With one tag written over another."""
    start, end = a_tag(data, chance)
    other = slice(*a_tag(data, chance))
    return data[:start] + data[other] + data[end:]


def put_in_a_word(data: bytes, chance: random.Random) -> bytes:
    """With a troublesome word behind a tag."""
    _, end = a_tag(data, chance)
    return data[:end] + chance.choice(WORDS) + data[end:]


def change_a_value(data: bytes, chance: random.Random) -> bytes:
    """With another value in an attribute: a troublesome one, or that of another attribute."""
    found = list(VALUE.finditer(data[:200_000]))
    if not found:
        return data
    start, end = chance.choice(found).span()
    other = chance.choice([b'"' + chance.choice(WORDS).replace(b'"', b"") + b'"', chance.choice(found)[0]])
    return data[:start] + other + data[end:]


def take_out_a_stretch(data: bytes, chance: random.Random) -> bytes:
    """Without what stands between two tags."""
    borders = sorted({*a_tag(data, chance), *a_tag(data, chance)})
    return data[:borders[0]] + data[borders[-1]:]


def move_a_stretch(data: bytes, chance: random.Random) -> bytes:
    """With what stands between two tags put elsewhere."""
    borders = sorted({*a_tag(data, chance), *a_tag(data, chance)})
    rest, stretch = data[:borders[0]] + data[borders[-1]:], data[borders[0]:borders[-1]]
    _, end = a_tag(rest, chance)
    return rest[:end] + stretch + rest[end:]


def in_wide_signs(data: bytes, chance: random.Random) -> bytes:
    """In UTF-16, whatever it declares."""
    return data.decode("utf-8", "ignore").encode(chance.choice(["utf-16", "utf-16-le", "utf-32"]))


def in_the_tree(data: bytes, chance: random.Random) -> bytes:
    """With one to five elements moved, doubled, taken out, wrapped, renamed or given other attributes: still well-formed."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return data
    for _ in range(chance.randint(1, 5)):
        elements = list(root.iter("*"))[1:]
        if len(elements) < 2:
            break
        change_an_element(*chance.sample(elements, 2), chance)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def change_an_element(element: etree._Element, other: etree._Element, chance: random.Random) -> None:
    """One change of an element, with another one that may be put in it or give it its name or attributes."""
    what = chance.randrange(7)
    if what == 0 and not any(each is other for each in element.iterancestors()):
        element.append(copy.deepcopy(other))
    elif what == 1 and (parent := other.getparent()) is not None and not any(each is element for each in other.iterancestors()):
        parent.insert(chance.randrange(len(parent) + 1), element)
    elif what == 2 and (parent := element.getparent()) is not None:
        parent.remove(element)
    elif what == 3:
        element.tag = other.tag
    elif what == 4:
        element.attrib.update(other.attrib)
    elif what == 5 and element.attrib:
        element.set(chance.choice(list(element.attrib)), chance.choice(["", "-1", "99999999999", "rId1", "word/document.xml", "\u202e"]))
    else:
        element.text, element.tail = other.tail, other.text


CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    drop_a_tag, double_a_tag, swap_tags, put_in_a_word, change_a_value, take_out_a_stretch, move_a_stretch, faulty, in_wide_signs,
    drop_a_tag, swap_tags, change_a_value, change_a_value, move_a_stretch,
)


def change_the_set(entries: list[tuple[str, bytes]], chance: random.Random) -> list[tuple[str, bytes]]:
    """A part left out, doubled, renamed, or with the bytes of another."""
    if len(entries) < 2:
        return entries
    at, other = chance.sample(range(len(entries)), 2)
    name, data = entries[at]
    rest = entries[:at] + entries[at + 1:]
    return chance.choice([
        rest,
        [*rest, (name.upper(), data), (name, data)],
        [*rest, (chance.choice(["../", "/", "word/", "a\\"]) + name, data)],
        [*rest, (name, entries[other][1])],
        [*rest, (name, data), (f"word/{chance.randrange(9)}.xml", data)],
        chance.sample(entries, len(entries)),
    ])
