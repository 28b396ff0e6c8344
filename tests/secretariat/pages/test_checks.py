"""The check that stops a site with a view without a policy."""

from types import ModuleType

from django.core.checks import Tags, run_checks
from django.http import HttpResponse  # noqa: TID251 (the HTTP side is under test)
from django.urls import path

from tansiq.secretariat.pages.checks import every_view_declares_a_policy
from tansiq.secretariat.pages.policy import public


def test_check_of_the_site_finds_nothing():
    assert run_checks(tags=[Tags.urls]) == []


def test_check_names_the_address_of_a_view_without_a_policy(settings):
    urls = ModuleType("urls")
    urls.urlpatterns = [
        path("open/", public(lambda request: HttpResponse())), path("forgotten/<int:pk>/", lambda request, pk: HttpResponse()),
    ]
    settings.ROOT_URLCONF = urls
    found = every_view_declares_a_policy(None)
    assert [(error.id, error.msg) for error in found] == [("pages.E001", "The view of /forgotten/<int:pk>/ declares no policy.")]
