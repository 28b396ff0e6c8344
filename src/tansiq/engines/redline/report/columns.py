"""The columns of the matrix in their order: which come from the ledger, which people fill, how wide they are."""

from enum import StrEnum


class Column(StrEnum):
    """One column. Those from `CATEGORY` and from `RESPONSIBLE` on are filled by people; the last three are hidden."""

    NUMBER = "number"
    AGENCY = "agency"
    PERSON = "person"
    DATE = "date"
    DRAFT = "draft"
    SECTION = "section"
    PAGE = "page"
    PARAGRAPH = "paragraph"
    PART = "part"
    TYPE = "type"
    CHANGE = "change"
    TRACKED = "tracked"
    CURRENT = "current"
    PROPOSED = "proposed"
    COMMENT = "comment"
    RATIONALE = "rationale"
    AGREEING = "agreeing"
    CONFLICT = "conflict"
    NOTE = "note"
    CATEGORY = "category"
    RESPONSIBLE = "responsible"
    DECISION = "decision"
    DUPLICATE_OF = "duplicate_of"
    FINAL_TEXT = "final_text"
    RESPONSE = "response"
    DECIDED_BY = "decided_by"
    DECIDED_ON = "decided_on"
    STATUS = "status"
    APPLIED_IN = "applied_in"
    KEY = "key"
    PAGE_KEPT = "page_kept"
    FINGERPRINT = "fingerprint"


HIDDEN = (Column.KEY, Column.PAGE_KEPT, Column.FINGERPRINT)
FILLED = (
    Column.CATEGORY, Column.RESPONSIBLE, Column.DECISION, Column.DUPLICATE_OF, Column.FINAL_TEXT, Column.RESPONSE, Column.DECIDED_BY,
    Column.DECIDED_ON, Column.STATUS, Column.APPLIED_IN,
)
"""What people fill."""

SOURCE = tuple(column for column in Column if column not in FILLED and column not in HIDDEN)
"""What comes from the ledger and may not be changed."""

HIDDEN_TITLES = {Column.KEY: "tansiq:key", Column.PAGE_KEPT: "tansiq:page", Column.FINGERPRINT: "tansiq:fingerprint"}
"""The hidden columns are called the same in every language."""

WIDTHS = {
    Column.NUMBER: 6, Column.AGENCY: 14, Column.PERSON: 16, Column.DATE: 12, Column.DRAFT: 14, Column.SECTION: 22, Column.PAGE: 7,
    Column.PARAGRAPH: 11, Column.PART: 14, Column.TYPE: 13, Column.CHANGE: 15, Column.TRACKED: 14, Column.CURRENT: 42, Column.PROPOSED: 42,
    Column.COMMENT: 42, Column.RATIONALE: 14, Column.AGREEING: 16, Column.CONFLICT: 20, Column.NOTE: 22, Column.CATEGORY: 15,
    Column.RESPONSIBLE: 16, Column.DECISION: 18, Column.DUPLICATE_OF: 12, Column.FINAL_TEXT: 36, Column.RESPONSE: 36, Column.DECIDED_BY: 16,
    Column.DECIDED_ON: 12, Column.STATUS: 12, Column.APPLIED_IN: 14, Column.KEY: 12, Column.PAGE_KEPT: 12, Column.FINGERPRINT: 12,
}
"""Widths in characters, as spreadsheets count them."""
