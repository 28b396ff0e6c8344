"""Shrinking finds the one step and the one copy that a failure needs."""

from tests.engines.redline.reviews.cases import Case, random_case
from tests.engines.redline.reviews.shrink import shrunk, without_some


def needs_a_join(case: Case) -> bool:
    return any(name == "join_paragraphs" for copy in case.copies for name, _ in copy.steps)


def test_shrunk_case_keeps_one_copy_with_the_step_that_fails():
    case = next(case for case in map(random_case, range(100)) if needs_a_join(case) and len(case.copies) > 3)
    small = shrunk(case, needs_a_join)
    assert [name for copy in small.copies for name, _ in copy.steps] == ["join_paragraphs"]
    assert (len(small.copies), small.draft, small.copies[0].mutations) == (1, (), ())


def test_without_some_halves_first_then_one_by_one():
    assert list(without_some((1, 2, 3, 4))) == [(3, 4), (1, 2), (2, 3, 4), (1, 3, 4), (1, 2, 4), (1, 2, 3)]
