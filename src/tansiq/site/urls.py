"""The addresses of the site, one include an app. English stands at the root, the other languages below `/ar/` and `/fr/`."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

from tansiq.site.accounts import addresses

urlpatterns: list[URLPattern | URLResolver] = i18n_patterns(
    path("", include("tansiq.secretariat.record.web.urls")),
    path("account/", include(list(addresses()))),
    path("", include("tansiq.secretariat.desk.web.urls")),
    path("", include("tansiq.secretariat.register.web.urls")),
    path("", include("tansiq.secretariat.reporting.web.urls")),
    prefix_default_language=False,
)

handler400 = "tansiq.secretariat.pages.views.bad_request"
handler403 = "tansiq.secretariat.pages.views.refused"
handler404 = "tansiq.secretariat.pages.views.not_found"
handler500 = "tansiq.secretariat.pages.views.broken"
