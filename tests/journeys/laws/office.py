"""One random history: the office it happens in, its clock, and the choice of the next verb. The verbs are beside this module."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from random import Random
from typing import Any, TypeVar

from django.db import connection, models

from tansiq.engines.dates import PartialDate, parse_edtf
from tansiq.secretariat.programme.enums import StepKind
from tansiq.secretariat.programme.models import Process, Step
from tansiq.secretariat.publications.enums import SeriesKind
from tansiq.secretariat.publications.models import Series
from tansiq.secretariat.record.domain.actors import worker_actor
from tansiq.secretariat.record.domain.errors import Refused, Unusable
from tansiq.secretariat.record.models import Actor, ChainHead
from tansiq.secretariat.register.enums import OrganizationType
from tansiq.secretariat.register.models import Group, Mechanism, Organization, Person
from tests.journeys.laws.partial import ONE, Day, random_date, random_day
from tests.journeys.laws.plain import Plain, Row, holds

Found = TypeVar("Found")
Model = TypeVar("Model", bound=models.Model)
LATEST = datetime.max.replace(tzinfo=UTC)
ORGANIZATIONS = ("alpha", "beta", "gamma", "delta", "epsilon", "zeta")
GROUPS = ("one", "one", "one", "two")
SERIES = {"reports-one": ("one", SeriesKind.REPORT), "briefs-one": ("one", SeriesKind.BRIEF), "briefs-two": ("two", SeriesKind.BRIEF)}
STEPS = {"stocktaking": 1, "conference": 2}

Verb = Callable[["Office"], date]
"""Does one random thing and returns the first day of which it says anything; raises as the record does, or NothingToDo."""


class NothingToDo(Exception):
    """There is no row yet on which the verb could act."""


class Office:
    """The record and the plain lists beside it, driven by one source of chance."""

    def __init__(self, seed: int) -> None:
        self.rng = Random(seed)
        self.by: Actor = worker_actor("secretariat")
        self.plain = Plain()
        self.clock = datetime(2019, 1, 1, tzinfo=UTC) if self.rng.random() < 0.8 else datetime(2016, 9, 1, tzinfo=UTC)
        self.told: list[str] = []
        self.plain.keep(datetime.min.replace(tzinfo=UTC))

    @property
    def act(self) -> dict[str, Any]:
        """By whom and when: the arguments of every verb."""
        return {"by": self.by, "at": self.clock}

    def tick(self) -> None:
        """Let time pass; now and then the clock stands still or steps back."""
        chance = self.rng.random()
        if chance < 0.12:
            return
        self.clock += timedelta(days=-self.rng.randint(1, 90)) if chance < 0.2 else timedelta(hours=self.rng.randint(1, 700))

    def day(self, *, closed: bool = False) -> Day:
        """A random partial date; `closed` ones have a last day."""
        found = random_day(self.rng)
        while closed and found.last is None:
            found = random_day(self.rng)
        return found

    def early_day(self) -> Day:
        """A date on which a long history may well begin."""
        for _ in range(4):
            if (found := self.day()).starts < date(2016, 9, 1):
                return found
        return self.day()

    def day_after(self, row: str) -> Day:
        """A date with a last day, most often not before the last move of a row."""
        made = self.plain.standing(row)
        for _ in range(6):
            found = self.day(closed=True)
            if not made or (found.last and found.last >= made[-1]["day"]):
                return found
        return self.day(closed=True)

    def day_in(self, terms: list[Row]) -> Day:
        """A date on whose first day one of the terms holds, if one comes up."""
        for _ in range(8):
            found = self.day()
            if any(holds(term, found.starts) for term in terms):
                return found
        return self.day()

    def pick_in(self, kind: str, states: tuple[str, ...]) -> str:
        """A thing of a kind: most often one that is in one of the states."""
        slugs = self.plain.slugs(kind)
        if self.rng.random() < 0.9:
            slugs = [slug for slug in slugs if self.plain.state(slug) in states]
        return self.pick(slugs)

    def step(self, row: str, steps: Mapping[str, tuple[str, ...]]) -> str:
        """The name of a move: most often one that is possible from the state the row is in."""
        if self.rng.random() < 0.9:
            return self.pick(steps.get(self.plain.state(row), ()))
        return self.pick([name for names in steps.values() for name in names])

    def asked_day(self) -> date:
        """A day to ask about: most often one on which something begins or ends, or the day before or after."""
        turns = [move["day"] for move in self.plain.moves] + [term["first"] for term in self.plain.terms if term["first"] > date.min]
        turns += [term["last"] + ONE for term in self.plain.terms if term["last"] and term["last"] < date.max]
        if not turns or self.rng.random() < 0.1:
            return random_date(self.rng)
        return self.rng.choice(turns) + self.rng.choice((-1, 0, 0, 0, 1)) * ONE

    def pick(self, things: list[Found] | tuple[Found, ...]) -> Found:
        if not things:
            raise NothingToDo
        return self.rng.choice(things)

    def new_slug(self, kind: str) -> str:
        return f"{kind}-{len(self.plain.slugs(kind)) + 1}"

    def head(self) -> datetime:
        """The moment by which everything so far is recorded."""
        found = ChainHead.objects.filter(pk=1).values_list("at", flat=True).first()
        return found or datetime.min.replace(tzinfo=UTC)


def do(office: Office, verb: Verb) -> date | None:
    """Try a verb: the first day of which it says anything, or None when it was refused; a refusal must change nothing."""
    office.tick()
    before = contents()
    try:
        counts = verb(office)
    except NothingToDo:
        return None
    except (Refused, Unusable) as refused:
        assert contents() == before, f"{verb.__name__} was refused ({refused}), and yet it changed the record"
        office.told.append(f"{verb.__name__}: {refused}")
        return None
    office.plain.keep(office.head())
    office.told.append(f"{verb.__name__}: from {counts}")
    return counts


def contents() -> dict[str, list[Any]]:
    """Every row of every table of the record."""
    with connection.cursor() as cursor:
        found = {}
        for table in tables():
            cursor.execute(f"SELECT * FROM {table} ORDER BY 1")  # noqa: S608 (names of our own tables)
            found[table] = cursor.fetchall()
    return found


def tables() -> list[str]:
    return [name for name in connection.introspection.django_table_names() if not name.startswith(("auth_", "django_"))]


def row(model: type[Model], slug: str) -> Model:
    """The row of that slug, read anew as a verb's caller would."""
    return model._default_manager.get(slug=slug)


def real(day: Day) -> PartialDate:
    """The date as the record's own value."""
    return parse_edtf(day.edtf)


def found_office() -> None:
    """The identities that histories act on; nothing is said of them yet."""
    for slug in ORGANIZATIONS:
        Organization.objects.create(slug=slug, type=OrganizationType.UN_ENTITY)
    for slug in ("one", "two"):
        Group.objects.create(slug=slug)
        Mechanism.objects.create(slug=f"mechanism-{slug}")
        Person.objects.create(slug=f"person-{slug}")
    process = Process.objects.create(slug="compact")
    for slug, position in STEPS.items():
        Step.objects.create(slug=slug, process=process, position=position, kind=StepKind.MEETING)
    for slug, (group, kind) in SERIES.items():
        Series.objects.create(slug=slug, group=row(Group, group), kind=kind)
