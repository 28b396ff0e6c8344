"""Ordinals, small numbers in words, Roman figures and the letters of lists in English, French and Arabic.

Not for cardinal numbers in figures (`typography.format_number`) and not for Arabic cardinals, whose gender and case the messages decide.
"""

from typing import Literal

from tansiq.engines.press.errors import PressError

__all__ = ["Case", "Gender", "base_language", "list_label", "number_in_words_below_ten", "ordinal", "roman"]

Gender = Literal["masculine", "feminine"]
Case = Literal["nominative", "genitive"]

LANGUAGES = ("en", "fr", "ar")

_EN_CARDINALS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_EN_ORDINALS = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)
_EN_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

_FR_CARDINALS = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze",
    "seize", "dix-sept", "dix-huit", "dix-neuf",
)
_FR_TENS = ("", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt")

_AR_UNITS: dict[Gender, tuple[str, ...]] = {
    "masculine": ("", "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر"),
    "feminine": ("", "الأولى", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة", "التاسعة", "العاشرة"),
}
# Above ten, "one" is not "first": الحادي عشر, الحادية والعشرون.
_AR_ONE_IN_COMPOUNDS: dict[Gender, str] = {"masculine": "الحادي", "feminine": "الحادية"}
_AR_TEN_IN_COMPOUNDS: dict[Gender, str] = {"masculine": "عشر", "feminine": "عشرة"}
_AR_TENS = ("", "", "عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_AR_TENS_ENDING: dict[Case, str] = {"nominative": "ون", "genitive": "ين"}

_ABJAD = ("أ", "ب", "ج", "د", "هـ", *"وزحطيكلمنسعفصقرشتثخذضظغ")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"),
    (4, "IV"), (1, "I"),
)


def base_language(language: str) -> str:
    """Return `en`, `fr` or `ar` for a language tag such as `ar-LB` (BCP 47, RFC 5646, 2.2.1: the first subtag).

    Raises PressError for any other language.
    """
    base = language.replace("_", "-").split("-", 1)[0].lower()
    if base not in LANGUAGES:
        raise PressError(f"Language {language!r} is not one of {', '.join(LANGUAGES)}: give one of these, with or without a region.")
    return base


def number_in_words_below_ten(n: int, language: str, *, gender: Gender = "masculine") -> str:
    """Write a whole number below ten in words, from 10 up in figures (English and French; `gender` tells un from une).

    Source: United Nations Editorial Manual, Numbers, dates and time, "Numbers expressed in words"; the French rule is the same.
    Raises PressError for a negative number, and for Arabic: there the word depends on the counted noun's gender, number and case,
    so the messages write it out (press.md 5: "write 3-10 out in the .ftl variants").
    """
    base = base_language(language)
    if base == "ar":
        raise PressError(f"Cannot write {n} as an Arabic word without its noun: write it out in the variants of the message.")
    _refuse_below(n, 0, "number in words")
    if n >= 10:
        separator = "," if base == "en" else "\u202f"
        return f"{n:,}".replace(",", separator)
    if base == "en":
        return _EN_CARDINALS[n]
    return "une" if n == 1 and gender == "feminine" else _FR_CARDINALS[n]


def ordinal(n: int, language: str, *, words: bool = True, gender: Gender = "masculine", case: Case = "nominative") -> str:
    """Return the ordinal of `n`: second or 22nd, deuxième or 22e, الثاني والعشرون or الـ22 (Arabic always definite).

    In words up to 99, from 100 up always in figures. `gender` matters for French 1 and for Arabic; `case` for Arabic tens only
    (genitive stands for the accusative too). Source: United Nations Editorial Manual, "Ordinals"; French abbreviations 1er, 1re, 2e:
    Lexique des règles typographiques en usage à l'Imprimerie nationale, "Abréviations". Raises PressError when `n` is below 1.
    """
    base = base_language(language)
    _refuse_below(n, 1, "ordinal")
    in_words = words and n <= 99
    if base == "en":
        return _english_ordinal(n) if in_words else f"{n}{_english_suffix(n)}"
    if base == "fr":
        return _french_ordinal(n, gender) if in_words else _french_ordinal_figures(n, gender)
    return _arabic_ordinal(n, gender, case) if in_words else f"الـ{n}"


def _english_ordinal(n: int) -> str:
    if n < 20:
        return _EN_ORDINALS[n]
    tens, unit = divmod(n, 10)
    return f"{_EN_TENS[tens]}-{_EN_ORDINALS[unit]}" if unit else f"{_EN_TENS[tens][:-1]}ieth"


def _english_suffix(n: int) -> str:
    if n % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")


def _french_cardinal(n: int) -> str:
    if n < 20:
        return _FR_CARDINALS[n]
    tens, unit = divmod(n, 10)
    if tens in (7, 9):
        unit += 10
    if unit == 0:
        return _FR_TENS[tens]
    # "et" before un and onze, but not after quatre-vingt: soixante et onze, quatre-vingt-onze.
    link = " et " if unit in (1, 11) and tens < 8 else "-"
    return f"{_FR_TENS[tens]}{link}{_FR_CARDINALS[unit]}"


def _french_ordinal(n: int, gender: Gender) -> str:
    if n == 1:
        return "première" if gender == "feminine" else "premier"
    word = _french_cardinal(n)
    if word.endswith("cinq"):
        return f"{word}uième"
    if word.endswith("neuf"):
        return f"{word[:-1]}vième"
    return f"{word.removesuffix('e')}ième"


def _french_ordinal_figures(n: int, gender: Gender) -> str:
    if n == 1:
        return "1re" if gender == "feminine" else "1er"
    return f"{n}e"


def _arabic_ordinal(n: int, gender: Gender, case: Case) -> str:
    if n <= 10:
        return _AR_UNITS[gender][n]
    tens, unit = divmod(n, 10)
    first = _AR_ONE_IN_COMPOUNDS[gender] if unit == 1 else _AR_UNITS[gender][unit]
    if tens == 1:
        return f"{first} {_AR_TEN_IN_COMPOUNDS[gender]}"
    ten = f"ال{_AR_TENS[tens]}{_AR_TENS_ENDING[case]}"
    return f"{first} و{ten}" if unit else ten


def roman(n: int) -> str:
    """Return `n` (1 to 3999) in capital Roman figures; raises PressError outside that range."""
    if not 1 <= n <= 3999:
        raise PressError(f"No Roman figure for {n}: give a whole number from 1 to 3999.")
    parts = []
    for value, figure in _ROMAN:
        count, n = divmod(n, value)
        parts.append(figure * count)
    return "".join(parts)


def list_label(n: int, language: str) -> str:
    """Return the label of the n-th sub-paragraph: (a), a) or (أ); after the last letter they double: (aa), (bb).

    Source: United Nations Editorial Manual, "Paragraphs" (English both brackets, French the second only); Arabic: letters in abjad
    order between brackets, as in the Arabic texts of General Assembly resolutions. Raises PressError when `n` is below 1.
    """
    base = base_language(language)
    _refuse_below(n, 1, "list label")
    letters = _ABJAD if base == "ar" else tuple("abcdefghijklmnopqrstuvwxyz")
    times, place = divmod(n - 1, len(letters))
    # A heh that another letter follows needs no tatweel to show its initial form.
    label = letters[place].rstrip("ـ") * times + letters[place]
    return f"{label})" if base == "fr" else f"({label})"


def _refuse_below(n: int, least: int, what: str) -> None:
    if isinstance(n, bool) or n < least:
        raise PressError(f"No {what} for {n}: give a whole number from {least} up.")
