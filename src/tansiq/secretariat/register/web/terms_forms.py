"""The forms of the two questions, made of the columns of whatever kind of term is changed."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from tansiq.secretariat.pages.forms import DateField, LinesField
from tansiq.secretariat.record.enums import Language
from tansiq.secretariat.record.models import PartialDateField, Term, Texts, TextsField
from tansiq.secretariat.register.domain.changing import columns_of
from tansiq.secretariat.register.models import Organization
from tansiq.secretariat.register.web.terms_showing import column_label

Choices = Sequence[tuple[str, str]]
LONG = 400


class WhyForm(forms.Form):
    """Any change of what the record says needs a reason."""

    because = forms.CharField(
        max_length=1000, label=_("Because"), widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        error_messages={"required": _("Say why: who reads the record later needs the reason.")},
    )


class EndedForm(WhyForm):
    """It ended."""

    on = DateField(label=_("Last day"))
    field_order = ("on", "because")


class ColumnsForm(WhyForm):
    """What the term says, a field a column; `organizations` are the choices for columns that name one."""

    def __init__(self, *args: Any, term: Term, organizations: Choices, **settings: Any) -> None:
        self.term = term
        self.columns = [column for column in columns_of(type(term)) if not _other_key(column)]
        super().__init__(*args, **settings)
        for column in self.columns:
            self.fields.update(_fields(column, getattr(term, column.name), organizations))
        self.order_fields([name for name in self.fields if name != "because"] + ["because"])

    def changes(self) -> dict[str, Any]:
        """The columns as the form says them."""
        return {column.name: self._value(column) for column in self.columns}

    def _value(self, column: Any) -> Any:
        said: Mapping[str, Any] = self.cleaned_data
        if isinstance(column, TextsField):
            before: Texts = getattr(self.term, column.name)
            texts = {language: said[f"{column.name}_{language}"] for language in Language.values if said[f"{column.name}_{language}"]}
            verified = {
                language: page for language, page in before.verified.items() if texts.get(language) == before.by_language.get(language)
            }
            return Texts(texts, verified)
        if column.is_relation:
            return Organization.objects.filter(slug=said[column.name]).first()
        if isinstance(column, models.PositiveSmallIntegerField | PartialDateField):
            return said[column.name]
        return said[column.name]


class ChangedForm(ColumnsForm):
    """It changed on a day."""

    on = DateField(label=_("It changed on"))
    field_order = ("on",)


class WrongForm(ColumnsForm):
    """It was recorded wrongly."""

    begins = DateField(required=False, label=_("Begins"), help_text=_("Left empty: nobody knows since when."))
    ends = DateField(required=False, label=_("Last day"), help_text=_("Left empty: it goes on."))
    never = forms.BooleanField(required=False, label=_("It was never so: take it out of the record as it stands today."))

    def __init__(self, *args: Any, term: Term, **settings: Any) -> None:
        settings["initial"] = {"begins": term.begins, "ends": term.ends} | settings.get("initial", {})
        super().__init__(*args, term=term, **settings)
        self.order_fields([name for name in self.fields if name not in ("never", "because")] + ["never", "because"])


def _other_key(column: Any) -> bool:
    """Whether a column points to something that is not chosen here: another seat, a mandate."""
    return bool(column.is_relation and column.related_model is not Organization)


def _fields(column: Any, value: Any, organizations: Choices) -> dict[str, forms.Field]:
    said: dict[str, Any] = {"label": column_label(column.name), "required": not (column.blank or column.null), "initial": value}
    if isinstance(column, TextsField):
        return {
            f"{column.name}_{language}": forms.CharField(
                required=False, initial=value.by_language.get(language, ""), label=f"{column_label(column.name)}, {own}",
                widget=forms.Textarea(attrs={"rows": 3, "lang": language, "dir": "rtl" if language == "ar" else "ltr"}),
            )
            for language, own in Language.choices
        }
    if column.is_relation:
        said["initial"] = value.slug if value else ""
        return {column.name: forms.ChoiceField(choices=[("", "—"), *organizations], **said)}
    if column.choices:
        return {column.name: forms.ChoiceField(choices=[*([("", "—")] if column.blank else []), *column.choices], **said)}
    if isinstance(column, PartialDateField):
        return {column.name: DateField(**said)}
    if isinstance(column, models.BooleanField):
        return {column.name: forms.BooleanField(**said | {"required": False})}
    if isinstance(column, models.JSONField):
        return {column.name: LinesField(**said)}
    if isinstance(column, models.IntegerField):
        return {column.name: forms.IntegerField(min_value=1, max_value=99, **said)}
    long = isinstance(column, models.TextField) or (column.max_length or 0) > LONG
    widget = forms.Textarea(attrs={"rows": 2, "dir": "auto"}) if long else forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"})
    return {column.name: forms.CharField(max_length=column.max_length, widget=widget, **said)}
