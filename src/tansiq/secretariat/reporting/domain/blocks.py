"""Makes the blocks of a report: paragraphs of sentences, lists with their punctuation, headings, footnotes; each with its origin."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from tansiq.engines.press.tree import (
    Block,
    FootnoteReference,
    Heading,
    Inline,
    Inlines,
    Item,
    ListBlock,
    Note,
    Origin,
    Paragraph,
    Text,
)
from tansiq.secretariat.reporting.domain.nodes import Lens
from tansiq.secretariat.reporting.domain.pieces import Piece


@dataclass(frozen=True)
class Sentence:
    """A message with its arguments, said when it is put into a paragraph. `note` is called at its end."""

    message: str
    arguments: dict[str, Piece] = field(default_factory=dict)
    note: str | None = None


@dataclass
class Section:
    """A section under way: its blocks and notes. A section without blocks is not printed."""

    lens: Lens
    id: str
    blocks: list[Block] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    def heading(self, id_: str, level: int, inlines: Inlines, origin: str) -> None:
        """A heading below the section's own."""
        self.blocks.append(Heading(id=f"{self.id}-{id_}", level=level, inlines=inlines, origin=Origin(message=origin, arguments={})))

    def paragraph(self, id_: str, sentences: Sequence[Sentence]) -> None:
        """A paragraph of sentences; nothing when there are none."""
        if sentences:
            self.blocks.append(Paragraph(id=f"{self.id}-{id_}", inlines=run_on(self.lens, sentences), origin=origin_of(sentences)))

    def enumerate(self, id_: str, lead: Sentence, items: Sequence[Piece]) -> None:
        """A lead and a list below it, its items parted by semicolons; nothing when there are no items.

        The lead may ask how many there are (`$items-number`).
        """
        if not items:
            return
        lead = Sentence(lead.message, {**lead.arguments, "items": Piece((), len(items))}, lead.note)
        self.paragraph(id_, [lead])
        rows = [
            Item(id=f"{self.id}-{id_}-{number}", inlines=self.lens.say(item_message(number, len(items)), item=piece))
            for number, piece in enumerate(items, start=1)
        ]
        self.blocks.append(ListBlock(id=f"{self.id}-{id_}-list", kind="bulleted", items=tuple(rows), origin=origin_of([lead])))

    def note(self, id_: str, inlines: Inlines) -> str:
        """Add a footnote and return its id for the sentence that calls it."""
        self.notes.append(Note(id=id_, blocks=(Paragraph(id=f"{id_}-text", inlines=inlines),)))
        return id_


def item_message(number: int, of: int) -> str:
    """The message that punctuates the item at `number` of a list of `of`."""
    if number == of:
        return "item-last"
    return "item-last-but-one" if number == of - 1 else "item-middle"


def run_on(lens: Lens, sentences: Sequence[Sentence]) -> Inlines:
    """Sentences one after the other with a space between, each with its note mark."""
    inlines: list[Inline] = []
    for index, sentence in enumerate(sentences):
        if index:
            inlines.append(Text(text=" "))
        inlines.extend(lens.say(sentence.message, **sentence.arguments))
        if sentence.note:
            inlines.append(FootnoteReference(note=sentence.note))
    return tuple(inlines)


def origin_of(sentences: Sequence[Sentence]) -> Origin:
    """Which messages, with which arguments as text, made a block."""
    return Origin(
        message=" ".join(sentence.message for sentence in sentences),
        arguments={
            f"{sentence.message}.{name}": piece.text for sentence in sentences for name, piece in sorted(sentence.arguments.items())
        },
    )


def section_heading(section: Section, message: str, **arguments: Piece) -> Heading:
    """The heading of a section."""
    return Heading(
        id=section.id, level=1, inlines=section.lens.say(message, **arguments),
        origin=Origin(message=message, arguments={name: piece.text for name, piece in arguments.items()}),
    )
