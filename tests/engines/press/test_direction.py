"""Stretches of one direction, by the traps of Arabic text with Latin names and figures."""

import pytest

from tansiq.engines.press.direction import document_direction, language_direction, stretches
from tansiq.engines.press.tree_json import from_json
from tests.engines.press.sample import document


def cut(text, base="rtl"):
    return [("R" if part.rtl else "L", part.text) for part in stretches([text], base)[0]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("بلغ 1\u00a0939 شخصاً", [("R", "بلغ "), ("L", "1\u00a0939"), ("R", " شخصاً")]),
        ("بلغ 1\u202f939", [("R", "بلغ "), ("L", "1\u202f939")]),
        ("القرار A/71/280 الصادر", [("R", "القرار "), ("L", "A/71/280"), ("R", " الصادر")]),
        ("اليونيسف (UNICEF)", [("R", "اليونيسف ("), ("L", "UNICEF"), ("R", ")")]),
        ("منظمة UN-Habitat (IOM)", [("R", "منظمة "), ("L", "UN-Habitat (IOM)")]),
        ("يومي 26–27", [("R", "يومي "), ("L", "26"), ("R", "–"), ("L", "27")]),
        ("٣ أعضاء", [("R", "٣ أعضاء")]),
        ("IOM", [("L", "IOM")]),
        ("", []),
        ("قدّمَ", [("R", "قدّمَ")]),
        ("17 IOM", [("L", "17"), ("R", " "), ("L", "IOM")]),
        ("50%", [("L", "50%")]),
    ],
)
def test_stretches_in_arabic_paragraph(text, expected):
    assert cut(text) == expected


def test_stretches_english_paragraph_without_arabic_is_one_stretch():
    assert cut("In 2017 (UNICEF) 1,939 people", "ltr") == [("L", "In 2017 (UNICEF) 1,939 people")]


def test_stretches_arabic_word_in_english_paragraph_stands_alone():
    assert cut("the group (الفريق العامل) met", "ltr") == [("L", "the group ("), ("R", "الفريق العامل"), ("L", ") met")]


def test_stretches_digits_after_arabic_in_english_paragraph_stay_with_it():
    assert cut("called تقرير عام 2017 in 2018", "ltr") == [("L", "called "), ("R", "تقرير عام 2017"), ("L", " in 2018")]


def test_stretches_arabic_phrase_in_english_paragraph_keeps_its_numbers():
    assert [tuple(part) for part in stretches(["2017 تقرير عام 2017"], "rtl", numbers_apart=False)[0]] == [("2017 تقرير عام 2017", True)]


def test_stretches_parts_are_seen_together():
    before, name, after = stretches(["(", "UNICEF", ") طلبت"], "rtl")
    assert [part[0].rtl for part in (before, name, after)] == [True, False, True]


def test_language_direction_of_tags():
    assert [language_direction(tag) for tag in ("ar-LB", "AR", "fr", "en", "arn", "ur")] == ["rtl", "rtl", "ltr", "ltr", "ltr", "rtl"]


def test_document_direction_named_wins():
    assert document_direction(from_json(document(language="ar"))) == "rtl"
    assert document_direction(from_json(document(language="ar", direction="ltr"))) == "ltr"
