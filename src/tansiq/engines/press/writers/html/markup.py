"""Tags and attributes as strings, escaped once and here only."""

import re
from collections.abc import Iterable, Mapping
from html import escape

from tansiq.engines.press.errors import PressError

VOID = frozenset({"br", "col", "img", "meta"})
_ATTRIBUTE = re.compile(r"[a-z][a-z0-9-]*")
_ADDRESS = re.compile(r"(?:[/#?]|https?://|mailto:)", re.IGNORECASE)


def tag(name: str, attributes: Mapping[str, str | None] | None = None, *content: str) -> str:
    """An element; attributes that are None are left out, `content` is markup already."""
    given = "".join(f' {key}="{escape(value)}"' for key, value in (attributes or {}).items() if value is not None)
    if name in VOID:
        return f"<{name}{given}>"
    return f"<{name}{given}>{''.join(content)}</{name}>"


def text(words: str) -> str:
    """Words as markup."""
    return escape(words, quote=False)


def classes(*names: str | None) -> str | None:
    """The value of `class`, or None when there is nothing to say."""
    return " ".join(name for name in names if name) or None


def checked(attributes: Mapping[str, str]) -> Mapping[str, str]:
    """Attributes a caller adds. Raises PressError for a name that is no attribute or runs script or style, or an unsafe `href`."""
    for name, value in attributes.items():
        if not _ATTRIBUTE.fullmatch(name) or name.startswith("on") or name in ("style", "srcdoc", "src", "id"):
            raise PressError(f"decorate gave the attribute {name!r}; give data-, aria-, class, title or href")
        if name == "href" and (not _ADDRESS.match(value) or value.startswith("//")):
            raise PressError(f"decorate gave the address {value!r}; begin it with /, #, ?, http, https or mailto")
    return attributes


def joined(parts: Iterable[str]) -> str:
    """Parts on lines of their own."""
    return "\n".join(part for part in parts if part)
