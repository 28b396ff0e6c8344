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


def described(words: str) -> Schema:
    """A text with words for what stands in it."""
    return {**TEXT, "description": words}


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
        "long": described("the name in full, as printed where it is first mentioned, without an article"),
        "short": described("the short name, without an article; the long one where it is left out"),
        "acronym": described("the acronym; leave it out where the body has none in this language"),
        "gender": {"enum": ["m", "f"]},
        "plural": {"type": "boolean", "description": "true where the name takes a verb in the plural"},
        "the": described("the short name with its article, where the language joins them: l'OIM"),
        "to": described('the short name after "to": à l\'OIM, للإسكوا'),
        "of": described('the short name after "of": de l\'OIM'),
        "definite": described("the definite form in Arabic, as it stands in a sentence: الإسكوا"),
        "also": {"type": "array", "items": TEXT, "description": "other forms that are right and seen in print"},
        "misspelt": {"type": "array", "items": TEXT, "description": "forms that are wrong and seen in print: a check points to them"},
        "verified": described("where this form was read, a page or document; leave it out while nobody has confirmed it"),
        "note": described("what the next reader should know of the form"),
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
