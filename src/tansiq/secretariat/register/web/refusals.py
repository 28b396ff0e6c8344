"""Says in the language of the page why the record refused, beside the field it is about; and the frame every changing view has."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from tansiq.secretariat.record.domain.errors import AlreadyCorrected, MoveRefused, OverlappingTerms, Refused, SlugTaken
from tansiq.secretariat.register.domain import errors
from tansiq.secretariat.register.domain.filing import Filed, Received
from tansiq.secretariat.register.web.standing import acting

REFUSALS: Mapping[type[Refused], tuple[str, Any]] = {
    errors.AlreadyMember: ("organization", _("It sits in the group in this capacity on that day already.")),
    errors.RequestOpen: ("organization", _("It has a request that is not decided yet. Decide or withdraw that one first.")),
    errors.NotEveryCoChair: ("on", _("Not every co-chair had agreed by that day. File the answers that are missing, or give a later day.")),
    errors.NotACoChair: ("organization", _("It was no co-chair on the day the request went to the co-chairs.")),
    errors.NotForThisActor: ("", _("Only the secretariat or the organization itself can do this.")),
    errors.EffectTooEarly: ("effective_on", _("A seat cannot begin before the day of the decision that gives it.")),
    errors.NoSeat: ("on", _("It holds no seat on that day that allows this.")),
    errors.NoOffice: ("on", _("The seat does not hold this office on that day.")),
    errors.NoContact: ("on", _("This person is not the contact on that day.")),
    errors.NothingChanged: ("", _("The record says exactly this already; nothing was changed.")),
    errors.OutlivesSeat: ("", _("An office or contact of the seat holds on days on which the seat would not. End or correct it first.")),
    errors.SeatChanged: ("", _("The seat that this step gave was changed since. Take it out on its own page first.")),
    MoveRefused: ("on", _("This step cannot come before the last one, and not from where the request stands now.")),
    OverlappingTerms: ("on", _("The record says something else for some of these days already. End or correct that first.")),
    AlreadyCorrected: ("", _("This was changed meanwhile. Look at what the record says now.")),
    SlugTaken: ("", _("The record has a thing of this short name already.")),
    Refused: ("on", _("The record does not allow this on that day.")),
}
"""For each refusal the field it is about ("" for the whole form) and the sentence."""


def refuse(form: forms.Form, refused: Refused) -> None:
    """Put the refusal beside its field, or above the form where it has no such field."""
    field = REFUSALS[_kind(refused)][0]
    form.add_error(field if field in form.fields else None, sentence_of(refused))


def sentence_of(refused: Refused) -> Any:
    """The sentence for a refusal, for a form that knows better beside which field it belongs."""
    return REFUSALS[_kind(refused)][1]


def _kind(refused: Refused) -> type[Refused]:
    return next(each for each in type(refused).__mro__ if each in REFUSALS)


def perform(
    request: HttpRequest, form: forms.Form, do: Callable[[dict[str, Any]], Any], *, then: Callable[[Any], str], page: dict[str, Any],
    template: str = "register/act.html",
) -> HttpResponse:
    """Show a form. When it is sent, do what it says and go where `then` leads from the result, or show it with what was refused."""
    if request.method == "POST" and form.is_valid():
        try:
            done = do(form.cleaned_data)
        except Refused as refused:
            refuse(form, refused)
        else:
            return redirect(then(done))
    status = 422 if form.errors else 200
    return render(request, template, {"form": form, **page}, status=status)


def sent(request: HttpRequest) -> dict[str, Any]:
    """What a form is bound to: nothing before it is sent, all that was sent once it is, even if that is nothing."""
    return {"data": request.POST, "files": request.FILES} if request.method == "POST" else {}


def filed(request: HttpRequest, group: str, said: Mapping[str, Any]) -> Filed:
    """What the form says was filed, by the person who sent it, now."""
    file = said.get("received")
    received = Received(file.name, file.read()) if file else None
    return Filed(
        on=said["on"], by=acting(request, group), at=datetime.now(UTC), because=said.get("because", ""), received=received
    )
