"""What happened to a group: dated changes, as known at a moment."""

from datetime import date

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.record.domain.terms import corrected, supersede
from tansiq.secretariat.register.domain.decisions import answer_request
from tansiq.secretariat.register.domain.history import changes, past
from tansiq.secretariat.register.domain.membership import circulate, receive_request
from tansiq.secretariat.register.domain.questions import LATEST
from tansiq.secretariat.register.domain.seats import end_seat, seat_organization
from tansiq.secretariat.register.enums import Answer, SeatKind
from tansiq.secretariat.register.models import SeatTerm
from tests.cast import organization

DAY = date(2017, 11, 15)


def told(day=DAY, known_at=LATEST, limit=None):
    return [(change.on.edtf, change.what, change.organization) for change in changes(past("wgim", day, known_at), limit)]


def test_changes_of_seats_and_offices_are_told_with_their_days(world):
    hand = {"by": world.cast.officer, "at": world.clock()}
    end_seat(seat=world.seats["iom"], ends=world.day("30 June 2017"), because="left", **hand)
    assert told()[:2] == [("2017-06-30", "office-ended", "iom"), ("2017-06-30", "seat-ended", "iom")]
    begun = [(what, slug) for on, what, slug in told() if on == "2015-01-01"]
    seats = [("seat-taken", slug) for slug in ("escwa", "fao", "ilo", "iom", "las")]
    assert sorted(begun) == [*(("office-taken", slug) for slug in ("escwa", "iom", "las")), *seats]
    assert told(date(2017, 6, 30))[0][0] == "2015-01-01"
    assert told(date(2014, 12, 31)) == []


def test_changes_of_a_seat_that_changes_its_kind_say_so_once(world):
    who = world.organizations["unicef"]
    for kind, on in ((SeatKind.OBSERVER, "March 2016"), (SeatKind.MEMBER, "1 May 2017")):
        seat_organization(group=world.group, organization=who, kind=kind, on=world.day(on), by=world.cast.officer, at=world.clock())
    assert [each for each in told() if each[2] == "unicef"] == [
        ("2017-05-01", "seat-member", "unicef"), ("2016-03", "seat-taken", "unicef"),
    ]


def test_changes_without_a_certain_beginning_are_left_out(world):
    by_2016 = PartialDate.until(PartialDate.year(2016))
    for slug, on in (("eca", by_2016), ("who", None)):
        seat_organization(group=world.group, organization=organization(slug), on=on, by=world.cast.officer, at=world.clock())
    assert not {"eca", "who"} & {slug for _on, _what, slug in told()}


def test_changes_of_a_request_tell_its_moves_and_answers_newest_first(world):
    hand = {"by": world.cast.officer}
    request = receive_request(
        group=world.group, organization=world.organizations["unicef"], requested_on=world.day("September 2017"), at=world.clock(), **hand
    )
    circulate(request=request, circulated_on=world.day("2 October 2017"), at=world.clock(), **hand)
    answer_request(
        request=request, organization=world.organizations["iom"], answer=Answer.AGREES, answered_on=world.day("4 October 2017"),
        at=world.clock(), **hand,
    )
    assert told(limit=3) == [
        ("2017-10-04", "answer-agrees", "iom"), ("2017-10-02", "request-circulate", "unicef"), ("2017-09", "request-receive", "unicef"),
    ]
    assert told(date(2017, 9, 29), limit=1)[0][1] != "request-receive"


def test_changes_recorded_later_are_not_known_before(world):
    before = world.clock()
    term = SeatTerm.objects.current().get(seat=world.seats["fao"])
    supersede(term=term, with_=[corrected(term, begins=world.day("2016"))], by=world.cast.officer, at=world.clock(), because="letter")
    assert ("2016", "seat-taken", "fao") in told()
    assert ("2016", "seat-taken", "fao") not in told(known_at=before)
    assert ("2015-01-01", "seat-taken", "fao") in told(known_at=before)


def test_changes_rest_on_rows_and_say_when_they_were_recorded(world):
    [change] = [each for each in changes(past("wgim", DAY, LATEST)) if (each.what, each.organization) == ("office-taken", "iom")]
    assert (change.rests_on, change.detail) == ("register/office-term/wgim-iom-co-chair.1", "co_chair")
    assert change.recorded_at <= world.clock()


def test_changes_take_the_same_queries_for_1_and_20_seats(world, django_assert_num_queries):
    receive_request(
        group=world.group, organization=world.organizations["unicef"], requested_on=world.day("May 2017"), by=world.cast.officer,
        at=world.clock(),
    )
    with django_assert_num_queries(1):
        changes(past("wgim", DAY, LATEST))
    for number in range(20):
        world.seat(f"more-{number}")
    with django_assert_num_queries(1):
        assert len(changes(past("wgim", DAY, LATEST))) == 29
