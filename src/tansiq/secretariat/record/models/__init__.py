"""The rows of the record."""

from tansiq.secretariat.record.models.accounts import Account, Actor
from tansiq.secretariat.record.models.evidence import Basis, Evidence
from tansiq.secretariat.record.models.fields import PartialDateField, Texts, TextsField
from tansiq.secretariat.record.models.identity import Identity, Referable, Stateful, kind_of
from tansiq.secretariat.record.models.log import ChainHead, EntryDetail, LogEntry
from tansiq.secretariat.record.models.moves import Move, by_subject
from tansiq.secretariat.record.models.terms import Term, TermQuerySet, term_constraints, term_indexes

__all__ = [
    "Account",
    "Actor",
    "Basis",
    "ChainHead",
    "EntryDetail",
    "Evidence",
    "Identity",
    "LogEntry",
    "Move",
    "PartialDateField",
    "Referable",
    "Stateful",
    "Term",
    "TermQuerySet",
    "Texts",
    "TextsField",
    "by_subject",
    "kind_of",
    "term_constraints",
    "term_indexes",
]
