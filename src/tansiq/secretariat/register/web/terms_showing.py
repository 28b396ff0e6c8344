"""What terms say, in words: their columns, their days, who recorded them, and what became of them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tansiq.engines.dates import PartialDate, Precision, format_date
from tansiq.engines.press.typography import format_number
from tansiq.secretariat.record.models import Identity, Term, Texts
from tansiq.secretariat.register.domain.changing import Version, columns_of
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.register.models import (
    ContactTerm,
    GroupName,
    GroupObjectiveTerm,
    OfficeTerm,
    Organization,
    OrganizationName,
    RelationTerm,
    Seat,
    SeatTerm,
)
from tansiq.secretariat.register.web.requests_showing import who
from tansiq.secretariat.register.web.sentences import label

COLUMNS: dict[str, Any] = {
    "kind": gettext_lazy("Capacity"),
    "represented_by": gettext_lazy("Represented by"),
    "continues": gettext_lazy("Continues the seat of"),
    "precedence": gettext_lazy("Order among co-chairs"),
    "confirmed_on": gettext_lazy("Last confirmed"),
    "long": gettext_lazy("Name in full"),
    "short": gettext_lazy("Short name"),
    "acronym": gettext_lazy("Acronym"),
    "gender": gettext_lazy("Gender of the name"),
    "plural": gettext_lazy("The name is a plural"),
    "the": gettext_lazy("Short name with its article"),
    "to": gettext_lazy("Short name after “to”"),
    "of_form": gettext_lazy("Short name after “of”"),
    "definite": gettext_lazy("Definite form"),
    "also": gettext_lazy("Other right forms, one a line"),
    "misspelt": gettext_lazy("Wrong forms that occur, one a line"),
    "verified": gettext_lazy("Where the form was read"),
    "note": gettext_lazy("Note"),
    "membership_rule": gettext_lazy("How an organization joins"),
    "decision_rule": gettext_lazy("How the group decides"),
    "rotation": gettext_lazy("Rotation of the chair"),
    "meetings": gettext_lazy("Meetings"),
    "review_on": gettext_lazy("To be reviewed"),
    "languages": gettext_lazy("Languages of the group, one a line"),
    "mandate": gettext_lazy("Rests on"),
    "text": gettext_lazy("Wording"),
}
"""What each column is called on a page and in a form."""

TITLES: dict[type[Term], Callable[["Words", Any], str]] = {}
"""How terms of apps above the register are titled."""


def word_kind(model: type[Term], *, title: Callable[["Words", Any], str], columns: Mapping[str, Any]) -> None:
    """Put terms of an app above the register in words: how one is titled, and what its columns are called."""
    TITLES[model] = title
    COLUMNS.update(columns)


TONGUES: Mapping[str, Any] = {"en": gettext_lazy("English"), "ar": gettext_lazy("Arabic"), "fr": gettext_lazy("French")}
"""Languages as the page calls them: their own names would run against its direction."""


def column_label(name: str) -> str:
    """What a column is called."""
    return str(COLUMNS[name])


@dataclass(frozen=True)
class TermShown:
    """A version of a term: what it says, from when to when, who recorded it and when."""

    term: Any
    says: tuple[tuple[str, str], ...]
    period: str
    who: str
    at: Any


@dataclass(frozen=True)
class TermPage:
    """The page of a term: its version, those before it and, when somebody changed it, what they made of it."""

    title: str
    shown: TermShown
    because: str
    before: tuple[TermShown, ...]
    after: tuple[TermShown, ...]
    changed_by: str
    changed_at: Any
    changed_because: str


class Words:
    """Puts terms in words in one language, by the names of one day."""

    def __init__(self, names: Names, language: str) -> None:
        self.names = names
        self.language = language

    def page(self, seen: Version) -> TermPage:
        """The page of a version."""
        replaced = seen.term.superseded_entry
        return TermPage(
            title=self.title(seen.term), shown=self.shown(seen.term), because=seen.because,
            before=tuple(self.shown(term) for term in seen.replaced), after=tuple(self.shown(term) for term in seen.replaced_by),
            changed_by=who(replaced.actor, self.said) if replaced else "", changed_at=replaced.at if replaced else None,
            changed_because=seen.because_replaced,
        )

    def shown(self, term: Term) -> TermShown:
        """A version of a term; its entry and actor are read with it."""
        entry = term.recorded_entry
        return TermShown(term, tuple(self.says(term)), self.period(term), who(entry.actor, self.said), entry.at)

    def says(self, term: Term) -> Iterator[tuple[str, str]]:
        """What the columns say, empty ones left out."""
        for column in columns_of(type(term)):
            said = self._value(term, column)
            if said:
                yield column_label(column.name).removesuffix(_(", one a line")), said

    def period(self, term: Term) -> str:
        """From when to when, as people wrote it."""
        begins, ends = self._day(term.begins), self._day(term.ends)
        if term.begins is None:
            return _("until %(ends)s") % {"ends": ends} if ends else _("nobody knows since when")
        if term.begins.precision is Precision.BEFORE:
            said = _("begun %(begins)s, until %(ends)s") if ends else _("begun %(begins)s")
            return said % {"begins": begins, "ends": ends}
        if ends:
            return _("from %(begins)s to %(ends)s") % {"begins": begins, "ends": ends}
        return _("from %(begins)s on") % {"begins": begins}

    def title(self, term: Any) -> str:
        """What the term speaks of."""
        if type(term) in TITLES:
            return TITLES[type(term)](self, term)
        if isinstance(term, SeatTerm):
            return _("Seat: %(name)s") % {"name": self.said(term.seat.organization.slug)}
        if isinstance(term, OfficeTerm):
            said = {"office": term.office.get_role_display(), "name": self.said(term.office.seat.organization.slug)}
            return _("Office: %(office)s, %(name)s") % said
        if isinstance(term, ContactTerm):
            contact = term.contact
            said = {"role": contact.get_role_display(), "person": contact.person.name, "name": self.said(contact.seat.organization.slug)}
            return _("Contact: %(person)s, %(role)s of %(name)s") % said
        if isinstance(term, OrganizationName | GroupName):
            return _("Name in %(language)s: %(name)s") % {"language": TONGUES[term.language], "name": term.long}
        if isinstance(term, RelationTerm):
            to = self._identity(term.mechanism or term.other)
            return _("Relation: %(kind)s %(name)s") % {"kind": term.get_kind_display(), "name": to}
        if isinstance(term, GroupObjectiveTerm):
            return _("Objective %(number)s") % {"number": format_number(term.objective.position, self.language)}
        return _("Terms of reference")

    def said(self, slug: str) -> str:
        """The shortest name of an organization."""
        return label(self.names.name(f"register/organization/{slug}", self.language), self.language)

    def _value(self, term: Term, column: Any) -> str:
        value = getattr(term, column.name)
        if value in (None, "", False) or (isinstance(value, list | Texts) and not value):
            return ""
        if column.choices:
            return str(getattr(term, f"get_{column.name}_display")())
        if isinstance(value, PartialDate):
            return self._day(value)
        if isinstance(value, Identity):
            return self._identity(value)
        if isinstance(value, Texts):
            return value.shown(self.language)[0]
        if isinstance(value, list):
            tongues = TONGUES if column.name == "languages" else {}
            return _("; ").join(str(tongues.get(each, each)) for each in value)
        return _("yes") if value is True else str(value)

    def _identity(self, row: Any) -> str:
        if isinstance(row, Organization):
            return self.said(row.slug)
        if isinstance(row, Seat):
            return row.slug
        return self.names.name(row.ref, self.language).long if row else ""

    def _day(self, value: PartialDate | None) -> str:
        return format_date(value, self.language) if value else ""
