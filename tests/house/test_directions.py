"""The import contracts of pyproject.toml on a skeleton of the package: kept as it is, broken by every import planted in it.

The contracts on the real package are a step of `run.py test`, not of this file.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINT = Path(sys.executable).parent / "lint-imports"
APPS = ("desk", "reporting", "decisions", "publications", "meetings", "programme", "register", "record")
PARTS = ("web/views", "web/forms", "facts", "interchange", "purposes", "domain/verbs", "models/rows", "lifecycle", "rules", "enums", "apps")
REDLINE = (
    "apply", "clean", "compare", "consolidate", "prepare", "reading", "traces", "view", "opened", "report/matrix", "writers/embedded",
    "readers/copy", "merge/order", "align/diff", "hidden", "paragraph_numbers", "pending", "stamp", "edits", "errors",
    *(f"merge/weave/{name}" for name in (
        "weave", "comments", "tables", "imports", "flows", "formats", "nodes", "points", "cuts", "strands", "loom",
    )),
)
ENGINES = (
    *(f"redline/{module}" for module in REDLINE),
    "press/writers/docx/body", "press/writers/html/body", "press/writers/pdf/body", "press/readers/docx", "press/build",
    "press/direction", "press/tree", "figures/query", "ooxml/parts", "dates/parse",
)
MODULES = (
    "cli/main", "site/settings", "site/urls", "secretariat/pages/forms",
    *(f"secretariat/{app}/{part}" for app in APPS for part in PARTS),
    *(f"engines/{module}" for module in ENGINES),
)
ALLOWED = {
    "cli/main": ["secretariat.register.domain.verbs", "engines.press.build"],
    "site/urls": ["secretariat.register.web.views"],
    "secretariat/decisions/web/views": ["secretariat.decisions.web.forms", "secretariat.register.domain.verbs", "secretariat.pages.forms"],
    "secretariat/register/interchange": ["secretariat.record.interchange", "secretariat.register.domain.verbs"],
    "secretariat/register/models/rows": ["secretariat.record.models.rows", "secretariat.register.lifecycle"],
    "engines/redline/align/diff": ["engines.ooxml.parts", "engines.dates.parse"],
    "engines/redline/consolidate": ["engines.redline.report.matrix", "engines.redline.writers.embedded", "engines.redline.readers.copy"],
    "engines/redline/readers/copy": ["engines.redline.merge.order", "engines.redline.align.diff", "engines.redline.stamp"],
    "engines/redline/merge/weave/weave": ["engines.redline.merge.weave.tables", "engines.redline.merge.weave.loom"],
    "engines/press/writers/docx/body": ["engines.press.direction", "engines.press.tree"],
}
PLANTED = [
    ("whole", "site/settings", "cli.main"),
    ("whole", "secretariat/record/domain/verbs", "site.settings"),
    ("whole", "engines/dates/parse", "secretariat.record.enums"),
    ("apps", "secretariat/record/models/rows", "secretariat.register.models.rows"),
    ("apps", "secretariat/pages/forms", "secretariat.record.models.rows"),
    ("apps", "secretariat/register/domain/verbs", "secretariat.meetings.domain.verbs"),
    ("apps", "secretariat/programme/models/rows", "secretariat.publications.models.rows"),
    ("layers-of-an-app", "secretariat/register/models/rows", "secretariat.register.domain.verbs"),
    ("layers-of-an-app", "secretariat/register/domain/verbs", "secretariat.register.facts"),
    ("layers-of-an-app", "secretariat/register/facts", "secretariat.register.interchange"),
    ("layers-of-an-app", "secretariat/meetings/enums", "secretariat.meetings.rules"),
    ("layers-of-an-app", "secretariat/meetings/lifecycle", "secretariat.meetings.models.rows"),
    ("layers-of-an-app", "secretariat/record/domain/verbs", "secretariat.record.web.views"),
    ("web", "secretariat/decisions/web/views", "secretariat.register.web.views"),
    ("web", "cli/main", "secretariat.register.web.forms"),
    ("engines", "engines/redline/align/diff", "engines.press.tree"),
    ("engines", "engines/figures/query", "engines.redline.align.diff"),
    ("engines", "engines/ooxml/parts", "engines.press.tree"),
    ("engines", "engines/dates/parse", "engines.ooxml.parts"),
    ("engines-alone", "engines/press/build", "django.db.models"),
    ("press", "engines/press/tree", "engines.press.direction"),
    ("press", "engines/press/direction", "engines.press.writers.pdf.body"),
    ("press", "engines/press/readers/docx", "engines.press.writers.docx.body"),
    ("press-writers", "engines/press/writers/html/body", "engines.press.writers.docx.body"),
    ("redline", "engines/redline/align/diff", "engines.redline.merge.order"),
    ("redline", "engines/redline/merge/order", "engines.redline.readers.copy"),
    ("redline", "engines/redline/readers/copy", "engines.redline.writers.embedded"),
    ("redline", "engines/redline/report/matrix", "engines.redline.consolidate"),
    ("redline", "engines/redline/apply", "engines.redline.view"),
    ("redline", "engines/redline/edits", "engines.redline.align.diff"),
    ("redline", "engines/redline/stamp", "engines.redline.align.diff"),
    ("redline-weave", "engines/redline/merge/weave/loom", "engines.redline.merge.weave.weave"),
    ("redline-weave", "engines/redline/merge/weave/tables", "engines.redline.merge.weave.comments"),
]


def skeleton(folder: Path, imports: dict[str, list[str]]) -> Path:
    """The modules of the package with nothing in them but the imports given, under the contracts of the repository."""
    for module in MODULES:
        path = folder / "tansiq" / f"{module}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = [f"import {name if name.startswith('django') else f'tansiq.{name}'}" for name in imports.get(module, [])]
        path.write_text("\n".join(lines))
    for path in [folder / "tansiq", *(folder / "tansiq").rglob("*/")]:
        (path / "__init__.py").touch()
    (folder / "pyproject.toml").write_text((ROOT / "pyproject.toml").read_text(encoding="utf-8"), encoding="utf-8")
    return folder


def lint(folder: Path, *contracts: str) -> subprocess.CompletedProcess[str]:
    """What import-linter says of a skeleton."""
    asked = [word for contract in contracts for word in ("--contract", contract)]
    environment = {**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "400"}
    return subprocess.run([LINT, "--no-cache", *asked], cwd=folder, env=environment, capture_output=True, text=True, check=False)


def test_contracts_allowed_imports_are_kept(tmp_path: Path) -> None:
    done = lint(skeleton(tmp_path, ALLOWED))
    assert done.returncode == 0, done.stdout
    assert " 0 broken" in done.stdout


@pytest.mark.parametrize(("contract", "importer", "imported"), PLANTED)
def test_contract_planted_import_is_broken(tmp_path: Path, contract: str, importer: str, imported: str) -> None:
    done = lint(skeleton(tmp_path, {importer: [imported]}), contract)
    assert done.returncode == 1
    assert "1 broken" in done.stdout
    assert importer.replace("/", ".") in done.stdout


@pytest.mark.parametrize(("contract", "stray"), [
    ("whole", "tansiq/utils.py"), ("apps", "tansiq/secretariat/shared.py"), ("engines", "tansiq/engines/text.py"),
    ("layers-of-an-app", "tansiq/secretariat/register/tools.py"), ("redline", "tansiq/engines/redline/texts.py"),
    ("redline-weave", "tansiq/engines/redline/merge/weave/threads.py"),
])
def test_contract_stray_module_is_broken(tmp_path: Path, contract: str, stray: str) -> None:
    folder = skeleton(tmp_path, {})
    (folder / stray).touch()
    done = lint(folder, contract)
    assert done.returncode == 1
    assert Path(stray).stem in done.stdout
