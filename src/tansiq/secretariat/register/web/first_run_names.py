"""The form in which an officer says what the unknown names of a list are. Nothing is said for her where something is near."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tansiq.secretariat.register.domain.members_list import Named
from tansiq.secretariat.register.domain.members_list_matching import Forms, divided, is_acronym, is_total, key
from tansiq.secretariat.register.domain.members_list_plan import NEW, ORGANIZATION, SAME, SKIP, Choice
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.register.enums import OrganizationType
from tansiq.secretariat.register.web.first_run_forms import NOTHING, text_field
from tansiq.secretariat.register.web.first_run_words import rows_of

PAGE = 20
OTHER = "other"


class NamesForm(forms.Form):
    """For each unknown name: one of those it comes near to, another one, a new one, or left out for a reason."""

    type_for_all = forms.ChoiceField(
        label=_("What the new ones are, where nothing else is said"), choices=[NOTHING, *OrganizationType.choices], required=False
    )

    def __init__(
        self, *args: Any, asked: Sequence[Named], every: Sequence[Named], choices: Mapping[str, Choice], known: Forms, names: Names,
        language: str, **more: Any,
    ) -> None:
        super().__init__(*args, **more)
        self.asked, self.every, self.choices, self.known = asked, every, choices, known
        self.names, self.language = names, language
        for place, named in enumerate(asked):
            self._add(place, named)

    def _add(self, place: int, named: Named) -> None:
        """The fields of one name, filled with what was said before; a name that is near to nothing is shown as a new one.

        The foot of a list is shown as nothing, so that nobody records it without having looked.
        """
        said = self.choices.get(named.key, {})
        name, acronym = divided(named.text)
        near = [(f"{ORGANIZATION}:{slug}", self._called(slug)) for slug in self._near(named, said)]
        what = said.get("what", "" if named.found.proposals or is_total(named.text) else NEW)
        first = f"{ORGANIZATION}:{said['slug']}" if what == ORGANIZATION else OTHER if what == SAME else what
        self.fields[f"what_{place}"] = forms.ChoiceField(
            label=_("What it is"), initial=first,
            choices=[NOTHING, *near, (NEW, _("a new organization")), (OTHER, _("another one, named below")), (SKIP, _("left out"))],
            error_messages={"required": _("Say what this is.")},
        )
        other = next((each.text for each in self.every if what == SAME and each.key == said["key"]), name)
        self.fields[f"name_{place}"] = text_field(_("Name"), longest=500)
        self.fields[f"acronym_{place}"] = text_field(_("Acronym"), longest=60)
        self.fields[f"type_{place}"] = forms.ChoiceField(
            label=_("Kind"), choices=[("", _("as said above")), *OrganizationType.choices], required=False
        )
        self.fields[f"why_{place}"] = text_field(_("Why it is left out"))
        short = named.acronym or acronym or (name if is_acronym(name) else "")
        self.initial |= {
            f"name_{place}": said.get("name", other), f"acronym_{place}": said.get("acronym", short),
            f"type_{place}": said.get("type", ""), f"why_{place}": said.get("why", ""),
        }

    def _near(self, named: Named, said: Choice) -> list[str]:
        """Those proposed, and the one that was chosen."""
        return list(dict.fromkeys([*named.found.proposals, *([said["slug"]] if said.get("slug") else [])]))

    def _called(self, slug: str) -> str:
        found = self.names.name(f"register/organization/{slug}", self.language)
        return f"{found.long} ({found.acronym})" if found.acronym and found.acronym != found.long else found.long

    @property
    def items(self) -> list[tuple[Named, str, list[forms.BoundField]]]:
        """Each name with its rows and its fields."""
        parts = ("what", "name", "acronym", "type", "why")
        return [(named, rows_of(named.rows), [self[f"{part}_{place}"] for part in parts]) for place, named in enumerate(self.asked)]

    def clean(self) -> dict[str, Any]:
        """Turn what is said of each name into a choice."""
        self.made: dict[str, Choice] = {}
        for place, named in enumerate(self.asked):
            kind, _colon, slug = self.cleaned_data.get(f"what_{place}", "").partition(":")
            if kind == ORGANIZATION:
                self.made[named.key] = {"what": ORGANIZATION, "slug": slug}
            elif kind:
                choice = {OTHER: self._other, NEW: self._new, SKIP: self._skip}[kind](place, named)
                self.made |= {named.key: choice} if choice else {}
        return self.cleaned_data

    def _other(self, place: int, named: Named) -> Choice | None:
        """Another organization of the register, or another name of this list."""
        text = self.cleaned_data.get(f"name_{place}", "")
        certain = self.known.find(text).certain
        if certain:
            return {"what": ORGANIZATION, "slug": certain}
        same = [each for each in self.every if each.key != named.key and key(text) in (key(each.text), key(each.acronym) or None)]
        if len(same) == 1:
            return {"what": SAME, "key": same[0].key}
        self.add_error(f"name_{place}", _("Neither the register nor this list has one of this name. Write it as it stands there."))
        return None

    def _new(self, place: int, named: Named) -> Choice | None:
        said = self.cleaned_data
        name, acronym = said.get(f"name_{place}", ""), said.get(f"acronym_{place}", "")
        kind = said.get(f"type_{place}") or said.get("type_for_all", "")
        taken = next(iter(self.known.accepted.get(key(name), ())), "") if name else ""
        if not name:
            self.add_error(f"name_{place}", _("Write the name of the organization."))
        elif taken:
            self.add_error(f"what_{place}", _("The register has it already: choose “another one”."))
        elif self._made_twice(named, name):
            self.add_error(f"what_{place}", _("Another row makes it new already: choose “another one”."))
        elif not kind:
            self.add_error(f"type_{place}", _("Say what kind of organization it is."))
        else:
            return {"what": NEW, "name": name, "acronym": acronym, "type": kind}
        return None

    def _made_twice(self, named: Named, name: str) -> bool:
        others = {**self.choices, **self.made}
        alive = {each.key for each in self.every} - {named.key} - {each.key for each in self.asked if each.key not in self.made}
        return any(each["what"] == NEW and key(each["name"]) == key(name) for other, each in others.items() if other in alive)

    def _skip(self, place: int, named: Named) -> Choice | None:  # noqa: ARG002 (all are called alike)
        why = self.cleaned_data.get(f"why_{place}", "")
        if not why:
            self.add_error(f"why_{place}", _("Say in a few words why it is left out."))
            return None
        return {"what": SKIP, "why": why}
