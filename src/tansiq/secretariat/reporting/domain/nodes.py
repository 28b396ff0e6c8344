"""The record as a composer sees it: as of one day, as known at one moment, in one language, handed out as nodes."""

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Literal

from tansiq.engines.dates import PartialDate, format_date, lead
from tansiq.engines.press.collation import sort_key
from tansiq.engines.press.ordinals import number_in_words_below_ten, ordinal
from tansiq.engines.press.tree import DateText, Fact, Inlines, Name, Stated, Text
from tansiq.engines.press.typography import apply_typography, format_number
from tansiq.secretariat.record import facts
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.register.domain.naming import NameForm, Names
from tansiq.secretariat.reporting.domain.messages import sentence
from tansiq.secretariat.reporting.domain.pieces import Piece, joined

NO_BREAK = "\u00a0"
GENDERS: dict[str, Literal["masculine", "feminine"]] = {"m": "masculine", "f": "feminine"}
Shown = Callable[[facts.FactValue], str]


class Lens:
    """Everything a report may say, for one group, day, moment and language. It reads; it never writes.

    Every piece it gives holds the value in a node with the references it rests on, so nothing of the record
    enters a sentence as plain text.
    """

    def __init__(self, *, group: str, as_of: date, known_at: datetime, language: str) -> None:
        self.group = group
        self.as_of = as_of
        self.known_at = known_at
        self.language = language
        self.names = Names(as_of, known_at)
        self._facts = 0

    def say(self, message: str, **arguments: Piece) -> Inlines:
        """A sentence of the report's language."""
        return sentence(self.language, message, **arguments)

    def piece(self, message: str, **arguments: Piece) -> Piece:
        """A sentence as a piece of a longer one."""
        return Piece(self.say(message, **arguments))

    def name(self, ref: str, form: str = "short", *, capital: bool = False) -> Piece:
        """A name in one form: long, short, acronym, or the short one as grammar wants it (the, to, of, definite)."""
        found = self.names.name(ref, self.language)
        node = self._name_node(found, form)
        if capital:
            node = replace(node, text=node.text[:1].upper() + node.text[1:])
        return Piece((node,), traits=traits_of(found))

    def names_of(self, refs: Iterable[str], message: str) -> Piece:
        """Several names, each worded by `message` with all its forms as arguments, as one enumeration."""
        return joined([self.piece(message, **self.forms(ref)) for ref in refs], self.language)

    def forms(self, ref: str) -> dict[str, Piece]:
        """Every form of a name, as arguments for a message."""
        return {form: self.name(ref, form) for form in ("long", "short", "acronym", "the", "to", "of", "definite")}

    def sorted_by_name(self, refs: Iterable[str], form: str = "long") -> list[str]:
        """References in the order of their names in the language shown."""
        return sorted(refs, key=lambda ref: sort_key(self.names.name(ref, self.language).text(form), self.language))

    def dated(self, value: PartialDate, rests_on: Sequence[str]) -> Piece:
        """A date, without the word that leads it."""
        ahead = value.first_day is not None and value.first_day > self.as_of
        text = format_date(value, self.language, ahead=ahead)
        return Piece((DateText(edtf=value.edtf, text=text, rests_on=tuple(rests_on)),))

    def when(self, value: PartialDate, rests_on: Sequence[str]) -> Piece:
        """A date with the word that leads it in prose: `on 4–6 December 2017`, `in early 2018`, `before the end of 2017`."""
        leading = lead(value, self.language)
        dated = self.dated(value, rests_on)
        return Piece((Text(text=leading + NO_BREAK), *dated.inlines)) if leading else dated

    def year(self, year: int) -> Piece:
        """A calendar year that the report itself speaks of."""
        return self.dated(PartialDate.year(year), ())

    def month(self, day: date) -> Piece:
        """The month of a day of the report itself."""
        return self.dated(PartialDate.month(day.year, day.month), ())

    def fact(self, key: str, shown: Shown | None = None, **params: str) -> Piece:
        """A fact of the group; `shown` words its value, else it is shown as it displays in the language."""
        value = facts.ask(key, as_of=self.as_of, known_at=self.known_at, group=self.group, **params)
        self._facts += 1
        node = Fact(
            id=f"f{self._facts}", key=key, params=dict(value.params), value=value.value, unit=value.unit,
            as_of=value.as_of.isoformat(), known_at=value.known_at.isoformat(),
            text=shown(value) if shown else value.display[self.language], rests_on=value.rests_on,
        )
        return Piece((node,), number=value.value if isinstance(value.value, int) else None)

    def count(self, key: str, **params: str) -> Piece:
        """A count, below ten in words as the United Nations write it in prose (where the language's messages do not)."""
        return self.fact(key, self._in_words, **params)

    def figures(self, key: str, **params: str) -> Piece:
        """A number in figures, for labels."""
        return self.fact(key, lambda value: format_number(value.value, self.language), **params)

    def ordinal(self, key: str, gender: str = "m", *, capital: bool = False, **params: str) -> Piece:
        """A number as an ordinal in words: second, twenty-third."""

        def worded(value: facts.FactValue) -> str:
            text = ordinal(value.value, self.language, gender=GENDERS[gender])
            return text[:1].upper() + text[1:] if capital else text

        return self.fact(key, worded, **params)

    def stated(self, ref: str, field: str, texts: Texts, rests_on: Sequence[str]) -> Piece:
        """A text that a person entered, in the report's language or marked as being in another."""
        text, language = texts.shown(self.language)
        printed = apply_typography(text, language)
        node = Stated(of=ref, field=field, language=language, text=printed, rests_on=tuple(rests_on))
        return Piece((node,), traits={"begins": beginning(text)})

    def _name_node(self, found: NameForm, form: str) -> Name:
        kind: Literal["long", "short", "acronym"] = form if form in ("long", "acronym") else "short"  # type: ignore[assignment]
        other = found.language if found.language not in ("", self.language) else None
        text = apply_typography(found.text(form), found.language or self.language)
        return Name(of=found.ref, form=kind, text=text, rests_on=(found.rests_on,), language=other)

    def _in_words(self, value: facts.FactValue) -> str:
        if self.language != "ar" and isinstance(value.value, int) and 0 <= value.value < 10:
            return number_in_words_below_ten(value.value, self.language)
        return value.display[self.language]


def traits_of(found: NameForm) -> dict[str, str]:
    """What grammar asks of a name: gender, number, what its short form begins with, whether it has an acronym, of how many words."""
    return {
        "gender": found.gender or "m",
        "plural": "yes" if found.plural else "no",
        "begins": beginning(found.text("short")),
        "acronym": "yes" if found.acronym and found.acronym != found.long else "no",
        "words": "several" if " " in found.long.strip() else "one",
    }


def beginning(text: str) -> str:
    """What the first letter is, for articles that change with it: vowel or other (h and the like are left to the messages)."""
    letter = unicodedata.normalize("NFD", text[:1].casefold())[:1]
    return "vowel" if letter and letter in "aeiou" else "other"
