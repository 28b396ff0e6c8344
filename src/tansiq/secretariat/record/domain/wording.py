"""How facts show what they found in each language: dates, counts, and the word for nothing."""

from collections.abc import Mapping
from datetime import date

from tansiq.engines.dates import PartialDate, format_date
from tansiq.engines.press.typography import format_number
from tansiq.secretariat.record.enums import Language

NOTHING: Mapping[str, str] = {"en": "none", "ar": "لا يوجد", "fr": "néant"}
"""What is shown where a fact has no value."""


def date_display(value: PartialDate | None, as_of: date) -> dict[str, str]:
    """A date in words; an open period that begins after `as_of` reads "from", an earlier one "since"."""
    if value is None:
        return dict(NOTHING)
    ahead = value.first_day is not None and value.first_day > as_of
    return {language: format_date(value, language, ahead=ahead) for language in Language.values}


def count_display(value: int | None) -> dict[str, str]:
    """A count in figures."""
    return dict(NOTHING) if value is None else {language: format_number(value, language) for language in Language.values}
