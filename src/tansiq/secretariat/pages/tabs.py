"""The row of tabs above every page: each app brings its own, this module only keeps and orders them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise


@dataclass(frozen=True)
class Tab:
    """A tab: its word, its place from the start, and its address for a request and a group (a slug, "" when none is meant).

    An address of "" hides the tab. `views` are the names of the views that stand under it, or prefixes of them that end in `:`.
    """

    word: str | Promise
    place: int
    address: Callable[[HttpRequest, str], str]
    views: tuple[str, ...]

    def nearness(self, view: str) -> int:
        """How nearly a view (`app:name`) stands under the tab: the letters of the longest name or prefix that fits, 0 for none."""
        return max((len(each) for each in self.views if view == each or (each.endswith(":") and view.startswith(each))), default=0)


@dataclass(frozen=True)
class TabShown:
    """A tab on a page."""

    word: str
    address: str
    current: bool


_TABS: list[Tab] = []


def add_tab(tab: Tab) -> None:
    """Register a tab; once is enough."""
    if tab not in _TABS:
        _TABS.append(tab)
        _TABS.sort(key=lambda each: each.place)


def tabs_of(request: HttpRequest) -> Iterator[TabShown]:
    """The tabs that lead somewhere for the person who sent the request; none for a stranger.

    The group meant is the one of the address, else the only one the person has a role in.
    """
    if not getattr(request, "user", None) or not request.user.is_authenticated:
        return
    view = request.resolver_match.view_name if request.resolver_match else ""
    group = group_meant(request)
    nearest = max((tab.nearness(view) for tab in _TABS), default=0)
    for tab in _TABS:
        address = tab.address(request, group)
        if address:
            yield TabShown(str(tab.word), address, 0 < nearest == tab.nearness(view))


def group_meant(request: HttpRequest) -> str:
    """The group (a slug) that a page is about: the one of its address where the person has a role in it, else the person's only one."""
    groups = request.standing.groups  # type: ignore[attr-defined]
    named = request.resolver_match.kwargs.get("slug", "") if request.resolver_match else ""
    if named in groups:
        return str(named)
    return str(next(iter(groups))) if len(groups) == 1 else ""
