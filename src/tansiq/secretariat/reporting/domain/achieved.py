"""What was achieved since the session before: the group, its objectives, meetings held, editions in hand, training ahead."""

from datetime import date

from tansiq.secretariat.meetings.domain.questions import MeetingStands, meetings_ahead, meetings_held
from tansiq.secretariat.meetings.enums import MeetingKind
from tansiq.secretariat.programme.domain.questions import objectives
from tansiq.secretariat.publications.domain.questions import editions_in_hand
from tansiq.secretariat.reporting.domain.blocks import Section, Sentence
from tansiq.secretariat.reporting.domain.consultations import tell_meeting
from tansiq.secretariat.reporting.domain.editions import tell_edition
from tansiq.secretariat.reporting.domain.membership import group_short, tell_membership
from tansiq.secretariat.reporting.domain.nodes import Lens
from tansiq.secretariat.reporting.domain.period import Period
from tansiq.secretariat.reporting.domain.pieces import Piece, joined


def tell_achievements(section: Section, period: Period) -> None:
    """The whole section, in the order a reader expects it."""
    lens = section.lens
    tell_membership(section, period)
    tell_objectives(section, period)
    for meeting in meetings_held(lens.group, period.first or date.min, period.end, lens.as_of, lens.known_at):
        tell_meeting(section, meeting)
    for edition in editions_in_hand(lens.group, lens.as_of, lens.known_at):
        if edition.state != "planned":
            tell_edition(section, edition)
    tell_training(section, period)


def tell_objectives(section: Section, period: Period) -> None:
    """What the group aimed at in the year."""
    lens = section.lens
    stated = objectives(lens.group, period.year, lens.as_of, lens.known_at)
    if not stated:
        return
    arguments = {
        "year": lens.year(period.year),
        "group": group_short(lens),
        "count": lens.count("programme.objective_count", year=str(period.year)),
        "objectives": joined([lens.stated(each.ref, "text", each.text, (each.rests_on,)) for each in stated], lens.language),
    }
    section.paragraph("objectives", [Sentence("objectives-of-year", arguments)])


def tell_training(section: Section, period: Period) -> None:
    """Workshops that are still to come this year."""
    lens = section.lens
    sentences = [
        workshop_told(lens, each)
        for each in meetings_ahead(lens.group, lens.as_of, lens.known_at, kinds=(MeetingKind.WORKSHOP,))
        if each.dates and each.dates.overlaps(None, date(period.year + 1, 1, 1))
    ]
    if sentences:
        section.heading("training", 2, lens.say("capacity-building"), "capacity-building")
        section.paragraph("training-text", sentences)


def workshop_told(lens: Lens, workshop: MeetingStands) -> Sentence:
    """A workshop to come, as far as its date, audience and purpose are known."""
    arguments: dict[str, Piece] = {"group": group_short(lens), "workshop": lens.name(workshop.ref, "short")}
    if workshop.dates:
        arguments["when"] = lens.when(workshop.dates, workshop.rests_on)
    for field in ("audience", "purpose"):
        if getattr(workshop, field):
            arguments[field] = lens.stated(workshop.ref, field, getattr(workshop, field), workshop.rests_on)
    details = "".join(f"-{field}" for field in ("audience", "purpose") if field in arguments)
    return Sentence(f"workshop-planned{details}", arguments)
