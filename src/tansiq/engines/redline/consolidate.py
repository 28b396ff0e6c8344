"""N reviewed copies to one file and its ledger: read each copy apart, relate their edits, weave them into the base."""

import gc
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256

from tansiq.engines.ooxml.errors import ApartFailed, OoxmlError
from tansiq.engines.ooxml.package import Package
from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.ooxml.revisions import reject_all, revisions
from tansiq.engines.ooxml.worker import run_apart
from tansiq.engines.redline.align.atoms import Atoms
from tansiq.engines.redline.align.document import Document, read_document
from tansiq.engines.redline.align.markup import fingerprint
from tansiq.engines.redline.edits import Base, Comment, Edit, Intake, Ledger, Noise, Refusal
from tansiq.engines.redline.errors import LedgerMissing, NothingConsolidated
from tansiq.engines.redline.merge.agreement import relate
from tansiq.engines.redline.merge.order import comments_in_order, container_order, in_order
from tansiq.engines.redline.merge.others import note_in
from tansiq.engines.redline.merge.weave import weave
from tansiq.engines.redline.readers.copy import Reading, read_copy
from tansiq.engines.redline.readers.draft import Draft, read_draft
from tansiq.engines.redline.readers.task import Task, own_changes, read_task
from tansiq.engines.redline.writers import embedded, ledger_json

SECONDS = 300
MEGABYTES = 2_000
"""What the reading of one copy (or of a batch of them) may take before it is stopped."""

ROUNDS = 2
"""How many batches a core reads: fewer read the draft less often, more show progress."""

UNFORESEEN = (
    "reading it failed ({error}), which is a fault of this program; have the copy saved again by Word, and send the fault to its makers"
)

_WORD = re.compile(r"[^\W_]+")

Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Consolidation:
    """One file for all copies, as bytes of a .docx that carries the ledger, and the ledger itself."""

    file: bytes
    ledger: Ledger


def consolidate(
    base: bytes, copies: Mapping[str, bytes], *, base_name: str = "base.docx", files: Mapping[str, str] | None = None,
    received: Mapping[str, str] | None = None, agency_only: bool = False, language: str = "en", apart: bool = True,
    progress: Progress = lambda name: None, pages: Mapping[int, int] | None = None,
) -> Consolidation:
    """Merge the edits and comments of N answers (agency -> bytes of its .docx, .xlsx, .pdf, .eml or .txt) onto one base.

    The order of copies never changes the result, which is byte for byte the same for the same inputs; no clock, no network.
    `files` gives each copy's file name, `received` an ISO date for copies without one of saving, `pages` the page of each paragraph of
    the circulated file, for answers that name pages. `apart`: read each copy in a process with limits, which files from outside need.
    `progress` is called with the name of each copy when it is read. A copy that carries a ledger of the same base brings all that is
    in it.

    Raises PackageRefused for a base that cannot be read, NothingConsolidated when every copy was refused.
    """
    clean, own, prepared = _base(base, base_name)
    tasks = [
        Task(
            clean, agency, (files or {}).get(agency, f"{agency}.docx"), data, (received or {}).get(agency, ""), own_changes(own),
            pages, sha256(base).hexdigest(),
        )
        for agency, data in sorted(copies.items())
    ]
    results = _read_all(tasks, apart, progress)
    refused = tuple(sorted((each for each in results if isinstance(each, Refusal)), key=lambda each: each.name))
    if copies and len(refused) == len(copies):
        raise NothingConsolidated("; ".join(f"{each.name} ({each.file}): {each.reason}" for each in refused))
    document = read_document(prepared, Atoms())
    ledger = _ledger(document, _described(document, base, base_name), own, [each for each in results if not isinstance(each, Refusal)])
    return assemble(prepared, replace(ledger, refused=refused), agency_only=agency_only, language=language)


def assemble(base: Package, ledger: Ledger, *, agency_only: bool = False, language: str = "en") -> Consolidation:
    """Weave a ledger into its base (without pending changes) and embed it, with the digest of the markup it was woven to."""
    with _uncollected():
        woven = weave(base, ledger.edits, ledger.comments, agency_only=agency_only, note=note_in(language, agency_only=agency_only))
        markup = fingerprint(woven.package)
    marked = replace(ledger, extra={
        **ledger.extra, "markup": markup, "sha256": ledger_json.digest(ledger), "agency_only": agency_only, "language": language,
        "shown_with": {shown: list(others) for shown, others in sorted(woven.also.items())},
    })
    embedded.embed(woven.package, marked)
    return Consolidation(woven.package.write(), marked)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for garbage while a long document is held in pieces: none of them is any before the end."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _base(data: bytes, name: str) -> tuple[bytes, list[Edit], Package]:
    """The base without pending changes as bytes and package, and the changes it carried when it went out, as edits of no agency."""
    package = read_package(data, name=name)
    embedded.remove(package)
    if next(iter(revisions(package)), None) is None:
        return data, [], package
    clean = package.copy()
    reject_all(clean)
    own = read_copy(clean, package, agency="", file=name, data=data).edits
    return clean.write(), list(own), clean


def _read_all(tasks: Sequence[Task], apart: bool, progress: Progress) -> list[Reading | Refusal]:
    """Read all copies: several a process, which reads the draft once, and as many processes as there are cores."""
    if not apart:
        return [each for found in read(tasks) for each in found]
    workers = max(1, min(os.cpu_count() or 1, len(tasks)))
    size = max(1, -(-len(tasks) // (workers * ROUNDS)))
    batches = [tasks[start:start + size] for start in range(0, len(tasks), size)]
    with ThreadPoolExecutor(max_workers=workers) as pool:
        results = list(pool.map(lambda batch: _read_batch(batch, progress), batches))
    return [each for batch in results for found in batch for each in found]


def _read_batch(tasks: Sequence[Task], progress: Progress) -> list[list[Reading | Refusal]]:
    """Read some copies in one process. Where that ends badly each of them gets a process of its own, so that one stops no other."""
    try:
        found: list[list[Reading | Refusal]] = run_apart(f"{__name__}:read_apart", list(tasks), seconds=SECONDS, megabytes=MEGABYTES)
    except Exception as error:  # noqa: BLE001 (whatever went wrong with one copy, the other agencies' work is not lost)
        if len(tasks) > 1:
            return [each for task in tasks for each in _read_batch([task], progress)]
        reason = str(error) if isinstance(error, ApartFailed) else UNFORESEEN.format(error=f"{type(error).__name__}: {str(error)[:120]}")
        found = [[Refusal(tasks[0].agency, tasks[0].file, reason)]]
    for task in tasks:
        progress(task.agency)
    return found


def read_apart(tasks: Sequence[Task]) -> list[list[Reading | Refusal]]:
    """`read` in a process of its own: without looking for garbage, as all it makes is kept until it ends (two fifths of its time)."""
    gc.disable()
    return read(tasks)


def read(tasks: Sequence[Task]) -> list[list[Reading | Refusal]]:
    """What each copy brings: its reading, its refusal, or for a consolidated file the readings of all agencies in it.

    All tasks have the same base. Raises PackageRefused when that cannot be read.
    """
    if not tasks:
        return []
    draft = read_draft(read_package(tasks[0].base, name="the draft"))
    return [_read_one(task, draft) for task in tasks]


def _read_one(task: Task, draft: Draft) -> list[Reading | Refusal]:
    try:
        package = read_package(task.data, name=task.file)
        carried = embedded.find(package)
    except (OoxmlError, LedgerMissing):
        return [read_task(task, draft)]        # which words what is wrong with it, or takes it for an answer of another kind
    return [read_task(task, draft, package)] if carried is None else _carried(task, draft, package, carried)


def _carried(task: Task, draft: Draft, package: Package, ledger: Ledger) -> list[Reading | Refusal]:
    if ledger.base.sha256 != task.base_sha256:
        return [Refusal(task.agency, task.file, "it is a consolidated file of another base; consolidate the copies it was made of")]
    if not _proved(draft, package, ledger):
        return [Refusal(
            task.agency, task.file,
            "it is a consolidated file whose changes were edited since; put in the copies it was made of, and that reviewer's own copy",
        )]
    return [
        Reading(
            intake, tuple(edit for edit in ledger.edits if edit.agency == intake.name),
            tuple(comment for comment in ledger.comments if comment.agency == intake.name),
            tuple(noise for noise in ledger.noise if noise.agency == intake.name),
        )
        for intake in ledger.copies
    ]


def _proved(draft: Draft, package: Package, ledger: Ledger) -> bool:
    """Whether a ledger makes the very changes that its file shows: found by weaving it, as it comes from outside with its digests."""
    markup = fingerprint(package)
    if markup != ledger.extra.get("markup") or ledger_json.digest(ledger) != ledger.extra.get("sha256"):
        return False
    try:
        woven = weave(draft.package, ledger.edits, ledger.comments, agency_only=bool(ledger.extra.get("agency_only")))
        return fingerprint(woven.package) == markup
    except Exception:  # noqa: BLE001 (a ledger that somebody made up may break anywhere; its file is refused)
        return False


def _ledger(document: Document, base: Base, own: Sequence[Edit], readings: Iterable[Reading]) -> Ledger:
    order = container_order(document)
    intakes: dict[str, Intake] = {}
    edits: dict[str, Edit] = {edit.id: edit for edit in own}
    comments: dict[str, Comment] = {}
    noise: dict[tuple[object, ...], Noise] = {}
    for reading in sorted(readings, key=lambda each: each.intake.name):
        intakes.setdefault(reading.intake.name, reading.intake)
        edits |= {edit.id: edit for edit in reading.edits if edit.id not in edits}
        comments |= {comment.id: comment for comment in reading.comments if comment.id not in comments}
        noise |= {(each.agency, each.place, each.kind): each for each in reading.noise}
    related, conflicts = relate(in_order(edits.values(), order))
    return Ledger(
        base, tuple(intakes[name] for name in sorted(intakes)), tuple(related), tuple(comments_in_order(comments.values(), order)),
        tuple(conflicts), tuple(noise.values()),
    )


def _described(document: Document, data: bytes, name: str) -> Base:
    text = "".join(flow.text() for flow in document.body.flows())
    paragraphs = sum(len(flow.paragraphs) for flow in document.body.flows())
    return Base(name, sha256(data).hexdigest(), len(_WORD.findall(text)), paragraphs)


def agencies(ledger: Ledger) -> Collection[str]:
    """The agencies whose copies are in a ledger."""
    return tuple(copy.name for copy in ledger.copies)


__all__ = ["Consolidation", "agencies", "assemble", "consolidate", "read", "read_apart"]
