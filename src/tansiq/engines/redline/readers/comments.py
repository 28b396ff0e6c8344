"""The comments of a Word file: who said what, what they answer, whether they are resolved (ISO/IEC 29500-1, 17.13.4; MS-DOCX 2.5)."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml.etree import _Element as Element

from tansiq.engines.ooxml.names import w, w14, w15
from tansiq.engines.ooxml.package import Package
from tansiq.engines.redline.align.atoms import Atoms
from tansiq.engines.redline.align.flatten import Flattener
from tansiq.engines.redline.align.pieces import Flow


@dataclass(frozen=True, slots=True)
class Found:
    """One comment as its file has it. `parent` is the number of the comment that began the thread, "" for that one itself."""

    number: str
    person: str
    date: str
    initials: str
    text: str
    parent: str
    resolved: bool
    element: Element


def read_comments(package: Package) -> dict[str, Found]:
    """The comments of a package by their number, in the order of the file; replies to replies belong to the first comment."""
    part = package.related(package.main, "comments")
    if part is None:
        return {}
    elements = {element.get(w("id")) or "": element for element in package.xml(part).iterchildren(w("comment"))}
    by_paragraph = {paragraph: number for number, element in elements.items() for paragraph in _paragraph_ids(element)}
    parents, done = _threads(package)
    found = {}
    for number, element in elements.items():
        own = _paragraph_ids(element)
        found[number] = Found(
            number, (element.get(w("author")) or "").strip(), (element.get(w("date")) or "").strip(), element.get(w("initials")) or "",
            comment_text(element), _first_of_thread(own, parents, by_paragraph), any(done.get(each, False) for each in own), element,
        )
    return found


def comment_text(element: Element) -> str:
    """The text of a comment, its paragraphs apart by line ends."""
    atoms = Atoms()
    return atoms.readable(Flattener(atoms, "comment").flow(element, "comment").text()).strip()


def anchor_text(flow: Flow, atoms: Atoms, start: int, end: int) -> str:
    """What a comment is about: the characters [start, end) of the copy, those marked as deleted too."""
    pieces = (piece for piece in flow.pieces if piece.at < end and piece.end > start)
    return atoms.readable("".join(piece.text[max(0, start - piece.at):end - piece.at] for piece in pieces)).strip("\n")


def _paragraph_ids(element: Element) -> list[str]:
    return [(paragraph.get(w14("paraId")) or "").upper() for paragraph in element.iter(w("p")) if paragraph.get(w14("paraId"))]


def _threads(package: Package) -> tuple[dict[str, str], dict[str, bool]]:
    part = package.related(package.main, "commentsExtended")
    parents: dict[str, str] = {}
    done: dict[str, bool] = {}
    for element in package.xml(part).iterchildren(w15("commentEx")) if part else ():
        own = (element.get(w15("paraId")) or "").upper()
        done[own] = element.get(w15("done")) in ("1", "true", "on")
        above = element.get(w15("paraIdParent"))
        if above:
            parents[own] = above.upper()
    return parents, done


def _first_of_thread(own: list[str], parents: Mapping[str, str], by_paragraph: Mapping[str, str]) -> str:
    """The number of the comment at the head of the thread; a circle of replies (a broken file) ends where it began."""
    at = next((each for each in own if each in parents), "")
    seen: set[str] = set()
    while at in parents and at not in seen:
        seen.add(at)
        at = parents[at]
    head = by_paragraph.get(at, "")
    return "" if at in own or not seen else head
