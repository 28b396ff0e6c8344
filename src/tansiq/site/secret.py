"""The secret key of an office: made at the first start, kept in the data folder, readable by its owner only."""

import os
import secrets
from pathlib import Path


def secret_key(folder: Path) -> str:
    """The key in `folder/secret-key`; one made for this process alone while the folder does not exist yet."""
    path = folder / "secret-key"
    if path.exists():
        return path.read_text(encoding="ascii").strip()
    if not folder.is_dir():
        return secrets.token_urlsafe(48)
    return make_secret(path)


def make_secret(path: Path) -> str:
    """Write a new key to `path` with mode 600; when another process was first, its key is returned."""
    key = secrets.token_urlsafe(48)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(key + "\n")
    return key
