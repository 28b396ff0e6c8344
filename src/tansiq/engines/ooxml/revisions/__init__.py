"""Tracked changes of WordprocessingML: which there are, and taking, undoing or leaving each of them."""

from tansiq.engines.ooxml.revisions.kinds import Decision, Revision, RevisionKind
from tansiq.engines.ooxml.revisions.listing import revisions, revisions_in, word_parts
from tansiq.engines.ooxml.revisions.settle import Decide, accept_all, reject_all, settle, settle_root

__all__ = [
    "Decide", "Decision", "Revision", "RevisionKind", "accept_all", "reject_all", "revisions", "revisions_in", "settle", "settle_root",
    "word_parts",
]
