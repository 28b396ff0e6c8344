"""Ids of edits and comments: digests of what they are, so that the same inputs give the same ids in whatever order they come."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from tansiq.engines.redline.edits import Comment, Edit

_LONG = 12


def with_ids(edits: Iterable[Edit]) -> list[Edit]:
    """The edits of one agency with their ids; equal ones (the same text twice at one place) are told apart by their order."""
    seen: Counter[str] = Counter()
    found = []
    for edit in edits:
        digest = _digest(
            edit.agency, edit.person, edit.date, edit.kind, edit.tracked, edit.source, edit.place.flow, edit.place.start, edit.place.end,
            edit.before, edit.after, edit.fragment.xml if edit.fragment else "",
            (edit.moved_to.flow, edit.moved_to.start) if edit.moved_to else "",
        )
        seen[digest] += 1
        found.append(replace(edit, id=f"e{digest}" if seen[digest] == 1 else f"e{digest}-{seen[digest]}"))
    return found


def comment_ids(comments: Iterable[Comment]) -> dict[str, str]:
    """For each comment's number in its file, its id; `parent` is not part of it, as it is a number of that file too."""
    seen: Counter[str] = Counter()
    ids = {}
    for comment in comments:
        digest = _digest(
            comment.agency, comment.person, comment.date, comment.source, comment.place.flow, comment.place.start, comment.place.end,
            comment.text,
        )
        seen[digest] += 1
        ids[comment.id] = f"c{digest}" if seen[digest] == 1 else f"c{digest}-{seen[digest]}"
    return ids


def conflict_id(edits: Iterable[str]) -> str:
    """The id of a group of edits that exclude each other."""
    return "x" + _digest(*sorted(edits))


def _digest(*parts: object) -> str:
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:_LONG]
