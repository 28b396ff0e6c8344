"""Pieces are joined as each language enumerates."""

import pytest

from tansiq.secretariat.reporting.domain.pieces import Piece, in_words, joined


@pytest.mark.parametrize(
    ("language", "text"), [("en", "a, b and c"), ("fr", "a, b et c"), ("ar", "a وb وc")]
)
def test_joined_three_pieces_reads_as_the_language_enumerates(language, text):
    piece = joined([in_words("a"), in_words("b"), in_words("c")], language)
    assert (piece.text, piece.number) == (text, 3)


def test_joined_one_piece_keeps_its_traits():
    one = Piece(in_words("a").inlines, traits={"gender": "f"})
    assert joined([one], "fr").traits == {"gender": "f"}
    assert joined([one, one], "fr").traits == {}


def test_joined_nothing_is_empty():
    assert joined([], "en") == Piece((), 0)
