"""The forms of seats, offices and contacts."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.secretariat.pages.forms import ActForm, DateField
from tansiq.secretariat.register.enums import ContactRole, SeatKind

Choices = Sequence[tuple[str, str]]


def _written() -> forms.TextInput:
    """A field for a name in any script, which the browser does not fill with the officer's own."""
    return forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"})


class SeatForm(ActForm):
    """An organization takes a seat."""

    on = DateField(required=False, label=_("Since"), help_text=_("Left empty: nobody knows since when."))
    organization = forms.ChoiceField(label=_("Organization"))
    kind = forms.ChoiceField(label=_("Capacity"), choices=SeatKind.choices, initial=SeatKind.MEMBER, widget=forms.RadioSelect)
    represented_by = forms.ChoiceField(required=False, label=_("Represented by"))

    def __init__(self, *args: Any, organizations: Choices, **settings: Any) -> None:
        super().__init__(*args, **settings)
        for name in ("organization", "represented_by"):
            self.fields[name].choices = [("", "—"), *organizations]
        self.order_fields(("organization", "kind", "on", "represented_by", "because"))


class CapacityForm(ActForm):
    """The seat changes its capacity."""

    on = DateField(label=_("From"))


class LastDayForm(ActForm):
    """Something ends with a day."""

    on = DateField(label=_("Last day"))


class OfficeForm(ActForm):
    """The seat takes or leaves one of the offices given."""

    on = DateField(label=_("From"))
    role = forms.ChoiceField(label=_("Office"))

    def __init__(self, *args: Any, roles: Choices, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.fields["role"].choices = list(roles)
        self.order_fields(("role", "on", "because"))


class LeaveForm(OfficeForm):
    """The seat leaves an office."""

    on = DateField(label=_("Last day"))


class RotateForm(OfficeForm):
    """The seat hands an office to another member."""

    to = forms.ChoiceField(label=_("To"))

    def __init__(self, *args: Any, seats: Choices, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.fields["to"].choices = [("", "—"), *seats]
        self.order_fields(("role", "to", "on", "because"))


class PersonForm(ActForm):
    """A person becomes a contact."""

    on = DateField(label=_("From"))
    name = forms.CharField(max_length=200, label=_("Name of the person"), widget=_written())
    title = forms.CharField(required=False, max_length=200, label=_("Post"), widget=_written())
    email = forms.EmailField(required=False, label=_("Mail address"))
    telephone = forms.CharField(required=False, max_length=60, label=_("Telephone"))

    def person(self) -> dict[str, str]:
        """What is said of the person."""
        return {name: self.cleaned_data[name] for name in ("name", "title", "email", "telephone")}


class AppointForm(PersonForm):
    """A person becomes a contact of a seat."""

    role = forms.ChoiceField(label=_("Role"), choices=ContactRole.choices, initial=ContactRole.FOCAL_POINT)

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.order_fields(("role", "name", "title", "email", "telephone", "on", "because"))


class ConfirmForm(ActForm):
    """The organization said that the contact still holds."""

    on = DateField(happened=True, label=_("Confirmed on"))
