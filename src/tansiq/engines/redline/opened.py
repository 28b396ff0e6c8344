"""A consolidated file opened again: its base as it was circulated, and its ledger, proved to belong to the changes it shows."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.package import Package
from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.ooxml.revisions import reject_all
from tansiq.engines.redline.align.markup import fingerprint
from tansiq.engines.redline.edits import Comment, Ledger
from tansiq.engines.redline.errors import MarkupChanged
from tansiq.engines.redline.merge.others import WORDS
from tansiq.engines.redline.merge.weave.loom import author_of
from tansiq.engines.redline.readers.comments import Found, read_comments
from tansiq.engines.redline.writers import embedded

_RANGES = (w("commentRangeStart"), w("commentRangeEnd"), w("commentReference"))


@dataclass(frozen=True, slots=True)
class Opened:
    """The base (no pending changes, only its own comments) and the ledger of a consolidated file."""

    base: Package
    ledger: Ledger

    @property
    def agency_only(self) -> bool:
        """Whether persons are left out in the file."""
        return bool(self.ledger.extra.get("agency_only"))


def open_consolidated(data: bytes, *, name: str = "consolidated.docx", ledger: str | None = None) -> Opened:
    """Open a file that `consolidate` made; `ledger` is the JSON text to use instead of the ledger it carries.

    Raises PackageRefused, LedgerMissing, and MarkupChanged when the changes it shows are no longer those of the ledger.
    """
    package = read_package(data, name=name)
    found = embedded.ledger_of(package, ledger, name=f"the ledger of {name}")
    if fingerprint(package) != found.extra.get("markup"):
        raise MarkupChanged(
            f"{name} was edited after it was consolidated, so its changes are not those of its ledger; take the file as `consolidate` "
            "wrote it, and consolidate again to bring in another copy"
        )
    embedded.remove(package)
    reject_all(package)
    remove_comments(package, _added(package, found))
    return Opened(package, found)


def _added(package: Package, ledger: Ledger) -> list[str]:
    """The numbers of comments that consolidation put in: those of the ledger, and the notes on changes by several."""
    wanted = Counter(_look(comment, ledger) for comment in ledger.comments)
    notes = {words["by"] for words in WORDS.values()}
    numbers = []
    for number, found in read_comments(package).items():
        key = (found.person, found.date, found.text)
        if wanted[key] > 0:
            wanted[key] -= 1
            numbers.append(number)
        elif found.person in notes:
            numbers.append(number)
    return numbers


def _look(comment: Comment, ledger: Ledger) -> tuple[str, str, str]:
    author = author_of(comment.agency, comment.person, agency_only=bool(ledger.extra.get("agency_only")))
    return author, comment.date, comment.text


def remove_comments(package: Package, numbers: Collection[str]) -> None:
    """Take comments out of a package by their number: their text, ranges, references and threads."""
    gone = frozenset(numbers)
    found = read_comments(package)
    if not gone:
        return
    _remove_texts(package, gone, found)
    for part in [part for part in package.names() if part.endswith(".xml") and part.startswith(f"{package.main.rpartition('/')[0]}/")]:
        _remove_ranges(package, part, gone)


def _remove_texts(package: Package, gone: frozenset[str], found: dict[str, Found]) -> None:
    paragraphs = {
        (paragraph.get("{http://schemas.microsoft.com/office/word/2010/wordml}paraId") or "").upper()
        for number in gone for paragraph in found[number].element.iter(w("p"))
    }
    for kind in ("comments", "commentsExtended"):
        part = package.related(package.main, kind)
        for element in list(package.xml(part)) if part else ():
            attributes = {str(name).rpartition("}")[2]: str(value) for name, value in element.attrib.items()}
            if attributes.get("id") in gone or attributes.get("paraId", "").upper() in paragraphs - {""}:
                element.getparent().remove(element)     # type: ignore[union-attr]


def _remove_ranges(package: Package, part: str, gone: frozenset[str]) -> None:
    if not any(element.get(w("id")) in gone for element in package.peek(part).iter(*_RANGES)):
        return
    for element in list(package.xml(part).iter(*_RANGES)):
        if element.get(w("id")) not in gone:
            continue
        parent = element.getparent()
        if parent is None:
            continue
        parent.remove(element)
        above = parent.getparent()
        if above is not None and parent.tag == w("r") and not [child for child in parent if child.tag != w("rPr")]:
            above.remove(parent)
