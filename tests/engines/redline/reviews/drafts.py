"""Drafts to be reviewed, built block by block from seeds; every story and kind of content has a builder."""

import random
from collections.abc import Callable

from tests.engines.redline.reviews.model import (
    Atom,
    Block,
    Cell,
    Control,
    Draft,
    Look,
    Para,
    Remark,
    Row,
    Section,
    Table,
    Unit,
    Wrapper,
)
from tests.engines.redline.reviews.words import phrase, right_to_left, sentence

Builder = Callable[[random.Random, Draft], list[Block]]
BUILDERS: dict[str, Builder] = {}
SHADES = ("1F4E79", "C00000", "70AD47", "FFC000", "7030A0", "00B0F0")


def builder(function: Builder) -> Builder:
    BUILDERS[function.__name__] = function
    return function


def piece(text: str, *formats: str) -> Unit:
    """Text in its direction."""
    return Unit(text, format=(*formats, "rtl") if right_to_left(text) else formats)


def atom(kind: str, value: str = "", blocks: list[Block] | None = None) -> Unit:
    return Unit(atom=Atom(kind, value, blocks or []))


def plain(rng: random.Random, language: str = "en", sentences: int = 2, **props) -> Para:
    """A paragraph of text whose runs differ in format now and then."""
    units = []
    for number in range(sentences):
        formats = rng.choice([(), (), (), ("bold",), ("italic",), ("bold", "italic"), ("underline",)])
        units.append(piece((" " if number else "") + sentence(rng, language), *formats))
    return Para(units, Look(bidi=language in {"ar", "mixed"}, **props))


@builder
def heading(rng: random.Random, draft: Draft) -> list[Block]:
    language = rng.choice(["en", "en", "fr", "ar"])
    style = rng.choice(["Heading1", "Heading2"])
    title = Para([piece(f"{rng.randint(1, 9)}. {phrase(rng, language, 4)}")], Look(style=style, bidi=language == "ar"))
    return [title, plain(rng, language)]


@builder
def text(rng: random.Random, draft: Draft) -> list[Block]:
    return [plain(rng, rng.choice(["en", "fr"]), rng.randint(1, 4)) for _ in range(rng.randint(1, 4))]


@builder
def arabic(rng: random.Random, draft: Draft) -> list[Block]:
    return [plain(rng, "ar", 2), plain(rng, "mixed", 2)]


@builder
def numbered(rng: random.Random, draft: Draft) -> list[Block]:
    number = rng.choice(["decimal", "letters", "bullets"])
    return [plain(rng, "en", 1, number=number, level=rng.choice([0, 0, 1])) for _ in range(rng.randint(2, 5))]


@builder
def notes(rng: random.Random, draft: Draft) -> list[Block]:
    para = plain(rng, "en", 3)
    for kind in rng.sample(["footnote", "footnote", "endnote"], 2):
        blocks: list[Block] = [plain(rng, rng.choice(["en", "ar"]), 1, style="FootnoteText") for _ in range(rng.randint(1, 2))]
        para.units.insert(rng.randint(1, len(para.units)), atom(kind, "", blocks))
    return [para]


@builder
def pictures(rng: random.Random, draft: Draft) -> list[Block]:
    para = plain(rng, "en", 2)
    para.units.insert(1, atom("picture", rng.choice(SHADES)))
    return [para, Para([atom("picture", rng.choice(SHADES))])]


@builder
def box(rng: random.Random, draft: Draft) -> list[Block]:
    para = plain(rng, "en", 2)
    para.units.insert(1, atom("box", "", [plain(rng, "en", 1), plain(rng, rng.choice(["en", "ar"]), 2)]))
    return [para, plain(rng)]


@builder
def fields(rng: random.Random, draft: Draft) -> list[Block]:
    first, second = plain(rng, "en", 2), plain(rng, "fr", 2)
    first.units.insert(1, atom("field", rng.choice(["TOC \\o 1-3|Contents 3", "PAGEREF _Toc1|12", "REF table1|Table 1", "SEQ Figure|4"])))
    second.units.insert(1, atom("simple_field", rng.choice(["NUMPAGES|12", "DATE|May 2017", "REF figure2|Figure 2"])))
    return [first, second]


@builder
def formula(rng: random.Random, draft: Draft) -> list[Block]:
    para = plain(rng, "en", 2)
    para.units.insert(1, atom("formula", rng.choice(["a+b=c", "E=mc", "x/y"])))
    return [para]


@builder
def wrapped(rng: random.Random, draft: Draft) -> list[Block]:
    """Links and content controls in a line, and a content control around blocks."""
    para = plain(rng, "en", 2)
    for kind in ("link", "control"):
        key = f"{kind}{len(draft.wrappers)}"
        draft.wrappers[key] = Wrapper(kind, f"https://example.org/{key}" if kind == "link" else f"Field {key}")
        para.units += [piece(" "), Unit(phrase(rng, "en", 4), inside=key), piece(" " + phrase(rng, "en", 3))]
    return [para, Control(f"Part {len(draft.body)}", [plain(rng), plain(rng, "fr")]), plain(rng)]


@builder
def breaks(rng: random.Random, draft: Draft) -> list[Block]:
    para = plain(rng, "en", 3)
    for kind in ("tab", "break", "page"):
        para.units.insert(rng.randint(1, len(para.units)), atom(kind))
    name = f"mark{len(draft.body)}"
    para.units[1:1] = [atom("bookmark_start", name)]
    para.units.append(atom("bookmark_end", name))
    return [para, Para()]


def cell(rng: random.Random, language: str, **props) -> Cell:
    return Cell([Para([piece(phrase(rng, language, rng.randint(1, 4)))], Look(bidi=language == "ar"))], **props)


@builder
def table(rng: random.Random, draft: Draft) -> list[Block]:
    language = rng.choice(["en", "en", "ar"])
    columns = rng.randint(2, 4)
    rows = [Row([cell(rng, language) for _ in range(columns)], heading=number == 0) for number in range(rng.randint(2, 5))]
    return [Table(rows), plain(rng)]


@builder
def merged_table(rng: random.Random, draft: Draft) -> list[Block]:
    top = Row([cell(rng, "en", span=2), cell(rng, "en")], heading=True)
    rows = [Row([cell(rng, "en", merge="restart" if number == 0 else "continue"), cell(rng, "en"), cell(rng, "fr")]) for number in range(3)]
    for row in rows[1:]:
        row.cells[0].blocks = [Para()]
    return [Table([top, *rows]), plain(rng)]


@builder
def nested_table(rng: random.Random, draft: Draft) -> list[Block]:
    inner = Table([Row([cell(rng, "en"), cell(rng, "en")]) for _ in range(2)])
    outer = Table([Row([cell(rng, "en"), Cell([plain(rng), inner, plain(rng, "en", 1)])]), Row([cell(rng, "en"), cell(rng, "ar")])])
    return [outer, plain(rng)]


def edges(rng: random.Random) -> Section:
    """A section with a picture and a page field in its header and footer."""
    header = Para([piece(phrase(rng, "en", 3)), atom("picture", rng.choice(SHADES))])
    footer = Para([piece("Page "), atom("field", "PAGE|1"), piece(" " + phrase(rng, "fr", 2))])
    section = Section(columns=rng.choice([1, 1, 2]), headers={"default": [header]}, footers={"default": [footer]})
    if rng.random() < 0.3:
        section.headers["first"] = [plain(rng, "ar", 1)]
    return section


@builder
def section(rng: random.Random, draft: Draft) -> list[Block]:
    last = plain(rng)
    last.section = edges(rng)
    last.section.landscape = rng.random() < 0.5
    return [last, plain(rng)]


@builder
def remarked(rng: random.Random, draft: Draft) -> list[Block]:
    """Comments the draft itself was circulated with: a thread of two, over one paragraph or two."""
    paras = [plain(rng), plain(rng)]
    key = f"base{len(draft.remarks)}"
    paras[0].units.insert(1, atom("comment_start", key))
    paras[rng.randint(0, 1)].units.append(atom("comment_end", key))
    draft.remarks.append(Remark(key, "Secretariat", "2024-01-02T09:00:00Z", "S", [phrase(rng, "en", 5)], resolved=rng.random() < 0.5))
    if rng.random() < 0.7:
        draft.remarks.append(Remark(key + "r", "Co-chair", "2024-01-03T09:00:00Z", "C", [phrase(rng, "en", 4)], parent=key))
    return list(paras)


def built(recipe: list[tuple[str, int]]) -> Draft:
    """The draft that a recipe of (builder, seed) gives; its first and last paragraphs are always text."""
    rng = random.Random("draft")
    draft = Draft([plain(rng)], Section(headers={"default": [plain(rng, "en", 1)]}, footers={"default": [plain(rng, "en", 1)]}))
    for name, seed in recipe:
        draft.body += BUILDERS[name](random.Random(f"{name} {seed}"), draft)
    draft.body.append(plain(rng))
    return draft


def recipe(rng: random.Random, length: int) -> list[tuple[str, int]]:
    """A recipe of that many blocks."""
    return [(rng.choice(sorted(BUILDERS)), rng.randrange(10**6)) for _ in range(length)]
