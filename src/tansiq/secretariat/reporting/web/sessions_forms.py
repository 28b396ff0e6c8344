"""The form that records a session of a mechanism."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.secretariat.pages.forms import DateField
from tansiq.secretariat.record.enums import Language
from tansiq.secretariat.record.models import Texts
from tansiq.secretariat.register.web.terms_showing import TONGUES

LAST = 9999


class SessionForm(forms.Form):
    """A session: its number, when and where it is held. `known` are the sessions (mechanism, number) that the record has."""

    mechanism = forms.ChoiceField(label=_("Mechanism"))
    number = forms.IntegerField(
        label=_("Number of the session"), min_value=1, max_value=LAST, widget=forms.NumberInput(attrs={"size": 6}),
        error_messages={"required": _("Give the number of the session.")},
    )
    dates = DateField(label=_("When it is held"), help_text=_("As you know it: a day, several days, a month."))
    symbol = forms.CharField(
        required=False, max_length=80, label=_("Symbol of the report"), widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off"}),
        help_text=_("As it stands on the papers of the session."),
    )
    begins = DateField(required=False, label=_("Fixed since"), help_text=_("Left empty: nobody knows since when."))
    because = forms.CharField(
        required=False, max_length=1000, label=_("Because"), widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
    )

    def __init__(self, *args: Any, mechanisms: Sequence[tuple[str, str]], known: Sequence[tuple[str, int]], **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.known = known
        self.fields["mechanism"].choices = list(mechanisms)
        places = [f"place_{language}" for language in Language.values]
        for language in Language.values:
            self.fields[f"place_{language}"] = forms.CharField(
                required=False, max_length=200, label=_("Where, %(language)s") % {"language": TONGUES[language]},
                widget=forms.TextInput(attrs={"lang": language, "dir": "rtl" if language == "ar" else "ltr", "autocomplete": "off"}),
            )
        self.order_fields(["mechanism", "number", "dates", *places, "symbol", "begins", "because"])

    def clean(self) -> dict[str, Any]:
        """A session is recorded once; what it says is changed on its own page."""
        said = self.cleaned_data
        if (said.get("mechanism"), said.get("number")) in self.known:
            self.add_error("number", _("This session is recorded already. Change it on its own page, from the list of sessions."))
        return said

    def place(self) -> Texts:
        """Where it is held, in the languages in which that was said."""
        return Texts({each: self.cleaned_data[f"place_{each}"] for each in Language.values if self.cleaned_data[f"place_{each}"]})
