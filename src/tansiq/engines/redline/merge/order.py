"""The order of edits and comments in a ledger: that of the base, then of agencies, then of each agency's own file."""

from collections.abc import Iterable, Mapping

from tansiq.engines.redline.align.document import Document
from tansiq.engines.redline.align.pieces import Flow
from tansiq.engines.redline.edits import Comment, Edit


def container_order(document: Document) -> dict[str, int]:
    """The place of every flow, table and row in the document's reading order."""
    found: dict[str, int] = {}
    for top in document.tops():
        _walk(top, found)
    return found


def _walk(flow: Flow, found: dict[str, int]) -> None:
    found[flow.key] = len(found)
    for piece in flow.pieces:
        for box in piece.boxes:
            _walk(box, found)
        if piece.table is None:
            continue
        found[piece.table.key] = len(found)
        for number, row in enumerate(piece.table.rows):
            found[f"{piece.table.key}/r{number}"] = len(found)
            for cell in row.cells:
                _walk(cell.flow, found)


def in_order(edits: Iterable[Edit], order: Mapping[str, int]) -> list[Edit]:
    """Edits sorted; those of one agency at one place keep the order they come in, which is that of its file."""
    return sorted(edits, key=lambda edit: (order.get(edit.place.flow, len(order)), edit.place.start, edit.agency))


def comments_in_order(comments: Iterable[Comment], order: Mapping[str, int]) -> list[Comment]:
    """Comments sorted by place and agency; replies keep the order they come in."""
    return sorted(comments, key=lambda comment: (order.get(comment.place.flow, len(order)), comment.place.start, comment.agency))
