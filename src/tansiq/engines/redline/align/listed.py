"""The numbers Word puts before paragraphs of lists (ISO/IEC 29500-1, 17.9), as a reader sees them: "45.", "(b)", "3.2".

Decimal, letters and Roman numerals are worked out; bullets and numbers in other scripts are no numbers here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from tansiq.engines.ooxml.names import mc, w
from tansiq.engines.redline.align.document import Document

LEVELS = 9
FALLBACK = mc("Fallback")
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"),
          (4, "iv"), (1, "i"))
_LARGEST = 5_000


@dataclass(slots=True)
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""
    restarts: int | None = None


@dataclass(slots=True)
class _List:
    """One abstract list: its levels and where its counting stands."""

    levels: dict[int, _Level] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)


def list_numbers(document: Document) -> dict[int, str]:
    """Return the number of each numbered paragraph of the body, by the identity of its element."""
    lists = _Lists(document)
    found: dict[int, str] = {}
    for paragraph in document.body.container.iter(w("p")):
        if next(paragraph.iterancestors(FALLBACK), None) is not None:
            continue                                   # the same text box once more, for older programs
        used = lists.of(paragraph)
        if used is not None:
            number = lists.next(*used)
            if number:
                found[id(paragraph)] = number
    return found


class _Lists:
    """The numbering part and the styles that point into it."""

    def __init__(self, document: Document) -> None:
        package = document.package
        part = package.related(package.main, "numbering")
        root = package.xml(part) if part else None
        self._abstract: dict[str, _List] = {}
        self._of_number: dict[str, str] = {}
        self._started: set[str] = set()
        self._overrides: dict[str, dict[int, int]] = {}
        if root is not None:
            self._read(root)
        styles = package.related(package.main, "styles")
        self._styles = {
            style.get(w("styleId")) or "": style for style in (package.xml(styles).iterchildren(w("style")) if styles else ())
        }

    def _read(self, root: Element) -> None:
        for abstract in root.iterchildren(w("abstractNum")):
            self._abstract[abstract.get(w("abstractNumId")) or ""] = _List(_levels(abstract))
        for number in root.iterchildren(w("num")):
            identity = number.get(w("numId")) or ""
            self._of_number[identity] = _value(number, "abstractNumId")
            self._overrides[identity] = {
                _whole(override.get(w("ilvl")), 0): _whole(_value(override, "startOverride"), 1)
                for override in number.iterchildren(w("lvlOverride")) if override.find(w("startOverride")) is not None
            }

    def of(self, paragraph: Element) -> tuple[str, int] | None:
        """The list and level of a paragraph, from its own properties, else from its style and those that one is based on."""
        properties = paragraph.find(w("pPr"))
        if properties is None:
            return None
        number, level = _numbered(properties)
        name, seen = _value(properties, "pStyle"), set[str]()
        while number is None and name in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[name]
            inner = style.find(w("pPr"))
            if inner is not None:
                number, inherited = _numbered(inner)
                level = inherited if level is None else level
            name = _value(style, "basedOn")
        if number is None or number not in self._of_number:
            return None
        return number, min(max(level or 0, 0), LEVELS - 1)

    def next(self, number: str, level: int) -> str:
        """Count one on in a list and return the number as it is shown."""
        known = self._abstract.get(self._of_number[number])
        if known is None or level not in known.levels:
            return ""
        if number not in self._started:
            self._started.add(number)
            for each, start in self._overrides.get(number, {}).items():
                known.counts[each] = start - 1
        known.counts[level] = known.counts.get(level, known.levels[level].start - 1) + 1
        for deeper in [each for each in known.counts if each > level]:
            if known.levels[deeper].restarts != 0:
                del known.counts[deeper]
        return _shown(known, level)


def _levels(abstract: Element) -> dict[int, _Level]:
    found = {}
    for level in abstract.iterchildren(w("lvl")):
        restart = level.find(w("lvlRestart"))
        found[_whole(level.get(w("ilvl")), 0)] = _Level(
            _whole(_value(level, "start"), 1), _value(level, "numFmt") or "decimal", _value(level, "lvlText"),
            None if restart is None else _whole(restart.get(w("val")), 0),
        )
    return found


def _shown(known: _List, level: int) -> str:
    text = known.levels[level].text
    for each in range(level + 1):
        mark = f"%{each + 1}"
        if mark in text:
            of_level = known.levels.get(each)
            form = FORMS.get(of_level.form) if of_level is not None else None
            count = known.counts.get(each, of_level.start if of_level is not None else 1)
            if form is None or not 0 < count < _LARGEST:
                return ""
            text = text.replace(mark, form(count))
    return text.strip() if known.levels[level].form in FORMS else ""


def _letters(count: int) -> str:
    """a to z, then aa, bb, as Word has it."""
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (count // value)
        count %= value
    return text


FORMS: Mapping[str, Callable[[int], str]] = {
    "decimal": str, "decimalZero": lambda count: f"{count:02}",
    "lowerLetter": _letters, "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman, "upperRoman": lambda count: _roman(count).upper(),
}


def _numbered(properties: Element) -> tuple[str | None, int | None]:
    numbering = properties.find(w("numPr"))
    if numbering is None:
        return None, None
    level = numbering.find(w("ilvl"))
    number = numbering.find(w("numId"))
    return (None if number is None else number.get(w("val"))), (None if level is None else _whole(level.get(w("val")), 0))


def _value(parent: Element, name: str) -> str:
    found = parent.find(w(name))
    return (found.get(w("val")) or "") if found is not None else ""


def _whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.lstrip("-").isdecimal() and len(text) < 10 else default
