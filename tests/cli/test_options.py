"""Days and moments are read as the contract says."""

from datetime import UTC, date, datetime

import click
import pytest

from tansiq.cli.options import AsOf, KnownAt, When, moment
from tansiq.engines.dates import parse
from tansiq.secretariat.record.domain.actors import import_actor
from tansiq.secretariat.record.domain.log import log


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2017-11-15", date(2017, 11, 15)),
        ("2017-11", date(2017, 11, 30)),
        ("2017", date(2017, 12, 31)),
        ("15 November 2017", date(2017, 11, 15)),
    ],
)
def test_as_of_is_the_last_day_of_what_is_written(text, day):
    assert AsOf().convert(text, None, None) == day


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("2017-11-15", datetime(2017, 11, 15, 23, 59, 59, 999999, UTC)),
        ("2017-11-15T12:00", datetime(2017, 11, 15, 12, tzinfo=UTC)),
        ("2017-11-15 12:00:00+00:00", datetime(2017, 11, 15, 12, tzinfo=UTC)),
        ("2017-11", datetime(2017, 11, 30, 23, 59, 59, 999999, UTC)),
    ],
)
def test_known_at_is_a_moment_or_the_last_instant_of_a_day(text, at):
    assert KnownAt().convert(text, None, None) == at


@pytest.mark.parametrize("text", ["0001-01-01T00:00+14:00", "9999-12-31T23:00-14:00"])
def test_known_at_beyond_the_calendar_in_utc_is_a_usage_error(text):
    with pytest.raises(click.BadParameter, match="outside of the years 1 to 9999"):
        KnownAt().convert(text, None, None)


def test_known_at_with_a_zone_is_told_in_utc():
    assert str(KnownAt().convert("2017-11-15T12:00+02:00", None, None)) == "2017-11-15 10:00:00+00:00"


@pytest.mark.parametrize("kind", [AsOf(), KnownAt()])
@pytest.mark.parametrize("text", ["before 2018", "from 2017", "since 2013"])
def test_date_open_on_one_side_is_a_usage_error_as_on_the_pages(kind, text):
    with pytest.raises(click.BadParameter):
        kind.convert(text, None, None)


def test_when_stays_as_partial_as_it_is():
    assert When().convert("September 2017", None, None) == parse("September 2017")


@pytest.mark.parametrize("kind", [AsOf(), KnownAt(), When()])
def test_unreadable_text_is_a_usage_error(kind):
    with pytest.raises(click.BadParameter):
        kind.convert("soonish", None, None)


@pytest.mark.django_db
def test_moment_is_the_last_the_record_knows_of_when_none_was_named():
    at = datetime(2017, 1, 1, tzinfo=UTC)
    assert moment(at) == at
    entry = log(code="thing.done", subject="a/b/c", by=import_actor(), at=datetime(2026, 1, 5, tzinfo=UTC))
    assert moment(None) == entry.at
