"""Ledgers for the tests of the report: every kind of edit, agreement, conflict and comment once, and ledgers of random edits."""

from dataclasses import replace

from hypothesis import strategies as st

from tansiq.engines.redline.edits import Anchor, Base, Comment, Conflict, Edit, Intake, Kind, Ledger, Place, Source

BODY = "word/document.xml#body"
BASE = Base("Progress report, draft 2.docx", "0" * 64, 4000, 120)


def place(start: int = 0, end: int = 0, *, paragraph: int = 1, **fields) -> Place:
    return Place(fields.pop("flow", BODY), start, end, paragraph=paragraph, last_paragraph=fields.pop("last_paragraph", paragraph),
                 start_in=start, end_in=end, **fields)


def edit(name: str, agency: str, at: Place, *, before: str = "", after: str = "", **fields) -> Edit:
    kind = fields.pop("kind", Kind.DELETION if before and not after else Kind.INSERTION)
    return Edit(name, agency, fields.pop("person", f"Reviewer of {agency}"), fields.pop("date", "2017-03-01T10:00:00Z"), kind,
                fields.pop("tracked", True), at, before, after, **fields)


def comment(name: str, agency: str, at: Place, text: str, **fields) -> Comment:
    return Comment(name, agency, fields.pop("person", f"Reviewer of {agency}"), fields.pop("date", "2017-03-02T08:30:00Z"), at,
                   fields.pop("anchor_text", "the text"), text, starts=fields.pop("starts", Anchor(at.flow, at.start)), **fields)


def ledger(*items: Edit | Comment, conflicts: tuple[Conflict, ...] = ()) -> Ledger:
    edits = tuple(item for item in items if isinstance(item, Edit))
    comments = tuple(item for item in items if isinstance(item, Comment))
    names = sorted({item.agency for item in items} - {""})
    copies = tuple(
        Intake(name, f"{name}.docx", "1" * 64, "Microsoft Office Word", True, 1.0, sum(e.agency == name and e.tracked for e in edits),
               sum(e.agency == name and not e.tracked for e in edits), sum(c.agency == name for c in comments))
        for name in names
    )
    return Ledger(BASE, copies, edits, comments, conflicts)


def conflict(name: str, at: Place, *edits: str, reason: str = "overlap") -> Conflict:
    return Conflict(name, edits, at, reason)


def full() -> Ledger:
    """One ledger with a row of every sort. FAO and WHO agree on a deletion; UNDP and IOM replace the same words differently."""
    word, figure = place(10, 15, paragraph=3, heading="I. Introduction"), place(40, 42, paragraph=4, heading="I. Introduction")
    gone = place(0, 30, paragraph=9, last_paragraph=10, heading="II. العمل المشترك")
    return ledger(
        edit("e1", "UNDP", word, before="major", conflict="k1"),
        edit("e2", "UNDP", place(15, 15, paragraph=3, heading="I. Introduction"), after="main", replaces="e1", conflict="k1"),
        edit("e3", "IOM", word, before="major", conflict="k1", agrees_with=("e1",), date="2017-03-04T10:00:00+02:00"),
        edit("e4", "IOM", place(15, 15, paragraph=3, heading="I. Introduction"), after="=first,\nand \"foremost\"", replaces="e3",
             conflict="k1", date="2017-03-04T10:00:00+02:00"),
        edit("e5", "FAO", figure, before="16"),
        edit("e6", "FAO", place(42, 42, paragraph=4, heading="I. Introduction"), after="18", replaces="e5"),
        edit("e7", "WHO", gone, before="فقرة لا لزوم لها في هذا القسم.", kind=Kind.PARAGRAPH_DELETION, tracked=False,
             agrees_with=("e8",)),
        edit("e8", "FAO", gone, before="فقرة لا لزوم لها في هذا القسم.", kind=Kind.PARAGRAPH_DELETION, agrees_with=("e7",),
             date="2017-02-01T00:00:00Z"),
        edit("e9", "ESCWA", place(2, 3, paragraph=20, flow=f"{BODY}/t0", row=3), before="Jordan 16 18", kind=Kind.ROW_DELETION),
        edit("e10", "ESCWA", place(0, 12, paragraph=30), before="A moved one.", kind=Kind.MOVE, moved_to=place(80, 80, paragraph=40)),
        edit("e11", "IOM", place(0, 9, paragraph=31), before="Important", after="Important: bold", kind=Kind.FORMAT),
        edit("e12", "UNDP", place(4, 4, flow="word/footnotes.xml#2", story="footnote"), after="@cf. A/71/280", source=Source.EXCEL),
        comment("c1", "UNDP", word, "Why \"major\"?\nThe source says main.", anchor_text="major"),
        comment("c2", "FAO", word, "Agreed with UNDP.", parent="c1", date="2017-03-03T09:00:00Z", resolved=True),
        comment("c3", "WHO", place(paragraph=0), "+ A good draft.", anchor_text="", starts=None, source=Source.MAIL),
        comment("c4", "", place(2, 6, paragraph=5), "Note of the secretariat to itself."),
        conflicts=(conflict("k1", word, "e1", "e2", "e3", "e4", reason="same_place"),),
    )


def by_agency(found: Ledger, agency: str) -> Ledger:
    """The ledger as if only one agency had answered."""
    return replace(found, edits=tuple(e for e in found.edits if e.agency == agency),
                   comments=tuple(c for c in found.comments if c.agency in {agency, ""}), conflicts=())


AGENCIES = ("FAO", "WHO", "IOM", "=UNDP", "منظمة")
TEXTS = st.one_of(
    st.text(max_size=20),
    st.sampled_from(["=1+1", "+x", "-5", "@a", "\tx", "\rx", "_x0041_", "a\r\nb", " a ", "٣ أيام", "x" * 40_000, "\ud800\x00"]),
)


@st.composite
def ledgers(draw) -> Ledger:
    """Random ledgers: deletions with and without replacement, insertions, comments with replies, by several agencies."""
    items: list[Edit | Comment] = []
    for number in range(draw(st.integers(0, 8))):
        agency, start, length = draw(st.sampled_from(AGENCIES)), draw(st.integers(0, 30)), draw(st.integers(1, 6))
        before, after = draw(TEXTS), draw(TEXTS)
        stamp = draw(st.sampled_from(["2017-03-01T10:00:00Z", "2017-03-02", "", "yesterday", "1001-01-01T00:00:00Z"]))
        where = place(start, start + length, paragraph=draw(st.integers(0, 4)))
        items.append(edit(f"d{number}", agency, where, before=before or "x", date=stamp))
        if draw(st.booleans()):
            items.append(edit(f"i{number}", agency, place(start + length, start + length, paragraph=where.paragraph), after=after,
                              replaces=f"d{number}", date=stamp))
        if draw(st.booleans()):
            items.append(comment(f"c{number}", agency, where, after, date=stamp, anchor_text=before))
            items.append(comment(f"r{number}", draw(st.sampled_from(AGENCIES)), where, before, parent=f"c{number}"))
    return ledger(*items)
