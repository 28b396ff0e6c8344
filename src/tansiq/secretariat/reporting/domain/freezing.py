"""Freezes reports: keeps what was given out, as a tree and as files, with the head of the log. What went stale is staleness.py."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from tansiq.engines.press.tree import Document
from tansiq.engines.press.tree_json import from_json, to_json
from tansiq.secretariat.record.domain.errors import UnknownReference
from tansiq.secretariat.record.domain.evidence import path_of, store
from tansiq.secretariat.record.domain.identities import make
from tansiq.secretariat.record.domain.log import hash_of, head_hash, log
from tansiq.secretariat.record.models import Actor, EntryDetail, LogEntry, kind_of
from tansiq.secretariat.register.models import Group
from tansiq.secretariat.reporting.domain.compose import compose
from tansiq.secretariat.reporting.domain.errors import ChangedMeanwhile, FileLost, FreezeRefused, NotComposable, ReasonMissing
from tansiq.secretariat.reporting.domain.rendering import WRITERS
from tansiq.secretariat.reporting.domain.sessions import mechanisms_of_groups, session_and_previous
from tansiq.secretariat.reporting.models import FrozenFile, FrozenReport, Session
from tansiq.secretariat.reporting.rules import may_freeze


@dataclass(frozen=True)
class _Asked:
    """Which report: of which group (a slug) to which session, as of when, known when, in which language."""

    group: str
    session: int
    as_of: date
    known_at: datetime
    language: str

    def slug(self, number: int) -> str:
        """What the frozen report is called, the `number`-th of its kind."""
        return f"{self.group}-{self.session}-{self.language}-{self.as_of.isoformat()}-{number}"

    def before(self) -> int:
        """How many were frozen of the same group, session, day and language. One query."""
        rows = FrozenReport.objects.filter(group__slug=self.group, session__number=self.session, as_of=self.as_of, language=self.language)
        return rows.count()


@dataclass(frozen=True)
class _Made:
    """A report made, its files (SHA-256 and size by format) on the disk but not yet in the record; `head` is that of the log before."""

    document: Document
    files: dict[str, tuple[str, int]]
    head: str


def freeze(
    *, group: str, session: int, as_of: date, known_at: datetime | None, language: str, by: Actor, at: datetime, because: str = ""
) -> FrozenReport:
    """Compose the report of `group` (a slug) to session number `session`, and keep its tree and its files in every format for good.

    `known_at` is `at` when none is given. The files are made before anything is written; then all is kept or nothing, and logged with
    their hashes. Raises NotComposable; FreezeRefused when `by` may not, or the day or the moment is still to come; ReasonMissing when one
    of the same group, session, day and language was frozen before and `because` is empty; ChangedMeanwhile when the record moved.
    """
    asked = _Asked(group, session, as_of, known_at or at, language)
    _check(asked, by, at)
    _number(asked, because)
    made = _made(asked)
    with transaction.atomic():
        held = Group.objects.select_for_update().get(slug=group)
        number = _number(asked, because)
        entry = _log(asked.slug(number), made, by=by, at=at, because=because)
        _refuse_if_moved(made.head, asked.known_at, entry)
        row = FrozenReport(
            slug=asked.slug(number), group=held, session=_session(asked), language=language, as_of=as_of, known_at=asked.known_at,
            number=number, head=made.head, by=by, at=entry.at, entry=entry, tree=to_json(made.document),
        )
        report = make(identity=row, by=by, at=at)
        FrozenFile.objects.bulk_create(
            FrozenFile(report=report, format=form, media_type=WRITERS[form].media_type, sha256=sha256, size=size)
            for form, (sha256, size) in made.files.items()
        )
    return report


def frozen_report(*, group: str, slug: str) -> FrozenReport:
    """The frozen report of that name, with its files. Raises UnknownReference when the group (a slug) has none. Two queries."""
    rows = FrozenReport.objects.filter(group__slug=group, slug=slug).select_related("group", "session__mechanism", "by__account")
    found = rows.prefetch_related("files").first()
    if found is None:
        raise UnknownReference(f"the group {group!r} has no frozen report {slug!r}.")
    return found


def frozen_reports(groups: Iterable[str]) -> list[FrozenReport]:
    """The frozen reports of groups (slugs) with their files, without their trees, newest first. Two queries."""
    rows = FrozenReport.objects.filter(group__slug__in=list(groups)).select_related("group", "session__mechanism", "by__account")
    return list(rows.prefetch_related("files").defer("tree").order_by("-at", "slug"))


def document_of(report: FrozenReport) -> Document:
    """The report's own tree, as it was frozen."""
    return from_json(report.tree)


def reason_of(report: FrozenReport) -> str:
    """Why it was frozen, "" when nobody said or it was erased. One query."""
    return EntryDetail.objects.filter(entry=report.entry_id, name="because").values_list("text", flat=True).first() or ""


def content_of(file: FrozenFile) -> bytes:
    """The bytes as they were frozen. Raises FileLost when they are gone or are no longer the ones that were frozen."""
    path = path_of(file.sha256)
    content = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise FileLost(f"{file.report.ref}: the {file.format} file is not as it was frozen; bring {path.name} back from a backup.")
    return content


def tree_hash(document: Document) -> str:
    """SHA-256 of the tree in canonical JSON (sorted keys, no spaces, UTF-8), in hexadecimal: what the log keeps of it."""
    return hash_of(to_json(document))


def _check(asked: _Asked, by: Actor, at: datetime) -> None:
    held = Group.objects.filter(slug=asked.group).first()
    if held is None:
        raise NotComposable(f"there is no group {asked.group!r} in the record; import it, or name another.")
    if not may_freeze(by, held):
        raise FreezeRefused(f"{asked.group}: only the secretariat freezes its reports, not this actor ({by.slug}).")
    if asked.as_of > at.date():
        raise FreezeRefused(f"{asked.as_of.isoformat()} is still to come on {at.date().isoformat()}; freeze it as of a day that has come.")
    if asked.known_at > at:
        raise FreezeRefused(f"what the record will know at {asked.known_at.isoformat()} is not known yet; name a moment that has passed.")


def _number(asked: _Asked, because: str) -> int:
    """Which of its kind the report is. From the second on it needs a reason."""
    before = asked.before()
    if before and not because.strip():
        raise ReasonMissing(
            f"the report of {asked.group} to session {asked.session} as of {asked.as_of.isoformat()} ({asked.language}) is frozen already;"
            " say why another is needed."
        )
    return before + 1


def _made(asked: _Asked) -> _Made:
    head = head_hash()
    document = compose(
        group=asked.group, session=asked.session, as_of=asked.as_of, known_at=asked.known_at, language=asked.language
    )
    contents = {form: writer.write(document) for form, writer in WRITERS.items()}
    # All are made before the first is stored. Bytes that no row comes to name, because the report is refused after all, do no harm.
    return _Made(document, {form: (store(content), len(content)) for form, content in contents.items()}, head)


def _refuse_if_moved(head: str, known_at: datetime, own: LogEntry) -> None:
    """Refuse when anything that counts at `known_at` was recorded after the report began to be composed. The chain is locked by `own`."""
    last = LogEntry.objects.filter(hash=head).values_list("seq", flat=True).first() or 0
    if LogEntry.objects.filter(seq__gt=last, seq__lt=own.seq, at__lte=known_at).exists():
        raise ChangedMeanwhile("something was recorded while the report was made; look at the report again, then freeze it.")


def _log(slug: str, made: _Made, *, by: Actor, at: datetime, because: str) -> LogEntry:
    return log(
        code="report.frozen",
        subject=f"{kind_of(FrozenReport)}/{slug}",
        by=by,
        at=at,
        parameters={
            "head": made.head,
            "as_of": made.document.as_of,
            "known_at": made.document.known_at,
            "tree": tree_hash(made.document),
            "files": {form: sha256 for form, (sha256, _size) in made.files.items()},
        },
        details={"because": because.strip()},
    )


def _session(asked: _Asked) -> Session:
    mechanisms = mechanisms_of_groups(asked.as_of, asked.known_at).get(asked.group, [])
    found, _previous = session_and_previous(mechanisms, asked.session, asked.as_of, asked.known_at)
    return Session.objects.get(slug=found.slug)
