"""The registry of kinds: each app says which files it reads, in what order, by which JSON Schema, and how."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tansiq.secretariat.record.interchange.entries import Entry
    from tansiq.secretariat.record.interchange.loading import Loading

Schema = dict[str, Any]

SLUG: Schema = {
    "type": "string",
    "pattern": "^[a-z0-9]+(?:-[a-z0-9]+)*$",
    "maxLength": 100,
    "description": "a slug: lower-case letters, digits, hyphens, at most 100 characters",
}
DATE: Schema = {"type": ["string", "integer"], "description": "a date as people write it (26-27 September 2017, early 2018) or as EDTF"}
TEXT: Schema = {"type": "string", "minLength": 1, "description": "a text that is not empty"}
TEXTS: Schema = {
    "description": "one text per language, and per language where it was verified",
    "type": "object",
    "properties": {"en": TEXT, "ar": TEXT, "fr": TEXT, "verified": {"type": "object", "additionalProperties": TEXT}},
    "additionalProperties": False,
    "anyOf": [{"required": [language]} for language in ("en", "ar", "fr")],
}
NAME_FORM: Schema = {
    "description": "a name in one language with what grammar needs",
    "type": "object",
    "required": ["long"],
    "properties": {
        "long": TEXT,
        "short": TEXT,
        "acronym": TEXT,
        "gender": {"enum": ["m", "f"]},
        "plural": {"type": "boolean"},
        "the": TEXT,
        "to": TEXT,
        "of": TEXT,
        "definite": TEXT,
        "also": {"type": "array", "items": TEXT},
        "misspelt": {"type": "array", "items": TEXT},
        "verified": TEXT,
        "note": TEXT,
    },
    "additionalProperties": False,
}
PERIOD: dict[str, Schema] = {"from": DATE, "to": DATE, "because": TEXT}
BASIS: Schema = {
    "description": "on what this rests",
    "type": "object",
    "required": ["kind", "reference"],
    "properties": {
        "kind": {"enum": ["decision", "letter", "resolution", "document", "report", "page", "statement"]},
        "reference": TEXT,
        "dated": DATE,
        "file": TEXT,
    },
    "additionalProperties": False,
}
NAMES: Schema = {
    "description": "the names in each language, for a time",
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "properties": {**PERIOD, "basis": BASIS, "en": NAME_FORM, "ar": NAME_FORM, "fr": NAME_FORM},
        "additionalProperties": False,
    },
}
MOVES: Schema = {
    "description": "the steps through the lifecycle, in order",
    "type": "array",
    "items": {
        "type": "object",
        "required": ["move", "on"],
        "properties": {"move": TEXT, "on": DATE, "because": TEXT, "file": TEXT},
        "additionalProperties": False,
    },
}


def record(required: list[str], **properties: Schema) -> Schema:
    """The schema of one record: the properties given, no others."""
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


def term(required: list[str], **properties: Schema) -> Schema:
    """The schema of a list of terms: each with `from`, `to`, `basis` and the properties given."""
    return {"type": "array", "items": record(required, **PERIOD, basis=BASIS, **properties)}


@dataclass(frozen=True)
class Kind:
    """One kind of record of the folder: its file, its place in the order of loading, its schema, its loader.

    `load(entry, loading)` brings one entry into the record through the verbs of its app.
    """

    name: str
    file: str
    order: int
    schema: Schema
    load: Callable[["Entry", "Loading"], None]
    about: str


_KINDS: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Add a kind. Raises ValueError when its name or file is taken."""
    if any(kind.name == other.name or kind.file == other.file for other in _KINDS.values()):
        raise ValueError(f"import kind {kind.name} ({kind.file}) is registered twice.")
    _KINDS[kind.name] = kind


def kinds() -> list[Kind]:
    """Every kind in the order of loading: what is referred to comes before what refers to it."""
    return sorted(_KINDS.values(), key=lambda kind: (kind.order, kind.name))
