"""The order of names in the language shown, without ICU.

Enough for lists of organizations, countries and persons; not the full Unicode collation algorithm (limits: `sort_key`).
"""

import re
import unicodedata

from tansiq.engines.press.ordinals import base_language

__all__ = ["sort_key"]

_ARABIC_LETTER = re.compile(r"[\u0620-\u063f\u0641-\u064a\u066e-\u06d3]")
_ARABIC_MARKS = re.compile(r"[\u0610-\u061a\u0640\u064b-\u065f\u0670]")
_ARTICLE = re.compile(r"^[اٱ]ل(?=\w{2})")
_ARABIC_FOLDS = str.maketrans({"آ": "ا", "أ": "ا", "إ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ي", "ى": "ي", "ة": "ه"})
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l"})
_NOT_LETTERS = re.compile(r"[\W_]+")
_DIRECTION_MARKS = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]")


def sort_key(text: str, language: str) -> tuple[int, str, str, str]:
    """Return a key that sorts names as a reader of `language` expects; compare only keys made for one language.

    Levels: script (names in the script of the language first), letters, accents, the text itself, so that the order is total.
    English and French: case and accents do not count on the first level, nor do spaces, hyphens and apostrophes (letter by letter).
    Arabic: the article ال of the first word, vowel marks and tatweel do not count; hamza carriers sort as their letter, ta marbuta as
    ha, alef maqsura as ya. A name that only begins with the letters alef lam (ألمانيا) keeps them: its first letter carries a hamza.

    Limits: digits sort as text (10 before 2); French accents are compared from the left (ICU's default too, not the old backward rule);
    a name whose own letters are alef and lam without hamza (التقاء) loses them as if they were the article.
    """
    base = base_language(language)
    plain = _DIRECTION_MARKS.sub("", unicodedata.normalize("NFC", text))
    letters = _arabic_letters(plain) if base == "ar" else _latin_letters(plain)
    is_arabic = bool(_ARABIC_LETTER.match(letters[:1]))
    foreign = int(is_arabic != (base == "ar"))
    return foreign, letters, plain.casefold(), plain


def _latin_letters(text: str) -> str:
    decomposed = unicodedata.normalize("NFD", text.casefold().translate(_LIGATURES))
    bare = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _NOT_LETTERS.sub("", bare)


def _arabic_letters(text: str) -> str:
    bare = _ARABIC_MARKS.sub("", text).strip()
    return _latin_letters(_ARTICLE.sub("", bare).translate(_ARABIC_FOLDS))
