"""What forms that change the record are made of: dates as people write them, the reason, files as they were received.

Plain forms only: a view hands what was read to one verb of a domain, and puts its refusal beside the field it is about.
"""

from datetime import UTC, date, datetime
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from tansiq.engines.dates import DateError, PartialDate, format_date
from tansiq.secretariat.pages.reading import read_date

LARGEST = 20 * 1024 * 1024
"""The most bytes a file may have."""


class DateField(forms.Field):
    """A date as people write it, exact or not, in any language of the pages.

    With `happened` it must have a last day, and that day must not be still to come.
    """

    default_error_messages = {  # noqa: RUF012 (Django reads it from the class)
        "required": _("Say on which day. A month or a year will do where the day is not known."),
        "unreadable": _("“%(found)s” cannot be read as a date. Write “%(day)s”, “%(month)s” or %(iso)s."),
        "open": _("“%(found)s” is open at its end. Say by when it had happened."),
        "to_come": _("%(found)s is still to come. Record it once it has happened."),
    }

    def __init__(self, *, happened: bool = False, **settings: Any) -> None:
        self.happened = happened
        settings.setdefault("widget", forms.TextInput(attrs={"autocomplete": "off", "size": 20, "dir": "auto"}))
        super().__init__(**settings)

    def to_python(self, value: str | None) -> PartialDate | None:
        """The date, None when nothing was written. Raises ValidationError that says what was found and how to write it."""
        if value is None or not value.strip():
            return None
        try:
            return read_date(value)
        except DateError as error:
            raise self._invalid("unreadable", value) from error

    def validate(self, value: PartialDate | None) -> None:
        """Refuse what has not happened yet where only what happened can be recorded."""
        super().validate(value)
        if value is None or not self.happened:
            return
        day = value.happened_by()
        if day is None:
            raise self._invalid("open", in_words(value))
        if day > datetime.now(UTC).date():
            raise self._invalid("to_come", in_words(value))

    def prepare_value(self, value: Any) -> Any:
        """A date in words where those can be read back, else as ISO 8601 writes it; a text stays as it is."""
        if not isinstance(value, PartialDate):
            return value
        said = in_words(value)
        try:
            return said if read_date(said) == value else value.edtf
        except DateError:
            return value.edtf

    def _invalid(self, code: str, found: str) -> forms.ValidationError:
        sample = PartialDate.month(2017, 11)
        day = date(2017, 11, 15)
        words = {"found": found.strip()[:60], "iso": day.isoformat(), "day": in_words(PartialDate.on(day)), "month": in_words(sample)}
        return forms.ValidationError(self.error_messages[code], code, words)


class LinesField(forms.CharField):
    """Several texts, one a line; empty lines are left out."""

    def __init__(self, **settings: Any) -> None:
        settings.setdefault("widget", forms.Textarea(attrs={"rows": 3, "dir": "auto"}))
        super().__init__(**settings)

    def to_python(self, value: Any) -> Any:
        """The lines."""
        return [line.strip() for line in (super().to_python(value) or "").splitlines() if line.strip()]

    def run_validators(self, value: Any) -> None:
        """Each line as a text of its own: what no text may hold is not found in a list."""
        for line in value:
            super().run_validators(line)

    def prepare_value(self, value: Any) -> Any:
        """The texts below each other."""
        return "\n".join(value) if isinstance(value, list) else value


class ReceivedFileField(forms.FileField):
    """A letter or mail to be kept exactly as received."""

    default_error_messages = {  # noqa: RUF012 (Django reads it from the class)
        "empty": _("This file is empty. Choose the letter or mail as it was received."),
        "large": _("This file is larger than 20 megabytes. Keep it elsewhere and name it in the reason."),
    }

    def __init__(self, **settings: Any) -> None:
        settings.setdefault("label", _("Letter or mail, as received"))
        super().__init__(required=False, max_length=200, **settings)

    def to_python(self, data: Any) -> Any:
        """The file. Raises ValidationError when it is empty or too large."""
        file: Any = super().to_python(data)
        if file is not None and file.size > LARGEST:
            raise forms.ValidationError(self.error_messages["large"], "large")
        return file


class ActForm(forms.Form):
    """A form that records that something happened: on which day, and why. `on` comes first, `because` last."""

    on = DateField(happened=True, label=_("On"))
    because = forms.CharField(
        required=False, max_length=1000, label=_("Because"), widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
    )

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.order_fields([name for name in self.fields if name != "because"] + ["because"])


def in_words(value: PartialDate) -> str:
    """A date as people write it, with plain spaces: for fields, where a no-break space would come back."""
    return format_date(value, get_language() or "en").replace("\u00a0", " ")
