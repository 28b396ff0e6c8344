"""Records the challenges and lessons of a group, and what was done about them."""

from datetime import datetime

from django.db import transaction

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.programme.domain.errors import NothingSaid
from tansiq.secretariat.programme.enums import FindingKind
from tansiq.secretariat.programme.models import Finding, FindingTerm
from tansiq.secretariat.record.domain.identities import make
from tansiq.secretariat.record.domain.terms import begin, corrected
from tansiq.secretariat.record.domain.wording import said
from tansiq.secretariat.record.models import Actor, Basis, Texts
from tansiq.secretariat.register.domain.questions import LATEST
from tansiq.secretariat.register.domain.versions import start_version
from tansiq.secretariat.register.models import Group


def record_finding(
    *,
    group: Group,
    slug: str,
    kind: FindingKind,
    text: Texts,
    period: PartialDate,
    begins: PartialDate | None,
    by: Actor,
    at: datetime,
    basis: Basis | None = None,
    because: str = "",
) -> Finding:
    """Record what the group found in `period`. Atomic. Raises NothingSaid, SlugTaken."""
    if not text:
        raise NothingSaid(f"the finding {slug!r} needs a text in one language at least.")
    with transaction.atomic():
        finding = make(identity=Finding(slug=slug, group=group, kind=kind), by=by, at=at)
        begin(term=FindingTerm(finding=finding, text=text, period=period, begins=begins, basis=basis), by=by, at=at, because=because)
    return finding


def answer_finding(*, finding: Finding, answer: Texts, begins: PartialDate, by: Actor, at: datetime, because: str = "") -> FindingTerm:
    """Record what was done about the finding, known from `begins` on. Atomic. Raises NothingSaid, also before it was found."""
    with transaction.atomic():
        held = FindingTerm.objects.as_of(begins.counts_from(), LATEST).filter(finding=finding).first()
        if held is None or not answer:
            raise NothingSaid(f"{finding.ref}: {'an answer needs a text' if held else f'nothing was found by {said(begins)}'}.")
        new: FindingTerm = corrected(held, begins=begins, answer=answer)
        return start_version(term=new, by=by, at=at, because=because)
