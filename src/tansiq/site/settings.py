"""Django's settings. What an office may set comes from the environment and is listed in docs/reference/settings.md."""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from tansiq.site.configuration import data_folder, database
from tansiq.site.secret import secret_key

BASE = Path(__file__).resolve().parent
DATA = data_folder()
EVIDENCE = DATA / "evidence"

SECRET_KEY = secret_key(DATA)
DEBUG = False
ALLOWED_HOSTS = os.environ.get("TANSIQ_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.staticfiles",
    "csp",
    "tansiq.secretariat.pages",
    "tansiq.secretariat.record",
    "tansiq.secretariat.register",
    "tansiq.secretariat.programme",
    "tansiq.secretariat.meetings",
    "tansiq.secretariat.publications",
    "tansiq.secretariat.decisions",
    "tansiq.secretariat.reporting",
]
# Those that only add headers stand outside of all that answer by themselves (static files, redirects, hosts that are refused), so that
# every answer carries them. Only what the server refuses before Django sees it, such as a line that is no HTTP, goes without.
MIDDLEWARE = [
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
]
ROOT_URLCONF = "tansiq.site.urls"
WSGI_APPLICATION = "tansiq.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request", "django.template.context_processors.i18n"]},
    }
]

DATABASES = {"default": database(DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "record.Account"

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("ar", "العربية"), ("fr", "Français")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE / "static"]
WHITENOISE_USE_FINDERS = True  # nothing is collected, so nothing has to be collected again

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_COOKIE_HTTPONLY = True

# Django's own setting mails errors to administrators, of whom there are none: a fault of ours must show where the site was started.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler", "level": "ERROR"}},
    "loggers": {"django": {"handlers": ["console"], "level": "INFO"}},
}
