"""Tells one section of the example's report and gives its blocks as plain text."""

from collections.abc import Callable
from datetime import UTC, date, datetime

from tansiq.engines.press.tree import ListBlock, text_of
from tansiq.secretariat.reporting.domain.blocks import Section
from tansiq.secretariat.reporting.domain.nodes import Lens
from tansiq.secretariat.reporting.domain.period import Period
from tests.example import DAY

NOW = datetime(2027, 1, 1, tzinfo=UTC)
PERIOD = Period(date(2016, 12, 15), date(2017, 11, 16))


def lens(day: date = DAY, known_at: datetime = NOW) -> Lens:
    """The example's group on a day."""
    return Lens(group="wgim", as_of=day, known_at=known_at, language="en")


def told(tell: Callable[[Section, Period], None], day: date = DAY, period: Period = PERIOD) -> str:
    """What a section says, one block a line, items of lists behind a dash."""
    section = Section(lens(day), "section")
    tell(section, period)
    return "\n".join(line for block in section.blocks for line in lines_of(block))


def lines_of(block: object) -> list[str]:
    """The lines of one block."""
    if isinstance(block, ListBlock):
        return [f"- {text_of(item.inlines)}".replace("\u00a0", " ") for item in block.items]
    return [text_of(block.inlines).replace("\u00a0", " ")]  # type: ignore[attr-defined]
