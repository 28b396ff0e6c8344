"""The tags of every page."""

from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override

from tansiq.engines.dates import PartialDate, parse
from tansiq.secretariat.pages.templatetags.tansiq import ICONS, icon, said, tongue
from tansiq.secretariat.pages.timeline import Axis, Bar, Mark, Row


def rendered(text, **context):
    return Template("{% load tansiq %}" + text).render(Context(context))


@pytest.mark.parametrize(
    ("language", "words", "cell", "when"),
    [
        ("en", "September 2017", "Sep 2017", "in September 2017"),
        ("fr", "septembre 2017", "sept. 2017", "en septembre 2017"),
        ("ar", "أيلول/سبتمبر 2017", "أيلول 2017", "في أيلول/سبتمبر 2017"),
    ],
)
def test_dates_stand_in_the_language_of_the_page_and_are_never_broken(language, words, cell, when):
    with override(language):
        found = rendered("{{ day|words }}|{{ day|cell }}|{{ day|when }}", day=parse("September 2017")).replace("\u00a0", " ")
    inside = '<span class="nb">'
    lead = when.removesuffix(words)
    assert found == f"{inside}{words}</span>|{inside}{cell}</span>|{lead}{inside}{words}</span>"


def test_dates_of_days_moments_and_nothing():
    found = rendered("{{ a|words }}|{{ b|words }}|{{ c|words }}", a=date(2017, 11, 15), b=datetime(2017, 11, 15, 9, tzinfo=UTC), c=None)
    assert found.replace("\u00a0", " ") == '<span class="nb">15 November 2017</span>|<span class="nb">15 November 2017</span>|'


def test_when_of_a_date_that_nothing_leads_has_no_space():
    assert rendered("{{ day|when }}", day=PartialDate.until(PartialDate.year(2016))).startswith('<span class="nb">before')


def test_said_marks_another_language_escapes_and_drops_direction_marks():
    assert said("A & B", "en") == "<bdi>A &amp; B</bdi>"
    assert said("League", "") == "<bdi>League</bdi>"
    assert said("جامعة", "ar") == '<bdi lang="ar" dir="rtl">جامعة</bdi>'
    assert said("evil\u202e", "en") == "<bdi>evil</bdi>"


def test_said_puts_the_apostrophes_of_the_language_in_but_not_as_printed():
    assert said("Children's Fund", "en") == "<bdi>Children’s Fund</bdi>"
    assert said("l'enfance", "fr") == '<bdi lang="fr" dir="ltr">l’enfance</bdi>'
    assert said("Children's Fund", "en", "as printed") == "<bdi>Children&#x27;s Fund</bdi>"


def test_number_and_names_of_languages():
    with override("fr"):
        assert rendered("{{ n|number }}", n=1939) == "1\u202f939"
    assert (tongue("ar"), tongue("xx")) == ("العربية", "xx")


def test_icon_is_one_of_the_symbols_of_the_page():
    assert icon("ok") == '<svg class="i" aria-hidden="true"><use href="#i-ok"/></svg>'
    assert 'class="i flip"' in icon("back", "flips")
    with pytest.raises(KeyError):
        icon("none-such")
    symbols = rendered("{% symbols %}")
    assert all(f'<symbol id="i-{name}" ' in symbols for name in ICONS)


def test_here_in_another_language_keeps_the_query():
    request = RequestFactory().get("/groups/wgim/?as-of=2017-11-15")
    assert rendered('{% here_in "ar" %}|{% here_in "en" %}', request=request) == (
        "/ar/groups/wgim/?as-of=2017-11-15|/groups/wgim/?as-of=2017-11-15"
    )
    with override("fr"):
        assert rendered('{% here_in "en" %}', request=RequestFactory().get("/fr/groups/wgim/")) == "/groups/wgim/"
    assert rendered('{% here_in "en" %}') == "/"


def test_query_writes_days_as_iso_and_leaves_out_what_is_not_set():
    moment = datetime(2018, 3, 1, 23, 59, tzinfo=UTC)
    asked = rendered("{% query as_of=day known_at=moment %}", day=date(2017, 11, 15), moment=moment)
    assert asked == "?as-of=2017-11-15&amp;known-at=2018-03-01"
    assert rendered("{% query as_of=day %}", day=None) == ""


def test_track_draws_bars_marks_and_the_day():
    axis = Axis.around(date(2017, 11, 15))
    bars = (Bar(date(2016, 1, 1), date(2017, 11, 15), "key"), Bar(None, date(2016, 1, 1), "before"))
    row = Row("ESCWA", "since 2016", bars, (Mark(date(2016, 12, 14), True),))
    drawn = rendered("{% track axis row %}", axis=axis, row=row)
    assert '<rect class="b key" x="24.98%" y="-4.5" width="46.82%" height="9" rx="2"/>' in drawn
    assert '<rect class="b before" x="0%" y="-1" width="24.98%" height="2"/>' in drawn
    assert '<circle class="dot k" cx="48.8%" cy="0" r="6"/>' in drawn
    assert '<line class="now-line" x1="71.8%"' in drawn
    assert "style=" not in drawn


def test_axis_writes_years_plainly_and_mirrors_their_gap():
    with override("fr"):
        assert '<text x="0%" dx="5" y="14">2015</text>' in rendered("{% axis axis %}", axis=Axis.around(date(2017, 11, 15)))
        assert 'dx="-5"' in rendered("{% axis axis %}", axis=Axis.around(date(2017, 11, 15), mirrored=True))


def test_slug_direction_and_unmarked():
    found = rendered("{{ a|slug }} {{ b|direction }} {{ c|direction }} {{ d|unmarked }}", a="a/b/wgim", b="ar", c="fr", d="x\u202e")
    assert found == "wgim rtl ltr x"
