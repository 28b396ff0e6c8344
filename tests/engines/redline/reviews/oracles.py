"""What other programs make of a file: pandoc's count of changes and comments, docx-scalpel's comments, LibreOffice's opening of it."""

import json
import shutil
import subprocess
from collections import Counter
from pathlib import Path

from docx_scalpel import docx_diff_accept_revisions, docx_diff_reject_revisions


def pandoc_counts(file: Path) -> Counter[str]:
    """How many letters pandoc shows as inserted and deleted, and how many comments it shows, by author."""
    command = [shutil.which("pandoc"), "--track-changes=all", "-t", "json", str(file)]
    done = subprocess.run(command, check=True, capture_output=True, timeout=120)
    found: Counter[str] = Counter()
    count(json.loads(done.stdout)["blocks"], found)
    return found


def count(node: object, found: Counter[str]) -> None:
    if isinstance(node, dict):
        if node.get("t") == "Span":
            (_, classes, keys), inner = node["c"]
            author = dict(keys).get("author", "")
            for name in {"insertion", "deletion", "comment-start"} & set(classes):
                size = 1 if name == "comment-start" else sum(map(str.isalnum, "".join(strings(inner))))
                found[f"{name} {author}"] += size
        for child in node.values():
            count(child, found)
    elif isinstance(node, list):
        for child in node:
            count(child, found)


def strings(node: object) -> list[str]:
    if isinstance(node, dict):
        return [node["c"]] if node.get("t") == "Str" else [text for child in node.values() for text in strings(child)]
    if isinstance(node, list):
        return [text for child in node for text in strings(child)]
    return []


def pandoc_text(file: Path, how: str) -> str:
    """The plain text pandoc gives with all changes accepted or rejected, white space made one."""
    command = [shutil.which("pandoc"), f"--track-changes={how}", "-t", "plain", "--wrap=none", str(file)]
    done = subprocess.run(command, check=True, capture_output=True, timeout=120)
    return " ".join(done.stdout.decode().split())


def scalpel_settled(file: bytes, accepted: bool) -> bytes:
    """The file with every change accepted or rejected by docx-scalpel."""
    return docx_diff_accept_revisions(file) if accepted else docx_diff_reject_revisions(file)


def soffice_converted(file: Path, form: str, folder: Path) -> Path | None:
    """The file as LibreOffice writes it in another form (or its own docx), None when it cannot."""
    profile = (folder / "profile").as_uri()
    command = [shutil.which("soffice"), f"-env:UserInstallation={profile}", "--headless", "--convert-to", form, "--outdir", str(folder)]
    subprocess.run([*command, str(file)], check=False, capture_output=True, timeout=180)
    made = folder / f"{file.stem}.{form}"
    return made if made.exists() else None
