"""A PDF with a reviewer's annotations to edits and comments: what was struck out, put in, highlighted, noted, and the replies.

Anchor text is what stands under the mark. A mark without its place in the base is a comment on its page, else a general one.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tansiq.engines.redline.align.folding import end_of_cluster, fold, fold_with_places
from tansiq.engines.redline.align.index import BaseIndex, Found, Locus
from tansiq.engines.redline.edits import Source
from tansiq.engines.redline.readers.answer import Answer, Gathering, LeftOut, Remark
from tansiq.engines.redline.readers.glyphs import Glyph, in_reading_order, lines_of, text_in, text_of_line
from tansiq.engines.redline.readers.pdf_marks import DRAWN, ON_TEXT, Mark, Marked, read_marks

NEAR = 30
"""Points between a note in the margin and the line it stands beside, at most."""
AROUND = (60, 30, 12)
"""Characters of text on each side of an insertion mark by which its place in the base is found: as many as stand in it."""
NUMBERED = re.compile(r"^(?:\(?[^\W_]{1,4}(?:\.\d{1,3})*[.)]|[\u2022\u2023\u25cf\u25aa\uf0b7\u2013-])\s+")
"""What Word numbers by itself is on the page, and not in the text."""
DONE = frozenset({"Completed"})


def read_pdf(data: bytes, *, agency: str, index: BaseIndex, received: str) -> Answer:
    """Read the annotations. The agency is that of the upload, the person the annotation's; its date, else the file's, else `received`.

    Pages are those of this file: the circulated PDF, or one printed from it. Raises CopyRefused: the file cannot be read safely.
    """
    marked = read_marks(data, name=agency)
    gathering = Gathering(Source.PDF, agency, index, marked.modified or received)
    _Marks(marked, gathering).enter()
    for page in marked.unreadable_pages:
        gathering.warn("page_without_text", page=page)
    for page, file in marked.attached:
        gathering.warn("attachment_not_read", page=page, file=file)
    if not marked.marks:
        gathering.warn("no_annotations")
    return gathering.answer()


@dataclass(frozen=True, slots=True)
class _Gap:
    """Between two letters of a line: the text before and after, and the space that parts them, if any."""

    before: str
    after: str
    joint: str

    @property
    def in_word(self) -> bool:
        """Whether the gap parts a word."""
        return not self.joint and self.before[-1:].isalnum() and self.after[:1].isalnum()

    @property
    def text(self) -> str:
        """What stands around the gap."""
        return f"{self.before}{self.joint}{self.after}".strip()

    def within(self, around: int) -> "_Gap":
        """The same gap with less around it, in whole words."""
        return _Gap(_last_words(self.before, around), _last_words(self.after[::-1], around)[::-1], self.joint)


class _Marks:
    """The marks of one file, entered in their order, replies after what they answer."""

    def __init__(self, marked: Marked, gathering: Gathering) -> None:
        self.marked = marked
        self.gathering = gathering
        self.index = gathering.index
        self.marks = {mark.key: mark for mark in marked.marks}
        self.found: dict[str, Found] = {}
        self.resolved = {mark.answers for mark in marked.marks if mark.state in DONE and mark.answers}
        self.parts: dict[str, list[Mark]] = {}
        for mark in marked.marks:
            if mark.grouped and mark.answers and not mark.state:
                self.parts.setdefault(mark.answers, []).append(mark)

    def enter(self) -> None:
        """Enter every mark once."""
        for mark in self._in_order():
            if mark.state:
                self.gathering.left_out.append(LeftOut("review_state", mark.key, f"{mark.state} {mark.text}".strip()))
            elif mark.grouped and mark.answers:
                continue                               # entered with the mark it is a part of
            elif mark.answers:
                self._reply(mark)
            elif mark.kind in ON_TEXT or mark.key in self.parts:
                self._on_text(mark)
            elif mark.kind == "Caret":
                self._caret(mark)
            else:
                self._note(mark)

    def _in_order(self) -> Iterator[Mark]:
        """As the pages have them, each reply after what it answers; replies that answer each other in a circle last."""
        waiting, known = list(self.marks.values()), set[str]()
        while waiting:
            ready = [mark for mark in waiting if mark.answers is None or mark.answers in known]
            if not ready:
                ready = waiting
            known |= {mark.key for mark in ready}
            waiting = [mark for mark in waiting if mark.key not in known]
            yield from ready

    # -- kinds of marks

    def _on_text(self, mark: Mark) -> None:
        all_parts = [mark, *self.parts.get(mark.key, ())]
        struck = next((each for each in all_parts if each.kind == "StrikeOut"), None)
        marked = struck or mark
        quote, found = self._quoted(marked)
        replaced = struck is not None and len(all_parts) > 1
        text = "\n".join(each.text for each in all_parts if each.text)
        remark = self._remark(
            mark, text="" if replaced else text, quote=quote, proposed=None if struck is None else text if replaced else "",
            in_words=f"[{'replace' if replaced else 'strikeout'}] {quote}{f' → {text}' if replaced else ''}".strip(),
        )
        if struck is None and not text:
            remark = self._remark(mark, text=f"[{mark.kind.lower()}]", quote=quote)
        self.gathering.enter(remark, found)
        self.found |= {part.key: found for part in all_parts}

    def _caret(self, mark: Mark) -> None:
        gap = self._gap(mark)
        found = self._at_page(mark)
        if gap is not None:
            gap, found = self._around(gap, mark)
        at = None if gap is None or not found.exact or not mark.text else _after(found.text, gap.before)
        if gap is None or at is None or "\n" in mark.text:
            remark = self._remark(mark, text=f"[insert] {mark.text}".strip(), quote=gap.text if gap else "")
            self.found[mark.key] = self.gathering.enter(remark, found)
            return
        self.found[mark.key] = found
        text = mark.text if gap.in_word or mark.text[0] in ",.;:!?)" or at == 0 else f" {mark.text}"
        self.gathering.insert(self._remark(mark, text=""), found, at, text if at else f"{text} ")

    def _note(self, mark: Mark) -> None:
        if not mark.text:
            code = "drawing_without_words" if mark.kind in DRAWN else "note_without_words"
            self.gathering.warn(code, page=mark.page, kind=mark.kind)
            self.gathering.left_out.append(LeftOut(code, mark.key, mark.kind))
            self.found[mark.key] = self._at_page(mark)
            return
        self.found[mark.key] = self.gathering.enter(self._remark(mark, text=mark.text), self._beside(mark))

    def _reply(self, mark: Mark) -> None:
        parent = mark.answers if mark.answers is not None and self._has_comment(mark.answers) else None
        found = self.found.get(mark.answers or "", self._at_page(mark))
        self.found[mark.key] = found
        if mark.text:
            self.gathering.enter(self._remark(mark, text=mark.text, parent=parent), found)

    def _has_comment(self, key: str) -> bool:
        wanted = self.gathering.comment_id(key)
        return any(comment.id == wanted for comment in self.gathering.comments)

    # -- places

    def _quoted(self, mark: Mark) -> tuple[str, Found]:
        """The text under a mark and where it is; a word broken at the end of a line is tried with and without its hyphen."""
        lines = text_in(self.marked.glyphs.get(mark.page, ()), mark.boxes or (mark.at,))
        tried = [(quote, self.index.locate(quote, self._where(mark))) for quote in _joined(lines)]
        return max(tried, key=lambda each: (each[1].exact, each[1].score))

    def _line(self, mark: Mark) -> list[Glyph]:
        """The line of text nearest to the middle of a mark."""
        middle = (mark.at.bottom + mark.at.top) / 2
        lines = [line for line in lines_of(self.marked.glyphs.get(mark.page, ())) if text_of_line(line)]
        near = [line for line in lines if abs(line[0].middle[1] - middle) <= NEAR]
        return min(near, key=lambda line: abs(line[0].middle[1] - middle), default=[])

    def _beside(self, mark: Mark) -> Found:
        line = self._line(mark)
        return self.index.beside(text_of_line(line), self._where(mark)) if line else self._at_page(mark)

    def _gap(self, mark: Mark) -> _Gap | None:
        """The letters of its line before and after an insertion mark."""
        line = [glyph for glyph in in_reading_order(self._line(mark)) if glyph.text]
        if not line:
            return None
        across = (mark.at.left + mark.at.right) / 2
        edges = [min(abs(across - glyph.left), abs(across - glyph.right)) for glyph in line]
        nearest = edges.index(min(edges))
        begins = line[nearest].right if _runs_left(line) else line[nearest].left
        is_before = abs(across - begins) <= edges[nearest]
        at = nearest if is_before else nearest + 1
        before, after = ("".join(glyph.text for glyph in part) for part in (line[:at], line[at:]))
        joint = " " if before[-1:].isspace() or after[:1].isspace() else ""
        return _Gap(before.strip(), after.strip(), joint)

    def _around(self, gap: _Gap, mark: Mark) -> tuple[_Gap, Found]:
        """The gap with as much text around it as the base has in one place; else with most, and where that is."""
        tried = [(narrowed, self.index.locate(narrowed.text, self._where(mark))) for narrowed in map(gap.within, AROUND)]
        return next(((narrowed, found) for narrowed, found in tried if found.exact), tried[0])

    def _at_page(self, mark: Mark) -> Found:
        return self.index.locate(where=self._where(mark))

    def _where(self, mark: Mark) -> Locus:
        return Locus(page=mark.page)

    def _remark(
        self, mark: Mark, *, text: str, quote: str = "", proposed: str | None = None, in_words: str = "", parent: str | None = None,
    ) -> Remark:
        return Remark(
            key=mark.key, text=text, person=mark.person, date=mark.date, where=self._where(mark), said_where=f"p. {mark.page}", quote=quote,
            proposed=proposed, in_words=in_words, parent=parent, resolved=mark.key in self.resolved,
        )


def _joined(lines: Sequence[str]) -> list[str]:
    """The lines as one text: as they stand, with the hyphens at their ends taken for broken words, and without a number before it."""
    plain = " ".join(lines)
    whole = ""
    for line in lines:
        broken = whole.endswith(("-", "\u2010", "\u00ad")) and line[:1].islower()
        whole = whole[:-1] + line if broken else f"{whole} {line}".strip()
    kept = plain.replace("- ", "-") if whole != plain else plain
    texts = (plain, kept, whole)
    return list(dict.fromkeys((*texts, *(NUMBERED.sub("", text) for text in texts))))


def _last_words(text: str, most: int) -> str:
    """The end of a text from the beginning of a word on; its last word at least."""
    if len(text) <= most:
        return text.strip()
    return (text[-most:].partition(" ")[2] or text.rpartition(" ")[2]).strip()


def _after(text: str, before: str) -> int | None:
    """The offset in the base's text after what stands before a gap; None where the two do not agree."""
    folded, places = fold_with_places(text)
    head = fold(before)
    if not folded.startswith(head):
        return None
    return end_of_cluster(text, places[len(head) - 1]) if head else 0


def _runs_left(line: Sequence[Glyph]) -> bool:
    return line[0].left > line[-1].left
