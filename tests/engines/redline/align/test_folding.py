"""Folded text and the way back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tansiq.engines.redline.align.atoms import FOOTNOTE
from tansiq.engines.redline.align.folding import end_of_cluster, fold, fold_with_places, words


@pytest.mark.parametrize(("one", "other"), [
    ("it\u2019s", "it's"), ("«\u00a0oui\u202f»", '" oui "'), ("2015\u20132017", "2015-2017"), ("a\u00a0\t b\n", "a b"),
    ("cafe\u0301", "café"), ("\ufb01gure", "figure"), ("\u200fمرحبا\u200e", "مرحبا"), ("مـــَرحبا", "مَرحبا"), ("\ufefb", "لا"),
    (f"end{FOOTNOTE}.", "end."), ("co\u00adordinate", "coordinate"), ("`a`", "'a'"), ("a\ufffcb", "ab"),
])
def test_fold_what_nobody_sees_is_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [
    ("CAFÉ", "cafe"), ("أُنشئ", "انشي"), ("إلى", "الي"), ("مؤسسة", "موسسه"), ("٢٠١٣", "2013"), ("۲۰۱۳", "2013"), ("Straße", "STRASSE"),
])
def test_fold_loosely_spellings_are_alike_and_plainly_not(one, other):
    assert fold(one, loose=True) == fold(other, loose=True)
    assert fold(one) != fold(other)


@pytest.mark.parametrize(("one", "other"), [("16", "18"), ("a b", "ab"), ("resume", "resumes"), ("علم", "عمل")])
def test_fold_different_words_stay_different(one, other):
    assert fold(one, loose=True) != fold(other, loose=True)


@given(st.text(), st.booleans())
def test_fold_places_are_in_order_and_folding_again_changes_nothing(text, loose):
    folded, places = fold_with_places(text, loose=loose)
    assert len(folded) == len(places)
    assert places == sorted(places)
    assert all(0 <= place < len(text) for place in places)
    assert folded == fold(text, loose=loose)
    assert "  " not in folded
    assert folded == folded.strip(" ")


@given(st.text(alphabet="abcéèاأُىًـ \u0301"))
def test_fold_composed_and_decomposed_text_are_alike(text):
    start = text.lstrip("\u0301\u064f\u064b\u0640 ")
    assert fold(unicodedata.normalize("NFD", start)) == fold(unicodedata.normalize("NFC", start))


def test_end_of_cluster_is_after_the_marks():
    assert (end_of_cluster("e\u0301a", 0), end_of_cluster("ab", 0), end_of_cluster("ab", 1), end_of_cluster("ًم", 1)) == (2, 1, 2, 2)


def test_words_are_loose_and_in_order():
    assert words("The “Working-Group” of 2017, أُنشئ") == ["the", "working", "group", "of", "2017", "انشي"]
