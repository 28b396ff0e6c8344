"""A group on a day, whole: what its page shows, in a number of queries that does not grow with its seats or requests. It only reads."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count

from tansiq.secretariat.record.domain.asking import Reading, ask_together, asking_once, question
from tansiq.secretariat.record.domain.errors import UnknownReference
from tansiq.secretariat.record.models import kind_of
from tansiq.secretariat.register.domain.history import Change, Past, changes, past
from tansiq.secretariat.register.domain.naming import Names, names_of
from tansiq.secretariat.register.domain.questions import (
    ObjectiveHeld,
    RequestHeld,
    SeatHeld,
    group_requests,
    objectives,
    offices,
    requests,
    seats,
    seats_with_offices,
    terms_of_reference,
)
from tansiq.secretariat.register.enums import OfficeRole, RelationKind, SeatKind
from tansiq.secretariat.register.lifecycle import OPEN, UNDECIDED
from tansiq.secretariat.register.models import (
    CoChairAnswer,
    Group,
    Mandate,
    Mechanism,
    MechanismTerm,
    OfficeTerm,
    Organization,
    RelationTerm,
    SeatTerm,
    TermsOfReference,
)

LATELY = 6


@dataclass(frozen=True)
class RequestSeen:
    """An open request, and of each co-chair of the day it was circulated the answer given by the day, None while there is none."""

    held: RequestHeld
    answers: tuple[tuple[str, CoChairAnswer | None], ...]

    @property
    def given(self) -> int:
        """How many have answered."""
        return sum(answer is not None for _, answer in self.answers)


@dataclass(frozen=True)
class Portrait:
    """A group on a day. Organizations are slugs; `mechanism` and the mandates are references, "" where there is none."""

    group: str
    names: Names
    seats: tuple[SeatHeld, ...]
    requests: tuple[RequestSeen, ...]
    objectives: tuple[ObjectiveHeld, ...]
    terms: TermsOfReference | None
    mechanism: str
    mandate: str
    mechanism_mandate: str
    changes: tuple[Change, ...]

    @property
    def members(self) -> list[SeatHeld]:
        """The seats of members."""
        return [seat for seat in self.seats if seat.kind == SeatKind.MEMBER]

    @property
    def co_chairs(self) -> list[SeatHeld]:
        """The seats that hold the office of co-chair, in the order of precedence as far as there is one."""
        held = [(office, seat) for seat in self.seats for office in seat.offices if office.role == OfficeRole.CO_CHAIR]
        return [seat for office, seat in sorted(held, key=lambda pair: pair[0].precedence or len(held) + 1)]

    @property
    def if_approved(self) -> list[RequestHeld]:
        """The requests received and undecided, of organizations that are not members yet."""
        seated = {seat.organization for seat in self.members}
        return [seen.held for seen in self.requests if seen.held.state_then in UNDECIDED and seen.held.organization not in seated]


@dataclass(frozen=True)
class GroupSeen:
    """A group in a list: its reference, that of the mechanism it reports to, how many members it has on the day."""

    slug: str
    ref: str
    mechanism: str
    members: int


def portrait(*, group: str, as_of: date, known_at: datetime) -> Portrait:
    """The group (a slug) on `as_of` as known at `known_at`. Raises UnknownReference when the record has no such group.

    One query; it reads the names that the page of a group shows, too, for whoever asks for them within the same `asking_once`.
    """
    at = (as_of, known_at)
    with asking_once():
        ask_together(
            _group.of(group), _reports_to.of(group, *at), past.of(group, *at), seats.of(group, *at), offices.of(group, *at),
            group_requests.of(group, *at), objectives.of(group, *at), terms_of_reference.of(group, *at),
            *(names_of.of(kind_of(kind), *at) for kind in (Group, Mechanism, Organization, Mandate)),
        )
        row = _group(group)
        if row is None:
            raise UnknownReference(f"the record has no group {group!r}.")
        terms, rows = terms_of_reference(group, *at), past(group, *at)
        mechanism, mechanism_mandate = _reports_to(group, *at)
        return Portrait(
            group=row.ref,
            names=Names(*at),
            seats=tuple(seats_with_offices(group, *at)),
            requests=tuple(_seen(requests(group, *at), rows)),
            objectives=tuple(objectives(group, *at)),
            terms=terms,
            mechanism=mechanism,
            mandate=terms.mandate.ref if terms and terms.mandate else "",
            mechanism_mandate=mechanism_mandate,
            changes=tuple(changes(rows, LATELY)),
        )


@question
def _group(slug: str) -> Reading[Group | None]:
    return Reading((Group.objects.filter(slug=slug),), lambda found: next(iter(found), None))


def groups(*, as_of: date, known_at: datetime, among: Iterable[str]) -> tuple[list[GroupSeen], Names]:
    """The groups among those given (slugs), with their members on the day; and the names of that day. Three queries, names apart."""
    relations = RelationTerm.objects.as_of(as_of, known_at).filter(kind=RelationKind.REPORTS_TO, mechanism__isnull=False)
    mechanisms = dict(relations.order_by("-mechanism__slug").values_list("group__slug", "mechanism__slug"))
    counts = _member_counts(as_of, known_at)
    found = [
        GroupSeen(row.slug, row.ref, _ref(Mechanism, mechanisms.get(row.slug)), counts.get(row.slug, 0))
        for row in Group.objects.filter(slug__in=list(among)).order_by("slug")
    ]
    return found, Names(as_of, known_at)


def _member_counts(as_of: date, known_at: datetime) -> dict[str, int]:
    from_terms = SeatTerm.objects.as_of(as_of, known_at).filter(kind=SeatKind.MEMBER).values_list("seat__group__slug")
    return dict(from_terms.annotate(count=Count("pk")).order_by("seat__group__slug"))


@question
def _reports_to(group: str, day: date, known_at: datetime) -> Reading[tuple[str, str]]:
    """The mechanism the group reports to, and the mandate that one rests on: references, "" where there is none."""
    relations = RelationTerm.objects.as_of(day, known_at).filter(group__slug=group, kind=RelationKind.REPORTS_TO, mechanism__isnull=False)
    terms = MechanismTerm.objects.as_of(day, known_at).filter(mechanism__in=relations.values("mechanism"))
    wanted = (
        relations.order_by("mechanism__slug").values_list("mechanism__slug"),
        terms.values_list("mechanism__slug", "mandate__slug"),
    )

    def answer(mechanisms: list[tuple[str]], mandates: list[tuple[str, str | None]]) -> tuple[str, str]:
        slug = mechanisms[0][0] if mechanisms else None
        return _ref(Mechanism, slug), _ref(Mandate, dict(mandates).get(slug or ""))

    return Reading(wanted, answer)


def _ref(kind: type[Mechanism | Mandate], slug: str | None) -> str:
    return f"{kind_of(kind)}/{slug}" if slug else ""


def _seen(held: Iterable[RequestHeld], rows: Past) -> list[RequestSeen]:
    """The open requests with the answers to their last circulation. No query."""
    return [RequestSeen(request, _answers(request, rows)) for request in held if request.state_then in OPEN]


def _answers(request: RequestHeld, rows: Past) -> tuple[tuple[str, CoChairAnswer | None], ...]:
    circulated = request.circulated_on
    asked_on = circulated.happened_by() if circulated else None
    if circulated is None or asked_on is None:
        return ()
    asked = [term.office.seat.organization.slug for term in rows.offices if _presides(term, asked_on)]
    standing = {
        answer.organization.slug: answer
        for answer in rows.answers
        if answer.request.slug == request.request and answer.begins is not None
        and answer.begins.certain_on(rows.day) and not answer.begins.precedes(circulated)
    }
    return tuple((slug, standing.get(slug)) for slug in asked)


def _presides(term: OfficeTerm, day: date) -> bool:
    """Whether the term is one of a co-chair and holds on the day."""
    return term.office.role == OfficeRole.CO_CHAIR and term.valid_from <= day and (term.valid_to is None or term.valid_to > day)
