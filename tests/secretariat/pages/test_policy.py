"""Every address of the site declares a policy, and a policy is enforced."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse  # noqa: TID251 (the HTTP side is under test)
from django.test import RequestFactory
from django.urls import get_resolver, include, path
from django.urls.resolvers import RegexPattern, URLResolver

from tansiq.secretariat.pages.policy import Policy, policy_of, public, views_of


def bare(request, *args, **kwargs):
    return HttpResponse("seen")


def test_views_of_the_site_all_declare_a_policy():
    found = {route: policy_of(view) for route, view in views_of(get_resolver())}
    assert {route: policy.name for route, policy in found.items() if policy} == dict.fromkeys(found, "public")
    assert set(found) >= {"", "groups/<slug:slug>/", "groups/<slug:slug>/reports/<int:number>/"}


def test_views_of_nested_addresses_are_found_with_their_whole_route():
    inner = [path("seats/", bare), path("more/", include([path("deep/", public(bare))]))]
    resolver = URLResolver(RegexPattern(""), [path("groups/", include(inner))])
    assert [(route, policy_of(view)) for route, view in views_of(resolver)] == [("groups/seats/", None), ("groups/more/deep/", public)]


def test_policy_passes_a_request_on_and_keeps_the_name_of_the_view():
    assert public(bare)(RequestFactory().get("/")).content == b"seen"
    assert public(bare).__name__ == "bare"


def test_policy_refuses_a_request_that_does_not_pass_it():
    nobody = Policy("nobody", "Nobody may read this.", lambda request: False)
    with pytest.raises(PermissionDenied, match="Nobody may read this"):
        nobody(bare)(RequestFactory().get("/"))


def test_policy_of_a_view_with_something_else_of_that_name_is_none():
    def view(request):
        return HttpResponse()

    view.policy = "public"
    assert policy_of(view) is None
