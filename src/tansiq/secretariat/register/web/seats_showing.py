"""What the pages of seats show: the list on a day with contacts and when they were confirmed, and one seat with all that hangs on it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tansiq.engines.press.collation import sort_key
from tansiq.secretariat.register.domain.naming import NameForm
from tansiq.secretariat.register.domain.questions import ContactHeld, SeatHeld
from tansiq.secretariat.register.domain.tenures import Tenure, holds
from tansiq.secretariat.register.enums import ContactRole, OfficeRole, SeatKind
from tansiq.secretariat.register.facts import CONFIRMED_FOR
from tansiq.secretariat.register.web.sentences import label
from tansiq.secretariat.register.web.terms_showing import Words

ACTS: Mapping[str, Any] = {
    "add": gettext_lazy("Add a seat"),
    "again": gettext_lazy("Seat it again"),
    "end": gettext_lazy("End the seat"),
    "member": gettext_lazy("Make it a member"),
    "observer": gettext_lazy("Make it an observer"),
    "take": gettext_lazy("Take an office"),
    "leave": gettext_lazy("Leave an office"),
    "rotate": gettext_lazy("Hand over an office"),
    "appoint": gettext_lazy("Name a contact"),
    "confirm": gettext_lazy("Confirm"),
    "replace": gettext_lazy("Replace"),
    "dismiss": gettext_lazy("Dismiss"),
}
"""What the button of each act says."""


@dataclass(frozen=True)
class SeatLine:
    """A seat in the list: in what capacity, since when, how many contacts, and whether one is to be confirmed."""

    held: SeatHeld
    name: NameForm
    label: str
    capacity: str
    contacts: int
    confirmed_on: Any
    stale: bool


def lines(seats: Iterable[SeatHeld], contacts: Iterable[ContactHeld], words: Words, day: date) -> list[SeatLine]:
    """The seats by the shortest name, in the order of the language."""
    by_organization: dict[str, list[ContactHeld]] = {}
    for contact in contacts:
        by_organization.setdefault(contact.organization, []).append(contact)
    shown = [_line(seat, by_organization.get(seat.organization, []), words, day) for seat in seats]
    return sorted(shown, key=lambda line: sort_key(line.label, words.language))


@dataclass(frozen=True)
class SeatPage:
    """The page of a seat."""

    seen: Tenure
    words: Words

    @property
    def name(self) -> NameForm:
        """Whose seat it is."""
        return self.words.names.name(self.seen.seat.organization.ref, self.words.language)

    @property
    def group(self) -> NameForm:
        """In which group."""
        return self.words.names.name(self.seen.seat.group.ref, self.words.language)

    @property
    def label(self) -> str:
        """The shortest name of whose seat it is."""
        return label(self.name, self.words.language)

    @property
    def state(self) -> str:
        """In what capacity it is held today."""
        held = self.seen.held
        return str(held.get_kind_display()) if held else _("not held today")

    @cached_property
    def terms(self) -> list[tuple[Any, str, str, bool]]:
        """The terms of the seat: in what capacity, when, and whether it holds today."""
        return [(term, _capacity(term, self.words), self.words.period(term), holds(term, self.seen.day)) for term in self.seen.terms]

    @cached_property
    def offices(self) -> list[tuple[Any, str, str, bool]]:
        """The terms of its offices."""
        return [
            (term, str(OfficeRole(term.office.role).label), self.words.period(term), holds(term, self.seen.day))
            for term in self.seen.offices
        ]

    @cached_property
    def contacts(self) -> list[tuple[Any, str, str, bool, bool]]:
        """Its contacts: the role, when, whether the person holds it today, and whether that is to be confirmed."""
        return [
            (term, str(ContactRole(term.contact.role).label), self.words.period(term), holds(term, self.seen.day),
             _stale(term.confirmed_on, self.seen.day))
            for term in self.seen.contacts
        ]

    @property
    def acts(self) -> list[tuple[str, str]]:
        """What can be done now, with its buttons."""
        return [(act, str(ACTS[act])) for act in self.seen.acts]

    @property
    def roles_held(self) -> list[tuple[str, str]]:
        """The offices it holds today, as choices."""
        return [(role, str(OfficeRole(role).label)) for role in self.seen.roles]

    @property
    def roles_free(self) -> list[tuple[str, str]]:
        """The offices it does not hold today, as choices."""
        return [(role.value, str(role.label)) for role in OfficeRole if role.value not in self.seen.roles]


def _line(seat: SeatHeld, contacts: list[ContactHeld], words: Words, day: date) -> SeatLine:
    name = words.names.name(f"register/organization/{seat.organization}", words.language)
    said = [str(OfficeRole(office.role).label) for office in seat.offices] or [str(SeatKind(seat.kind).label)]
    days = [contact.confirmed_on for contact in contacts if contact.confirmed_on is not None]
    latest = max(days, key=lambda each: each.last_day or date.max, default=None)
    return SeatLine(
        seat, name, label(name, words.language), _(", ").join(said), len(contacts), latest,
        any(_stale(contact.confirmed_on, day) for contact in contacts),
    )


def _capacity(term: Any, words: Words) -> str:
    said = str(term.get_kind_display())
    if term.represented_by:
        said += _(", ") + _("represented by %(name)s") % {"name": words.said(term.represented_by.slug)}
    return said


def _stale(confirmed_on: Any, day: date) -> bool:
    """Whether a contact was never confirmed, or not within the year before the day."""
    return confirmed_on is None or not confirmed_on.overlaps(day - CONFIRMED_FOR, None)
