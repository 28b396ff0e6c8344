"""The registry of facts: what can be asked of the record as of any day, as known at any moment, with the rows it rests on."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from tansiq.secretariat.record.domain.asking import asking_once

LANGUAGES = ("en", "ar", "fr")

Cases = Callable[[date, datetime], Iterable[Mapping[str, str]]]
"""cases(as_of, known_at) yields the parameters of every case of a fact; each holds the slug of a `group`."""


@dataclass(frozen=True)
class Measured:
    """What a fact function returns: the value, the references it rests on, and how it is shown in each language.

    `value` is None, a bool, a number, a text (dates as EDTF) or a list of texts. `display` has en, ar and fr.
    """

    value: Any
    rests_on: tuple[str, ...]
    display: Mapping[str, str]


@dataclass(frozen=True)
class FactValue:
    """A fact asked once: key and parameters, the answer, the day and the moment it speaks of."""

    key: str
    params: Mapping[str, str]
    value: Any
    unit: str
    as_of: date
    known_at: datetime
    display: Mapping[str, str]
    rests_on: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The form the command line prints."""
        return {
            "key": self.key,
            "params": dict(self.params),
            "value": self.value,
            "unit": self.unit,
            "as_of": self.as_of.isoformat(),
            "known_at": self.known_at.isoformat(),
            "display": {language: self.display[language] for language in LANGUAGES},
            "rests_on": list(self.rests_on),
        }


@dataclass(frozen=True)
class Fact:
    """A registered fact: its key, unit, cases and the function that measures it."""

    key: str
    unit: str
    cases: Cases
    measure: Callable[..., Measured]
    about: str = field(default="")

    def ask(self, *, as_of: date, known_at: datetime, **params: str) -> FactValue:
        """Measure one case."""
        measured = self.measure(as_of=as_of, known_at=known_at, **params)
        return FactValue(self.key, params, measured.value, self.unit, as_of, known_at, measured.display, measured.rests_on)


_FACTS: dict[str, Fact] = {}


def fact(key: str, *, unit: str, cases: Cases) -> Callable[[Callable[..., Measured]], Callable[..., Measured]]:
    """Register the decorated function as the fact `key`. Raises ValueError when the key is taken or undocumented."""

    def register(measure: Callable[..., Measured]) -> Callable[..., Measured]:
        if key in _FACTS or not measure.__doc__:
            raise ValueError(f"fact {key}: registered twice, or its function has no docstring.")
        _FACTS[key] = Fact(key, unit, cases, measure, measure.__doc__)
        return measure

    return register


def registered() -> dict[str, Fact]:
    """Every fact by key, sorted."""
    return dict(sorted(_FACTS.items()))


def ask(key: str, *, as_of: date, known_at: datetime, **params: str) -> FactValue:
    """One fact, asked once. Raises KeyError for an unknown key."""
    return _FACTS[key].ask(as_of=as_of, known_at=known_at, **params)


def every_case(*, as_of: date, known_at: datetime, group: str | None = None) -> Iterator[FactValue]:
    """Every case of every registered fact (of one group when named), in the order of key and parameters.

    Facts that share their cases share the query for them, and those that rest on the same rows the one for these.
    """
    listed: dict[Cases, list[Mapping[str, str]]] = {}
    found: list[FactValue] = []
    with asking_once():
        for one in registered().values():
            if one.cases not in listed:
                listed[one.cases] = list(one.cases(as_of, known_at))
            cases = [dict(case) for case in listed[one.cases] if group is None or case["group"] == group]
            found += [one.ask(as_of=as_of, known_at=known_at, **case) for case in sorted(cases, key=lambda case: sorted(case.items()))]
    yield from found
