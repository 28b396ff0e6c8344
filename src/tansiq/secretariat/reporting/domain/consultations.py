"""A meeting that was held: when and where, on what mandate, who organized it, who came, its aims, papers and outcomes."""

from tansiq.secretariat.meetings.domain.questions import MeetingStands, PointStated
from tansiq.secretariat.meetings.enums import OrganizerRole
from tansiq.secretariat.programme.domain.questions import StepAhead, steps
from tansiq.secretariat.publications.domain.questions import InputStands, briefs_for, inputs_of_meetings
from tansiq.secretariat.publications.enums import InputForm, InputState
from tansiq.secretariat.register.domain.questions import mandate_terms
from tansiq.secretariat.reporting.domain.blocks import Section, Sentence
from tansiq.secretariat.reporting.domain.membership import co_chair_refs, group_ref, group_short
from tansiq.secretariat.reporting.domain.nodes import Lens
from tansiq.secretariat.reporting.domain.pieces import Piece, joined


def tell_meeting(section: Section, meeting: MeetingStands) -> None:
    """A passage under the meeting's own heading."""
    lens, short = section.lens, section.lens.name(meeting.ref, "short")
    section.heading(meeting.slug, 2, lens.name(meeting.ref, "short", capital=True).inlines, "name")
    section.paragraph(f"{meeting.slug}-held", [held(lens, meeting)])
    section.paragraph(f"{meeting.slug}-organized", [*organized(lens, meeting), *intended(lens, meeting), *attended(lens, meeting)])
    section.enumerate(f"{meeting.slug}-aims", Sentence("meeting-objectives", {"meeting": short}), points(lens, meeting.objectives))
    tell_briefs(section, meeting)
    section.enumerate(f"{meeting.slug}-outcomes", Sentence("meeting-outcomes"), points(lens, meeting.outcomes))
    tell_inputs(section, meeting)


def held(lens: Lens, meeting: MeetingStands) -> Sentence:
    """That it was held, with its mandate where it has one."""
    arguments = {"meeting": lens.name(meeting.ref, "long")}
    if meeting.held_on:
        arguments["when"] = lens.when(meeting.held_on, meeting.rests_on)
    if meeting.place:
        arguments["place"] = lens.stated(meeting.ref, "place", meeting.place, meeting.rests_on)
    message = "meeting-held" if meeting.place else "meeting-held-without-place"
    if meeting.mandate:
        arguments["mandate"] = lens.name(meeting.mandate, "short")
        message += "-by-mandate"
        asked = mandate_terms(lens.as_of, lens.known_at).get(meeting.mandate)
        if asked and asked.asks:
            arguments["asks"] = lens.stated(meeting.mandate, "asks", asked.asks, (asked.ref,))
            message += "-asking"
    return Sentence(message, arguments)


def organized(lens: Lens, meeting: MeetingStands) -> list[Sentence]:
    """Who organized it: the co-chairs when it was exactly they, else the organizations by name; with whose contributions."""
    contributors = [each.ref for each in meeting.organizers if each.role == OrganizerRole.CONTRIBUTOR]
    organizers = [each.ref for each in meeting.organizers if each.role != OrganizerRole.CONTRIBUTOR and each.ref != group_ref(lens)]
    chairs = co_chair_refs(lens)
    if chairs and set(organizers) == set(chairs):
        own = group_ref(lens) in contributors
        return [Sentence("meeting-organized-by-co-chairs" if own else "meeting-organized-by-co-chairs-alone", {"group": group_short(lens)})]
    if not organizers:
        return [Sentence("meeting-organized-by-group", {"group": group_short(lens)})] if meeting.organizers else []
    arguments = {"organizers": lens.names_of(lens.sorted_by_name(organizers), "organization-first")}
    if not contributors:
        return [Sentence("meeting-organized", arguments)]
    return [Sentence("meeting-organized-with", {**arguments, "contributors": lens.names_of(contributors, "contributor")})]


def intended(lens: Lens, meeting: MeetingStands) -> list[Sentence]:
    """For whom it was, and on what."""
    known = [field for field in ("audience", "purpose") if getattr(meeting, field)]
    arguments = {field: lens.stated(meeting.ref, field, getattr(meeting, field), meeting.rests_on) for field in known}
    return [Sentence("-".join(["meeting-intended", *known]), arguments)] if known else []


def attended(lens: Lens, meeting: MeetingStands) -> list[Sentence]:
    """How many came, and who they were."""
    groups = [lens.stated(each.ref, "stakeholders", each.text, (each.rests_on,)) for each in meeting.participation]
    arguments: dict[str, Piece] = {"stakeholders": joined(groups, lens.language)} if groups else {}
    if meeting.total:
        arguments["count"] = lens.fact("meetings.participants", meeting=meeting.slug)
        return [Sentence("meeting-participants" if groups else "meeting-participants-counted", arguments)]
    return [Sentence("meeting-participants-uncounted", arguments)] if groups else []


def points(lens: Lens, stated: tuple[PointStated, ...]) -> list[Piece]:
    """Objectives or outcomes as they were entered."""
    return [lens.stated(each.ref, "text", each.text, (each.rests_on,)) for each in stated]


def tell_briefs(section: Section, meeting: MeetingStands) -> None:
    """The issue briefs prepared for the meeting, numbered."""
    lens = section.lens
    briefs = briefs_for(meeting.slug, lens.as_of, lens.known_at, group=lens.group)
    if not briefs:
        return
    arguments = {
        "meeting": lens.name(meeting.ref, "short"),
        "group": group_short(lens),
        "count": lens.count("publications.brief_count", meeting=meeting.slug),
    }
    titles = [
        lens.piece("brief", number=lens.figures("publications.edition_number", edition=each.slug), title=lens.name(each.ref, "long"))
        for each in briefs
    ]
    section.enumerate(f"{meeting.slug}-briefs", Sentence("meeting-briefs", arguments), titles)


def tell_inputs(section: Section, meeting: MeetingStands) -> None:
    """Where what came out of the meeting goes, and how far it is."""
    lens = section.lens
    bound = [each for each in inputs_of_meetings(lens.group, lens.as_of, lens.known_at) if each.source == meeting.ref]
    begun = {each.ref: each for each in steps(lens.as_of, lens.known_at)}
    process = next((begun[each.destination].process for each in bound if each.destination in begun), "")
    told = [input_told(lens, meeting, each, begun.get(each.destination), process) for each in bound if each.form != InputForm.DOCUMENT]
    section.paragraph(f"{meeting.slug}-inputs", sorted(told, key=lambda sentence: "-step" in sentence.message))


def goes_to_step(bound: InputStands) -> bool:
    """Whether an input goes to a step of a process (else to an organization)."""
    return bound.destination.startswith("programme/step/")


def input_told(lens: Lens, meeting: MeetingStands, bound: InputStands, ahead: StepAhead | None, process: str) -> Sentence:
    """One input in its state: the message says form, state and kind of destination, and which details are known."""
    arguments = {"meeting": lens.name(meeting.ref, "short"), "form": lens.piece(f"form-{bound.form.replace('_', '-')}")}
    messages = "messages-" if bound.form == InputForm.KEY_MESSAGES else ""
    if not goes_to_step(bound):
        arguments["destination"] = lens.names_of([bound.destination], "destination")
        if process:
            arguments["process"] = lens.name(process, "long")
        alone = "-without-process" if bound.state == InputState.PLANNED and not messages and not process else ""
        return Sentence(f"input-{messages}{bound.state}-body{alone}", arguments)
    arguments["destination"] = lens.name(bound.destination, "short")
    if ahead and ahead.place:
        arguments["place"] = lens.stated(ahead.ref, "place", ahead.place, ahead.rests_on)
    if ahead and ahead.date:
        arguments["when"] = lens.when(ahead.date, ahead.rests_on)
    known = [name for name in ("place", "when") if name in arguments]
    return Sentence("-".join([f"input-{messages}{bound.state}-step", *known]), arguments)
