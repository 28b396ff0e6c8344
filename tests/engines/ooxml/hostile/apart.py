"""Reading a hostile file in a process of its own, as callers do."""

from pathlib import Path

from tansiq.engines.ooxml import PackageRefused, read_package


def answer(path: str) -> str:
    """The line that refuses the file, or "a package" when it is read, written and read again."""
    try:
        package = read_package(Path(path), name="copy.docx")
    except PackageRefused as refused:
        return str(refused)
    read_package(package.write(), name="copy.docx")
    return "a package"
