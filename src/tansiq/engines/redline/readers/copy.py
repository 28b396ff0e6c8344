"""Read one reviewed Word copy against the base: its edits, tracked or not, its comments, and what the secretariat should know of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256

from lxml.etree import _Element as Element

from tansiq.engines.ooxml.names import NAMESPACES, w
from tansiq.engines.ooxml.package import Package
from tansiq.engines.redline.align.document import Document, read_document
from tansiq.engines.redline.align.pieces import Flow
from tansiq.engines.redline.edits import Anchor, Comment, Edit, Intake, Kind, Noise, Place, Warned
from tansiq.engines.redline.errors import CopyOfAnotherBase
from tansiq.engines.redline.merge.identity import comment_ids, with_ids
from tansiq.engines.redline.readers import fragments
from tansiq.engines.redline.readers.comments import Found, anchor_text, read_comments
from tansiq.engines.redline.readers.context import Context
from tansiq.engines.redline.readers.draft import Draft, read_draft
from tansiq.engines.redline.readers.edges import match_edges
from tansiq.engines.redline.readers.flow_edits import read_flow, read_section
from tansiq.engines.redline.readers.resources import Resources
from tansiq.engines.redline.stamp import fingerprint, recognise

ENOUGH = 0.6
"""The share of the base's text that a copy must hold to be one of it; below, somebody has to say which version it answers."""

_DCTERMS = NAMESPACES["dcterms"]
_MOVE = "move:"
_SHOWN = 60                                    # characters of a header, to know it by


@dataclass(frozen=True, slots=True)
class Reading:
    """What one copy brings."""

    intake: Intake
    edits: tuple[Edit, ...]
    comments: tuple[Comment, ...]
    noise: tuple[Noise, ...]


def read_copy(
    base: Package | Draft, copy: Package, *, agency: str, file: str, data: bytes, received: str = "", enough: float = ENOUGH,
    everything: bool = False,
) -> Reading:
    """Read `copy` (its file's bytes are `data`) against `base`, which has no pending changes.

    `received` (ISO date) stands in for the date of saving where the copy has none. `everything`: differences of white space, breaks
    and pictures are edits and no noise. Raises CopyOfAnotherBase when less than the share `enough` of the base's text is in it.
    """
    draft = base if isinstance(base, Draft) else read_draft(base)
    saved_by = saved_with(copy)
    context = Context(
        agency, draft.document, read_document(copy, draft.atoms), draft.atoms, draft.places, Resources(copy, draft.package),
        modified(copy) or received or modified(draft.package), by_word=not saved_by or saved_by.startswith("Microsoft"),
        everything=everything, enough=enough,
    )
    _read_stories(context)
    coverage = context.kept / context.total if context.total else 1.0
    if coverage < enough:
        raise CopyOfAnotherBase(agency, coverage)
    edits = _replacing(with_ids(_moved(context.edits)))
    comments = _comments(context, draft.comments, read_comments(copy))
    tracked = sum(edit.tracked for edit in edits)
    intake = Intake(
        agency, file, sha256(data).hexdigest(), saved_by, comes_from(copy, draft.package), round(coverage, 4), tracked,
        len(edits) - tracked, len(comments), tuple(_warnings(context, copy, saved_by, tracked, len(edits))),
    )
    return Reading(intake, tuple(edits), tuple(comments), tuple(context.noise))


def _read_stories(context: Context) -> None:
    ours, theirs = context.base, context.copy
    read_flow(context, ours.body, theirs.body)
    _last_section(context)
    edges = match_edges(ours, theirs)
    for mine, other in edges.pairs:
        read_flow(context, mine, other)
    context.unread += [("edge_added", flow) for flow in edges.added] + [("edge_removed", flow) for flow in edges.removed]


def _last_section(context: Context) -> None:
    section = context.copy.body.container.find(w("sectPr"))
    if section is not None and context.base.body.pieces and context.base.body.container.find(w("sectPr")) is not None:
        read_section(context, context.base.body, context.base.body.pieces[-1], section)


def _moved(edits: list[Edit]) -> list[Edit]:
    """Join the two halves of a move; halves without each other, or in several pieces, are what they are: taken out and put in."""
    halves: dict[str, list[Edit]] = {}
    for edit in edits:
        if edit.said.startswith(_MOVE):
            halves.setdefault(edit.said, []).append(edit)
    joined: dict[int, Edit] = {}
    gone: set[int] = set()
    for both in halves.values():
        source, goal = (both if both[0].before else both[::-1]) if len(both) == len(("from", "to")) else (both[0], both[0])
        if source is not goal and source.before and goal.after and source.before == goal.after:
            joined[id(source)] = replace(
                source, kind=Kind.MOVE, after=goal.after, moved_to=goal.place, fragment=goal.fragment, said="", rank=goal.rank,
            )
            gone.add(id(goal))
    kept = [joined.get(id(edit), edit) for edit in edits if id(edit) not in gone]
    return [replace(edit, said="") if edit.said.startswith(_MOVE) else edit for edit in kept]


def _replacing(edits: list[Edit]) -> list[Edit]:
    """Tell which insertion stands for which deletion: the same person's, side by side, without a date's difference of weight."""
    ends = {(edit.place.flow, edit.place.end, edit.person): edit for edit in edits if edit.kind == Kind.DELETION}
    starts = {(edit.place.flow, edit.place.start, edit.person): edit for edit in edits if edit.kind == Kind.DELETION}
    found, used = [], set()
    for edit in edits:
        key = (edit.place.flow, edit.place.start, edit.person)
        partner = ends.get(key) or starts.get(key)
        if edit.kind == Kind.INSERTION and edit.said != "withdrawn" and partner is not None and partner.id not in used:
            used.add(partner.id)
            found.append(replace(edit, replaces=partner.id))
        else:
            found.append(edit)
    return found


def _comments(context: Context, base: Mapping[str, Found], copy: Mapping[str, Found]) -> list[Comment]:
    """The copy's comments without those that the base has already; a reply to one of the base names it as `base:NUMBER`."""
    known = _carried(base, copy)
    made = [_comment(context, each) for number, each in copy.items() if number not in known]
    ids = comment_ids(made)
    return [replace(comment, id=ids[comment.id], parent=_parent(comment.parent, ids, known)) for comment in made]


def _carried(base: Mapping[str, Found], copy: Mapping[str, Found]) -> dict[str, str]:
    """By number in the copy, the number in the base of each comment that the copy carries on: programs round or lose dates."""
    known: dict[str, str] = {}
    for of in (_said_at, _said):
        left: dict[tuple[str, ...], list[str]] = {}
        for number, each in base.items():
            if number not in known.values():
                left.setdefault(of(each), []).append(number)
        for number, each in copy.items():
            if number not in known and left.get(of(each)):
                known[number] = left[of(each)].pop(0)
    return known


def _said_at(found: Found) -> tuple[str, ...]:
    return *_said(found), found.date[:len("2017-10-05T09:30:00")]


def _said(found: Found) -> tuple[str, ...]:
    return found.person, " ".join(found.text.split())


def _parent(number: str | None, ids: Mapping[str, str], known: Mapping[str, str]) -> str | None:
    if number is None:
        return None
    return f"base:{known[number]}" if number in known else ids.get(number)


def _comment(context: Context, found: Found) -> Comment:
    spots = context.spots
    thread = (found.number, found.parent)
    reference = next((spots[key] for each in thread if (key := ("reference", each)) in spots), None)
    starts = next((spots[key] for each in thread if (key := ("start", each)) in spots), reference)
    ends = next((spots[key] for each in thread if (key := ("end", each)) in spots), reference or starts)
    if starts is not None and ends is not None and starts.flow == ends.flow and _after(starts, ends):
        starts = ends = reference or starts    # a range that ends before it begins: a broken file
    return Comment(
        found.number, context.agency, found.person, found.date or context.date, _between(context, starts, ends),
        _anchor_text(context, found), found.text, found.parent or None, found.resolved, found.initials, starts, ends,
        fragment=fragments.of_comment(found.element, context.resources, context.copy.package),
    )


def _after(anchor: Anchor, other: Anchor) -> bool:
    return (anchor.offset, anchor.inserted) > (other.offset, other.inserted)


def _between(context: Context, starts: Anchor | None, ends: Anchor | None) -> Place:
    if starts is None:
        return context.places.of(context.base.body, 0, 0)
    end = ends.offset if ends is not None and ends.flow == starts.flow else starts.offset
    return context.places.of(context.base.flows[starts.flow], starts.offset, max(starts.offset, end))


def _anchor_text(context: Context, found: Found) -> str:
    for number in (found.number, found.parent):
        for flow in _all_flows(context.copy):
            start = next((spot.at for spot in flow.spots if spot.id == number and spot.kind == "start"), None)
            if start is not None:
                ends = {spot.kind: spot.at for spot in flow.spots if spot.id == number}
                end = ends.get("end", ends.get("reference", flow.length))
                return anchor_text(flow, context.atoms, start, end)
    return ""


def _all_flows(document: Document) -> Iterator[Flow]:
    return (flow for flow in document.flows.values() if flow.spots)


def _warnings(context: Context, copy: Package, saved_by: str, tracked: int, edits: int) -> Iterator[Warned]:
    if not context.by_word and not tracked:
        yield Warned("revisions_lost", {"saved_by": saved_by, "untracked": edits})
    elif edits - tracked > tracked and edits - tracked > 1:
        yield Warned("mostly_untracked", {"untracked": edits - tracked, "tracked": tracked})
    if recognise(copy) is not None and not comes_from(copy, context.base.package):
        yield Warned("another_draft", {})
    for each in copy.stripped:
        yield Warned("part_at_risk", {"part": each.part, "what": str(each.type), "target": str(each.target)})
    for code, flow in context.unread:
        yield Warned(code, {"what": flow.story, "text": context.atoms.readable(flow.text()).strip()[:_SHOWN]})
    if context.noise:
        yield Warned("noise", {"count": len(context.noise)})


def comes_from(copy: Package, base: Package) -> bool:
    """Whether a copy carries the mark of the draft that `base` is; a base that carries none is told by what it says."""
    stamp = recognise(copy)
    if stamp is None:
        return False
    own = recognise(base)
    return stamp == own if own is not None else stamp.sha256 == fingerprint(base)


def saved_with(package: Package) -> str:
    """The program that saved a file, as its properties say; "" when they do not."""
    part = package.related("", "extended-properties")
    if part is None:
        return ""
    found = {str(child.tag).rpartition("}")[2]: (child.text or "").strip() for child in package.xml(part)}
    return " ".join(filter(None, (found.get("Application", ""), found.get("AppVersion", ""))))[:80]


def modified(package: Package) -> str:
    """When a file was last saved, as its properties say; "" when they do not or when it is no date."""
    part = package.related("", "core-properties")
    element: Element | None = package.xml(part).find(f"{{{_DCTERMS}}}modified") if part else None
    text = (element.text or "").strip() if element is not None else ""
    return text if re.match(r"\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?\Z", text) else ""
