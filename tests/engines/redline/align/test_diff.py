"""What two texts have in common: exact cases, what holds of any two texts, and bounded work on texts made to cost."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.redline.align.atoms import MARK, TABLE
from tansiq.engines.redline.align.diff import Same, same

TEXTS = st.lists(st.sampled_from(["the ", "report ", "of ", "2017", " ", "\u0639\u0627\u0645 ", MARK, MARK, TABLE, "a", "b"]), max_size=30)
SECONDS = 5


def kept(base: str, other: str) -> list[str]:
    return [base[block.base:block.base + block.size] for block in same(base, other)]


def test_same_equal_texts_are_one_block():
    assert same("a" + MARK, "a" + MARK) == [Same(0, 0, 2)]
    assert same("", "") == []


def test_same_nothing_in_common_is_no_block():
    assert same("abc", "xyz") == []
    assert same("", "abc") == []


def test_same_last_marks_are_matched_with_each_other():
    assert same(f"one{MARK}", f"two{MARK}") == [Same(3, 3, 1)]
    assert same(MARK, f"a{MARK}b{MARK}")[-1] == Same(0, 3, 1)


def test_same_a_word_replaced_leaves_the_words_around_it():
    assert kept("It has 16 members.", "It has 18 members.") == ["It has ", " members."]


def test_same_text_put_in_is_found_to_the_letter():
    assert same("member" + MARK, "members" + MARK) == [Same(0, 0, 6), Same(6, 7, 1)]
    assert same("intergovernmental", "inter-governmental") == [Same(0, 0, 5), Same(5, 6, 12)]


def test_same_a_space_alone_between_two_changed_words_is_no_match():
    assert kept(f"alpha beta{MARK}", f"gamma delta{MARK}") == [MARK]


def test_same_paragraph_put_in_ends_with_its_own_mark():
    base, other = f"one{MARK}two{MARK}", f"one{MARK}two{MARK}two{MARK}"
    blocks = same(base, other)
    assert "".join(kept(base, other)) == base
    [before, after] = blocks
    assert other[before.other + before.size:after.other].endswith(MARK)


def test_same_paragraph_taken_out_between_alike_ones_goes_with_its_mark():
    base, other = f"(a) fish{MARK}(b) fish{MARK}(c) fish{MARK}", f"(a) fish{MARK}(c) fish{MARK}"
    [before, after] = same(base, other)
    assert base[before.base + before.size:after.base] == f"(b) fish{MARK}"


def test_same_lines_found_once_anchor_what_lies_between():
    ours = MARK.join(["same"] * 40 + ["anchor"] + ["same"] * 40) + MARK
    theirs = MARK.join(["same"] * 10 + ["anchor"] + ["same"] * 60) + MARK
    blocks = same(ours, theirs)
    at, to = ours.index("anchor"), theirs.index("anchor")
    assert any(block.base <= at < block.base + block.size and at - block.base == to - block.other for block in blocks)


def test_same_moved_paragraph_is_kept_once():
    base, other = f"first{MARK}second{MARK}third{MARK}", f"second{MARK}third{MARK}first{MARK}"
    assert kept(base, other) == [f"second{MARK}third{MARK}"]


@given(TEXTS.map("".join), TEXTS.map("".join))
def test_same_blocks_are_equal_text_in_order(base: str, other: str):
    at = to = 0
    for block in same(base, other):
        assert block.size > 0
        assert block.base >= at
        assert block.other >= to
        assert base[block.base:block.base + block.size] == other[block.other:block.other + block.size]
        at, to = block.base + block.size, block.other + block.size
    if base[-1:] == MARK == other[-1:]:
        assert (at, to) == (len(base), len(other))


@given(TEXTS.map("".join), TEXTS.map("".join))
def test_same_neighbouring_blocks_are_one(base: str, other: str):
    blocks = same(base, other)
    for one, next_ in zip(blocks, blocks[1:], strict=False):
        assert (one.base + one.size, one.other + one.size) != (next_.base, next_.other)


@given(TEXTS.map("".join), st.integers(0, 60), st.sampled_from(["x", f"new line{MARK}", "two words "]))
def test_same_text_put_into_one_place_keeps_all_of_the_base(base: str, at: int, put: str):
    other = base[:at] + put + base[at:]
    assert sum(block.size for block in same(base, other)) == len(base)


def hostile(kind: str) -> tuple[str, str]:
    rng = random.Random(1)
    words = [f"w{number}" for number in range(2000)]
    if kind == "equal lines":
        return ("n/a" + MARK) * 100_000, ("n/a" + MARK) * 99_000
    if kind == "equal lines, one changed":
        return ("n/a" + MARK) * 100_000, ("n/a" + MARK) * 50_000 + "x" + MARK + ("n/a" + MARK) * 50_000
    if kind == "random lines":
        return tuple("".join(rng.choice(words) + MARK for _ in range(50_000)) for _ in range(2))
    if kind == "one long line":
        return tuple(" ".join(rng.choice(words) for _ in range(50_000)) for _ in range(2))
    if kind == "reversed":
        lines = [f"line {number}{MARK}" for number in range(50_000)]
        return "".join(lines), "".join(reversed(lines))
    if kind == "many hunks":
        lines = [f"line {number}{MARK}same{MARK}" for number in range(20_000)]
        return "".join(lines), "".join(line.replace("same", "other") for line in lines)
    return "ab" * 500_000 + MARK, "ba" * 400_000 + MARK


@pytest.mark.parametrize("kind", [
    "equal lines", "equal lines, one changed", "random lines", "one long line", "reversed", "many hunks", "letters",
])
def test_same_hostile_texts_cost_seconds_at_most(kind: str):
    base, other = hostile(kind)
    begun = time.process_time()
    blocks = same(base, other)
    assert time.process_time() - begun < SECONDS
    assert all(base[block.base:block.base + block.size] == other[block.other:block.other + block.size] for block in blocks)
