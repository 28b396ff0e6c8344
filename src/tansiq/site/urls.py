"""The addresses of the site, one include an app. English stands at the root, the other languages below `/ar/` and `/fr/`."""

from importlib import import_module

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from tansiq.secretariat.pages.policy import public, under

ACCOUNTS = under(public, import_module("allauth.urls").urlpatterns)
"""Signing in and out, codes, passkeys: allauth asks for a session wherever one is needed."""

urlpatterns: list[URLPattern | URLResolver] = i18n_patterns(
    path("", include("tansiq.secretariat.record.web.urls")),
    path("account/", include(ACCOUNTS)),
    path("", include("tansiq.secretariat.register.web.urls")),
    path("", include("tansiq.secretariat.reporting.web.urls")),
    prefix_default_language=False,
)

handler400 = "tansiq.secretariat.pages.views.bad_request"
handler403 = "tansiq.secretariat.pages.views.refused"
handler404 = "tansiq.secretariat.pages.views.not_found"
handler500 = "tansiq.secretariat.pages.views.broken"
