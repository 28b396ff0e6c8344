"""One character for each thing in a story that is not text: paragraph marks, tables, notes, pictures, fields, formulas.

The characters come from the last private plane of Unicode, which documents do not use for text. They live in memory only.
"""

from collections.abc import Callable

MARK = "\U00100000"
TABLE = "\U00100001"
FOOTNOTE = "\U00100002"
ENDNOTE = "\U00100003"
DRAWING = "\U00100004"
FIELD_CLOSE = "\U00100005"
_FIRST_NAMED = 0x100100
_LAST_NAMED = 0x10FFFD

_PLAIN = {MARK: "\n", TABLE: "\n", FOOTNOTE: "", ENDNOTE: "", DRAWING: "", FIELD_CLOSE: ""}


class Atoms:
    """The characters given to fields, formulas and other things by what they are, the same for a base and its copies."""

    def __init__(self) -> None:
        self._chars: dict[tuple[str, str], str] = {}
        self._shown: dict[str, str] = dict(_PLAIN)

    def char(self, kind: str, signature: str, shown: str = "") -> str:
        """Return the character of a thing of `kind` with this content; `shown` is its text in a ledger."""
        known = self._chars.get((kind, signature))
        if known is None:
            known = chr(min(_FIRST_NAMED + len(self._chars), _LAST_NAMED))     # more kinds than the plane holds look alike
            self._chars[(kind, signature)] = known
            self._shown[known] = shown
        return known

    def readable(self, text: str, instead: Callable[[str], str | None] = lambda char: None) -> str:
        """Return `text` as a person reads it; `instead` may word a character (a note, a picture) otherwise."""
        if text.isascii():
            return text
        return "".join(self._one(char, instead) if char >= MARK else char for char in text)

    def _one(self, char: str, instead: Callable[[str], str | None]) -> str:
        other = instead(char)
        return self._shown.get(char, "") if other is None else other


def is_atom(char: str) -> bool:
    """Whether a character stands for something other than text."""
    return char >= MARK
