"""Files what comes in about a request to join: the letter or mail is kept as received, and the step it speaks of is taken, together.

A refused step keeps no file row. The steps themselves are in membership.py and decisions.py.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.errors import UnknownReference
from tansiq.secretariat.record.domain.evidence import basis_for, keep
from tansiq.secretariat.record.enums import BasisKind
from tansiq.secretariat.record.models import Actor, Evidence
from tansiq.secretariat.register.domain import decisions, membership
from tansiq.secretariat.register.enums import Answer
from tansiq.secretariat.register.models import Group, JoinRequest, Organization


@dataclass(frozen=True)
class Received:
    """A file as it came."""

    filename: str
    content: bytes


@dataclass(frozen=True)
class Filed:
    """What is filed: the day it happened, the reason given, the letter or mail that says so, who files it and when."""

    on: PartialDate
    by: Actor
    at: datetime
    because: str = ""
    received: Received | None = None

    def evidence(self) -> Evidence | None:
        """The row of the file, kept when it is new; None when none was given."""
        if self.received is None:
            return None
        return keep(
            content=self.received.content, filename=self.received.filename, received_on=self.on, by=self.by, at=self.at
        )


def file_interest(*, group: str, organization: str, filed: Filed) -> JoinRequest:
    """Note an organization's interest in a group (slugs). Atomic. Raises as `note_interest`, UnknownReference."""
    with transaction.atomic():
        return membership.note_interest(
            group=_group(group), organization=_organization(organization), noted_on=filed.on, by=filed.by, at=filed.at,
            because=filed.because, evidence=filed.evidence(),
        )


def file_letter(*, group: str, organization: str, filed: Filed, signatory: str = "") -> JoinRequest:
    """Record the letter by which an organization asks to join a group (slugs). Atomic. Raises as `receive_request`, UnknownReference."""
    with transaction.atomic():
        return membership.receive_request(
            group=_group(group), organization=_organization(organization), requested_on=filed.on, by=filed.by, at=filed.at,
            because=filed.because, evidence=filed.evidence(), signatory=signatory,
        )


def file_answer(*, request: JoinRequest, organization: str, answer: Answer, filed: Filed) -> None:
    """File what a co-chair (a slug) answered; the letter or mail becomes the basis of the answer. Atomic.

    Raises as `answer_request`, UnknownReference.
    """
    with transaction.atomic():
        evidence = filed.evidence()
        basis = None
        if evidence is not None:
            basis = basis_for(kind=BasisKind.LETTER, reference=evidence.filename, dated=filed.on, evidence=evidence)
        decisions.answer_request(
            request=request, organization=_organization(organization), answer=answer, answered_on=filed.on, by=filed.by, at=filed.at,
            basis=basis, because=filed.because,
        )


def file_step(*, request: JoinRequest, step: str, filed: Filed, effective_on: PartialDate | None = None) -> None:
    """Take the step: circulate, approve (from `effective_on`), decline, defer or withdraw. Atomic.

    Raises as the verb of that name; KeyError for any other step.
    """
    with transaction.atomic():
        evidence, by, at, because = filed.evidence(), filed.by, filed.at, filed.because
        if step == "circulate":
            membership.circulate(request=request, circulated_on=filed.on, by=by, at=at, because=because, evidence=evidence)
        elif step == "withdraw":
            membership.withdraw(request=request, withdrawn_on=filed.on, by=by, at=at, because=because, evidence=evidence)
        elif step == "approve":
            decisions.approve_request(
                request=request, decided_on=filed.on, by=by, at=at, because=because, evidence=evidence, effective_on=effective_on
            )
        else:
            decide = {"decline": decisions.decline, "defer": decisions.defer}[step]
            decide(request=request, decided_on=filed.on, by=by, at=at, because=because, evidence=evidence)


def _group(slug: str) -> Group:
    found = Group.objects.filter(slug=slug).first()
    if found is None:
        raise UnknownReference(f"the record has no group {slug!r}.")
    return found


def _organization(slug: str) -> Organization:
    found = Organization.objects.filter(slug=slug).first()
    if found is None:
        raise UnknownReference(f"the record has no organization {slug!r}; record it first.")
    return found
