"""One disposition from what people wrote, in a workbook's cells or a JSON object: words of three languages or codes."""

import re
from collections.abc import Mapping
from typing import TypeVar

from tansiq.engines.redline.errors import DispositionRefused
from tansiq.engines.redline.report.columns import Column
from tansiq.engines.redline.report.decisions import Category, Decision, Disposition, Status
from tansiq.engines.redline.report.words import category_meant, decision_meant, status_meant

_Code = TypeVar("_Code", Category, Decision, Status)
# "Duplicate of No. 12" in one cell, as people write it.
_WITH_NUMBER = re.compile(r"(?P<word>.*?)(?:\s+(?:of|du|de|للرقم|no\.?|n°|no|رقم))*\s*(?P<number>\d+)\s*", re.IGNORECASE | re.DOTALL)


def disposition_of(of: str, written: Mapping[Column, str], *, place: str) -> Disposition:
    """The disposition written in the columns of people. `place` names the row in messages.

    Raises DispositionRefused for a word that is no disposition, category or status, and a duplicate whose number is none.
    """
    word, number = written.get(Column.DECISION, "").strip(), written.get(Column.DUPLICATE_OF, "").strip()
    decision = decision_meant(word)
    if decision is None and (match := _WITH_NUMBER.fullmatch(word)) and decision_meant(match["word"]) is Decision.DUPLICATE:
        decision, number = Decision.DUPLICATE, number or match["number"]
    if decision is None and word:
        raise DispositionRefused(f"{place}: {word!r} is no disposition. Choose one of: {', '.join(Decision)}.")
    if number and not number.isdecimal():
        raise DispositionRefused(f"{place}: {number!r} is not the number of a row. Write the number that stands in its first column.")
    return Disposition(
        of, decision, final_text=written.get(Column.FINAL_TEXT, "").strip("\n"), response=written.get(Column.RESPONSE, "").strip(),
        category=_code(category_meant(written.get(Column.CATEGORY, "")), Category, written.get(Column.CATEGORY, ""), place),
        duplicate_of=int(number) if number else 0, responsible=written.get(Column.RESPONSIBLE, "").strip(),
        decided_by=written.get(Column.DECIDED_BY, "").strip(), decided_on=written.get(Column.DECIDED_ON, "").strip(),
        status=_code(status_meant(written.get(Column.STATUS, "")), Status, written.get(Column.STATUS, ""), place) or Status.OPEN,
        applied_in=written.get(Column.APPLIED_IN, "").strip(), place=place,
    )


def _code(found: _Code | None, kind: type[_Code], word: str, place: str) -> _Code | None:
    if found is None and word.strip():
        raise DispositionRefused(f"{place}: {word.strip()!r} is no {kind.__name__.lower()}. Choose one of: {', '.join(kind)}.")
    return found
