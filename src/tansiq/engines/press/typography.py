"""Numbers, punctuation and bidirectional marks as United Nations texts print them, in English, French and Arabic.

Light on purpose (facts and messages import it): no Babel, no engine. Ordinals, labels and sorting live in modules of their own and are
exported here too. Not for dates (`tansiq.engines.dates`).
"""

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Literal, NamedTuple

from tansiq.engines.press.collation import sort_key
from tansiq.engines.press.errors import PressError
from tansiq.engines.press.ordinals import Case, Gender, base_language, list_label, number_in_words_below_ten, ordinal, roman

__all__ = [
    "Case", "Digits", "Gender", "TypographyFinding", "apply_typography", "arabic_findings", "base_language", "currency", "format_number",
    "french_spacing", "isolate", "isolate_latin", "join_list", "list_label", "number_in_words_below_ten", "ordinal", "per_cent", "roman",
    "sort_key", "strip_direction_marks",
]

Number = int | float | Decimal
Digits = Literal["european", "arabic-indic"]

NBSP = "\u00a0"
NNBSP = "\u202f"
MINUS = "\u2212"
LRM = "\u200e"
LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"

_GROUP = {"en": ",", "fr": NNBSP, "ar": NBSP}
_POINT = {"en": ".", "fr": ",", "ar": "."}
_TO_ARABIC_INDIC = str.maketrans("0123456789.", "٠١٢٣٤٥٦٧٨٩٫")
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
_FRENCH_CURRENCIES = {"USD": ("dollar", "dollars"), "EUR": ("euro", "euros")}
# After 3-10, after 11-99, otherwise.
_ARABIC_CURRENCIES = {"USD": ("دولارات", "دولاراً", "دولار"), "EUR": ("يورو", "يورو", "يورو")}


def format_number(value: Number, language: str, *, decimals: int | None = None, digits: Digits = "european") -> str:
    """Write a number in figures: `1,939.5`, `1 939,5` (U+202F), `1 939.5` (U+00A0). Never a plain space inside.

    `decimals` rounds half away from zero and pads; without it the digits of the value are kept (Decimal("1.60") stays 1.60).
    A negative number takes U+2212; in Arabic U+200E before it keeps the sign on the left of the figure, as CLDR does.

    Sources: English, United Nations Editorial Manual, "Punctuation of figures"; French, Imprimerie nationale (fine no-break space)
    as CLDR fr; Arabic, ESCWA's texts (European digits, decimal point: 41.4 مليون) and press.md 5: an ordinary space shows
    `1 939` as `939 1`, U+00A0 is of class CS (UAX #9, W4) and does not. `digits="arabic-indic"` serves documents that ask for them, in
    Arabic only. Raises PressError for a value that is no finite number.
    """
    base = base_language(language)
    number = _exact(value)
    if decimals is not None:
        number = _rounded(number, decimals)
    figures = f"{abs(number):,f}".replace(",", "\0").replace(".", _POINT[base]).replace("\0", _GROUP[base])
    if digits == "arabic-indic":
        if base != "ar":
            raise PressError(f"Arabic-Indic digits were asked for in {language!r}: they belong to Arabic texts only.")
        figures = figures.translate(_TO_ARABIC_INDIC)
    if number < 0:
        figures = f"{LRM if base == 'ar' else ''}{MINUS}{figures}"
    return figures


def _exact(value: Number) -> Decimal:
    # repr gives the shortest digits that mean this float: 0.1, not its binary expansion.
    number = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    if isinstance(value, bool) or not number.is_finite():
        raise PressError(f"{value!r} is not a number that can be printed: give an int, a finite float or a Decimal.")
    return number


def _rounded(number: Decimal, decimals: int) -> Decimal:
    try:
        rounded = number.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    except InvalidOperation as error:
        raise PressError(f"{number} cannot be written with {decimals} decimals: give fewer.") from error
    # -0.4 rounded to 0 must not print as minus zero.
    return abs(rounded) if rounded == 0 else rounded


def per_cent(value: Number, language: str, *, prose: bool = True, decimals: int | None = None, digits: Digits = "european") -> str:
    """Write a percentage: `15 per cent`, `15 %`, `15 في المائة`; in tables (`prose=False`) `15%`, `15 %`, `15%`. Spaces are no-break.

    Sources: United Nations Editorial Manual, Numbers, "Percentages" (written out in text, the sign where space is limited, always with
    figures); French, Imprimerie nationale (the sign after a no-break space); Arabic, ESCWA's reports (15 في المائة). Errors as
    format_number.
    """
    base = base_language(language)
    figures = format_number(value, base, decimals=decimals, digits=digits)
    if base == "fr":
        return f"{figures}{NBSP}%"
    if not prose:
        return figures + ("٪" if digits == "arabic-indic" else "%")
    return f"{figures}{NBSP}per{NBSP}cent" if base == "en" else f"{figures}{NBSP}في{NBSP}المائة"


def currency(amount: Number, code: str, language: str, *, decimals: int | None = None) -> str:
    """Write a sum of money: `$1,939`, `1 939 dollars`, `1 939 دولاراً`; a currency without a symbol or name keeps its code: `LBP 1,939`.

    `code` is an ISO 4217 code. English symbols stand close up before the figure (Editorial Manual, "Currency"; $ alone is the United
    States dollar); French and Arabic put the name after it. Arabic names agree with the figure read aloud (3-10 plural, 11-99 singular
    accusative, else singular genitive; a fraction takes the singular). Raises PressError for what is no code, else as format_number.
    """
    base = base_language(language)
    if not re.fullmatch(r"[A-Z]{3}", code):
        raise PressError(f"{code!r} is not a currency code: give three capital letters of ISO 4217, such as USD.")
    figures = format_number(amount, base, decimals=decimals)
    number = _exact(amount) if decimals is None else _rounded(_exact(amount), decimals)
    if base == "en":
        sign, figures = (MINUS, figures[1:]) if number < 0 else ("", figures)
        return f"{sign}{_SYMBOLS[code]}{figures}" if code in _SYMBOLS else f"{code}{NBSP}{sign}{figures}"
    if base == "fr":
        singular, plural = _FRENCH_CURRENCIES.get(code, (code, code))
        return f"{figures}{NBSP}{singular if abs(number) < 2 else plural}"
    forms = _ARABIC_CURRENCIES.get(code, (code, code, code))
    return f"{figures}{NBSP}{forms[_arabic_form(abs(number))]}"


def _arabic_form(number: Decimal) -> int:
    last_two = number % 100
    if number != number.to_integral_value() or last_two < 3:
        return 2
    return 0 if last_two <= 10 else 1


def join_list(items: Sequence[str], language: str) -> str:
    """Join names: `A, B and C`, `A, B et C`, `A وB وC` (the waw joined to each name after the first); no names, an empty text.

    No comma before "and" (Editorial Manual, "Punctuation": used only where the sense needs it). Items that hold commas themselves are
    not treated apart.
    """
    base = base_language(language)
    if base == "ar":
        return " و".join(items)
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {'and' if base == 'en' else 'et'} {items[-1]}"


# What French spacing must leave alone: addresses, symbols with slashes (A/71/280, E/ESCWA/31/5), times and ratios (10:30).
_KEPT = r"(?:https?://|ftp://|mailto:|www\.)[^\s»«]*[^\s»«.,;:!?)]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\w+(?:/[\w.-]+)+|\d+(?::\d+)+"
_SPACES = f"[ {NBSP}{NNBSP}]*"
_FRENCH_PLACES = re.compile(
    rf"(?P<kept>{_KEPT})"
    rf"|(?P<thin>(?<=[^\s;:!?«(\[]){_SPACES}(?=[;!?]))"
    rf"|(?P<wide>(?<=[^\s;:!?«(\[]){_SPACES}(?=:(?:[\s»]|$)))"
    rf"|(?P<opening>(?<=«){_SPACES}(?=[^\s»]))"
    rf"|(?P<closing>(?<=[^\s«]){_SPACES}(?=»))"
    r"|(?P<apostrophe>(?<=[^\W\d_])'(?=[^\W_]|«))"
)
_FRENCH_SIGNS = {"thin": NNBSP, "wide": NBSP, "opening": NBSP, "closing": NBSP, "apostrophe": "’"}


def french_spacing(text: str) -> str:
    """Put French no-break spaces: U+202F before ; ! ?, U+00A0 before : and inside « », and the typographic apostrophe.

    Addresses, symbols of documents, times and ratios are left alone; done twice it changes nothing more. Source: Lexique des règles
    typographiques en usage à l'Imprimerie nationale, "Ponctuation"; press.md 5. A text that begins with such a sign, or where it follows
    another or an opening bracket, gets no space there.
    """
    return _FRENCH_PLACES.sub(lambda match: _FRENCH_SIGNS.get(match.lastgroup or "", match.group()), text)


_ENGLISH_OPENING = re.compile(r"(?<![^\s(\[“—–-])'(?!\d\ds?\b)(?=[^\s'](?:[^'\n]*[^\s'\n])?'(?!\w))")
_ENGLISH_APOSTROPHE = re.compile(r"(?<=[^\s\d(\[“‘—–])'|(?<=\d)'(?=[^\W\d_])|(?<![^\s(\[“—–-])'(?=\d\ds?\b)")


def apply_typography(text: str, language: str) -> str:
    """Finish a paragraph's punctuation: English curly quotes and apostrophes, French spacing, « » and apostrophes; Arabic unchanged.

    Straight double quotes are turned only when they pair up inside `text`, so give it whole paragraphs. Done twice it changes nothing
    more. Arabic is only checked (`arabic_findings`): a comma there may belong to a Latin phrase.
    """
    base = base_language(language)
    if base == "ar":
        return text
    opening, closing = ("“", "”") if base == "en" else ("«", "»")
    if text.count('"') % 2 == 0:
        pieces = text.split('"')
        text = pieces[0] + "".join((opening if index % 2 == 0 else closing) + piece for index, piece in enumerate(pieces[1:]))
    if base == "fr":
        return french_spacing(text)
    return _ENGLISH_APOSTROPHE.sub("’", _ENGLISH_OPENING.sub("‘", text))


class TypographyFinding(NamedTuple):
    """A place (half-open range of characters) that an Arabic copy editor would mark, and what to write instead."""

    start: int
    end: int
    found: str
    expected: str


_ARABIC_CHECKS = (
    (re.compile(r"(?<=[\u0621-\u064a\u064b-\u0652]),"), "،"),
    (re.compile(r"(?<=[\u0621-\u064a\u064b-\u0652]);"), "؛"),
    (re.compile(r"(?<=[\u0621-\u064a\u064b-\u0652])\?"), "؟"),
    (re.compile(r"(?<=\d) (?=\d{3}(?!\d))"), NBSP),
    (re.compile(r"(?<=[\u0621-\u064a]) +(?=[،؛؟])"), ""),
)


def arabic_findings(text: str) -> list[TypographyFinding]:
    """Find Latin , ; ? after Arabic letters, a plain space inside a number (press.md 5), a space before Arabic punctuation; in order."""
    found = [
        TypographyFinding(match.start(), match.end(), match.group(), expected)
        for pattern, expected in _ARABIC_CHECKS
        for match in pattern.finditer(text)
    ]
    return sorted(found)


def isolate(text: str, direction: Literal["ltr", "rtl", "auto"] = "auto") -> str:
    """Wrap `text` so that what stands around it does not reorder it: LRI, RLI or FSI, then PDI (UAX #9, 2.4). Empty stays empty."""
    opening = {"ltr": LRI, "rtl": RLI, "auto": FSI}[direction]
    return f"{opening}{text}{PDI}" if text else ""


_ISOLATED = rf"[{LRI}{RLI}{FSI}][^{LRI}{RLI}{FSI}{PDI}]*{PDI}"
_LATIN_RUN = r"(?=[0-9]*[A-Za-z\u00c0-\u024f])[0-9A-Za-z\u00c0-\u024f](?:[0-9A-Za-z\u00c0-\u024f./&'’:_@#+ -]*[0-9A-Za-z\u00c0-\u024f+#])?"
_ISOLATED_OR_LATIN = re.compile(rf"{_ISOLATED}|({_LATIN_RUN})")


def isolate_latin(text: str) -> str:
    """Wrap each Latin run of an Arabic text (UNICEF, UN-Habitat, A/RES/71/280, C++) in LRI and PDI; done twice it changes nothing more.

    A run begins with a Latin letter or with digits that touch one, and ends with a letter, a digit, + or #; brackets stay outside, so
    they are mirrored with the Arabic. Numbers alone are left to the bidirectional algorithm, which shows them right.
    """
    return _ISOLATED_OR_LATIN.sub(lambda match: isolate(match.group(1), "ltr") if match.group(1) else match.group(), text)


def strip_direction_marks(text: str) -> str:
    """Take out the marks that only steer display: U+200E, U+200F, U+061C, U+202A to U+202E, U+2066 to U+2069."""
    return re.sub(r"[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]", "", text)
