"""The plans of the year to come: the outputs of the work programme in order, and the global processes that the group follows."""

from collections.abc import Sequence
from datetime import date

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.meetings.domain.questions import meetings_held
from tansiq.secretariat.programme.domain.questions import OutputPlanned, Point, ProcessFollowed, StepAhead, outputs, processes_followed
from tansiq.secretariat.programme.enums import OutputKind, PartyRole, StepKind, StepState
from tansiq.secretariat.publications.domain.questions import EditionStands, edition, editions_of_outputs, inputs_from
from tansiq.secretariat.publications.enums import Stage
from tansiq.secretariat.reporting.domain.blocks import Section, Sentence
from tansiq.secretariat.reporting.domain.membership import group_short
from tansiq.secretariat.reporting.domain.nodes import Lens
from tansiq.secretariat.reporting.domain.period import Period
from tansiq.secretariat.reporting.domain.pieces import Piece, joined

AHEAD = (StepState.EXPECTED, StepState.CONFIRMED)


def tell_plans(section: Section, period: Period) -> None:
    """One passage an output, in the order of the programme; what follows a launch is told with it."""
    lens = section.lens
    planned = outputs(lens.group, period.plan_year, lens.as_of, lens.known_at)
    told_with = {output.ref: output.after for output in planned if output.after}
    others: list[OutputPlanned] = []
    for output in planned:
        if output.ref in told_with:
            continue
        following = [each for each in planned if told_with.get(each.ref) == output.ref]
        if output.kind == OutputKind.STOCKTAKING:
            tell_stocktaking(section, output)
        elif output.kind == OutputKind.LAUNCH:
            tell_launch(section, output, following)
        elif output.kind == OutputKind.PREPARATION:
            tell_preparation(section, output)
        elif output.kind == OutputKind.FOLLOW_UP:
            tell_process(section, output, period)
        else:
            others += [output, *following]
    tell_others(section, others)


def tell_stocktaking(section: Section, output: OutputPlanned) -> None:
    """What the group will take stock of and discuss."""
    lens = section.lens
    arguments = {"group": group_short(lens), "topics": pointed(lens, output.topics)}
    if output.covers:
        arguments["covers"] = lens.dated(output.covers, output.rests_on)
    message = "output-stocktaking" if output.covers else "output-stocktaking-without-period"
    section.paragraph(output.slug, [Sentence(message, arguments)] if output.topics else [])


def tell_launch(section: Section, output: OutputPlanned, following: Sequence[OutputPlanned]) -> None:
    """The launch of an edition, and what follows it."""
    lens = section.lens
    launched = edition_about(lens, output)
    if launched is None:
        tell_others(section, [output, *following])
        return
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


def edition_about(lens: Lens, output: OutputPlanned) -> EditionStands | None:
    """The edition that an output is about, None when it is about none."""
    found = editions_of_outputs([output.ref], lens.as_of, lens.known_at).get(output.ref)
    return edition(found[0].rsplit("/", 1)[1], lens.as_of, lens.known_at) if found else None


def launch_of(lens: Lens, launched: EditionStands, output: OutputPlanned) -> Piece | None:
    """When the launch is expected: as the edition's calendar has it, else as the output is due."""
    expected = launched.stage(Stage.LAUNCH)
    if expected is not None:
        return lens.when(expected.date, (expected.rests_on,))
    return lens.when(output.due, output.rests_on) if output.due else None


def tell_preparation(section: Section, output: OutputPlanned) -> None:
    """The preparation of an edition: what is to be discussed, and what to be agreed."""
    lens = section.lens
    prepared = edition_about(lens, output)
    if prepared is None:
        tell_others(section, [output])
        return
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
    section.paragraph(f"{output.slug}-text", sentences)


def tell_process(section: Section, output: OutputPlanned, period: Period) -> None:
    """The steps to come of a process that the group follows, and what goes into them."""
    lens = section.lens
    followed = next((each for each in processes_followed(lens.group, lens.as_of, lens.known_at) if each.ref == output.process), None)
    if followed is None:
        tell_others(section, [output])
        return
    section.heading(output.slug, 2, lens.say("output-process", process=lens.name(followed.ref, "long")), "output-process")
    sentences = [*inputs_told(lens, followed, period), *conferences_told(lens, followed)]
    section.paragraph(f"{output.slug}-text", [*sentences, Sentence("process-follow", {"group": group_short(lens)})])


def inputs_told(lens: Lens, followed: ProcessFollowed, period: Period) -> list[Sentence]:
    """For each meeting of the period with inputs, the steps still to come that it will inform; then the steps without an input."""
    ahead = [each for each in followed.steps if each.state in AHEAD and each.date and each.kind != StepKind.CONFERENCE]
    held = meetings_held(lens.group, period.first or date.min, period.end, lens.as_of, lens.known_at)
    bound = inputs_from([meeting.ref for meeting in held], lens.as_of, lens.known_at)
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


def tell_others(section: Section, planned: Sequence[OutputPlanned]) -> None:
    """Outputs that need no passage of their own, one sentence each."""
    lens = section.lens
    for output in planned:
        if not output.title:
            continue
        arguments = {"leads": conveners(lens, output, capital=True), "what": titled(lens, output)}
        due: PartialDate | None = output.due
        message = "output-other" if due else "output-other-undated"
        if due:
            arguments["when"] = lens.when(due, output.rests_on)
        section.paragraph(output.slug, [Sentence(message, arguments)])


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
