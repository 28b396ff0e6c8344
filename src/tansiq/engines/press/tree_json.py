"""The document tree to JSON and back, exactly; what does not fit the nodes of tree.py is refused with its path.

The reader follows the annotations of the node classes. Rules that need more than one node are in validate.py.
"""

import json
import math
import re
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields
from functools import cache
from typing import Any, Literal, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints

from tansiq.engines.press.errors import InvalidTree
from tansiq.engines.press.tree import Document, Node

MAX_DEPTH = 64
"""How deep nodes may stand in one another; readers and writers walk the tree by recursion."""

# XML 1.0, production 2 (Char): what neither Word nor a browser can hold. DEL and C1 controls are left out as well.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

T = TypeVar("T")
Reader: TypeAlias = Callable[[Any, str, int], Any]
"""Reads (JSON value, path, depth) to a value of the tree. Raises InvalidTree."""


def to_json(document: Document) -> dict[str, Any]:
    """The tree as plain dicts and lists, ready for json.dumps. A field that holds its default is left out."""
    plain = _plain(document)
    if not isinstance(plain, dict):
        raise InvalidTree("", "unknown node", f"expected a Document, found {type(document).__name__}")
    return plain


def from_json(source: str | bytes | Mapping[str, Any]) -> Document:
    """Read a document from JSON text or from its dicts.

    Raises InvalidTree with the path of the node for: text that is not JSON, unknown node, unknown or missing key, wrong type,
    characters XML cannot hold, nodes deeper than MAX_DEPTH. `validate` checks the rest.
    """
    return _node_reader(Document)(_loaded(source), "", 0)  # type: ignore[no-any-return]


def _loaded(source: str | bytes | Mapping[str, Any]) -> Any:
    if not isinstance(source, str | bytes):
        return source
    try:
        return json.loads(source)
    except RecursionError:
        raise InvalidTree("", "nested too deep", f"the JSON is nested deeper than {MAX_DEPTH} nodes; flatten it") from None
    except ValueError as error:
        raise InvalidTree("", "not JSON", f"{error}; write the tree as UTF-8 JSON") from None


def _plain(value: Any) -> Any:
    if isinstance(value, Node):
        kind = type(value)
        plain: dict[str, Any] = {"type": kind.type} if kind.type else {}
        defaults = _defaults(kind)
        for name in _names(kind):
            held = getattr(value, name)
            if not (name in defaults and held == defaults[name]):
                plain[name] = _plain(held)
        return plain
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    if isinstance(value, Mapping):
        return {name: _plain(part) for name, part in value.items()}
    return value


def _fields(kind: type[Node]) -> tuple[Field[Any], ...]:
    """The dataclass fields of a kind of node."""
    return fields(kind)  # type: ignore[arg-type]  # every Node class is a dataclass


def _once_a_kind(function: Callable[[type[Node]], T]) -> Callable[[type[Node]], T]:
    """What `function` says of each kind of node (functools.cache does not take classes under strict typing)."""
    known: dict[type[Node], T] = {}

    def remembered(kind: type[Node]) -> T:
        if kind not in known:
            known[kind] = function(kind)
        return known[kind]

    return remembered


@_once_a_kind
def _names(kind: type[Node]) -> tuple[str, ...]:
    """The fields of a kind of node, in the order of its definition."""
    return tuple(field.name for field in _fields(kind))


@_once_a_kind
def _defaults(kind: type[Node]) -> dict[str, Any]:
    return {field.name: field.default for field in _fields(kind) if field.default is not MISSING}


@_once_a_kind
def _node_reader(kind: type[Node]) -> Reader:
    hints = get_type_hints(kind)
    names = _names(kind)
    required = [name for name in names if name not in _defaults(kind)]
    allowed = {*names, "type"} if kind.type else {*names}

    def read(value: Any, path: str, depth: int) -> Node:
        _check_keys(value, kind, path, (allowed, required))
        if depth > MAX_DEPTH:
            raise InvalidTree(path, "nested too deep", f"nodes stand at most {MAX_DEPTH} deep; flatten what stands here")
        # Readers are looked up here, not above: the classes name one another in a circle.
        read_fields = {
            name: _reader(hints[name])(value[name], f"{path}.{name}" if path else name, depth) for name in names if name in value
        }
        return kind(**read_fields)

    return read


def _check_keys(value: Any, kind: type[Node], path: str, keys: tuple[set[str], list[str]]) -> None:
    label = kind.type or kind.__name__.lower()
    if not isinstance(value, Mapping):
        raise InvalidTree(path, "wrong type", f"expected a node {label!r} (an object), found {_shown(value)}")
    if kind.type and value.get("type") != kind.type:
        raise InvalidTree(path, "unknown node", f"expected the node {label!r}, found {_shown(value.get('type'))}")
    allowed, required = keys
    for name in required:
        if name not in value:
            raise InvalidTree(path, "missing key", f"a node {label!r} needs {name!r}")
    for name in value:
        if name not in allowed:
            raise InvalidTree(path, "unknown key", f"a node {label!r} has no {_shown(name)}; it has {', '.join(sorted(allowed))}")


@cache
def _reader(annotation: Any) -> Reader:
    origin = get_origin(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Node):
        return _deeper(_node_reader(annotation))
    if origin in (Union, types.UnionType):
        return _union_reader(annotation)
    if origin is tuple:
        return _list_reader(_reader(get_args(annotation)[0]))
    if origin is Literal:
        return _literal_reader(get_args(annotation))
    if annotation is Any:
        return _read_any
    if origin is Mapping:
        return _read_object
    return _scalar_reader(annotation)


def _deeper(reader: Reader) -> Reader:
    return lambda value, path, depth: reader(value, path, depth + 1)


def _union_reader(annotation: Any) -> Reader:
    options = [option for option in get_args(annotation) if option is not type(None)]
    optional = len(options) < len(get_args(annotation))
    inner = _reader(options[0]) if len(options) == 1 else _tagged_reader({option.type: option for option in options})

    def read(value: Any, path: str, depth: int) -> Any:
        return None if value is None and optional else inner(value, path, depth)

    return read


def _tagged_reader(kinds: dict[str, Any]) -> Reader:
    def read(value: Any, path: str, depth: int) -> Node:
        if not isinstance(value, Mapping):
            raise InvalidTree(path, "wrong type", f"expected a node (an object with a 'type'), found {_shown(value)}")
        if "type" not in value:
            raise InvalidTree(path, "missing key", f"a node needs 'type', one of {', '.join(kinds)}")
        kind = kinds.get(value["type"]) if isinstance(value["type"], str) else None
        if kind is None:
            raise InvalidTree(path, "unknown node", f"found {_shown(value['type'])}; here may stand {', '.join(kinds)}")
        return _reader(kind)(value, path, depth)  # type: ignore[no-any-return]

    return read


def _list_reader(inner: Reader) -> Reader:
    def read(value: Any, path: str, depth: int) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise InvalidTree(path, "wrong type", f"expected a list, found {_shown(value)}")
        return tuple(inner(part, f"{path}[{index}]", depth) for index, part in enumerate(value))

    return read


def _literal_reader(options: tuple[Any, ...]) -> Reader:
    def read(value: Any, path: str, _depth: int) -> Any:
        if not isinstance(value, str) or value not in options:
            raise InvalidTree(path, "wrong type", f"expected one of {', '.join(options)}, found {_shown(value)}")
        return value

    return read


def _scalar_reader(kind: type) -> Reader:
    accepted = (int, float) if kind is float else (kind,)

    def read(value: Any, path: str, _depth: int) -> Any:
        # bool is an int to Python, never to a reader of JSON.
        if not isinstance(value, accepted) or (isinstance(value, bool) and kind is not bool):
            raise InvalidTree(path, "wrong type", f"expected {kind.__name__}, found {_shown(value)}")
        if isinstance(value, str):
            _check_characters(value, path)
        return value

    return read


def _check_characters(text: str, path: str) -> None:
    found = FORBIDDEN.search(text)
    if found:
        where = f"U+{ord(found.group()):04X} at character {found.start()}"
        raise InvalidTree(path, "forbidden character", f"{where} cannot stand in XML; remove it")


def _read_object(value: Any, path: str, depth: int) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise InvalidTree(path, "wrong type", f"expected an object, found {_shown(value)}")
    return _read_any(value, path, depth)  # type: ignore[no-any-return]


def _read_any(value: Any, path: str, depth: int) -> Any:
    if depth > MAX_DEPTH:
        raise InvalidTree(path, "nested too deep", f"values stand at most {MAX_DEPTH} deep")
    if isinstance(value, Mapping):
        return {_key(name, path): _read_any(part, f"{path}.{name}", depth + 1) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_read_any(part, f"{path}[{index}]", depth + 1) for index, part in enumerate(value)]
    if isinstance(value, str):
        _check_characters(value, path)
    elif isinstance(value, float) and not math.isfinite(value) or not isinstance(value, bool | int | float | None):
        raise InvalidTree(path, "wrong type", f"expected a value JSON can hold, found {_shown(value)}")
    return value


def _key(name: Any, path: str) -> str:
    if not isinstance(name, str):
        raise InvalidTree(path, "wrong type", f"keys are strings, found {_shown(name)}")
    _check_characters(name, path)
    return name


def _shown(value: object) -> str:
    text = f"{type(value).__name__} {value!r}" if not isinstance(value, str) else repr(value)
    return text if len(text) <= 60 else text[:57] + "..."
