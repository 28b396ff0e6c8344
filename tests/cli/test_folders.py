"""`tansiq import`: says what was created, changed and unchanged; a bad folder is refused line by line."""

import pytest

from tansiq.secretariat.register.models import Organization

pytestmark = pytest.mark.django_db


def folder(tmp_path, slug="fao"):
    path = tmp_path / "folder"
    path.mkdir(exist_ok=True)
    (path / "manifest.yaml").write_text("kind: authored\nformat: 1\ntitle: x\n")
    text = f"- slug: {slug}\n  type: un-entity\n  names:\n    - en: {{long: Food and Agriculture Organization}}\n"
    (path / "organizations.yaml").write_text(text)
    return path


def test_import_twice_reports_created_then_unchanged(tansiq, tmp_path):
    first = tansiq("import", folder(tmp_path))
    assert (first.code, first.out.splitlines()[2].split()) == (0, ["organization", "1", "0", "0"])
    assert first.err == "imported.\n"
    second = tansiq("import", folder(tmp_path))
    assert (second.out.splitlines()[2].split(), second.err) == (["organization", "0", "0", "1"], "nothing changed.\n")


def test_import_dry_run_writes_nothing(tansiq, tmp_path):
    ran = tansiq("import", folder(tmp_path), "--dry-run")
    assert "this was a dry run" in ran.err
    assert not Organization.objects.exists()


def test_import_quiet_says_results_only(tansiq, tmp_path):
    assert tansiq("--quiet", "import", folder(tmp_path)).err == ""


def test_import_bad_folder_is_refused_with_exit_2(tansiq, tmp_path):
    ran = tansiq("import", folder(tmp_path, slug="F A O"))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("organizations.yaml:1: slug: 'F A O' is found; ")
    assert tansiq("import", tmp_path / "nowhere").code == 2
