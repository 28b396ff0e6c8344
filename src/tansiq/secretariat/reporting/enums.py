"""The closed lists of reporting."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ReportFormat(TextChoices):
    """In what kinds of file a report can be had."""

    DOCX = "docx", _("Word")
    PDF = "pdf", _("PDF")
    HTML = "html", _("Web page")
