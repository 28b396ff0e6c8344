"""Catalogs of the pages' words: what is in the sources, what a catalog lacks, and the compiled form, without the gettext programs.

Each app keeps `locale/LANGUAGE/LC_MESSAGES/django.po` and the `.mo` made of it; both are committed.
"""

import io
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as BabelMessage
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

Message = tuple[str, str, str]
"""Context ("" for none), the message, its plural ("" for none)."""

FUNCTIONS: dict[str, tuple[int | None, int, int | None]] = {
    "_": (None, 0, None), "gettext": (None, 0, None), "gettext_lazy": (None, 0, None), "gettext_noop": (None, 0, None),
    "ngettext": (None, 0, 1), "ngettext_lazy": (None, 0, 1),
    "pgettext": (0, 1, None), "pgettext_lazy": (0, 1, None),
    "npgettext": (0, 1, 2), "npgettext_lazy": (0, 1, 2),
}
"""Where context, message and plural stand among the arguments."""

MAGIC = 0x950412DE
SOURCES = (".py", ".html", ".txt")


def messages_of(app: Path) -> dict[Message, list[str]]:
    """The messages in the modules and templates of an app's folder, with the places where each stands."""
    found: dict[Message, list[str]] = {}
    for path in sorted(app.rglob("*")):
        if path.suffix in SOURCES and not {"migrations", "locale"} & set(path.parts):
            for line, message in extracted(path.read_text(encoding="utf-8"), template=path.suffix != ".py"):
                found.setdefault(message, []).append(f"{path.relative_to(app.parent)}:{line}")
    return found


def extracted(text: str, *, template: bool) -> Iterator[tuple[int, Message]]:
    """The messages of a module or a template, with their lines."""
    # What Django makes of a template is tokens of Python on lines that are not indented as Python's.
    code = "\n".join(line.lstrip() for line in templatize(text).splitlines()) if template else text
    found = extract_python(io.BytesIO(code.encode()), dict.fromkeys(FUNCTIONS), [], {"encoding": "utf-8"})
    for line, function, arguments, _comments in found:
        given = arguments if isinstance(arguments, tuple) else (arguments,)
        context, message, plural = ("" if place is None else str(given[place] or "") for place in FUNCTIONS[str(function)])
        if message:
            yield line, (context, message, plural)


def catalog(path: Path) -> Catalog:
    """A catalog as it stands in a .po file."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def compiled(path: Path) -> bytes:
    """The .mo of a .po file: the same bytes on every machine and day, which Babel's own writer does not give.

    Source: the GNU gettext manual, "The Format of GNU MO Files"; no hash table, as the format allows.
    """
    held = catalog(path)
    head = f"Language: {held.locale_identifier}\nPlural-Forms: {held.plural_forms}\nContent-Type: text/plain; charset=UTF-8\n"
    pairs = {"": head, **{_key(each): _forms(each) for each in held if each.id and _forms(each)}}
    encoded = sorted((key.encode(), forms.encode()) for key, forms in pairs.items())
    keys: list[int] = []
    forms: list[int] = []
    place = 28 + 16 * len(encoded)
    for table, column in ((keys, 0), (forms, 1)):
        for pair in encoded:
            table += [len(pair[column]), place]
            place += len(pair[column]) + 1
    numbers = [MAGIC, 0, len(encoded), 28, 28 + 8 * len(encoded), 0, 28 + 16 * len(encoded), *keys, *forms]
    texts = [pair[column] + b"\0" for column in (0, 1) for pair in encoded]
    return struct.pack(f"<{len(numbers)}I", *numbers) + b"".join(texts)


def _key(message: BabelMessage) -> str:
    written = message.id if isinstance(message.id, str) else "\0".join(message.id)
    return f"{message.context}\x04{written}" if message.context else written


def _forms(message: BabelMessage) -> str:
    return message.string if isinstance(message.string, str) else "\0".join(message.string or ())


def untranslated(messages: Iterable[Message], held: Catalog) -> Iterator[Message]:
    """The messages that a catalog lacks, or has without all the forms of its language."""
    for context, message, plural in messages:
        found = held.get((message, plural) if plural else message, context or None) or held.get(message, context or None)
        forms = found.string if found is not None else ""
        if not forms or (not isinstance(forms, str) and not all(forms)) or (plural and isinstance(forms, str)):
            yield context, message, plural


def left_over(messages: Iterable[Message], held: Catalog) -> Iterator[str]:
    """The messages of a catalog that no source has any more."""
    known = {(context, message) for context, message, _plural in messages}
    for each in held:
        name = each.id if isinstance(each.id, str) else each.id[0]
        if name and (each.context or "", name) not in known:
            yield name
