"""Inlines to flat runs: one script, one language and one set of marks a run, so that the template only sets type.

Runs of the other script are told apart because the two faces need different sizes. Nothing is dropped: an unknown inline is refused.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from tansiq.engines.press.direction import Direction, language_direction
from tansiq.engines.press.errors import UnknownNode
from tansiq.engines.press.labels import printed_number, title_inlines
from tansiq.engines.press.tree import (
    CrossReference,
    DateText,
    Emphasis,
    Fact,
    FootnoteReference,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Name,
    Node,
    Stated,
    Strong,
    Text,
)
from tansiq.engines.press.typography import LRI, PDI, RLI, isolate

Run: TypeAlias = dict[str, Any]
"""What template.typ draws: `kind` text, break, note, page or link; keys that say nothing are left out."""

ARABIC = r"\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc"
LATIN = r"A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_FOREIGN = {
    "ltr": re.compile(rf"[{ARABIC}](?:[{ARABIC}\s\u200c-\u200f\u2066-\u2069]*[{ARABIC}])?"),
    # Digits and signs that touch a Latin letter are of its run: A/71/280, UN-Habitat, 3RP. Blanks inside it too.
    "rtl": re.compile(rf"(?:[0-9]+(?=[{LATIN}]))?[{LATIN}](?:[{LATIN}0-9./&'’:_@#+\s-]*[{LATIN}0-9+#])?"),
}


@dataclass(frozen=True)
class Setting:
    """Where inlines stand: the direction of the document (`home`), the language and direction around them, their marks, and the blocks
    that references point to.
    """

    home: Direction
    language: str
    direction: Direction
    targets: Mapping[str, Node]
    switched: bool = False
    strong: bool = False
    emphasis: bool = False


def runs_of(inlines: Inlines, setting: Setting) -> list[Run]:
    """Return the runs that print `inlines`. Raises UnknownNode for an inline that no rule covers."""
    found: list[Run] = []
    for inline in inlines:
        within = _entered(inline, setting)
        runs = _runs(inline, within)
        if within.direction != setting.direction:
            # What is in the other direction is shown as one piece, whatever digits or brackets stand at its ends (UAX #9, 2.4).
            runs = [_mark(RLI if within.direction == "rtl" else LRI), *runs, _mark(PDI)]
        found += runs
    return found


def plain_runs(text: str, setting: Setting) -> list[Run]:
    """Return the runs of a text without marks (a title, a number, a label)."""
    return _text_runs(text, setting)


def language_and_region(tag: str) -> tuple[str, str | None]:
    """Return the language and the two-letter region of a BCP 47 tag, as Typst takes them: `ar-LB` is (ar, LB), `zh-Hant` (zh, None)."""
    language, *others = tag.split("-")
    return language.lower(), next((part.upper() for part in others if len(part) == 2 and part.isalpha()), None)


def _entered(inline: Inline, setting: Setting) -> Setting:
    language = inline.language
    if language is None or language == setting.language:
        return setting
    return replace(setting, language=language, direction=language_direction(language), switched=True)


def _runs(inline: Inline, setting: Setting) -> list[Run]:
    if isinstance(inline, Text | Fact | DateText | Name | Stated):
        return _text_runs(inline.text, setting)
    if isinstance(inline, Strong):
        return runs_of(inline.inlines, replace(setting, strong=True))
    if isinstance(inline, Emphasis):
        return runs_of(inline.inlines, replace(setting, emphasis=True))
    if isinstance(inline, Link):
        target = {"to": inline.href[1:]} if inline.href.startswith("#") else {"href": inline.href}
        return [{"kind": "link", "runs": runs_of(inline.inlines, setting), **target}]
    if isinstance(inline, FootnoteReference):
        return [{"kind": "note", "note": inline.note}]
    if isinstance(inline, LineBreak):
        return [{"kind": "break"}]
    if isinstance(inline, CrossReference):
        return _reference(inline, setting)
    raise UnknownNode(inline, "pdf")


def _reference(inline: CrossReference, setting: Setting) -> list[Run]:
    if inline.form == "page":
        return [{"kind": "page", "to": inline.to}]
    target = setting.targets[inline.to]
    number = printed_number(target, setting.language) if inline.form == "number" else ""
    # An annex has no number: its title stands for it. A note called in a title is called once, at the title.
    runs = _text_runs(number, setting) if number else [run for run in runs_of(title_inlines(target), setting) if run["kind"] != "note"]
    return [{"kind": "link", "to": inline.to, "runs": runs}]


def _mark(character: str) -> Run:
    return {"kind": "text", "text": character}


def _text_runs(text: str, setting: Setting) -> list[Run]:
    marks: Run = {name: True for name in ("strong", "emphasis") if getattr(setting, name)}
    if setting.switched:
        marks["language"], region = language_and_region(setting.language)
        if region:
            marks["region"] = region
    return [{"kind": "text", "text": piece, **marks, **({"foreign": True} if foreign else {})} for piece, foreign in _pieces(text, setting)]


def _pieces(text: str, setting: Setting) -> list[tuple[str, bool]]:
    """The text cut where its script leaves that of the document; True marks the other script.

    Each such piece is isolated: else two acronyms with a comma between them, or an acronym and a number, change places (UAX #9, N1, W7).
    """
    if setting.switched and setting.direction != setting.home:
        return [(text, True)] if text else []
    pieces = []
    end = 0
    for match in _FOREIGN[setting.home].finditer(text):
        pieces += [(text[end : match.start()], False), (isolate(match.group(), "ltr" if setting.home == "rtl" else "rtl"), True)]
        end = match.end()
    pieces.append((text[end:], False))
    return [piece for piece in pieces if piece[0]]
