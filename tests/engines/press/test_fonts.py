"""The packaged typefaces are found, and what is missing is named."""

import importlib.metadata

import pytest

from tansiq.engines.press import fonts


@pytest.mark.parametrize("family", fonts.FAMILIES)
def test_font_files_of_each_family_are_fonts(family):
    files = fonts.font_files(family)
    assert files
    assert {path.read_bytes()[:4] for path in files} <= {b"\x00\x01\x00\x00", b"OTTO"}


def test_font_directories_hold_one_folder_a_family():
    assert len(set(fonts.font_directories())) == len(fonts.FAMILIES)


def test_font_packages_are_declared_dependencies():
    declared = " ".join(importlib.metadata.requires("tansiq") or [])
    assert [package for package in fonts.FAMILIES.values() if package not in declared] == []


def test_font_family_unknown_is_refused():
    with pytest.raises(fonts.MissingFont, match="choose one of Amiri, Noto Sans"):
        fonts.font_files("Comic Sans")


def test_font_package_absent_is_named(monkeypatch):
    monkeypatch.setitem(fonts.FAMILIES, "Amiri", "fontpkg-of-nobody")
    with pytest.raises(fonts.MissingFont, match="fontpkg-of-nobody is not installed"):
        fonts.font_directories()


def test_font_package_without_files_is_named(monkeypatch, tmp_path):
    (tmp_path / "fontpkg_empty.py").write_text("", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setitem(fonts.FAMILIES, "Amiri", "fontpkg-empty")
    with pytest.raises(fonts.MissingFont, match="holds no font file"):
        fonts.font_directories()
