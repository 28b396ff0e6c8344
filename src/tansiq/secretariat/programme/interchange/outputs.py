"""Files of what is planned: programmes.yaml, outputs.yaml."""

from tansiq.secretariat.programme.domain.errors import GoesInACircle
from tansiq.secretariat.programme.domain.outputs import refuse_circle
from tansiq.secretariat.programme.enums import OutputKind, PartyRole, PointKind
from tansiq.secretariat.programme.interchange.processes import POSITION
from tansiq.secretariat.programme.models import (
    Output,
    OutputParty,
    OutputPoint,
    OutputPointTerm,
    OutputTerm,
    Process,
    WorkProgramme,
    WorkProgrammeTerm,
)
from tansiq.secretariat.record.interchange import Entry, Kind, Loading
from tansiq.secretariat.record.interchange.kinds import DATE, MOVES, SLUG, TEXTS, record, term
from tansiq.secretariat.register.interchange.settling import settle_all
from tansiq.secretariat.register.models import Group, Organization

PROGRAMME = record(["slug", "group", "terms", "moves"], slug=SLUG, group=SLUG, terms=term(["period"], period=DATE), moves=MOVES)
POINTS = term(["position", "text"], position=POSITION, text=TEXTS)
OUTPUT = record(
    ["slug", "programme", "terms", "moves"],
    slug=SLUG,
    programme=SLUG,
    terms=term(
        ["kind", "position"],
        kind={"enum": OutputKind.values},
        position=POSITION,
        title=TEXTS,
        due=DATE,
        covers=DATE,
        after=SLUG,
        process=SLUG,
        co_chairs_convene={"type": "boolean", "description": "true where whoever holds the office of co-chair convenes it"},
    ),
    topics=POINTS,
    agree=POINTS,
    parties=term(["organization", "role"], organization=SLUG, role={"enum": PartyRole.values}),
    moves=MOVES,
)


def load_programme(entry: Entry, loading: Loading) -> None:
    """A work programme with its period and moves."""
    group = loading.find(Group, entry.get("group"), entry, "group")
    programme = loading.identity(WorkProgramme, entry.get("slug"), entry, group=group)
    wanted = [
        WorkProgrammeTerm(
            programme=programme, period=loading.required_date(entry, "terms", index, "period"), **loading.period(entry, "terms", index)
        )
        for index, _ in enumerate(entry.get("terms"))
    ]
    settle_all(WorkProgrammeTerm, wanted, loading=loading, entry=entry, field="terms", programme=programme)
    loading.moves(programme, entry, "moves")


def load_output(entry: Entry, loading: Loading) -> None:
    """An output with what is planned of it, its points, its parties and its moves."""
    programme = loading.find(WorkProgramme, entry.get("programme"), entry, "programme")
    output = loading.identity(Output, entry.get("slug"), entry, programme=programme)
    wanted = [_plan(output, entry, loading, index) for index, _ in enumerate(entry.get("terms"))]
    settle_all(OutputTerm, wanted, loading=loading, entry=entry, field="terms", output=output)
    _settle_points(output, PointKind.TOPIC, "topics", entry, loading)
    _settle_points(output, PointKind.AGREE, "agree", entry, loading)
    parties = [
        OutputParty(
            output=output,
            organization=loading.find(Organization, each["organization"], entry, "parties", index, "organization"),
            role=each["role"],
            **loading.period(entry, "parties", index),
        )
        for index, each in enumerate(entry.get("parties", default=[]))
    ]
    settle_all(OutputParty, parties, loading=loading, entry=entry, field="parties", output=output)
    loading.moves(output, entry, "moves")


def _plan(output: Output, entry: Entry, loading: Loading, index: int) -> OutputTerm:
    path = ("terms", index)
    after = loading.optional(Output, entry, *path, "after")
    title = loading.texts(entry, *path, "title")
    if entry.get(*path, "kind") == OutputKind.ACTIVITY and not title:
        raise entry.wrong("an activity needs a title", *path, "title")
    try:
        refuse_circle(output, after)
    except GoesInACircle as refused:
        raise entry.wrong(str(refused), *path, "after") from refused
    return OutputTerm(
        output=output,
        kind=entry.get(*path, "kind"),
        position=entry.get(*path, "position"),
        title=title,
        due=loading.date(entry, *path, "due"),
        covers=loading.date(entry, *path, "covers"),
        after=after,
        process=loading.optional(Process, entry, *path, "process"),
        co_chairs_convene=entry.get(*path, "co_chairs_convene", default=False),
        **loading.period(entry, *path),
    )


def _settle_points(output: Output, kind: PointKind, field: str, entry: Entry, loading: Loading) -> None:
    """The points of one kind: each position is an identity of its own."""
    wanted = []
    for index, each in enumerate(entry.get(field, default=[])):
        slug = f"{output.slug}-{kind}-{each['position']}"
        point = loading.identity(OutputPoint, slug, entry, output=output, kind=kind.value, position=each["position"])
        text = loading.texts(entry, field, index, "text")
        wanted.append(OutputPointTerm(point=point, text=text, **loading.period(entry, field, index)))
    settle_all(OutputPointTerm, wanted, loading=loading, entry=entry, field=field, point__output=output, point__kind=kind)


KINDS = (
    Kind("work-programme", "programmes.yaml", 150, PROGRAMME, load_programme, "Work programmes of groups and their periods."),
    Kind("output", "outputs.yaml", 160, OUTPUT, load_output, "Outputs of work programmes: when, after what, by whom, on which points."),
)
