"""Checks an entry against the schema of its kind and words each error for the person who wrote the file."""

import difflib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from tansiq.secretariat.record.interchange.entries import Entry, Problem


def check(entry: Entry, schema: dict[str, Any]) -> Iterator[Problem]:
    """What of an entry its schema does not allow, one problem each; a misspelt field is not reported as missing besides."""
    errors = sorted(Draft202012Validator(schema).iter_errors(entry.value), key=lambda each: [str(step) for step in each.path])
    meant = {(*error.absolute_path, near) for error in errors for _, near in strangers(error) if near}
    for error in errors:
        yield from explained(entry, error, meant)


def explained(entry: Entry, error: ValidationError, meant: set[tuple[str | int, ...]]) -> Iterator[Problem]:
    """A schema error as the lines a person reads. `meant` are the paths of fields that stand there misspelt."""
    path = tuple(error.absolute_path)
    if error.validator == "required":
        missing = str(error.message).split("'")[1]
        if (*path, missing) not in meant:
            yield Problem(entry.place(*path, missing), "this field is missing; it is required.")
    elif error.validator == "additionalProperties":
        for strange, near in strangers(error):
            hint = f"did you mean {near!r}?" if near else f"the fields are {', '.join(sorted(_fields(error)))}."
            yield Problem(entry.place(*path, strange), f"there is no such field here; {hint}")
    else:
        yield Problem(entry.place(*path), _wanted(error))


def strangers(error: ValidationError) -> Iterator[tuple[str, str]]:
    """The fields that do not belong there, each with the field that was meant, "" where none is near and still free."""
    if error.validator != "additionalProperties" or not isinstance(error.instance, Mapping):
        return
    known = _fields(error)
    for name in error.instance:
        if name not in known:
            yield str(name), nearest(str(name), [each for each in known if each not in error.instance])


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that looks most like it, in another spelling or as its beginning; "" when none does."""
    words = [str(each) for each in known]
    near = difflib.get_close_matches(word.lower().replace("-", "_"), words, n=1) or difflib.get_close_matches(word.lower(), words, n=1)
    if near:
        return near[0]
    begun = [each for each in words if len(word) >= 3 and each.startswith(word.lower())]
    return begun[0] if len(begun) == 1 else ""


def _wanted(error: ValidationError) -> str:
    """What stands there, and what is expected in its place."""
    schema: Mapping[str, Any] = error.schema if isinstance(error.schema, Mapping) else {}
    rule: Any = error.validator_value
    if error.validator == "enum":
        wanted, near = f"one of {', '.join(map(str, rule))}", nearest(str(error.instance), map(str, rule))
    elif error.validator == "const":
        wanted, near = str(rule), ""
    else:
        wanted, near = str(schema.get("description") or _plain_words(error.validator, rule)), ""
    hint = f" Did you mean {near!r}?" if near else ""
    if error.instance is None:
        return f"nothing stands here; {wanted} is expected. Leave the field out where it is not required.{hint}"
    return f"{_shown(error.instance)} is found; {wanted} is expected.{hint}"


def _plain_words(validator: Any, rule: Any) -> str:
    """A rule of JSON Schema in words, for the fields whose schema does not describe itself."""
    types = {"string": "a text", "integer": "a whole number", "boolean": "true or false", "array": "a list", "object": "a record of fields"}
    if validator == "type":
        return " or ".join(types.get(each, each) for each in ([rule] if isinstance(rule, str) else rule))
    if validator == "minItems":
        return "a list that is not empty"
    if validator == "minimum":
        return f"a number from {rule}"
    return f"{validator} {rule}"


def _shown(value: Any) -> str:
    """What was found, in words: what a list or record holds would be too long for a line."""
    if isinstance(value, dict):
        return "a record of fields" if value else "an empty record"
    if isinstance(value, list):
        return "a list" if value else "an empty list"
    return str(value).lower() if isinstance(value, bool) else repr(value)


def _fields(error: ValidationError) -> list[str]:
    """The fields that the schema of the error knows."""
    return list(error.schema.get("properties", {})) if isinstance(error.schema, Mapping) else []
