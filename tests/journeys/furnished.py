"""An office with something on every page: beside the example of 2017, what only the work of people brings about, and who is signed in.

The site that a browser walks runs in another process, so `furnish` is started there with the data folder around it.
"""

import json
import subprocess
import sys
from dataclasses import dataclass
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path
from typing import Any

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.http import HttpRequest  # noqa: TID251 (a session is made as a request would make it)

from tansiq.engines.dates import parse
from tansiq.secretariat.pages.sheets import Row, Sheet
from tansiq.secretariat.record.domain.actors import actor_for, worker_actor
from tansiq.secretariat.record.domain.moves import standing_moves
from tansiq.secretariat.record.domain.sign_in import sign_in_token
from tansiq.secretariat.record.enums import ActorKind
from tansiq.secretariat.record.models import Account, Texts
from tansiq.secretariat.record.web.views import BACKEND
from tansiq.secretariat.register.domain import filing, terms_of_reference
from tansiq.secretariat.register.domain.changing import change_term, correct_term
from tansiq.secretariat.register.domain.contacts import appoint
from tansiq.secretariat.register.domain.founding import Founded, NewName, found_group
from tansiq.secretariat.register.domain.members_list import ListReading
from tansiq.secretariat.register.domain.members_list_drafts import Settings, begin_draft, draft_of, set_columns
from tansiq.secretariat.register.domain.seats import seat_organization
from tansiq.secretariat.register.domain.secretariats import account_for
from tansiq.secretariat.register.enums import ContactRole, DecisionRule
from tansiq.secretariat.register.models import Group, Organization, Seat, SeatTerm, TermsOfReference
from tansiq.secretariat.reporting.domain.freezing import freeze
from tests.journeys.browsing import environment

GROUP, SESSION, DAY = "wgim", 23, date(2017, 11, 15)
OFFICER, KEEPER, FOUNDER = "officer@example.org", "keeper@example.org", "founder@example.org"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
ROWS = (("Organization", "Focal point"), ("UNESCO", "A focal point"), ("Nobody knows", ""))
KNOWN = (("Organization",), ("UNICEF",))


@dataclass(frozen=True)
class Furnished:
    """What stands in for each parameter of an address, what does so at one address alone, and the sessions, by person."""

    samples: dict[str, str]
    special: dict[str, dict[str, str]]
    sessions: dict[str, str]
    empty: str
    """The slug of a group of which little is known yet."""


def furnished(data: Path) -> Furnished:
    """Furnish the office of a data folder that holds the example."""
    command = (
        "import json, dataclasses, django; django.setup(); from tests.journeys.furnished import furnish; "
        "print(json.dumps(dataclasses.asdict(furnish())))"
    )
    env = {**environment(data), "DJANGO_SETTINGS_MODULE": "tansiq.site.settings"}
    done = subprocess.run([sys.executable, "-c", command], env=env, check=True, capture_output=True, text=True)
    return Furnished(**json.loads(done.stdout))


def hand() -> dict[str, Any]:
    """The officer, now."""
    return {"by": actor_for(kind=ActorKind.ACCOUNT, account=account(OFFICER)), "at": datetime.now(UTC)}


def account(email: str) -> Account:
    return account_for(email=email, by=worker_actor(), at=datetime.now(UTC))


def furnish() -> Furnished:
    """Do the work; the officer serves in the secretariat of the group already."""
    samples = {
        "slug": GROUP, "number": str(SESSION), "form": "html", "name": "wgim-unicef", "organization": "fao", "seat": "wgim-fao",
        "kind": "seat", "term": "wgim-fao.1", "thing": "wgim-fao", "token": sign_in_token(account=account(FOUNDER)),
        "contact": focal_point(), "draft": draft(KNOWN, ListReading(("name",), 2)),
    }
    report = freeze(group=GROUP, session=SESSION, as_of=DAY, known_at=None, language="en", **hand())
    correct()
    request, file = letter()
    waiting = draft(ROWS, ListReading(("name", "person"), 2))
    special = {
        "reports/frozen/": {"name": report.slug},
        "/columns/": {"draft": waiting}, "/names/": {"draft": waiting},
        "/files/": {"name": request, "file": file}, "/circulate/": {"name": request},
        "/changed/": {"term": "wgim-ilo.1"}, "/ended/": {"term": "wgim-ilo.1"}, "/wrong/": {"term": "wgim-ilo.1"},
        "/rotate/": {"seat": "wgim-las"}, "/leave/": {"seat": "wgim-las"}, "/requests/<str:name>/letter/": {"name": interest()},
        "/webauthn/keys/": {"pk": str(key())}, "co-chairs/": {"slug": young_group()},
    }
    TOTP.activate(account(KEEPER), SECRET)
    RecoveryCodes.activate(account(KEEPER))
    sessions = {email: session(email) for email in (OFFICER, KEEPER, FOUNDER)}
    return Furnished(samples, special, sessions, young_group())


def focal_point() -> str:
    person = account_for(email="focal@example.org", name="A focal point", by=worker_actor(), at=datetime.now(UTC)).person
    seat = Seat.objects.get(slug="wgim-fao")
    return appoint(seat=seat, role=ContactRole.FOCAL_POINT, person=person, on=parse("2018"), **hand()).slug


def draft(rows: tuple[tuple[str, ...], ...], reading: ListReading) -> str:
    """A list of the officer whose columns are said."""
    owner, at = account(OFFICER), datetime.now(UTC)
    sheet = Sheet(tuple(Row(number, row) for number, row in enumerate(rows, start=1)))
    group = Group.objects.get(slug=GROUP)
    made = begin_draft(group=group, owner=owner, filename="members.csv", content=b"-", sheet=sheet, language="en", at=at)
    set_columns(draft=draft_of(slug=made.slug, group=GROUP, owner=owner, at=at), settings=Settings(reading, parse("2017")))
    return made.slug


def correct() -> None:
    """What makes the frozen report stale, and gives a term and the terms of reference something they said before."""
    term = SeatTerm.objects.get(slug="wgim-fao.1")
    correct_term(term=term, begins=parse("1 May 2017"), ends=None, because="The letter says so.", changes={}, **hand())
    terms = TermsOfReference.objects.current().get(group__slug=GROUP)
    rule = Texts({"en": "Members are organizations that work on migration in the region; observers attend by invitation."})
    change_term(term=terms, on=parse("1 June 2019"), because="Reviewed.", changes={"membership_rule": rule}, **hand())
    words = {"en": "coordinate the work of regional and national actors on migration and displacement"}
    terms_of_reference.state_objective(group=terms.group, position=1, text=Texts(words), on=parse("1 June 2019"), **hand())


def letter() -> tuple[str, str]:
    """A request that has come and not been circulated, and its file."""
    filed = filing.Filed(on=parse("March 2018"), received=filing.Received("letter.txt", b"We ask to join."), **hand())
    made = filing.file_letter(group=GROUP, organization="un-secretariat", filed=filed)
    return made.slug, standing_moves(made.ref).get().evidence.slug


def interest() -> str:
    slug = Organization.objects.exclude(seats__group__slug=GROUP).exclude(requests__group__slug=GROUP).order_by("slug").first().slug
    return filing.file_interest(group=GROUP, organization=slug, filed=filing.Filed(on=parse("2018"), **hand())).slug


def key() -> int:
    """A passkey of the founder, of which only the name is ever looked at."""
    kept = {"name": "The key on the desk", "credential": {}}
    return Authenticator.objects.create(user=account(FOUNDER), type=Authenticator.Type.WEBAUTHN, data=kept).pk


def young_group() -> str:
    """A group of one member and no co-chair that the officer founded, and nothing else."""
    found = Group.objects.filter(names__long="Task Force on Ports").first()
    if found is None:
        name = NewName("en", "Task Force on Ports", short="Task Force")
        founded = Founded((name,), ("en",), None, (), DecisionRule.CONSENSUS)
        found = found_group(founded=founded, account=account(OFFICER), **hand())
        seat_organization(group=found, organization=Organization.objects.get(slug="iom"), on=parse("2018"), **hand())
    return found.slug


def session(email: str) -> str:
    """The key of a session in which somebody signed in a moment ago."""
    person = account(email)
    request = HttpRequest()
    request.user = person
    request.session = import_module(settings.SESSION_ENGINE).SessionStore()
    request.session.update({
        SESSION_KEY: str(person.pk), BACKEND_SESSION_KEY: BACKEND, HASH_SESSION_KEY: person.get_session_auth_hash(),
    })
    record_authentication(request, person, "code", email=email, reauthenticated=True)
    request.session.create()
    return request.session.session_key
