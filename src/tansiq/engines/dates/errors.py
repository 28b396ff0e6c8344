"""What can go wrong with a date. Not for dates that are merely unlikely: those are the business of the record.

DateError (a ValueError)
├── ImpossibleDate      a value whose days do not fit its precision
├── UnknownLanguage     no wording in that language
└── UnreadableDate      text that is not one certain date
"""

SHOWN = 60


class DateError(ValueError):
    """Whatever this package raises."""


class ImpossibleDate(DateError):
    """The days asked for do not make a value: an end before its start, a quarter that begins in February."""


class UnknownLanguage(DateError):
    """The language has no wording here."""

    def __init__(self, language: str, known: tuple[str, ...]) -> None:
        super().__init__(f'No dates in the language "{shown(language)}": use one of {", ".join(known)}.')


class UnreadableDate(DateError):
    """The text is not one certain date. `text` is what was found, `why` the reason, `write` how to put it; the message is one line."""

    def __init__(self, text: str, why: str, write: str = '"26 September 2017", "September 2017", "early 2018" or 2017-09-26') -> None:
        super().__init__(f'"{shown(text)}" cannot be read as a date: {why}; write {write}.')
        self.text, self.why, self.write = text, why, write


def shown(text: str) -> str:
    """The text as a message may carry it: one line, printable, at most SHOWN characters."""
    line = "".join(letter if letter.isprintable() else " " for letter in text)
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"
