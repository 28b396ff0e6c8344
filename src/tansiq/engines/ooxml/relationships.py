"""Relationships of one part (ISO/IEC 29500-2, 6.5): read, resolve, write. Nothing is ever fetched or looked for on a disk."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from tansiq.engines.ooxml import safe_xml
from tansiq.engines.ooxml.errors import PackageRefused
from tansiq.engines.ooxml.limits import LIMITS, Limits
from tansiq.engines.ooxml.names import NAMESPACES, rel

OUTSIDE = re.compile(r"\A\s*(?:[A-Za-z][A-Za-z0-9+.-]*:|#)")


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship. `target` is the name of a part (without a leading slash), or an address when `external`."""

    id: str
    type: str
    target: str
    external: bool = False

    @property
    def kind(self) -> str:
        """The last step of the type: `footnotes`, `image`, `commentsExtended`."""
        return self.type.rpartition("/")[2]


def relations_part(part: str) -> str:
    """The name of the part that holds the relationships of `part`; "" is the package itself."""
    folder, _, file = part.rpartition("/")
    return f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"


def source_of(relations: str) -> str:
    """The part whose relationships the part `relations` holds: the inverse of `relations_part`."""
    folder, _, file = relations.rpartition("/")
    above = folder[: -len("_rels")].rstrip("/") if folder.lower().endswith("_rels") else folder
    own = file[: -len(".rels")]
    return f"{above}/{own}" if above and own else own


def read_relationships(data: bytes, *, part: str, name: str, limits: Limits = LIMITS) -> dict[str, Relationship]:
    """The relationships of `part` by id, in the order of the file. Raises PackageRefused (broken, too many, an id twice)."""
    root = safe_xml.parse(data, name=name, part=relations_part(part), limits=limits)
    found: dict[str, Relationship] = {}
    for element in root.iterchildren(rel("Relationship")):
        relation = _read(element, part)
        if not relation.id or relation.id in found:
            raise PackageRefused(
                name, f"{relations_part(part)} gives the id {relation.id[:60]!r} twice, or none; open the file in Word and save it again"
            )
        found[relation.id] = relation
        if len(found) > limits.relations:
            raise PackageRefused(name, f"{relations_part(part)} holds more than {limits.relations:,} relationships; split the document")
    return found


def write_relationships(relations: Mapping[str, Relationship], part: str) -> bytes:
    """The relationships of `part` as bytes of its relationships part, targets relative as Word writes them."""
    root = etree.fromstring(f'<Relationships xmlns="{NAMESPACES["rel"]}"/>')
    for relation in relations.values():
        element = etree.SubElement(root, rel("Relationship"), Id=relation.id, Type=relation.type)
        element.set("Target", relation.target if relation.external else relative(relation.target, part))
        if relation.external:
            element.set("TargetMode", "External")
    return safe_xml.serialized(root)


def resolved(target: str, part: str) -> str:
    """The name of the part that `target` means, seen from `part`; steps above the root stay at the root."""
    path = target.partition("#")[0].partition("?")[0]
    if not path.startswith("/"):
        path = f"/{posixpath.dirname(part)}/{path}"
    return posixpath.normpath("/" + path.lstrip("/")).lstrip("/")


def relative(target: str, part: str) -> str:
    """`target` as written in the relationships of `part`."""
    return posixpath.relpath("/" + target, "/" + posixpath.dirname(part))


def spelled(target: str, names: Mapping[str, str]) -> str:
    """The part among `names` (lower case to real name) that `target` means: letter case and percent signs do not tell parts apart."""
    lower = target.lower()
    return names.get(lower) or names.get(unquote(lower)) or target


def _read(element: etree._Element, part: str) -> Relationship:
    """One relationship; a target with a scheme, or a place alone, is external whatever the file says of it."""
    target = str(element.get("Target", ""))
    external = element.get("TargetMode") == "External" or bool(OUTSIDE.match(target))
    return Relationship(
        str(element.get("Id", "")), str(element.get("Type", "")), target if external else resolved(target, part), external,
    )
