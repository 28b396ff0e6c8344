"""From bytes to a Package, or a refusal in one line: the only way in for a file from outside.

Whatever a file holds, PackageRefused is the only error that comes out of here.
"""

from collections.abc import Mapping
from pathlib import Path

from tansiq.engines.ooxml import content_types, safe_xml
from tansiq.engines.ooxml.content_types import read_content_types
from tansiq.engines.ooxml.errors import PackageRefused
from tansiq.engines.ooxml.foreign import refuse_other_formats, refuse_other_main_types, refuse_other_zips
from tansiq.engines.ooxml.limits import LIMITS, MEGABYTE, Limits
from tansiq.engines.ooxml.names import WORD_TYPE, w, w15
from tansiq.engines.ooxml.outside import strip
from tansiq.engines.ooxml.package import Package
from tansiq.engines.ooxml.relationships import Relationship, read_relationships, source_of, spelled
from tansiq.engines.ooxml.unzip import unzip

ROOTS = {
    "comments": w("comments"), "footnotes": w("footnotes"), "endnotes": w("endnotes"), "header": w("hdr"), "footer": w("ftr"),
    "styles": w("styles"), "numbering": w("numbering"), "settings": w("settings"), "commentsExtended": w15("commentsEx"),
    "people": w15("people"),
}
"""The root elements of the parts that callers look into, by the kind of relationship that leads to them."""


def read_package(source: bytes | Path, *, name: str, limits: Limits = LIMITS) -> Package:
    """The package in `source`. `name` is the file's, for messages.

    Raises PackageRefused: not a .docx, encrypted, macros, damaged, over a limit, or made to do harm. Nothing it points to is fetched;
    what would fetch or run is taken away and listed in `stripped`. Its main part is a `w:document` with a `w:body`, and every part of
    XML can be read.
    """
    data = source if isinstance(source, bytes) else _content(source, name, limits)
    if len(data) > limits.file:
        raise PackageRefused(name, f"it is larger than {limits.file // MEGABYTE} MB; make its pictures smaller, or split it")
    refuse_other_formats(data, name)
    blobs = unzip(data, name=name, limits=limits)
    refuse_other_zips(blobs, name)
    types = read_content_types(blobs.pop(content_types.PART), name=name, limits=limits)
    package = Package(name=name, blobs=_parts(blobs), types=types, relations=_relations(blobs, name, limits), limits=limits)
    refuse_other_main_types(package)
    _parse_all(package)
    strip(package)
    _look_at_roots(package)
    return package


def _content(path: Path, name: str, limits: Limits) -> bytes:
    """The bytes of a file on a disk, one more than the limit at most."""
    try:
        with path.open("rb") as stream:
            return stream.read(limits.file + 1)
    except OSError as error:
        raise PackageRefused(name, f"it cannot be read ({error.strerror or error})") from None


def _is_relations(part: str) -> bool:
    """Whether an entry holds relationships."""
    folder, _, file = part.lower().rpartition("/")
    return file.endswith(".rels") and (folder == "_rels" or folder.endswith("/_rels"))


def _parts(blobs: Mapping[str, bytes]) -> dict[str, bytes]:
    """The entries that are parts of their own, in the order of their names whatever that of the zip."""
    return {part: blobs[part] for part in sorted(blobs) if not _is_relations(part)}


def _relations(blobs: Mapping[str, bytes], name: str, limits: Limits) -> dict[str, dict[str, Relationship]]:
    """All relationships by source, their targets spelled as the parts are."""
    names = {part.lower(): part for part in blobs}
    found: dict[str, dict[str, Relationship]] = {}
    left = limits.relations
    for part in sorted(filter(_is_relations, blobs)):
        source = spelled(source_of(part), names)
        if source and source not in blobs:
            continue
        relations = read_relationships(blobs[part], part=source, name=name, limits=limits)
        left -= len(relations)
        if left < 0:
            raise PackageRefused(name, f"it holds more than {limits.relations:,} relationships; split the document")
        found[source] = {
            id_: each if each.external else Relationship(id_, each.type, spelled(each.target, names)) for id_, each in relations.items()
        }
    return found


def _parse_all(package: Package) -> None:
    """Parse every part of XML once, so that none can fail later; the trees of WordprocessingML are kept, as they will be asked for."""
    left = package.limits.elements_in_all
    for part in package.names():
        content_type = package.content_type(part).lower()
        if not content_type.endswith(("+xml", "/xml")) or content_type.startswith("image/"):
            continue
        left -= safe_xml.opening_tags(package.parts[part])
        if left < 0:
            raise PackageRefused(package.name, f"it has more than {package.limits.elements_in_all:,} elements; split the document")
        if content_type.startswith(WORD_TYPE):
            root = package.peek(part)
            if not safe_xml.has_canonical_form(root, package.parts[part]):
                raise PackageRefused(package.name, f"{part} declares a relative namespace; open the file in Word and save it again")
        else:
            safe_xml.parse(package.parts[part], name=package.name, part=part, limits=package.limits)


def _look_at_roots(package: Package) -> None:
    """Refuse a package whose main part is no document, or whose notes, comments, headers or settings are something else."""
    main = package.peek(package.main)
    if main.tag != w("document") or main.find(w("body")) is None:
        raise PackageRefused(package.name, f"{package.main} is no document with a body; open the file in Word and save it again")
    for relation in package.relationships(package.main).values():
        wanted = ROOTS.get(relation.kind)
        if wanted is None or not package.has(relation.target):
            continue
        found = package.content_type(relation.target).lower()
        named = found.endswith("xml") and (found.startswith(WORD_TYPE) or relation.kind in {"commentsExtended", "people"})
        if not named or package.peek(relation.target).tag != wanted:
            what = f"{relation.target} should hold {relation.kind} and holds something else"
            raise PackageRefused(package.name, f"{what}; open the file in Word and save it again")
