"""Trees the tests of press share: the smallest, and one in each language that holds every kind of node."""

import base64
import struct
import zlib
from typing import Any


def png(width: int = 8, height: int = 4) -> str:
    """A grey PNG in base64."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\x00" + b"\x99" * width for _ in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    blob = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return base64.b64encode(blob).decode()


def text(words: str, **more: Any) -> dict[str, Any]:
    return {"type": "text", "text": words, **more}


def paragraph(name: str, *inlines: dict[str, Any] | str, **more: Any) -> dict[str, Any]:
    return {"type": "paragraph", "id": name, "inlines": inlines_of(*inlines), **more}


def heading(name: str, level: int, *inlines: dict[str, Any] | str, **more: Any) -> dict[str, Any]:
    return {"type": "heading", "id": name, "level": level, "inlines": inlines_of(*inlines), **more}


def inlines_of(*inlines: dict[str, Any] | str) -> list[dict[str, Any]]:
    return [text(inline) if isinstance(inline, str) else inline for inline in inlines]


def document(*blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"type": "document", "language": "en", "title": "Report", "blocks": list(blocks), **more}


def fact(name: str, words: str, **more: Any) -> dict[str, Any]:
    return {
        "type": "fact",
        "id": name,
        "key": "register.member_count",
        "params": {"group": "wgim"},
        "value": 16,
        "unit": "organizations",
        "as_of": "2017-11-15",
        "known_at": "2017-11-15T12:00:00+00:00",
        "text": words,
        "rests_on": ["register/seat/wgim-fao"],
        **more,
    }


def linked_to_everything() -> dict[str, Any]:
    """A document whose first paragraph links to each block of every kind below it."""
    cells = [{"blocks": [paragraph("in-cell", "x")]}]
    bare = {"type": "table", "columns": [{}], "header": [], "rows": [{"cells": cells}], "caption": []}
    listed = {"type": "list", "id": "list", "kind": "bulleted", "items": [{"id": "item", "inlines": [text("x")], "blocks": []}]}
    picture = {"type": "picture", "id": "picture", "media_type": "image/png", "data": png(), "caption": [], "alternative": "x"}
    blocks = [
        heading("heading", 1, "x"),
        {"type": "contents", "id": "contents", "title": [text("x")], "levels": 1},
        {"type": "page_break", "id": "break"},
        {**bare, "id": "table"},
        {**bare, "id": "captioned", "rows": [{"cells": [{"inlines": []}]}], "caption": [text("x")], "source": [text("x")], "number": 1},
        listed,
        picture,
        {"type": "quote", "id": "quote", "inlines": [text("x")], "source": [text("x")]},
        {"type": "quote", "id": "quote-of-blocks", "blocks": [paragraph("in-quote", "x")]},
        {"type": "page_break", "id": "last"},
    ]
    names = [block["id"] for block in blocks] + ["item", "in-cell", "in-quote", "annex", "plain"]
    links = [{"type": "link", "href": f"#{name}", "inlines": [text(name)]} for name in names]
    annex = {"id": "annex", "title": [text("x")], "blocks": [paragraph("plain", "x")]}
    return document(paragraph("links", *links), *blocks, annexes=[annex])
