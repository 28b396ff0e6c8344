"""From bytes to a Package, or a refusal in one line: the only way in for a file from outside.

Whatever a file holds, PackageRefused is the only error that comes out of here.
"""

from collections.abc import Mapping
from pathlib import Path

from tansiq.engines.ooxml import content_types
from tansiq.engines.ooxml.content_types import ContentTypes, read_content_types
from tansiq.engines.ooxml.errors import PackageRefused
from tansiq.engines.ooxml.foreign import refuse_other_formats, refuse_other_main_types
from tansiq.engines.ooxml.limits import LIMITS, MEGABYTE, Limits
from tansiq.engines.ooxml.package import Package
from tansiq.engines.ooxml.relationships import Relationship, read_relationships, source_of, spelled
from tansiq.engines.ooxml.unzip import unzip


def read_package(source: bytes | Path, *, name: str, limits: Limits = LIMITS) -> Package:
    """The package in `source`. `name` is the file's, for messages.

    Raises PackageRefused: not a .docx, encrypted, macros, damaged, over a limit, or made to do harm. Nothing it points to is fetched.
    """
    data = source if isinstance(source, bytes) else _content(source, name, limits)
    if len(data) > limits.file:
        raise PackageRefused(name, f"it is larger than {limits.file // MEGABYTE} MB; make its pictures smaller, or split it")
    refuse_other_formats(data, name)
    blobs = unzip(data, name=name, limits=limits)
    types = _types(blobs, name, limits)
    blobs.pop(content_types.PART, None)
    package = Package(name=name, blobs=_parts(blobs), types=types, relations=_relations(blobs, name, limits), limits=limits)
    refuse_other_main_types(package)
    return package


def _content(path: Path, name: str, limits: Limits) -> bytes:
    """The bytes of a file on a disk, one more than the limit at most."""
    try:
        with path.open("rb") as stream:
            return stream.read(limits.file + 1)
    except OSError as error:
        raise PackageRefused(name, f"it cannot be read ({error.strerror or error})") from None


def _types(blobs: Mapping[str, bytes], name: str, limits: Limits) -> ContentTypes:
    """The content types; a zip without them is some other file."""
    if content_types.PART not in blobs:
        raise PackageRefused(name, f"it is a zip without {content_types.PART}, not a Word document; send the .docx itself")
    return read_content_types(blobs[content_types.PART], name=name, limits=limits)


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
    for part in sorted(filter(_is_relations, blobs)):
        source = spelled(source_of(part), names)
        relations = read_relationships(blobs[part], part=source, name=name, limits=limits)
        found[source] = {
            id_: each if each.external else Relationship(id_, each.type, spelled(each.target, names)) for id_, each in relations.items()
        }
    return found
