"""Small drafts and copies for the symptoms: one line each where the generated reviews would need a page."""

from collections.abc import Callable

from tansiq.engines.redline import Consolidation, consolidate
from tests.engines.redline.reviews.drafts import piece
from tests.engines.redline.reviews.model import Block, Draft, Look, Mark, Para, Section, Unit
from tests.engines.redline.reviews.review import Review
from tests.engines.redline.reviews.written import write

FIRST = Mark("Desk officer", "2024-02-01T09:00:00Z")
SECOND = Mark("Legal adviser", "2024-02-02T09:00:00Z")


def para(text: str, **look) -> Para:
    return Para([piece(text)], Look(**look))


def draft(*blocks: Block) -> Draft:
    return Draft(list(blocks), Section())


def review(base: Draft, agency: str, change: Callable[[Draft], None]) -> bytes:
    """A copy of the draft with one thing done to it."""
    at_work = Review(base, agency)
    change(at_work.draft)
    return write(at_work.draft)


def put(text: str, mark: Mark | None) -> Unit:
    made = piece(text)
    made.inserted = mark
    return made


def consolidated(base: Draft, **changes: Callable[[Draft], None]) -> Consolidation:
    """The consolidation of one copy by each agency named."""
    return consolidate(write(base), {agency: review(base, agency, change) for agency, change in changes.items()}, apart=False)
