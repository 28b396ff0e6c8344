"""Reads YAML files into plain values that remember their lines, so that every problem names its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from tansiq.secretariat.record.domain.wording import in_words
from tansiq.secretariat.record.interchange.scalars import BadText, scalar
from tansiq.secretariat.record.interchange.unreadable import line_of, why

NO_LINE = 0
"""The line of what has none: a folder or file that is not there."""

Path_ = tuple[str | int, ...]
MOST_NODES = 200_000
LARGEST_FILE = 8 * 1024 * 1024
DEEPEST = 100


@dataclass(frozen=True)
class Place:
    """Where something stands: a file of the folder, a line (from 1, or NO_LINE), a field (`names[0].en.long`)."""

    file: str
    line: int
    field: str = ""

    def __str__(self) -> str:
        return ": ".join(part for part in (f"{self.file}:{self.line}" if self.line else self.file, self.field) if part)


@dataclass(frozen=True)
class Problem:
    """One thing wrong with an import, as the one line a person reads."""

    place: Place
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {in_words(self.message)}"


class ImportFailed(Exception):
    """Nothing was imported; `problems` says why, one line each."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class Misplaced(Exception):
    """A problem found while one entry is loaded; the import turns it into a line of its report."""

    def __init__(self, place: Place, message: str) -> None:
        super().__init__(message)
        self.problem = Problem(place, message)


@dataclass(frozen=True)
class Entry:
    """One record of a file: its plain value, and the line of every value in it."""

    file: str
    value: dict[str, Any]
    lines: Mapping[Path_, int] = field(repr=False)
    root: Path_ = ()

    def get(self, *path: str | int, default: Any = None) -> Any:
        """The value at `path`, or `default` where there is none."""
        found: Any = self.value
        for step in path:
            try:
                found = found[step]
            except (KeyError, IndexError, TypeError):
                return default
        return found

    def place(self, *path: str | int) -> Place:
        """Where the value at `path` stands; where it is missing, the place of what should hold it."""
        for length in range(len(path), -1, -1):
            line = self.lines.get((*self.root, *path[:length]))
            if line is not None:
                return Place(self.file, line, written(path))
        return Place(self.file, 1, written(path))

    def wrong(self, message: str, *path: str | int) -> Misplaced:
        """The error to raise for what stands at `path`."""
        return Misplaced(self.place(*path), message)


def written(path: Path_) -> str:
    """A path as people write it: `names[0].en.long`."""
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def read_entries(path: Path) -> Iterator[Entry]:
    """The entries of a file that holds a list of mappings. Raises ImportFailed when it is anything else."""
    value, lines = read_yaml(path)
    if value is None:
        return
    if not isinstance(value, list):
        raise ImportFailed([Problem(Place(path.name, 1), "a list of records is expected: each begins with '- slug: ...'.")])
    strays = [lines[index,] for index, each in enumerate(value) if not isinstance(each, dict)]
    if strays:
        what = "this is no record: each begins with '- slug: ...'; take the hyphen away where nothing follows it."
        raise ImportFailed([Problem(Place(path.name, line), what) for line in strays])
    for index, each in enumerate(value):
        yield Entry(path.name, each, lines, (index,))


def read_yaml(path: Path) -> tuple[Any, dict[Path_, int]]:
    """The plain value of a YAML file, scalars as YAML 1.2 reads them but dates left as text, and the line of each value.

    Raises ImportFailed, with the line, when the file is not YAML, not UTF-8 or too large.
    """
    try:
        content = path.read_bytes()
        if len(content) > LARGEST_FILE:
            raise ImportFailed([Problem(Place(path.name, 1), f"the file is larger than {LARGEST_FILE // 2**20} MB; split it.")])
        text = content.decode("utf-8-sig")
        refuse_deep(text, path.name)
        node = YAML(typ="rt", pure=True).compose(text)
        lines: dict[Path_, int] = {}
        return plain(node, (), lines, path.name), lines
    except OSError as error:
        what = f"the file cannot be read ({error.strerror}); put a readable file in its place or take it away."
        raise ImportFailed([Problem(Place(path.name, 1), what)]) from error
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise ImportFailed([Problem(Place(path.name, line), "the file is not UTF-8; save it as UTF-8 and import it again.")]) from error
    except MarkedYAMLError as error:
        written_lines = content.decode("utf-8-sig").splitlines()
        raise ImportFailed([Problem(Place(path.name, line_of(error)), why(error, written_lines))]) from error
    except (YAMLError, RecursionError) as error:
        raise ImportFailed([Problem(Place(path.name, 1), f"this is not YAML: {str(error).splitlines()[0]}.")]) from error


def refuse_deep(text: str, file: str) -> None:
    """Refuse brackets nested deeper than any record, before a parser labours on them. Raises ImportFailed."""
    depth, line = 0, 1
    for character in text:
        if character == "\n":
            line += 1
        elif character in "[{":
            depth += 1
            if depth > DEEPEST:
                raise ImportFailed([Problem(Place(file, line), f"brackets are nested deeper than {DEEPEST}; no record needs that.")])
        elif character in "]}":
            depth = max(depth - 1, 0)


def plain(node: Node | None, path: Path_, lines: dict[Path_, int], file: str) -> Any:
    """The plain value of a composed node; fills `lines`. Anchors are refused where they make a file explode."""
    if node is None:
        return None
    lines[path] = node.start_mark.line + 1
    if len(lines) > MOST_NODES:
        raise ImportFailed([Problem(Place(file, lines[path]), f"the file holds more than {MOST_NODES} values; split it.")])
    if isinstance(node, ScalarNode):
        try:
            return scalar(node)
        except BadText as error:
            raise ImportFailed([Problem(Place(file, lines[path], written(path[1:])), str(error))]) from error
    if isinstance(node, SequenceNode):
        return [plain(each, (*path, index), lines, file) for index, each in enumerate(node.value)]
    if not isinstance(node, MappingNode):
        raise ImportFailed([Problem(Place(file, lines[path]), "a text, a list or a mapping is expected here.")])
    return mapping(node, path, lines, file)


def mapping(node: MappingNode, path: Path_, lines: dict[Path_, int], file: str) -> dict[str, Any]:
    """The dict of a mapping node. A key that stands twice is refused with its line."""
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(key_node.value)
        if key in found:
            raise ImportFailed([Problem(Place(file, key_node.start_mark.line + 1, written((*path[1:], key))), "this field stands twice.")])
        found[key] = plain(value_node, (*path, key), lines, file)
        lines[(*path, key)] = key_node.start_mark.line + 1
    return found
