"""The as-of form: what it reads, what it shows, what it says of a day that cannot be read."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.http import QueryDict  # noqa: TID251 (the HTTP side is under test)
from django.utils.translation import override

from tansiq.secretariat.pages.asof import AsOfForm

NOW = datetime(2026, 11, 25, 17, 40, tzinfo=UTC)


def form(query="", **options):
    return AsOfForm(QueryDict(query), now=NOW, **options)


def test_form_without_a_query_stands_for_today():
    asked = form()
    assert (asked.as_of, asked.known_at, asked.asked, asked.known_today) == (date(2026, 11, 25), NOW, None, True)
    assert 'value="25 November 2026"' in str(asked["as-of"])
    assert list(asked.fields) == ["as-of"]


def test_form_default_may_come_later():
    asked = form()
    asked.show(date(2017, 11, 19))
    assert asked.as_of == date(2017, 11, 19)
    assert 'value="19 November 2017"' in str(asked["as-of"])


def test_form_reads_both_days():
    asked = form("as-of=November+2017&known-at=1+March+2018")
    assert asked.as_of == date(2017, 11, 30)
    assert asked.known_at == datetime(2018, 3, 1, 23, 59, 59, 999999, tzinfo=UTC)
    assert not asked.known_today


@pytest.mark.parametrize("said", ["", "25 November 2026", "2030"])
def test_form_known_today_or_later_is_known_now(said):
    assert form(f"known-at={said}").known_at == NOW


def test_form_known_at_of_yesterday_is_its_last_instant():
    yesterday = (NOW - timedelta(days=1)).date()
    assert form(f"known-at={yesterday}").known_at == datetime(2026, 11, 24, 23, 59, 59, 999999, tzinfo=UTC)


def test_form_shows_a_day_read_in_the_language_of_the_page():
    with override("fr"):
        assert 'value="15 novembre 2017"' in str(form("as-of=2017-11-15")["as-of"])
    with override("ar"):
        assert 'value="15 تشرين الثاني/نوفمبر 2017"' in str(form("as-of=15+novembre+2017")["as-of"])


def test_form_bad_day_keeps_what_was_written_and_says_how_to_write_it():
    asked = form("as-of=Febuary+31+2018&known-at=1+March+2018", default=date(2020, 1, 1))
    assert asked.as_of == date(2020, 1, 1)
    assert asked.known_at.date() == date(2018, 3, 1)
    field = str(asked["as-of"])
    assert 'value="Febuary 31 2018"' in field
    assert 'aria-invalid="true"' in field
    assert 'aria-describedby="id_as-of_error"' in field
    [error] = asked.errors["as-of"]
    assert error.startswith("“Febuary 31 2018” cannot be read as a day: ")
    assert error.endswith("Write “15 November 2017”, “November 2017” or 2017-11-15.")


def test_form_bad_day_in_another_language_gives_no_english_reason():
    with override("ar"):
        [error] = form("as-of=غدا").errors["as-of"]
    assert error == "لا يُقرأ «غدا» تاريخاً. اكتب «15 تشرين الثاني/نوفمبر 2017» أو «تشرين الثاني/نوفمبر 2017» أو 2017-11-15."


def test_form_blank_day_stands_for_the_default():
    assert form("as-of=++", default=date(2017, 1, 1)).as_of == date(2017, 1, 1)
    assert form("as-of=++").is_valid()
