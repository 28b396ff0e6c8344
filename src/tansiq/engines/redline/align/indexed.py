"""The index of a base document: its paragraphs as flows have them, with the numbers, headings and pages by which reviewers name them."""

from collections.abc import Iterator, Mapping

from tansiq.engines.redline.align.document import Document
from tansiq.engines.redline.align.index import BaseIndex, BaseParagraph
from tansiq.engines.redline.align.pieces import Flow
from tansiq.engines.redline.align.places import Places


def index_of(document: Document, pages: Mapping[int, int] | None = None) -> BaseIndex:
    """Return the index of a document without pending changes. `pages` gives the page of each paragraph of the body, from 1, by its number
    in the story, as `report.pages` has them."""
    places = Places(document)
    return BaseIndex([
        paragraph for top in document.tops() for flow in top.flows() for paragraph in _of_flow(flow, places, pages or {})
    ])


def _of_flow(flow: Flow, places: Places, pages: Mapping[int, int]) -> Iterator[BaseParagraph]:
    for each in flow.paragraphs:
        yield BaseParagraph(
            flow.key, each.start, flow.chars(each.start, each.end - 1), number=places.number_of(flow, each),
            heading=places.of(flow, each.start, each.start).heading, page=pages.get(each.number, 0) if flow.story == "body" else 0,
            story=flow.story, paragraph=each.number, row=flow.row, cell=flow.cell,
        )
