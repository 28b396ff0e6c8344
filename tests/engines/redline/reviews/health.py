"""Whether a .docx hangs together: relations that lead somewhere, ids that are unique and paired, notes and comments that are there."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from tests.engines.redline.reviews.parts import unzipped
from tests.engines.redline.reviews.plain_views import R, Reader, W, relations

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
PAIRS = ("commentRange", "bookmark", "moveFromRange", "moveToRange")
TRACKED = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange",
           "cellIns", "cellDel", "cellMerge", "tblPrExChange")


def faults(file: bytes) -> set[str]:
    """What does not hang together, each as one line without ids, so that faults of inputs can be taken off."""
    reader = Reader(file, accepted=False)
    found: set[str] = set()
    for check in (relation_faults, type_faults, id_faults, pair_faults, note_faults, comment_faults):
        found.update(check(reader))
    return found


def trees(reader: Reader) -> Iterator[tuple[str, etree._Element]]:
    for name in sorted(reader.parts):
        if name.endswith(".xml") and name.startswith("word/"):
            yield name, reader.tree(name)


def relation_faults(reader: Reader) -> Iterator[str]:
    for name in reader.parts:
        if name.endswith(".rels"):
            tree = reader.tree(name)
            ids = Counter(one.get("Id") for one in tree)
            if max(ids.values(), default=1) > 1:
                yield f"{name}: a relation id twice"
            owner = name.replace("_rels/", "").removesuffix(".rels")
            targets = relations(reader.parts, owner if owner != "" else "")
            for one in tree:
                target = targets[one.get("Id")].split("#")[0]
                if one.get("TargetMode") != "External" and target and target not in reader.parts:
                    yield f"{name}: a relation to the missing part {target}"
    for name, tree in trees(reader):
        known = relations(reader.parts, name)
        for element in tree.iter(etree.Element):
            for key, value in element.attrib.items():
                if key.startswith(R) and value and value not in known:
                    yield f"{name}: {etree.QName(element).localname} uses a relation that is not there"


def type_faults(reader: Reader) -> Iterator[str]:
    tree = reader.tree("[Content_Types].xml")
    defaults = {one.get("Extension").lower() for one in tree.findall(CT + "Default")}
    overrides = [one.get("PartName").lstrip("/") for one in tree.findall(CT + "Override")]
    for name in overrides:
        if name not in reader.parts:
            yield f"a content type for the missing part {name}"
    if len(set(overrides)) != len(overrides):
        yield "two content types for one part"
    for name in reader.parts:
        if name != "[Content_Types].xml" and name not in overrides and name.rsplit(".", 1)[-1].lower() not in defaults:
            yield f"no content type for {name}"


def id_faults(reader: Reader) -> Iterator[str]:
    names = [W + name for name in TRACKED]
    ids: Counter[str] = Counter()
    paragraphs: Counter[str] = Counter()
    drawings: Counter[str] = Counter()
    for name, tree in trees(reader):
        for element in tree.iter(*names):
            if not any(above.tag.endswith("}Fallback") for above in element.iterancestors()):
                ids[element.get(W + "id")] += 1
        for para in tree.iter(W + "p", W + "tr"):
            id_ = para.get(W14 + "paraId")
            if id_ is not None and not any(above.tag.endswith("}Fallback") for above in para.iterancestors()):
                paragraphs[id_.upper()] += 1
                if int(id_, 16) >= 0x80000000:
                    yield f"{name}: a paraId that Word changes on saving"
        drawings.update(one.get("id") for one in tree.iter(DRAWN))
    counts = {"tracked changes with one id": ids, "paragraphs with one paraId": paragraphs, "drawings with one id": drawings}
    for what, counted in counts.items():
        if max(counted.values(), default=1) > 1:
            yield f"two {what}"


def pair_faults(reader: Reader) -> Iterator[str]:
    for name, tree in trees(reader):
        for pair in PAIRS:
            starts = Counter(one.get(W + "id") for one in tree.iter(f"{W}{pair}Start"))
            ends = Counter(one.get(W + "id") for one in tree.iter(f"{W}{pair}End"))
            if starts != ends:
                yield f"{name}: starts and ends of {pair} that do not pair"
            if max(starts.values(), default=1) > 1 and not any(one.tag.endswith("}Fallback") for one in tree.iter(etree.Element)):
                yield f"{name}: two {pair} with one id"
    moves = {side: Counter() for side in ("From", "To")}
    for _, tree in trees(reader):
        for side, names in moves.items():
            names.update(one.get(W + "name") for one in tree.iter(f"{W}move{side}RangeStart"))
    if moves["From"] != moves["To"] or max(moves["From"].values(), default=1) > 1:
        yield "moves whose two halves do not pair by name"


def note_faults(reader: Reader) -> Iterator[str]:
    for kind in ("footnote", "endnote"):
        part = reader.of_kind(reader.main, f"{kind}s")
        rows = reader.tree(part).findall(W + kind) if part else []
        defined = Counter(one.get(W + "id") for one in rows)
        special = {one.get(W + "id") for one in rows if one.get(W + "type") not in (None, "normal")}
        used: Counter[str] = Counter(
            one.get(W + "id") for _, tree in trees(reader) for one in tree.iter(f"{W}{kind}Reference")
            if not any(above.tag.endswith("}Fallback") for above in one.iterancestors())
        )
        if max(defined.values(), default=1) > 1:
            yield f"two {kind}s with one id"
        if used.keys() - defined.keys():
            yield f"a reference to a {kind} that is not there"
        if max(used.values(), default=1) > 1:
            yield f"a {kind} referred to twice"
        if defined.keys() - used.keys() - special:
            yield f"a {kind} that nothing refers to"


def comment_faults(reader: Reader) -> Iterator[str]:
    part = reader.of_kind(reader.main, "comments")
    defined = Counter(one.get(W + "id") for one in reader.tree(part)) if part else Counter()
    used: Counter[str] = Counter(one.get(W + "id") for _, tree in trees(reader) for one in tree.iter(W + "commentReference"))
    started = {one.get(W + "id") for _, tree in trees(reader) for one in tree.iter(W + "commentRangeStart")}
    edges = [tree for name, tree in trees(reader) if name.startswith(("word/header", "word/footer"))]
    if any(tree.find(f".//{W}commentReference") is not None for tree in edges):
        yield "a comment in a header or footer, where Word knows none"
    if max(defined.values(), default=1) > 1:
        yield "two comments with one id"
    if (used.keys() | started) - defined.keys():
        yield "a reference to a comment that is not there"
    if defined.keys() - used.keys():
        yield "a comment that nothing refers to"
    if max(used.values(), default=1) > 1:
        yield "a comment referred to twice"


def media(file: bytes) -> set[bytes]:
    """The pictures and other files a document carries, by their bytes."""
    return {data for name, data in unzipped(file).items() if name.startswith("word/media/")}
