"""Random verbs of the programme, meetings, publications and decisions, each done to the record and then to the plain lists."""

from collections.abc import Callable
from datetime import date
from typing import Any

from tansiq.secretariat.decisions.domain import decisions
from tansiq.secretariat.decisions.enums import Asked, DecisionKind
from tansiq.secretariat.decisions.models import Decision
from tansiq.secretariat.meetings.domain import outcomes, planning
from tansiq.secretariat.meetings.enums import MeetingKind, OrganizerRole
from tansiq.secretariat.meetings.models import Meeting
from tansiq.secretariat.programme.domain import objectives, outputs, processes
from tansiq.secretariat.programme.enums import OutputKind, OutputState
from tansiq.secretariat.programme.models import Objective, Output, Process, Step, WorkProgramme
from tansiq.secretariat.publications.domain import editions, inputs
from tansiq.secretariat.publications.enums import InputForm, Stage
from tansiq.secretariat.publications.models import Edition, EditionName, Input, LanguageVersion, Series
from tansiq.secretariat.record.enums import Language
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.register.models import Group, Organization
from tests.journeys.laws.office import GROUPS, ORGANIZATIONS, SERIES, STEPS, Office, real, row
from tests.journeys.laws.partial import ONE, Day

A_TEXT = Texts({"en": "a text", "ar": "نص", "fr": "un texte"})
AFTER = {
    "expect": "expected", "confirm": "confirmed", "hold": "held", "cancel": "cancelled", "propose": "proposed", "agree": "agreed",
    "wait": "not_started", "start": "ongoing", "complete": "completed", "plan": "planned", "call": "called", "postpone": "postponed",
    "plan_again": "planned", "issue_minutes": "minutes_out", "adopt_minutes": "adopted", "draft": "drafting", "review": "in_review",
    "revise": "revising", "clear": "cleared", "edit": "editing", "finish": "final", "publish": "published", "issue": "published",
    "launch": "launched", "translate": "translating", "submit": "submitted", "present": "presented", "request": "requested",
    "put_before": "before_the_body", "take": "taken", "defer": "deferred", "drop": "not_taken",
}
STEP = {"expected": ("confirm", "hold", "hold", "cancel"), "confirmed": ("hold", "cancel")}
OUTPUT = {
    "proposed": ("agree", "cancel"), "agreed": ("wait", "start", "complete"), "not_started": ("start", "complete", "cancel"),
    "ongoing": ("complete", "cancel"),
}
MEETING = {
    "planned": ("call", "postpone", "cancel", "hold"), "called": ("hold", "postpone", "cancel"), "postponed": ("plan_again", "cancel"),
    "held": ("issue_minutes",), "minutes_out": ("adopt_minutes",),
}
EDITION = {
    "planned": ("draft", "issue", "issue"), "drafting": ("review", "issue"), "in_review": ("revise", "clear"),
    "revising": ("review", "clear"), "cleared": ("edit",), "editing": ("finish", "cancel"), "final": ("publish",), "published": ("launch",),
}
VERSION = {"not_started": ("translate",), "translating": ("revise",), "revised": ("finish",), "final": ("publish",)}
INPUT = {"planned": ("submit", "present"), "submitted": ("present",)}
DECISION = {
    "requested": ("put_before", "take", "defer", "drop"), "before_the_body": ("take", "defer", "drop"), "deferred": ("put_before", "drop"),
}
HELD = ("held", "minutes_out", "adopted")
Move = Callable[..., Any]


def moved(office: Office, slug: str, name: str, on: Day, after: str = "") -> date:
    """Note a move that was accepted."""
    office.plain.move(slug, name, after or AFTER[name], on)
    assert on.last
    return on.last


# Processes, objectives, outputs -----------------------------------------------------------------------------------------------------


def follow(office: Office) -> date:
    group, on = office.pick(GROUPS), office.early_day()
    processes.follow_process(group=row(Group, group), process=row(Process, "compact"), begins=real(on), **office.act)
    office.plain.begin("followed", group, first=on.starts)
    return on.starts


def stop_following(office: Office) -> date:
    group, ends = office.pick(GROUPS), office.day(closed=True)
    processes.stop_following(group=row(Group, group), process=row(Process, "compact"), ends=real(ends), because="enough", **office.act)
    assert ends.last
    held = office.plain.held(ends.last, "followed", group)
    assert held is not None
    was, held["last"] = held["last"], ends.last
    return min(was or date.max, ends.last) + ONE


def expect_step(office: Office) -> date:
    step, when = office.pick(list(STEPS)), office.day()
    on = office.day_after(step)
    begun = office.plain.state(step)
    processes.expect_step(step=row(Step, step), date=real(when), begins=real(on), **office.act)
    if not begun:
        moved(office, step, "expect", on)
    office.plain.start("expectation", step, first=on.starts, date=when.edtf)
    return on.starts


def move_step(office: Office) -> date:
    step = office.pick(list(STEPS))
    on, name = office.day_after(step), office.step(step, STEP)
    verb = {"confirm": processes.confirm_step, "hold": processes.hold_step, "cancel": processes.cancel_step}[name]
    verb(step=row(Step, step), on=real(on), because="so it was", **office.act)
    return moved(office, step, name, on)


def state_objective(office: Office) -> date:
    group, period, on = office.pick(GROUPS), office.day(), office.day()
    slug = office.new_slug("objective")
    objectives.state_objective(
        group=row(Group, group), slug=slug, position=1, text=A_TEXT, period=real(period), begins=real(on), **office.act
    )
    office.plain.add("objective", slug, group=group)
    office.plain.start("objective", slug, first=on.starts, period=period)
    return on.starts


def restate_objective(office: Office) -> date:
    slug, period, on = office.pick(office.plain.slugs("objective")), office.day(), office.day()
    objectives.restate_objective(objective=row(Objective, slug), text=A_TEXT, period=real(period), begins=real(on), **office.act)
    office.plain.start("objective", slug, first=on.starts, period=period)
    return on.starts


def propose_programme(office: Office) -> date:
    group, period, on, slug = office.pick(GROUPS), office.day(), office.day(closed=True), office.new_slug("programme")
    outputs.propose_programme(group=row(Group, group), slug=slug, period=real(period), on=real(on), **office.act)
    office.plain.add("programme", slug, group=group)
    moved(office, slug, "propose", on)
    office.plain.begin("programme", slug, first=on.starts, period=period)
    return on.starts


def agree_programme(office: Office) -> date:
    slug = office.pick(office.plain.slugs("programme"))
    on = office.day_after(slug)
    outputs.agree_programme(programme=row(WorkProgramme, slug), on=real(on), **office.act)
    for output in office.plain.slugs("output"):
        if office.plain.row("output", output)["programme"] == slug and office.plain.state(output) == "proposed":
            moved(office, output, "agree", on)
    return moved(office, slug, "agree", on)


def plan_output(office: Office) -> date:
    programme, due, on = office.pick(office.plain.slugs("programme")), office.day(), office.day(closed=True)
    slug, agreed = office.new_slug("output"), office.plain.state(programme) == "agreed"
    plan = outputs.OutputPlan(kind=OutputKind.ACTIVITY, position=1, title=A_TEXT, due=real(due))
    outputs.plan_output(programme=row(WorkProgramme, programme), slug=slug, plan=plan, on=real(on), **office.act)
    office.plain.add("output", slug, programme=programme)
    for name in ("propose", "agree") if agreed else ("propose",):
        moved(office, slug, name, on)
    office.plain.start("output", slug, first=on.starts, due=due.edtf)
    return on.starts


def replan_output(office: Office) -> date:
    slug, due, on = office.pick(office.plain.slugs("output")), office.day(), office.day()
    plan = outputs.OutputPlan(kind=OutputKind.LAUNCH, position=2, due=real(due))
    outputs.replan_output(output=row(Output, slug), plan=plan, begins=real(on), **office.act)
    office.plain.start("output", slug, first=on.starts, due=due.edtf)
    return on.starts


def report_output(office: Office) -> date:
    slug = office.pick(office.plain.slugs("output"))
    on, name = office.day_after(slug), office.step(slug, OUTPUT)
    outputs.report_output(output=row(Output, slug), state=OutputState(AFTER[name]), on=real(on), **office.act)
    return moved(office, slug, name, on)


# Meetings ---------------------------------------------------------------------------------------------------------------------------


def plan_meeting(office: Office) -> date:
    dates, on, slug = office.day(), office.early_day(), office.new_slug("meeting")
    groups = {office.pick(GROUPS), office.pick(GROUPS)}
    planning.plan_meeting(
        slug=slug, kind=MeetingKind.CONSULTATION, particulars=planning.Particulars(dates=real(dates)),
        groups={row(Group, group): OrganizerRole.CO_ORGANIZER for group in sorted(groups)}, on=real(on), **office.act,
    )
    office.plain.add("meeting", slug)
    for group in groups:
        office.plain.begin("organizing", slug, group, first=on.starts)
    moved(office, slug, "plan", on)
    office.plain.start("meeting", slug, first=on.starts, dates=dates)
    return on.starts


def set_particulars(office: Office) -> date:
    slug, dates, on = office.pick(office.plain.slugs("meeting")), office.day(), office.day()
    planning.set_particulars(meeting=row(Meeting, slug), particulars=planning.Particulars(dates=real(dates)), begins=real(on), **office.act)
    office.plain.start("meeting", slug, first=on.starts, dates=dates)
    return on.starts


def hold_meeting(office: Office) -> date:
    """Held on the very dates that were set, as most meetings are."""
    slug = office.pick_in("meeting", ("planned", "called"))
    on = office.pick([term["dates"] for term in office.plain.of("meeting", slug)])
    planning.hold_meeting(meeting=row(Meeting, slug), on=real(on), **office.act)
    return moved(office, slug, "hold", on)


def move_meeting(office: Office) -> date:
    slug = office.pick(office.plain.slugs("meeting"))
    on, name = office.day_after(slug), office.step(slug, MEETING)
    meeting, more = row(Meeting, slug), {"because": "so it was"} if name in ("postpone", "cancel") else {}
    if name == "plan_again":
        dates = office.day()
        planning.plan_meeting_again(meeting=meeting, dates=real(dates), on=real(on), **office.act)
        moved(office, slug, name, on)
        office.plain.start("meeting", slug, first=on.starts, dates=dates)
        return on.starts
    verb: Move = getattr(planning, name if name.endswith("minutes") else f"{name}_meeting")
    verb(meeting=meeting, on=real(on), **more, **office.act)
    return moved(office, slug, name, on)


def agree_outcome(office: Office) -> date:
    slug = office.pick_in("meeting", HELD)
    on = office.day_after(slug)
    point = outcomes.agree_outcome(meeting=row(Meeting, slug), text=A_TEXT, on=real(on), **office.act)
    office.plain.begin("outcome", point.slug, first=on.starts, meeting=slug)
    return on.starts


def count_participation(office: Office) -> date:
    slug, count = office.pick_in("meeting", HELD), office.rng.randint(1, 200)
    on = office.day_after(slug)
    outcomes.count_participation(meeting=row(Meeting, slug), count=count, on=real(on), approximate=count > 100, **office.act)
    office.plain.start("total", slug, first=on.starts, count=count)
    return on.starts


# Publications -----------------------------------------------------------------------------------------------------------------------


def _plan(office: Office) -> tuple[editions.EditionPlan, dict[str, Any]]:
    number = office.rng.choice((None, 1, 2, 3, 4))
    meeting = office.pick([None, *office.plain.slugs("meeting")])
    return editions.EditionPlan(number=number, meeting=row(Meeting, meeting) if meeting else None), {"number": number, "meeting": meeting}


def plan_edition(office: Office) -> date:
    series, on, slug = office.pick(list(SERIES)), office.day(closed=True), office.new_slug("edition")
    plan, columns = _plan(office)
    editions.plan_edition(series=row(Series, series), slug=slug, plan=plan, on=real(on), **office.act)
    office.plain.add("edition", slug, series=series, group=SERIES[series][0])
    moved(office, slug, "plan", on)
    office.plain.start("edition", slug, first=on.starts, **columns)
    return on.starts


def replan_edition(office: Office) -> date:
    slug, on = office.pick(office.plain.slugs("edition")), office.day()
    plan, columns = _plan(office)
    editions.replan_edition(edition=row(Edition, slug), plan=plan, begins=real(on), **office.act)
    office.plain.start("edition", slug, first=on.starts, **columns)
    return on.starts


def move_edition(office: Office) -> date:
    slug = office.pick(office.plain.slugs("edition"))
    on, name = office.day_after(slug), office.step(slug, EDITION)
    editions.move_edition(edition=row(Edition, slug), step=name, on=real(on), **office.act)
    return moved(office, slug, name, on)


def expect_stage(office: Office) -> date:
    slug, stage, on, when = office.pick(office.plain.slugs("edition")), office.pick(Stage.values[2:]), office.day(), office.day()
    editions.expect_stage(edition=row(Edition, slug), stage=Stage(stage), date=real(when), begins=real(on), **office.act)
    office.plain.start("stage", slug, stage, first=on.starts, date=when.edtf)
    return on.starts


def retitle(office: Office) -> date:
    slug, on = office.pick(office.plain.slugs("edition")), office.day()
    title = f"Title {office.rng.randint(1, 999)}"
    name = EditionName(edition=row(Edition, slug), language="en", long=title, begins=real(on))
    editions.retitle(name=name, because="a better title", **office.act)
    return on.starts


def plan_version(office: Office) -> date:
    edition, language, on = office.pick(office.plain.slugs("edition")), office.pick(list(Language)), office.day(closed=True)
    version = editions.plan_version(edition=row(Edition, edition), language=language, on=real(on), **office.act)
    office.plain.add("version", version.slug, edition=edition, language=language.value)
    return moved(office, version.slug, "plan", on, "not_started")


def move_version(office: Office) -> date:
    slug = office.pick(office.plain.slugs("version"))
    on, name = office.day_after(slug), office.step(slug, VERSION)
    editions.move_version(version=row(LanguageVersion, slug), step=name, on=real(on), **office.act)
    return moved(office, slug, name, on, "revised" if name == "revise" else "")


def bind_input(office: Office) -> date:
    kind = office.pick(("meeting", "edition"))
    source, on, slug = office.pick(office.plain.slugs(kind)), office.day(closed=True), office.new_slug("input")
    destination = row(Step, office.pick(list(STEPS))) if office.rng.random() < 0.5 else row(Organization, office.pick(ORGANIZATIONS))
    inputs.bind_input(
        slug=slug, source=row(Meeting if kind == "meeting" else Edition, source), destination=destination, form=InputForm.SUMMARY,
        on=real(on), **office.act,
    )
    office.plain.add("input", slug, **{kind: source})
    return moved(office, slug, "plan", on)


def move_input(office: Office) -> date:
    slug = office.pick(office.plain.slugs("input"))
    on, name = office.day_after(slug), office.step(slug, INPUT)
    verb: Move = inputs.submit_input if name == "submit" else inputs.present_input
    verb(row=row(Input, slug), on=real(on), **office.act)
    return moved(office, slug, name, on)


# Decisions --------------------------------------------------------------------------------------------------------------------------


def request_decision(office: Office) -> date:
    group, on, slug = office.pick(GROUPS), office.day(closed=True), office.new_slug("decision")
    asking = decisions.Asking(asked=Asked.MECHANISM, text=A_TEXT)
    decisions.request_decision(group=row(Group, group), slug=slug, kind=DecisionKind.TEXT, asking=asking, on=real(on), **office.act)
    office.plain.add("decision", slug, group=group)
    moved(office, slug, "request", on)
    office.plain.start("decision", slug, first=on.starts)
    return on.starts


def ask_anew(office: Office) -> date:
    slug, on = office.pick(office.plain.slugs("decision")), office.day()
    asking = decisions.Asking(asked=Asked.MEMBERS, text=A_TEXT)
    decisions.ask_anew(decision=row(Decision, slug), asking=asking, begins=real(on), **office.act)
    office.plain.start("decision", slug, first=on.starts)
    return on.starts


def move_decision(office: Office) -> date:
    slug = office.pick(office.plain.slugs("decision"))
    on, name = office.day_after(slug), office.step(slug, DECISION)
    verb: Move = getattr(decisions, name)
    verb(decision=row(Decision, slug), on=real(on), because="so it was", **office.act)
    return moved(office, slug, name, on)
