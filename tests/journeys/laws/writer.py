"""What one of several processes does that write to the same office at the same time. It is run by test_writers.py, Django being up."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.actors import worker_actor
from tansiq.secretariat.record.domain.errors import Refused
from tansiq.secretariat.record.domain.evidence import basis_for
from tansiq.secretariat.record.domain.identities import make
from tansiq.secretariat.record.domain.log import verify_chain
from tansiq.secretariat.record.enums import BasisKind
from tansiq.secretariat.record.models import Actor, LogEntry
from tansiq.secretariat.register.domain.membership import receive_request
from tansiq.secretariat.register.domain.names import give_name
from tansiq.secretariat.register.domain.seats import seat_organization
from tansiq.secretariat.register.enums import OrganizationType
from tansiq.secretariat.register.models import Group, Organization, OrganizationName

SHARED = ("alpha", "beta", "gamma")
FIRST = date(2015, 1, 1)


def found() -> None:
    """The group and the organizations that all of them write about."""
    by, at = worker_actor("founder"), datetime.now(UTC)
    make(identity=Group(slug="one"), by=by, at=at)
    for slug in SHARED:
        make(identity=Organization(slug=slug, type=OrganizationType.UN_ENTITY), by=by, at=at)


def write(process: int, verbs: int) -> tuple[int, int]:
    """Do so many verbs, on rows shared with the others and on new ones; how many were done and how many refused."""
    by = worker_actor(f"writer {process}")
    done = 0
    for number in range(verbs):
        try:
            VERBS[number % len(VERBS)](process, number, by)
            done += 1
        except Refused:
            continue
    return done, verbs - done


def rename(process: int, number: int, by: Actor) -> None:
    """Every process names the same organizations, from days of its own and on the same ones."""
    shared = Organization.objects.get(slug=SHARED[number % 3])
    begins = PartialDate.on(FIRST + timedelta(days=31 * (number % 5) + process % 2))
    basis = basis_for(kind=BasisKind.LETTER, reference=f"letter {number}")
    name = OrganizationName(organization=shared, language="en", long=f"Name {process}.{number}", begins=begins, basis=basis)
    give_name(name=name, by=by, at=datetime.now(UTC))


def seat(process: int, number: int, by: Actor) -> None:
    """One of them seats an organization; the others are refused."""
    organization = Organization.objects.get(slug=SHARED[number % 3])
    on = PartialDate.on(FIRST + timedelta(days=process))
    seat_organization(group=Group.objects.get(slug="one"), organization=organization, on=on, by=by, at=datetime.now(UTC))


def ask(process: int, number: int, by: Actor) -> None:
    """A new organization asks to join."""
    at = datetime.now(UTC)
    new = make(identity=Organization(slug=f"new-{process}-{number}", type=OrganizationType.OTHER), by=by, at=at)
    receive_request(group=Group.objects.get(slug="one"), organization=new, requested_on=PartialDate.on(FIRST), by=by, at=at)


VERBS: tuple[Callable[[int, int, Actor], None], ...] = (rename, seat, rename, ask)


def verify() -> int:
    """The length of a chain that holds and whose times strictly increase; raises otherwise."""
    length = verify_chain()
    times = list(LogEntry.objects.order_by("seq").values_list("at", flat=True))
    if any(later <= earlier for earlier, later in zip(times, times[1:], strict=False)):
        raise ValueError("an entry is not later than the one before")
    return length
