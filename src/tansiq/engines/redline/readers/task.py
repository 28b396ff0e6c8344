"""Reading one copy as a task of its own, in a process with limits: what goes in and comes out is plain data."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from tansiq.engines.ooxml.errors import OoxmlError
from tansiq.engines.ooxml.package import Package
from tansiq.engines.ooxml.reading import read_package
from tansiq.engines.redline.align.indexed import index_of
from tansiq.engines.redline.edits import Edit, Refusal, Source
from tansiq.engines.redline.errors import CopyRefused, LedgerMissing
from tansiq.engines.redline.readers.answered import reading_of
from tansiq.engines.redline.readers.copy import Reading, modified, read_copy
from tansiq.engines.redline.readers.draft import Draft
from tansiq.engines.redline.readers.sources import read_answer, source_of

Same = tuple[str, str, str, str, int, int, str, str]


@dataclass(frozen=True, slots=True)
class Task:
    """A copy to be read. `base` has no pending changes; `own` are those the draft itself carried when it went out."""

    base: bytes
    agency: str
    file: str
    data: bytes
    received: str = ""
    own: frozenset[Same] = frozenset()
    pages: Mapping[int, int] | None = None     # of the circulated file, by paragraph: for answers that name pages
    base_sha256: str = ""                      # of the base as it went out, before its own pending changes were set aside


def read_task(task: Task, draft: Draft, copy: Package | None = None) -> Reading | Refusal:
    """Read the copy, or say why it is not taken. The draft's own changes, which every copy carries, are not the agency's.

    `draft` is that of `task.base`, `copy` the package of `task.data` where it was read already.
    """
    try:
        if copy is None and _is_answer(task):
            answer = read_answer(
                task.file, task.data, agency=task.agency, index=index_of(draft.document, task.pages),
                received=task.received or modified(draft.package),
            )
            return reading_of(answer, draft.document, agency=task.agency, file=task.file, data=task.data)
        copy = copy or read_package(task.data, name=task.file)
        reading = read_copy(draft, copy, agency=task.agency, file=task.file, data=task.data, received=task.received)
    except (OoxmlError, CopyRefused, LedgerMissing) as error:
        return Refusal(task.agency, task.file, _reason(error))
    if not task.own:
        return reading
    edits = tuple(edit for edit in reading.edits if same(edit) not in task.own)
    tracked = sum(edit.tracked for edit in edits)
    return replace(reading, edits=edits, intake=replace(reading.intake, tracked=tracked, untracked=len(edits) - tracked))


def _is_answer(task: Task) -> bool:
    """Whether it is no Word file. What is none of the kinds we take is left to the reader of Word files, which says what it is."""
    try:
        return source_of(task.file, task.data, name=task.agency) is not Source.WORD
    except CopyRefused:
        if task.file.lower().endswith((".docx", ".doc", ".docm", ".dotx")):
            return False
        raise


def same(edit: Edit) -> Same:
    """What two files that carry the same change have in common."""
    return edit.person, edit.date, str(edit.kind), edit.place.flow, edit.place.start, edit.place.end, edit.before, edit.after


def own_changes(edits: Iterable[Edit]) -> frozenset[Same]:
    """The changes of the draft, for telling them from the agency's."""
    return frozenset(map(same, edits))


def _reason(error: Exception) -> str:
    return error.reason if isinstance(error, CopyRefused) else str(error)
