"""What the weave of one file shares: numbers of revisions, how authors are written, and which mark shows which edits."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from lxml import etree
from lxml.etree import _Element as Element

from tansiq.engines.ooxml.names import w, wp
from tansiq.engines.ooxml.package import Package
from tansiq.engines.redline.edits import Comment, Edit

UNTRACKED_PERSON = "untracked"
"""How the author of an edit is written that no program marked."""


def author_of(agency: str, person: str, *, agency_only: bool = False, tracked: bool = False) -> str:
    """`Person [AGENCY]`; the draft's own changes have no agency. What a program `tracked` without a name is the agency's."""
    if not agency:
        return person or "draft"
    if agency_only or (tracked and not person):
        return agency
    return f"{person or UNTRACKED_PERSON} [{agency}]"


def written_author(item: Edit | Comment, *, agency_only: bool = False) -> str:
    """The author of a change or of a comment as it stands in the file."""
    return author_of(item.agency, item.person, agency_only=agency_only, tracked=isinstance(item, Comment) or item.tracked)


@dataclass(slots=True)
class Loom:
    """The state of one weave. `marks` leads from the number of a revision to the edits it stands for."""

    package: Package
    author: Callable[[Edit | Comment], str]
    priority: Callable[[Edit], tuple[object, ...]]
    marks: dict[int, tuple[str, ...]] = field(default_factory=dict)
    also: dict[str, list[str]] = field(default_factory=dict)       # edit shown -> edits that lie under it
    next_number: int = 1
    next_picture: int = 1

    def mark(self, name: str, edits: Iterable[Edit]) -> Element:
        """A mark of change `w:NAME` for the first of `edits`, which also stands for the others at its place."""
        every = list(edits)
        element = etree.Element(w(name), nsmap=None)
        self.sign(element, every)
        return element

    def sign(self, element: Element, edits: list[Edit]) -> None:
        """Write number, author and date of a change on its element."""
        first = edits[0]
        element.set(w("id"), str(self.next_number))
        element.set(w("author"), self.author(first))
        if first.date:
            element.set(w("date"), first.date)
        self.marks[self.next_number] = tuple(edit.id for edit in edits)
        self.next_number += 1

    def number(self) -> int:
        """A number for a range that is no change itself (the limits of a move)."""
        self.next_number += 1
        return self.next_number - 1

    def rename_pictures(self, element: Element) -> None:
        """Give the pictures in something put in numbers of their own."""
        for properties in element.iter(wp("docPr")):
            properties.set("id", str(self.next_picture))
            self.next_picture += 1


def first_numbers(package: Package, parts: Iterable[str]) -> tuple[int, int]:
    """The first free number of revisions and of pictures in these parts."""
    highest, pictures = 0, 0
    identifier = w("id")
    for part in parts:
        for element in package.xml(part).iter(etree.Element):
            value = element.get(identifier)
            if value is not None and value.isdigit() and len(value) < len("1000000000"):
                highest = max(highest, int(value))
            if element.tag == wp("docPr"):
                found = element.get("id") or ""
                pictures = max(pictures, int(found)) if found.isdigit() and len(found) < len("1000000000") else pictures
    return highest + 1, pictures + 1
