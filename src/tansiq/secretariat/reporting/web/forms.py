"""The form that freezes a report."""

from datetime import date
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from tansiq.secretariat.pages.asof import DayField
from tansiq.secretariat.reporting.domain.messages import available_languages


class FreezeForm(forms.Form):
    """As of which day, in which language, and why: a reason is needed from the second time on."""

    as_of = DayField(label=_("As of"), widget=forms.TextInput(attrs={"autocomplete": "off", "size": 20, "dir": "auto"}))
    language = forms.ChoiceField(label=_("Language"))
    because = forms.CharField(
        required=False, max_length=1000, label=_("Because"), widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        help_text=_("Needed when this report was frozen before."),
    )

    def __init__(self, data: Any = None, *, day: date, language: str) -> None:
        written = available_languages()
        super().__init__(data, initial={"as_of": day, "language": language})
        choices = [(code, name) for code, name in settings.LANGUAGES if code in written]
        self.fields["language"] = forms.ChoiceField(label=_("Language"), choices=choices)
        self.order_fields(["as_of", "language", "because"])
