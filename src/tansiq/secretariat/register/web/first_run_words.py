"""Sentences about lists of members: why a file is not read, how one was, and what of it is not recorded."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tansiq.engines.press.typography import join_list
from tansiq.secretariat.pages.sheets import UnreadableSheet
from tansiq.secretariat.register.domain import members_list as columns
from tansiq.secretariat.register.domain.members_list import Note
from tansiq.secretariat.register.domain.members_list_drafts import Draft
from tansiq.secretariat.register.domain.members_list_plan import BEFORE, CLASHES, SITS

COLUMN_WORDS: Mapping[str, Any] = {
    columns.IGNORED: _("not read"),
    columns.NAME: _("name of the organization"),
    columns.ACRONYM: _("its acronym"),
    columns.COUNTRY: _("country"),
    columns.PERSON: _("name of the focal point"),
    columns.EMAIL: _("mail address of the focal point"),
    columns.SINCE: _("member since"),
    columns.ROLE: _("role"),
}

SEPARATOR_WORDS: Mapping[str, Any] = {
    "lines": _("at the end of a line"),
    "semicolon": _("at a semicolon"),
    "slash": _("at a stroke /"),
    "and": _("at the word “and”, but not within a name the register knows"),
}

REFUSALS: Mapping[str, Any] = {
    "empty": _("This file holds no rows. Choose the file with the list."),
    "too-big": _("This file is larger than %(megabytes)s megabytes. Save the list alone in a new file."),
    "too-much": _("This file unpacks to more than a list of members needs. Save the list alone in a new file."),
    "too-many-rows": _("This file has more than %(rows)s rows. Save only the rows with the members in a new file."),
    "too-wide": _("This file has more than %(columns)s columns. Save only those with the members in a new file."),
    "too-long": _("A cell of row %(row)s has more than %(letters)s letters. This does not look like a list of members."),
    "old-excel": _("This is an Excel file of the old kind (.xls). Open it and save it as “Excel Workbook (.xlsx)”."),
    "binary-excel": _("This is a binary Excel file (.xlsb). Open it and save it as “Excel Workbook (.xlsx)”."),
    "open-document": _("This is an OpenDocument file (.ods). Open it and save it as “Excel Workbook (.xlsx)”."),
    "protected": _("This file is protected by a password. Open it, take the password away and save it again."),
    "web-page": _("This is a web page under the name of a spreadsheet. Open it in Excel and save it as “Excel Workbook (.xlsx)”."),
    "word": _("This is a Word file. Copy its table into Excel and save that as “Excel Workbook (.xlsx)”."),
    "pdf": _("This is a PDF file. Ask for the list as Excel or CSV."),
    "other": _("This is neither an Excel workbook nor a CSV file. Save the list as “Excel Workbook (.xlsx)”."),
    "broken": _("This file is damaged and cannot be opened. Open it in Excel and save it again."),
    "formula": _("Cell %(cell)s holds a formula whose result is not in the file. Open it in Excel, save it, and choose it again."),
    "several-sheets": _("This file has several sheets with rows: %(names)s. Write below which one holds the members."),
    "no-such-sheet": _("This file has no visible sheet of that name. It has: %(names)s."),
    "encoding": _("This file is not written in %(name)s. Choose other characters below."),
}

READ_NOTES: Mapping[str, Any] = {
    "encoding": _("Its characters were read as %(name)s."),
    "formulas": _("%(count)s cells hold formulas: what Excel last showed in them was read."),
    "merged": _("Cells that were merged over several rows were filled in each of them: %(cells)s."),
    "stopped": _("The reading ended at row %(row)s, after a thousand empty rows."),
}

NOTES: Mapping[str, Any] = {
    "since": _("“%(text)s” cannot be read as a date."),
    "two-dates": _("%(text)s: its rows give different dates. None of them is taken."),
    "two-kinds": _("%(text)s: its rows give different roles. The first is taken."),
    "role": _("The role “%(text)s” is not one of the record’s. It is left out."),
    "co-chair": _("%(text)s: co-chairs are recorded on the next page."),
    "acronyms": _("“%(text)s”: the row has another number of acronyms than of names. The acronyms are left out."),
    "contacts": _("“%(text)s”: another number of names than of mail addresses. These contacts are left out."),
    "email": _("“%(text)s” is not a mail address. It is left out."),
    "whose": _("“%(text)s”: the row names several organizations, so it is not clear whose contact this is. It is left out."),
    "kind-differs": _("%(text)s: the list gives another role than the record. Change it on the page of the seat."),
}

SEVERAL = 2
"""From how many rows of headings on the page says so."""

STATUSES: Mapping[str, Any] = {
    SITS: _("It sits already."),
    CLASHES: _("It sits on later days already. Correct the date, or record this on the page of the seat."),
    BEFORE: _("It had a seat before. Say in the list since when it sits again."),
}


def refusal(refused: UnreadableSheet) -> str:
    """Why a file is not read and what to do, in one line."""
    found = dict(refused.found)
    if "names" in found:
        found["names"] = join_list([f"“{name}”" for name in found["names"]], get_language() or "en")
    return str(REFUSALS[refused.code]) % found


def read_note(note: Mapping[str, Any]) -> str:
    """How a file was read, where that had to be decided."""
    return str(READ_NOTES[note["code"]]) % note


def headings_note(draft: Draft) -> list[str]:
    """That several rows were taken for headings, where they were: the officer may know better."""
    above = [row.number for row in draft.sheet.rows if row.number < draft.settings.reading.first]
    if len(above) < SEVERAL:
        return []
    rows = join_list([str(row) for row in above], get_language() or "en")
    return [str(_("Rows %(rows)s were taken for headings. Say below if the first member stands higher or lower.")) % {"rows": rows}]


def note_of(note: Note) -> str:
    """What of a row is not taken as it stands."""
    return str(NOTES[note.code]) % {"text": note.text[:80]}


def rows_of(rows: Iterable[int]) -> str:
    """Where in the list something stands."""
    return str(_("row %(rows)s")) % {"rows": join_list([str(row) for row in rows], get_language() or "en")}
