"""The row of tabs: in the order of their places, for those who are signed in, the nearest one marked."""

from types import SimpleNamespace

import pytest

from tansiq.secretariat.pages import tabs
from tansiq.secretariat.pages.tabs import Tab, TabShown, add_tab, group_meant, tabs_of


def request(view="app:list", slug="", groups=("wgim",), signed_in=True):
    match = SimpleNamespace(view_name=view, kwargs={"slug": slug} if slug else {})
    person = SimpleNamespace(is_authenticated=signed_in)
    standing = SimpleNamespace(groups=dict.fromkeys(groups, frozenset({"contact"})))
    return SimpleNamespace(user=person, resolver_match=match, standing=standing)


@pytest.fixture
def two_tabs(monkeypatch):
    monkeypatch.setattr(tabs, "_TABS", [])
    one = Tab("Group", 20, lambda _request, group: f"/groups/{group}/" if group else "", ("app:",))
    all_of_them = Tab("Groups", 10, lambda _request, _group: "/groups/", ("app:list",))
    for tab in (one, all_of_them, one):
        add_tab(tab)


@pytest.mark.usefixtures("two_tabs")
def test_tabs_stand_in_the_order_of_their_places_once_each_with_the_nearest_marked():
    assert list(tabs_of(request())) == [TabShown("Groups", "/groups/", True), TabShown("Group", "/groups/wgim/", False)]
    assert [tab.current for tab in tabs_of(request("app:seats", "wgim"))] == [False, True]
    assert [tab.current for tab in tabs_of(request("other:page"))] == [False, False]


@pytest.mark.usefixtures("two_tabs")
def test_tab_without_an_address_is_not_shown():
    assert [tab.word for tab in tabs_of(request(groups=()))] == ["Groups"]
    assert [tab.word for tab in tabs_of(request(groups=("wgim", "other")))] == ["Groups"]


@pytest.mark.usefixtures("two_tabs")
def test_stranger_and_a_page_that_a_fault_made_have_no_tabs():
    assert list(tabs_of(request(signed_in=False))) == []
    assert list(tabs_of(SimpleNamespace())) == []


def test_group_meant_is_that_of_the_address_only_where_the_person_has_a_role():
    assert group_meant(request(slug="other", groups=("wgim", "other"))) == "other"
    assert group_meant(request(slug="secret", groups=("wgim",))) == "wgim"
    assert group_meant(request(slug="secret", groups=("wgim", "other"))) == ""
    nowhere = request(groups=("wgim",))
    nowhere.resolver_match = None
    assert group_meant(nowhere) == "wgim"
