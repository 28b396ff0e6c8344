"""The forms of organizations: a new one with its first name, a name in another language or from a day on, and the list narrowed."""

from datetime import datetime
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from tansiq.secretariat.pages.asof import AS_OF, AsOfForm
from tansiq.secretariat.pages.forms import ActForm, DateField, LinesField
from tansiq.secretariat.record.enums import Language
from tansiq.secretariat.register.enums import OrganizationType
from tansiq.secretariat.register.models import OrganizationName


def _written() -> forms.TextInput:
    return forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"})


class NameForm(ActForm):
    """A name in one language."""

    on = DateField(required=False, label=_("In use since"), help_text=_("Left empty: nobody knows since when."))
    language = forms.ChoiceField(label=_("Language"), choices=Language.choices)
    long = forms.CharField(max_length=500, label=_("Name in full"), widget=_written())
    short = forms.CharField(required=False, max_length=300, label=_("Short name"), widget=_written())
    acronym = forms.CharField(required=False, max_length=60, label=_("Acronym"), widget=_written())
    also = LinesField(required=False, label=_("Other right forms, one a line"))
    misspelt = LinesField(required=False, label=_("Wrong forms that occur, one a line"))
    verified = forms.CharField(
        required=False, max_length=500, label=_("Where the form was read"), widget=_written(),
        help_text=_("Left empty: no reader has confirmed it yet."),
    )

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.order_fields(("type", "language", "long", "short", "acronym", "also", "misspelt", "verified", "on", "because"))

    def name(self) -> OrganizationName:
        """The name as entered, not saved."""
        columns = ("language", "long", "short", "acronym", "also", "misspelt", "verified")
        return OrganizationName(**{column: self.cleaned_data[column] for column in columns})


class OrganizationForm(NameForm):
    """A new organization."""

    type = forms.ChoiceField(label=_("Kind of body"), choices=OrganizationType.choices)


class DirectoryForm(AsOfForm):
    """The list on a day, narrowed by a text."""

    text = forms.CharField(required=False, max_length=200, label=_("Name, acronym or misspelling"), widget=_written())

    def __init__(self, query: QueryDict, *, now: datetime) -> None:
        if "text" in query and AS_OF not in query:
            query = query.copy()
            query[AS_OF] = ""
        super().__init__(query, now=now)

    @property
    def wanted(self) -> str:
        """The text looked for."""
        return str(getattr(self, "cleaned_data", {}).get("text") or "")
