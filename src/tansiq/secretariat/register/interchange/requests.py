"""The file of requests to join, requests.yaml: each is moved through the verbs, on its dates, with the answers between its moves."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.errors import RecordError
from tansiq.secretariat.record.domain.moves import standing_moves
from tansiq.secretariat.record.domain.wording import said
from tansiq.secretariat.record.interchange import Entry, Kind, Loading
from tansiq.secretariat.record.interchange.kinds import BASIS, DATE, SLUG, TEXT, record
from tansiq.secretariat.record.lifecycle import UNBORN
from tansiq.secretariat.register.domain.decisions import answer_request, approve_request, decline, defer
from tansiq.secretariat.register.domain.membership import circulate, note_interest, receive_request, withdraw
from tansiq.secretariat.register.enums import Answer, RequestState
from tansiq.secretariat.register.models import CoChairAnswer, Group, JoinRequest, Organization

MOVES = {
    "description": "the steps of the request, in order",
    "type": "array",
    "minItems": 1,
    "items": record(
        ["move", "on"],
        move={"enum": [step.name for step in JoinRequest.lifecycle.transitions]},
        on=DATE,
        effective_on=DATE,
        because=TEXT,
        file=TEXT,
    ),
}
ANSWERS = {
    "description": "what each co-chair answered",
    "type": "array",
    "items": record(
        ["organization", "answer", "on"], organization=SLUG, answer={"enum": Answer.values}, on=DATE, basis=BASIS, because=TEXT
    ),
}
REQUEST = record(
    ["slug", "group", "organization", "moves"], slug=SLUG, group=SLUG, organization=SLUG, signatory=TEXT, moves=MOVES, answers=ANSWERS
)


def load_request(entry: Entry, loading: Loading) -> None:
    """A request to join: its moves through the verbs, each answer filed between the moves that enclose it.

    Moves made before must stand first in the file, as they were made; an answer filed before is left alone.
    """
    group = loading.find(Group, entry.get("group"), entry, "group")
    organization = loading.find(Organization, entry.get("organization"), entry, "organization")
    made = list(standing_moves(f"register/join-request/{entry.get('slug')}"))
    if not made:
        loading.outcome = "created"
    steps = Steps(entry, loading, group, organization)
    for index, move in enumerate(entry.get("moves")):
        on = loading.required_date(entry, "moves", index, "on")
        if index >= len(made):
            steps.file_answers(until=on)
            steps.make(index, move, on)
        elif (made[index].name, made[index].occurred_on) != (move["move"], on):
            was = f"{made[index].name!r} on {said(made[index].occurred_on)}"
            raise entry.wrong(f"the record holds {was} here; take that move back first, then import again", "moves", index, "move")
    steps.file_answers(until=None)


@dataclass(frozen=True)
class Steps:
    """The steps of one request, made one after the other."""

    entry: Entry
    loading: Loading
    group: Group
    organization: Organization

    def make(self, index: int, move: dict[str, Any], on: PartialDate) -> None:
        """Make the move at `index` through its verb. A refusal is a problem of that move."""
        who = {"by": self.loading.by, "at": self.loading.at, "because": move.get("because", "")}
        evidence = self.loading.evidence(self.entry, "moves", index, "file", received_on=on)
        effective_on = self.loading.date(self.entry, "moves", index, "effective_on")
        new = {**who, "group": self.group, "organization": self.organization, "evidence": evidence, "slug": self.entry.get("slug")}
        verbs: dict[str, Callable[[], object]] = {
            "note_interest": lambda: note_interest(noted_on=on, **new),
            "receive": lambda: receive_request(requested_on=on, signatory=self.entry.get("signatory", default=""), **new),
            "circulate": lambda: circulate(request=self._request(), circulated_on=on, evidence=evidence, **who),
            "approve": lambda: approve_request(
                request=self._request(), decided_on=on, effective_on=effective_on, evidence=evidence, **who
            ),
            "decline": lambda: decline(request=self._request(), decided_on=on, evidence=evidence, **who),
            "defer": lambda: defer(request=self._request(), decided_on=on, evidence=evidence, **who),
            "withdraw": lambda: withdraw(request=self._request(), withdrawn_on=on, evidence=evidence, **who),
        }
        self._refuse_unless_begun(index, move["move"])
        try:
            verbs[move["move"]]()
        except RecordError as refused:
            raise self.entry.wrong(str(refused), "moves", index, "move") from refused
        self.loading.changed()

    def _refuse_unless_begun(self, index: int, name: str) -> None:
        """A step other than those that begin a request, before there is one, is a problem of that move."""
        beginnings = [step.name for step in JoinRequest.lifecycle.open_from(UNBORN)]
        if name not in beginnings and not JoinRequest.objects.filter(slug=self.entry.get("slug")).exists():
            begin = " or ".join(map(repr, beginnings))
            raise self.entry.wrong(f"a request cannot begin with {name!r}; its first step is {begin}.", "moves", index, "move")

    def file_answers(self, *, until: PartialDate | None) -> None:
        """File the answers given by the last day of `until` (all when None) that the record does not hold yet."""
        request = JoinRequest.objects.select_related("group").filter(slug=self.entry.get("slug")).first()
        for index, each in enumerate(self.entry.get("answers", default=[])):
            path = ("answers", index)
            on = self.loading.required_date(self.entry, *path, "on")
            is_later = until is not None and (until.last_day is None or not on.certain_on(until.last_day))
            if is_later or request is None or (until is not None and request.state != RequestState.CIRCULATED):
                continue
            co_chair = self.loading.find(Organization, each["organization"], self.entry, *path, "organization")
            basis = self.loading.basis(self.entry, *path, "basis")
            wanted = CoChairAnswer(request=request, organization=co_chair, answer=each["answer"], begins=on, basis=basis)
            if any(_says_the_same(wanted, held) for held in CoChairAnswer.objects.current().filter(request=request, organization=co_chair)):
                continue
            try:
                answer_request(
                    request=request, organization=co_chair, answer=Answer(each["answer"]), answered_on=on, basis=basis,
                    by=self.loading.by, at=self.loading.at, because=each.get("because", ""),
                )
            except RecordError as refused:
                raise self.entry.wrong(str(refused), *path) from refused
            self.loading.changed()

    def _request(self) -> JoinRequest:
        return self.loading.find(JoinRequest, self.entry.get("slug"), self.entry, "moves")


def _says_the_same(wanted: CoChairAnswer, held: CoChairAnswer) -> bool:
    """Whether an answer was filed before; a later answer of the same co-chair may have ended it since."""
    return (wanted.answer, wanted.begins, wanted.basis_id) == (held.answer, held.begins, held.basis_id)


KINDS = (Kind("join-request", "requests.yaml", 70, REQUEST, load_request, "Requests to join, their steps, the co-chairs' answers."),)
