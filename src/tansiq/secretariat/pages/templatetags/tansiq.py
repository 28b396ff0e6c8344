"""Tags of every page: dates in words, numbers, texts that stand in another language, icons, timelines, links to the same page elsewhere."""

from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django import template
from django.conf import settings
from django.urls import translate_url
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from tansiq.engines.dates import NO_BREAK_SPACE, PartialDate, format_date, lead
from tansiq.engines.press.typography import apply_typography, format_number, strip_direction_marks
from tansiq.secretariat.pages.tabs import TabShown, tabs_of
from tansiq.secretariat.pages.timeline import Axis, Row, boxes, dots

register = template.Library()
RIGHT_TO_LEFT = ("ar",)

# One square of 16 units each, drawn with strokes; look.md, "Components".
ICONS = {
    "half": '<circle cx="8" cy="8" r="5.6"/><path fill="currentColor" d="M8 2.4a5.6 5.6 0 0 1 0 11.2z"/>',
    "ok": '<path d="M2.8 8.5l3.4 3.7 7-8.2"/>',
    "none": '<circle cx="8" cy="8" r="5.6" stroke-dasharray="2.6 2.2"/>',
    "gone": '<path d="M3 6h10M3 10h10M11 2.5l-6 11"/>',
    "late": '<path d="M4 14V2.5h8.5L10.3 5.5l2.2 3H4"/>',
    "wait": '<path fill="currentColor" d="M4.5 3l8 5-8 5z"/>',
    "stale": '<path d="M13 8.2a5 5 0 1 1-1.5-3.7M13.2 2v3h-3"/>',
    "frozen": '<path d="M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.500"/>',
    "get": '<path d="M8 2v8M4.8 7L8 10.2 11.2 7M3 13.5h10"/>',
    "back": '<path d="M3 7.5L7 3.5M3 7.5l4 4M3 7.5h6.5a3.5 3.5 0 0 1 3.5 3.5V13"/>',
}


@register.filter
def words(value: PartialDate | date | datetime | None) -> SafeString:
    """A date in prose, in the language of the page, never broken; nothing for none."""
    return _worded(value, "prose")


@register.filter
def cell(value: PartialDate | date | datetime | None) -> SafeString:
    """A date for a narrow cell."""
    return _worded(value, "cell")


@register.filter
def when(value: PartialDate) -> SafeString:
    """A date in prose with the word that leads it: "in September 2017"."""
    leading = lead(value, _language())
    return format_html("{}{}{}", leading, NO_BREAK_SPACE, words(value)) if leading else words(value)


@register.filter
def number(value: int) -> str:
    """A number with the separators of the language of the page."""
    return format_number(value, _language())


@register.filter
def slug(ref: str) -> str:
    """The slug at the end of a reference."""
    return ref.rsplit("/", 1)[-1]


@register.filter
def direction(language: str) -> str:
    """ltr or rtl."""
    return "rtl" if language[:2] in RIGHT_TO_LEFT else "ltr"


@register.filter
def tongue(language: str) -> str:
    """What a language calls itself."""
    return dict(settings.LANGUAGES).get(language, language)


@register.filter
def unmarked(text: str) -> str:
    """A text from the record without the marks that only steer display, which could reorder what stands around it."""
    return strip_direction_marks(text)


@register.simple_tag
def said(text: str, language: str, as_printed: str = "") -> SafeString:
    """A text of the record; one in another language than the page's carries its language and direction.

    The record keeps plain apostrophes and spaces, so those of the language are put in, but where something is shown as printed.
    """
    plain = strip_direction_marks(text)
    if not as_printed:
        plain = apply_typography(plain, language or _language())
    if not language or language == _language():
        return format_html("<bdi>{}</bdi>", plain)
    return format_html('<bdi lang="{}" dir="{}">{}</bdi>', language, direction(language), plain)


@register.simple_tag
def icon(name: str, flips: str = "") -> SafeString:
    """An icon; the word beside it says the same. Raises KeyError for an unknown one."""
    if name not in ICONS:
        raise KeyError(name)
    return format_html('<svg class="i{}" aria-hidden="true"><use href="#i-{}"/></svg>', " flip" if flips else "", name)


@register.simple_tag
def symbols() -> SafeString:
    """The drawings that the icons of the page use."""
    drawn = "".join(f'<symbol id="i-{name}" viewBox="0 0 16 16">{paths}</symbol>' for name, paths in ICONS.items())
    return mark_safe(f'<svg class="vh" aria-hidden="true" width="0" height="0">{drawn}</svg>')  # noqa: S308 (constants only)


@register.inclusion_tag("pages/axis.html")
def axis(drawn: Axis) -> dict[str, Any]:
    """The head of a timeline: where each year begins."""
    return {"ticks": list(drawn.ticks), "gap": "-5" if drawn.mirrored else "5"}


@register.inclusion_tag("pages/track.html")
def track(drawn: Axis, row: Row) -> dict[str, Any]:
    """The picture of one row of a timeline."""
    return {"axis": drawn, "bars": list(boxes(drawn, row.bars)), "marks": list(dots(drawn, row.marks))}


@register.simple_tag(takes_context=True)
def here_in(context: template.Context, language: str) -> str:
    """The address of this page in another language, the query kept as far as it can be read there."""
    address = context["request"].get_full_path() if "request" in context else "/"
    return translate_url(address, language)


@register.simple_tag(takes_context=True)
def tabs(context: template.Context) -> list[TabShown]:
    """The tabs of the page, none for a stranger and none on a page that a fault made."""
    return list(tabs_of(context["request"])) if "request" in context else []


@register.simple_tag
def query(**fields: Any) -> str:
    """A query string of the fields that have a value, `as_of` written `as-of`, days in ISO 8601."""
    said = {name.replace("_", "-"): _plain(value) for name, value in fields.items() if value not in (None, "")}
    return f"?{urlencode(said)}" if said else ""


def _plain(value: Any) -> str:
    return value.date().isoformat() if isinstance(value, datetime) else value.isoformat() if isinstance(value, date) else str(value)


def _worded(value: PartialDate | date | datetime | None, style: Any) -> SafeString:
    if value is None:
        return SafeString("")
    return format_html('<span class="nb">{}</span>', format_date(_partial(value), _language(), style=style))


def _partial(value: PartialDate | date | datetime) -> PartialDate:
    return value if isinstance(value, PartialDate) else PartialDate.on(value)


def _language() -> str:
    return (get_language() or settings.LANGUAGE_CODE)[:2]
