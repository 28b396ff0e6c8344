"""Dispositions as JSON, the other form besides the matrix: read with every mistake named, and written."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tansiq.engines.redline.edits import Ledger
from tansiq.engines.redline.errors import DispositionRefused
from tansiq.engines.redline.report.columns import Column
from tansiq.engines.redline.report.decisions import BulkRule, Disposition, RowType
from tansiq.engines.redline.report.filled import disposition_of
from tansiq.engines.redline.report.rows import rows
from tansiq.engines.redline.report.words import category_meant, decision_meant
from tansiq.engines.redline.report.workbook_reading import read_xlsx

_IDS = ("id", "key", "row")
_FIELDS = {
    "disposition": Column.DECISION, "final_text": Column.FINAL_TEXT, "response": Column.RESPONSE, "category": Column.CATEGORY,
    "duplicate_of": Column.DUPLICATE_OF, "responsible": Column.RESPONSIBLE, "decided_by": Column.DECIDED_BY,
    "decided_on": Column.DECIDED_ON, "status": Column.STATUS, "applied_in": Column.APPLIED_IN,
}
_RULE_FIELDS = ("disposition", "agency", "category", "type", "response")


@dataclass(frozen=True, slots=True)
class Decided:
    """What was read from a file: dispositions, rules for the rest, and the keys of rows that a workbook no longer held."""

    dispositions: tuple[Disposition, ...]
    rules: tuple[BulkRule, ...] = ()
    missing: tuple[str, ...] = ()


def read_dispositions(source: bytes, ledger: Ledger, *, name: str) -> Decided:
    """Dispositions from the bytes of a filled matrix (.xlsx) or of a JSON file; the bytes tell which. `name` is the file's, for messages.

    Raises DispositionRefused with the place of the first thing that cannot be taken.
    """
    if source.startswith(b"PK"):
        filled = read_xlsx(source, ledger, name=name)
        return Decided(filled.dispositions, missing=filled.missing)
    return read_json(source, ledger, name=name)


def read_json(source: bytes, ledger: Ledger, *, name: str) -> Decided:
    """Dispositions from JSON (UTF-8). Raises DispositionRefused.

    `{"dispositions": [{"id", "disposition", "final_text", "response", "category", "duplicate_of", "responsible", "decided_by",
    "decided_on", "status", "applied_in"}], "rules": [{"disposition", "agency", "category", "type", "response"}]}`. `id` is the id of an
    edit or comment in the ledger or the key of a row; `row`, a number of the matrix, may stand for it. Only `id` and `disposition` are
    needed. A list of such objects alone, and an object `{ID: "accepted", ...}`, are read too. Words may be those of any language.
    """
    try:
        data = json.loads(source.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise DispositionRefused(f"{name}: neither an .xlsx workbook nor JSON in UTF-8. Give the filled matrix, or a JSON file.") from None
    entries, rules = _parts(data, name)
    numbered = {row.number: row.key for row in rows(ledger)}
    dispositions = tuple(_entry(entry, numbered, f"{name}, disposition {place}") for place, entry in enumerate(entries, start=1))
    return Decided(dispositions, tuple(_rule(rule, f"{name}, rule {place}") for place, rule in enumerate(rules, start=1)))


def written_json(dispositions: tuple[Disposition, ...], rules: tuple[BulkRule, ...] = ()) -> bytes:
    """Dispositions and rules in the form that `read_json` reads; empty fields are left out."""
    entries = []
    for each in dispositions:
        fields: dict[str, Any] = {"id": each.of, "disposition": each.decision}
        fields |= {name: getattr(each, name) for name in _FIELDS if name != "disposition"}
        entries.append({name: value for name, value in fields.items() if value})
    told = [{name: value for name, value in (("disposition", rule.decision), ("agency", rule.agency), ("category", rule.category),
                                             ("type", rule.type), ("response", rule.response)) if value} for rule in rules]
    return (json.dumps({"dispositions": entries, "rules": told}, ensure_ascii=False, indent=2) + "\n").encode()


def _parts(data: object, name: str) -> tuple[list[object], list[object]]:
    if isinstance(data, list):
        return data, []
    if isinstance(data, dict) and data.keys() <= {"dispositions", "rules"}:
        entries, rules = data.get("dispositions", []), data.get("rules", [])
        if isinstance(entries, dict):
            entries = _by_id(entries)
        if isinstance(entries, list) and isinstance(rules, list):
            return entries, rules
    elif isinstance(data, dict):
        return _by_id(data), []
    raise DispositionRefused(f'{name}: write {{"dispositions": [{{"id": ..., "disposition": "accepted"}}]}} or {{ID: "accepted", ...}}.')


def _by_id(entries: Mapping[str, object]) -> list[object]:
    return [{"id": each, **(told if isinstance(told, dict) else {"disposition": told})} for each, told in entries.items()]


def _entry(entry: object, numbered: Mapping[int, str], place: str) -> Disposition:
    if not isinstance(entry, dict):
        raise DispositionRefused(f'{place}: it is no object. Write {{"id": ..., "disposition": ...}}.')
    unknown = entry.keys() - _FIELDS.keys() - set(_IDS)
    if unknown:
        raise DispositionRefused(f"{place}: no field is called {', '.join(sorted(unknown))}. There are: id, {', '.join(_FIELDS)}.")
    named = [str(entry[field]) for field in _IDS if entry.get(field) not in (None, "")]
    if len(named) != 1:
        raise DispositionRefused(f"{place}: name the one row, edit or comment that it decides, under `id`.")
    of = named[0]
    if of not in numbered.values() and "row" in entry:
        of = numbered.get(int(of), of) if of.isdecimal() else of
    written = {column: "" if entry.get(field) is None else str(entry[field]) for field, column in _FIELDS.items() if field in entry}
    return disposition_of(of, written, place=f"{place} ({named[0]})")


def _rule(rule: object, place: str) -> BulkRule:
    if not isinstance(rule, dict) or rule.keys() - set(_RULE_FIELDS) or not all(isinstance(value, str) for value in rule.values()):
        raise DispositionRefused(f"{place}: a rule is an object of texts with the fields {', '.join(_RULE_FIELDS)}.")
    decision = decision_meant(rule.get("disposition", ""))
    category, kind = category_meant(rule.get("category", "")), rule.get("type", "")
    if decision is None:
        raise DispositionRefused(f"{place}: {rule.get('disposition', '')!r} is no disposition.")
    if (category is None and rule.get("category")) or (kind and kind not in list(RowType)):
        raise DispositionRefused(f"{place}: no category or type is called {rule.get('category') or kind!r}.")
    try:
        return BulkRule(decision, rule.get("agency", ""), category, RowType(kind) if kind else None, rule.get("response", ""))
    except ValueError as error:
        raise DispositionRefused(f"{place}: {error}. Decide those rows one by one.") from None
