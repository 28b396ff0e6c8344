"""A list from upload to record: all or nothing, once, with the file as evidence, and read the same way the next time."""

from datetime import timedelta

import pytest

from tansiq.secretariat.pages.sheets import Row, Sheet
from tansiq.secretariat.record.domain.errors import UnknownReference
from tansiq.secretariat.record.domain.evidence import read as read_evidence
from tansiq.secretariat.record.models import Account, Evidence
from tansiq.secretariat.register.domain.members_list import ListReading
from tansiq.secretariat.register.domain.members_list_drafts import (
    VALID,
    DraftGone,
    DraftRecorded,
    PlanChanged,
    Recorded,
    Settings,
    begin_draft,
    draft_of,
    plan_of,
    record_list,
    set_choices,
    set_columns,
)
from tansiq.secretariat.register.domain.members_list_plan import NEW, SKIP
from tansiq.secretariat.register.domain.names import give_name
from tansiq.secretariat.register.models import (
    ContactTerm,
    ListDraft,
    ListMapping,
    Organization,
    OrganizationName,
    Person,
    SeatTerm,
)

ROWS = [
    ("Organization", "Focal point", "E-mail", "Since"),
    ("UNICEF", "first officer", "one@example.org", "2016"),
    ("Economic Commission for Africa", "second officer", "", ""),
    ("Nobody knows", "", "", ""),
    ("FAO", "third officer", "three@example.org", ""),
]
COLUMNS = ("name", "person", "email", "since")


@pytest.fixture
def office(world):
    for slug in ("unicef", "fao"):
        name = OrganizationName(organization=world.organizations[slug], language="en", long=slug.upper(), acronym=slug.upper())
        give_name(name=name, by=world.cast.officer, at=world.clock())
    return world


def uploaded(world, rows=ROWS, content=b"the file", owner=None):
    sheet = Sheet(tuple(Row(number, row) for number, row in enumerate(rows, start=1)))
    return begin_draft(
        group=world.group, owner=owner or world.cast.officer.account, filename="members.csv", content=content, sheet=sheet, language="en",
        at=world.clock(),
    )


def opened(world, row, **more):
    return draft_of(**{"slug": row.slug, "group": "wgim", "owner": world.cast.officer.account, "at": world.clock(), **more})


def decided(world, row):
    settings = Settings(ListReading(COLUMNS, 2), world.day("1 December 2025"), because="sent by the focal points")
    set_columns(draft=opened(world, row), settings=settings)
    undecided = {named.text: named.key for named in plan_of(opened(world, row)).undecided}
    new = {"what": NEW, "name": "Economic Commission for Africa", "acronym": "ECA", "type": "un-entity"}
    skip = {"what": SKIP, "why": "no such body"}
    set_choices(draft=opened(world, row), choices={undecided["Economic Commission for Africa"]: new})
    set_choices(draft=opened(world, row), choices={undecided["Nobody knows"]: skip})
    return plan_of(opened(world, row))


def record(world, row, seen, **more):
    said = {"slug": row.slug, "group": "wgim", "owner": world.cast.officer.account, "seen": seen, "by": world.cast.officer}
    return record_list(**{**said, "at": world.clock(), **more})


def test_begin_draft_proposes_columns_and_is_not_ready(office):
    draft = opened(office, uploaded(office))
    assert draft.settings.reading == ListReading(COLUMNS, 2)
    assert not draft.ready
    with pytest.raises(PlanChanged):
        plan_of(draft)


def test_settings_come_back_from_json(office):
    said = Settings(ListReading(COLUMNS, 2, ("lines",)), office.day("March 2020"), office.day("2015"), "fr", "because")
    assert Settings.from_json(said.to_json()) == said


def test_record_list_records_seats_organizations_and_contacts(office):
    row = uploaded(office)
    planned = decided(office, row)
    assert planned.contacts == 3
    assert record(office, row, planned.digest) == Recorded(seats=2, organizations=1, contacts=3)
    eca = Organization.objects.get(slug="eca")
    assert eca.names.get().long == "Economic Commission for Africa"
    seats = SeatTerm.objects.current().filter(seat__organization__slug__in=["unicef", "eca"])
    assert {term.seat.organization.slug: term.begins for term in seats} == {"unicef": office.day("2016"), "eca": None}
    evidence = Evidence.objects.get()
    assert {term.basis.evidence for term in seats} == {evidence}
    assert read_evidence(evidence) == b"the file"
    assert {term.begins for term in ContactTerm.objects.all()} == {office.day("1 December 2025")}
    assert Person.objects.filter(email="one@example.org", name="first officer").count() == 1


def test_record_list_twice_is_said_and_records_nothing_more(office):
    row = uploaded(office)
    seen = decided(office, row).digest
    record(office, row, seen)
    with pytest.raises(DraftRecorded):
        record(office, row, seen)
    assert bytes(ListDraft.objects.get().content) == b""
    assert SeatTerm.objects.count() == 7


def test_record_list_after_the_record_moved_shows_it_again(office):
    row = uploaded(office)
    seen = decided(office, row).digest
    office.seat("unicef", "2019")
    with pytest.raises(PlanChanged):
        record(office, row, seen)
    assert not Organization.objects.filter(slug="eca").exists()
    assert not Evidence.objects.exists()
    assert record(office, row, plan_of(opened(office, row)).digest) == Recorded(seats=1, organizations=1, contacts=3)


def test_record_list_undecided_or_empty_is_refused(office):
    row = uploaded(office)
    settings = Settings(ListReading(COLUMNS, 2), office.day("1 December 2025"))
    set_columns(draft=opened(office, row), settings=settings)
    with pytest.raises(PlanChanged):
        record(office, row, plan_of(opened(office, row)).digest)
    only = uploaded(office, [("Organization",), ("FAO",)])
    set_columns(draft=opened(office, only), settings=Settings(ListReading(("name",), 2), office.day("2020")))
    with pytest.raises(PlanChanged):
        record(office, only, plan_of(opened(office, only)).digest)


def test_draft_of_another_is_unknown(office):
    row = uploaded(office)
    other = Account.objects.create(email="other@example.org")
    for more in ({"owner": other}, {"group": "another"}, {"slug": "none"}):
        with pytest.raises(UnknownReference):
            opened(office, row, **more)


def test_draft_expires_and_its_content_goes_with_the_next_upload(office):
    row = uploaded(office)
    late = office.clock() + VALID + timedelta(minutes=1)
    with pytest.raises(DraftGone):
        opened(office, row, at=late)
    office.clock.last = late
    uploaded(office)
    row.refresh_from_db()
    assert (bytes(row.content), row.rows) == (b"", {})
    with pytest.raises(DraftGone):
        opened(office, row)


def test_list_with_the_same_headings_is_read_as_the_last_one(office):
    row = uploaded(office)
    record(office, row, decided(office, row).digest)
    kept = ListMapping.objects.get()
    assert {choice["what"] for choice in kept.choices.values()} == {"organization", "skip"}
    again = opened(office, uploaded(office, [*ROWS, ("WHO", "", "", "")]))
    assert again.settings.reading.columns == COLUMNS
    assert not again.ready
    assert {choice.get("slug") for choice in again.choices.values()} == {"eca", None}
    other = opened(office, uploaded(office, [("Agency", "Country"), ("x", "y")]))
    assert other.choices == {}


def test_same_list_again_has_nothing_to_record(office):
    row = uploaded(office)
    record(office, row, decided(office, row).digest)
    again = uploaded(office)
    set_columns(draft=opened(office, again), settings=Settings(ListReading(COLUMNS, 2), office.day("1 December 2025")))
    planned = plan_of(opened(office, again))
    assert (planned.seats, planned.undecided) == ([], ())
    assert record(office, again, planned.digest) == Recorded(seats=0, organizations=0, contacts=0)


def test_person_is_known_again_by_the_address_and_at_its_seat_by_the_name(office):
    first = ("UNICEF", "an officer", "one@example.org", "")
    rows = [ROWS[0], first, ("FAO", "a name", "ONE@example.org", ""), ("FAO", "an officer", "", "")]
    row = uploaded(office, rows)
    set_columns(draft=opened(office, row), settings=Settings(ListReading(COLUMNS, 2), office.day("1 December 2025")))
    record(office, row, plan_of(opened(office, row)).digest)
    assert sorted(Person.objects.values_list("name", "email")) == [("an officer", "one@example.org")]
    assert ContactTerm.objects.count() == 2
