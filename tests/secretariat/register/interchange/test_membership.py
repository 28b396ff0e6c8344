"""seats.yaml and contacts.yaml: what they make, and each bad line."""

from datetime import date

import pytest

from tansiq.secretariat.record.models import LogEntry
from tansiq.secretariat.register.domain.people import erase_person
from tansiq.secretariat.register.domain.questions import LATEST, contacts, seats_with_offices
from tansiq.secretariat.register.models import Person, Seat
from tests.cast import Clock, cast
from tests.secretariat.register.interchange.folder import SEATS, imported, outcomes, problems

pytestmark = pytest.mark.django_db
DAY = date(2017, 11, 15)

TWO_TERMS = """\
- slug: wgim-iom
  group: wgim
  organization: iom
  terms:
    - {from: 2013, to: 2014, kind: observer}
    - {from: 2015, kind: member, represented_by: fao}
"""
CONTACTS = """\
- slug: wgim-iom-head
  group: wgim
  organization: iom
  role: head
  person: {slug: p1, name: One, email: one@example.org}
  terms:
    - {from: 2016, confirmed_on: March 2017}
"""


def test_seat_is_what_the_file_says(tmp_path):
    imported(tmp_path)
    [seat] = seats_with_offices("wgim", DAY, LATEST)
    assert (seat.organization, seat.kind, seat.since.edtf, [office.role for office in seat.offices]) == (
        "iom", "member", "2015", ["co_chair"]
    )


def test_seat_with_two_terms_is_held_without_a_break(tmp_path):
    imported(tmp_path, seats=TWO_TERMS)
    [seat] = seats_with_offices("wgim", DAY, LATEST)
    assert (seat.since.edtf, seat.kind, seat.represented_by) == ("2013", "member", "fao")
    assert set(outcomes(imported(tmp_path, 1, seats=TWO_TERMS)).values()) == {"unchanged"}


def test_seat_corrected_in_the_file_is_known_as_it_was(tmp_path):
    imported(tmp_path)
    known = LogEntry.objects.order_by("-seq").first().at
    report = imported(tmp_path, 1, seats=SEATS.replace("{from: 2015", "{from: 2016"))
    assert outcomes(report) == {"organization": "unchanged", "group": "unchanged", "seat": "changed"}
    held = [len(seats_with_offices("wgim", date(2015, 6, 1), at)) for at in (known, LATEST)]
    assert held == [1, 0]


def test_contact_is_what_the_file_says_and_twice_changes_nothing(tmp_path):
    imported(tmp_path, contacts=CONTACTS)
    [contact] = contacts("wgim", DAY, LATEST)
    assert (contact.contact, contact.role, contact.confirmed_on.edtf) == ("wgim-iom-head", "head", "2017-03")
    assert Person.objects.get().name == "One"
    length = LogEntry.objects.count()
    assert outcomes(imported(tmp_path, 1, contacts=CONTACTS))["contact"] == "unchanged"
    assert LogEntry.objects.count() == length


def test_first_import_counts_every_kind_as_created_and_an_office_added_later_as_a_change(tmp_path):
    report = imported(tmp_path, contacts=CONTACTS)
    assert outcomes(report) == {"organization": "created", "group": "created", "seat": "created", "contact": "created"}
    lead = SEATS + "    - role: lead\n      terms:\n        - {from: 2017}\n"
    assert outcomes(imported(tmp_path, 1, contacts=CONTACTS, seats=lead))["seat"] == "changed"


def test_contact_with_new_data_of_the_person_is_changed(tmp_path):
    imported(tmp_path, contacts=CONTACTS)
    assert outcomes(imported(tmp_path, 1, contacts=CONTACTS.replace("One,", "Two,")))["contact"] == "changed"
    assert Person.objects.get().name == "Two"


def test_contact_of_a_person_who_was_erased_is_refused(tmp_path):
    imported(tmp_path, contacts=CONTACTS)
    clock = Clock()
    erase_person(person=Person.objects.get(), by=cast().officer, at=clock())
    assert problems(tmp_path, contacts=CONTACTS) == [
        "contacts.yaml:5: person: the person p1 asked to be forgotten on 2026-01-01; leave their data out."
    ]


BAD = {
    "unknown organization": (
        {"seats": SEATS.replace("organization: iom", "organization: iomm")},
        "seats.yaml:3: organization: there is no organization 'iomm'; did you mean 'iom'?",
    ),
    "unknown group": (
        {"seats": SEATS.replace("group: wgim", "group: unknown")},
        "seats.yaml:2: group: there is no group 'unknown'",
    ),
    "slug of its own": (
        {"seats": SEATS.replace("slug: wgim-iom", "slug: seat-1")},
        "seats.yaml:1: slug: 'seat-1' is found; 'wgim-iom' is expected: the group, a hyphen, the organization",
    ),
    "overlapping terms": (
        {"seats": TWO_TERMS.replace("to: 2014", "to: 2015")},
        "seats.yaml:4: terms: the seat term wgim-iom: a term from 2015 on overlaps the one from 2013 to 2015 (wgim-iom.1); "
        "end or correct that one first.",
    ),
    "period that ends before it begins": (
        {"seats": TWO_TERMS.replace("to: 2014", "to: 2012")},
        "seats.yaml:5: terms[0].to: it ends (2012) before it begins (2013)",
    ),
    "duplicate": (
        {"seats": SEATS + SEATS},
        "seats.yaml:10: slug: 'wgim-iom' stands twice; line 1 has it first.",
    ),
    "unknown kind of seat": (
        {"seats": SEATS.replace("kind: member", "kind: guest")},
        "seats.yaml:5: terms[0].kind: 'guest' is found; one of member, observer is expected.",
    ),
    "office longer than the seat": (
        {"seats": SEATS.replace("kind: member", "kind: member, to: 2016")},
        "seats.yaml:9: offices[0].terms[0]: wgim-iom is not a member on all days of this office; give the office the days of the seat",
    ),
    "office before the seat": (
        {"seats": SEATS.replace("        - {from: 2015}", "        - {}")},
        "seats.yaml:9: offices[0].terms[0]: wgim-iom is not a member on all days of this office; give the office the days of the seat",
    ),
    "contact without a seat": (
        {"contacts": CONTACTS.replace("organization: iom", "organization: fao")},
        "contacts.yaml:3: organization: there is no seat 'wgim-fao'; did you mean 'wgim-iom'?",
    ),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_line_is_named_and_nothing_is_written(tmp_path, case):
    files, expected = BAD[case]
    assert problems(tmp_path, **files) == [expected]
    assert Seat.objects.count() == 0
    assert LogEntry.objects.count() == 0


def test_bad_date_is_named_with_what_is_wrong(tmp_path):
    [line] = problems(tmp_path, seats=SEATS.replace("{from: 2015, kind", "{from: the day before yesterday, kind"))
    assert line.startswith("seats.yaml:5: terms[0].from: ")
    assert "the day before yesterday" in line
