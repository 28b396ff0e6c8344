"""What the checks of the documents read: variables of the environment in code, links and tables in Markdown."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from tests.house.sources import Finding, Source

LINK = re.compile(r"\[[^\]]*\]\((?P<target>[^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`]*`")
ADR_PARTS = ("## Context", "## Decision", "## Rejected", "## What would reverse it")


def variables_read(source: Source) -> Iterator[str]:
    """The variables of the environment that a module reads by name: `os.environ["X"]`, `os.environ.get("X")`, `os.getenv("X")`."""
    for node in ast.walk(source.tree):
        name: ast.AST | None = None
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ" and isinstance(node.ctx, ast.Load):
            name = node.slice
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"os.environ.get", "os.getenv", "os.environ.pop"} and node.args:
            name = node.args[0]
        if isinstance(name, ast.Constant):
            yield str(name.value)


def headings(source: Source) -> set[str]:
    """The anchors of the headings of a Markdown file."""
    titles = re.findall(r"^#+ (.+)$", FENCE.sub("", source.text), re.MULTILINE)
    return {"".join(letter for letter in title.lower().replace(" ", "-") if letter.isalnum() or letter in "-_") for title in titles}


def broken_links(sources: Iterable[Source], others: Iterable[PurePosixPath] = ()) -> Iterator[Finding]:
    """Links between the files of the repository (`others`: those that are no text) that lead nowhere: to no file, to no heading."""
    held = {source.path: source for source in sources}
    files = {*held, *others}
    folders = {parent for path in files for parent in path.parents}
    for path, source in held.items():
        if path.suffix != ".md":
            continue
        text = FENCE.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), source.text)
        for match in LINK.finditer(CODE.sub(lambda found: " " * len(found.group()), text)):
            target, _, heading = match["target"].partition("#")
            if ":" in target:
                continue
            to = joined(path.parent, target) if target else path
            lost = to not in files and to not in folders
            if lost or (heading and to in held and heading not in headings(held[to])):
                line = text.count("\n", 0, match.start()) + 1
                yield Finding(str(path), line, "link", f"{match['target']} leads nowhere.")


def joined(folder: PurePosixPath, target: str) -> PurePosixPath:
    """The path that `target` means in a file of `folder`."""
    parts: list[str] = list(folder.parts)
    for part in PurePosixPath(target).parts:
        if part == "..":
            parts = parts[:-1]
        else:
            parts.append(part)
    return PurePosixPath(*parts)


def rows(source: Source) -> Iterator[tuple[int, list[str]]]:
    """The rows of the tables of a Markdown file, heads and rules left out, with their lines."""
    previous_was_row = False
    for number, line in enumerate(source.lines, 1):
        cells = [cell.strip() for cell in line.strip().strip("|").split(" | ")] if line.startswith("|") else []
        if cells and previous_was_row and not set(line) <= set("|- "):
            yield number, cells
        previous_was_row = bool(cells) and (previous_was_row or set(line) <= set("|- "))


def decision_faults(sources: Iterable[Source]) -> Iterator[Finding]:
    """Decisions that lack a part, run over a page, or are not numbered one after the other."""
    found = sorted((source for source in sources if source.path.parent == PurePosixPath("docs/decisions")), key=lambda source: source.path)
    for number, source in enumerate(found, 1):
        if not source.path.name.startswith(f"{number:04}-") or not source.text.startswith(f"# {number}. "):
            yield Finding(str(source.path), 1, "decision", f"number {number} is expected in the name and the title.")
        for part in ("Status: ", *ADR_PARTS):
            if f"\n{part}" not in source.text:
                yield Finding(str(source.path), 1, "decision", f"the part {part.strip()!r} is missing.")
        if len(source.text.split()) > 600:
            yield Finding(str(source.path), 1, "decision", f"{len(source.text.split())} words: a decision is one page, at most 600.")
