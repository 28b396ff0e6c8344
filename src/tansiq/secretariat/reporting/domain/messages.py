"""Sentences: Fluent messages into which the record enters as nodes, never as text. One .ftl file a language and kind of document."""

import re
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from tansiq.engines.press.tree import Inline, Inlines, Text
from tansiq.engines.press.typography import apply_typography
from tansiq.secretariat.reporting.domain.errors import NotComposable, UnknownMessage
from tansiq.secretariat.reporting.domain.pieces import Piece

FOLDER = Path(__file__).resolve().parent.parent / "messages"
FIRST_MARK = 0xE000
MARK = re.compile("[\ue000-\uf8ff]")


def available_languages() -> list[str]:
    """The languages that reports can be composed in."""
    return sorted(path.name for path in FOLDER.iterdir() if (path / "progress-report.ftl").is_file())


@cache
def bundle(language: str) -> FluentBundle:
    """The messages of a language. Raises NotComposable when there are none yet."""
    path = FOLDER / language / "progress-report.ftl"
    if not path.is_file():
        raise NotComposable(f"no report can be composed in {language!r} yet; there are texts in {', '.join(available_languages())}.")
    made = FluentBundle([language], use_isolating=False)
    made.add_resource(FluentResource(path.read_text(encoding="utf-8")))
    return made


def message_ids(language: str) -> list[str]:
    """Every message of a language."""
    return sorted(bundle(language)._messages)


def sentence(language: str, message: str, **arguments: Piece) -> Inlines:
    """The message in `language` with each argument's inlines in its place.

    An argument `name` is printed by `$name`; `$name-number` is its number, which selects plural forms; its traits are
    `$name-gender` and the like.
    Raises UnknownMessage when the message or one of its arguments is missing.
    """
    marks: dict[str, Inlines] = {}
    values: dict[str, object] = {}
    for offset, (name, piece) in enumerate(sorted(arguments.items())):
        mark = chr(FIRST_MARK + offset)
        marks[mark] = piece.inlines
        asked = name.replace("_", "-")
        values[asked] = mark
        if piece.number is not None:
            values[f"{asked}-number"] = piece.number
        values.update({f"{asked}-{trait}": value for trait, value in piece.traits.items()})
    return woven(pattern_of(language, message, values), marks, language)


def pattern_of(language: str, message: str, values: dict[str, object]) -> str:
    """The message formatted with its marks."""
    texts = bundle(language)
    if not texts.has_message(message):
        raise UnknownMessage(f"the {language} texts have no message {message!r}.")
    value = texts.get_message(message).value
    if value is None:
        raise UnknownMessage(f"the {language} message {message!r} is empty.")
    text, errors = texts.format_pattern(value, values)
    if errors:
        raise UnknownMessage(f"the {language} message {message!r}: {errors[0]}.")
    return str(text)


def woven(text: str, marks: dict[str, Inlines], language: str) -> Inlines:
    """The text with every mark replaced by its inlines; the plain stretches get the typography of the language."""
    inlines: list[Inline] = []
    position = 0
    for found in MARK.finditer(text):
        if found.start() > position:
            inlines.append(Text(text=apply_typography(text[position : found.start()], language)))
        inlines.extend(marks[found.group()])
        position = found.end()
    if position < len(text):
        inlines.append(Text(text=apply_typography(text[position:], language)))
    return tuple(inlines)
