"""A file through LibreOffice and back: another program's way of writing the same document."""

import shutil
import subprocess
from pathlib import Path


def saved_by_libreoffice(data: bytes, folder: Path, *, to: str = "docx") -> bytes:
    """The bytes of the file as LibreOffice saves it, with a profile of its own in `folder`."""
    given, made = folder / "given.docx", folder / "made"
    given.write_bytes(data)
    shutil.rmtree(made, ignore_errors=True)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", to, "--outdir", str(made), str(given)],
        check=True, capture_output=True, timeout=120,
    )
    return (made / f"given.{to.partition(':')[0]}").read_bytes()
