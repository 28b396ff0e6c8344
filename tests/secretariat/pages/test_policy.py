"""Every address of the site declares a policy, and a policy is enforced."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpResponse  # noqa: TID251 (the HTTP side is under test)
from django.test import RequestFactory
from django.urls import get_resolver, include, path
from django.urls.resolvers import RegexPattern, URLResolver

from tansiq.secretariat.pages.policy import Policy, closed, each_under, policy_of, public, signed_in, under, views_of
from tansiq.secretariat.record.models import Account


def bare(request, *args, **kwargs):
    return HttpResponse("seen")


def asked(user, address="/groups/wgim/?as-of=2017"):
    request = RequestFactory().get(address)
    request.user = user
    return request


def test_views_of_the_site_all_declare_a_policy():
    found = {route: policy_of(view) for route, view in views_of(get_resolver())}
    assert [route for route, policy in found.items() if policy is None] == []
    assert {found[""].name, found["groups/<slug:slug>/"].name, found["account/login/"].name} == {"signed_in", "belongs", "public"}


def test_views_of_nested_addresses_are_found_with_their_whole_route():
    inner = [path("seats/", bare), path("more/", include([path("deep/", public(bare))]))]
    resolver = URLResolver(RegexPattern(""), [path("groups/", include(inner))])
    assert [(route, policy_of(view)) for route, view in views_of(resolver)] == [("groups/seats/", None), ("groups/more/deep/", public)]


def test_policy_passes_a_request_on_and_keeps_the_name_of_the_view():
    assert public(bare)(RequestFactory().get("/")).content == b"seen"
    assert public(bare).__name__ == "bare"


def test_policy_asks_a_stranger_to_sign_in_and_leads_back(settings):
    response = signed_in(bare)(asked(AnonymousUser()))
    assert (response.status_code, response.headers["Location"]) == (302, "/account/login/?next=%2Fgroups%2Fwgim%2F%3Fas-of%3D2017")


def test_policy_tells_a_person_who_does_not_pass_that_nothing_is_there():
    nobody = Policy("nobody", "Nobody may read this.", lambda request, **kwargs: False)
    for policy in (nobody, closed):
        with pytest.raises(Http404):
            policy(bare)(asked(Account(email="a@example.org")))


def test_policy_sees_the_parameters_of_the_address():
    named = Policy("named", "Who asks for the right one.", lambda request, slug: slug == "right")
    person = Account(email="a@example.org")
    assert named(bare)(asked(person), slug="right").content == b"seen"
    with pytest.raises(Http404):
        named(bare)(asked(person), slug="wrong")


def test_under_puts_every_view_of_a_library_under_a_policy():
    library = [path("a/", bare, name="a"), path("more/", include([path("b/", bare, name="b")]))]
    assert names(under(public, library)) == ["public", "public"]
    assert names(each_under({"a": public, "b": closed}.get, library)) == ["public", "closed"]
    assert policy_of(bare) is None


def names(patterns):
    return [policy_of(view).name for _route, view in views_of(URLResolver(RegexPattern(""), patterns))]


def test_policy_of_a_view_with_something_else_of_that_name_is_none():
    def view(request):
        return HttpResponse()

    view.policy = "public"
    assert policy_of(view) is None


def test_policy_finds_nothing_at_an_address_with_a_zero_byte_once_the_person_passes():
    with pytest.raises(Http404):
        public(bare)(asked(AnonymousUser()), name="a\0b")
    assert signed_in(bare)(asked(AnonymousUser()), name="a\0b").status_code == 302
