"""Terms in two times: begun, ended, corrected, split, withdrawn; overlaps refused; what was known stays known."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from tansiq.engines.dates import parse
from tansiq.secretariat.record.domain.actors import import_actor
from tansiq.secretariat.record.domain.errors import AlreadyCorrected, OverlappingTerms, Refused
from tansiq.secretariat.record.domain.log import verify_chain
from tansiq.secretariat.record.domain.terms import begin, corrected, ended, split, supersede, supersede_all
from tansiq.secretariat.record.models import LogEntry
from tansiq.secretariat.register.models import Group, Organization, Seat, SeatTerm

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=30)


@pytest.fixture
def seat():
    organization = Organization.objects.create(slug="fao", type="un_entity")
    return Seat.objects.create(slug="wgim-fao", group=Group.objects.create(slug="wgim"), organization=organization)


def started(seat, begins="2016", ends=None, at=NOW, kind="member"):
    term = SeatTerm(seat=seat, kind=kind, begins=parse(begins) if begins else None, ends=parse(ends) if ends else None)
    return begin(term=term, by=import_actor(), at=at, because="the letter says so")


def days(known_at=LATER, day=date(2017, 11, 15)):
    return [term.slug for term in SeatTerm.objects.as_of(day, known_at)]


def test_begin_partial_dates_counts_start_from_first_day_and_end_after_last(seat):
    term = started(seat, "September 2016", "2017")
    assert (term.valid_from, term.valid_to) == (date(2016, 9, 1), date(2018, 1, 1))
    assert term.slug == "wgim-fao.1"
    assert term.recorded_at == LogEntry.objects.get().at == NOW


def test_begin_unknown_beginning_holds_on_every_day_before_its_end(seat):
    started(seat, None, "2017")
    assert days(day=date(1946, 1, 1)) == ["wgim-fao.1"]
    assert days(day=date(2018, 1, 1)) == []


def test_begin_overlap_is_refused_and_leaves_nothing(seat):
    started(seat, "2016", "2017")
    with pytest.raises(OverlappingTerms, match=r"overlaps the one from 2016 to 2017 \(wgim-fao\.1\)"):
        started(seat, "December 2017")
    assert (SeatTerm.objects.count(), LogEntry.objects.count()) == (1, 1)
    assert started(seat, "2018").slug == "wgim-fao.2"


def test_begin_end_before_beginning_is_refused(seat):
    with pytest.raises(Refused, match=r"it would end \(2015\) before it begins \(2016\)"):
        started(seat, "2016", "2015")


def test_end_is_known_only_from_when_it_was_recorded(seat):
    term = started(seat)
    supersede(term=term, with_=[ended(term, parse("June 2017"))], by=import_actor(), at=LATER, because="it left")
    assert days(known_at=NOW) == ["wgim-fao.1"]
    assert days(known_at=LATER) == []
    assert days(known_at=LATER, day=date(2017, 6, 30)) == ["wgim-fao.2"]


def test_correct_keeps_what_was_known_before(seat):
    term = started(seat, "2016")
    new = supersede(term=term, with_=[corrected(term, begins=parse("2018"))], by=import_actor(), at=LATER, because="wrong year")
    assert days(known_at=LATER - timedelta(microseconds=1)) == ["wgim-fao.1"]
    assert days(known_at=LATER) == []
    term.refresh_from_db()
    assert term.superseded_at == new[0].recorded_at == LATER


def test_split_gives_two_terms_that_meet(seat):
    term = started(seat, "2016", kind="observer")
    before, after = supersede(
        term=term, with_=split(term, parse("1 March 2017"), kind="member"), by=import_actor(), at=LATER, because="full member"
    )
    assert (before.kind, before.valid_to) == ("observer", date(2017, 3, 1))
    assert (after.kind, after.valid_from, after.valid_to) == ("member", date(2017, 3, 1), None)


def test_split_on_or_before_the_first_day_is_refused(seat):
    with pytest.raises(Refused, match="would leave nothing before it"):
        split(started(seat, "2016"), parse("2016"), kind="observer")


def test_withdraw_leaves_no_current_term(seat):
    supersede(term=started(seat), with_=[], by=import_actor(), at=LATER, because="never was")
    assert days(known_at=NOW) == ["wgim-fao.1"]
    assert days() == []


def test_supersede_twice_is_refused(seat):
    term = started(seat)
    supersede(term=term, with_=[ended(term, parse("2017"))], by=import_actor(), at=LATER, because="it left")
    with pytest.raises(AlreadyCorrected, match="corrected before"):
        supersede(term=term, with_=[], by=import_actor(), at=LATER, because="again")


def test_supersede_by_terms_of_another_seat_is_refused(seat):
    other = Seat.objects.create(
        slug="wgim-iom", group=seat.group, organization=Organization.objects.create(slug="iom", type="un_entity")
    )
    term = started(seat)
    with pytest.raises(Refused, match="speak of something else"):
        supersede(term=term, with_=[corrected(term, seat=other, seat_id=other.pk)], by=import_actor(), at=LATER, because="x")


def test_supersede_all_replaces_two_terms_by_one(seat):
    terms = [started(seat, "2015", "2015"), started(seat, "2016")]
    [joined] = supersede_all(terms=terms, with_=[corrected(terms[1], begins=parse("2015"))], by=import_actor(), at=LATER, because="one")
    assert days(day=date(2015, 5, 1)) == [joined.slug] == ["wgim-fao.3"]
    assert verify_chain() == 3


def test_database_itself_refuses_two_open_terms(seat):
    term = started(seat, "2016", "2016")
    copy = corrected(term, ends=None)
    copy.slug, copy.valid_from, copy.recorded_at, copy.recorded_entry = "wgim-fao.8", date(2017, 1, 1), NOW, term.recorded_entry
    copy.save()
    copy.pk, copy.slug = None, "wgim-fao.9"
    with pytest.raises(IntegrityError), transaction.atomic():
        copy.save()


def test_corrected_row_of_another_key_replaces_the_id_of_the_old(seat):
    term = started(seat)
    las = Organization.objects.create(slug="las", type="las-organ")
    [new] = supersede(term=term, with_=[corrected(term, represented_by=las)], by=import_actor(), at=LATER, because="letter")
    assert (SeatTerm.objects.get(pk=new.pk).represented_by, term.represented_by) == (las, None)
    assert corrected(new, represented_by=None).represented_by_id is None
