"""What the pages of the register show: names in the language of the page, rows of the timeline, lists in the order of the language."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tansiq.engines.dates import PartialDate, format_date
from tansiq.engines.press.collation import sort_key
from tansiq.secretariat.pages.asof import AsOfForm
from tansiq.secretariat.pages.parts import Entry, Term
from tansiq.secretariat.pages.timeline import Axis, Bar, Row, bars_since
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.register.domain.history import Change
from tansiq.secretariat.register.domain.naming import NameForm, Names
from tansiq.secretariat.register.domain.portrait import GroupSeen, Portrait, RequestSeen
from tansiq.secretariat.register.domain.questions import OfficeHeld, SeatHeld
from tansiq.secretariat.register.enums import OfficeRole, SeatKind
from tansiq.secretariat.register.models import CoChairAnswer
from tansiq.secretariat.register.web.sentences import STANDING, counted, happened, if_approved, label, whose

AnyPart = TypeVar("AnyPart", Row, Term, Entry)


@dataclass(frozen=True)
class Listed:
    """A group in the list."""

    seen: GroupSeen
    name: NameForm
    mechanism: NameForm | None
    reports: tuple[Entry, ...]


def listed(found: Sequence[GroupSeen], names: Names, language: str, entries: Iterable[Entry]) -> list[Listed]:
    """The groups of the list, in the order of their names."""
    by_group: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_group[entry.group].append(entry)
    groups = [
        Listed(
            each, names.name(each.ref, language), names.name(each.mechanism, language) if each.mechanism else None,
            tuple(by_group[each.slug]),
        )
        for each in found
    ]
    return sorted(groups, key=lambda group: sort_key(group.name.long, language))


@dataclass(frozen=True)
class MemberShown:
    """A seat: the acronym with the language it is in, the name in full, in what capacity."""

    acronym: str
    acronym_language: str
    name: NameForm
    capacity: str


@dataclass(frozen=True)
class AnswerShown:
    """A co-chair and what it answered, None while it has not."""

    label: str
    answer: CoChairAnswer | None


@dataclass(frozen=True)
class RequestShown:
    """An open request: whose, where it stands, who has answered."""

    seen: RequestSeen
    whose: str
    standing: str
    answers: tuple[AnswerShown, ...]


@dataclass(frozen=True)
class GroupShown:
    """The page of a group. `parts` come from the apps above: rows of the timeline, pairs of the description, reports."""

    seen: Portrait
    form: AsOfForm
    language: str
    parts: tuple[Row | Term | Entry, ...]

    @cached_property
    def name(self) -> NameForm:
        """The name of the group."""
        return self.named(self.seen.group)

    @cached_property
    def axis(self) -> Axis:
        """The years of the timeline."""
        return Axis.around(self.form.as_of, mirrored=self.language == "ar")

    @cached_property
    def sentence(self) -> dict[str, SafeString]:
        """How many sit, and how many would."""
        asking = [self.named_organization(request.organization) for request in self.seen.if_approved]
        return {
            "counted": counted(len(self.seen.members), len(self.seen.co_chairs), self.language),
            "if_approved": if_approved(len(self.seen.members), asking, self.language),
        }

    @cached_property
    def seats(self) -> list[SeatHeld]:
        """Co-chairs, other members, observers, each by their short names in the order of the language."""
        return sorted(self.seen.seats, key=self._place)

    @cached_property
    def seat_rows(self) -> list[Row]:
        """The rows of the timeline: a row a seat, then a row a request."""
        return [*self._parts(Row), *map(self._seat_row, self.seats), *map(self._request_row, self.seen.requests)]

    @property
    def terms(self) -> list[Term]:
        """What the apps above say of the group."""
        return self._parts(Term)

    @property
    def reports(self) -> list[Entry]:
        """The reports that the group makes."""
        return self._parts(Entry)

    @cached_property
    def legend(self) -> set[str]:
        """The kinds of bars that occur."""
        return {bar.kind or "member" for row in self.seat_rows for bar in row.bars}

    @cached_property
    def marked(self) -> bool:
        """Whether the timeline has marks."""
        return any(row.marks for row in self.seat_rows)

    @cached_property
    def members(self) -> list[MemberShown]:
        """Everyone with a seat, by what stands first in the line: the acronym; in Arabic, which has few, the name in full."""
        shown = [self._member(seat) for seat in self.seen.seats]
        return sorted(shown, key=lambda each: sort_key(each.name.long if self.language == "ar" else each.acronym, self.language))

    @cached_property
    def co_chairs(self) -> list[str]:
        """The short names of the co-chairs, in the order of precedence, then of the language."""
        return [self.label(seat.organization) for seat in self.seats if _chair(seat)]

    @cached_property
    def requests(self) -> list[RequestShown]:
        """The open requests."""
        return [self._request(seen) for seen in self.seen.requests]

    @cached_property
    def changes(self) -> list[tuple[Change, SafeString]]:
        """What changed lately, in words."""
        return [
            (change, happened(change, self.named_organization(change.organization), self.language)) for change in self.seen.changes
        ]

    @cached_property
    def objectives(self) -> list[tuple[str, str]]:
        """What the terms of reference say, each with the language it is in."""
        return [objective.text.shown(self.language) for objective in self.seen.objectives]

    @cached_property
    def membership_rule(self) -> tuple[str, str]:
        """How an organization joins, with the language it is in."""
        terms = self.seen.terms
        return (terms.membership_rule if terms else Texts()).shown(self.language)

    @cached_property
    def elsewhere(self) -> list[str]:
        """The languages that names stand in because the record has none in the page's own."""
        used = {member.name.language for member in self.members} | {self.name.language}
        return sorted(language for language in used - {self.language, ""})

    @property
    def mechanism(self) -> NameForm | None:
        """The mechanism the group reports to."""
        return self.named(self.seen.mechanism) if self.seen.mechanism else None

    @property
    def mandate(self) -> NameForm | None:
        """The mandate in the terms of reference."""
        return self.named(self.seen.mandate) if self.seen.mandate else None

    @property
    def mechanism_mandate(self) -> NameForm | None:
        """The mandate that the mechanism rests on."""
        return self.named(self.seen.mechanism_mandate) if self.seen.mechanism_mandate else None

    def named(self, ref: str) -> NameForm:
        """What something is called on the day."""
        return self.seen.names.name(ref, self.language)

    def named_organization(self, slug: str) -> NameForm:
        """What an organization is called on the day."""
        return self.named(f"register/organization/{slug}")

    def label(self, slug: str) -> str:
        """The shortest name of an organization."""
        return label(self.named_organization(slug), self.language)

    def _parts(self, kind: type[AnyPart]) -> list[AnyPart]:
        return [each for each in self.parts if isinstance(each, kind)]

    def _member(self, seat: SeatHeld) -> MemberShown:
        name = self.named_organization(seat.organization)
        known = name if name.acronym else self.seen.names.name(name.ref, "en")
        return MemberShown(known.acronym, known.language, name, self._capacity(seat))

    def _place(self, seat: SeatHeld) -> tuple[int, int, tuple[int, str, str, str]]:
        """Co-chairs by precedence, then members, then observers; within each by name."""
        office, last = _chair(seat), len(self.seen.seats)
        rank = 0 if office else 2 if seat.kind == SeatKind.OBSERVER else 1
        return rank, (office.precedence or last) if office else 0, sort_key(self.label(seat.organization), self.language)

    def _capacity(self, seat: SeatHeld) -> str:
        words = [str(OfficeRole(office.role).label) for office in seat.offices]
        if seat.kind == SeatKind.OBSERVER:
            words.insert(0, str(SeatKind.OBSERVER.label))
        if seat.represented_by:
            words.append(_("represented by %(name)s") % {"name": self.label(seat.represented_by)})
        return _(", ").join(words)

    def _seat_row(self, seat: SeatHeld) -> Row:
        since = format_date(seat.since, self.language, style="cell") if seat.since else _("not recorded")
        capacity = self._capacity(seat)
        name = self.named_organization(seat.organization)
        return Row(self.label(seat.organization), _(", ").join(filter(None, [since, capacity])), self._bars(seat), language=name.language)

    def _bars(self, seat: SeatHeld) -> tuple[Bar, ...]:
        until = self.form.as_of
        office = _chair(seat)
        kind = "watch" if seat.kind == SeatKind.OBSERVER else ""
        if office is None:
            return bars_since(seat.since, until, kind)
        turned = _first_certain(office.since)
        if turned is None or turned <= (_first_certain(seat.since) or self.axis.first):
            return bars_since(seat.since, until, "key") if seat.since else (Bar(None, until, "key"),)
        return (*bars_since(seat.since, turned, kind), Bar(turned, until, "key"))

    def _request_row(self, seen: RequestSeen) -> Row:
        asked = seen.held.received_on
        if asked is None:
            words, start = _("interest, no letter yet"), self.form.as_of
        else:
            words = _("asked %(day)s") % {"day": format_date(asked, self.language, style="cell")}
            start = asked.first_day or self.form.as_of
        name = self.named_organization(seen.held.organization)
        return Row(label(name, self.language), words, (Bar(start, self.form.as_of, "ask"),), icon="half", language=name.language)

    def _request(self, seen: RequestSeen) -> RequestShown:
        places = {seat.organization: place for place, seat in enumerate(self.seats)}
        asked = sorted(seen.answers, key=lambda pair: (places.get(pair[0], len(places)), pair[0]))
        answers = tuple(AnswerShown(self.label(slug), answer) for slug, answer in asked)
        standing = str(STANDING.get(seen.held.state_then, ""))
        return RequestShown(seen, whose(self.named_organization(seen.held.organization), self.language), standing, answers)


def _chair(seat: SeatHeld) -> OfficeHeld | None:
    return next((office for office in seat.offices if office.role == OfficeRole.CO_CHAIR), None)


def _first_certain(since: PartialDate | None) -> date | None:
    return None if since is None else since.counts_from()
