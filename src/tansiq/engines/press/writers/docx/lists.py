"""Numbering definitions: bullets, lists Word counts itself, and labels it cannot count as the tree says them."""

from lxml import etree

from tansiq.engines.press.numbering import item_label
from tansiq.engines.press.tree import ListBlock
from tansiq.engines.press.writers.docx.styles import CENTERED_LABEL, LIST_STEP
from tansiq.engines.press.writers.docx.xml import el, val

LEVELS = 4
_BULLETS = ("•", "–", "•", "–")
_BULLET_NUM = 1
_COUNTED = {
    "en": (("lowerLetter", "(%)"), ("lowerRoman", "(%)"), ("decimal", "%."), ("lowerLetter", "%.")),
    "fr": (("lowerLetter", "%)"), ("lowerRoman", "%)"), ("decimal", "%."), ("lowerLetter", "%.")),
    # Word's `arabicAbjad` writes the fifth letter without tatweel and LibreOffice the first without hamza: those labels stand as text.
    "ar": (None, ("decimal", "(%)"), ("decimal", "%."), ("lowerLetter", "%.")),
}


class Lists:
    """Gives lists their numbering instances: one for all bullets, one for each list Word counts, one for each label it cannot count."""

    def __init__(self, language: str, *, rtl: bool) -> None:
        base = language.split("-", 1)[0].lower()
        self.language = base if base in _COUNTED else "en"
        self.rtl = rtl
        self._abstract: list[tuple[int, str, str]] = []
        self._instances: list[tuple[int, int]] = []
        self._fixed: dict[tuple[int, str], int] = {}

    def instances(self, block: ListBlock, level: int, depth: int) -> list[int]:
        """The instance of each item of a list at indent `level` inside `depth` ordered lists; the label is what the tree says.

        An item without a label is given the one number_tree would give it.
        """
        if block.kind == "bulleted":
            return [_BULLET_NUM] * len(block.items)
        expected = [item_label(count, depth, self.language) for count in range(1, len(block.items) + 1)]
        labels = [item.label or label for item, label in zip(block.items, expected, strict=True)]
        counted = _COUNTED[self.language][depth]
        if counted and labels == expected:
            return [self._begin(level, *counted)] * len(labels)
        return [self._label(level, label) for label in labels]

    def part(self) -> etree._Element:
        """The numbering part."""
        bullets = [_level(level, "bullet", _BULLETS[level], centered=self.rtl) for level in range(LEVELS)]
        root = el("w:numbering", None, _abstract(0, bullets))
        for number, (level, number_format, text) in enumerate(self._abstract, start=1):
            root.append(_abstract(number, self._levels(level, number_format, text)))
        root.append(el("w:num", {"w:numId": str(_BULLET_NUM)}, val("w:abstractNumId", 0)))
        for number, (abstract, level) in enumerate(self._instances, start=_BULLET_NUM + 1):
            override = el("w:lvlOverride", {"w:ilvl": str(level)}, val("w:startOverride", 1))
            root.append(el("w:num", {"w:numId": str(number)}, val("w:abstractNumId", abstract), override))
        return root

    def _begin(self, level: int, number_format: str, text: str) -> int:
        definition = (level, number_format, text)
        if definition not in self._abstract:
            self._abstract.append(definition)
        self._instances.append((self._abstract.index(definition) + 1, level))
        return _BULLET_NUM + len(self._instances)

    def _label(self, level: int, label: str) -> int:
        if (level, label) not in self._fixed:
            self._fixed[level, label] = self._begin(level, "none", label)
        return self._fixed[level, label]


    def _levels(self, last: int, number_format: str, text: str) -> list[etree._Element]:
        texts = [text if number_format == "none" else text.replace("%", f"%{level + 1}") for level in range(last + 1)]
        return [_level(level, number_format, texts[level], centered=self.rtl) for level in range(last + 1)]


def _abstract(number: int, levels: list[etree._Element]) -> etree._Element:
    identity = {"w:abstractNumId": str(number)}
    return el("w:abstractNum", identity, val("w:nsid", f"54A{number:05X}"), val("w:multiLevelType", "multilevel"), *levels)


def _level(level: int, number_format: str, text: str, *, centered: bool = False) -> etree._Element:
    # In a right-to-left paragraph LibreOffice takes `left` for the left hand and Word for the start: centred on the middle of its room a
    # label stands in the same place in both.
    hanging = CENTERED_LABEL if centered else LIST_STEP
    return el(
        "w:lvl",
        {"w:ilvl": str(level)},
        val("w:start", 1),
        val("w:numFmt", number_format),
        val("w:lvlText", text),
        val("w:lvlJc", "center" if centered else "left"),
        el("w:pPr", None, el("w:ind", {"w:left": str(LIST_STEP * (level + 1)), "w:hanging": str(hanging)})),
        # Arabic letters take the size of their script; figures stay as they are typed.
        el("w:rPr", None, el("w:rtl")) if centered and number_format == "none" else None,
    )
