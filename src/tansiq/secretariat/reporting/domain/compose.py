"""Composes the progress report of a group for a session, as of a day: cover, sections, notes, one tree."""

from collections.abc import Callable
from datetime import date, datetime

from tansiq.engines.dates import PartialDate
from tansiq.engines.press.errors import InvalidTree
from tansiq.engines.press.numbering import NumberingScheme, number_tree
from tansiq.engines.press.tree import Block, Cover, CoverLine, Document, Inlines, Note, Running, text_of
from tansiq.engines.press.validate import record_behind, validate
from tansiq.secretariat.record.domain.asking import asking_once
from tansiq.secretariat.register.models import Group
from tansiq.secretariat.reporting.domain.achieved import tell_achievements
from tansiq.secretariat.reporting.domain.blocks import Section, section_heading
from tansiq.secretariat.reporting.domain.errors import NotComposable
from tansiq.secretariat.reporting.domain.further import tell_earlier_decisions, tell_findings
from tansiq.secretariat.reporting.domain.membership import co_chair_refs, group_ref
from tansiq.secretariat.reporting.domain.messages import bundle
from tansiq.secretariat.reporting.domain.nodes import Lens
from tansiq.secretariat.reporting.domain.period import Period, period_of
from tansiq.secretariat.reporting.domain.pieces import Piece
from tansiq.secretariat.reporting.domain.planned import tell_plans
from tansiq.secretariat.reporting.domain.reading import read
from tansiq.secretariat.reporting.domain.requested import tell_decisions
from tansiq.secretariat.reporting.domain.sessions import SessionOnDay, mechanisms_of_groups, session_and_previous

NUMBERING = NumberingScheme(headings=("roman",), paragraphs=True)
"""Sections I, II, III, and paragraphs numbered through, so that every language refers to the same paragraph 7."""

Teller = Callable[[Section, Period], None]


def compose(*, group: str, session: int, as_of: date, known_at: datetime, language: str) -> Document:
    """The progress report of `group` (a slug) to session number `session` of its mechanism, as a valid document tree.

    It speaks of [the session before, the session) as of `as_of`, as the record knew it at `known_at`: what is dated later is
    not in it. Digits, dates and names of bodies stand in record nodes only. Raises NotComposable when the record has no such
    group or session on the day, or the language has no texts yet. One query, whatever the report tells.
    """
    bundle(language)
    with asking_once():
        read(group, as_of, known_at)
        return _composed(Lens(group=group, as_of=as_of, known_at=known_at, language=language), session)


def _composed(lens: Lens, session: int) -> Document:
    group, as_of, known_at = lens.group, lens.as_of, lens.known_at
    mechanisms = mechanisms_of_groups(as_of, known_at).get(group, [])
    if not mechanisms and not Group.objects.filter(slug=group).exists():
        raise NotComposable(f"there is no group {group!r} in the record; import it, or name another.")
    if not mechanisms:
        raise NotComposable(f"on {as_of.isoformat()} the group {group!r} reports to no mechanism; record its relation in groups.yaml.")
    this, previous = session_and_previous(mechanisms, session, as_of, known_at)
    period = period_of(previous=previous.dates if previous else None, session=this.dates, as_of=as_of)
    year = lens.dated(PartialDate.year(period.year), (this.rests_on,))
    title = lens.say("title", year=year)
    blocks, notes = body(lens, period, has_previous=previous is not None)
    report = Document(
        language=lens.language,
        title=text_of(title),
        symbol=this.symbol or None,
        as_of=as_of.isoformat(),
        known_at=known_at.isoformat(),
        cover=cover(lens, this, title),
        running=running(lens, title),
        blocks=tuple(blocks),
        notes=tuple(notes),
    )
    document = number_tree(report, NUMBERING)
    try:
        validate(document)
    except InvalidTree as error:
        ref = record_behind(document, error.path)
        raise InvalidTree(error.path, error.rule, f"{error.detail} (the record is {ref})" if ref else error.detail) from error
    return document


def body(lens: Lens, period: Period, *, has_previous: bool) -> tuple[list[Block], list[Note]]:
    """The sections that have something to say, and their notes."""
    plan: list[tuple[str, str, dict[str, Piece], Teller]] = [
        ("achievements", "achievements" if has_previous else "achievements-without-previous", {}, tell_achievements),
        ("findings", "findings", {}, tell_findings),
        ("earlier-decisions", "earlier-decisions", {}, tell_earlier_decisions),
        ("planned", "planned", {"year": lens.year(period.plan_year)}, tell_plans),
        ("decisions", "decisions", {}, tell_decisions),
    ]
    blocks: list[Block] = []
    notes: list[Note] = []
    for id_, message, arguments, tell in plan:
        section = Section(lens, id_)
        tell(section, period)
        if section.blocks:
            blocks += [section_heading(section, message, **arguments), *section.blocks]
            notes += section.notes
    return blocks, notes


def cover(lens: Lens, session: SessionOnDay, title: Inlines) -> Cover:
    """The cover: title, the mechanism and session addressed, the group, its co-chairs."""
    mechanism = f"register/mechanism/{session.mechanism}"
    arguments = {
        "number": lens.ordinal("reporting.session_number", "f", capital=True, session=session.slug),
        "dates": lens.dated(session.dates, (session.rests_on,)),
    }
    if session.place:
        arguments["place"] = lens.stated(session.ref, "place", session.place, (session.rests_on,))
    lines = [
        CoverLine(role="addressed_to", inlines=lens.say("cover-addressed", **lens.forms(mechanism))),
        CoverLine(role="title", inlines=title),
        CoverLine(role="body", inlines=lens.name(group_ref(lens), "long").inlines),
        CoverLine(role="date", inlines=lens.say("cover-session" if session.place else "cover-session-without-place", **arguments)),
    ]
    chairs = co_chair_refs(lens)
    if chairs:
        named = lens.names_of(chairs, "organization-again")
        lines.append(CoverLine(role="authors", inlines=lens.say("cover-co-chairs", co_chairs=named)))
    return Cover(tuple(lines))


def running(lens: Lens, title: Inlines) -> Running:
    """The line along the top of every page."""
    group = lens.name(group_ref(lens), "long")
    header = lens.say("running-header", title=Piece(title), group=group)
    return Running(header=header)
