"""The states of a request to join and the steps between them."""

from tansiq.secretariat.record.lifecycle import UNBORN, Lifecycle, Transition
from tansiq.secretariat.register.enums import RequestState as S
from tansiq.secretariat.register.rules import applicant_or_secretariat, co_chair_or_secretariat

UNDECIDED = (S.RECEIVED.value, S.CIRCULATED.value, S.DEFERRED.value)
"""A letter has come and no decision has been taken."""

OPEN = (S.INTEREST.value, *UNDECIDED)
"""A second request of the same organization is refused."""

JOIN_REQUEST = Lifecycle(
    subject="register/join-request",
    states=tuple(state.value for state in S),
    transitions=(
        Transition("note_interest", (UNBORN,), S.INTEREST, applicant_or_secretariat, "Note interest"),
        Transition("receive", (UNBORN, S.INTEREST), S.RECEIVED, applicant_or_secretariat, "Record the request"),
        Transition("circulate", (S.RECEIVED, S.DEFERRED), S.CIRCULATED, co_chair_or_secretariat, "Circulate to the co-chairs"),
        Transition("approve", (S.CIRCULATED,), S.APPROVED, co_chair_or_secretariat, "Approve"),
        Transition("decline", (S.CIRCULATED, S.DEFERRED), S.DECLINED, co_chair_or_secretariat, "Decline"),
        Transition("defer", (S.CIRCULATED,), S.DEFERRED, co_chair_or_secretariat, "Defer"),
        Transition("withdraw", OPEN, S.WITHDRAWN, applicant_or_secretariat, "Withdraw"),
    ),
)
