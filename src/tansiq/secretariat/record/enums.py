"""The closed lists of the record."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ActorKind(TextChoices):
    """Through what a person or a program acted."""

    ACCOUNT = "account", _("account")
    REPLY_LINK = "reply-link", _("reply link")
    IMPORT = "import", _("import")
    WORKER = "worker", _("worker")


class BasisKind(TextChoices):
    """On what kind of thing a row rests."""

    DECISION = "decision", _("decision")
    LETTER = "letter", _("letter")
    RESOLUTION = "resolution", _("resolution")
    DOCUMENT = "document", _("document")
    REPORT = "report", _("report")
    PAGE = "page", _("page")
    STATEMENT = "statement", _("statement")


class Language(TextChoices):
    """The languages every name and title can have."""

    ENGLISH = "en", "English"
    ARABIC = "ar", "العربية"
    FRENCH = "fr", "Français"
