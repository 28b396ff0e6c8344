"""How meetings are written in a folder: meetings.yaml."""

from tansiq.secretariat.meetings.domain.errors import NotOnItsDates
from tansiq.secretariat.meetings.domain.planning import refuse_off_its_dates
from tansiq.secretariat.meetings.enums import MeetingKind, MeetingPointKind, Mode, OrganizerRole
from tansiq.secretariat.meetings.models import (
    Meeting,
    MeetingName,
    MeetingPoint,
    MeetingPointTerm,
    MeetingTerm,
    Organizer,
    OrganizingGroup,
    Participation,
    ParticipationTerm,
    ParticipationTotal,
)
from tansiq.secretariat.programme.models import Objective
from tansiq.secretariat.record.interchange import Entry, Kind, Loading, register
from tansiq.secretariat.record.interchange.kinds import DATE, MOVES, NAMES, SLUG, TEXTS, record, term
from tansiq.secretariat.register.interchange.settling import settle_all, settle_names
from tansiq.secretariat.register.models import Group, Mandate, Organization

POSITION = {"type": "integer", "minimum": 1, "description": "a position, counted from 1"}
COUNT = {"type": "integer", "minimum": 0, "description": "a number of people"}
POINTS = term(["position", "text"], position=POSITION, text=TEXTS)
FIELDS = {
    "objectives": MeetingPointKind.OBJECTIVE,
    "outcomes": MeetingPointKind.OUTCOME,
    "key_messages": MeetingPointKind.KEY_MESSAGE,
}
MEETING = record(
    ["slug", "kind", "names", "groups", "moves"],
    slug=SLUG,
    kind={"enum": MeetingKind.values},
    names=NAMES,
    groups={**term(["group", "role"], group=SLUG, role={"enum": OrganizerRole.values}), "minItems": 1},
    organizers=term(["organization", "role"], organization=SLUG, role={"enum": OrganizerRole.values}),
    terms=term(
        [],
        number=POSITION,
        dates=DATE,
        place=TEXTS,
        mode={"enum": Mode.values},
        mandate=SLUG,
        objective=SLUG,
        audience=TEXTS,
        purpose=TEXTS,
    ),
    objectives=POINTS,
    outcomes=POINTS,
    key_messages=POINTS,
    participation=term(["position", "stakeholders"], position=POSITION, stakeholders=TEXTS, count=COUNT),
    total=term(["count"], count=COUNT, approximate={"type": "boolean", "description": "true where nobody counted exactly"}),
    moves=MOVES,
)


def load_meeting(entry: Entry, loading: Loading) -> None:
    """A meeting with its names, organizers, particulars, points, participation and moves."""
    meeting = loading.identity(Meeting, entry.get("slug"), entry, kind=entry.get("kind"))
    settle_names(MeetingName, meeting, entry, loading)
    _settle_organizers(meeting, entry, loading)
    wanted = [_particulars(meeting, entry, loading, index) for index, _ in enumerate(entry.get("terms", default=[]))]
    settle_all(MeetingTerm, wanted, loading=loading, entry=entry, field="terms", meeting=meeting)
    for field, kind in FIELDS.items():
        _settle_points(meeting, kind, field, entry, loading)
    _settle_participation(meeting, entry, loading)
    _refuse_other_dates(meeting, entry, loading)
    loading.moves(meeting, entry, "moves")


def _settle_organizers(meeting: Meeting, entry: Entry, loading: Loading) -> None:
    groups = [
        OrganizingGroup(
            meeting=meeting,
            group=loading.find(Group, each["group"], entry, "groups", index, "group"),
            role=each["role"],
            **loading.period(entry, "groups", index),
        )
        for index, each in enumerate(entry.get("groups"))
    ]
    settle_all(OrganizingGroup, groups, loading=loading, entry=entry, field="groups", meeting=meeting)
    bodies = [
        Organizer(
            meeting=meeting,
            organization=loading.find(Organization, each["organization"], entry, "organizers", index, "organization"),
            role=each["role"],
            **loading.period(entry, "organizers", index),
        )
        for index, each in enumerate(entry.get("organizers", default=[]))
    ]
    settle_all(Organizer, bodies, loading=loading, entry=entry, field="organizers", meeting=meeting)


def _particulars(meeting: Meeting, entry: Entry, loading: Loading, index: int) -> MeetingTerm:
    path = ("terms", index)
    return MeetingTerm(
        meeting=meeting,
        number=entry.get(*path, "number"),
        dates=loading.date(entry, *path, "dates"),
        place=loading.texts(entry, *path, "place"),
        mode=entry.get(*path, "mode", default=""),
        mandate=loading.optional(Mandate, entry, *path, "mandate"),
        objective=loading.optional(Objective, entry, *path, "objective"),
        audience=loading.texts(entry, *path, "audience"),
        purpose=loading.texts(entry, *path, "purpose"),
        **loading.period(entry, *path),
    )


def _settle_points(meeting: Meeting, kind: MeetingPointKind, field: str, entry: Entry, loading: Loading) -> None:
    """The points of one kind: each position is an identity of its own."""
    wanted = []
    for index, each in enumerate(entry.get(field, default=[])):
        slug = f"{meeting.slug}-{kind.replace('_', '-')}-{each['position']}"
        point = loading.identity(MeetingPoint, slug, entry, meeting=meeting, kind=kind.value, position=each["position"])
        text = loading.texts(entry, field, index, "text")
        wanted.append(MeetingPointTerm(point=point, text=text, **loading.period(entry, field, index)))
    settle_all(MeetingPointTerm, wanted, loading=loading, entry=entry, field=field, point__meeting=meeting, point__kind=kind)


def _settle_participation(meeting: Meeting, entry: Entry, loading: Loading) -> None:
    wanted = []
    for index, each in enumerate(entry.get("participation", default=[])):
        slug = f"{meeting.slug}-stakeholders-{each['position']}"
        row = loading.identity(Participation, slug, entry, meeting=meeting, position=each["position"])
        wanted.append(
            ParticipationTerm(
                participation=row,
                stakeholders=loading.texts(entry, "participation", index, "stakeholders"),
                count=each.get("count"),
                **loading.period(entry, "participation", index),
            )
        )
    settle_all(ParticipationTerm, wanted, loading=loading, entry=entry, field="participation", participation__meeting=meeting)
    totals = [
        ParticipationTotal(
            meeting=meeting,
            count=each["count"],
            approximate=each.get("approximate", False),
            **loading.period(entry, "total", index),
        )
        for index, each in enumerate(entry.get("total", default=[]))
    ]
    settle_all(ParticipationTotal, totals, loading=loading, entry=entry, field="total", meeting=meeting)


def _refuse_other_dates(meeting: Meeting, entry: Entry, loading: Loading) -> None:
    """A meeting that is held on other days than its dates is a problem of that move."""
    for index, move in enumerate(entry.get("moves")):
        on = loading.required_date(entry, "moves", index, "on")
        if move["move"] != "hold":
            continue
        try:
            refuse_off_its_dates(meeting, on)
        except NotOnItsDates as refused:
            raise entry.wrong(str(refused), "moves", index, "on") from refused


register(Kind("meeting", "meetings.yaml", 210, MEETING, load_meeting, "Meetings: organizers, dates, points, participation, moves."))
