"""Where the typefaces of the press lie: the files of the packages we depend on, never those of the machine.

Latin text is set in Noto Serif and Noto Sans, Arabic in Amiri, all under the SIL Open Font License 1.1. Noto Sans Arabic is left out: it
builds letters of a body and separate dots, and what is copied or searched in such a PDF is not what was written.
"""

from importlib.metadata import PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from tansiq.engines.press.errors import PressError

__all__ = ["FAMILIES", "MissingFont", "font_directories", "font_files"]

FAMILIES: Final = {
    "Amiri": "fontpkg-amiri",
    "Noto Sans": "fontpkg-noto-sans",
    "Noto Serif": "fontpkg-noto-serif",
}
"""The families a document is set in and the package that brings each."""

SUFFIXES = (".ttf", ".otf")


class MissingFont(PressError):  # noqa: N818 - see errors
    """A font package is not installed, or holds no font file."""


def font_directories() -> tuple[Path, ...]:
    """Return the folder of each family in FAMILIES, in its order. Raises MissingFont when a package or its files are not there."""
    return tuple(_directory(package) for package in FAMILIES.values())


def font_files(family: str) -> tuple[Path, ...]:
    """Return the font files of one of FAMILIES (static faces, or one variable file a posture), by name. Raises MissingFont."""
    if family not in FAMILIES:
        raise MissingFont(f"{family!r} is not a family of the press; choose one of {', '.join(FAMILIES)}")
    return _files(_directory(FAMILIES[family]))


def _files(directory: Path) -> tuple[Path, ...]:
    return tuple(sorted(path for path in directory.iterdir() if path.suffix.lower() in SUFFIXES))


def _directory(package: str) -> Path:
    # The module is looked for, not imported: the package's own loader is of no use here and costs start-up time.
    spec = find_spec(package.replace("-", "_"))
    if spec is None or spec.origin is None:
        raise MissingFont(f"the font package {package} is not installed; install what the project's lock file lists")
    directory = Path(spec.origin).parent / "files"
    if not directory.is_dir() or not _files(directory):
        raise MissingFont(f"the font package {package} {_version(package)} holds no font file in {directory}; install it again")
    return directory


def _version(package: str) -> str:
    try:
        return distribution(package).version
    except PackageNotFoundError:
        return "(of unknown version)"
