"""How one version takes over from another, and how all end."""

from datetime import date

import pytest

from tansiq.secretariat.record.domain.errors import Refused
from tansiq.secretariat.register.domain.questions import LATEST
from tansiq.secretariat.register.domain.versions import day_before, end_all, found_or_made, start_version
from tansiq.secretariat.register.enums import SeatKind
from tansiq.secretariat.register.models import Seat, SeatTerm


@pytest.fixture
def seat(world):
    return found_or_made(
        Seat, "wgim-unicef", by=world.cast.officer, at=world.clock(), group=world.group, organization=world.organizations["unicef"]
    )


def started(world, seat, kind, begins, ends=None):
    term = SeatTerm(seat=seat, kind=kind, begins=world.day(begins), ends=world.day(ends) if ends else None)
    return start_version(term=term, by=world.cast.officer, at=world.clock())


def periods(seat):
    terms = SeatTerm.objects.current().filter(seat=seat).order_by("valid_from")
    return [(term.kind, term.begins.edtf, term.ends.edtf if term.ends else "") for term in terms]


def test_found_or_made_twice_is_one_row(world, seat):
    again = found_or_made(
        Seat, "another", by=world.cast.officer, at=world.clock(), group=world.group, organization=world.organizations["unicef"]
    )
    assert (again, again.slug) == (seat, "wgim-unicef")


def test_start_version_ends_the_one_before(world, seat):
    started(world, seat, SeatKind.OBSERVER, "2016")
    started(world, seat, SeatKind.MEMBER, "2018")
    assert periods(seat) == [("observer", "2016", "2017-12-31"), ("member", "2018", "")]


def test_start_version_between_two_ends_before_the_next(world, seat):
    started(world, seat, SeatKind.OBSERVER, "2014")
    started(world, seat, SeatKind.MEMBER, "2018")
    started(world, seat, SeatKind.MEMBER, "2016")
    assert periods(seat) == [("observer", "2014", "2015-12-31"), ("member", "2016", "2017-12-31"), ("member", "2018", "")]


def test_start_version_on_the_same_day_corrects(world, seat):
    started(world, seat, SeatKind.OBSERVER, "2016")
    before = world.clock()
    started(world, seat, SeatKind.MEMBER, "2016")
    kinds = [[term.kind for term in SeatTerm.objects.as_of(date(2017, 1, 1), at).filter(seat=seat)] for at in (before, LATEST)]
    assert kinds == [["observer"], ["member"]]


def test_end_all_ends_what_holds_and_withdraws_what_comes(world, seat):
    started(world, seat, SeatKind.OBSERVER, "2016")
    started(world, seat, SeatKind.MEMBER, "2018")

    def end(ends):
        return end_all(
            terms=SeatTerm.objects.current().filter(seat=seat), ends=world.day(ends), by=world.cast.officer, at=world.clock(), because=""
        )

    assert len(end("2016")) == 1
    assert periods(seat) == [("observer", "2016", "2016")]
    assert end("2017") == []


def test_end_all_without_a_last_day_is_refused(world, seat):
    term = started(world, seat, SeatKind.OBSERVER, "2016")
    with pytest.raises(Refused) as refused:
        end_all(terms=[term], ends=world.day("2017/.."), by=world.cast.officer, at=world.clock(), because="")
    assert str(refused.value) == "register/seat-term/wgim-unicef: since 2017 has no last day; say on which day it ends."


def test_day_before_a_month_is_the_last_of_the_month_before(world):
    assert day_before(world.day("March 2016")).edtf == "2016-02-29"
