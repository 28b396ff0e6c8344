"""What the pages of requests to join show: the list on a day, and one request with its steps, answers and what would open the next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tansiq.engines.press.collation import sort_key
from tansiq.engines.press.typography import join_list
from tansiq.secretariat.record.enums import ActorKind
from tansiq.secretariat.record.models import Actor, Evidence, Move
from tansiq.secretariat.register.domain.dossiers import AnswerHeld, Dossier, Step
from tansiq.secretariat.register.domain.naming import NameForm, Names
from tansiq.secretariat.register.domain.questions import RequestHeld
from tansiq.secretariat.register.enums import RequestState
from tansiq.secretariat.register.web.sentences import filled, label

STEPS: Mapping[str, Any] = {
    "note_interest": gettext_lazy("Record interest"),
    "receive": gettext_lazy("Record the letter"),
    "circulate": gettext_lazy("Send to the co-chairs"),
    "answer": gettext_lazy("File an answer"),
    "approve": gettext_lazy("Approve"),
    "decline": gettext_lazy("Decline"),
    "defer": gettext_lazy("Defer"),
    "withdraw": gettext_lazy("Withdraw"),
}
"""What the button of each step says."""

TAKEN: Mapping[str, Any] = {
    "note_interest": gettext_lazy("Interest noted"),
    "receive": gettext_lazy("Letter received"),
    "circulate": gettext_lazy("Sent to the co-chairs"),
    "approve": gettext_lazy("Approved"),
    "decline": gettext_lazy("Declined"),
    "defer": gettext_lazy("Deferred"),
    "withdraw": gettext_lazy("Withdrawn"),
}
"""What the log says of each step."""

OPENS: Mapping[str, Any] = {
    "no-letter": gettext_lazy("It can go to the co-chairs once its letter is recorded."),
    "not-circulated": gettext_lazy("The co-chairs can answer once it is sent to them."),
    "no-co-chair": gettext_lazy("The group had no co-chair on the day it was sent. Record who was, and it can be answered."),
    "not-agreed": gettext_lazy("“Approve” opens when these have agreed: %(who)s."),
    "deferred": gettext_lazy("The decision was put off. Send it to the co-chairs again, and they can answer."),
}
"""What would open a step that is closed."""

ICONS: Mapping[str, str] = {RequestState.APPROVED: "ok", RequestState.DECLINED: "gone", RequestState.WITHDRAWN: "gone"}

CAME: Mapping[str, Any] = {
    ActorKind.REPLY_LINK: gettext_lazy("by its link"),
    ActorKind.IMPORT: gettext_lazy("imported"),
    ActorKind.WORKER: gettext_lazy("by the command line"),
}


@dataclass(frozen=True)
class RequestLine:
    """A request in the list."""

    held: RequestHeld
    name: NameForm
    state: str
    icon: str


def lines(found: Iterable[RequestHeld], names: Names, language: str) -> list[RequestLine]:
    """The requests, the open ones first, by name."""
    shown = [
        RequestLine(
            held, _organization(names, held.organization, language), str(RequestState(held.state_then).label),
            ICONS.get(held.state_then, "half"),
        )
        for held in found
    ]
    return sorted(shown, key=lambda line: (line.icon != "half", sort_key(label(line.name, language), language)))


@dataclass(frozen=True)
class MoveShown:
    """A step taken: what, why, by whom."""

    move: Move
    what: str
    because: str
    who: str


@dataclass(frozen=True)
class AnswerShown:
    """A co-chair, what it answered, and how that came."""

    held: AnswerHeld
    name: str
    came: str
    evidence: Evidence | None


@dataclass(frozen=True)
class RequestPage:
    """The page of a request."""

    seen: Dossier
    names: Names
    language: str

    @property
    def name(self) -> NameForm:
        """Who asks."""
        return _organization(self.names, self.seen.request.organization.slug, self.language)

    @property
    def group(self) -> NameForm:
        """Which group it asks to join."""
        return self.names.name(self.seen.request.group.ref, self.language)

    @property
    def label(self) -> str:
        """The shortest name of who asks."""
        return label(self.name, self.language)

    @property
    def state(self) -> str:
        """Where the request stands."""
        return str(RequestState(self.seen.request.state).label)

    @property
    def icon(self) -> str:
        """The shape of the state."""
        return ICONS.get(self.seen.request.state, "half")

    @cached_property
    def moves(self) -> list[MoveShown]:
        """The steps taken, the last one first."""
        return [
            MoveShown(move, str(TAKEN.get(move.name, move.name)), self.seen.reasons.get(move.entry_id, ""), who(move.by, self.said))
            for move in reversed(self.seen.moves)
        ]

    @cached_property
    def answers(self) -> list[AnswerShown]:
        """The co-chairs asked, by name."""
        shown = [self._answer(held) for held in self.seen.answers]
        return sorted(shown, key=lambda each: sort_key(each.name, self.language))

    @property
    def open(self) -> list[tuple[str, str]]:
        """The steps that are possible now, with their buttons."""
        return [(step.name, str(STEPS[step.name])) for step in self.seen.steps if not step.closed]

    @property
    def closed(self) -> list[SafeString]:
        """What would open the others."""
        return [self.opens(step) for step in self.seen.steps if step.closed]

    @property
    def co_chairs(self) -> list[tuple[str, str]]:
        """The co-chairs asked, as choices, those without an answer first."""
        waiting = sorted(self.answers, key=lambda each: each.held.term is not None)
        return [(each.held.organization, each.name) for each in waiting]

    def opens(self, step: Step) -> SafeString:
        """What would open a closed step."""
        return filled(OPENS[step.closed], who=join_list([self.said(slug) for slug in step.waiting], self.language) if step.waiting else "")

    def said(self, slug: str) -> str:
        """The shortest name of an organization."""
        return label(_organization(self.names, slug, self.language), self.language)

    def _answer(self, held: AnswerHeld) -> AnswerShown:
        term = held.term
        evidence = term.basis.evidence if term and term.basis else None
        return AnswerShown(held, self.said(held.organization), came(term.recorded_entry.actor) if term else "", evidence)


def who(actor: Actor, said: Any) -> str:
    """Through whom something was done: a person by name or address, on behalf of which organization."""
    person = (actor.account.name or actor.account.email) if actor.account else actor.name
    through = person or str(ActorKind(actor.kind).label)
    if not actor.on_behalf_of:
        return through
    return _("%(person)s on behalf of %(organization)s") % {"person": through, "organization": said(actor.on_behalf_of)}


def came(actor: Actor) -> str:
    """How an answer came."""
    if actor.kind == ActorKind.ACCOUNT:
        return _("given here") if actor.on_behalf_of else _("filed by the secretariat on its behalf")
    return str(CAME[ActorKind(actor.kind)])


def choices(slugs: Iterable[str], names: Names, language: str) -> list[tuple[str, str]]:
    """Organizations as choices of a form, by name in the order of the language."""
    found = [(slug, _organization(names, slug, language).long) for slug in slugs]
    return sorted(found, key=lambda pair: sort_key(pair[1], language))


def _organization(names: Names, slug: str, language: str) -> NameForm:
    return names.name(f"register/organization/{slug}", language)
