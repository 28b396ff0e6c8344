"""One request as its page shows it: what is possible, and of what is not, what would open it."""

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.record.domain.errors import UnknownReference
from tansiq.secretariat.register.domain.dossiers import dossier, evidence_of, find_request
from tansiq.secretariat.register.domain.filing import Filed, Received, file_answer, file_interest, file_letter, file_step
from tansiq.secretariat.register.enums import Answer


@pytest.fixture
def filed(world):
    def made(on, received=None):
        return Filed(on=parse(on), by=world.cast.officer, at=world.clock(), because="So.", received=received)

    return made


def seen(request="wgim-unicef"):
    return dossier(group="wgim", request=request)


def steps():
    return [(step.name, step.closed) for step in seen().steps]


def test_steps_follow_the_request_from_interest_to_the_seat(filed):
    request = file_interest(group="wgim", organization="unicef", filed=filed("May 2017"))
    assert steps() == [("receive", ""), ("circulate", "no-letter"), ("withdraw", "")]
    file_letter(group="wgim", organization="unicef", filed=filed("June 2017"))
    assert steps() == [("circulate", ""), ("approve", "not-circulated"), ("withdraw", "")]
    request.refresh_from_db()
    file_step(request=request, step="circulate", filed=filed("3 July 2017"))
    assert steps() == [("answer", ""), ("approve", "not-agreed"), ("decline", ""), ("defer", ""), ("withdraw", "")]
    for who in ("escwa", "iom"):
        file_answer(request=request, organization=who, answer=Answer.AGREES, filed=filed("4 July 2017"))
    assert seen().step("approve").waiting == ("las",)
    file_answer(request=request, organization="las", answer=Answer.AGREES, filed=filed("5 July 2017"))
    assert steps()[:2] == [("approve", ""), ("answer", "")]
    assert seen().step("approve").closed == ""
    file_step(request=request, step="approve", filed=filed("6 July 2017"))
    assert steps() == []
    assert [move.name for move in seen().moves] == ["note_interest", "receive", "circulate", "approve"]
    assert set(seen().reasons.values()) == {"So."}


def test_deferred_request_can_be_sent_again_and_its_answers_count_no_more(filed):
    request = file_letter(group="wgim", organization="unicef", filed=filed("June 2017"))
    file_step(request=request, step="circulate", filed=filed("3 July 2017"))
    file_answer(request=request, organization="iom", answer=Answer.OBJECTS, filed=filed("4 July 2017"))
    file_step(request=request, step="defer", filed=filed("5 July 2017"))
    assert steps() == [("circulate", ""), ("approve", "deferred"), ("decline", ""), ("withdraw", "")]
    file_step(request=request, step="circulate", filed=filed("1 October 2017"))
    assert [each.term for each in seen().answers] == [None, None, None]


def test_evidence_of_the_request_and_its_answers_only(filed):
    request = file_letter(group="wgim", organization="unicef", filed=filed("June 2017", Received("a.pdf", b"letter")))
    file_step(request=request, step="circulate", filed=filed("3 July 2017"))
    file_answer(request=request, organization="iom", answer=Answer.AGREES, filed=filed("4 July 2017", Received("b.eml", b"yes")))
    letter, answer = seen().moves[0].evidence.slug, next(each.term for each in seen().answers if each.term).basis.evidence.slug
    for slug in (letter, answer):
        assert evidence_of(group="wgim", request="wgim-unicef", evidence=slug).slug == slug
    with pytest.raises(UnknownReference):
        evidence_of(group="wgim", request="wgim-unicef", evidence="none")


def test_request_of_another_group_is_not_found(filed):
    file_letter(group="wgim", organization="unicef", filed=filed("June 2017"))
    with pytest.raises(UnknownReference):
        find_request(group="tfym", request="wgim-unicef")
