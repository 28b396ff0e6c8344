"""Imports an `authored` folder: everything or nothing, and a second time nothing changes."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from tansiq.secretariat.record.domain.errors import RecordError
from tansiq.secretariat.record.domain.log import log
from tansiq.secretariat.record.interchange.entries import Entry, ImportFailed, Misplaced, Place, Problem, read_entries, read_yaml
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
        with transaction.atomic():
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
        raise ImportFailed([Problem(Place(str(folder), 1), "there is no such folder; give the folder that holds manifest.yaml.")])
    check_manifest(folder)
    known = {kind.file: kind for kind in kinds()}
    problems = [
        Problem(Place(path.name, 1), f"no records are kept in a file of this name; the files are {', '.join(sorted(known))}.")
        for path in sorted(folder.glob("*.y*ml"))
        if path.name not in known and path.name != "manifest.yaml"
    ]
    plan: list[tuple[Kind, list[Entry]]] = []
    for kind in kinds():
        if not (folder / kind.file).exists():
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


def check_manifest(folder: Path) -> None:
    """Refuse a folder without a manifest, or of a kind or format that cannot be read."""
    path = folder / "manifest.yaml"
    if not path.is_file():
        message = f"the folder {folder.name} has none; write kind: authored, format: 1, title."
        raise ImportFailed([Problem(Place("manifest.yaml", 1), message)])
    value, lines = read_yaml(path)
    entry = Entry(path.name, value if isinstance(value, dict) else {}, lines)
    problems = list(check(entry, MANIFEST))
    if problems:
        raise ImportFailed(problems)


def check(entry: Entry, schema: dict[str, Any]) -> Iterator[Problem]:
    """What of an entry its schema does not allow, one problem each."""
    for error in sorted(Draft202012Validator(schema).iter_errors(entry.value), key=lambda each: [str(step) for step in each.path]):
        yield explained(entry, error)


def explained(entry: Entry, error: ValidationError) -> Problem:
    """A schema error as the line a person reads."""
    path = tuple(error.absolute_path)
    schema: dict[str, Any] = dict(error.schema) if isinstance(error.schema, Mapping) else {}
    rule: Any = error.validator_value
    instance: Any = error.instance
    if error.validator == "required":
        missing = next(name for name in rule if name not in instance)
        return Problem(entry.place(*path, missing), "this field is missing; it is required.")
    if error.validator == "additionalProperties":
        known = sorted(schema.get("properties", {}))
        strange = next(name for name in instance if name not in known)
        return Problem(entry.place(*path, strange), f"there is no such field here; the fields are {', '.join(known)}.")
    if error.validator == "enum":
        return Problem(entry.place(*path), f"{error.instance!r} is found; one of {', '.join(map(str, rule))} is expected.")
    found = type(error.instance).__name__ if isinstance(error.instance, dict | list) else repr(error.instance)
    wanted = schema.get("description") or f"{error.validator} {rule}"
    return Problem(entry.place(*path), f"{found} is found; {wanted} is expected.")


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
