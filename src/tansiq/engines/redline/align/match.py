"""A flow of a copy against the same flow of the base: which of its pieces stood in the base, and what only programs changed."""

import re
import unicodedata
from dataclasses import dataclass, field

from tansiq.engines.redline.align.atoms import DRAWING, MARK, TABLE
from tansiq.engines.redline.align.diff import Same, same
from tansiq.engines.redline.align.pieces import Flow
from tansiq.engines.redline.align.wordless import BLANK, Hunk, Side, boxes_differ, computed, nothing_said

_BREAKS = re.compile(r"[\x0b\x0c\r\n]")
_DIRECTION = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile("[    ]")        # programs put one kind of space for another


@dataclass(slots=True)
class Match:
    """The original view of a copy's flow laid on the base's: stretches that are the same, and hunks that differ."""

    blocks: list[Same]
    hunks: list[Hunk] = field(default_factory=list)
    kept: int = 0                          # characters of the base found in the copy


def match(base: Flow, copy: Flow, *, by_word: bool, everything: bool = False) -> Match:
    """Lay `copy` before its changes on `base`.

    `by_word`: the copy was saved by Word, so that its pictures, breaks and white space are as its user left them, but for the kind of a
    space. `everything`: only results of fields are noise.
    """
    last_mark_stays(copy)
    mine, other = Side(base), Side(copy)
    ours, theirs = mine.text, other.text
    blocks = same(ours, theirs)
    found = Match(blocks, kept=sum(block.size for block in blocks))
    at, to = 0, 0
    for block in [*blocks, Same(len(ours), len(theirs), 0)]:
        if (at, to) != (block.base, block.other):
            hunk = Hunk(at, block.base, to, block.other, "")
            found.hunks.append(hunk._replace(noise=_class(mine, other, hunk, by_word=by_word, everything=everything)))
        at, to = block.base + block.size, block.other + block.size
    return found


def last_mark_stays(flow: Flow) -> None:
    """The last mark of a container belongs to it: marks of change on it mean nothing (ISO/IEC 29500-1, 17.13.5.15)."""
    if flow.pieces and flow.pieces[-1].text == MARK:
        flow.pieces[-1].ins = flow.pieces[-1].dele = None


def _class(ours: Side, theirs: Side, hunk: Hunk, *, by_word: bool, everything: bool) -> str:
    texts = ours.text[hunk.start:hunk.end], theirs.text[hunk.begin:hunk.finish]
    noise = "" if everything else _noise(texts, by_word=by_word)
    if noise == "drawing" and boxes_differ(ours, theirs, hunk):
        noise = ""
    if not (noise or everything or by_word) and nothing_said(ours, theirs, hunk):
        noise = "break"
    return noise or ("field_result" if computed(ours, theirs, hunk) else "")


def _noise(texts: tuple[str, str], *, by_word: bool) -> str:
    ours, theirs = texts
    if BLANK.match(ours) and BLANK.match(theirs):
        if by_word and _SPACES.sub(" ", ours) != _SPACES.sub(" ", theirs):
            return ""
        return "break" if _BREAKS.search(ours + theirs) else "white_space"
    if unicodedata.normalize("NFC", ours) == unicodedata.normalize("NFC", theirs):
        return "normal_form"
    if MARK in ours + theirs or TABLE in ours + theirs:
        return ""
    if _DIRECTION.sub("", ours) == _DIRECTION.sub("", theirs):
        return "direction"
    return "drawing" if not by_word and _only(DRAWING, ours + theirs) else ""


def _only(char: str, text: str) -> bool:
    return all(each == char or each.isspace() for each in text)
