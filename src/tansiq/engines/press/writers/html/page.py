"""The whole page, and its body alone."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from tansiq.engines.press.direction import document_direction
from tansiq.engines.press.errors import PressError
from tansiq.engines.press.tree import CoverLine, Document, Inlines, Text
from tansiq.engines.press.validate import validate
from tansiq.engines.press.writers.html.blocks import BlockWriter
from tansiq.engines.press.writers.html.inlines import Decorate, InlineWriter
from tansiq.engines.press.writers.html.markup import joined, tag, text


def write_html(document: Document, *, stylesheet: str | None = None, pages: Mapping[str, int] | None = None) -> str:
    """The document as one page that needs nothing else: no script, no address outside, its stylesheet inside.

    `stylesheet` stands in for ours; `pages` says on which page of the printed edition blocks stand, by id. Raises InvalidTree,
    UnknownNode, and PressError when the stylesheet would end its element.
    """
    style = default_stylesheet() if stylesheet is None else stylesheet
    if "</style" in style.lower():
        raise PressError("the stylesheet holds `</style`, which would end it; take it out")
    head = [
        tag("meta", {"charset": "utf-8"}),
        tag("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        tag("title", None, text(document.title)),
        f"<style>\n{style.strip()}\n</style>",
    ]
    attributes = {"lang": document.language, "dir": document_direction(document)}
    body = tag("body", None, "\n", tag("main", None, "\n", html_body(document, pages=pages), "\n"), "\n")
    return "<!doctype html>\n" + tag("html", attributes, "\n", tag("head", None, "\n", joined(head), "\n"), "\n", body, "\n") + "\n"


def html_body(
    document: Document, *, decorate: Decorate | None = None, title_level: int = 1, pages: Mapping[str, int] | None = None,
    data: bool = True,
) -> str:
    """The document as one `article`, safe to embed as it is: everything from the tree is escaped, no style and no script attributes.

    `decorate` gives extra attributes for each record node (an `href` makes it a link); `title_level` is the heading level of the title,
    `pages` as in write_html. Without `data` the record nodes do not carry what they are bound to, which is most of the markup: for a page
    where they lead to it. Raises InvalidTree, UnknownNode, and PressError for attributes that are not safe.
    """
    validate(document)
    inlines = InlineWriter(document, decorate, pages, data=data)
    writer = BlockWriter(inlines, title_level)
    running = document.running
    parts = [
        _running(inlines, "header", running.header if running else None),
        _front(writer),
        writer.write(document.blocks),
        *[writer.annex(annex) for annex in document.annexes],
        writer.notes(),
        _running(inlines, "footer", running.footer if running else None),
    ]
    attributes = {"class": "press", "lang": document.language, "dir": document_direction(document)}
    return tag("article", attributes, "\n", joined(parts), "\n")


@cache
def default_stylesheet() -> str:
    """Our stylesheet: logical properties only, for screen, phone and paper."""
    return files("tansiq.engines.press.writers.html").joinpath("document.css").read_text(encoding="utf-8")


def _running(inlines: InlineWriter, place: str, line: Inlines | None) -> str:
    return tag("p", {"class": f"running running-{place}"}, inlines.write(line)) if line else ""


def _front(writer: BlockWriter) -> str:
    """The cover; without a title line in it, or without a cover, the title of the document is printed."""
    document = writer.document
    lines = document.cover.lines if document.cover else _own_lines(document)
    printed = [_line(writer, line) for line in lines]
    if all(line.role != "title" for line in lines):
        printed.append(_line(writer, CoverLine("title", (Text(document.title),))))
    return tag("header", {"class": "cover" if document.cover else "front"}, "\n", joined(printed), "\n")


def _own_lines(document: Document) -> tuple[CoverLine, ...]:
    lines = (("symbol", document.symbol), ("title", document.title), ("subtitle", document.subtitle))
    return tuple(CoverLine(role, (Text(words),)) for role, words in lines if words)  # type: ignore[arg-type]


def _line(writer: BlockWriter, line: CoverLine) -> str:
    content = writer.inlines.write(line.inlines)
    if line.role == "title":
        return writer.heading_tag(0, {}, content)
    return tag("p", {"class": line.role.replace("_", "-")}, content)
