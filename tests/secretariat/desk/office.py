"""A group with something of every kind on its desk on 15 June 2026, and as many more like it as a test wants."""

from datetime import UTC, datetime, timedelta

from tansiq.engines.dates import PartialDate, parse
from tansiq.secretariat.programme.domain.outputs import OutputPlan, agree_programme, plan_output, propose_programme
from tansiq.secretariat.programme.domain.processes import expect_step, follow_process
from tansiq.secretariat.programme.enums import OutputKind, StepKind
from tansiq.secretariat.programme.models import Process, Step, StepName
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.register.domain.contacts import appoint
from tansiq.secretariat.register.domain.decisions import answer_request
from tansiq.secretariat.register.domain.membership import circulate, receive_request
from tansiq.secretariat.register.domain.names import give_name
from tansiq.secretariat.register.domain.offices import take_office
from tansiq.secretariat.register.domain.relations import relate
from tansiq.secretariat.register.domain.seats import seat_organization
from tansiq.secretariat.register.domain.standing import CO_CHAIR, CONTACT, SECRETARIAT, Standing
from tansiq.secretariat.register.enums import Answer, ContactRole, OfficeRole, RelationKind
from tansiq.secretariat.register.models import Group, GroupName, Mechanism, Person
from tansiq.secretariat.reporting.domain.sessions import fix_session
from tests.cast import World

NOW = datetime(2026, 6, 15, 9, 0, tzinfo=UTC)
OFFICER = Standing(account=1, groups={"wgim": frozenset({SECRETARIAT})})
CO_CHAIR_OF_IOM = Standing(account=2, groups={"wgim": frozenset({CONTACT, CO_CHAIR})}, speaks_for={"wgim": "iom"})
CONTACT_OF_FAO = Standing(account=3, groups={"wgim": frozenset({CONTACT})}, speaks_for={"wgim": "fao"})


def hand(world: World) -> dict:
    return {"by": world.cast.officer, "at": world.clock()}


def ask_to_join(world: World, group: Group, *, circulated: bool = True, answers: tuple[str, ...] = ("escwa",)) -> None:
    request = receive_request(group=group, organization=world.organizations["unicef"], requested_on=parse("2 March 2025"), **hand(world))
    if circulated:
        circulate(request=request, circulated_on=parse("5 March 2025"), **hand(world))
        for each in answers:
            said = {"answer": Answer.AGREES, "answered_on": parse("9 March 2025")}
            answer_request(request=request, organization=world.organizations[each], **said, **hand(world))


def report_to_a_session(world: World, group: Group, dates: str = "20-21 July 2026") -> None:
    mechanism, _made = Mechanism.objects.get_or_create(slug="rcm")
    relate(group=group, kind=RelationKind.REPORTS_TO, to=mechanism, on=parse("1 January 2015"), **hand(world))
    if not mechanism.sessions.exists():
        for number, when in ((30, "1-2 June 2025"), (31, dates)):
            fix_session(mechanism=mechanism, number=number, dates=parse(when), place=Texts(), begins=parse("1 January 2015"), **hand(world))


def follow(world: World, group: Group, date: str, slug: str = "conference") -> None:
    process, _made = Process.objects.get_or_create(slug=f"process-{slug}")
    follow_process(group=group, process=process, begins=parse("1 January 2015"), **hand(world))
    if not process.steps.exists():
        step = Step.objects.create(slug=slug, process=process, position=1, kind=StepKind.CONFERENCE)
        give_name(name=StepName(step=step, language="en", long=f"The {slug}"), **hand(world))
        expect_step(step=step, date=parse(date), begins=parse("1 January 2025"), **hand(world))


def plan(world: World, group: Group, due: str) -> None:
    programme = propose_programme(
        group=group, slug=f"{group.slug}-2025", period=parse("2025"), on=parse("1 January 2025"), **hand(world)
    )
    agree_programme(programme=programme, on=parse("2 January 2025"), **hand(world))
    wanted = OutputPlan(kind=OutputKind.ACTIVITY, position=1, title=Texts({"en": "Training of officials"}), due=parse(due))
    plan_output(programme=programme, slug=f"{group.slug}-training", plan=wanted, on=parse("3 January 2025"), **hand(world))


def name_contact(world: World, group: Group, organization: str) -> None:
    seat = group.seats.get(organization=world.organizations[organization])
    person = Person.objects.create(slug=f"person-{group.slug}-{organization}")
    appoint(seat=seat, role=ContactRole.FOCAL_POINT, person=person, on=parse("1 January 2025"), **hand(world))


def fill(world: World, group: Group) -> None:
    """Something of every kind for the group."""
    ask_to_join(world, group)
    report_to_a_session(world, group)
    follow(world, group, "March 2026")
    plan(world, group, "2025")
    name_contact(world, group, "fao")


def another(world: World, number: int) -> Group:
    """A group like the first, with its seats, its co-chairs, its name and everything on the desk."""
    group = Group.objects.create(slug=f"group-{number:02}")
    for slug in ("escwa", "iom", "fao"):
        seat = seat_organization(group=group, organization=world.organizations[slug], on=parse("1 January 2015"), **hand(world))
        if slug != "fao":
            take_office(seat=seat, role=OfficeRole.CO_CHAIR, on=parse("1 January 2015"), **hand(world))
    give_name(name=GroupName(group=group, language="en", long=f"Group {number}"), **hand(world))
    fill(world, group)
    return group


def days_from(day: datetime, days: int) -> PartialDate:
    return PartialDate.on((day + timedelta(days=days)).date())
