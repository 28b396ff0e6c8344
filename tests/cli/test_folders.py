"""`tansiq import`: says what was created, changed and unchanged; a bad folder is refused line by line."""

from pathlib import Path

import pytest

from tansiq.secretariat.register.models import Organization
from tests.cli.shell import typed

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


@pytest.mark.parametrize("options", ["", " --dry-run"])
def test_import_refused_into_a_data_folder_that_is_not_there_makes_none(tmp_path, options):
    (path := folder(tmp_path)).joinpath("seats.yaml").write_text("- {slug: a-b, group: a, organization: b, terms: [{kind: member}]}\n")
    for source in (path, tmp_path / "nowhere"):
        ran = typed(tmp_path / "new" / "data", f"tansiq import {source}{options}")
        assert (ran.returncode, ran.stdout, "Traceback" in ran.stderr) == (2, "", False)
        assert [each.name for each in tmp_path.iterdir()] == ["folder"]


def test_import_dry_run_makes_no_data_folder_and_import_makes_it_whole(tmp_path):
    path, data = folder(tmp_path), tmp_path / "new" / "data"
    assert typed(data, f"tansiq import {path} --dry-run").returncode == 0
    assert [each.name for each in tmp_path.iterdir()] == ["folder"]
    assert typed(data, f"tansiq import {path}").returncode == 0
    assert sorted(each.name for each in data.iterdir()) == ["evidence", "lock", "secret-key", "tansiq.sqlite3"]
    assert [each.name for each in data.parent.iterdir()] == ["data"]
    assert "nothing changed" in typed(data, f"tansiq import {path}").stderr


@pytest.mark.parametrize(("options", "slug", "code"), [("", "F A O", 2), (" --dry-run", "fao", 0), ("", "fao", 0)])
def test_import_into_a_database_elsewhere_makes_a_data_folder_only_when_it_is_done(tmp_path, options, slug, code):
    path, data = folder(tmp_path, slug), tmp_path / "new" / "data"
    ran = typed(data, f"tansiq import {path}{options}", DATABASE_URL=f"sqlite:///{tmp_path}/elsewhere.sqlite3")
    assert (ran.returncode, "Traceback" in ran.stderr) == (code, False), ran.stderr
    kept = code == 0 and not options
    assert (tmp_path / "new").exists() == data.is_dir() == kept
    assert not kept or sorted(each.name for each in data.iterdir()) == ["evidence", "lock", "secret-key"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_import_to_a_full_device_says_that_it_is_done(tmp_path):
    ran = typed(tmp_path / "data", f"tansiq import {folder(tmp_path)} >/dev/full")
    assert (ran.returncode, ran.stderr) == (
        1, "the import is done, but what came of it could not be printed (No space left on device); do not repeat it, look it up.\n"
    )
    assert "nothing changed" in typed(tmp_path / "data", f"tansiq import {folder(tmp_path)}").stderr
