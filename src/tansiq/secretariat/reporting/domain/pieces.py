"""Pieces: runs of inlines that enter a sentence as one argument, with the number and traits that grammar asks for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tansiq.engines.press.tree import Inline, Inlines, Text, text_of


@dataclass(frozen=True)
class Piece:
    """What stands for one argument of a message.

    `number` decides plural forms (`$NAME-number`); `traits` are asked for as `$NAME-TRAIT` (gender of a name).
    """

    inlines: Inlines
    number: int | None = None
    traits: Mapping[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """The characters of the piece."""
        return text_of(self.inlines)


AND = {"en": (", ", " and "), "fr": (", ", " et "), "ar": (" و", " و")}
"""Between items and before the last: Arabic repeats the waw before every item, English and French join the last."""


def joined(pieces: Sequence[Piece], language: str) -> Piece:
    """Several pieces as an enumeration in `language`; its number is how many there are, gender and number those of the first."""
    between, last = AND[language]
    inlines: list[Inline] = []
    for index, piece in enumerate(pieces):
        if index:
            inlines.append(Text(text=last if index == len(pieces) - 1 else between))
        inlines.extend(piece.inlines)
    return Piece(tuple(inlines), len(pieces), pieces[0].traits if len(pieces) == 1 else {})


def in_words(words: str) -> Piece:
    """A piece of plain words, which hold no digit, date or name."""
    return Piece((Text(text=words),))
