"""The first run, and lists of members of any group: found the group, upload its list, map it, look at it, record it, name co-chairs."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import wraps
from typing import Any, cast

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tansiq.engines.press.collation import sort_key
from tansiq.secretariat.pages.sheets import UnreadableSheet, read_sheet
from tansiq.secretariat.record.domain.errors import Refused, UnknownReference
from tansiq.secretariat.record.models import Account
from tansiq.secretariat.register.domain import members_list_drafts as drafts
from tansiq.secretariat.register.domain.founding import AlreadyFounded, ChairRefused, found_group, take_chairs
from tansiq.secretariat.register.domain.members_list_matching import forms_of_register
from tansiq.secretariat.register.domain.members_list_plan import Plan, choice_of
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.register.domain.questions import co_chairs, members
from tansiq.secretariat.register.models import Group
from tansiq.secretariat.register.web.first_run_forms import CHAIRS, ChairsForm, ColumnsForm, GroupForm, UploadForm
from tansiq.secretariat.register.web.first_run_names import PAGE, NamesForm
from tansiq.secretariat.register.web.first_run_showing import preview_of
from tansiq.secretariat.register.web.first_run_words import headings_note, read_note, refusal
from tansiq.secretariat.register.web.policies import founder, secretariat
from tansiq.secretariat.register.web.refusals import refuse, sent
from tansiq.secretariat.register.web.standing import acting

View = Callable[..., HttpResponse]
form_view = require_http_methods(["GET", "HEAD", "POST"])
INVALID, CHANGED, GONE = 422, 409, 410


@founder
@form_view
def found(request: HttpRequest) -> HttpResponse:
    """The first page: the group itself."""
    names, language = Names(date.today(), _now()), get_language() or "en"  # noqa: DTZ011 (names of today)
    form = GroupForm(
        **sent(request), mechanisms=_choices(names, "mechanism", language), organizations=_choices(names, "organization", language),
        language=language, initial={"languages": [language]},
    )
    if request.method == "POST" and form.is_valid():
        try:
            group = found_group(
                founded=form.founded(), account=_officer(request), by=acting(request, ""), at=_now(), because=form.cleaned_data["because"]
            )
        except AlreadyFounded:
            form.add_error(None, _("You recorded a group of this name before. It stands among your groups."))
        else:
            return redirect("register:list-upload", slug=group.slug)
    return _page(request, "found", {"form": form, "step": 1})


@secretariat
@form_view
def upload(request: HttpRequest, slug: str) -> HttpResponse:
    """The file with the list of members."""
    form = UploadForm(**sent(request))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        content = said["file"].read()
        try:
            sheet = read_sheet(content, sheet=said["sheet"], encoding=said["encoding"])
        except UnreadableSheet as unread:
            form.add_error("sheet" if unread.code == "no-such-sheet" else "file", refusal(unread))
        else:
            draft = drafts.begin_draft(
                group=Group.objects.get(slug=slug), owner=_officer(request), filename=said["file"].name, content=content, sheet=sheet,
                language=get_language() or "en", at=_now(),
            )
            return redirect("register:list-columns", slug=slug, draft=draft.slug)
    return _page(request, "upload", {"form": form, "step": 2, **_group(slug)})


def with_draft(view: View) -> View:
    """Give the view the draft of the officer; say plainly where it has expired or was recorded."""

    @wraps(view)
    def opened(request: HttpRequest, slug: str, draft: str) -> HttpResponse:
        try:
            held = drafts.draft_of(slug=draft, group=slug, owner=_officer(request), at=_now())
            return view(request, slug, held)
        except UnknownReference:
            raise Http404(_("You have no list at this address.")) from None
        except drafts.DraftGone as gone:
            recorded = isinstance(gone, drafts.DraftRecorded)
            return _page(request, "gone", {"recorded": recorded, "step": 2, **_group(slug)}, status=GONE)

    return opened


@secretariat
@form_view
@with_draft
def columns(request: HttpRequest, slug: str, draft: drafts.Draft) -> HttpResponse:
    """Which column is what."""
    form = ColumnsForm(**sent(request), draft=draft)
    if request.method == "POST" and form.is_valid():
        drafts.set_columns(draft=draft, settings=form.settings())
        return redirect("register:list-names", slug=slug, draft=draft.row.slug)
    notes = [*(read_note(note) for note in draft.sheet.notes), *headings_note(draft)]
    said = {"form": form, "draft": draft, "notes": notes, "known": draft.row.mapping.get("known", False)}
    return _page(request, "columns", {**said, "step": 2, **_group(slug)})


@secretariat
@form_view
@with_draft
def names(request: HttpRequest, slug: str, draft: drafts.Draft) -> HttpResponse:
    """What the names are that the register does not know for certain."""
    if not draft.ready:
        return redirect("register:list-columns", slug=slug, draft=draft.row.slug)
    known, language = forms_of_register(), get_language() or "en"
    every = draft.reading(known).named
    unknown = [named for named in every if not named.found.certain]
    if not unknown:
        return redirect("register:list-preview", slug=slug, draft=draft.row.slug)
    page = _page_number(request.GET.get("page", ""), len(unknown), _undecided_page(unknown, draft.choices))
    form = NamesForm(
        **sent(request), asked=unknown[(page - 1) * PAGE : page * PAGE], every=every, choices=draft.choices, known=known,
        names=Names(_now().date(), _now()), language=language,
    )
    if request.method == "POST" and form.is_valid():
        drafts.set_choices(draft=draft, choices=form.made)
        if page * PAGE < len(unknown):
            return redirect(f"{reverse('register:list-names', args=[slug, draft.row.slug])}?page={page + 1}")
        return redirect("register:list-preview", slug=slug, draft=draft.row.slug)
    pages = -(-len(unknown) // PAGE)
    said = {"form": form, "draft": draft, "certain": len(every) - len(unknown), "page": page, "pages": pages, "unknown": len(unknown)}
    return _page(request, "names", {**said, "step": 2, **_group(slug)})


@secretariat
@form_view
@with_draft
def preview(request: HttpRequest, slug: str, draft: drafts.Draft) -> HttpResponse:
    """What will be recorded; sent, it is recorded: all of it or nothing."""
    if not draft.ready:
        return redirect("register:list-columns", slug=slug, draft=draft.row.slug)
    form = forms.Form(**sent(request))
    if request.method == "POST" and form.is_valid():
        try:
            done = drafts.record_list(
                slug=draft.row.slug, group=slug, owner=_officer(request), seen=request.POST.get("seen", ""), by=acting(request, slug),
                at=_now(),
            )
        except drafts.DraftGone:
            raise
        except drafts.PlanChanged:
            form.add_error(None, _("What would be recorded has changed since this page was shown. Look at it again."))
        except Refused as refused:
            refuse(form, refused)
        else:
            if co_chairs(slug, _now().date(), _now()):
                return redirect("register:group", slug=slug)
            asked = urlencode({"chair": done.presiding}, doseq=True)
            return redirect(reverse("register:first-chairs", args=[slug]) + (f"?{asked}" if asked else ""))
    plan = drafts.plan_of(draft)
    if plan.undecided:
        return redirect("register:list-names", slug=slug, draft=draft.row.slug)
    return _preview(request, slug, draft, plan, form)


def _preview(request: HttpRequest, slug: str, draft: drafts.Draft, plan: Plan, form: forms.Form) -> HttpResponse:
    shown = preview_of(plan, draft, Names(_now().date(), _now()), get_language() or "en")
    said = {"form": form, "draft": draft, "shown": shown, "plan": plan, "step": 2, **_group(slug)}
    return _page(request, "preview", said, status=CHANGED if form.errors else 200)


@secretariat
@form_view
def chairs(request: HttpRequest, slug: str) -> HttpResponse:
    """The third page: who chairs the group. Later changes of co-chairs are made on the pages of their seats."""
    now, language = _now(), get_language() or "en"
    if co_chairs(slug, now.date(), now):
        return redirect("register:group", slug=slug)
    said = Names(now.date(), now)
    held = {each.organization: each.since for each in members(slug, now.date(), now)}
    found = [(each, said.name(f"register/organization/{each}", language).long) for each in held]
    named = [each for each in request.GET.getlist("chair") if each in held][:CHAIRS]
    form = ChairsForm(
        **sent(request), members=sorted(found, key=lambda pair: sort_key(pair[1], language)),
        initial={f"chair_{place}": each for place, each in enumerate(named, start=1)},
    )
    if request.method == "POST" and form.is_valid():
        try:
            take_chairs(
                group=Group.objects.get(slug=slug), chairs=form.chairs(), by=acting(request, slug), at=now,
                because=form.cleaned_data["because"],
            )
        except ChairRefused as refused:
            form.refuse(refused, held)
        except Refused as refused:
            refuse(form, refused)
        else:
            return redirect("register:group", slug=slug)
    return _page(request, "chairs", {"form": form, "members": found, "named": bool(named), "step": 3, **_group(slug)})


def _page(request: HttpRequest, name: str, said: Mapping[str, Any], status: int = 0) -> HttpResponse:
    """A page of the first run; a form that was refused is answered as such."""
    form = said.get("form")
    return render(request, f"register/first_run/{name}.html", dict(said), status=status or (INVALID if form and form.errors else 200))


def _officer(request: HttpRequest) -> Account:
    """Who is signed in: the policies of these pages let nobody else in."""
    return cast("Account", request.user)


def _now() -> datetime:
    return datetime.now(UTC)


def _group(slug: str) -> dict[str, Any]:
    """What the page calls the group."""
    return {"slug": slug, "group": Names(_now().date(), _now()).name(f"register/group/{slug}", get_language() or "en")}


def _choices(names: Names, kind: str, language: str) -> list[tuple[str, str]]:
    """Everything of a kind that has a name, in the order of the language."""
    refs = {form.ref for form in names.every(f"register/{kind}")}
    found = [(ref.rsplit("/", 1)[1], names.name(ref, language).long) for ref in refs]
    return sorted(found, key=lambda pair: sort_key(pair[1], language))


def _undecided_page(unknown: list[Any], choices: Mapping[str, Any]) -> int:
    """The first page with a name of which nothing was said."""
    place = next((place for place, named in enumerate(unknown) if choice_of(named, choices) is None), 0)
    return place // PAGE + 1


def _page_number(asked: str, count: int, otherwise: int) -> int:
    last = max(1, -(-count // PAGE))
    return min(int(asked), last) if asked.isascii() and asked.isdigit() and len(asked) < 4 and int(asked) else otherwise
