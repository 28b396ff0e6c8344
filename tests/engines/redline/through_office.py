"""Files through LibreOffice and back: another program's way of writing the same documents."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path


def saved_by_libreoffice(data: bytes, folder: Path, *, to: str = "docx") -> bytes:
    """The bytes of the file as LibreOffice saves it, with a profile of its own in `folder`."""
    return all_saved_by_libreoffice({"given": data}, folder, to=to)["given"]


def all_saved_by_libreoffice(files: Mapping[str, bytes], folder: Path, *, to: str = "docx") -> dict[str, bytes]:
    """The bytes of each file by its name, all in one run; a file that LibreOffice cannot open has none."""
    given, made = folder / "given", folder / "made"
    for place in (given, made):
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
    for name, data in files.items():
        (given / f"{name}.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", to, "--outdir", str(made), *map(str, sorted(given.iterdir()))],
        check=True, capture_output=True, timeout=240,
    )
    return {file.stem: file.read_bytes() for file in made.iterdir()}
