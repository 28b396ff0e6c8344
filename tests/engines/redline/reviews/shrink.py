"""Makes a case that fails as small as it goes: copies leave, then what was done to them, then blocks of the draft."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from tests.engines.redline.reviews.cases import Case

Fails = Callable[[Case], bool]


def shrunk(case: Case, fails: Fails) -> Case:
    """The smallest case found that still fails; every case tried is whole, so that any of them can be kept."""
    while True:
        smaller = next((one for one in smaller_cases(case) if fails(one)), None)
        if smaller is None:
            return case
        case = smaller


def smaller_cases(case: Case) -> Iterator[Case]:
    """Cases with something taken away, the largest pieces first."""
    for kept in without_some(case.copies):
        if kept:
            yield replace(case, copies=kept)
    for place, copy in enumerate(case.copies):
        for name in ("mutations", "steps"):
            for kept in without_some(getattr(copy, name)):
                yield replace(case, copies=(*case.copies[:place], replace(copy, **{name: kept}), *case.copies[place + 1:]))
    for kept in without_some(case.draft):
        yield replace(case, draft=kept)
    for place, copy in enumerate(case.copies):
        plainer = replace(copy, rsid="", para_ids=True, wave=0)
        if plainer != copy:
            yield replace(case, copies=(*case.copies[:place], plainer, *case.copies[place + 1:]))


def without_some(items: tuple) -> Iterator[tuple]:
    """The items without a half, a quarter and so on, down to one."""
    size = len(items) // 2
    while size > 1:
        for start in range(0, len(items), size):
            yield items[:start] + items[start + size:]
        size //= 2
    for place in range(len(items)):
        yield items[:place] + items[place + 1:]
