"""Puts the check of policies into Django's own checks. No other start-up work."""

from django.apps import AppConfig
from django.core.checks import Tags, register

from tansiq.secretariat.pages.checks import every_view_declares_a_policy


class PagesConfig(AppConfig):
    """The shared HTTP side."""

    name = "tansiq.secretariat.pages"

    def ready(self) -> None:
        """Register the check."""
        register(every_view_declares_a_policy, Tags.urls)
