"""Sentences of the page of a group, made of the record: counts, requests, changes. Names enter in the form that the language asks for."""

from collections.abc import Mapping
from typing import Any

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tansiq.engines.press.typography import apply_typography, format_number, strip_direction_marks
from tansiq.secretariat.register.domain.history import Change
from tansiq.secretariat.register.domain.naming import NameForm
from tansiq.secretariat.register.enums import OfficeRole, RequestState

CHANGES: Mapping[str, Any] = {
    "seat-taken": gettext_lazy("%(name)s took its seat"),
    "seat-ended": gettext_lazy("%(name)s gave up its seat"),
    "seat-member": gettext_lazy("%(name)s, until then an observer, became a member"),
    "seat-observer": gettext_lazy("%(name)s, until then a member, became an observer"),
    "office-taken": gettext_lazy("%(name)s took office: %(office)s"),
    "office-ended": gettext_lazy("%(name)s left office: %(office)s"),
    "answer-agrees": gettext_lazy("%(name)s agreed to the request"),
    "answer-objects": gettext_lazy("%(name)s objected to the request"),
    "request-note_interest": gettext_lazy("%(name)s showed interest in joining"),
    "request-receive": gettext_lazy("%(name)s asked to join: letter received"),
    "request-circulate": gettext_lazy("Request of %(name)s sent to the co-chairs"),
    "request-approve": gettext_lazy("Request of %(name)s approved"),
    "request-decline": gettext_lazy("Request of %(name)s declined"),
    "request-defer": gettext_lazy("Request of %(name)s deferred"),
    "request-withdraw": gettext_lazy("Request of %(name)s withdrawn"),
}
"""What happened, by the code of the change."""

STANDING: Mapping[str, Any] = {
    RequestState.INTEREST: gettext_lazy("It has shown interest; no letter has come."),
    RequestState.RECEIVED: gettext_lazy("The letter is received and has not gone to the co-chairs yet."),
    RequestState.DEFERRED: gettext_lazy("The co-chairs put the decision off."),
}
"""Where an open request stands, when it does not lie with the co-chairs."""


def label(name: NameForm, language: str) -> str:
    """The shortest name that readers of the language know: the acronym, in Arabic the short name; without direction marks."""
    return strip_direction_marks(name.text("short" if language == "ar" and name.language == "ar" else "acronym"))


def whose(name: NameForm, language: str) -> str:
    """The name as its request is called: UNICEF’s, de l’UNICEF, اليونيسف."""
    if language == "en":
        return f"{label(name, language)}’s"
    if language == "ar":
        return strip_direction_marks(name.text("definite")) if name.language == "ar" else label(name, language)
    return apply_typography(strip_direction_marks(name.of) or f"de {label(name, language)}", language)


def counted(members: int, co_chairs: int, language: str) -> SafeString:
    """How many sit in the group."""
    if not members:
        return conditional_escape(_("No organization holds a member’s seat on this day."))
    sat = filled(
        ngettext("%(count)s organization", "%(count)s organizations", members), count=strong(members, language)
    )
    chairs = filled(
        ngettext("%(count)s of them co-chair", "%(count)s of them co-chairs", co_chairs), count=strong(co_chairs, language)
    )
    return filled(_("%(organizations)s, %(co_chairs)s."), organizations=sat, co_chairs=chairs)


def if_approved(members: int, asking: list[NameForm], language: str) -> SafeString:
    """How many it would be if what is asked were approved; "" when nothing is."""
    if not asking:
        return SafeString("")
    count = strong(members + len(asking), language)
    if len(asking) == 1:
        return filled(_("%(count)s if %(whose)s request is approved."), count=count, whose=whose(asking[0], language))
    return filled(_("%(count)s if all open requests are approved."), count=count)


def happened(change: Change, name: NameForm, language: str) -> SafeString:
    """A change in words."""
    office = OfficeRole(change.detail).label if change.detail else ""
    return filled(CHANGES[change.what], name=label(name, language), office=office)


def strong(count: int, language: str) -> SafeString:
    """A count that stands out."""
    return format_html("<b>{}</b>", format_number(count, language))


def filled(message: Any, **values: Any) -> SafeString:
    """A translated sentence with its values put in, everything escaped that is not markup of ours."""
    return mark_safe(str(conditional_escape(message)) % {name: conditional_escape(value) for name, value in values.items()})  # noqa: S308
