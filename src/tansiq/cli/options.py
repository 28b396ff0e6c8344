"""Option types shared by the commands: days and moments as people write them."""

from datetime import UTC, date, datetime, time
from typing import Any

import click

from tansiq.engines.dates import DateError, Precision, parse


class AsOf(click.ParamType):
    """A day: a date, or a month or year meaning its last day."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day asked for."""
        if isinstance(value, date):
            return value
        try:
            written = parse(value)
        except DateError as error:
            self.fail(str(error), param, ctx)
        day = None if written.precision is Precision.BEFORE else written.happened_by()
        if day is None:
            self.fail(f"{value!r} has no last day; give one day, such as 2017-11-15.", param, ctx)
        return day


class KnownAt(click.ParamType):
    """A moment: an ISO time (UTC when it names no zone), or a date meaning its last instant in UTC."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The moment asked for."""
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            return self.last_instant(value, param, ctx)
        if len(value) <= len("2017-11-15"):
            return self.last_instant(value, param, ctx)
        try:
            return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
        except OverflowError:
            self.fail(f"{value!r} is in UTC outside of the years 1 to 9999; give a time within them.", param, ctx)

    def last_instant(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The last instant, in UTC, of the day written."""
        try:
            written = parse(value)
            day = None if written.precision is Precision.BEFORE else written.happened_by()
        except DateError:
            day = None
        if day is None:
            self.fail(f"{value!r} is neither a date (2017-11-15) nor a time (2017-11-15T12:00).", param, ctx)
        return datetime.combine(day, time.max, UTC)


class When(click.ParamType):
    """A date as people write it, kept as partial as it is."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The partial date."""
        try:
            return parse(value) if isinstance(value, str) else value
        except DateError as error:
            self.fail(str(error), param, ctx)


as_of = click.option("--as-of", type=AsOf(), required=True, help="The day asked for: 2017-11-15, or 2017-11 for its last day.")
known_at = click.option(
    "--known-at", type=KnownAt(), default=None, help="As the record knew it then: a date (its last instant in UTC) or a time."
)


def moment(known: datetime | None) -> datetime:
    """The moment asked for; when none was named, the last one the record knows of, so that the answer stays the same later."""
    if known is not None:
        return known
    from tansiq.secretariat.record.domain.log import known_now  # noqa: PLC0415 (needs Django)

    return known_now()
