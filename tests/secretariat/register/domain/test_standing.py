"""What an account stands for on a day, read from the record."""

from datetime import UTC, date, datetime

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.record.domain.actors import worker_actor
from tansiq.secretariat.record.models import Account
from tansiq.secretariat.register.domain.contacts import appoint, dismiss
from tansiq.secretariat.register.domain.names import give_name
from tansiq.secretariat.register.domain.offices import leave_office, take_office
from tansiq.secretariat.register.domain.relations import end_relation, relate
from tansiq.secretariat.register.domain.seats import end_seat
from tansiq.secretariat.register.domain.secretariats import account_for, leave, serve, serve_mechanism
from tansiq.secretariat.register.domain.standing import CO_CHAIR, CONTACT, MECHANISM, SECRETARIAT, Standing, standing_of
from tansiq.secretariat.register.enums import ContactRole, OfficeRole, RelationKind
from tansiq.secretariat.register.models import Group, Mechanism, OrganizationName

NOW = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
DAY = date(2026, 6, 1)


@pytest.fixture
def account(world):
    return account_for(email="person@example.org", by=worker_actor(), at=world.clock())


def roles(account, day=DAY, known_at=NOW):
    return standing_of(account, day, known_at).groups


def contact(world, account, organization, since="1 January 2016"):
    return appoint(
        seat=world.seats[organization], role=ContactRole.FOCAL_POINT, person=account.person, on=parse(since), by=world.cast.officer,
        at=world.clock(),
    )


def test_account_without_a_person_stands_for_nothing(world):
    bare = Account.objects.create(email="bare@example.org")
    assert standing_of(bare, DAY, NOW) == Standing(account=bare.pk)


def test_account_with_a_person_and_no_role_belongs_nowhere(world, account):
    found = standing_of(account, DAY, NOW)
    assert (found.person, found.groups, found.belongs("wgim"), found.has(CONTACT, "wgim")) == (account.person.slug, {}, False, False)


def test_service_counts_from_its_first_day_to_its_last(world, hand, account):
    serve(group=world.group, person=account.person, begins=parse("1 March 2026"), organization=world.organizations["escwa"], **hand)
    leave(group=world.group, person=account.person, ends=parse("31 May 2026"), because="moved", by=hand["by"], at=world.clock())
    days = [date(2026, 2, 28), date(2026, 3, 1), date(2026, 5, 31), date(2026, 6, 1)]
    assert [roles(account, day) for day in days] == [{}, {"wgim": {SECRETARIAT}}, {"wgim": {SECRETARIAT}}, {}]
    assert standing_of(account, date(2026, 5, 31), NOW).lent_by == {"wgim": "escwa"}


def test_service_recorded_later_was_not_known_before(world, hand, account):
    serve(group=world.group, person=account.person, begins=parse("1 March 2026"), by=hand["by"], at=datetime(2026, 5, 1, tzinfo=UTC))
    assert roles(account, known_at=datetime(2026, 4, 30, tzinfo=UTC)) == {}
    assert roles(account) == {"wgim": {SECRETARIAT}}


def test_contact_of_a_member_speaks_for_its_organization(world, account):
    contact(world, account, "fao")
    found = standing_of(account, DAY, NOW)
    assert (found.groups, found.speaks_for) == ({"wgim": {CONTACT}}, {"wgim": "fao"})


def test_contact_ends_with_its_last_day(world, hand, account):
    named = contact(world, account, "fao")
    dismiss(contact=named, ends=parse("31 May 2026"), because="retired", by=hand["by"], at=world.clock())
    assert [roles(account, day) for day in (date(2026, 5, 31), DAY)] == [{"wgim": {CONTACT}}, {}]


def test_contact_of_a_seat_that_ended_has_no_role_left(world, hand, account):
    contact(world, account, "fao")
    end_seat(seat=world.seats["fao"], ends=parse("31 May 2026"), because="withdrew", by=hand["by"], at=world.clock())
    assert [roles(account, day) for day in (date(2026, 5, 31), DAY)] == [{"wgim": {CONTACT}}, {}]


def test_contact_of_a_co_chair_is_a_co_chair_while_the_organization_presides(world, hand, account):
    contact(world, account, "fao")
    take_office(seat=world.seats["fao"], role=OfficeRole.CO_CHAIR, on=parse("1 June 2026"), by=hand["by"], at=world.clock())
    assert [roles(account, day) for day in (date(2026, 5, 31), DAY)] == [{"wgim": {CONTACT}}, {"wgim": {CONTACT, CO_CHAIR}}]


def test_rotation_today_takes_the_office_from_one_and_gives_it_to_the_other(world, hand, account):
    other = account_for(email="other@example.org", by=worker_actor(), at=world.clock())
    contact(world, account, "iom")
    contact(world, other, "ilo")
    leave_office(seat=world.seats["iom"], role=OfficeRole.CO_CHAIR, ends=parse("31 May 2026"), because="rotation", by=hand["by"],
                 at=world.clock())
    take_office(seat=world.seats["ilo"], role=OfficeRole.CO_CHAIR, on=parse("1 June 2026"), by=hand["by"], at=world.clock())
    days = (date(2026, 5, 31), DAY)
    assert [standing_of(account, day, NOW).has(CO_CHAIR, "wgim") for day in days] == [True, False]
    assert [standing_of(other, day, NOW).has(CO_CHAIR, "wgim") for day in days] == [False, True]


def test_secretariat_of_the_mechanism_stands_towards_groups_that_report_to_it(world, hand, account):
    mechanism, other = Mechanism.objects.create(slug="mechanism"), Group.objects.create(slug="other-group")
    for group in (world.group, other):
        relation = relate(group=group, kind=RelationKind.REPORTS_TO, to=mechanism, on=parse("2015"), by=hand["by"], at=world.clock())
    serve_mechanism(mechanism=mechanism, person=account.person, begins=parse("2016"), by=hand["by"], at=world.clock())
    assert roles(account) == {"wgim": {MECHANISM}, "other-group": {MECHANISM}}
    assert standing_of(account, DAY, NOW).mechanisms == {"mechanism"}
    end_relation(relation=relation, ends=parse("31 May 2026"), because="dissolved", by=hand["by"], at=world.clock())
    assert roles(account) == {"wgim": {MECHANISM}}
    assert standing_of(account, date(2015, 6, 1), NOW).mechanisms == frozenset()


def test_contact_of_two_seats_of_a_group_speaks_for_the_one_that_presides(world, account):
    contact(world, account, "fao")
    contact(world, account, "iom")
    assert standing_of(account, DAY, NOW).speaks_for == {"wgim": "iom"}


def test_standing_takes_one_query_however_many_roles(world, hand, account, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert roles(account) == {}
    for number in range(5):
        group = Group.objects.create(slug=f"group-{number}")
        serve(group=group, person=account.person, begins=parse("2016"), by=hand["by"], at=world.clock())
    for organization in ("fao", "iom"):
        contact(world, account, organization)
    with django_assert_num_queries(1):
        assert len(roles(account)) == 6


def test_standing_knows_what_the_organizations_are_called_in_short(world, hand, account):
    contact(world, account, "fao")
    for language, acronym, short in (("en", "FAO", "Food Organization"), ("fr", "", "Organisation pour l’alimentation")):
        name = OrganizationName(
            organization=world.organizations["fao"], language=language, long="A long name", short=short, acronym=acronym
        )
        give_name(name=name, by=hand["by"], at=world.clock())
    found = standing_of(account, DAY, NOW)
    assert [found.short("fao", language) for language in ("en", "fr", "ar")] == ["FAO", "Organisation pour l’alimentation", "FAO"]
    assert found.short("ilo", "en") == "ilo"
