"""The invariants of a consolidation, checked on files alone: what came in must be found again, and nothing else.

Numbers in brackets are those of the design. Only the public functions of the engine are called; what files say is read by plain views.
"""

import random
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tansiq.engines.ooxml import read_package
from tansiq.engines.redline import consolidate, view
from tansiq.engines.redline.apply import apply
from tansiq.engines.redline.edits import Ledger
from tansiq.engines.redline.report.decisions import BulkRule, Decision
from tansiq.engines.redline.writers import embedded
from tests.engines.redline.reviews.canonical import canonical, first_difference
from tests.engines.redline.reviews.health import faults, media
from tests.engines.redline.reviews.pictures import picture_name
from tests.engines.redline.reviews.plain_comments import Said, comments_of, letters_by_hand
from tests.engines.redline.reviews.plain_views import read_view
from tests.engines.redline.reviews.schema import schema_errors

WORDS = frozenset({
    "insertion", "deletion", "paragraph_insertion", "paragraph_deletion", "format", "paragraph_format", "section", "table_format",
})
NO_TEXT = re.compile(r"\[formula |\[(field|picture) [^]]*\]|\[(footnote|endnote|box): |\[(header|footer) \w+\]|\[\w+\]")


@dataclass
class Done:
    """A consolidation with what it was made from."""

    base: bytes
    copies: Mapping[str, bytes]
    file: bytes
    ledger: Ledger
    schemas: Path | None = None
    seed: int = 0
    plain: Collection[str] = ()
    views: dict[tuple[str, ...], bytes] = field(default_factory=dict)

    def view(self, *agencies: str) -> bytes:
        if agencies not in self.views:
            self.views[agencies] = view(self.file, accept=agencies)
        return self.views[agencies]

    @property
    def taken(self) -> list[str]:
        return [name for name in sorted(self.copies) if name not in {one.name for one in self.ledger.refused}]


def check_consolidation(
    base: bytes, copies: Mapping[str, bytes], *, schemas: Path | None = None, seed: int = 0, plain: Collection[str] = (),
) -> list[str]:
    """What is wrong with the consolidation of these copies, one line each.

    Copies named in `plain` lost marks of changes of white space, pictures and formats: only their words are compared.
    """
    made = consolidate(base, copies, apart=False)
    done = Done(base, copies, made.file, made.ledger, schemas, seed, plain)
    return [f"{check.__name__} {CHECKS[check]}: {said}" for check in CHECKS for said in check(done)]


def rejected_is_base(done: Done) -> Iterator[str]:
    """All rejected is the base: its lines, and its XML in one spelling."""
    lines = read_view(done.base, accepted=False, rich=True)
    rejected, none = read_view(done.file, accepted=False, rich=True), read_view(done.view(), accepted=True, rich=True)
    for what, found in (("the file", rejected), ("the view of none", none)):
        if found != lines:
            yield f"{what}: {first_difference(lines, found)}"
    before, after = canonical(done.base), canonical(done.view())
    for part in before:
        if before[part] != after.get(part):
            yield f"{part} of the view of none: {first_difference(before[part], after.get(part, []))}"


def accepted_is_copy(done: Done) -> Iterator[str]:
    """Accepting one agency alone gives the clean text of its copy, with its formats where all of it was tracked."""
    for name in done.taken:
        formats = not any(edit.agency == name and not edit.tracked for edit in done.ledger.edits)
        rich = name not in done.plain
        wanted = read_view(done.copies[name], accepted=True, rich=rich, formats=formats)
        found = read_view(done.view(name), accepted=True, rich=rich, formats=formats)
        if not rich:
            wanted, found = words_of(wanted), words_of(found)
        if found != wanted:
            yield f"{name}: {first_difference(wanted, found)}"


def words_of(lines: list[str]) -> list[str]:
    """Lines without what no person changes by name: white space, breaks, pictures, results of fields."""
    short = (re.sub(r"\[(page|drawing|picture [^]]*|field [^]]*)\]", " ", line) for line in lines)
    return ["".join(line.split()) for line in short]


def subsets_have_what_is_theirs(done: Done) -> Iterator[str]:
    """Accepting some agencies: the views of all orders are one, and every agency alone left out gives what the others give."""
    rng = random.Random(done.seed)
    names = done.taken
    some = rng.sample(names, rng.randint(1, len(names))) if names else []
    lines = read_view(done.view(*sorted(some)), accepted=True, rich=True)
    if read_view(view(done.file, accept=sorted(some, reverse=True)), accepted=True, rich=True) != lines:
        yield f"{some}: the order of the names changes the view"
    kept = {name: done.copies[name] for name in some}
    if kept:
        alone = consolidate(done.base, kept, apart=False)
        found = read_view(view(alone.file, accept=sorted(some)), accepted=True, rich=True)
        if found != lines:
            yield f"{sorted(some)}: consolidated without the others: {first_difference(found, lines)}"


def letters_add_up(done: Done) -> Iterator[str]:
    """Accepting agencies together: the letters of the base less those the ledger takes out and more those it puts in, agreements once.

    Asked of agencies that changed words and paragraphs alone and are in no conflict, so that nothing stands in anything else; what is no
    text is written in brackets.
    """
    if any("[field" in line for line in read_view(done.base, accepted=True)):
        return                                     # the ledger words them as they read
    by_agency = {name: [edit for edit in done.ledger.edits if edit.agency == name] for name in done.taken}
    names = [
        name for name, edits in by_agency.items()
        if all(edit.kind in WORDS and edit.conflict is None and "[" not in edit.before + edit.after for edit in edits)
    ]
    wanted = letters(read_view(done.base, accepted=True))
    counted: set[frozenset[str]] = set()
    for edit in (edit for name in names for edit in by_agency[name]):
        same = frozenset((edit.id, *edit.agrees_with))
        if edit.said != "withdrawn" and not any(edit.id in one for one in counted):
            counted.add(same)
            wanted.subtract(letters([edit.before]))
            wanted.update(letters([edit.after]))
    found = letters(read_view(done.view(*names), accepted=True))
    if found != +wanted:
        yield f"{names}: more {''.join((found - wanted).elements())[:60]!r}, less {''.join((wanted - found).elements())[:60]!r}"


def letters(lines: list[str]) -> Counter[str]:
    """How often each letter stands in lines, results of fields and names of what is no text left out."""
    return Counter(letter for line in lines for letter in NO_TEXT.sub("", line) if letter.isalnum())


def comments_kept(done: Done) -> Iterator[str]:
    """Every comment and reply once, with person, date, words, thread and whether it is resolved; those of the base once."""
    ours = [said.without_anchor for said in comments_of(done.base)]
    wanted: Counter = Counter((*one, "") for one in ours)
    for name in done.taken:
        for said in comments_of(done.copies[name]):
            if said.without_anchor[:3] not in {one[:3] for one in ours}:
                wanted[(*signed(said, name).without_anchor, name)] += 1
    found = Counter((*said.without_anchor, agency_of(said, done.taken)) for said in comments_of(done.file) if not automatic(said, done))
    for lost in wanted - found:
        yield f"lost: {lost}"
    for more in found - wanted:
        yield f"not of anybody: {more}"
    listed = Counter((one.agency, one.text.strip()) for one in done.ledger.comments if one.agency)
    said_by = Counter((key[-1], key[2].strip()) for key in wanted.elements() if key[-1])
    if listed != said_by:
        yield f"the ledger has other comments: {list((listed - said_by).items())[:2]} for {list((said_by - listed).items())[:2]}"


def anchors_kept(done: Done) -> Iterator[str]:
    """A comment stands on the words it stood on, as far as they are the base's."""
    found = {(said.person, said.date, said.text): said for said in comments_of(done.file)}
    for name in done.taken:
        if any(not edit.tracked for edit in done.ledger.edits if edit.agency == name):
            continue
        for said in comments_of(done.copies[name]):
            one = found.get((f"{said.person} [{name}]", said.date, said.text))
            if one is not None and (one.on != said.on or not one.anchored):
                yield f"{name}, {said.text!r}: on {said.on!r}, now on {one.on!r}"


def signed(said: Said, agency: str) -> Said:
    return Said(said.id, f"{said.person} [{agency}]", said.date, said.text, said.answers, said.resolved, said.on, said.anchored)


def agency_of(said: Said, agencies: list[str]) -> str:
    return next((name for name in agencies if said.person.endswith(f" [{name}]")), "")


def automatic(said: Said, done: Done) -> bool:
    """Whether a comment is the engine's own: by nobody of an agency and not in the base."""
    base = {(one.person, one.date, one.text) for one in comments_of(done.base)}
    return not agency_of(said, done.taken) and (said.person, said.date, said.text) not in base


def hands_kept(done: Done) -> Iterator[str]:
    """What each person put in or took out with tracking is in the ledger under that person and date.

    Not asked of a copy with untracked edits: what was put in so and then deleted with tracking was never in the base.
    """
    for name in done.taken:
        if any(edit.agency == name and not edit.tracked for edit in done.ledger.edits):
            continue
        by_hand = letters_by_hand(done.copies[name])
        dated = all(key[1] for counted in by_hand.values() for key in counted)
        for side, text in (("ins", "after"), ("del", "before")):
            listed: Counter = Counter()
            for edit in done.ledger.edits:
                if edit.agency == name and edit.tracked and edit.kind != "move":
                    date = edit.date if dated else ""
                    listed.update((edit.person, date, letter) for letter in getattr(edit, text) if letter.isalnum())
            if missing := by_hand[side] - listed:
                letters = "".join(key[2] for key in missing.elements())
                yield f"{name}: {side} by {sorted(missing)[0][:2]}: {letters[:60]!r} is not in the ledger"


def counts_agree(done: Done) -> Iterator[str]:
    """The sums of the ledger are those of the intake; ids are unique; what points to a row points to one that is there."""
    edits, rows = done.ledger.edits, {edit.id: edit for edit in done.ledger.edits}
    if len(rows) != len(edits):
        yield "two edits with one id"
    for copy in done.ledger.copies:
        tracked = sum(edit.tracked for edit in edits if edit.agency == copy.name)
        untracked = sum(not edit.tracked for edit in edits if edit.agency == copy.name)
        comments = sum(one.agency == copy.name for one in done.ledger.comments)
        if (tracked, untracked, comments) != (copy.tracked, copy.untracked, copy.comments):
            yield f"{copy.name}: {tracked}, {untracked}, {comments} are not {copy.tracked}, {copy.untracked}, {copy.comments}"
    for edit in edits:
        for other in (*edit.agrees_with, *([edit.replaces] if edit.replaces else [])):
            if other not in rows:
                yield f"{edit.id} names {other}, which is not there"
        for other in edit.agrees_with:
            if other in rows and (edit.id not in rows[other].agrees_with or rows[other].agency == edit.agency):
                yield f"{edit.id} and {other} do not agree both ways"
    yield from conflicts_agree(done)


def conflicts_agree(done: Done) -> Iterator[str]:
    rows = {edit.id: edit for edit in done.ledger.edits}
    for conflict in done.ledger.conflicts:
        if any(one not in rows or rows[one].conflict != conflict.id for one in conflict.edits):
            yield f"conflict {conflict.id} lists edits that do not name it"
        if len({rows[one].agency for one in conflict.edits if one in rows}) < 2:
            yield f"conflict {conflict.id} is within one agency"
    known = {conflict.id for conflict in done.ledger.conflicts}
    for edit in done.ledger.edits:
        if edit.conflict is not None and edit.conflict not in known:
            yield f"{edit.id} is in the conflict {edit.conflict}, which is not there"


def nothing_lost(done: Done) -> Iterator[str]:
    """No part, relation, picture or note is lost; no id dangles or is used twice."""
    before = set().union(*(faults(file) for file in (done.base, *done.copies.values())))
    files = {"the file": done.file, "the view of none": done.view()} | {f"the view of {name}": done.view(name) for name in done.taken[:2]}
    for what, file in files.items():
        for fault in sorted(faults(file) - before):
            yield f"{what}: {fault}"
    kept = {picture_name(data) for data in media(done.file)}
    for what, inputs in (("the base", [done.base]), ("the copies", [done.copies[name] for name in done.taken])):
        shown = {found for file in inputs for line in read_view(file, accepted=True) for found in re.findall(r"\[picture (\w+)\]", line)}
        if shown - kept:
            yield f"a picture of {what} is lost"


def same_bytes(done: Done) -> Iterator[str]:
    """The same bytes whatever the order of the copies."""
    names = sorted(done.copies)
    random.Random(done.seed).shuffle(names)
    again = consolidate(done.base, {name: done.copies[name] for name in names}, apart=False)
    if again.file != done.file:
        yield f"in the order {names} the file has other bytes"
    if again.ledger != done.ledger:
        yield f"in the order {names} the ledger differs"


def nothing_added(done: Done) -> Iterator[str]:
    """Consolidating the result again adds nothing, with its ledger or without; the base as a copy changes nothing."""
    again = consolidate(done.base, {"ALL": done.file}, apart=False)
    for what in ("edits", "comments", "conflicts"):
        if getattr(again.ledger, what) != getattr(done.ledger, what):
            yield f"the result consolidated again has other {what}"
    bare = consolidate(done.base, {"ALL": without_ledger(done.file)}, apart=False)
    wanted = read_view(done.file, accepted=True, rich=True)
    found = read_view(view(bare.file, accept=["ALL"]), accepted=True, rich=True)
    if wanted != found:
        yield f"the result without its ledger consolidated again reads otherwise: {first_difference(wanted, found)}"
    untracked = [edit for edit in bare.ledger.edits if not edit.tracked]
    if untracked:
        yield f"the result without its ledger has untracked edits: {untracked[0].kind} {untracked[0].before!r} -> {untracked[0].after!r}"
    same = consolidate(done.base, {"SAME": done.base}, apart=False)
    if same.ledger.edits or any(one.agency for one in same.ledger.comments):
        yield f"the base as a copy: {same.ledger.edits[:1]} {same.ledger.comments[:1]}"


def without_ledger(file: bytes) -> bytes:
    """The file as a program leaves it that drops custom XML parts."""
    package = read_package(file, name="result")
    embedded.remove(package)
    return package.write()


def decided_is_applied(done: Done) -> Iterator[str]:
    """All of one agency accepted and the rest turned down is its clean text; all turned down is the base; nothing decided, all tracked."""
    lines = read_view(done.base, accepted=False)
    turned_down = BulkRule(Decision.REJECTED)
    for name in done.taken[:2]:
        made = apply(done.file, [], [BulkRule(Decision.ACCEPTED, agency=name), turned_down]).file
        wanted = read_view(done.copies[name], accepted=True)
        yield from settled_as(made, wanted, f"{name} accepted, the rest turned down", name in done.plain)
    yield from settled_as(apply(done.file, [], [turned_down]).file, lines, "all turned down")
    undecided = apply(done.file, []).file
    if read_view(undecided, accepted=False) != lines or read_view(undecided, accepted=True) != read_view(done.file, accepted=True):
        yield "with nothing decided the next version is not what was consolidated"


def settled_as(file: bytes, wanted: list[str], what: str, plain: bool = False) -> Iterator[str]:
    """Whether a file reads so (its words do, when `plain`), with nothing left to accept or to reject."""
    found = read_view(file, accepted=True)
    if (words_of(found) != words_of(wanted)) if plain else found != wanted:
        yield f"{what}: {first_difference(wanted, found)}"
    if found != read_view(file, accepted=False):
        yield f"{what}: changes are left"


def schema_kept(done: Done) -> Iterator[str]:
    """No kind of schema error that no input had."""
    if done.schemas is None:
        return
    before = set().union(*(schema_errors(file, done.schemas) for file in (done.base, *done.copies.values())))
    files = {"the file": done.file} | {f"the view of {name}": done.view(name) for name in done.taken[:2]}
    for what, file in files.items():
        for error in sorted(schema_errors(file, done.schemas) - before):
            yield f"{what}: {error}"


CHECKS = {
    rejected_is_base: "(1)", accepted_is_copy: "(2)", subsets_have_what_is_theirs: "(3)", letters_add_up: "(3)",
    comments_kept: "(4)", anchors_kept: "(4)",
    hands_kept: "(5)", counts_agree: "(5)", nothing_lost: "(6)", same_bytes: "(7)", nothing_added: "(8)", schema_kept: "(9)",
    decided_is_applied: "(11)",
}
