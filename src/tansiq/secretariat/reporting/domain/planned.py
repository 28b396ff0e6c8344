"""The plans of the year to come: the outputs of the work programme in order, and the global processes that the group follows."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tansiq.secretariat.meetings.domain.questions import meetings_ahead, meetings_held
from tansiq.secretariat.meetings.enums import MeetingKind
from tansiq.secretariat.programme.domain.questions import OutputPlanned, Point, ProcessFollowed, StepAhead, outputs, processes_followed
from tansiq.secretariat.programme.enums import OutputKind, PartyRole, StepKind, StepState
from tansiq.secretariat.publications.domain.questions import (
    EditionStands,
    editions_in_hand,
    editions_planned,
    group_editions,
    inputs_of_meetings,
)
from tansiq.secretariat.publications.enums import EditionState, Stage
from tansiq.secretariat.reporting.domain.achieved import workshop_told
from tansiq.secretariat.reporting.domain.blocks import Section, Sentence
from tansiq.secretariat.reporting.domain.membership import group_short
from tansiq.secretariat.reporting.domain.nodes import Lens
from tansiq.secretariat.reporting.domain.period import Period
from tansiq.secretariat.reporting.domain.pieces import Piece, joined

AHEAD = (StepState.EXPECTED, StepState.CONFIRMED)


def tell_plans(section: Section, period: Period) -> None:
    """The outputs in the order of the programme, those told in a sentence first, then those with a passage under a heading.

    What follows a launch is told with it. Workshops of the year, editions in hand and processes followed that no output speaks of
    come after.
    """
    lens = section.lens
    planned = outputs(lens.group, period.plan_year, lens.as_of, lens.known_at)
    plan = Plan.of(lens, planned)
    for output in planned:
        if plan.headed(output) or plan.told_with_a_launch(output):
            continue
        tell_output(section, output)
    tell_workshops(section, period)
    for output in planned:
        if not plan.headed(output):
            continue
        if output.kind == OutputKind.LAUNCH:
            tell_launch(section, output, plan.editions[output.ref], [each for each in planned if each.after == output.ref])
        elif output.kind == OutputKind.PREPARATION:
            tell_preparation(section, output, plan.editions[output.ref])
        else:
            tell_process(section, output.slug, plan.followed[output.process], period)
    for edition_ in plan.editions_without_output(lens):
        tell_edition_ahead(section, edition_)
    for followed in plan.processes_without_output(planned):
        tell_process(section, followed.slug, followed, period)


@dataclass(frozen=True)
class Plan:
    """What the outputs of a year are about: the edition of each, by the output's reference, and the processes followed."""

    editions: dict[str, EditionStands]
    followed: dict[str, ProcessFollowed]
    launches: frozenset[str]

    @classmethod
    def of(cls, lens: Lens, planned: Sequence[OutputPlanned]) -> "Plan":
        """Read what the outputs are about."""
        about = editions_planned(lens.group, lens.as_of, lens.known_at)
        stand = {each.ref: each for each in group_editions(lens.group, lens.as_of, lens.known_at)}
        refs = {output.ref: about[output.ref][0] for output in planned if output.ref in about}
        editions = {ref: stand[found] for ref, found in refs.items() if found in stand}
        followed = {each.ref: each for each in processes_followed(lens.group, lens.as_of, lens.known_at)}
        return cls(editions, followed, frozenset(each.ref for each in planned if each.kind == OutputKind.LAUNCH and each.ref in editions))

    def headed(self, output: OutputPlanned) -> bool:
        """Whether an output is told in a passage under a heading of its own."""
        if output.kind in (OutputKind.LAUNCH, OutputKind.PREPARATION):
            return output.ref in self.editions
        return output.kind == OutputKind.FOLLOW_UP and output.process in self.followed

    def told_with_a_launch(self, output: OutputPlanned) -> bool:
        """Whether an output follows a launch, with which it is told."""
        return output.after in self.launches

    def editions_without_output(self, lens: Lens) -> list[EditionStands]:
        """The editions still in hand that no output is about."""
        about = {each.ref for each in self.editions.values()}
        return [each for each in editions_in_hand(lens.group, lens.as_of, lens.known_at) if each.ref not in about]

    def processes_without_output(self, planned: Sequence[OutputPlanned]) -> list[ProcessFollowed]:
        """The processes followed, with a step ahead, that no output is about."""
        about = {output.process for output in planned}
        return [each for each in self.followed.values() if each.ref not in about and any(step.state in AHEAD for step in each.steps)]


def tell_output(section: Section, output: OutputPlanned) -> None:
    """An output in a paragraph without a heading, by its kind."""
    if output.kind == OutputKind.STOCKTAKING:
        tell_stocktaking(section, output)
    elif output.kind == OutputKind.MEETING and output.title:
        tell_convened(section, output)
    elif output.title:
        tell_activity(section, output)


def tell_workshops(section: Section, period: Period) -> None:
    """The workshops planned for the year to come."""
    lens = section.lens
    ahead = meetings_ahead(lens.group, lens.as_of, lens.known_at, kinds=(MeetingKind.WORKSHOP,))
    year = (date(period.plan_year, 1, 1), date(period.plan_year + 1, 1, 1))
    for workshop in ahead:
        if workshop.dates and workshop.dates.overlaps(*year) and (workshop.dates.first_day or date.min) >= year[0]:
            section.paragraph(workshop.slug, [workshop_told(lens, workshop)])


def tell_edition_ahead(section: Section, stands: EditionStands) -> None:
    """An edition in hand that the programme does not speak of: that it is in preparation, and when its launch is expected."""
    lens = section.lens
    expected = stands.stage(Stage.LAUNCH) or stands.stage(Stage.PUBLICATION)
    if stands.state != EditionState.PLANNED:
        return
    arguments = {"edition": lens.name(stands.ref, "long")}
    if expected:
        arguments["when"] = lens.when(expected.date, (expected.rests_on,))
    section.heading(stands.slug, 2, lens.name(stands.ref, "short", capital=True).inlines, "name")
    section.paragraph(f"{stands.slug}-text", [Sentence("edition-ahead-when" if expected else "edition-ahead", arguments)])


def tell_stocktaking(section: Section, output: OutputPlanned) -> None:
    """What the group will take stock of and discuss."""
    lens = section.lens
    arguments = {"group": group_short(lens), "topics": pointed(lens, output.topics)}
    if output.covers:
        arguments["covers"] = lens.dated(output.covers, output.rests_on)
    message = "output-stocktaking" if output.covers else "output-stocktaking-without-period"
    section.paragraph(output.slug, [Sentence(message if output.topics else "output-stocktaking-alone", arguments)])


def tell_launch(section: Section, output: OutputPlanned, launched: EditionStands, following: Sequence[OutputPlanned]) -> None:
    """The launch of an edition, and what follows it."""
    lens = section.lens
    when = launch_of(lens, launched, output)
    section.heading(output.slug, 2, lens.say("output-launch", edition=lens.name(launched.ref, "short")), "output-launch")
    named = {"edition": lens.name(launched.ref, "long")}
    sentences = [Sentence("output-launch-when", {**named, "when": when}) if when else Sentence("output-launch-undated", named)]
    sentences += [follows_told(lens, each) for each in following if each.title]
    section.paragraph(f"{output.slug}-text", sentences)


def follows_told(lens: Lens, output: OutputPlanned) -> Sentence:
    """What is convened after a launch, and what for."""
    arguments = {"leads": conveners(lens, output), "what": titled(lens, output)}
    if not output.topics:
        return Sentence("output-follows-launch", arguments)
    return Sentence("output-follows-launch-to-discuss", {**arguments, "topics": pointed(lens, output.topics)})


def launch_of(lens: Lens, launched: EditionStands, output: OutputPlanned) -> Piece | None:
    """When the launch is expected: as the edition's calendar has it, else as the output is due."""
    expected = launched.stage(Stage.LAUNCH)
    if expected is not None:
        return lens.when(expected.date, (expected.rests_on,))
    return lens.when(output.due, output.rests_on) if output.due else None


def tell_preparation(section: Section, output: OutputPlanned, prepared: EditionStands) -> None:
    """The preparation of an edition: what is to be discussed, and what to be agreed."""
    lens = section.lens
    short = lens.name(prepared.ref, "short")
    section.heading(output.slug, 2, lens.say("output-preparation", edition=short), "output-preparation")
    sentences = []
    if output.topics:
        leads = conveners(lens, output, capital=True)
        topics = pointed(lens, output.topics)
        sentences.append(
            Sentence("output-preparation-discuss", {"leads": leads, "group": group_short(lens), "topics": topics, "edition": short})
        )
    if output.agree:
        sentences.append(Sentence("output-preparation-agree", {"group": group_short(lens), "agree": pointed(lens, output.agree)}))
    if not sentences:
        sentences.append(Sentence("output-preparation-alone", {"leads": conveners(lens, output, capital=True), "edition": short}))
    section.paragraph(f"{output.slug}-text", sentences)


def tell_process(section: Section, id_: str, followed: ProcessFollowed, period: Period) -> None:
    """The steps to come of a process that the group follows, and what goes into them."""
    lens = section.lens
    section.heading(id_, 2, lens.say("output-process", process=lens.name(followed.ref, "long")), "output-process")
    sentences = [*inputs_told(lens, followed, period), *conferences_told(lens, followed)]
    section.paragraph(f"{id_}-text", [*sentences, Sentence("process-follow", {"group": group_short(lens)})])


def inputs_told(lens: Lens, followed: ProcessFollowed, period: Period) -> list[Sentence]:
    """For each meeting of the period with inputs, the steps still to come that it will inform; then the steps without an input."""
    ahead = [each for each in followed.steps if each.state in AHEAD and each.date and each.kind != StepKind.CONFERENCE]
    held = meetings_held(lens.group, period.first or date.min, period.end, lens.as_of, lens.known_at)
    bound = inputs_of_meetings(lens.group, lens.as_of, lens.known_at)
    sentences: list[Sentence] = []
    informed: set[str] = set()
    for meeting in held:
        goals = {each.destination for each in bound if each.source == meeting.ref}
        steps = [each for each in ahead if each.ref in goals]
        informed |= {each.ref for each in steps}
        if steps and meeting.held_on:
            source = {"source": lens.name(meeting.ref, "short"), "dates": lens.dated(meeting.held_on, meeting.rests_on)}
            sentences.append(Sentence("process-inputs", {**source, "steps": steps_listed(lens, steps)}))
    rest = [each for each in ahead if each.ref not in informed]
    return [*sentences, Sentence("process-steps", {"steps": steps_listed(lens, rest)})] if rest else sentences


def conferences_told(lens: Lens, followed: ProcessFollowed) -> list[Sentence]:
    """The conference that ends a process, when it is expected on the day of the report."""
    return [
        Sentence("process-conference", {"step": lens.name(step.ref, "long"), **where_and_when(lens, step)})
        for step in followed.steps
        if step.kind == StepKind.CONFERENCE and step.state in AHEAD and step.date
    ]


def steps_listed(lens: Lens, steps: Sequence[StepAhead]) -> Piece:
    """Steps with place and date, as one enumeration."""
    told = [
        lens.piece(place_message("process-step", each), step=lens.name(each.ref, "short"), **where_and_when(lens, each)) for each in steps
    ]
    return joined(told, lens.language)


def place_message(message: str, step: StepAhead) -> str:
    """The message with or without a place."""
    return message if step.place else f"{message}-without-place"


def where_and_when(lens: Lens, step: StepAhead) -> dict[str, Piece]:
    """Place (when there is one) and date of a step, as expected on the day of the report."""
    arguments = {"when": lens.when(step.date, step.rests_on)} if step.date else {}
    if step.place:
        arguments["place"] = lens.stated(step.ref, "place", step.place, step.rests_on)
    return arguments


def tell_convened(section: Section, output: OutputPlanned) -> None:
    """A meeting of the programme: who convenes it, on what, when."""
    lens = section.lens
    arguments = {"leads": conveners(lens, output, capital=True), "what": titled(lens, output)}
    if output.topics:
        arguments["topics"] = pointed(lens, output.topics)
    if output.due:
        arguments["when"] = lens.when(output.due, output.rests_on)
    known = [name for name in ("when", "topics") if name in arguments]
    section.paragraph(output.slug, [Sentence("-".join(["output-convened", *known]), arguments), *partners(lens, output)])


def tell_activity(section: Section, output: OutputPlanned) -> None:
    """Any other output: who carries out what, when, with whom."""
    lens = section.lens
    arguments = {"leads": conveners(lens, output, capital=True), "what": titled(lens, output)}
    if output.due:
        arguments["when"] = lens.when(output.due, output.rests_on)
    message = "output-other" if output.due else "output-other-undated"
    section.paragraph(output.slug, [Sentence(message, arguments), *partners(lens, output)])


def partners(lens: Lens, output: OutputPlanned) -> list[Sentence]:
    """Who takes part in an output beside those who lead it."""
    refs = [party.ref for party in output.parties if party.role == PartyRole.PARTNER]
    return [Sentence("output-partners", {"partners": lens.names_of(lens.sorted_by_name(refs), "organization-again")})] if refs else []


def conveners(lens: Lens, output: OutputPlanned, *, capital: bool = False) -> Piece:
    """Who convenes or leads an output: the organizations named, else the co-chairs, else the group."""
    refs = [party.ref for party in output.parties if party.role in (PartyRole.LEAD, PartyRole.CONVENER)]
    if refs:
        return lens.names_of(lens.sorted_by_name(refs, "acronym"), "organization-again")
    if output.co_chairs_convene:
        return lens.piece("co-chairs-capital" if capital else "co-chairs")
    return lens.piece("group-capital" if capital else "group-again", group=group_short(lens))


def pointed(lens: Lens, points: Sequence[Point]) -> Piece:
    """Points as one enumeration of what people entered."""
    return joined([lens.stated(point.ref, "text", point.text, (point.rests_on,)) for point in points], lens.language)


def titled(lens: Lens, output: OutputPlanned) -> Piece:
    """The title of an output as entered."""
    return lens.stated(output.ref, "title", output.title, output.rests_on)
