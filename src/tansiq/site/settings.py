"""Django's settings. What an office may set comes from the environment and is listed in docs/reference/settings.md."""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from tansiq.site.configuration import data_folder, database, mail, shared_cache, site_address
from tansiq.site.secret import secret_key

BASE = Path(__file__).resolve().parent
DATA = data_folder()
EVIDENCE = DATA / "evidence"

SECRET_KEY = secret_key(DATA)
DEBUG = False
ALLOWED_HOSTS = os.environ.get("TANSIQ_HOSTS", "localhost,127.0.0.1,[::1]").split(",")

INSTALLED_APPS = [
    "tansiq.secretariat.pages",
    "tansiq.secretariat.record",
    "tansiq.secretariat.register",
    "tansiq.secretariat.programme",
    "tansiq.secretariat.meetings",
    "tansiq.secretariat.publications",
    "tansiq.secretariat.decisions",
    "tansiq.secretariat.reporting",
    "tansiq.secretariat.desk",
    # After ours, so that our templates and translations come before those of the libraries: a session is one of a mechanism here.
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
]
# Those that only add headers stand outside of all that answer by themselves (static files, redirects, hosts that are refused), so that
# every answer carries them. Only what the server refuses before Django sees it, such as a line that is no HTTP, goes without.
MIDDLEWARE = [
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "tansiq.secretariat.pages.cookies.without_zero_bytes",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "tansiq.secretariat.register.web.standing.StandingMiddleware",
]
ROOT_URLCONF = "tansiq.site.urls"
WSGI_APPLICATION = "tansiq.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

DATABASES = {"default": database(DATA)}
CACHES = shared_cache(DATA)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "record.Account"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]

# Nobody signs up: accounts are made by the secretariat. People sign in by a code sent to their address, a passkey or both.
ACCOUNT_ADAPTER = "tansiq.site.accounts.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_TIMEOUT = 20 * 60
ACCOUNT_SESSION_REMEMBER = True
# Counted in the cache, by all processes of the site together. A code itself takes three tries in all.
ACCOUNT_RATE_LIMITS = {"login": "30/m/ip", "request_login_code": "20/m/ip,5/h/key", "reauthenticate": "10/m/user"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Tansiq"
MFA_FORMS = {"add_webauthn": "tansiq.secretariat.record.web.forms.PasskeyForm"}
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "desk:desk"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
SESSION_COOKIE_SAMESITE = "Lax"

# Without a mail server what would be sent lies in the outbox of the data folder.
globals().update(mail(DATA))
SITE = site_address()

# A site at an https address is reached through a proxy that ends TLS: gunicorn listens on this machine alone.
HTTPS = SITE.startswith("https://")
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
CSRF_TRUSTED_ORIGINS = [SITE]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0

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
        "connect-src": [SELF],
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
