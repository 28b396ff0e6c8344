"""A small folder to import: two organizations, a mechanism, a group, a seat; each test replaces what it is about."""

from datetime import UTC, datetime
from pathlib import Path

from tansiq.secretariat.record.domain.actors import import_actor
from tansiq.secretariat.record.interchange import ImportFailed, ImportReport, import_folder

MANIFEST = "kind: authored\nformat: 1\ntitle: A test\n"
ORGANIZATIONS = """\
- slug: iom
  type: un-entity
  names:
    - en: {long: International Organization for Migration, acronym: IOM}
- slug: fao
  type: un-entity
  names:
    - en: {long: Food and Agriculture Organization, acronym: FAO}
"""
GROUPS = """\
- slug: wgim
  names:
    - en: {long: Working Group}
"""
SEATS = """\
- slug: wgim-iom
  group: wgim
  organization: iom
  terms:
    - {from: 2015, kind: member}
  offices:
    - role: co_chair
      terms:
        - {from: 2015}
"""
BASE = {"manifest": MANIFEST, "organizations": ORGANIZATIONS, "groups": GROUPS, "seats": SEATS}


def imported(folder: Path, minute: int = 0, **files: str) -> ImportReport:
    """Write the base files with those given in their place, and import them."""
    for name, text in {**BASE, **files}.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return import_folder(folder, by=import_actor, at=datetime(2026, 1, 1, 0, minute, tzinfo=UTC))


def outcomes(report: ImportReport) -> dict[str, str]:
    """Per kind, what became of its entries, where all became the same."""
    return {kind: ", ".join(outcome for outcome, count in counts.items() if count) for kind, counts in report.counts.items()}


def problems(folder: Path, **files: str) -> list[str]:
    """The lines of a failed import; none when it succeeds."""
    try:
        imported(folder, **files)
    except ImportFailed as failed:
        return [str(problem) for problem in failed.problems]
    return []
