"""The append-only log: one chain of hashes over entries that hold ids and codes, with erasable details beside them."""

import hashlib
import json
import secrets
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import connection, transaction

from tansiq.secretariat.record.domain.errors import BrokenChain
from tansiq.secretariat.record.models import Actor, ChainHead, EntryDetail, LogEntry

TICK = timedelta(microseconds=1)


def digest_of(salt: str, text: str) -> str:
    """SHA-256 of a salted text, in hexadecimal: what an entry keeps of a detail."""
    return hashlib.sha256(f"{salt}\n{text}".encode()).hexdigest()


def hash_of(content: Mapping[str, Any]) -> str:
    """SHA-256 of an entry's content in canonical JSON (sorted keys, no spaces, UTF-8), in hexadecimal."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def take_turn() -> None:
    """Put writers in line: from here to the end of the transaction no other process writes.

    The first lock of every verb, taken before it reads what it decides by: as all take it first, no two wait for each other.
    SQLite's IMMEDIATE transactions do the same by themselves. Call it inside the transaction of the change.
    """
    if connection.features.has_select_for_update:
        ChainHead.objects.select_for_update().get_or_create(pk=1)


def log(
    *,
    code: str,
    subject: str,
    by: Actor,
    at: datetime,
    parameters: Mapping[str, Any] | None = None,
    details: Mapping[str, str] | None = None,
) -> LogEntry:
    """Append one entry and return it.

    `code` names what was done (`term.begun`), `subject` the reference it was done to, `parameters` hold ids, codes and days;
    whatever a person wrote goes into `details`. The entry's time is `at`, or just after the last entry's when the clock
    stepped back, so that the order of the chain is the order of time. Call it inside the transaction of the change.
    """
    with transaction.atomic():
        head = ChainHead.objects.select_for_update().get_or_create(pk=1)[0]
        written = {name: text for name, text in (details or {}).items() if text}
        salts = {name: secrets.token_hex(16) for name in written}
        entry = LogEntry(
            seq=head.seq + 1,
            at=at if head.at is None or at > head.at else head.at + TICK,
            actor=by,
            code=code,
            subject=subject,
            parameters=dict(parameters or {}),
            digests={name: digest_of(salts[name], text) for name, text in written.items()},
            previous=head.hash,
        )
        entry.hash = hash_of(entry.content())
        entry.save(force_insert=True)
        EntryDetail.objects.bulk_create(
            EntryDetail(entry=entry, name=name, salt=salts[name], text=text) for name, text in written.items()
        )
        ChainHead.objects.filter(pk=1).update(seq=entry.seq, at=entry.at, hash=entry.hash)
    return entry


def first_entry_of(subject: str) -> LogEntry | None:
    """The entry with which the record first heard of `subject`, None when it never did. One query."""
    return LogEntry.objects.filter(subject=subject).order_by("seq").first()


def known_now() -> datetime:
    """The moment up to which the record can be asked with an answer that stays: the time of the last entry committed.

    A reader who takes the clock instead could see, for one and the same moment, first the record without and later with what a
    writer was still writing. Every later entry gets a later time (`log`), so nothing recorded afterwards is known at this one.
    An empty log is known as of the beginning of the Unix epoch. One query.
    """
    at = ChainHead.objects.filter(pk=1).values_list("at", flat=True).first()
    return at or datetime.fromtimestamp(0, UTC)


def head_hash() -> str:
    """The hash of the last entry, "" for an empty log: printed in frozen reports and backups, it fixes all that came before."""
    return ChainHead.objects.filter(pk=1).values_list("hash", flat=True).first() or ""


def broken_entries() -> Iterator[str]:
    """Walk the chain from its first entry and yield one line for each entry that does not hold."""
    previous, expected = "", 1
    for entry in LogEntry.objects.select_related("actor").order_by("seq").prefetch_related("details").iterator(chunk_size=500):
        if entry.seq != expected:
            yield f"log entry {expected}: missing; the next one found is {entry.seq}."
        if entry.previous != previous or hash_of(entry.content()) != entry.hash:
            yield f"log entry {entry.seq} ({entry.code}): its content does not match its hash."
        for detail in entry.details.all():
            if detail.erased_at is None and digest_of(detail.salt, detail.text) != entry.digests.get(detail.name):
                yield f"log entry {entry.seq} ({entry.code}): the detail {detail.name!r} was changed."
        previous, expected = entry.hash, entry.seq + 1
    if head_hash() != previous:
        yield f"log entry {expected}: missing; the head of the chain points past the last entry."


def verify_chain() -> int:
    """Check the whole chain and return its length. Raises BrokenChain, naming the first broken entry."""
    for line in broken_entries():
        raise BrokenChain(line)
    return LogEntry.objects.count()


def erase_details(*, subject: str, names: set[str] | None, by: Actor, at: datetime) -> int:
    """Forget what was written about `subject` (all details, or those in `names`) and return how many were erased.

    Salt and text go, the digests stay, so the chain stays whole; the erasure itself is logged.
    """
    with transaction.atomic():
        take_turn()
        wanted = EntryDetail.objects.filter(entry__subject=subject, erased_at=None)
        if names is not None:
            wanted = wanted.filter(name__in=names)
        count = wanted.update(salt="", text="", erased_at=at)
        log(code="detail.erased", subject=subject, by=by, at=at, parameters={"count": count, "names": sorted(names or [])})
    return count
