"""The list of members of a group on a day: found, sorted, and taken away as Excel or CSV."""

from dataclasses import dataclass
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tansiq.secretariat.pages.asof import AsOfForm
from tansiq.secretariat.pages.lists import Column, Listing
from tansiq.secretariat.register.domain.naming import NameForm, Names
from tansiq.secretariat.register.domain.questions import SeatHeld, seats_with_offices
from tansiq.secretariat.register.enums import OfficeRole, SeatKind
from tansiq.secretariat.register.web.policies import belongs
from tansiq.secretariat.register.web.sentences import label


@dataclass(frozen=True)
class Member:
    """A seat with what its organization is called."""

    held: SeatHeld
    name: NameForm
    label: str
    address: str

    @property
    def offices(self) -> str:
        """The offices it holds, in words."""
        return _(", ").join(str(OfficeRole(office.role).label) for office in self.held.offices)


COLUMNS: tuple[Column[Member], ...] = (
    Column("acronym", gettext_lazy("Organization"), lambda row: row.label, lambda row: row.address, lambda row: row.name.language),
    Column("name", gettext_lazy("Name in full"), lambda row: row.name.long, language=lambda row: row.name.language),
    Column("capacity", gettext_lazy("Capacity"), lambda row: str(SeatKind(row.held.kind).label)),
    Column("office", gettext_lazy("Office"), lambda row: row.offices),
    Column("since", gettext_lazy("Since"), lambda row: row.held.since),
)


@belongs
@require_safe
def listed(request: HttpRequest, slug: str) -> HttpResponse:
    """The members and observers on the day asked for."""
    now, language = datetime.now(UTC), get_language() or "en"
    form = AsOfForm(request.GET, default=now.date(), now=now)
    names = Names(form.as_of, form.known_at)
    rows = [_member(held, names, slug, language) for held in seats_with_offices(slug, form.as_of, form.known_at)]
    listing = Listing(rows, COLUMNS, request.GET, language=language)
    file = listing.file(title=_("Members"), name=f"members-{slug}-{form.as_of.isoformat()}")
    if file is not None:
        return file
    page = {"form": form, "list": listing, "slug": slug, "group": names.name(f"register/group/{slug}", language)}
    return render(request, "register/members_list.html", page)


def _member(held: SeatHeld, names: Names, group: str, language: str) -> Member:
    name = names.name(f"register/organization/{held.organization}", language)
    return Member(held, name, label(name, language), reverse("register:seat", args=[group, held.seat]))
