"""Imports an `authored` folder: everything or nothing, and a second time nothing changes."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.db import transaction

from tansiq.secretariat.record.domain.errors import RecordError
from tansiq.secretariat.record.domain.evidence import step_with_evidence
from tansiq.secretariat.record.domain.log import log
from tansiq.secretariat.record.interchange.checking import check, nearest
from tansiq.secretariat.record.interchange.entries import NO_LINE, Entry, ImportFailed, Misplaced, Place, Problem, read_entries, read_yaml
from tansiq.secretariat.record.interchange.kinds import SLUG, TEXT, Kind, kinds, record
from tansiq.secretariat.record.interchange.loading import Loading
from tansiq.secretariat.record.models import Actor

MANIFEST = record(["kind", "format", "title"], kind={"enum": ["authored"]}, format={"const": 1}, title=TEXT, language=SLUG)


@dataclass
class ImportReport:
    """What an import did: per kind, how many entries were created, changed and unchanged."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    dry_run: bool = False

    @property
    def nothing_changed(self) -> bool:
        """Whether the record already held all of it."""
        return all(not (count["created"] or count["changed"]) for count in self.counts.values())


class _DryRun(Exception):
    """Rolls the transaction of a dry run back."""


def import_folder(
    folder: Path, *, by: Callable[[], Actor], at: datetime, dry_run: bool = False, progress: Callable[[str, int, int], None] | None = None
) -> ImportReport:
    """Import every file of an `authored` folder in one transaction and report what became of each kind.

    `by` makes the actor inside that transaction; `progress(kind, done, of)` is called after each entry. Raises
    ImportFailed with one problem a line; then nothing has been written.
    """
    plan = read_folder(folder)
    loading_report = ImportReport(dry_run=dry_run)
    try:
        with step_with_evidence():
            loading = Loading(by=by(), at=at, folder=folder)
            load_all(plan, loading, progress)
            loading_report.counts = loading.counts
            if not loading_report.nothing_changed:
                totals = {kind: dict(count) for kind, count in loading.counts.items()}
                log(code="import.done", subject="record/import/authored", by=loading.by, at=at, parameters=totals)
            if dry_run:
                raise _DryRun
    except _DryRun:
        pass
    return loading_report


def read_folder(folder: Path) -> list[tuple[Kind, list[Entry]]]:
    """Read and check every file against its schema; the kinds in the order of loading. Raises ImportFailed."""
    if not folder.is_dir():
        raise ImportFailed([Problem(Place(str(folder), NO_LINE), "there is no such folder; give the folder that holds manifest.yaml.")])
    check_manifest(folder)
    known = {kind.file: kind for kind in kinds()}
    problems = [
        Problem(Place(path.name, NO_LINE), strange_file(path.name, known))
        for path in sorted(folder.glob("*.y*ml"))
        if path.name not in known and path.name != "manifest.yaml"
    ]
    plan: list[tuple[Kind, list[Entry]]] = []
    for kind in kinds():
        if not (folder / kind.file).exists() and not (folder / kind.file).is_symlink():
            continue
        try:
            entries = list(read_entries(folder / kind.file))
        except ImportFailed as failed:
            problems += failed.problems
            continue
        problems += [problem for entry in entries for problem in check(entry, kind.schema)]
        problems += doubles(entries)
        plan.append((kind, entries))
    if problems:
        raise ImportFailed(problems)
    return plan


def strange_file(name: str, known: Iterable[str]) -> str:
    """That no kind is kept in a file of that name, with the name that was meant or with all of them."""
    near = nearest(name, known)
    hint = f"did you mean {near}?" if near else f"the files are {', '.join(sorted(known))}."
    return f"no records are kept in a file of this name; {hint}"


def check_manifest(folder: Path) -> None:
    """Refuse a folder without a manifest, or of a kind or format that cannot be read."""
    path = folder / "manifest.yaml"
    if not path.is_file():
        message = f"the folder {folder.name} has none; write kind: authored, format: 1, title."
        raise ImportFailed([Problem(Place("manifest.yaml", NO_LINE), message)])
    value, lines = read_yaml(path)
    entry = Entry(path.name, value if isinstance(value, dict) else {}, lines)
    problems = list(check(entry, MANIFEST))
    if problems:
        raise ImportFailed(problems)


def doubles(entries: list[Entry]) -> Iterator[Problem]:
    """Entries of one file with the same slug."""
    seen: dict[str, Entry] = {}
    for entry in entries:
        slug = entry.get("slug")
        if not isinstance(slug, str):
            continue
        if slug in seen:
            yield Problem(entry.place("slug"), f"{slug!r} stands twice; line {seen[slug].place('slug').line} has it first.")
        seen.setdefault(slug, entry)


def load_all(plan: list[tuple[Kind, list[Entry]]], loading: Loading, progress: Callable[[str, int, int], None] | None) -> None:
    """Load kind after kind; the entries of a kind are all tried before its problems stop the import. Raises ImportFailed."""
    total, done = sum(len(entries) for _, entries in plan), 0
    for kind, entries in plan:
        problems: list[Problem] = []
        count = loading.counts.setdefault(kind.name, Counter(created=0, changed=0, unchanged=0))
        for entry in entries:
            loading.outcome = "unchanged"
            try:
                with transaction.atomic():
                    kind.load(entry, loading)
                count[loading.outcome] += 1
            except Misplaced as misplaced:
                problems.append(misplaced.problem)
            except RecordError as error:
                problems.append(Problem(entry.place("slug"), str(error)))
            done += 1
            if progress:
                progress(kind.name, done, total)
        if problems:
            raise ImportFailed(problems)
