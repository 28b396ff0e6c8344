"""Every record behind the report of 2017 is changed: the report says the new thing, and of the time before what it said before."""

from datetime import timedelta
from functools import cache
from typing import Any

import pytest
from django.apps import apps

from tansiq.engines.dates import parse_edtf
from tansiq.engines.press.tree import DateText, Document, Fact, Name, Stated, text_of, walk
from tansiq.secretariat.meetings.models import ParticipationTotal
from tansiq.secretariat.publications.models import EditionTerm
from tansiq.secretariat.record.domain.actors import worker_actor
from tansiq.secretariat.record.domain.errors import MoveRefused
from tansiq.secretariat.record.domain.moves import standing_moves, withdraw_last_move
from tansiq.secretariat.record.domain.references import kinds
from tansiq.secretariat.record.domain.terms import corrected, supersede
from tansiq.secretariat.record.models import Move, Stateful, Term, Texts
from tansiq.secretariat.register.models import NameTerm, SeatTerm
from tansiq.secretariat.reporting.domain.compose import compose
from tansiq.secretariat.reporting.domain.telling import record_nodes, references
from tests.example import DAY, LATER

CHANGED = LATER + timedelta(days=1)
NOW = LATER + timedelta(days=2)
FORMS = ("short", "the", "to", "of_form", "definite")
OTHER_DATES = {
    "2017-09-26/2017-09-27": "2017-09-25/2017-09-26", "2017-12-04/2017-12-06": "2017-12-05/2017-12-07", "2018-02/..": "2018-03/..",
    "2018-09": "2018-10", "2018/2019": "2018/2020", "2017-12": "2018-01", "early 2018": "mid 2018", "../2017": "2017-12",
    "2017-11-20/2017-11-21": "2017-11-22/2017-11-23",
}
PRINTED = (
    "register.OrganizationName", "register.GroupName", "register.GroupObjectiveTerm", "register.MechanismName", "register.MandateName",
    "register.MandateTerm", "programme.ProcessName", "programme.StepName", "programme.StepExpectation", "programme.ObjectiveTerm",
    "programme.OutputTerm", "programme.OutputPointTerm", "meetings.MeetingName", "meetings.MeetingTerm", "meetings.MeetingPointTerm",
    "meetings.ParticipationTerm", "meetings.ParticipationTotal", "publications.SeriesName", "publications.EditionName",
    "publications.EditionTerm", "publications.StageExpectation", "reporting.SessionTerm",
)
"""Terms on which something printed rests, seats apart."""

UNSEEN = (
    "register.OfficeTerm", "publications.EditionParty", "publications.EditionGroup", "meetings.Organizer", "meetings.OrganizingGroup",
    "programme.WorkProgrammeTerm",
)
"""Terms that decide what is said, though no node rests on them."""


def report(known_at=NOW) -> Document:
    return compose(group="wgim", session=23, as_of=DAY, known_at=known_at, language="en")


def text(document: Document) -> str:
    return "\n".join(text_of(node.inlines) for _path, node in walk(document) if hasattr(node, "inlines"))


@pytest.fixture
def before(example) -> Document:
    return original()


@cache
def original() -> Document:
    """The report before any change, composed once: the tests roll their changes back."""
    return report(LATER)


def resting_on(document: Document, ref: str) -> list[Any]:
    return [node for node, _block in record_nodes(document) if ref in node.rests_on]


def rows_behind(document: Document, model: type) -> list[Any]:
    """The rows of a model on which something printed rests."""
    kind = next(kind for kind, each in kinds().items() if each is model)
    slugs = sorted(ref.rpartition("/")[2] for ref in references(document) if ref.rpartition("/")[0] == kind)
    return list(model.objects.filter(**{"entry__in" if model is Move else "slug__in": slugs}).order_by("pk"))


def by_change() -> dict[str, Any]:
    return {"by": worker_actor("correction"), "at": CHANGED, "because": "to see it in the report"}


def change(term: Term, printed: list[Any], number: int) -> tuple[Term, dict[tuple[str, str], str]]:
    """Say something else in every column that is printed; the new row, and what each of the nodes is to show instead."""
    if isinstance(term, NameTerm):
        new = {"long": f"Zephyr Long {number}", "acronym": f"ZQ{number}", **dict.fromkeys(FORMS, f"Zephyr {number}")}
        wanted = {("Name", form): new[form] for form in ("long", "acronym", "short")}
    else:
        new, wanted = {}, {}
        for node in printed:
            for column, value, key, shown in said_otherwise(term, node, number):
                new[column], wanted[key] = value, shown
    [row] = supersede(term=term, with_=[corrected(term, **new)], **by_change())
    return row, wanted


def said_otherwise(term: Term, node: Any, number: int) -> list[tuple[str, Any, tuple[str, str], str]]:
    """The column behind a node with another value, and what the node is to show then; nothing where another row decides."""
    if isinstance(node, Stated):
        words = f"another text {number}"
        return [(node.field, Texts({"en": words}), ("Stated", node.field), words)]
    if isinstance(node, DateText):
        other = OTHER_DATES.get(node.edtf, "")
        columns = [field.name for field in term._meta.concrete_fields if getattr(getattr(term, field.name), "edtf", "") == node.edtf]
        if Move.objects.filter(entry__in=[ref.rpartition("/")[2] for ref in node.rests_on if "move" in ref], after="held"):
            return []
        return [(column, parse_edtf(other), ("DateText", other), other) for column in columns if other]
    if isinstance(term, ParticipationTotal):
        return [("count", 123, ("Fact", node.key), "about 123")]
    if isinstance(term, EditionTerm) and node.key == "publications.edition_number":
        value, words = (9, "ninth") if node.text == "second" else (11 + number, str(11 + number))
        return [("number", value, ("Fact", node.key), words)]
    return []


def shown(document: Document, ref: str) -> dict[tuple[str, str], set[str]]:
    """What the nodes that rest on a row show, by kind and field, form, key or date."""
    found: dict[tuple[str, str], set[str]] = {}
    for node in resting_on(document, ref):
        what = {Name: "form", Stated: "field", Fact: "key", DateText: "edtf"}[type(node)]
        found.setdefault((type(node).__name__, getattr(node, what)), set()).add(node.edtf if isinstance(node, DateText) else node.text)
    return found


def test_every_kind_of_row_behind_the_report_is_changed_here(before):
    behind = {ref.rpartition("/")[0] for ref in references(before)}
    models = {model._meta.label for kind, model in kinds().items() if kind in behind}
    assert models == {*PRINTED, "register.SeatTerm", "record.Move"}


@pytest.mark.parametrize("name", PRINTED)
def test_term_that_says_something_else_is_printed_so_from_its_recording_on(name, before):
    rows = rows_behind(before, apps.get_model(name))
    changed = [(row, *change(row, resting_on(before, row.ref), number)) for number, row in enumerate(rows)]
    after = report()
    for old, new, wanted in changed:
        printed, was = shown(after, new.ref), shown(before, old.ref)
        assert resting_on(after, old.ref) == []
        assert printed
        for key, words in wanted.items():
            if key in was or key[0] == "DateText":
                assert printed.get(key) == {words}, f"{old.ref}: {was}"
                # A name may stand inside another, a short text too; a long text that is replaced must be nowhere.
                assert key[0] != "Stated" or not any(len(past) > 25 and past in text(after) for past in was[key]), f"{old.ref}: {was}"
    assert report(LATER) == before


def test_seat_withdrawn_leaves_the_count_and_the_list(before):
    rows = rows_behind(before, SeatTerm)
    assert len(rows) == 16
    for left, seat in zip(range(15, -1, -1), rows, strict=True):
        supersede(term=seat, with_=[], **by_change())
        if left in (15, 14, 0):
            after = report()
            counts = {node.key: node.value for _path, node in walk(after) if isinstance(node, Fact)}
            assert (counts["register.member_count"], counts["register.member_count_if_approved"]) == (left, left + 1)
            gone = {f"register/organization/{row.seat.organization.slug}" for row in rows[: 16 - left]}
            assert members_named(after) == members_named(before) - gone
    assert report(LATER) == before


def members_named(document: Document) -> set[str]:
    """The organizations of the footnote on members."""
    return {node.of for _path, node in walk(document.notes[0]) if isinstance(node, Name) and node.of.startswith("register/organization/")}


def taken_back(move: Move) -> bool:
    """Take back the moves of a row up to this one; False for the one that began it, which stands."""
    subject = next(model for kind, model in kinds().items() if kind == move.subject.rpartition("/")[0])
    row = subject.objects.get(slug=move.subject.rpartition("/")[2])
    assert isinstance(row, Stateful)
    try:
        while standing_moves(row.ref).filter(pk=move.pk).exists():
            withdraw_last_move(row=row, **by_change())
    except MoveRefused:
        return False
    return True


@pytest.mark.parametrize(
    ("subject", "name", "gone"),
    [
        ("meetings/meeting/consultation-2017", "hold", "26–27\u00a0September\u00a02017"),
        ("publications/edition/situation-report-2017", "review", "first\u00a0half\u00a0of\u00a02017"),
        ("publications/edition/issue-brief-3", "issue", "five"),
    ],
)
def test_move_taken_back_takes_its_sentence_along(before, subject, name, gone):
    [move] = Move.objects.filter(subject=subject, name=name)
    assert gone in text(before)
    assert taken_back(move)
    after = report()
    assert gone not in text(after)
    assert move.ref not in references(after)
    assert report(LATER) == before


def test_every_move_behind_the_report_can_be_taken_back_but_the_first_of_a_row(before):
    moves = rows_behind(before, Move)
    assert len(moves) > 10
    stood = [move for move in moves if not taken_back(move)]
    assert {move.before for move in stood} == {""}
    after = references(report())
    assert [move.ref for move in moves if move not in stood and move.ref in after] == []
    assert report(LATER) == before


@pytest.mark.parametrize("name", UNSEEN)
def test_term_that_decides_unseen_is_withdrawn_and_the_text_changes(before, name):
    model = apps.get_model(name)
    for term in model.objects.filter(superseded_at=None):
        supersede(term=term, with_=[], **by_change())
    assert text(report()) != text(before)
    assert report(LATER) == before
