"""The forms of requests to join."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.secretariat.pages.forms import ActForm, DateField, ReceivedFileField
from tansiq.secretariat.register.enums import Answer

Choices = Sequence[tuple[str, str]]


class InterestForm(ActForm):
    """An organization would like to join."""

    organization = forms.ChoiceField(label=_("Organization"))
    received = ReceivedFileField()

    field_order = ("organization", "on", "received", "because")

    def __init__(self, *args: Any, organizations: Choices, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.fields["organization"].choices = [("", "—"), *organizations]
        self.order_fields(self.field_order)


class LetterForm(InterestForm):
    """Its letter has come."""

    on = DateField(happened=True, label=_("Date of the letter"))
    signatory = forms.CharField(
        required=False, max_length=200, label=_("Signed by"), help_text=_("Personal: it is kept beside the request and can be erased."),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )

    field_order = ("organization", "on", "signatory", "received", "because")


class AnswerForm(ActForm):
    """What a co-chair answered."""

    on = DateField(happened=True, label=_("Answered on"))
    organization = forms.ChoiceField(label=_("Co-chair"))
    answer = forms.ChoiceField(label=_("Answer"), choices=Answer.choices, widget=forms.RadioSelect)
    received = ReceivedFileField()

    def __init__(self, *args: Any, organizations: Choices, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.fields["organization"].choices = list(organizations)
        self.order_fields(("organization", "answer", "on", "received", "because"))


class StepForm(ActForm):
    """A step of a request with the letter or mail that says so."""

    received = ReceivedFileField()

    def __init__(self, *args: Any, step: str = "", **settings: Any) -> None:
        super().__init__(*args, **settings)
        if step == "circulate":
            self.fields["on"].label = _("Sent on")


class ApprovalForm(StepForm):
    """The decision that seats the organization."""

    on = DateField(happened=True, label=_("Decided on"))
    effective_on = DateField(
        required=False, label=_("The seat begins on"), help_text=_("Left empty, it begins on the day of the decision.")
    )

    def __init__(self, *args: Any, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.order_fields(("on", "effective_on", "received", "because"))
