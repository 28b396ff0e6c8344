"""Takes an edition from the plan to its launch: number, title, dates of its stages, who prepares it, in which languages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.meetings.models import Meeting
from tansiq.secretariat.programme.models import Objective, Output
from tansiq.secretariat.publications.domain.errors import NoLongerAhead, NumberTaken
from tansiq.secretariat.publications.enums import IN_HAND, EditionRole, EditionState, Stage
from tansiq.secretariat.publications.models import (
    Edition,
    EditionGroup,
    EditionName,
    EditionParty,
    EditionTerm,
    LanguageVersion,
    OutputEdition,
    Series,
    StageExpectation,
)
from tansiq.secretariat.record.domain.identities import make
from tansiq.secretariat.record.domain.log import take_turn
from tansiq.secretariat.record.domain.moves import advance
from tansiq.secretariat.record.domain.terms import begin
from tansiq.secretariat.record.enums import Language
from tansiq.secretariat.record.models import Actor, Basis, Evidence, Move
from tansiq.secretariat.register.domain.versions import start_version
from tansiq.secretariat.register.models import Group, Organization


@dataclass(frozen=True, kw_only=True)
class EditionPlan:
    """The particulars of an edition: the columns of its term."""

    number: int | None = None
    year: int | None = None
    objective: Objective | None = None
    meeting: Meeting | None = None


def plan_edition(
    *, series: Series, slug: str, plan: EditionPlan, on: PartialDate, by: Actor, at: datetime, because: str = ""
) -> Edition:
    """Plan an edition of the series. Atomic. Raises SlugTaken, NumberTaken."""
    with transaction.atomic():
        edition = make(identity=Edition(slug=slug, series=series), by=by, at=at)
        advance(row=edition, transition="plan", occurred_on=on, by=by, at=at, because=because)
        replan_edition(edition=edition, plan=plan, begins=on, by=by, at=at, because=because)
    return edition


def replan_edition(
    *, edition: Edition, plan: EditionPlan, begins: PartialDate, by: Actor, at: datetime, basis: Basis | None = None, because: str = ""
) -> EditionTerm:
    """Say the edition's particulars from `begins` on; what was planned stays true of the days before. Atomic. Raises NumberTaken."""
    with transaction.atomic():
        refuse_taken_number(edition, plan.number)
        columns = {name: getattr(plan, name) for name in EditionPlan.__dataclass_fields__}
        return start_version(term=EditionTerm(edition=edition, begins=begins, basis=basis, **columns), by=by, at=at, because=because)


def move_edition(
    *, edition: Edition, step: str, on: PartialDate, by: Actor, at: datetime, because: str = "", evidence: Evidence | None = None
) -> Move:
    """Take the edition one step on: draft, review, revise, clear, edit, finish, publish, issue, launch or cancel.

    Raises MoveRefused when the step is none of these or not possible from the state the edition is in.
    """
    return advance(row=edition, transition=step, occurred_on=on, by=by, at=at, because=because, evidence=evidence)


def expect_stage(
    *, edition: Edition, stage: Stage, date: PartialDate, begins: PartialDate, by: Actor, at: datetime, because: str = ""
) -> StageExpectation:
    """Keep that from `begins` on the stage is expected on `date`; the date expected before stays true of the days before. Atomic.

    Raises NoLongerAhead when the edition is launched or cancelled.
    """
    if edition.state not in (*IN_HAND, EditionState.PUBLISHED):
        raise NoLongerAhead(f"{edition.ref} is {edition.state or 'not planned'}; no stage of it can be expected.")
    wanted = StageExpectation(edition=edition, stage=stage, date=date, begins=begins)
    return start_version(term=wanted, by=by, at=at, because=because)


def retitle(*, name: EditionName, by: Actor, at: datetime, because: str) -> EditionName:
    """Give an edition the title `name` in one language from its `begins` on. Atomic.

    The title it had stays the title of the days before: what was printed then was right. Raises OverlappingTerms when
    `begins` is unknown and it has a title already.
    """
    return start_version(term=name, by=by, at=at, because=because)


def name_parties(
    *,
    edition: Edition,
    role: EditionRole,
    begins: PartialDate | None,
    by: Actor,
    at: datetime,
    organizations: Sequence[Organization] = (),
    groups: Sequence[Group] = (),
) -> list[EditionParty | EditionGroup]:
    """Give each of the organizations and groups the role in the edition. Atomic. Raises OverlappingTerms for one that has it."""
    rows: list[EditionParty | EditionGroup] = [
        *(EditionParty(edition=edition, organization=each, role=role, begins=begins) for each in organizations),
        *(EditionGroup(edition=edition, group=each, role=role, begins=begins) for each in groups),
    ]
    with transaction.atomic():
        return [begin(term=row, by=by, at=at) for row in rows]


def plan_version(*, edition: Edition, language: Language, on: PartialDate, by: Actor, at: datetime) -> LanguageVersion:
    """Plan the edition in a language. Atomic. Raises SlugTaken when that version is planned already."""
    with transaction.atomic():
        row = LanguageVersion(slug=f"{edition.slug}-{language}", edition=edition, language=language)
        version = make(identity=row, by=by, at=at)
        advance(row=version, transition="plan", occurred_on=on, by=by, at=at)
    return version


def move_version(
    *, version: LanguageVersion, step: str, on: PartialDate, by: Actor, at: datetime, because: str = "", evidence: Evidence | None = None
) -> Move:
    """Take the language version one step on: translate, revise, finish or publish. Raises MoveRefused."""
    return advance(row=version, transition=step, occurred_on=on, by=by, at=at, because=because, evidence=evidence)


def bind_output(
    *, output: Output, edition: Edition, begins: PartialDate | None, by: Actor, at: datetime, because: str = ""
) -> OutputEdition:
    """Say that the output of a work programme is about the edition, from `begins` on."""
    return start_version(term=OutputEdition(output=output, edition=edition, begins=begins), by=by, at=at, because=because)


def refuse_taken_number(edition: Edition, number: int | None) -> None:
    """Raise NumberTaken when another edition of the series, not cancelled, has the number. Call it inside the transaction."""
    if number is None:
        return
    take_turn()
    others = EditionTerm.objects.current().filter(edition__series=edition.series_id, number=number).exclude(edition=edition)
    other = others.exclude(edition__state=EditionState.CANCELLED).select_related("edition").first()
    if other is not None:
        raise NumberTaken(f"{edition.ref}: number {number} of the series is that of {other.edition.ref}; give it the next one.")
