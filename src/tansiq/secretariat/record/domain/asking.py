"""Questions to the record: each says which rows it reads and what they answer, so that several are answered with one query.

`members("wgim", day, now)` asks, with one query. Within `asking_once()` what is asked again is not read again, and
`ask_together(members.of("wgim", day, now), offices.of("wgim", day, now))` reads the rows of both at once.
"""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import update_wrapper
from typing import Any, Generic, ParamSpec, TypeVar

from django.db.models import QuerySet

from tansiq.secretariat.record.domain.together import together

P = ParamSpec("P")
T = TypeVar("T")

_ANSWERS: ContextVar[dict[Hashable, Any] | None] = ContextVar("answers", default=None)


@dataclass(frozen=True)
class Reading(Generic[T]):
    """What a question reads, and what makes its answer of the rows: `answer` takes a list for each queryset."""

    wanted: tuple[QuerySet[Any, Any], ...]
    answer: Callable[..., T]


@dataclass(frozen=True)
class Asked(Generic[T]):
    """A question with its arguments: `key` tells it from every other, `reading` says what it reads."""

    key: Hashable
    reading: Callable[[], Reading[T]]


class Question(Generic[P, T]):
    """A function of hashable arguments that answers from the record; `of` puts it off, for `ask_together`."""

    def __init__(self, read: Callable[P, Reading[T]]) -> None:
        update_wrapper(self, read)
        self._read = read

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        """Ask it: one query, none where `asking_once` knows the answer."""
        return _answer(self.of(*args, **kwargs))

    def of(self, *args: P.args, **kwargs: P.kwargs) -> Asked[T]:
        """The question with these arguments, not asked yet."""
        return Asked((self._read, args, tuple(sorted(kwargs.items()))), lambda: self._read(*args, **kwargs))


def question(read: Callable[P, Reading[T]]) -> Question[P, T]:
    """Make a question of the decorated function, which says what it reads. Called, it answers."""
    return Question(read)


@contextmanager
def asking_once() -> Iterator[None]:
    """In here a question asked again with the same arguments gets the same answer, and nothing is read for it.

    For readers only: who writes in between would not see it. Answers are shared, so nobody changes the lists in them. Where it is
    entered again inside, the outer one goes on.
    """
    if _ANSWERS.get() is not None:
        yield
        return
    token = _ANSWERS.set({})
    try:
        yield
    finally:
        _ANSWERS.reset(token)


def ask_together(*asked: Asked[Any]) -> None:
    """Read what all the questions read with one query, and keep their answers. Raises LookupError outside of `asking_once`."""
    answers = _ANSWERS.get()
    if answers is None:
        raise LookupError("answers are kept within asking_once() only; ask there.")
    readings = {each.key: each.reading() for each in asked if each.key not in answers}
    rows = iter(together(*(queryset for reading in readings.values() for queryset in reading.wanted)))
    for key, reading in readings.items():
        answers[key] = reading.answer(*(next(rows) for _queryset in reading.wanted))


def _answer(asked: Asked[T]) -> T:
    answers = _ANSWERS.get()
    if answers is not None and asked.key in answers:
        found: T = answers[asked.key]
        return found
    reading = asked.reading()
    found = reading.answer(*together(*reading.wanted))
    if answers is not None:
        answers[asked.key] = found
    return found
