"""One shape for the words of a language, and the three languages there are."""

from tansiq.engines.redline.report.words.arabic import ARABIC
from tansiq.engines.redline.report.words.english import ENGLISH
from tansiq.engines.redline.report.words.french import FRENCH
from tansiq.engines.redline.report.words.shape import Words

LANGUAGES = ("en", "ar", "fr")
_WORDS = {"en": ENGLISH, "ar": ARABIC, "fr": FRENCH}


def words_of(language: str) -> Words:
    """The words of `en`, `ar` or `fr`. Raises ValueError for another language: a matrix half in English is no use to its reader."""
    try:
        return _WORDS[language]
    except KeyError:
        raise ValueError(f"no words for the language {language!r}; there are {', '.join(LANGUAGES)}") from None
