"""What comes in about a request is filed with its letter, or not at all."""

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.record.domain.errors import MoveRefused, UnknownReference
from tansiq.secretariat.record.models import Evidence, Move
from tansiq.secretariat.register.domain.filing import Filed, Received, file_answer, file_interest, file_letter, file_step
from tansiq.secretariat.register.enums import Answer
from tansiq.secretariat.register.models import CoChairAnswer, JoinRequest


@pytest.fixture
def filed(world):
    def made(on, content=b"as received"):
        return Filed(
            on=parse(on), by=world.cast.officer, at=world.clock(), because="It came by mail.", received=Received("mail.eml", content)
        )

    return made


def test_letter_and_answer_keep_what_was_received(filed):
    request = file_letter(group="wgim", organization="unicef", filed=filed("September 2017"), signatory="A. Officer")
    assert (request.state, request.signatory) == ("received", "A. Officer")
    file_step(request=request, step="circulate", filed=filed("3 October 2017", b"sent"))
    file_answer(request=request, organization="iom", answer=Answer.AGREES, filed=filed("4 October 2017", b"yes"))
    assert [move.evidence.size for move in Move.objects.order_by("pk")] == [11, 4]
    basis = CoChairAnswer.objects.get().basis
    assert (basis.kind, basis.reference, basis.evidence.size) == ("letter", "mail.eml", 3)


def test_interest_without_a_file_is_noted(world):
    filed = Filed(on=parse("May 2017"), by=world.cast.officer, at=world.clock())
    assert file_interest(group="wgim", organization="unicef", filed=filed).state == "interest"
    assert Evidence.objects.count() == 0


def test_refused_step_keeps_no_row_of_the_file(filed):
    request = file_letter(group="wgim", organization="unicef", filed=filed("September 2017"))
    with pytest.raises(MoveRefused):
        file_step(request=request, step="approve", filed=filed("4 October 2017", b"too early"))
    assert Evidence.objects.count() == 1


@pytest.mark.parametrize(("step", "after"), [("decline", "declined"), ("defer", "deferred"), ("withdraw", "withdrawn")])
def test_step_moves_the_request(filed, step, after):
    request = file_letter(group="wgim", organization="unicef", filed=filed("September 2017"))
    file_step(request=request, step="circulate", filed=filed("3 October 2017"))
    file_step(request=request, step=step, filed=filed("5 October 2017"))
    assert JoinRequest.objects.get().state == after


@pytest.mark.parametrize(("group", "organization"), [("none", "unicef"), ("wgim", "none")])
def test_unknown_group_or_organization_is_named(filed, group, organization):
    with pytest.raises(UnknownReference, match="none"):
        file_letter(group=group, organization=organization, filed=filed("2017"))
