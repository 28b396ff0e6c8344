"""A consolidated file opened again: its base as it was circulated, and its ledger, proved to belong to the changes it shows."""

from collections import Counter
from dataclasses import dataclass

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.package import Package
from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.ooxml.revisions import reject_all, word_parts
from tansiq.engines.ooxml.revisions.comments import remove_comments
from tansiq.engines.redline.align.markup import fingerprint
from tansiq.engines.redline.edits import Comment, Ledger
from tansiq.engines.redline.errors import LedgerMissing, MarkupChanged
from tansiq.engines.redline.merge.others import WORDS
from tansiq.engines.redline.merge.weave.loom import written_author
from tansiq.engines.redline.readers.comments import read_comments
from tansiq.engines.redline.writers import embedded, ledger_json


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
    if ledger_json.digest(found) != found.extra.get("sha256"):
        raise LedgerMissing(f"the ledger of {name} was changed since `consolidate` wrote it; take the ledger as it was written")
    if fingerprint(package) != found.extra.get("markup"):
        raise MarkupChanged(
            f"{name} was edited after it was consolidated, so its changes are not those of its ledger; take the file as `consolidate` "
            "wrote it, and consolidate again to bring in another copy"
        )
    embedded.remove(package)
    reject_all(package)
    added = _added(package, found)
    if added:
        remove_comments(package, added)
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
    author = written_author(comment, agency_only=bool(ledger.extra.get("agency_only")))
    return author, comment.date, comment.text


def drop_loose_comments(package: Package) -> None:
    """Take out comments that nothing refers to any more: their place, a note or a text box, was taken out with all in it."""
    there = read_comments(package)
    for part in word_parts(package):
        for reference in package.peek(part).iter(w("commentReference")):
            there.pop(reference.get(w("id")) or "", None)
    if there:
        remove_comments(package, there.keys())
