"""Every kind of row, column, state and fact has a word."""

from tansiq.secretariat.record.domain.references import kinds
from tansiq.secretariat.record.facts import registered
from tansiq.secretariat.record.lifecycle import lifecycles
from tansiq.secretariat.record.models import Identity, Move, Term
from tansiq.secretariat.record.models.terms import BOOKKEEPING
from tansiq.secretariat.reporting.web.words import COLUMNS, FACTS, GRAMMAR, KINDS, STATES

APART = BOOKKEEPING | GRAMMAR | {"begins", "ends", "basis"}
SHOWN = {kind: model for kind, model in kinds().items() if issubclass(model, Term | Identity) or model is Move}


def test_every_kind_of_row_has_a_word():
    assert set(KINDS) == set(SHOWN)


def test_every_column_of_a_term_and_every_fixed_column_of_an_identity_has_a_word():
    columns = {column.name for model in SHOWN.values() if issubclass(model, Term) for column in model._meta.concrete_fields}
    for model in SHOWN.values():
        if issubclass(model, Identity):
            fixed = [column for column in model._meta.concrete_fields if column.is_relation or column.choices]
            columns |= {column.name for column in fixed} - {"account"}
    assert columns - APART - set(COLUMNS) == set()


def test_every_state_has_a_word():
    assert set(STATES) == {state for lifecycle in lifecycles().values() for state in lifecycle.states}


def test_every_fact_has_a_word():
    assert set(FACTS) == set(registered())
