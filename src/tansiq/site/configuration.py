"""Reads the few settings an office gives: the data folder and the database. It keeps no secrets of its own."""

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

DEFAULT_DATA = "tansiq-data"


@dataclass(frozen=True)
class Setting:
    """One variable of the environment that an office may set; docs/reference/settings.md is made from these."""

    name: str
    default: str
    about: str


SETTINGS = (
    Setting("TANSIQ_DATA", "./tansiq-data", "The one folder that holds the state of an office; the option `--data` comes before it."),
    Setting(
        "DATABASE_URL", "the SQLite file in the data folder",
        "The database: `postgresql://USER:PASSWORD@HOST/NAME` (needs the extra `postgres`) or `sqlite:///PATH`.",
    ),
    Setting(
        "TANSIQ_MAIL", "files in the folder `outbox` of the data folder",
        "The mail server: `smtp://USER:PASSWORD@HOST:PORT` (`smtps://` for TLS from the start, `?tls=1` for STARTTLS), or `console`.",
    ),
    Setting("TANSIQ_MAIL_FROM", "tansiq@localhost", "The address that mails come from."),
    Setting(
        "TANSIQ_SITE", "http://localhost:8000",
        "The address of the site as it stands in sign-in links, never taken from a request. With `https://`, cookies go over TLS only.",
    ),
    Setting("TANSIQ_HOSTS", "localhost,127.0.0.1,[::1]", "The host names under which the site may be asked for, separated by commas."),
)


FORMS = "write postgresql://USER:PASSWORD@HOST/NAME or sqlite:///PATH"
"""What a message says of the address of a database; the address itself may hold a password."""


class BadSetting(ValueError):
    """A setting that cannot be read; the message names it and says what to write."""


def data_folder() -> Path:
    """The one folder that holds the state of an office: `TANSIQ_DATA`, else `./tansiq-data`."""
    return Path(os.environ.get("TANSIQ_DATA") or DEFAULT_DATA).absolute()


def database(folder: Path) -> dict[str, object]:
    """Django's description of the database named by `DATABASE_URL`, else of the SQLite file in `folder`.

    Raises BadSetting when the address cannot be read or names neither sqlite nor postgresql.
    """
    url = os.environ.get("DATABASE_URL", "")
    if not url:
        return sqlite(str(folder / "tansiq.sqlite3"))
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise BadSetting(f"DATABASE_URL cannot be read ({error}); {FORMS}.") from error
    name = unquote(parts.path.removeprefix("/"))
    if not name or any(ord(character) < ord(" ") for character in unquote(url)):
        raise BadSetting(f"DATABASE_URL names no database, or holds a control character; {FORMS}.")
    if parts.scheme == "sqlite":
        return sqlite(unquote(parts.path.removeprefix("/") if parts.path.startswith("//") else parts.path))
    if parts.scheme not in {"postgres", "postgresql"}:
        raise BadSetting(f"DATABASE_URL begins with {parts.scheme!r}; {FORMS}.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "CONN_MAX_AGE": 60,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def shared_cache(folder: Path) -> dict[str, dict[str, object]]:
    """Django's setting of the cache: files in `folder/cache`, so that the processes of a site count attempts to sign in together.

    What lies there can be thrown away at any time; nothing of the record does.
    """
    backend = "django.core.cache.backends.filebased.FileBasedCache"
    return {"default": {"BACKEND": backend, "LOCATION": str(folder / "cache"), "OPTIONS": {"MAX_ENTRIES": 2_000}}}


def mail(folder: Path) -> dict[str, object]:
    """Django's settings of mail: the server of `TANSIQ_MAIL`, the console, or files in `folder/outbox`.

    Raises BadSetting when the address names no mail server.
    """
    sender = {"DEFAULT_FROM_EMAIL": os.environ.get("TANSIQ_MAIL_FROM") or "tansiq@localhost"}
    url = os.environ.get("TANSIQ_MAIL", "")
    if not url:
        return {**sender, "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend", "EMAIL_FILE_PATH": folder / "outbox"}
    if url == "console":
        return {**sender, "EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise BadSetting(f"TANSIQ_MAIL is {url.split('@')[-1]!r}; write smtp://USER:PASSWORD@HOST:PORT, smtps://... or console.")
    return {
        **sender,
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": dict(parse_qsl(parts.query)).get("tls") == "1",
        "EMAIL_TIMEOUT": 20,
    }


def site_address() -> str:
    """The address of the site without a slash at its end."""
    return (os.environ.get("TANSIQ_SITE") or "http://localhost:8000").rstrip("/")


def sqlite(path: str) -> dict[str, object]:
    """SQLite opened so that several writers wait instead of failing: WAL, IMMEDIATE, 20 seconds."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA mmap_size=134217728;",
        },
    }
