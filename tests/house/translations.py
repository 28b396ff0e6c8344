"""Whether the Fluent files of each text hold the same messages in every language they are written in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from fluent.syntax import FluentParser, ast

from tests.house.sources import Finding, Source

LANGUAGES = ("en", "ar", "fr")
OWED = ("en",)
"""The languages in which every text that is composed must exist today; ar and fr join when reports are composed in them."""

LANGUAGE_PART = re.compile(rf"(?:^|(?<=[./_-]))(?:{'|'.join(LANGUAGES)})(?=[./_-])")


@dataclass(frozen=True)
class Messages:
    """The messages of one file with their lines (terms apart: they are a language's own affair), and what is wrong in itself."""

    path: PurePosixPath
    lines: dict[str, int]
    faults: list[tuple[int, str]]


def read(source: Source) -> Messages:
    """Read a Fluent file; an entry that is no Fluent, and one that stands twice, is a fault."""
    lines: dict[str, int] = {}
    faults = []
    terms: set[str] = set()
    for entry in FluentParser().parse(source.text).body:
        if not isinstance(entry, ast.Message | ast.Term | ast.Junk):
            continue
        line = source.text.count("\n", 0, entry.span.start) + 1 if entry.span else 1
        if isinstance(entry, ast.Junk):
            faults.append((line, f"this is not Fluent: {entry.annotations[0].message if entry.annotations else 'unreadable'}"))
            continue
        held = terms if isinstance(entry, ast.Term) else lines
        if entry.id.name in held:
            faults.append((line, f"{entry.id.name} stands twice."))
        if isinstance(entry, ast.Term):
            terms.add(entry.id.name)
        else:
            lines.setdefault(entry.id.name, line)
    return Messages(source.path, lines, faults)


def families(sources: list[Source]) -> dict[str, dict[str, Source]]:
    """The Fluent files by their path with `*` for its last part that is a language ("" where there is none), and by language."""
    found: dict[str, dict[str, Source]] = {}
    for source in sources:
        if source.path.suffix != ".ftl":
            continue
        path = str(source.path)
        places = list(LANGUAGE_PART.finditer(path))
        key, language = (path[: places[-1].start()] + "*" + path[places[-1].end():], places[-1].group()) if places else (path, "")
        found.setdefault(key, {})[language] = source
    return found


def untranslated(sources: list[Source], owed: tuple[str, ...] = OWED) -> Iterator[Finding]:
    """Where a message stands in one language and not in another, which of the languages `owed` is missing, and what is no Fluent."""
    for family, by_language in families(sources).items():
        read_files = {language: read(source) for language, source in by_language.items()}
        for each in read_files.values():
            yield from (Finding(str(each.path), line, "fluent", what) for line, what in each.faults)
        if "" in by_language:
            yield Finding(family, 1, "fluent", "the path of the file names no language.")
            continue
        for language in owed:
            if language not in by_language:
                yield Finding(family, 1, "fluent", f"there is no file for {language}.")
        yield from missing(list(read_files.values()))


def missing(files: list[Messages]) -> Iterator[Finding]:
    """The messages of one file that another lacks."""
    for has in files:
        for lacks in files:
            for name in sorted(set(has.lines) - set(lacks.lines)):
                yield Finding(str(has.path), has.lines[name], "fluent", f"{name} is missing in {lacks.path}.")
