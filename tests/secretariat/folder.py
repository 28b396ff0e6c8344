"""A folder to import that a test writes file by file."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tansiq.secretariat.record.domain.actors import import_actor
from tansiq.secretariat.record.interchange import ImportReport, import_folder


class Folder:
    """An authored folder; each import of it is recorded a day after the last."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.at = datetime(2026, 2, 1, 9, 0, tzinfo=UTC)
        self.write("manifest", "{kind: authored, format: 1, title: A test}\n")

    def write(self, name: str, text: str) -> "Folder":
        """Put a file into the folder, in place of what it held."""
        (self.path / f"{name}.yaml").write_text(text, encoding="utf-8")
        return self

    def load(self) -> ImportReport:
        """Import the folder."""
        self.at += timedelta(days=1)
        return import_folder(self.path, by=import_actor, at=self.at)
