"""`python -m django catalogs`: what the catalogs of the pages lack, and the compiled form of those that lack nothing."""

from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError

from tansiq.secretariat.pages.catalogs import catalog, compiled, left_over, messages_of, untranslated


class Command(BaseCommand):
    """Compiles the catalogs in place; exits with an error that names what is not translated."""

    help = "Compile the catalogs of the pages; say what they lack. It needs no gettext programs."

    def handle(self, *args: Any, **options: Any) -> None:  # noqa: ARG002 (Django's signature)
        """Go through every app of ours that has catalogs."""
        lacking = []
        for config in apps.get_app_configs():
            paths = sorted(Path(config.path).glob("locale/*/LC_MESSAGES/django.po")) if config.name.startswith("tansiq.") else []
            messages = messages_of(Path(config.path)) if paths else {}
            for path in paths:
                held = catalog(path)
                lacking += [f"{path}: not translated: {message}" for _context, message, _plural in untranslated(messages, held)]
                lacking += [f"{path}: no longer used: {message}" for message in left_over(messages, held)]
                path.with_suffix(".mo").write_bytes(compiled(path))
        if lacking:
            raise CommandError("\n".join(lacking))
        self.stdout.write("every catalog is whole and compiled.")
