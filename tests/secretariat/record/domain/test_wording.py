"""Dates and counts of facts in three languages."""

from datetime import date

from tansiq.engines.dates import parse
from tansiq.secretariat.record.domain.wording import NOTHING, count_display, date_display, in_words, said, since_words

AS_OF = date(2017, 11, 15)


def plain(display):
    return {language: text.replace("\u00a0", " ") for language, text in display.items()}


def test_date_display_month_is_worded_in_each_language():
    assert plain(date_display(parse("2018-09"), AS_OF)) == {"en": "September 2018", "ar": "أيلول/سبتمبر 2018", "fr": "septembre 2018"}


def test_date_display_open_period_reads_from_when_ahead_and_since_when_past():
    assert plain(date_display(parse("2018-02/.."), AS_OF))["en"] == "from February 2018"
    assert plain(date_display(parse("2013/.."), AS_OF))["en"] == "since 2013"


def test_date_and_count_display_none_is_the_word_for_nothing():
    assert date_display(None, AS_OF) == count_display(None) == NOTHING == {"en": "none", "ar": "لا يوجد", "fr": "néant"}


def test_count_display_groups_thousands_as_each_language_does():
    assert count_display(1939) == {"en": "1,939", "ar": "1\u00a0939", "fr": "1\u202f939"}


def test_said_and_since_words_read_in_a_message():
    assert said(parse("2017-09-26/2017-09-27")) == "26–27 September 2017"
    assert [since_words(parse(text)) for text in ("../2016", "../2016-03-05", "2016-03", "2016/..")] == [
        "by the end of 2016", "by 5 March 2016", "March 2016", "since 2016"
    ]


def test_in_words_puts_words_for_references_and_leaves_paths_alone():
    assert in_words("register/join-request/wgim-unicef is open; see register/seat-term/wgim-fao.1.") == (
        "the request wgim-unicef is open; see the seat term wgim-fao.1."
    )
    for path in ("/data/register/group/x", "docs/guide/page", "a/res/71-280"):
        assert in_words(path) == path
