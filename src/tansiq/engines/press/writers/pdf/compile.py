"""Runs Typst on the fixed template and a plan: PDF/UA-1, packaged fonts only, the same bytes for the same tree.

Whatever Typst refuses comes out as an error of the press; nobody sees a Typst trace.
"""

import json
import re
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, cast

import typst

from tansiq.engines.press.errors import InvalidTree, PressError
from tansiq.engines.press.fonts import font_directories
from tansiq.engines.press.tree import Document, Node, Picture, walk
from tansiq.engines.press.validate import record_behind, validate
from tansiq.engines.press.writers.pdf.plan import Plan, plan_of

STANDARD: Final = "ua-1"
"""ISO 14289-1:2014, which rests on PDF 1.7."""

_UNPRINTABLE = re.compile(r'the text `"(.*?)"` could not be displayed', re.DOTALL)


def write_pdf(document: Document) -> bytes:
    """Return the document as PDF/UA-1 (ISO 14289-1): tagged, with outline, notes, language switches and text alternatives.

    Pure: the same tree gives the same bytes (the date in the file is `known_at` or `as_of`, never the clock's). Raises InvalidTree (a
    broken rule, a character none of the packaged typefaces holds, a picture that cannot be decoded) and UnknownNode with the node;
    MissingFont; PressError for anything else Typst refuses.
    """
    validate(document)
    plan = plan_of(document)
    try:
        return _compiled(_template(), plan)
    except typst.TypstError as error:
        raise _told(error, document, plan) from None


def _compiled(main: bytes, plan: Plan) -> bytes:
    world = {"main": main, "plan.json": json.dumps(plan.data, ensure_ascii=False).encode()}
    # Typst sees nothing but its root, and takes text alone from memory: the pictures stand in a folder that lives for this call.
    with TemporaryDirectory(prefix="press-") as root:
        for name, content in plan.files.items():
            Path(root, name).write_bytes(content)
        # typst's stubs leave out the dict of files and tell every output apart only by name.
        compiler = typst.Compiler(cast(bytes, world), root=root, font_paths=_fonts(), ignore_system_fonts=True)
        return cast(bytes, compiler.compile(format="pdf", pdf_standards=[STANDARD]))


@cache
def _template() -> bytes:
    return files("tansiq.engines.press.writers.pdf").joinpath("template.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    folders: list[Path] = list(font_directories())
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


def _told(error: typst.TypstError, document: Document, plan: Plan) -> PressError:
    message = str(error.message)
    unprintable = _UNPRINTABLE.search(message)
    if unprintable is not None:
        characters = _unescaped(unprintable.group(1))
        codes = " ".join(f"U+{ord(character):04X}" for character in characters)
        place = _place_of(characters, document)
        ref = record_behind(document, place)
        where = f" in {ref}" if ref else ""
        detail = f"{characters!r} ({codes}){where} is in none of the packaged typefaces; write it otherwise"
        return InvalidTree(place, "unprintable character", detail)
    if "decode image" in message:
        detail = f"Typst could not decode it ({message}); export it again as PNG or JPEG"
        return InvalidTree(_undecodable(document, plan), "unreadable picture", detail)
    return PressError(f"the PDF could not be made: {message}; check the tree, or report this with the tree that shows it")


def _unescaped(text: str) -> str:
    """Undo the escapes of Typst's `repr` of a string."""
    return re.sub(r"\\u\{([0-9a-f]+)\}|\\(.)", lambda match: chr(int(match[1], 16)) if match[1] else match[2], text)


def _place_of(characters: str, document: Document) -> str:
    """The path of the first field that holds the characters."""
    for path, node in (("", cast(Node, document)), *walk(document)):
        for name, value in vars(node).items():
            if isinstance(value, str) and characters in value:
                return f"{path}.{name}".lstrip(".")
    return "document"


def _undecodable(document: Document, plan: Plan) -> str:
    """The path of the first picture that Typst refuses when it stands alone. Pictures are drawn, so named, in the order of the tree."""
    places = [path for path, node in walk(document) if isinstance(node, Picture)]
    for place, (name, content) in zip(places, plan.files.items(), strict=True):
        try:
            _compiled(f'#set document(title: "picture")\n#image("{name}", alt: "picture")'.encode(), Plan({}, {name: content}))
        except typst.TypstError:
            return f"{place}.data"
    return "document"
