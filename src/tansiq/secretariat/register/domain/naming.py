"""Answers what a thing is called: on a day, as the record knew it, in a language, in the form a sentence needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from tansiq.secretariat.record.domain.asking import Reading, question
from tansiq.secretariat.record.models import kind_of
from tansiq.secretariat.record.models.fields import FALLBACK
from tansiq.secretariat.register.models import NameTerm

NEXT_FORM = {"acronym": "short", "the": "short", "to": "short", "of": "short", "definite": "short", "short": "long"}
"""Where a form is not entered, the form to take in its place."""


@dataclass(frozen=True)
class NameForm:
    """A name in one language. `ref` is what is named, `rests_on` the name term; `language` is the one the text is in.

    A thing without any name is called by its slug: then `language` is "" and `rests_on` the thing itself.
    """

    ref: str
    language: str
    long: str
    rests_on: str
    short: str = ""
    acronym: str = ""
    the: str = ""
    to: str = ""
    of: str = ""
    definite: str = ""
    gender: str = ""
    plural: bool = False
    also: tuple[str, ...] = ()
    misspelt: tuple[str, ...] = ()
    verified: str = ""

    def text(self, form: str = "long") -> str:
        """The form asked for (long, short, acronym, the, to, of, definite), else the nearest one there is.

        Raises KeyError for any other word.
        """
        found = {
            "long": self.long, "short": self.short, "acronym": self.acronym,
            "the": self.the, "to": self.to, "of": self.of, "definite": self.definite,
        }
        while not found[form] and form != "long":
            form = NEXT_FORM[form]
        return found[form]


class Names:
    """The names of everything on one day as known at one moment. Each table of names is read once, when first asked for."""

    def __init__(self, as_of: date, known_at: datetime) -> None:
        self.as_of = as_of
        self.known_at = known_at
        self._read: dict[str, dict[tuple[str, str], NameForm]] = {}

    def name(self, ref: str, language: str) -> NameForm:
        """What `ref` (`app/kind/slug`) is called in `language`, else in English, French or Arabic, else its slug.

        Raises KeyError when things of that kind have no names.
        """
        table = self._table(ref.rsplit("/", 1)[0])
        for candidate in (language, *FALLBACK):
            if (ref, candidate) in table:
                return table[ref, candidate]
        return NameForm(ref=ref, language="", long=ref.rsplit("/", 1)[1], rests_on=ref)

    def own(self, ref: str, language: str) -> NameForm | None:
        """What `ref` is called in `language` itself, None where the record has no name of it in that language."""
        return self._table(ref.rsplit("/", 1)[0]).get((ref, language))

    def every(self, kind: str | None = None) -> Iterator[NameForm]:
        """Every name in every language (of one kind, `app/kind`, when given), sorted by what is named and language."""
        for each in sorted(tables()) if kind is None else [kind]:
            table = self._table(each)
            yield from (table[key] for key in sorted(table))

    def _table(self, kind: str) -> dict[tuple[str, str], NameForm]:
        if kind not in self._read:
            self._read[kind] = names_of(kind, self.as_of, self.known_at)
        return self._read[kind]


@question
def names_of(kind: str, day: date, known_at: datetime) -> Reading[dict[tuple[str, str], NameForm]]:
    """The names of all things of a kind (`app/kind`) on `day`, by what is named and language. One query.

    Raises KeyError when things of that kind have no names.
    """
    model = tables()[kind]
    terms = model.objects.as_of(day, known_at).select_related(model.of[0])

    def answer(found: list[NameTerm]) -> dict[tuple[str, str], NameForm]:
        forms = [form_of(term, getattr(term, model.of[0]).ref) for term in found]
        return {(form.ref, form.language): form for form in forms}

    return Reading((terms,), answer)


def tables() -> dict[str, type[NameTerm]]:
    """Every table of names of every app, by the kind of thing that it names."""
    found: dict[str, type[NameTerm]] = {}
    for model in NameTerm.__subclasses__():
        named = model._meta.get_field(model.of[0]).related_model
        if isinstance(named, type):
            found[kind_of(named)] = model
    return found


def form_of(term: NameTerm, ref: str) -> NameForm:
    """A name term as what a sentence needs; `ref` is what it names."""
    return NameForm(
        ref=ref, language=term.language, long=term.long, rests_on=term.ref, short=term.short, acronym=term.acronym,
        the=term.the, to=term.to, of=term.of_form, definite=term.definite, gender=term.gender, plural=term.plural,
        also=tuple(term.also), misspelt=tuple(term.misspelt), verified=term.verified,
    )
