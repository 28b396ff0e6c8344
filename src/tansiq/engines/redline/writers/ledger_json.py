"""A ledger as JSON and back, key by key: the names are those of `edits`, in a stable order."""

import base64
import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar

from tansiq.engines.redline.edits import (
    Anchor,
    Base,
    Comment,
    Conflict,
    Edit,
    Fragment,
    Intake,
    Kind,
    Ledger,
    Noise,
    Place,
    Refusal,
    Relation,
    Source,
    Warned,
)
from tansiq.engines.redline.errors import LedgerMissing

Row = TypeVar("Row")


def dump(ledger: Ledger) -> dict[str, Any]:
    """A ledger as plain lists and mappings, as `redline consolidate --ledger` writes it."""
    return {
        "base": _plain(ledger.base),
        "copies": [_plain(copy) for copy in ledger.copies],
        "edits": [_plain(edit) for edit in ledger.edits],
        "comments": [_plain(comment) for comment in ledger.comments],
        "conflicts": [_plain(conflict) for conflict in ledger.conflicts],
        "noise": [_plain(noise) for noise in ledger.noise],
        "refused": [_plain(refusal) for refusal in ledger.refused],
        **({"extra": dict(ledger.extra)} if ledger.extra else {}),
    }


def write(ledger: Ledger) -> str:
    """A ledger as JSON text."""
    return json.dumps(dump(ledger), ensure_ascii=False, indent=1) + "\n"


def digest(ledger: Ledger) -> str:
    """SHA-256 of all that came in, in hexadecimal: another one when anybody changed a value; how the JSON is written does not count."""
    everything = {name: value for name, value in dump(ledger).items() if name != "extra"}
    return hashlib.sha256(json.dumps(everything, sort_keys=True).encode()).hexdigest()


def read(text: str, *, name: str) -> Ledger:
    """The ledger of a JSON text; `name` is its file, for messages. Raises LedgerMissing when it is none."""
    try:
        return load(json.loads(text))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        said = " ".join(str(error).split())[:80]
        raise LedgerMissing(f"{name} is no ledger ({said}); take the file that `redline consolidate --ledger` wrote") from error


def load(plain: Mapping[str, Any]) -> Ledger:
    """The ledger of what `dump` gave. Raises KeyError, TypeError or ValueError when something is missing or of another kind."""
    return Ledger(
        _row(Base, plain["base"]),
        tuple(intake(each) for each in plain["copies"]),
        tuple(edit(each) for each in plain["edits"]),
        tuple(comment(each) for each in plain["comments"]),
        tuple(_row(Conflict, {**each, "edits": tuple(each["edits"]), "place": place(each["place"])}) for each in plain["conflicts"]),
        tuple(noise(each) for each in plain["noise"]),
        tuple(_row(Refusal, each) for each in plain["refused"]),
        dict(plain.get("extra", {})),
    )


def edit(plain: Mapping[str, Any]) -> Edit:
    """One edit."""
    goal = plain.get("moved_to")
    return _row(Edit, {
        **plain, "kind": Kind(plain["kind"]), "source": Source(plain["source"]), "place": place(plain["place"]),
        "moved_to": place(goal) if goal else None, "fragment": fragment(plain.get("fragment")),
        "agrees_with": tuple(plain.get("agrees_with", ())),
    })


def comment(plain: Mapping[str, Any]) -> Comment:
    """One comment."""
    return _row(Comment, {
        **plain, "place": place(plain["place"]), "source": Source(plain["source"]), "fragment": fragment(plain.get("fragment")),
        "starts": _anchor(plain.get("starts")), "ends": _anchor(plain.get("ends")),
    })


def intake(plain: Mapping[str, Any]) -> Intake:
    """What came in from one agency."""
    return _row(Intake, {**plain, "warnings": tuple(_row(Warned, each) for each in plain["warnings"])})


def noise(plain: Mapping[str, Any]) -> Noise:
    """One difference that nobody made."""
    return _row(Noise, {**plain, "place": place(plain["place"])})


def place(plain: Mapping[str, Any]) -> Place:
    """One place."""
    return _row(Place, plain)


def fragment(plain: Mapping[str, Any] | None) -> Fragment | None:
    """What an edit brings along."""
    return Fragment(plain["xml"], tuple(_relation(each) for each in plain.get("relations", ()))) if plain else None


def _anchor(plain: Mapping[str, Any] | None) -> Anchor | None:
    return _row(Anchor, plain) if plain else None


def _relation(plain: Mapping[str, Any]) -> Relation:
    data = plain.get("data")
    return _row(Relation, {
        **plain, "data": base64.b64decode(data, validate=True) if data is not None else None,
        "relations": tuple(_relation(each) for each in plain.get("relations", ())),
    })


_OF_ONE_TYPE: Mapping[object, tuple[type, ...]] = {str: (str,), int: (int,), bool: (bool,), float: (int, float)}


def _row(kind: type[Row], plain: Mapping[str, Any]) -> Row:
    known = {each.name: each.type for each in fields(kind)}     # type: ignore[arg-type]
    for name, value in plain.items():
        wanted = _OF_ONE_TYPE.get(known.get(name))
        if wanted is not None and (not isinstance(value, wanted) or isinstance(value, bool) != (wanted == (bool,))):
            raise TypeError(f"{name} of {kind.__name__.lower()} is {value!r:.40}")
    return kind(**{name: value for name, value in plain.items() if name in known})


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if isinstance(value, Mapping):
        return {str(name): _plain(each) for name, each in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}


def plain(value: object) -> Any:
    """A row of a ledger, or a list of them, as plain mappings."""
    return _plain(value)
