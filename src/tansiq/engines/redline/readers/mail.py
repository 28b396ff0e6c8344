"""The text of a mail to edits and comments: "Page 12, para 3: ...", quoted lines of the draft with an answer below, instructions in words.

What names no place becomes a general comment. Attachments are not read: they are answers of their own.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tansiq.engines.redline.align.folding import words
from tansiq.engines.redline.align.index import FEWEST_WORDS, BaseIndex, How, Locus
from tansiq.engines.redline.edits import Source
from tansiq.engines.redline.readers.answer import Answer, Gathering, Remark
from tansiq.engines.redline.readers.instructions import quoted_in, read_instruction
from tansiq.engines.redline.readers.locus import read_locus
from tansiq.engines.redline.readers.mail_text import Said, cut
from tansiq.engines.redline.readers.message import read_message

DASH = re.compile(r"^\s*[-*\u2022\u2023\u25cf\u00b7]\s+")
OF_THE_DRAFT = frozenset({How.QUOTE, How.LOOSE_QUOTE, How.REPEATED, How.AMBIGUOUS, How.WORDS})


def read_mail(data: bytes, *, agency: str, index: BaseIndex, received: str) -> Answer:
    """Read an .eml or a text of a mail. The agency is that of the upload, the person and date those of the mail, else `received`.

    Raises CopyRefused: the file cannot be read as a mail or a text, or it has no text.
    """
    message = read_message(data, name=agency)
    gathering = Gathering(Source.MAIL, agency, index, message.date or received)

    def is_of_draft(quoted: str) -> bool:
        return len(words(quoted)) >= FEWEST_WORDS and index.locate(quoted).how in OF_THE_DRAFT

    done = cut(message.text, is_of_draft)
    for remark in _remarks(done.said, message.person):
        gathering.enter(remark)
    gathering.left_out += done.left_out
    for attachment in message.attachments:
        gathering.warn("attachment_not_read", file=attachment)
    return gathering.answer()


@dataclass(frozen=True, slots=True)
class _Heading:
    """A line that only names a place: what follows it in its block, or the first block below it, is about that place."""

    line: int
    where: Locus
    words: str
    text: str


def _remarks(all_said: Sequence[Said], person: str) -> Iterator[Remark]:
    heading: _Heading | None = None
    unused = False
    for said in all_said:
        where, place, rest = read_locus(said.text)
        if where and not rest and not said.above:
            if heading is not None and unused:
                yield _bare(heading, person)
            heading, unused = _Heading(said.line, where, place, said.text), True
            continue
        if not said.goes_on and not unused:
            heading = None
        unused = False
        yield _remark(said, person, _within(where, heading), " · ".join(part for part in (heading.words if heading else "", place) if part))
    if heading is not None and unused:
        yield _bare(heading, person)


def _remark(said: Said, person: str, where: Locus, said_where: str) -> Remark:
    rest = DASH.sub("", read_locus(said.text)[2], count=1).strip()
    remark = Remark(
        f"line {said.line}", text=rest, person=person, where=where, said_where=said_where or f"line {said.line}",
        quote=said.above or quoted_in(rest),
    )
    instruction = read_instruction(rest)
    if instruction is None:
        return remark
    return replace(
        remark, quote=instruction.quote, proposed=instruction.proposed, text="" if instruction.whole else rest, in_words=rest, aside=rest,
    )


def _bare(heading: _Heading, person: str) -> Remark:
    """A place that nothing follows is kept as it stands."""
    return Remark(f"line {heading.line}", text=heading.text, person=person, where=heading.where, said_where=heading.words)


def _within(where: Locus, heading: _Heading | None) -> Locus:
    if heading is None:
        return where
    above = heading.where
    return replace(
        where, page=where.page or above.page, last_page=where.last_page or (0 if where.page else above.last_page),
        number=where.number or above.number, line=where.line or above.line, section=where.section or above.section,
    )
