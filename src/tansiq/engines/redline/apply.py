"""The next version: what was accepted is applied, what was rejected is gone, what is undecided stays tracked, comments are answered."""

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from hashlib import sha256

from lxml import etree
from lxml.etree import _Element as Element

from tansiq.engines.ooxml.names import w
from tansiq.engines.ooxml.revisions import Decision, Revision, settle
from tansiq.engines.redline.align import fragment
from tansiq.engines.redline.edits import Comment, Edit, Fragment
from tansiq.engines.redline.merge.weave import weave
from tansiq.engines.redline.opened import drop_loose_comments, open_consolidated
from tansiq.engines.redline.report.decisions import BulkRule, Disposition
from tansiq.engines.redline.report.responses import answer
from tansiq.engines.redline.report.rulings import Outcome, Ruling, Rulings, counts, rulings

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
SECRETARIAT = "Secretariat"
"""Whose name stands on an answer when the row does not say who decided."""


@dataclass(frozen=True, slots=True)
class NextVersion:
    """The file of the next version, and what was ruled on every edit and comment."""

    file: bytes
    ruled: Rulings


def apply(
    data: bytes, dispositions: Sequence[Disposition], rules: Sequence[BulkRule] = (), *, name: str = "consolidated.docx",
    ledger: str | None = None,
) -> NextVersion:
    """Apply dispositions to a consolidated file. Nothing is applied that no disposition accepts.

    Raises what `open_consolidated` and `rulings` raise: MarkupChanged, LedgerMissing, DispositionRefused.
    """
    opened = open_consolidated(data, name=name, ledger=ledger)
    ruled = rulings(opened.ledger, dispositions, rules)
    accepted = {name for name, ruling in ruled.edits.items() if ruling.outcome is Outcome.ACCEPT}
    edits = [
        _worded(edit, ruled.edits[edit.id]) for edit in opened.ledger.edits if ruled.edits[edit.id].outcome is not Outcome.REJECT
    ]
    language = str(opened.ledger.extra.get("language", "en"))
    comments = [each for comment in opened.ledger.comments for each in _answered(comment, ruled.comments, language)]
    woven = weave(opened.base, edits, comments, first=accepted, agency_only=opened.agency_only)

    def decide(revision: Revision) -> Decision:
        shown = woven.marks.get(int(revision.id) if revision.id.isdigit() else -1, ())
        return Decision.ACCEPT if accepted & set(shown) else Decision.KEEP

    settle(woven.package, decide)
    drop_loose_comments(woven.package)
    return NextVersion(woven.package.write(), ruled)


def _worded(edit: Edit, ruling: Ruling) -> Edit:
    """The edit with the final text that was agreed on, in the formatting it came with."""
    if ruling.final_text is None:
        return edit
    return replace(edit, after=ruling.final_text, fragment=_fragment_of(ruling.final_text, edit.fragment), agrees_with=())


def _fragment_of(text: str, model: Fragment | None) -> Fragment:
    old = fragment.parse(model.xml) if model is not None else fragment.new()
    properties, mark = old.find(f".//{w('r')}/{w('rPr')}"), old.find(fragment.MARK)
    root = fragment.new()
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line:
            root.append(_run(line, properties))
        if number < len(lines) - 1:
            root.append(deepcopy(mark) if mark is not None else etree.Element(fragment.MARK))
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "x"])
    return Fragment(fragment.write(root))


def _run(text: str, properties: Element | None) -> Element:
    run = etree.Element(w("r"))
    if properties is not None:
        run.append(deepcopy(properties))
    inner = etree.SubElement(run, w("t"))
    inner.text = text
    inner.set(_SPACE, "preserve")
    return run


def _answered(comment: Comment, ruled: Mapping[str, Ruling], language: str) -> Iterator[Comment]:
    """The comment, resolved when it was decided, and the answer as a reply in its thread."""
    ruling = ruled[comment.id]
    disposition = ruling.disposition
    yield replace(comment, resolved=comment.resolved or counts(disposition))
    said = answer(disposition, language=language)
    if said:
        identity = sha256(f"{comment.id}|{said}".encode()).hexdigest()[:12]
        yield Comment(
            f"r{identity}", "", disposition.decided_by or SECRETARIAT, _day(disposition.decided_on), comment.place, comment.anchor_text,
            said, parent=comment.parent or comment.id, resolved=counts(disposition),
            starts=comment.starts, ends=comment.ends,
        )


def _day(stamp: str) -> str:
    """A day as Word writes dates; "" for what is none."""
    digits = stamp[:10]
    return f"{digits}T00:00:00Z" if len(digits) == len("2017-11-15") and digits[4] == digits[7] == "-" else ""
