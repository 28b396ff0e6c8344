"""What dispositions come to: losers closed, agreement followed, contradictions refused, nothing decided that nobody decided."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.redline.edits import Kind, Ledger
from tansiq.engines.redline.errors import DispositionRefused
from tansiq.engines.redline.report.decisions import BulkRule, Category, Decision, Disposition, RowType, Status
from tansiq.engines.redline.report.rows import rows
from tansiq.engines.redline.report.rulings import Outcome, Rulings, counts, rulings
from tests.engines.redline.report.ledgers import BODY, comment, conflict, edit, full, ledger, ledgers, place

ACCEPT, REJECT, KEEP = Outcome.ACCEPT, Outcome.REJECT, Outcome.KEEP


def on(of: str, decision: Decision | None, **fields) -> Disposition:
    return Disposition(of, decision, **fields)


def outcomes(ruled: Rulings, *ids: str) -> list[Outcome]:
    return [ruled.edits[each].outcome for each in ids]


def decisions(found: Ledger, ruled: Rulings) -> list[Decision | None]:
    return [ruled.rows[row.key].decision for row in rows(found)]


def refused(found: Ledger, *given_: Disposition) -> str:
    with pytest.raises(DispositionRefused) as refusal:
        rulings(found, given_)
    return str(refusal.value)


def key(found: Ledger, number: int) -> str:
    return rows(found)[number - 1].key


def test_rulings_without_dispositions_keep_everything():
    ruled = rulings(full(), [])
    assert {each.outcome for each in (*ruled.edits.values(), *ruled.comments.values())} == {KEEP}
    assert set(ruled.edits) == {f"e{number}" for number in range(1, 13)}
    assert set(ruled.comments) == {"c1", "c2", "c3", "c4"}


def test_rulings_row_accepted_accepts_both_halves_of_a_replacement():
    assert outcomes(rulings(full(), [on(key(full(), 5), Decision.ACCEPTED)]), "e5", "e6") == [ACCEPT, ACCEPT]


def test_rulings_single_edit_may_be_decided_apart_from_its_row():
    assert outcomes(rulings(full(), [on("e5", Decision.ACCEPTED), on("e6", Decision.REJECTED)]), "e5", "e6") == [ACCEPT, REJECT]


@pytest.mark.parametrize(("decision", "outcome"), [
    (Decision.ACCEPTED, ACCEPT), (Decision.REJECTED, REJECT), (Decision.NOTED, REJECT), (Decision.OUT_OF_SCOPE, REJECT),
    (Decision.WITHDRAWN, REJECT), (Decision.SUPERSEDED, REJECT), (Decision.DEFERRED, KEEP), (None, KEEP),
])
def test_rulings_of_each_decision(decision: Decision | None, outcome: Outcome):
    assert outcomes(rulings(full(), [on("e12", decision)]), "e12") == [outcome]


@pytest.mark.parametrize("status", list(Status))
def test_rulings_what_is_only_proposed_is_not_applied(status: Status):
    disposition = on("e12", Decision.REJECTED, status=status)
    assert outcomes(rulings(full(), [disposition]), "e12") == [KEEP if status is Status.PROPOSED else REJECT]
    assert counts(disposition) is (status is not Status.PROPOSED)


def test_rulings_accepting_one_of_a_conflict_closes_the_other():
    ruled = rulings(full(), [on(key(full(), 3), Decision.ACCEPTED)])
    # Both delete the same word, so that deletion is accepted; what IOM would put there is not.
    assert outcomes(ruled, "e1", "e2", "e3", "e4") == [ACCEPT, ACCEPT, ACCEPT, REJECT]
    assert decisions(full(), ruled)[1:3] == [Decision.SUPERSEDED, Decision.ACCEPTED]
    # Which of two agreeing edits names the other makes no difference.
    other = rulings(full(), [on(key(full(), 2), Decision.ACCEPTED)])
    assert outcomes(other, "e1", "e2", "e3", "e4") == [ACCEPT, REJECT, ACCEPT, ACCEPT]


def test_rulings_rejecting_one_of_a_conflict_leaves_the_other_open():
    assert decisions(full(), rulings(full(), [on(key(full(), 3), Decision.REJECTED)]))[1:3] == [None, Decision.REJECTED]


def test_rulings_two_of_a_conflict_accepted_are_refused_by_name():
    both = [on(key(full(), row), Decision.ACCEPTED, place=f"m, row {row + 1}") for row in (3, 2)]
    message = refused(full(), *both)
    assert "exclude each other and are both accepted" in message
    assert "m, row 3" in message
    assert "m, row 4" in message


def test_rulings_loser_said_to_be_deferred_stays_open():
    ruled = rulings(full(), [on(key(full(), 3), Decision.ACCEPTED), on(key(full(), 2), Decision.DEFERRED)])
    assert decisions(full(), ruled)[1] is Decision.DEFERRED
    assert outcomes(ruled, "e4") == [KEEP]


def chain() -> Ledger:
    """FAO's and IOM's deletions both overlap WHO's, but not each other."""
    return ledger(
        edit("f", "FAO", place(0, 5), before="aaaaa", conflict="k"), edit("w", "WHO", place(3, 9), before="aabbbb", conflict="k"),
        edit("i", "IOM", place(7, 12), before="bbccc", conflict="k"), conflicts=(conflict("k", place(0, 12), "f", "w", "i"),),
    )


def test_rulings_two_ends_of_a_chain_of_conflicts_can_both_be_accepted():
    ruled = rulings(chain(), [on("f", Decision.ACCEPTED), on("i", Decision.ACCEPTED)])
    assert outcomes(ruled, "f", "w", "i") == [ACCEPT, REJECT, ACCEPT]
    assert decisions(chain(), ruled) == [Decision.ACCEPTED, Decision.SUPERSEDED, Decision.ACCEPTED]


def test_rulings_one_end_of_a_chain_accepted_leaves_the_other_end_open():
    assert outcomes(rulings(chain(), [on("f", Decision.ACCEPTED)]), "w", "i") == [REJECT, KEEP]


@pytest.mark.parametrize(("one", "other", "exclude"), [
    (edit("a", "FAO", place(4, 4), after="x", conflict="k"), edit("b", "WHO", place(2, 6), before="x", conflict="k"), True),
    (edit("a", "FAO", place(4, 4), after="x", conflict="k"), edit("b", "WHO", place(4, 4), after="y", conflict="k"), True),
    (edit("a", "FAO", place(4, 4), after="x", conflict="k"), edit("b", "WHO", place(4, 6), before="y", conflict="k"), False),
    (edit("a", "FAO", place(4, 4), after="x", conflict="k"), edit("b", "FAO", place(4, 4), after="y", conflict="k"), False),
    (edit("a", "FAO", place(2, 6), after="x", kind=Kind.FORMAT, conflict="k"),
     edit("b", "WHO", place(2, 6), after="y", kind=Kind.FORMAT, conflict="k"), True),
    (edit("a", "FAO", place(2, 3, flow=f"{BODY}/t0"), before="x", kind=Kind.ROW_DELETION, conflict="k"),
     edit("b", "WHO", place(0, 0, flow=f"{BODY}/t0/r2/c1"), after="y", conflict="k"), True),
    (edit("a", "FAO", place(2, 6), after="x", kind=Kind.FORMAT, conflict="k"),
     edit("b", "WHO", place(2, 6), before="y", conflict="k"), False),
    (edit("a", "FAO", place(1, 2, flow=f"{BODY}/t0/r2"), before="x", kind=Kind.CELL_DELETION, conflict="k"),
     edit("b", "WHO", place(0, 0, flow=f"{BODY}/t0/r2/c1/t0/r0/c0"), after="y", conflict="k"), True),
    (edit("a", "FAO", place(2, 3, flow=f"{BODY}/t0"), before="x", kind=Kind.ROW_DELETION, conflict="k"),
     edit("b", "WHO", place(0, 0, flow=f"{BODY}/t0/r20/c1"), after="y", conflict="k"), False),
    (edit("a", "FAO", place(0, 9), before="x", conflict="k"),
     edit("b", "WHO", place(0, 0, flow=f"{BODY}/t0/r2/c1"), after="y", conflict="k"), False),
    (edit("a", "FAO", place(40, 41), before="x", kind=Kind.MOVE, moved_to=place(5, 5), conflict="k"),
     edit("b", "WHO", place(2, 8), before="y", conflict="k"), True),
])
def test_rulings_exclude_what_is_on_the_same_text_of_two_agencies(one, other, exclude: bool):
    found = ledger(one, other, conflicts=(conflict("k", place(), "a", "b"),))
    ruled = rulings(found, [on("a", Decision.ACCEPTED)])
    assert outcomes(ruled, "a", "b") == [ACCEPT, REJECT if exclude else KEEP]


def test_rulings_agreement_is_decided_once_for_all():
    ruled = rulings(full(), [on(key(full(), 6), Decision.ACCEPTED)])
    assert outcomes(ruled, "e7", "e8") == [ACCEPT, ACCEPT]
    by_edit = rulings(full(), [on("e7", Decision.ACCEPTED)])
    assert outcomes(by_edit, "e7", "e8") == [ACCEPT, ACCEPT]
    assert decisions(full(), by_edit)[5] is Decision.ACCEPTED


@pytest.mark.parametrize("given_", [
    [on("e7", Decision.ACCEPTED), on("e8", Decision.REJECTED)], [on("e8", Decision.REJECTED), on("e7", Decision.ACCEPTED)],
])
def test_rulings_same_change_accepted_for_one_and_rejected_for_another_is_in_the_text(given_: list[Disposition]):
    assert outcomes(rulings(full(), given_), "e7", "e8") == [ACCEPT, ACCEPT]


def test_rulings_same_deletion_alone_counts_as_accepted_with_the_replacement_of_another():
    found = ledger(
        edit("d", "FAO", place(1, 4), before="abc", agrees_with=("x",)), edit("i", "FAO", place(4, 4), after="z", replaces="d"),
        edit("x", "WHO", place(1, 4), before="abc", agrees_with=("d",)),
    )
    ruled = rulings(found, [on("d", Decision.ACCEPTED), on("i", Decision.ACCEPTED)])
    assert outcomes(ruled, "d", "i", "x") == [ACCEPT, ACCEPT, ACCEPT]
    assert decisions(found, ruled) == [Decision.ACCEPTED, Decision.ACCEPTED]


@pytest.mark.parametrize("decision", [Decision.ACCEPTED_WITH_MODIFICATION, Decision.PARTLY_ACCEPTED])
def test_rulings_final_text_stands_in_place_of_the_insertion(decision: Decision):
    ruled = rulings(full(), [on(key(full(), 5), decision, final_text="17")])
    assert [(ruled.edits[each].outcome, ruled.edits[each].final_text) for each in ("e5", "e6")] == [(ACCEPT, None), (ACCEPT, "17")]


def test_rulings_final_text_of_a_deletion_comes_in_its_place():
    found = ledger(edit("d", "FAO", place(1, 4), before="abc"))
    ruling = rulings(found, [on("d", Decision.ACCEPTED_WITH_MODIFICATION, final_text="ac")]).edits["d"]
    assert (ruling.outcome, ruling.final_text) == (ACCEPT, "ac")


def test_rulings_final_text_of_several_insertions_stands_once():
    found = ledger(edit("d", "FAO", place(1, 4), before="abc"), edit("i", "FAO", place(1, 1), after="x", replaces="d"),
                   edit("j", "FAO", place(4, 4), after="y", replaces="d"))
    ruled = rulings(found, [on(key(found, 1), Decision.ACCEPTED_WITH_MODIFICATION, final_text="z")])
    assert [(ruled.edits[each].outcome, ruled.edits[each].final_text) for each in "dij"] == [(ACCEPT, None), (ACCEPT, "z"), (REJECT, None)]


def test_rulings_final_text_stands_once_where_several_agree():
    found = ledger(
        edit("d", "FAO", place(1, 4), before="abc"), edit("i", "FAO", place(4, 4), after="x", replaces="d"),
        edit("e", "WHO", place(1, 4), before="abc", agrees_with=("d",)),
        edit("j", "WHO", place(4, 4), after="x", replaces="e", agrees_with=("i",)),
    )
    for of in (key(found, 1), "i"):
        given_ = [on(of, Decision.ACCEPTED_WITH_MODIFICATION, final_text="z")] + ([on("d", Decision.ACCEPTED)] if of == "i" else [])
        ruled = rulings(found, given_)
        assert {each: (ruling.outcome, ruling.final_text) for each, ruling in ruled.edits.items()} == {
            "d": (ACCEPT, None), "e": (ACCEPT, None), "i": (ACCEPT, "z"), "j": (REJECT, None),
        }


def test_rulings_same_insertion_in_another_row_yields_to_the_final_text():
    found = ledger(
        edit("d", "FAO", place(1, 4), before="abc"), edit("i", "FAO", place(4, 4), after="x", replaces="d"),
        edit("j", "WHO", place(4, 4), after="x", agrees_with=("i",)),
    )
    ruled = rulings(found, [on("d", Decision.ACCEPTED), on("i", Decision.ACCEPTED_WITH_MODIFICATION, final_text="z")])
    assert [(ruled.edits[each].outcome, ruled.edits[each].final_text) for each in "dij"] == [(ACCEPT, None), (ACCEPT, "z"), (REJECT, None)]
    assert decisions(found, ruled)[1] is Decision.SUPERSEDED


@pytest.mark.parametrize(("given_", "message"), [
    (on("e6", Decision.ACCEPTED_WITH_MODIFICATION), "accepted_with_modification needs a final text"),
    (on("c1", Decision.ACCEPTED_WITH_MODIFICATION, final_text=" \n"), "accepted_with_modification needs a final text"),
    (on("e6", Decision.PARTLY_ACCEPTED), "partly_accepted needs a final text"),
    (on("e9", Decision.ACCEPTED_WITH_MODIFICATION, final_text="x"), "no change of words"),
    (on("e6", Decision.ACCEPTED, final_text="19"), "a final text stands beside accepted"),
    (on("e6", Decision.REJECTED, final_text="19"), "a final text stands beside rejected"),
    (on("e6", Decision.DUPLICATE), "a duplicate needs the number of the other row, from 1 to 10"),
    (on("e6", Decision.DUPLICATE, duplicate_of=5), "a duplicate needs the number of the other row"),
    (on("e6", Decision.DUPLICATE, duplicate_of=11), "a duplicate needs the number of the other row"),
    (on("zz", Decision.ACCEPTED), "the ledger has no row, edit or comment 'zz'"),
    (on("c4", Decision.ACCEPTED), "the ledger has no row, edit or comment 'c4'"),
])
def test_rulings_refuse_what_cannot_be_applied(given_: Disposition, message: str):
    assert message in refused(full(), given_)


@pytest.mark.parametrize("given_", [
    on("e6", Decision.ACCEPTED, final_text="18"), on("e6", Decision.REJECTED, final_text="16"), on("e6", None, final_text="x"),
    on("e6", Decision.DEFERRED, final_text="x"), on("c1", Decision.PARTLY_ACCEPTED), on("c1", Decision.ACCEPTED, final_text="x"),
    on("e6", Decision.DUPLICATE, duplicate_of=1),
])
def test_rulings_take_a_final_text_that_is_not_lost(given_: Disposition):
    assert rulings(full(), [given_]).rows


def test_rulings_row_decided_twice_is_refused():
    assert "row No. 5 is decided twice, also by e5" in refused(full(), on("e5", Decision.ACCEPTED), on(key(full(), 5), Decision.ACCEPTED))
    assert "decided twice" in refused(full(), on("e5", None), on("e5", Decision.ACCEPTED))


def test_rulings_of_a_thread_follow_its_decision():
    ruled = rulings(full(), [on("c1", Decision.NOTED, response="Thanks.")])
    assert [(ruled.comments[each].outcome, ruled.comments[each].disposition.response) for each in ("c1", "c2")] == [(REJECT, "Thanks.")] * 2
    assert ruled.comments["c3"].outcome is KEEP
    apart = rulings(full(), [on("c1", Decision.ACCEPTED), on("c2", Decision.REJECTED)])
    assert [apart.comments[each].outcome for each in ("c1", "c2")] == [ACCEPT, REJECT]


def test_rules_accept_all_editorial_of_an_agency():
    ruled = rulings(full(), [], [BulkRule(Decision.ACCEPTED, "IOM", Category.EDITORIAL, response="Done.")])
    assert [number for number, each in enumerate(decisions(full(), ruled), start=1) if each] == [9]
    assert ruled.rows[key(full(), 9)].response == "Done."


def test_rules_follow_the_category_that_people_chose():
    given_ = [on("e12", None, category=Category.EDITORIAL), on("e11", None, category=Category.SUBSTANTIVE)]
    ruled = rulings(full(), given_, [BulkRule(Decision.ACCEPTED, category=Category.EDITORIAL)])
    assert outcomes(ruled, "e11", "e12") == [KEEP, ACCEPT]


def test_rules_for_an_agency_that_sent_nothing_are_refused():
    with pytest.raises(DispositionRefused, match=r"a rule for 'UNHRC'.*There are: ESCWA, FAO, IOM, UNDP, WHO\."):
        rulings(full(), [], [BulkRule(Decision.ACCEPTED, "UNHRC")])


def test_rules_accept_all_of_an_agency_with_what_it_agrees_to_and_close_what_it_excludes():
    ruled = rulings(full(), [], [BulkRule(Decision.ACCEPTED, "WHO"), BulkRule(Decision.ACCEPTED, "IOM")])
    assert outcomes(ruled, "e7", "e8", "e3", "e4", "e2", "e11") == [ACCEPT, ACCEPT, ACCEPT, ACCEPT, REJECT, ACCEPT]


def test_rules_decide_nothing_that_people_decided_and_the_first_counts():
    rules = [BulkRule(Decision.REJECTED, type=RowType.FORMAT), BulkRule(Decision.ACCEPTED, "IOM")]
    ruled = rulings(full(), [on("e4", Decision.DEFERRED)], rules)
    assert outcomes(ruled, "e11", "e4", "e3") == [REJECT, KEEP, KEEP]


def test_rules_that_would_accept_two_that_exclude_each_other_leave_both_and_say_so():
    ruled = rulings(full(), [], [BulkRule(Decision.ACCEPTED)])
    assert decisions(full(), ruled)[1:3] == [None, None]
    assert set(ruled.left) == {key(full(), 2), key(full(), 3)}
    assert outcomes(ruled, "e5", "e9", "e12") == [ACCEPT] * 3


def test_rules_yield_to_what_people_accepted():
    ruled = rulings(full(), [on(key(full(), 3), Decision.ACCEPTED)], [BulkRule(Decision.ACCEPTED, "IOM")])
    assert decisions(full(), ruled)[1:3] == [Decision.SUPERSEDED, Decision.ACCEPTED]
    assert ruled.left == ()


def test_rules_that_turn_down_one_agency_leave_what_another_proposes_too():
    ruled = rulings(full(), [], [BulkRule(Decision.REJECTED, "FAO")])
    assert outcomes(ruled, "e5", "e6", "e7", "e8") == [REJECT, REJECT, KEEP, KEEP]
    assert outcomes(rulings(full(), [], [BulkRule(Decision.REJECTED)]), "e7", "e8") == [REJECT, REJECT]


@pytest.mark.parametrize("decision", [Decision.ACCEPTED_WITH_MODIFICATION, Decision.PARTLY_ACCEPTED, Decision.DUPLICATE])
def test_rules_cannot_give_each_row_a_text_or_a_number(decision: Decision):
    with pytest.raises(ValueError, match="a rule has none"):
        BulkRule(decision)


def test_rulings_what_its_own_agency_took_out_again_is_nothing_to_decide():
    found = ledger(edit("a", "FAO", place(4, 4), after="x", said="withdrawn"), edit("b", "FAO", place(9, 9), after="y"))
    for given_, rules in (([], [BulkRule(Decision.ACCEPTED)]), ([on("a", Decision.ACCEPTED)], [BulkRule(Decision.ACCEPTED)])):
        assert outcomes(rulings(found, given_, rules), "a", "b") == [REJECT, ACCEPT]
    assert decisions(found, rulings(found, [])) == [Decision.WITHDRAWN, None]


def test_rulings_of_comments_do_not_depend_on_their_order():
    found = ledger(comment("c1", "FAO", place(), "x"), comment("c2", "WHO", place(), "y", parent="c1"))
    assert [rulings(found, [on("c2", Decision.NOTED)]).comments[each].outcome for each in ("c1", "c2")] == [REJECT, REJECT]


@given(ledgers(), st.sampled_from(["FAO", "WHO", "IOM"]))
def test_rulings_all_of_one_agency_accepted_all_others_rejected_say_so_of_each_edit(found: Ledger, agency: str):
    given_: Iterable[Disposition] = [
        on(each.id, Decision.ACCEPTED if each.agency == agency else Decision.REJECTED) for each in found.edits
    ]
    ruled = rulings(found, given_)
    assert {each.id: ruled.edits[each.id].outcome for each in found.edits} == {
        each.id: ACCEPT if each.agency == agency else REJECT for each in found.edits
    }
