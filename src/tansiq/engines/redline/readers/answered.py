"""An answer that was no Word file as a reading like that of a copy: stable ids, insertions as runs that look like their surroundings."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace
from hashlib import sha256

from lxml import etree
from lxml.etree import _Element as Element

from tansiq.engines.ooxml.names import w
from tansiq.engines.redline.align import fragment
from tansiq.engines.redline.align.document import Document
from tansiq.engines.redline.edits import Comment, Edit, Fragment, Intake, Place, Warned
from tansiq.engines.redline.merge.identity import comment_ids, with_ids
from tansiq.engines.redline.readers.answer import Answer
from tansiq.engines.redline.readers.copy import Reading

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def reading_of(answer: Answer, base: Document, *, agency: str, file: str, data: bytes) -> Reading:
    """Return what `answer`, read from `file` with these bytes, brings to the ledger of `base`.

    Its coverage is 1: it is no copy of the text, so none is missing. What became a general comment or was left out is a warning.
    """
    edits = _edits(answer.edits, base)
    comments = _comments(answer.comments)
    tracked = sum(edit.tracked for edit in edits)
    intake = Intake(
        agency, file, sha256(data).hexdigest(), answer.source.value, False, 1.0, tracked, len(edits) - tracked, len(comments),
        (*answer.warnings, *_counted(answer)),
    )
    return Reading(intake, tuple(edits), tuple(comments), ())


def _counted(answer: Answer) -> Sequence[Warned]:
    counts = (("unplaced", len(answer.unplaced)), ("left_out", len(answer.left_out)))
    return [Warned(code, {"count": count}) for code, count in counts if count]


def _edits(edits: Sequence[Edit], base: Document) -> list[Edit]:
    made = with_ids([replace(edit, fragment=_fragment(edit.after, edit.place, base)) if edit.after else edit for edit in edits])
    ids = {before.id: after.id for before, after in zip(edits, made, strict=True)}
    return [replace(edit, replaces=ids[edit.replaces]) if edit.replaces else edit for edit in made]


def _comments(comments: Sequence[Comment]) -> list[Comment]:
    ids = comment_ids(comments)
    return [replace(each, id=ids[each.id], parent=ids[each.parent] if each.parent else None) for each in comments]


def _fragment(text: str, place: Place, base: Document) -> Fragment:
    root = fragment.new()
    run = etree.SubElement(root, w("r"))
    properties = _properties_before(place, base)
    if properties is not None:
        run.append(properties)
    words = etree.SubElement(run, w("t"))
    words.set(XML_SPACE, "preserve")
    words.text = "".join(char for char in text if char.isprintable() or char == "\t")
    return Fragment(fragment.write(root))


def _properties_before(place: Place, base: Document) -> Element | None:
    """The look of the run the new text follows, else of the one it stands before."""
    flow = base.flows.get(place.flow)
    if flow is None:
        return None
    before, after = flow.between(max(place.start - 1, 0), place.start), flow.between(place.start, place.start + 1)
    for piece in (*before[-1:], *after[:1]):
        for unit in piece.units:
            properties = unit.find(w("rPr")) if unit.tag == w("r") else None
            if properties is not None:
                kept = deepcopy(properties)
                for change in kept.findall(w("rPrChange")):
                    kept.remove(change)
                return kept
    return None
