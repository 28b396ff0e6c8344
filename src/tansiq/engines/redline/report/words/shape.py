"""What each language must have a word for. Templates hold named places for `str.format`."""

from collections.abc import Mapping
from dataclasses import dataclass

from tansiq.engines.redline.edits import Kind, Source
from tansiq.engines.redline.report.columns import Column
from tansiq.engines.redline.report.decisions import Category, Decision, RowType, Status


@dataclass(frozen=True)
class Words:
    """The words of one language. `decided` says of each decision, as a sentence to the agency, what became of its proposal."""

    language: str
    right_to_left: bool
    columns: Mapping[Column, str]
    types: Mapping[RowType, str]
    categories: Mapping[Category, str]
    decisions: Mapping[Decision, str]
    decided: Mapping[Decision, str]
    statuses: Mapping[Status, str]
    kinds: Mapping[Kind, str]
    sources: Mapping[Source, str]
    stories: Mapping[str, str]
    reasons: Mapping[str, str]
    tracked: str
    untracked: str
    replacement: str
    moved_to: str                                  # {paragraph}
    row: str                                       # {row}
    cell: str                                      # {row} {cell}
    notes: Mapping[str, str]                       # what the ledger says of an edit by a code
    own: str                                       # the agency of changes that the draft held when it went out
    conflict: str                                  # {number} {rows} {reason}
    labelled: str                                  # {label} {text}
    numbers: str                                   # {numbers}: rows of the matrix
    see: str                                       # {numbers}
    resolved: str
    cut: str                                       # {length}
    undecided: str
    separator: str
    matrix: str
    counts: str
    lists: str
    total: str
    rows: str
    edits: str
    comments: str
    agreeing: str
    page_of: str                                   # {page} {pages}
    title: str                                     # {draft}
    response_title: str                            # {agency}
    response_intro: str                            # {draft} {rows}
    final_text: str                                # {text}
    page: str                                      # {page}
    paragraph: str                                 # {paragraph}
    also: str                                      # {agencies}
    nothing: str
