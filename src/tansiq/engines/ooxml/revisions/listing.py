"""Which revisions a package holds, over all its stories. Not what becomes of them: that is `settle`."""

from collections.abc import Iterator

from lxml import etree

from tansiq.engines.ooxml.names import WORD_TYPE, w
from tansiq.engines.ooxml.package import Package
from tansiq.engines.ooxml.revisions.kinds import CHANGES, MARKED, Revision, RevisionKind, kind_of


def revisions(package: Package) -> list[Revision]:
    """Every tracked change of `package`, part by part (the main document first), in document order.

    A text box stands twice in its file (`mc:Choice` and `mc:Fallback`), and so do its revisions.
    """
    return [revision for part in word_parts(package) for revision in revisions_in(package.peek(part), part)]


def revisions_in(root: etree._Element, part: str = "") -> list[Revision]:
    """The tracked changes below `root` in document order. What an old set of properties holds is no change of its own."""
    return list(_found(root, part))


def word_parts(package: Package) -> list[str]:
    """The parts that hold WordprocessingML: the main document, then the others by name."""
    main = package.main
    return [main, *sorted(part for part in package.names() if part != main and _is_word(package.content_type(part)))]


def _is_word(content_type: str) -> bool:
    """Whether a part of this media type is written in WordprocessingML or in what Microsoft added to it."""
    return content_type.startswith((f"{WORD_TYPE}.", "application/vnd.ms-word.")) and content_type.endswith("+xml")


def _found(root: etree._Element, part: str) -> Iterator[Revision]:
    """The revisions below `root`."""
    for element in root.iter(*MARKED):
        kind = kind_of(element)
        if kind is None or next(element.iterancestors(*CHANGES), None) is not None:
            continue
        signed = _signed(element) if kind is RevisionKind.TABLE_GRID else element
        yield Revision(
            element.get(w("id"), ""), kind, signed.get(w("author"), ""), signed.get(w("date"), ""), part, element,
        )


def _signed(grid_change: etree._Element) -> etree._Element:
    """What tells who changed a grid: the first signed change of the same table, as `w:tblGridChange` itself has no author."""
    table = next(grid_change.iterancestors(w("tbl")), None)
    if table is None:
        return grid_change
    signed = table.iter(w("tblPrChange"), w("cellIns"), w("cellDel"), w("cellMerge"), w("tcPrChange"))
    return next((each for each in signed if each.get(w("author"))), grid_change)
