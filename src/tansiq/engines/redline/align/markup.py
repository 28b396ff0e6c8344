"""A digest of the changes marked in a file: the same when a program only saved it again, another when somebody changed one."""

import hashlib
from collections.abc import Iterator

from tansiq.engines.ooxml.package import Package
from tansiq.engines.redline.align.atoms import Atoms, is_atom
from tansiq.engines.redline.align.document import Document, read_document
from tansiq.engines.redline.align.pieces import Flow, Mark

_ATOM = "\ufffc"


def fingerprint(package: Package) -> str:
    """SHA-256 over all text with who put it in or took it out; how runs are cut and what they look like does not count."""
    digest = hashlib.sha256()
    for line in _lines(read_document(package, Atoms())):
        digest.update(line.encode("utf-8", "surrogatepass"))
        digest.update(b"\n")
    return digest.hexdigest()


def _lines(document: Document) -> Iterator[str]:
    for key, flow in sorted(document.flows.items()):
        yield key
        yield from _stretches(flow)
    for key, row in sorted(document.rows.items()):
        marks = [_name(row.ins), _name(row.dele), *(_name(mark) for cell in row.cells for mark in (cell.ins, cell.dele))]
        yield f"{key} {'|'.join(marks)}"


def _stretches(flow: Flow) -> Iterator[str]:
    """Text of one person's change, however many runs hold it."""
    last: tuple[str, str] | None = None
    texts: list[str] = []
    for piece in flow.pieces:
        if piece.volatile:
            continue
        who = (_name(piece.ins), _name(piece.dele))
        if last is not None and who != last:
            yield f"{last[0]}|{last[1]}|{''.join(texts)}"
            texts = []
        last = who
        texts.append(_ATOM if is_atom(piece.text[0]) and piece.text > "\U00100001" else piece.text)
    if last is not None:
        yield f"{last[0]}|{last[1]}|{''.join(texts)}"


def _name(mark: Mark | None) -> str:
    return "" if mark is None else f"{mark.person} {mark.date[:16]}"
