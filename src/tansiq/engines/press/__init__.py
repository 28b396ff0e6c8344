"""One document tree to Word, HTML and PDF in English, Arabic and French.

The tree is in `tree`, its JSON in `tree_json`, its rules in `validate`, its numbers in `numbering`; writers are in `writers`.
"""

from tansiq.engines.press.errors import InvalidTree, PressError, UnknownNode
from tansiq.engines.press.numbering import DECIMAL, REPORT, UNITED_NATIONS, NumberingScheme, number_tree
from tansiq.engines.press.tree import Document, Node, text_of, walk
from tansiq.engines.press.tree_json import from_json, to_json
from tansiq.engines.press.validate import validate
from tansiq.engines.press.writers.docx import write_docx
from tansiq.engines.press.writers.html import html_body, write_html

__all__ = [
    "DECIMAL",
    "REPORT",
    "UNITED_NATIONS",
    "Document",
    "InvalidTree",
    "Node",
    "NumberingScheme",
    "PressError",
    "UnknownNode",
    "from_json",
    "html_body",
    "number_tree",
    "text_of",
    "to_json",
    "validate",
    "walk",
    "write_docx",
    "write_html",
]
