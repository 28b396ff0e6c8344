"""How facts show what they found in each language: dates, counts, and the word for nothing; and how messages read to a person."""

import re
from collections.abc import Mapping
from datetime import date

from django.apps import apps

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


def said(value: PartialDate) -> str:
    """A date as an English message says it, with plain spaces: "26–27 September 2017"."""
    return format_date(value, "en").replace("\u00a0", " ")


def since_words(value: PartialDate) -> str:
    """From when something holds, in English for a list: with an open start, when at the latest ("by the end of 2016")."""
    return said(value).replace("before the end of", "by the end of")


_REFERENCE = re.compile(r"(?<![\w/])(?P<app>[a-z]+)/(?P<kind>[a-z]+(?:-[a-z]+)*)/(?P<slug>[a-z0-9]+(?:[.-][a-z0-9]+)*)")
_WORDS = {"join-request": "request"}


def in_words(message: str) -> str:
    """A message with words in the place of references, for a person: "register/join-request/wgim-unicef" is "the request wgim-unicef".

    Errors carry references because programs and the log read them; what looks like one but names no app of ours (a path) stays.
    """
    labels = {config.label for config in apps.get_app_configs()}

    def words(found: re.Match[str]) -> str:
        if found["app"] not in labels:
            return found[0]
        kind = _WORDS.get(found["kind"], found["kind"].replace("-", " "))
        return f"the {kind} {found['slug']}"

    return _REFERENCE.sub(words, message)
