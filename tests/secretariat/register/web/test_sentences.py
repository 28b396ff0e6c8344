"""Sentences of the page of a group, in three languages."""

from datetime import UTC, datetime

import pytest
from django.utils.translation import override

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.register.domain.history import Change
from tansiq.secretariat.register.domain.naming import NameForm
from tansiq.secretariat.register.enums import Answer, OfficeRole, RequestState, SeatKind
from tansiq.secretariat.register.lifecycle import JOIN_REQUEST, OPEN
from tansiq.secretariat.register.web.sentences import CHANGES, STANDING, counted, happened, if_approved, label, whose

REF = "register/organization/unicef"
UNICEF = {
    "en": NameForm(REF, "en", "United Nations Children's Fund", "x", short="UNICEF", acronym="UNICEF"),
    "fr": NameForm(REF, "fr", "Fonds des Nations Unies pour l'enfance", "x", short="UNICEF", acronym="UNICEF", of="de l'UNICEF"),
    "ar": NameForm(REF, "ar", "منظمة الأمم المتحدة للطفولة", "x", short="اليونيسف", definite="اليونيسف"),
}


@pytest.mark.parametrize(
    ("language", "short", "of"), [("en", "UNICEF", "UNICEF’s"), ("fr", "UNICEF", "de l’UNICEF"), ("ar", "اليونيسف", "اليونيسف")]
)
def test_names_stand_in_the_form_the_language_asks_for(language, short, of):
    assert (label(UNICEF[language], language), whose(UNICEF[language], language)) == (short, of)


def test_names_missing_in_the_language_stand_as_they_are():
    assert (label(UNICEF["en"], "ar"), whose(UNICEF["en"], "ar"), whose(UNICEF["en"], "fr")) == ("UNICEF", "UNICEF", "de UNICEF")


@pytest.mark.parametrize(
    ("members", "chairs", "language", "said"),
    [
        (1, 1, "en", "<b>1</b> organization, <b>1</b> of them co-chair."),
        (16, 3, "en", "<b>16</b> organizations, <b>3</b> of them co-chairs."),
        (0, 0, "en", "No organization holds a member’s seat on this day."),
        (16, 3, "fr", "<b>16</b> organisations, dont <b>3</b> à la coprésidence."),
        (2, 1, "ar", "منظمتان (<b>2</b>)، منها جهة واحدة (<b>1</b>) مشاركة في الرئاسة."),
        (5, 3, "ar", "<b>5</b> منظمات، منها <b>3</b> جهات مشاركة في الرئاسة."),
        (16, 11, "ar", "<b>16</b> منظمة، منها <b>11</b> جهة مشاركة في الرئاسة."),
        (100, 0, "ar", "<b>100</b> منظمة، لا جهة منها مشاركة في الرئاسة."),
    ],
)
def test_counted_agrees_with_the_number(members, chairs, language, said):
    with override(language):
        assert counted(members, chairs, language) == said


def test_if_approved_says_the_number_that_would_be():
    assert if_approved(16, [], "en") == ""
    assert if_approved(16, [UNICEF["en"]], "en") == "<b>17</b> if UNICEF’s request is approved."
    assert if_approved(16, [UNICEF["en"]] * 2, "en") == "<b>18</b> if all open requests are approved."
    with override("fr"):
        assert if_approved(16, [UNICEF["fr"]], "fr") == "<b>17</b> si la demande de l’UNICEF est approuvée."


def test_every_change_that_can_happen_has_its_words():
    possible = {"seat-taken", "seat-ended", "office-taken", "office-ended"}
    possible |= {f"seat-{kind}" for kind in SeatKind.values} | {f"answer-{answer}" for answer in Answer.values}
    possible |= {f"request-{transition.name}" for transition in JOIN_REQUEST.transitions}
    assert set(CHANGES) == possible
    assert set(STANDING) == {*OPEN, RequestState.DEFERRED} - {RequestState.CIRCULATED}


def test_happened_escapes_names():
    hostile = NameForm(REF, "en", "<b>x</b>", "x", acronym="<b>x</b>")
    change = Change(PartialDate.year(2017), "office-taken", "unicef", datetime(2026, 1, 1, tzinfo=UTC), "x", OfficeRole.CO_CHAIR)
    assert happened(change, hostile, "en") == "&lt;b&gt;x&lt;/b&gt; took office: co-chair"
