"""A Word package in memory: parts, their trees, relationships and types; written with the same bytes every time.

What comes in from outside is read by `reading.read_package`; nothing here opens a file or a connection.
"""

import copy
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO

from lxml import etree

from tansiq.engines.ooxml import content_types, safe_xml
from tansiq.engines.ooxml.content_types import ContentTypes
from tansiq.engines.ooxml.errors import PackageRefused
from tansiq.engines.ooxml.limits import LIMITS, Limits
from tansiq.engines.ooxml.names import relation_type
from tansiq.engines.ooxml.relationships import Relationship, relations_part, write_relationships
from tansiq.engines.ooxml.stripped import Stripped

ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip entry can name: nothing in a written package tells when it was written."""


class Parts(Mapping[str, bytes]):
    """The parts of a package by name (no leading slash), each with its bytes as they are now. Read only: `replace` writes."""

    def __init__(self, package: "Package") -> None:
        self._package = package

    def __getitem__(self, part: str) -> bytes:
        return self._package.data(part)

    def __iter__(self) -> Iterator[str]:
        return self._package.names()

    def __len__(self) -> int:
        return sum(1 for _ in self._package.names())

    def __contains__(self, part: object) -> bool:
        return isinstance(part, str) and self._package.has(part)


class Package:
    """One .docx. `name` is the file's, for messages; `stripped` lists what reading took away or found worth saying.

    Relationships and content types are no parts here: `relationships`, `relate`, `content_type` and `add_part` keep them. The
    source "" stands for the package itself. A part whose tree was never asked for keeps its bytes.
    """

    def __init__(
        self, *, name: str, blobs: Mapping[str, bytes], types: ContentTypes, relations: Mapping[str, Mapping[str, Relationship]],
        limits: Limits = LIMITS,
    ) -> None:
        self.name = name
        self.limits = limits
        self.stripped: list[Stripped] = []
        self._blobs = dict(blobs)
        self._types = types
        self._relations = {source: dict(each) for source, each in relations.items()}
        self._trees: dict[str, etree._Element] = {}
        self._seen: dict[str, etree._Element] = {}

    # Parts

    @property
    def parts(self) -> Parts:
        """Every part's bytes by name, without relationships and content types."""
        return Parts(self)

    def names(self) -> Iterator[str]:
        """The names of all parts."""
        return iter(self._blobs)

    def has(self, part: str) -> bool:
        """Whether there is a part of that name."""
        return part in self._blobs

    @property
    def main(self) -> str:
        """The name of the main part, that of the package's `officeDocument` relationship. Raises PackageRefused without one."""
        found = self.related("", "officeDocument")
        if found is None:
            raise PackageRefused(self.name, "it has no main document part; open the file in Word and save it again as .docx")
        return found

    def data(self, part: str) -> bytes:
        """The bytes of a part as they are now; a part whose tree was asked for is serialised. Raises KeyError without that part."""
        tree = self._trees.get(part)
        return self._blobs[part] if tree is None else safe_xml.serialized(tree)

    def xml(self, part: str) -> etree._Element:
        """The root element of a part, always the same one, to read or to change in place.

        Raises KeyError without that part and PackageRefused when it is no XML that may be read.
        """
        tree = self._trees.get(part)
        if tree is None:
            tree = self._trees[part] = self.peek(part)
            del self._seen[part]
        return tree

    def peek(self, part: str) -> etree._Element:
        """The root element of a part to read only: asking for it does not make the part be serialised again.

        It is the one `xml` gives. Raises as `xml` does.
        """
        tree = self._trees.get(part)
        if tree is None:
            tree = self._seen.get(part)
        if tree is None:
            tree = self._seen[part] = safe_xml.parse(self._blobs[part], name=self.name, part=part, limits=self.limits)
        return tree

    def replace(self, part: str, data: bytes) -> None:
        """Give a part other bytes; a tree asked for before belongs to the package no longer. Raises KeyError without that part."""
        if part not in self._blobs:
            raise KeyError(part)
        self._drop_trees(part)
        self._blobs[part] = data

    def add_part(self, name: str, data: bytes, content_type: str) -> None:
        """Put in a part. Raises ValueError when one of that name is there (letter case does not tell parts apart)."""
        if name.lower() in {each.lower() for each in self._blobs} or name.startswith("/") or not name:
            raise ValueError(f"{name}: there is such a part, or it is no name of one")
        self._blobs[name] = data
        self._types.set(name, content_type)

    def free_name(self, pattern: str) -> str:
        """The first name that no part has, `{}` in `pattern` counted from 1: `word/media/image{}.png`."""
        taken = {each.lower() for each in self._blobs}
        number = 1
        while pattern.format(number).lower() in taken:
            number += 1
        return pattern.format(number)

    def remove_part(self, part: str) -> None:
        """Take out a part, what goes out from it and every relationship that leads to it. Raises KeyError without that part."""
        del self._blobs[part]
        self._drop_trees(part)
        self._relations.pop(part, None)
        self._types.forget(part)
        for relations in self._relations.values():
            for relation in [each for each in relations.values() if each.target == part and not each.external]:
                del relations[relation.id]

    def _drop_trees(self, part: str) -> None:
        """Forget the tree of a part that is replaced or gone."""
        self._trees.pop(part, None)
        self._seen.pop(part, None)

    def content_type(self, part: str) -> str:
        """The media type of a part, "" when the package gives none."""
        return self._types.of(part)

    # Relationships

    def sources(self) -> list[str]:
        """Everything that has relationships: parts, and "" for the package."""
        return [source for source, relations in self._relations.items() if relations]

    def relationships(self, part: str) -> dict[str, Relationship]:
        """The relationships that go out from `part` by id; a copy, to read."""
        return dict(self._relations.get(part, {}))

    def related(self, part: str, kind: str) -> str | None:
        """The part that the first relationship of `kind` (`footnotes`, or a whole URI) leads to; None when none is there."""
        for relation in self._relations.get(part, {}).values():
            if kind in {relation.kind, relation.type} and not relation.external and relation.target in self._blobs:
                return relation.target
        return None

    def relate(self, part: str, *, type: str, target: str, external: bool = False) -> str:
        """The id of the relationship from `part` to `target` (a part's name, or an address); an equal one is used again."""
        relations = self._relations.setdefault(part, {})
        whole = relation_type(type)
        for relation in relations.values():
            if (relation.type, relation.target, relation.external) == (whole, target, external):
                return relation.id
        number = len(relations) + 1
        while f"rId{number}" in relations:
            number += 1
        relations[f"rId{number}"] = Relationship(f"rId{number}", whole, target, external)
        return f"rId{number}"

    def unrelate(self, part: str, id: str) -> None:
        """Take out one relationship; what it led to stays. Raises KeyError without that id."""
        del self._relations[part][id]

    # Whole packages

    def copy(self) -> "Package":
        """The same package, to be changed apart."""
        other = Package(name=self.name, blobs=self._blobs, types=self._types.copy(), relations=self._relations, limits=self.limits)
        other.stripped = list(self.stripped)
        other._trees = {part: copy.deepcopy(tree) for part, tree in self._trees.items()}
        return other

    def write(self) -> bytes:
        """The package as a zip: content types first, then by name; one time for all entries, so that equal packages are equal bytes."""
        entries = {part: self.data(part) for part in self._blobs}
        entries |= {relations_part(source): write_relationships(self._relations[source], source) for source in self.sources()}
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in [(content_types.PART, self._types.write()), *sorted(entries.items())]:
                archive.writestr(_entry(name), data)
        return out.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    """A zip entry that says nothing of the system and the time it was written at."""
    info = zipfile.ZipInfo(name, ZIP_TIME)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o600 << 16
    info.create_system = 3
    return info
