"""A decision asked for, asked in other words, put before the body, taken, deferred, dropped."""

from datetime import date

import pytest

from tansiq.engines.dates import parse
from tansiq.secretariat.decisions.domain.decisions import Asking, ask_anew, defer, drop, put_before, request_decision, take
from tansiq.secretariat.decisions.domain.errors import NoDayOfSilence, NoLongerOpen, NothingAsked, SilenceNotOver
from tansiq.secretariat.decisions.enums import Asked, DecisionKind, Rule
from tansiq.secretariat.decisions.models import Decision, DecisionTerm
from tansiq.secretariat.record.domain.errors import MoveRefused, SlugTaken
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.register.domain.questions import LATEST

ENDORSE = Texts({"en": "endorse the work programme"})


@pytest.mark.parametrize(
    ("kind", "asking", "error", "message"),
    [
        (DecisionKind.TEXT, Asking(asked=Asked.MEMBERS), NothingAsked, "the decision 'd' needs a text"),
        (DecisionKind.CONTACTS_UPDATE, Asking(asked=Asked.MEMBERS), NothingAsked, "say which organization is to be informed"),
        (DecisionKind.TEXT, Asking(asked=Asked.MEMBERS, text=ENDORSE, rule=Rule.SILENCE), NoDayOfSilence, "say until which day"),
    ],
)
def test_request_decision_unclear_leaves_nothing(kind, asking, error, message, group, hand):
    with pytest.raises(error, match=message):
        request_decision(group=group, slug="d", kind=kind, asking=asking, on=parse("2017-11-01"), **hand)
    assert Decision.objects.count() == 0


def test_request_decision_slug_of_another_is_refused(decision, group, hand):
    with pytest.raises(SlugTaken, match="decisions/decision/endorse-2018 is there already"):
        request_decision(
            group=group,
            slug="endorse-2018",
            kind=DecisionKind.TEXT,
            asking=Asking(asked=Asked.MEMBERS, text=ENDORSE),
            on=parse("2017-11-01"),
            **hand,
        )


def test_ask_anew_keeps_what_was_asked_before(decision, hand):
    new = Asking(asked=Asked.MECHANISM, text=Texts({"en": "take note of the work programme"}))
    ask_anew(decision=decision, asking=new, begins=parse("2017-11-10"), **hand)
    texts = [DecisionTerm.objects.as_of(day, LATEST).get().text["en"] for day in (date(2017, 11, 9), date(2017, 11, 10))]
    assert texts == ["endorse the work programme", "take note of the work programme"]


def test_take_ends_it_and_it_cannot_be_asked_in_other_words(decision, hand):
    put_before(decision=decision, on=parse("2017-11-20"), **hand)
    assert take(decision=decision, on=parse("2017-11-21"), **hand).after == "taken"
    with pytest.raises(NoLongerOpen, match="decisions/decision/endorse-2018 is taken; ask for a new decision"):
        ask_anew(decision=decision, asking=Asking(asked=Asked.MEMBERS, text=ENDORSE), begins=parse("2018"), **hand)
    with pytest.raises(MoveRefused, match="'defer' is possible only from 'requested' or 'before_the_body'"):
        defer(decision=decision, on=parse("2017-11-21"), because="no time", **hand)


def test_take_deferred_must_be_put_before_the_body_again(decision, hand):
    defer(decision=decision, on=parse("2017-11-21"), because="no time", **hand)
    with pytest.raises(MoveRefused, match="is 'deferred'; 'take' is possible only from"):
        take(decision=decision, on=parse("2018-01-10"), **hand)
    put_before(decision=decision, on=parse("2018-10-22"), **hand)
    assert take(decision=decision, on=parse("2018-10-22"), **hand).after == "taken"


def test_take_by_silence_before_it_is_over_is_refused(group, hand):
    asking = Asking(asked=Asked.MEMBERS, text=ENDORSE, rule=Rule.SILENCE, silent_until=parse("15 May 2018"))
    decision = request_decision(group=group, slug="d", kind=DecisionKind.TEXT, asking=asking, on=parse("2018-05-01"), **hand)
    with pytest.raises(SilenceNotOver, match="is taken by silence until 15 May 2018; it cannot be taken on 15 May 2018"):
        take(decision=decision, on=parse("15 May 2018"), **hand)
    assert take(decision=decision, on=parse("16 May 2018"), **hand).after == "taken"


def test_drop_deferred_ends_it(decision, hand):
    defer(decision=decision, on=parse("2017-11-21"), because="no time", **hand)
    assert drop(decision=decision, on=parse("2018-10-22"), because="overtaken", **hand).after == "not_taken"
    with pytest.raises(MoveRefused):
        put_before(decision=decision, on=parse("2018-10-23"), **hand)
