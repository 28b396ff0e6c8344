"""The forms of the first run and of lists of members: the group, the file, its columns, its unknown names, the co-chairs."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from tansiq.engines.dates import PartialDate
from tansiq.secretariat.pages.forms import ActForm, DateField, LinesField, in_words
from tansiq.secretariat.pages.sheets import BIGGEST, Sheet, UnreadableSheet
from tansiq.secretariat.register.domain.errors import NoSeat
from tansiq.secretariat.register.domain.founding import ChairRefused, Founded, NewName, NewOrganization
from tansiq.secretariat.register.domain.members_list import ACRONYM, COLUMNS, IGNORED, NAME, ListReading, headings
from tansiq.secretariat.register.domain.members_list_drafts import Draft, Settings
from tansiq.secretariat.register.domain.members_list_matching import SEPARATORS
from tansiq.secretariat.register.enums import DecisionRule, Gender, OrganizationType
from tansiq.secretariat.register.web.first_run_words import COLUMN_WORDS, SEPARATOR_WORDS, refusal
from tansiq.secretariat.register.web.refusals import sentence_of

Choices = Sequence[tuple[str, str]]
NOTHING = ("", "—")
CHAIRS = 4
ENCODINGS = [
    ("", _("as the file says")), ("utf-8", "UTF-8"),
    ("windows-1256", "Windows-1256 (العربية)"), ("windows-1252", "Windows-1252 (français)"),
]


def text_field(label: Any, *, required: bool = False, longest: int = 300, hint: Any = "", language: str = "") -> forms.CharField:
    """A line of text; one in a language of its own says so."""
    attrs = {"dir": "auto", "autocomplete": "off"} | ({"lang": language} if language else {})
    return forms.CharField(label=label, required=required, max_length=longest, help_text=hint, widget=forms.TextInput(attrs=attrs))


class GroupForm(forms.Form):
    """A group: its names in the languages it works in, and what it is for."""

    languages = forms.MultipleChoiceField(
        label=_("Languages of the group"), choices=settings.LANGUAGES, widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one language.")},
    )
    since = DateField(
        required=False, happened=True, label=_("It exists since"), help_text=_("Left empty: nobody knows since when.")
    )
    decision_rule = forms.ChoiceField(label=_("How it decides"), choices=[NOTHING, *DecisionRule.choices])
    mechanism = forms.ChoiceField(label=_("The mechanism it reports to"), required=False)
    mechanism_new = text_field(_("or a mechanism the register does not have yet"), longest=500)
    organization = forms.ChoiceField(label=_("Your organization"), required=False)
    organization_new = text_field(_("or one the register does not have yet"), longest=500)
    organization_acronym = text_field(_("its acronym"), longest=60)
    organization_type = forms.ChoiceField(label=_("what it is"), choices=[NOTHING, *OrganizationType.choices], required=False)
    because = forms.CharField(
        required=False, max_length=1000, label=_("Because"), widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
    )

    def __init__(self, *args: Any, mechanisms: Choices, organizations: Choices, language: str, **more: Any) -> None:
        super().__init__(*args, **more)
        self.language = language
        self.fields["mechanism"].choices = [NOTHING, *mechanisms]
        self.fields["organization"].choices = [NOTHING, *organizations]
        for code, _own in settings.LANGUAGES:
            self.fields[f"long_{code}"] = text_field(_("Name in full"), longest=500, language=code)
            self.fields[f"short_{code}"] = text_field(_("Short name"), language=code)
            self.fields[f"acronym_{code}"] = text_field(_("Acronym"), longest=60, language=code)
            if code != "en":
                self.fields[f"gender_{code}"] = forms.ChoiceField(
                    label=_("Grammatical gender of the name"), choices=[NOTHING, *Gender.choices], required=False
                )
            self.fields[f"objectives_{code}"] = LinesField(label=_("What it is for, one objective a line"), required=False)

    @property
    def tongues(self) -> list[tuple[str, str, list[forms.BoundField]]]:
        """For each language its code, its own name and its fields."""
        parts = ("long", "short", "acronym", "gender", "objectives")
        return [
            (code, own, [self[f"{part}_{code}"] for part in parts if f"{part}_{code}" in self.fields]) for code, own in settings.LANGUAGES
        ]

    @property
    def rest(self) -> list[forms.BoundField]:
        """The fields that belong to no language, those of the first step apart."""
        return [self[name] for name in list(self.fields) if name != "languages" and name[-3:-2] != "_"]

    def clean(self) -> dict[str, Any]:
        """Each declared language has a name and gender, an undeclared one nothing; objectives stand in every language or in one."""
        said = self.cleaned_data
        declared = said.get("languages", [])
        for code, _own in settings.LANGUAGES:
            self._check_names(code, declared=code in declared)
        counts = {len(said.get(f"objectives_{code}") or []) for code in declared} - {0}
        if len(counts) > 1:
            self.add_error(f"objectives_{declared[-1]}", _("The languages have different numbers of objectives. Write one line for each."))
        if said.get("mechanism") and said.get("mechanism_new"):
            self.add_error("mechanism_new", _("Choose a mechanism above or name a new one here, not both."))
        self._check_organization(said)
        return said

    def _check_names(self, code: str, *, declared: bool) -> None:
        said = self.cleaned_data
        if not declared:
            parts = ("long", "short", "acronym", "objectives")
            filled = next((f"{part}_{code}" for part in parts if said.get(f"{part}_{code}")), "")
            if filled and "languages" not in self.errors:
                self.add_error(filled, _("This is not among the languages of the group. Choose the language above, or leave this empty."))
            return
        if not said.get(f"long_{code}"):
            self.add_error(f"long_{code}", _("Write the name in this language, or take it out of the languages above."))
        elif code != "en" and not said.get(f"gender_{code}"):
            self.add_error(f"gender_{code}", _("Sentences need it: choose masculine or feminine."))

    def _check_organization(self, said: dict[str, Any]) -> None:
        if said.get("organization") and said.get("organization_new"):
            self.add_error("organization_new", _("Choose an organization above or name a new one here, not both."))
        elif said.get("organization_new") and not said.get("organization_type"):
            self.add_error("organization_type", _("Say what kind of organization it is."))

    def founded(self) -> Founded:
        """The group as the form describes it."""
        said = self.cleaned_data
        names = [
            NewName(code, *(said[f"{part}_{code}"] for part in ("long", "short", "acronym")), said.get(f"gender_{code}", ""))
            for code in said["languages"]
        ]
        lines = {code: said[f"objectives_{code}"] for code in said["languages"]}
        most = max(map(len, lines.values()))
        objectives = [{code: texts[place] for code, texts in lines.items() if texts} for place in range(most)]
        new = said["organization_new"] and NewOrganization(
            NewName(self.language, said["organization_new"], acronym=said["organization_acronym"]), said["organization_type"]
        )
        return Founded(
            names, said["languages"], said["since"], objectives, DecisionRule(said["decision_rule"]),
            mechanism=said["mechanism"] or (NewName(self.language, said["mechanism_new"]) if said["mechanism_new"] else None),
            organization=said["organization"] or new or None,
        )


class UploadForm(forms.Form):
    """The file with the list."""

    file = forms.FileField(
        label=_("The list of members"), max_length=255, help_text=_("An Excel workbook (.xlsx) or a CSV file, at most 10 megabytes."),
        error_messages={"required": _("Choose the file with the list."), "empty": _("This file is empty. Choose the file with the list.")},
    )
    sheet = text_field(_("Sheet"), longest=100, hint=_("Only where the workbook has several with rows."))
    encoding = forms.ChoiceField(
        label=_("Characters of a CSV file"), choices=ENCODINGS, required=False, help_text=_("Only where letters came out wrong.")
    )

    def clean_file(self) -> UploadedFile:
        """Refuse by its size what need not be read at all."""
        file: UploadedFile = self.cleaned_data["file"]
        if file.size is not None and file.size > BIGGEST:
            raise forms.ValidationError(refusal(UnreadableSheet("too-big", megabytes=BIGGEST // 1024 // 1024)))
        return file


class ColumnsForm(ActForm):
    """Which column is what, where the members begin, what parts several names in a cell, and of which day the list is."""

    first = forms.IntegerField(
        label=_("The first member stands in row"), min_value=1, widget=forms.NumberInput(attrs={"size": 6}),
        help_text=_("Rows above it are headings. Rows are counted as in the file.")
    )
    separators = forms.MultipleChoiceField(
        label=_("Where a cell names several, part it"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(name, SEPARATOR_WORDS[name]) for name in SEPARATORS],
    )
    language = forms.ChoiceField(label=_("Names of new organizations are in"), choices=settings.LANGUAGES)
    since = DateField(
        required=False, label=_("Members are seated since"),
        help_text=_("For rows without a date of their own. Left empty: nobody knows since when."),
    )

    def __init__(self, *args: Any, draft: Draft, **more: Any) -> None:
        super().__init__(*args, **more)
        self.sheet, how = draft.sheet, draft.settings.reading
        self.fields["on"].label = _("The list is right on")
        titles = headings(self.sheet, how.first)
        for place in range(self.sheet.width):
            self.fields[f"column_{place}"] = forms.ChoiceField(
                label=titles[place] or _("Column %(number)s") % {"number": place + 1}, help_text=_samples(self.sheet, place, how.first),
                choices=[(column, COLUMN_WORDS[column]) for column in (IGNORED, *(each for each in COLUMNS if each != IGNORED))],
                initial=how.columns[place], widget=forms.Select(attrs={"dir": "auto"}),
            )
        self.initial = {
            "first": how.first, "separators": how.separators, "language": draft.settings.language, "since": draft.settings.since,
            "on": draft.settings.on, "because": draft.settings.because, **self.initial,
        }

    @property
    def columns(self) -> list[forms.BoundField]:
        """The fields of the columns."""
        return [self[name] for name in self.fields if name.startswith("column_")]

    @property
    def rest(self) -> list[forms.BoundField]:
        """All others, the reason last."""
        return [self[name] for name in ("first", "separators", "on", "since", "language", "because")]

    def clean(self) -> dict[str, Any]:
        """There is a column with names or acronyms, and no two are the same."""
        said = self.cleaned_data
        chosen = [said.get(f"column_{place}", IGNORED) for place in range(self.sheet.width)]
        for place, column in enumerate(chosen):
            if column != IGNORED and column in chosen[:place]:
                self.add_error(f"column_{place}", _("Another column is this already. Choose one of them."))
        if NAME not in chosen and ACRONYM not in chosen:
            self.add_error(None, _("No column holds the organizations. Say which one holds their names or acronyms."))
        if said.get("first") and all(row.number < said["first"] for row in self.sheet.rows):
            self.add_error("first", _("The list ends at row %(row)s.") % {"row": self.sheet.rows[-1].number})
        return said

    def settings(self) -> Settings:
        """What the form says."""
        said = self.cleaned_data
        reading = ListReading(
            tuple(said[f"column_{place}"] for place in range(self.sheet.width)), said["first"], tuple(said["separators"])
        )
        return Settings(reading, said["on"], said["since"], said["language"], said["because"])


class ChairsForm(forms.Form):
    """The co-chairs in their order of precedence, each with its date."""

    def __init__(self, *args: Any, members: Choices, **more: Any) -> None:
        super().__init__(*args, **more)
        for place in range(1, CHAIRS + 1):
            self.fields[f"chair_{place}"] = forms.ChoiceField(
                label=_("Co-chair %(number)s") % {"number": place}, choices=[NOTHING, *members], required=False
            )
            self.fields[f"since_{place}"] = DateField(
                required=False, happened=True, label=_("Co-chair %(number)s: since") % {"number": place}
            )
        self.fields["because"] = GroupForm.base_fields["because"]

    def clean(self) -> dict[str, Any]:
        """At least one, each once and with a date."""
        said = self.cleaned_data
        chosen = [said.get(f"chair_{place}", "") for place in range(1, CHAIRS + 1)]
        for place, slug in enumerate(chosen, start=1):
            if slug and slug in chosen[: place - 1]:
                self.add_error(f"chair_{place}", _("This organization is named twice."))
            if slug and not said.get(f"since_{place}") and f"since_{place}" not in self.errors:
                self.add_error(f"since_{place}", _("Say since when it co-chairs. A month or a year will do."))
        if not any(chosen):
            self.add_error("chair_1", _("Choose the first co-chair."))
        return said

    def refuse(self, refused: ChairRefused, seated: Mapping[str, PartialDate | None]) -> None:
        """Say beside the date of the co-chair why it was refused; `seated` says since when each member sits."""
        place = [place for place in range(1, CHAIRS + 1) if self.cleaned_data[f"chair_{place}"]][refused.place - 1]
        since = seated.get(self.cleaned_data[f"chair_{place}"])
        said = sentence_of(refused.why)
        if isinstance(refused.why, NoSeat) and since:
            said = _("Its seat: since %(since)s. Give this date or a later one.") % {"since": in_words(since)}
        self.add_error(f"since_{place}", said)

    def chairs(self) -> list[tuple[str, Any]]:
        """The organizations (slugs) in their order, with their dates."""
        said = self.cleaned_data
        return [(said[f"chair_{place}"], said[f"since_{place}"]) for place in range(1, CHAIRS + 1) if said[f"chair_{place}"]]


def _samples(sheet: Sheet, place: int, first: int) -> str:
    """What the first cells of a column say."""
    texts = list(dict.fromkeys(row.cells[place] for row in sheet.rows if row.number >= first and row.cells[place]))
    return " · ".join(text[:60] for text in texts[:3]) or str(_("This column is empty."))
