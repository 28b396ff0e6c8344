"""Dates as people know them: "early 2018", "26–27 September 2017", "before the end of 2017". Read, compare, word in three languages.

Plain Python; not for clock times, durations or recurring dates.
"""

from tansiq.engines.dates.edtf import parse_edtf
from tansiq.engines.dates.errors import DateError, ImpossibleDate, UnknownLanguage, UnreadableDate
from tansiq.engines.dates.format import LANGUAGES, NO_BREAK_SPACE, format_date, lead
from tansiq.engines.dates.parse import parse
from tansiq.engines.dates.value import PartialDate, Precision, Qualifier

__all__ = [
    "LANGUAGES",
    "NO_BREAK_SPACE",
    "DateError",
    "ImpossibleDate",
    "PartialDate",
    "Precision",
    "Qualifier",
    "UnknownLanguage",
    "UnreadableDate",
    "format_date",
    "lead",
    "parse",
    "parse_edtf",
]
