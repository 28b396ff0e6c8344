"""Tracked changes put in words, for messages that list what is still open."""

from collections.abc import Iterable, Iterator

from tansiq.engines.ooxml.names import m, w
from tansiq.engines.ooxml.revisions import Revision

SHOWN = 40


def described(changes: Iterable[Revision]) -> list[str]:
    """One line for each change: its kind, its text, who made it, when, and in which part."""
    return [_line(change) for change in changes]


def _line(change: Revision) -> str:
    """One change."""
    text = "".join(_text(change))
    shown = f' "{text[:SHOWN]}{"…" if len(text) > SHOWN else ""}"' if text else ""
    when = f", {change.date[:10]}" if change.date else ""
    return f"{change.kind.replace('_', ' ')}{shown} by {change.author or 'nobody named'}{when} in {change.part}"


def _text(change: Revision) -> Iterator[str]:
    """The text that stands inside a change."""
    return (each.text or "" for each in change.element.iter(w("t"), w("delText"), m("t")))
