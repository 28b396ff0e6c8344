"""Rules on what is not Python: strings to translate, style sheets, templates, and words that may stand in no file."""

import ast
import re

from tests.house.sources import Said, Source, package, rule

GETTEXT = frozenset({
    "_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy", "npgettext", "npgettext_lazy",
})
UNNAMED = re.compile(r"(?<!%)%[sdifr]|\{\}|\{\d+\}")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
DECLARATION = re.compile(r"(?<![\w-])(?P<property>-{0,2}[a-z][\w-]*)\s*:\s*(?P<value>[^;{}]+)(?=[;}])")
SIDE = re.compile(r"(?:^|-)(?:left|right)(?:-|$)")
SIDE_VALUE = re.compile(r"(?<![\w-])(?:left|right)(?![\w-])")
NOT_STYLE = re.compile(r"url\([^)]*\)|\"[^\"]*\"|'[^']*'")
INLINE = {
    re.compile(r"<style[\s>]", re.IGNORECASE): "a <style> element: put it in a style sheet; the page's policy refuses it.",
    re.compile(r"<[^<>]*\sstyle\s*=", re.IGNORECASE): "a style attribute: give it a class; the page's policy refuses it.",
    re.compile(r'<script(?![^>]*\s(?:src\s*=|type="application/json"))[^>]*>', re.IGNORECASE): (
        "a script in the page: put it in a file; the page's policy refuses it."
    ),
    re.compile(r"<[^<>]*\son[a-z]+\s*=", re.IGNORECASE): "an event attribute: the page must work without, and its policy refuses it.",
    re.compile(r"javascript:", re.IGNORECASE): "a script address: the page's policy refuses it.",
}
FORBIDDEN = {
    re.compile(r"(?<![\w.*<>/-])/(?:work|root|home/\w+|Users/\w+)/"): "a path of one machine: take it from a file's own place.",
    re.compile(r"\b(?:TO(?=DO)DO|FIX(?=ME)ME)\b"): "work left over: do it, or write it where work is planned.",
    re.compile(r"^(?:<{7}|>{7}) ", re.MULTILINE): "the mark of a merge conflict.",
}


@rule("gettext", package)
def gettext(source: Source) -> Said:
    """A string to translate is one literal, with named placeholders filled in after it was translated."""
    for node in ast.walk(source.tree):
        if not (isinstance(node, ast.Call) and (getattr(node.func, "id", "") or getattr(node.func, "attr", "")) in GETTEXT):
            continue
        for text in node.args:
            if isinstance(text, ast.JoinedStr):
                yield node.lineno, "an f-string cannot be translated: use a named placeholder and fill it in afterwards."
            elif isinstance(text, ast.BinOp) or (isinstance(text, ast.Call) and getattr(text.func, "attr", "") == "format"):
                yield node.lineno, "the text is put together before it is translated: translate the literal, then fill it in."
            elif isinstance(text, ast.Constant) and isinstance(text.value, str) and UNNAMED.search(text.value):
                yield node.lineno, "a placeholder without a name: translators must be free to change the order."


@rule("logical-css", lambda path: path.suffix == ".css")
def logical_css(source: Source) -> Said:
    """A style sheet says inline-start and inline-end, never left and right, so that it serves both directions."""
    text = COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), source.text)
    for match in DECLARATION.finditer(text):
        name, value = match["property"].lower(), NOT_STYLE.sub("", match["value"]).lower()
        if SIDE.search(name) or SIDE_VALUE.search(value):
            line = text.count("\n", 0, match.start()) + 1
            yield line, f"{name}: {match['value'].strip()}: say it by inline-start and inline-end."


@rule("inline-in-template", lambda path: path.suffix == ".html" and "templates" in path.parts)
def inline_in_template(source: Source) -> Said:
    """A template holds no style and no script: the pages' policy allows neither."""
    yield from matches(source.text, INLINE)


@rule("forbidden-word", lambda path: path.name not in {"LICENSE"} and path.suffix != ".lock")
def forbidden_word(source: Source) -> Said:
    """No file holds the path of a machine or a note of work left over."""
    yield from matches(source.text, FORBIDDEN)


@rule("final-newline", lambda path: path.suffix in {".py", ".md", ".yaml", ".yml", ".toml", ".css", ".html", ".ftl"})
def final_newline(source: Source) -> Said:
    """A file that people read ends with one line end and has the line ends of Unix."""
    if source.text and (not source.text.endswith("\n") or source.text.endswith("\n\n")):
        yield len(source.lines), "the file must end with one line end."
    if "\r" in source.text:
        yield source.text.count("\n", 0, source.text.index("\r")) + 1, "a carriage return: save with the line ends of Unix."


def matches(text: str, patterns: dict[re.Pattern[str], str]) -> Said:
    """The line of every match of every pattern, with what it says."""
    for pattern, what in patterns.items():
        for match in pattern.finditer(text):
            yield text.count("\n", 0, match.start()) + 1, what
