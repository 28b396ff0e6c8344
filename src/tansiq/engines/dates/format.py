"""Words a date in English, French or Arabic, for prose and for narrow cells, and what leads into it. Not a general formatter."""

from typing import Literal

from tansiq.engines.dates import arabic, english, french
from tansiq.engines.dates.errors import UnknownLanguage
from tansiq.engines.dates.value import PartialDate
from tansiq.engines.dates.wording import Shape, Wording, shape_of

Style = Literal["prose", "cell"]
Digits = Literal["european", "arabic-indic"]

NO_BREAK_SPACE = "\u00a0"
_ISOLATES = {"en": "\u2066", "fr": "\u2066", "ar": "\u2067"}
_POP = "\u2069"
_WORDINGS: dict[str, dict[str, Wording]] = {
    "en": {"prose": english.PROSE, "cell": english.CELL},
    "fr": {"prose": french.PROSE, "cell": french.CELL},
    "ar": {"prose": arabic.PROSE, "cell": arabic.CELL},
}
_LEADS: dict[str, dict[Shape, str]] = {"en": english.LEADS, "fr": french.LEADS, "ar": arabic.LEADS}
_ARABIC_INDIC = {ord("0") + figure: 0x0660 + figure for figure in range(10)}
LANGUAGES = tuple(_WORDINGS)


def format_date(
    value: PartialDate,
    language: str,
    *,
    digits: Digits = "european",
    style: Style = "prose",
    ahead: bool = False,
    order_marks: bool = False,
) -> str:
    """The date in words, without what leads into it (`lead`); every space in it is U+00A0, so that it is never broken or reordered.

    `digits`: Arabic-Indic figures where the document wants them. `style`: "cell" shortens months (the Levantine name alone in Arabic),
    quarters and halves. `ahead`: an open period that begins after the as-of day reads "from", not "since"; the value cannot know.
    `order_marks`: wraps the date in a direction isolate (U+2066 or U+2067 to U+2069), for text put into text of the other direction.

    English in either style, European digits, is read back by `parse` to the same value. Raises UnknownLanguage.
    Source: forms of the United Nations Editorial Manual and of ESCWA's pages; months from CLDR in English and French.
    """
    text = _wordings(language)[style].write(value, ahead=ahead).replace(" ", NO_BREAK_SPACE)
    if digits == "arabic-indic":
        text = text.translate(_ARABIC_INDIC)
    return f"{_ISOLATES[language]}{text}{_POP}" if order_marks else text


def lead(value: PartialDate, language: str) -> str:
    """What leads the date in running prose, to be printed before it with a space or U+00A0 between; "" where nothing does.

    | date          | en     | fr                 | ar   |
    |---------------|--------|--------------------|------|
    | day           | on     | le                 | في   |
    | two days      | on     | les                | يومي |
    | days          | on     | du                 | من   |
    | month         | in     | en                 | في   |
    | two months    | in     | en                 | في   |
    | months        | in     | pendant la période | من   |
    | quarter, half | in the | au cours du        | في   |
    | spring        | in     | au                 | في   |
    | other seasons | in     | en                 | في   |
    | year          | in     | en                 | في   |
    | two years     | in     | en                 | في   |
    | years         | in     | pendant la période | من   |
    | early, late   | in     |                    | في   |
    | mid           | in     | à la               | في   |
    | before, since |        |                    |      |

    Written for style "prose". Raises UnknownLanguage.
    """
    _wordings(language)
    return _LEADS[language][shape_of(value)]


def _wordings(language: str) -> dict[str, Wording]:
    if language not in _WORDINGS:
        raise UnknownLanguage(language, LANGUAGES)
    return _WORDINGS[language]
