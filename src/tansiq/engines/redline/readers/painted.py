"""Where each letter of a PDF page is painted. Follows ISO 32000-1, 8.3 (matrices), 9.3 (text state), 9.4 (text objects), 14.9.4
(replacement text). Nothing is drawn, and what order letters are read in is another module's business.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from pypdf import PageObject
from pypdf.errors import PyPdfError
from pypdf.generic import ContentStream, DictionaryObject, StreamObject
from pypdf.generic._font import Font  # the only reader of encodings and widths in pypdf; the lock file pins its version

from tansiq.engines.redline.readers.glyphs import Glyph

Matrix = tuple[float, float, float, float, float, float]
Fonts = dict[int, tuple[DictionaryObject, Font | None]]

MOST_GLYPHS = 100_000
DEEPEST_FORM = 8
LONGEST_REPLACED = 8
"""Glyphs that one replacement text may stand for; a longer one covers words, which have their own text."""
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def page_glyphs(page: PageObject) -> list[Glyph]:
    """Return the letters of a page in the order they are painted. Raises what pypdf raises on broken content."""
    content = page.get_contents()
    if content is None:
        return []
    painter = _Painter(_dictionary(page.get("/Resources")), IDENTITY, {}, [])
    painter.run(content)
    return list(_once(painter.glyphs))


def _dictionary(value: Any) -> DictionaryObject:
    found = value.get_object() if value is not None else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    k, l, m, n, o, p = other  # noqa: E741   (the letters of the standard)
    return a * k + b * m, a * l + b * n, c * k + d * m, c * l + d * n, e * k + f * m + o, e * l + f * n + p


@dataclass(frozen=True, slots=True)
class _State:
    """The text state (9.3) and the matrix of the page."""

    page: Matrix
    font: Font | None = None
    size: float = 0
    between: float = 0                                # Tc
    between_words: float = 0                          # Tw
    scale: float = 1                                  # Tz
    leading: float = 0
    rise: float = 0


_NUMBERS: dict[bytes, Callable[[_State, float], _State]] = {
    b"Tc": lambda state, number: replace(state, between=number), b"Tw": lambda state, number: replace(state, between_words=number),
    b"TL": lambda state, number: replace(state, leading=number), b"Ts": lambda state, number: replace(state, rise=number),
    b"Tz": lambda state, number: replace(state, scale=number / 100),
}


class _Painter:
    """Goes through a content stream and notes where letters come to stand."""

    def __init__(self, resources: DictionaryObject, page: Matrix, fonts: Fonts, glyphs: list[Glyph], *, depth: int = 0) -> None:
        self.resources = resources
        self.fonts = fonts
        self.glyphs = glyphs
        self.depth = depth
        self.state = _State(page)
        self.kept: list[_State] = []
        self.line: Matrix = IDENTITY
        self.text: Matrix = IDENTITY
        self.marked: list[tuple[int, str] | None] = []
        self.does: dict[bytes, Callable[[Sequence[Any]], None]] = {
            b"q": self._save, b"Q": self._restore, b"cm": self._transform, b"BT": self._begin, b"Tf": self._font,
            b"Td": self._next, b"TD": self._next_leading, b"Tm": self._place, b"T*": self._new_line, b"Tj": self._show,
            b"TJ": self._show_spaced, b"'": self._show_below, b'"': self._show_below_spaced, b"Do": self._form,
            b"BDC": self._begin_marked, b"BMC": self._begin_plain, b"EMC": self._end_marked,
        }

    def run(self, content: ContentStream) -> None:
        """Follow the operators; one with operands it cannot have is passed over, as viewers do."""
        for operands, operator in content.operations:
            if len(self.glyphs) > MOST_GLYPHS:
                return
            try:
                if operator in _NUMBERS:
                    self.state = _NUMBERS[operator](self.state, float(operands[0]))
                elif operator in self.does:
                    self.does[operator](operands)
            except (IndexError, TypeError, ValueError, KeyError, AttributeError):
                continue

    def _save(self, _: Sequence[Any]) -> None:
        if len(self.kept) < 1_000:
            self.kept.append(self.state)

    def _restore(self, _: Sequence[Any]) -> None:
        if self.kept:
            self.state = self.kept.pop()

    def _transform(self, operands: Sequence[Any]) -> None:
        self.state = replace(self.state, page=_times(_matrix(operands), self.state.page))

    def _begin(self, _: Sequence[Any]) -> None:
        self.line = self.text = IDENTITY

    def _font(self, operands: Sequence[Any]) -> None:
        resource = _dictionary(_dictionary(self.resources.get("/Font")).get(operands[0]))
        if id(resource) not in self.fonts:
            self.fonts[id(resource)] = resource, _font_of(resource)
        self.state = replace(self.state, font=self.fonts[id(resource)][1], size=float(operands[1]))

    def _next(self, operands: Sequence[Any]) -> None:
        self.line = self.text = _times((1, 0, 0, 1, float(operands[0]), float(operands[1])), self.line)

    def _next_leading(self, operands: Sequence[Any]) -> None:
        self.state = replace(self.state, leading=-float(operands[1]))
        self._next(operands)

    def _place(self, operands: Sequence[Any]) -> None:
        self.line = self.text = _matrix(operands)

    def _new_line(self, _: Sequence[Any]) -> None:
        self._next((0, -self.state.leading))

    def _show_below(self, operands: Sequence[Any]) -> None:
        self._new_line(())
        self._show(operands)

    def _show_below_spaced(self, operands: Sequence[Any]) -> None:
        self.state = replace(self.state, between_words=float(operands[0]), between=float(operands[1]))
        self._show_below(operands[2:])

    def _show_spaced(self, operands: Sequence[Any]) -> None:
        for each in operands[0]:
            if isinstance(each, (str, bytes)):
                self._show((each,))
            else:
                self._advance(-float(each) / 1000 * self.state.size * self.state.scale)

    def _advance(self, by: float) -> None:
        self.text = _times((1, 0, 0, 1, by, 0), self.text)

    def _show(self, operands: Sequence[Any]) -> None:
        state, font = self.state, self.state.font
        if font is None:
            return
        for code, text in _codes(operands[0], font):
            width = float(font.character_widths.get(code, font.character_widths.get("default", 500))) / 1000 * state.size
            placed = _times((1, 0, 0, 1, 0, state.rise), _times(self.text, state.page))
            reach = width * state.scale
            size = abs(state.size) * (placed[2] ** 2 + placed[3] ** 2) ** 0.5
            ends = (placed[4], placed[4] + reach * placed[0])
            self.glyphs.append(Glyph(text, min(ends), max(ends), placed[5], size))
            word = state.between_words if code == " " and not isinstance(font.encoding, str) else 0
            self._advance((width + state.between + word) * state.scale)

    def _form(self, operands: Sequence[Any]) -> None:
        form = _dictionary(_dictionary(self.resources.get("/XObject")).get(operands[0]))
        if not isinstance(form, StreamObject) or form.get("/Subtype") != "/Form" or self.depth >= DEEPEST_FORM:
            return
        inner = _matrix(form["/Matrix"]) if "/Matrix" in form else IDENTITY
        resources = _dictionary(form.get("/Resources")) or self.resources
        painter = _Painter(resources, _times(inner, self.state.page), self.fonts, self.glyphs, depth=self.depth + 1)
        painter.run(ContentStream(form, None))

    # -- marked content: where letters are drawn in pieces, its replacement text says what they are

    def _begin_plain(self, _: Sequence[Any]) -> None:
        self.marked.append(None)

    def _begin_marked(self, operands: Sequence[Any]) -> None:
        self.marked.append(None)
        properties = operands[1]
        if isinstance(properties, str):
            properties = _dictionary(self.resources.get("/Properties")).get(properties)
        text = _dictionary(properties).get("/ActualText")
        if isinstance(text, str):
            self.marked[-1] = (len(self.glyphs), str(text).lstrip("\ufeff"))

    def _end_marked(self, _: Sequence[Any]) -> None:
        began = self.marked.pop() if self.marked else None
        if began is None:
            return
        start, text = began
        drawn = self.glyphs[start:]
        if drawn and len(drawn) <= LONGEST_REPLACED:
            lowest = min(drawn, key=lambda each: each.y)
            whole = Glyph(text, min(each.left for each in drawn), max(each.right for each in drawn), lowest.y, lowest.size)
            self.glyphs[start:] = [whole]


def _once(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """Without the second letter where a program gives the text of a letter and its vowel sign to both: the wider one is the sign's."""
    for number, glyph in enumerate(glyphs):
        beside = [*glyphs[max(0, number - 1):number], *glyphs[number + 1:number + 2]]
        twin = next((each for each in beside if len(glyph.text) > 1 and each.text == glyph.text and each.y != glyph.y), None)
        if twin is None or twin.left > glyph.right or twin.right < glyph.left or glyph.right - glyph.left <= twin.right - twin.left:
            yield glyph


def _font_of(resource: DictionaryObject) -> Font | None:
    """The font, or None when it cannot be read: its letters then have no place."""
    try:
        return Font.from_font_resource(resource) if resource else None
    except (AttributeError, TypeError, KeyError, ValueError, IndexError, PyPdfError):
        return None


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = (float(each) for each in operands[:6])
    return a, b, c, d, e, f


def _codes(shown: Any, font: Font) -> list[tuple[str, str]]:
    """The codes of a shown string, each with its text."""
    data = bytes(getattr(shown, "original_bytes", shown)) if not isinstance(shown, bytes) else shown
    if isinstance(font.encoding, str):
        return [(code, str(font.character_map.get(code, code))) for code in data.decode(font.encoding, "replace")]
    found = []
    for byte in data:
        char = font.encoding.get(byte, chr(byte))
        found.append((chr(byte), str(font.character_map.get(char, char))))
    return found
