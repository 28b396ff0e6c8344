"""Bookmarks: names that no program cuts, renames or shows, and their numbers in the file.

A name begins with `_` (Word hides it) and holds 14 characters, letters and digits only: LibreOffice cuts at 40 and escapes signs.
"""

import base64
import hashlib

from lxml import etree

from tansiq.engines.press.writers.docx.xml import el


def bookmark_name(identifier: str, role: str) -> str:
    """The name of the bookmark of a node in one role (`block`, `number`, `title`, `fact`): the same for the same tree."""
    digest = hashlib.sha256(f"{role}\n{identifier}".encode()).digest()
    return "_T" + base64.b32encode(digest).decode()[:12]


class Bookmarks:
    """Gives each bookmark of one file its number."""

    def __init__(self) -> None:
        self._count = 0

    def around(self, name: str, elements: list[etree._Element]) -> list[etree._Element]:
        """The elements between the start and the end of a new bookmark."""
        number = str(self._count)
        self._count += 1
        return [el("w:bookmarkStart", {"w:id": number, "w:name": name}), *elements, el("w:bookmarkEnd", {"w:id": number})]
