"""The secret key of an office: made at the first start, kept in the data folder, readable by its owner only."""

import os
import secrets
from pathlib import Path

from tansiq.site.configuration import BadSetting


def secret_key(folder: Path) -> str:
    """The key in `folder/secret-key`; one made for this process alone while the folder does not exist yet."""
    path = folder / "secret-key"
    if path.exists():
        return read_secret(path)
    if not folder.is_dir():
        return secrets.token_urlsafe(48)
    return make_secret(path)


def read_secret(path: Path) -> str:
    """The key at `path`. Raises BadSetting when it is empty or no text."""
    try:
        key = path.read_text(encoding="ascii").strip()
    except UnicodeDecodeError:
        key = ""
    if not key:
        raise BadSetting(f"the secret key in {path} is empty or not text; delete it: a new one is made, and everybody signs in again.")
    return key


def make_secret(path: Path) -> str:
    """Write a new key to `path` with mode 600; when another process was first, its key is returned."""
    key = secrets.token_urlsafe(48)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return read_secret(path)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(key + "\n")
    return key
