"""Two versions beside each other: words that differ, texts that pair though they moved, and nothing lost on either side."""

from hypothesis import given
from hypothesis import strategies as st

from tansiq.secretariat.register.domain.side_by_side import MOST, Pair, Piece, aligned, beside


def marked(pieces):
    return None if pieces is None else "".join(f"[{piece.text}]" if piece.differs else piece.text for piece in pieces)


def both(pair):
    return marked(pair.earlier), marked(pair.later)


def test_beside_equal_texts_nothing_differs():
    pair = beside("One text.", "One text.")
    assert both(pair) == ("One text.", "One text.")
    assert pair.same


def test_beside_changed_words_are_marked_on_both_sides():
    pair = beside("Members meet twice a year.", "Members meet three times a year.")
    assert both(pair) == ("Members meet [twice] a year.", "Members meet [three times] a year.")
    assert not pair.same


def test_beside_arabic_words_and_commas_are_taken_apart():
    assert both(beside("تجتمع المنظمات، مرتين في السنة", "تجتمع المنظمات، ثلاث مرات في السنة")) == (
        "تجتمع المنظمات، [مرتين] في السنة", "تجتمع المنظمات، [ثلاث مرات] في السنة",
    )


def test_beside_nothing_on_one_side_is_none():
    assert beside("", "New.") == Pair(None, (Piece("New.", True),))
    assert beside("Old.", "") == Pair((Piece("Old.", True),), None)
    assert beside("", "") == Pair(None, None)


def test_beside_texts_too_long_for_words_stand_whole():
    earlier, later = "word " * MOST, "word " * MOST + "more"
    assert both(beside(earlier, later)) == (f"[{earlier}]", f"[{later}]")


def test_aligned_text_put_before_the_others_leaves_them_paired():
    pairs = aligned(["Share data.", "Train officials."], ["Report to the mechanism.", "Share data.", "Train senior officials."])
    assert [both(pair) for pair in pairs] == [
        (None, "[Report to the mechanism.]"), ("Share data.", "Share data."), ("Train officials.", "Train[ senior] officials."),
    ]


def test_aligned_texts_that_are_not_alike_stand_alone():
    pairs = aligned(["Share data on ports."], ["Advise governments how to count nomads."])
    assert sorted(both(pair) for pair in pairs if pair.earlier) == [("[Share data on ports.]", None)]
    assert [both(pair) for pair in pairs if pair.later] == [(None, "[Advise governments how to count nomads.]")]


def test_aligned_pairs_the_likest_not_the_first():
    pairs = aligned(["Collect and publish data on trade"], ["Collect data on ports and roads", "Collect and publish data on all trade"])
    assert [both(pair) for pair in pairs] == [
        (None, "[Collect data on ports and roads]"),
        ("Collect and publish data on trade", "Collect and publish data on [all ]trade"),
    ]


TEXTS = st.lists(st.text("ab ,\n\u0627", min_size=1, max_size=12), max_size=5)


@given(TEXTS, TEXTS)
def test_aligned_any_lists_nothing_is_lost_added_or_moved(earlier, later):
    pairs = aligned(earlier, later)
    said = [[("".join(piece.text for piece in side)) for side in sides if side is not None]
            for sides in ([pair.earlier for pair in pairs], [pair.later for pair in pairs])]
    assert said == [earlier, later]
    for pair in pairs:
        kept = [[piece.text for piece in side if not piece.differs] for side in (pair.earlier or (), pair.later or ())]
        if pair.earlier and pair.later:
            assert "".join(kept[0]) == "".join(kept[1])
