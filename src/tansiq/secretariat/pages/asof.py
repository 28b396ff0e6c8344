"""The as-of form of every page of the record: on which day, and as known on which. It reads, it never writes."""

from datetime import UTC, date, datetime, time
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tansiq.engines.dates import DateError, PartialDate, UnreadableDate, format_date
from tansiq.secretariat.pages.reading import read_day

AS_OF, KNOWN_AT = "as-of", "known-at"


class DayField(forms.Field):
    """A day as people write it, in any language of the pages."""

    default_error_messages = {  # noqa: RUF012 (Django reads it from the class)
        "unreadable": _("“%(found)s” cannot be read as a day. Write “%(day)s”, “%(month)s” or %(iso)s."),
        "unreadable_because": _("“%(found)s” cannot be read as a day: %(why)s. Write “%(day)s”, “%(month)s” or %(iso)s."),
    }

    def to_python(self, value: str | None) -> date | None:
        """The day, None when nothing was written. Raises ValidationError that says what was found and how to write it."""
        if value is None or not value.strip():
            return None
        language = get_language() or "en"
        try:
            return read_day(value)
        except DateError as error:
            # The engine gives its reasons in English only.
            why = error.why if isinstance(error, UnreadableDate) and language == "en" else ""
            code = "unreadable_because" if why else "unreadable"
            raise forms.ValidationError(self.error_messages[code], code, _samples(value, why, language)) from error

    def prepare_value(self, value: Any) -> Any:
        """A day in words; a text stays as it is."""
        if isinstance(value, date):
            return in_words(value, get_language() or "en")
        return value


class AsOfForm(forms.Form):
    """Query fields `as-of` and `known-at`; a field that was not sent stands for `default` and for now.

    A page that learns its default from the record gives it later, by `show`. A day that was read is shown in the language
    of the page; what cannot be read stays as it was written.
    """

    def __init__(self, query: QueryDict, *, now: datetime, default: date | None = None) -> None:
        shown = query.copy()
        super().__init__(shown if AS_OF in query or KNOWN_AT in query else None)
        self.now, self.default = now, default or now.date()
        self.fields[AS_OF] = DayField(required=False, initial=self.default, label=_("As of"), widget=_input("asof"))
        if KNOWN_AT in query:
            self.fields[KNOWN_AT] = DayField(required=False, initial=now.date(), label=_("as known on"), widget=_input("knownat"))
        for name in self.errors:
            self.fields[name].widget.attrs |= {"aria-invalid": "true", "aria-describedby": f"id_{name}_error"}
        for name, day in getattr(self, "cleaned_data", {}).items():
            if isinstance(day, date):
                shown[name] = in_words(day, get_language() or "en")

    def show(self, default: date) -> None:
        """Set the day that the page shows when none is asked for."""
        self.default = self.fields[AS_OF].initial = default

    @property
    def as_of(self) -> date:
        """The day asked for; the default when none was written or it cannot be read."""
        return self.asked or self.default

    @property
    def known_at(self) -> datetime:
        """The moment of knowledge: the last instant of the day asked for, in UTC; now when none was."""
        day = self._read(KNOWN_AT)
        return datetime.combine(day, time.max, UTC) if day and day < self.now.date() else self.now

    @property
    def known_today(self) -> bool:
        """Whether the page says what is known now."""
        return self.known_at == self.now

    @property
    def asked(self) -> date | None:
        """The day asked for; None when none was, or it cannot be read."""
        return self._read(AS_OF)

    def _read(self, name: str) -> date | None:
        day: date | None = getattr(self, "cleaned_data", {}).get(name)
        return day


def in_words(day: date, language: str) -> str:
    """A day as people write it, with plain spaces: for fields, where a no-break space would come back."""
    return format_date(PartialDate.on(day), language).replace("\u00a0", " ")


def _input(name: str) -> forms.TextInput:
    return forms.TextInput(attrs={"id": f"id_{name}", "autocomplete": "off", "size": 20, "dir": "auto"})


def _samples(found: str, why: str, language: str) -> dict[str, str]:
    day = date(2017, 11, 15)
    return {
        "found": found.strip()[:60], "why": why, "iso": day.isoformat(), "day": in_words(day, language),
        "month": format_date(PartialDate.month(day.year, day.month), language).replace("\u00a0", " "),
    }
