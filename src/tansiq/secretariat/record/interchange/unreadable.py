"""Says in plain words why a file is not YAML, for a person who has never heard of tokens: what to change, on which line."""

import re
from collections.abc import Sequence

from ruamel.yaml.error import MarkedYAMLError

QUOTES = 'put the whole text in double quotes ("...")'


_COLON_IN_FLOW = re.compile(r"""[{,]\s*\w+:\s+[^,{}\[\]"']*:\s""")


def line_of(error: MarkedYAMLError) -> int:
    """The line (from 1) to look at: where a text in quotes or a bracket begins that never ends, else where reading stopped."""
    mark = error.problem_mark or error.context_mark
    if any(word in str(error.context) for word in ("quoted scalar", "flow")) and error.context_mark:
        mark = error.context_mark
    return int(mark.line) + 1 if mark else 1


def why(error: MarkedYAMLError, lines: Sequence[str]) -> str:
    """What is wrong on that line, as a sentence; the words of the parser only where nothing plainer can be said."""
    number = line_of(error)
    line = lines[number - 1] if number <= len(lines) else ""
    problem, context = str(error.problem or ""), str(error.context or "")
    for found, words in _reasons(problem, context, line):
        if found:
            return words
    return f"this is not YAML: {' '.join(part for part in (context, problem) if part)}."


def _reasons(problem: str, context: str, line: str) -> list[tuple[bool, str]]:
    """Each reason with whether it is the one, the surest first."""
    return [
        ("\t" in re.split(r"[^\s-]", line, maxsplit=1)[0] or "'\\t'" in problem, "a tab stands here; use spaces, not a tab, to indent."),
        ("mapping values" in problem and ": " not in _text_of(line), "this line is indented too far; begin it under the field above."),
        ("mapping values" in problem, f"a colon stands in a text here; {QUOTES}."),
        ("quoted scalar" in context, "a text in quotes begins here and does not end; close it with the same mark."),
        ("alias" in problem or "anchor" in context, f"a text that begins with * or & is not read as a text; {QUOTES}."),
        ("flow" in context and _ends_a_quote_early(line), f"a quotation mark or apostrophe ends the text too early; {QUOTES}."),
        ("flow" in context and _COLON_IN_FLOW.search(line) is not None, f"a colon stands in a text here; {QUOTES}."),
        ("flow" in context, f"a {{ or [ is not closed, or a comma is missing; where a text itself has such marks, {QUOTES}."),
        (_ends_a_quote_early(line), f"a quotation mark or apostrophe ends the text too early; {QUOTES}."),
        ("block" in context, "this line does not stand under the one before; begin the fields of one record in the same column."),
        ("cannot start any token" in problem, f"a text cannot begin with that character; {QUOTES}."),
        ("could not find expected ':'" in problem, f"a field is written 'name: text', with a colon and a space; a long text: {QUOTES}."),
    ]


def _text_of(line: str) -> str:
    """What stands on a line after the name of its field."""
    return line.partition(":")[2]


def _ends_a_quote_early(line: str) -> bool:
    """Whether a text in quotes is followed by more text than a comment, comma or bracket."""
    return re.search(r"""[:\-,{\[]\s*(?:'[^']*'(?!')|"(?:[^"\\]|\\.)*")\s*[^\s,}\]:#]""", line) is not None
