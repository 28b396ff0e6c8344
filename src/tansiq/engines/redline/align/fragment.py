"""The names redline gives to what an edit brings along: a sequence of runs, marks and tables, with the notes and styles it needs."""

from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from tansiq.engines.ooxml.names import NAMESPACES
from tansiq.engines.redline.errors import LedgerMissing

NS = "urn:tansiq:redline:1"
ROOT = f"{{{NS}}}fragment"
MARK = f"{{{NS}}}mark"                     # a paragraph mark; its child is the w:pPr of the paragraph it ends
NOTE = f"{{{NS}}}note"                     # kind, id; the blocks of a note that the content refers to
STYLE = f"{{{NS}}}style"                   # a w:style that the base lacks
NUMBERING = f"{{{NS}}}numbering"           # id; w:abstractNum and w:num of a list that the base lacks
_RESOURCES = frozenset({NOTE, STYLE, NUMBERING})
_TAMPERED = "a change in the ledger brings no content that can be read; take the ledger as `redline consolidate` wrote it"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def new() -> Element:
    """An empty fragment."""
    known = {name: NAMESPACES[name] for name in ("w", "r", "m", "wp", "a", "mc", "v", "w14")}
    return etree.Element(ROOT, nsmap={"x": NS, **known})


def parse(text: str) -> Element:
    """A fragment from its text. Raises LedgerMissing when it was tampered with."""
    try:
        root = etree.fromstring(text.encode(), _PARSER)
    except (etree.XMLSyntaxError, UnicodeError) as error:
        raise LedgerMissing(_TAMPERED) from error
    if root.tag != ROOT:
        raise LedgerMissing(_TAMPERED)
    return root


def write(fragment: Element) -> str:
    """A fragment as text, the same for equal ones."""
    return etree.tostring(fragment, method="c14n").decode()


def content(fragment: Element) -> Iterator[Element]:
    """What is put in, in order: runs and other inline elements, marks, tables, rows or cells."""
    return (child for child in fragment if child.tag not in _RESOURCES)


def resources(fragment: Element, tag: str) -> Iterator[Element]:
    """The notes, styles or lists it brings along."""
    return fragment.iterchildren(tag)
