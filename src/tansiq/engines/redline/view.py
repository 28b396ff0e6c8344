"""One agency's view of a consolidated file, all agencies' together, or none: the base."""

from collections.abc import Collection

from tansiq.engines.ooxml.revisions import Decision, Revision, settle
from tansiq.engines.redline.edits import Ledger
from tansiq.engines.redline.errors import DispositionRefused
from tansiq.engines.redline.merge.weave import weave
from tansiq.engines.redline.opened import drop_loose_comments, open_consolidated


def view(
    data: bytes, accept: Collection[str] | None, *, name: str = "consolidated.docx", ledger: str | None = None,
) -> bytes:
    """The document as the agencies of `accept` want it: their changes carried out, all others undone; None accepts all.

    Their comments stay. The draft's own pending changes stay tracked. Where all are accepted, an insertion of one agency inside what
    another took out stays. Raises what `open_consolidated` does, and DispositionRefused for an agency that is not in the file.
    """
    opened = open_consolidated(data, name=name, ledger=ledger)
    chosen = _chosen(opened.ledger, accept)
    edits = [edit for edit in opened.ledger.edits if edit.agency in chosen or not edit.agency]
    comments = [comment for comment in opened.ledger.comments if comment.agency in chosen]
    accepted = {edit.id for edit in edits if edit.agency}
    woven = weave(opened.base, edits, comments, first=accepted, agency_only=opened.agency_only)

    def decide(revision: Revision) -> Decision:
        shown = woven.marks.get(int(revision.id) if revision.id.isdigit() else -1, ())
        return Decision.ACCEPT if accepted & set(shown) else Decision.KEEP

    settle(woven.package, decide)
    drop_loose_comments(woven.package)
    return woven.package.write()


def _chosen(ledger: Ledger, accept: Collection[str] | None) -> frozenset[str]:
    known = frozenset(copy.name for copy in ledger.copies)
    if accept is None:
        return known
    unknown = sorted(set(accept) - known)
    if unknown:
        raise DispositionRefused(f"no copy of {', '.join(unknown)} is in this file; it holds those of {', '.join(sorted(known))}")
    return frozenset(accept)
