"""Keeps files as they were received, under their SHA-256, and the bases that name them."""

import hashlib
import mimetypes
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.log import log, take_turn
from tansiq.secretariat.record.enums import BasisKind
from tansiq.secretariat.record.models import Actor, Basis, Evidence

_written: ContextVar[list[Path] | None] = ContextVar("_written", default=None)
"""The files that came new in the step at hand, None outside of `step_with_evidence`."""


@contextmanager
def step_with_evidence() -> Iterator[None]:
    """A transaction that takes the files kept in it with it: when it is refused or fails, those that came new are removed again."""
    written: list[Path] = []
    before = _written.set(written)
    try:
        with transaction.atomic():
            try:
                yield
            except BaseException:
                # Still in its turn: nobody else can have found one of the files and made a row for it.
                _remove(written)
                raise
    except BaseException:
        # The commit itself failed.
        _remove(written)
        raise
    finally:
        _written.reset(before)


def keep(*, content: bytes, filename: str, received_on: PartialDate | None, by: Actor, at: datetime) -> Evidence:
    """Keep a file exactly as received and return its evidence; the same bytes are kept once.

    The bytes reach the disk before the row is written, so a row never points to nothing. Call it in `step_with_evidence`,
    else a step that is refused later leaves them there.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    with transaction.atomic():
        take_turn()
        _write_once(path_of(sha256), content)
        known = Evidence.objects.filter(sha256=sha256).first()
        if known:
            return known
        evidence = Evidence.objects.create(
            slug=sha256[:16], sha256=sha256, filename=Path(filename).name[:255],
            media_type=mimetypes.guess_type(filename)[0] or "application/octet-stream",
            size=len(content), received_on=received_on, recorded_at=at, by=by,
        )
        log(code="evidence.kept", subject=evidence.ref, by=by, at=at, parameters={"sha256": sha256, "size": len(content)})
    return evidence


def store(content: bytes) -> str:
    """Put the bytes into the evidence folder, whole or not at all, and return their SHA-256; the same bytes are kept once."""
    sha256 = hashlib.sha256(content).hexdigest()
    _write_once(path_of(sha256), content)
    return sha256


def path_of(sha256: str) -> Path:
    """Where the bytes with that hash lie."""
    return Path(settings.EVIDENCE) / sha256[:2] / sha256


def read(evidence: Evidence) -> bytes:
    """The bytes as received. Raises FileNotFoundError when the file was taken away."""
    return path_of(evidence.sha256).read_bytes()


def basis_for(*, kind: BasisKind, reference: str, dated: PartialDate | None = None, evidence: Evidence | None = None) -> Basis:
    """The basis with that kind, reference, date and evidence; made when it is named first."""
    with transaction.atomic():
        take_turn()
        found = Basis.objects.filter(kind=kind, reference=reference, dated=dated.edtf if dated else "", evidence=evidence).first()
        if found:
            return found
        number = Basis.objects.count() + 1
        return Basis.objects.create(slug=f"basis-{number}", kind=kind, reference=reference, dated=dated or "", evidence=evidence)


def _write_once(path: Path, content: bytes) -> None:
    """Put the bytes at `path` whole or not at all."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except BaseException:
        _remove([draft])
        raise
    new = _written.get()
    if new is not None:
        new.append(path)


def _remove(files: list[Path]) -> None:
    """Remove files and the folders that they leave empty."""
    for path in files:
        path.unlink(missing_ok=True)
        with suppress(OSError):
            path.parent.rmdir()
