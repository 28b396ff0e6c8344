"""What recording a list would do, beside the seats there are."""

import pytest

from tansiq.secretariat.pages.sheets import Row, Sheet
from tansiq.secretariat.register.domain.members_list import ListReading, read
from tansiq.secretariat.register.domain.members_list_matching import Forms
from tansiq.secretariat.register.domain.members_list_plan import BEFORE, CLASHES, NEW, SAME, SEAT, SITS, SKIP, choice_of, plan
from tansiq.secretariat.register.domain.seats import end_seat
from tansiq.secretariat.register.enums import SeatKind

ECA = {"what": NEW, "name": "Economic Commission for Africa", "acronym": "ECA", "type": "un-entity"}


@pytest.fixture
def planned(world):
    forms = Forms()
    for slug in world.organizations:
        forms.add(slug, [slug])

    def build(*rows, choices=None, since="", on="1 March 2020"):
        cells = tuple(Row(number, (*row, "", "")[:3]) for number, row in enumerate(rows, start=1))
        said = read(Sheet(cells), ListReading(("name", "since", "role"), 1), forms)
        found = plan(
            group=world.group, reading=said, choices=choices or {}, on=world.day(on), since=world.day(since) if since else None
        )
        build.keys = [named.key for named in said.named]
        return found

    return build


def statuses(found):
    return [(entry.named.text, entry.status) for entry in found.entries]


def test_plan_of_members_and_newcomers(planned, django_assert_num_queries):
    with django_assert_num_queries(1):
        found = planned(("FAO",), ("unicef", "2019"))
    assert statuses(found) == [("FAO", SITS), ("unicef", SEAT)]
    assert [entry.organization for entry in found.seats] == ["unicef"]
    assert [entry.named.text for entry in found.others] == ["FAO"]
    assert found.undecided == ()


def test_plan_undecided_names_stay_until_somebody_says(planned):
    found = planned(("ECA",), ("Econ. Commission for Africa",), ("Nobody",))
    assert [named.text for named in found.undecided] == ["ECA", "Econ. Commission for Africa", "Nobody"]
    eca, long, nobody = planned.keys
    choices = {eca: ECA, long: {"what": SAME, "key": eca}, nobody: {"what": SKIP, "why": "left"}}
    found = planned(("ECA",), ("Econ. Commission for Africa",), ("Nobody",), choices=choices)
    assert found.undecided == ()
    assert [(entry.new["acronym"], entry.named.rows) for entry in found.seats] == [("ECA", (1, 2))]
    assert [(named.text, why) for named, why in found.skipped] == [("Nobody", "left")]
    assert choice_of(found.seats[0].named, choices) == ECA


def test_plan_same_as_itself_or_as_an_undecided_one_is_undecided(planned):
    planned(("ECA",), ("Other",))
    eca, other = planned.keys
    found = planned(("ECA",), ("Other",), choices={eca: {"what": SAME, "key": eca}, other: {"what": SAME, "key": "gone"}})
    assert len(found.undecided) == 2


def test_plan_two_names_chosen_as_one_organization_are_one_seat(planned):
    planned(("Children", "2018"), ("unicef", "2019"))
    found = planned(("Children", "2018"), ("unicef", "2019"), choices={planned.keys[0]: {"what": "organization", "slug": "unicef"}})
    assert [(entry.organization, entry.since, entry.named.disputed) for entry in found.entries] == [("unicef", None, True)]


def test_plan_default_date_is_for_rows_without_one(planned, world):
    found = planned(("unicef",), since="2018")
    assert found.seats[0].since == world.day("2018")
    assert planned(("unicef", "2019"), since="2018").seats[0].since == world.day("2019")
    assert planned(("unicef",)).seats[0].since is None


def test_plan_former_member_needs_a_date(planned, world):
    end_seat(seat=world.seats["fao"], ends=world.day("2016"), by=world.cast.officer, at=world.clock(), because="left")
    assert statuses(planned(("fao",))) == [("fao", BEFORE)]
    assert statuses(planned(("fao", "2015"))) == [("fao", CLASHES)]
    assert statuses(planned(("fao", "2019"))) == [("fao", SEAT)]


def test_plan_other_kind_of_seat_is_noted(planned):
    found = planned(("fao", "", "observer"), ("unicef", "", "observer"))
    assert [(note.code, note.row) for note in found.notes] == [("kind-differs", 1)]
    assert found.seats[0].kind == SeatKind.OBSERVER


def test_plan_digest_changes_with_what_would_be_recorded(planned):
    one = planned(("unicef",))
    assert one.digest == planned(("unicef",)).digest
    assert one.digest != planned(("unicef", "2019")).digest
    assert (one.records, one.contacts) == (True, 0)
    assert not planned(("fao",)).records
