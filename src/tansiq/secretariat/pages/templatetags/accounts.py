"""Tags of the pages of accounts: where mail lies without a server, and the picture that an app scans."""

import re
from pathlib import Path

from django import template
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

register = template.Library()
FILES = "django.core.mail.backends.filebased.EmailBackend"
PROLOGUE = re.compile(r"^\s*<\?xml[^>]*\?>\s*")


@register.simple_tag
def outbox() -> str:
    """The name of the folder in which mails lie; "" where a server or the console has them."""
    return Path(getattr(settings, "EMAIL_FILE_PATH", "")).name if settings.EMAIL_BACKEND == FILES else ""


@register.simple_tag
def drawing(svg: str) -> SafeString:
    """A picture that the server has drawn, put into the page itself: the policy of the pages allows no address `data:`."""
    return mark_safe(PROLOGUE.sub("", svg))  # noqa: S308 (drawn by us from a key, no text of a person is in it)
