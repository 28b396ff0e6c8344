"""Brings the registries to life: every app's lifecycles, facts, import kinds and desk items are loaded once at start."""

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class RecordConfig(AppConfig):
    """The record, and the place where the registries of all apps are filled."""

    name = "tansiq.secretariat.record"

    def ready(self) -> None:
        """Import `lifecycle`, `facts`, `interchange` and `desk` of every installed app that has them."""
        autodiscover_modules("lifecycle", "facts", "interchange", "desk")
