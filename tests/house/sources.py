"""What the house checks read: the files of the repository, and what a check says of one."""

import ast
import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[2]

Said = Iterator[tuple[int, str]]
"""What a rule yields: the line, and what is wrong there and what to do."""


@dataclass(frozen=True)
class Finding:
    """One place where a rule does not hold."""

    path: str
    line: int
    rule: str
    what: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.rule}: {self.what}"


@dataclass(frozen=True)
class Source:
    """A text file: its path from the root of the repository and its text."""

    path: PurePosixPath
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The parsed module. Raises SyntaxError."""
        return ast.parse(self.text)

    @property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        return self.text.splitlines()


@dataclass(frozen=True)
class Rule:
    """A rule that is checked file by file: `applies` says to which files."""

    name: str
    applies: Callable[[PurePosixPath], bool]
    check: Callable[[Source], Said]

    def findings(self, sources: Iterable[Source]) -> list[Finding]:
        """Every place in `sources` where the rule does not hold; it has to apply to them."""
        return [Finding(str(source.path), line, self.name, what) for source in sources for line, what in self.check(source)]


RULES: dict[str, Rule] = {}


def rule(name: str, applies: Callable[[PurePosixPath], bool]) -> Callable[[Callable[[Source], Said]], Callable[[Source], Said]]:
    """Register the decorated check as the rule `name`."""

    def register(check: Callable[[Source], Said]) -> Callable[[Source], Said]:
        RULES[name] = Rule(name, applies, check)
        return check

    return register


def kept_files(root: Path = ROOT) -> list[Path]:
    """The files under version control and those about to be; without git, every file outside hidden folders."""
    command = ["git", "-c", f"safe.directory={root}", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, capture_output=True, check=False)
    if listed.returncode == 0:
        names = sorted({name for name in listed.stdout.decode().split("\0") if name})
        return [root / name for name in names if (root / name).is_file()]
    every = ((path, path.relative_to(root).parts) for path in sorted(root.rglob("*")))
    return [path for path, parts in every if path.is_file() and not any(part.startswith(".") for part in parts)]


def repository(root: Path = ROOT) -> list[Source]:
    """Every text file of the repository."""
    found = []
    for path in kept_files(root):
        try:
            found.append(Source(PurePosixPath(path.relative_to(root).as_posix()), path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return found


def python(path: PurePosixPath) -> bool:
    """Every module we write; migrations are made by a machine."""
    return path.suffix == ".py" and "migrations" not in path.parts


def package(path: PurePosixPath) -> bool:
    """A module of the package."""
    return python(path) and path.is_relative_to("src/tansiq")


def tests(path: PurePosixPath) -> bool:
    """A module of the tests."""
    return python(path) and path.is_relative_to("tests")


def strict(path: PurePosixPath) -> bool:
    """A module of the engines, of a domain, or of facts: where docstrings, types and tests are owed in full."""
    return package(path) and (path.is_relative_to("src/tansiq/engines") or "domain" in path.parts or is_named(path, "facts"))


def outside_domain(path: PurePosixPath) -> bool:
    """A module that may not write rows: everything above the engines but the domains and the record's import."""
    return (
        package(path) and not path.is_relative_to("src/tansiq/engines") and "domain" not in path.parts
        and not path.is_relative_to("src/tansiq/secretariat/record/interchange")
    )


def is_named(path: PurePosixPath, *names: str) -> bool:
    """Whether a module, or the package it stands in, has one of the names."""
    return path.stem in names or any(name in path.parts for name in names)


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def dotted(node: ast.AST) -> list[str]:
    """The names along a chain of attributes and calls: `a.b(c).d` is a, b, d."""
    names: list[str] = []
    while True:
        if isinstance(node, ast.Call):
            node = node.func
        elif isinstance(node, ast.Attribute):
            names.insert(0, node.attr)
            node = node.value
        elif isinstance(node, ast.Subscript):
            node = node.value
        else:
            return [node.id, *names] if isinstance(node, ast.Name) else names
