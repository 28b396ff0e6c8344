"""Files of what is published: series.yaml, editions.yaml."""

from tansiq.secretariat.meetings.models import Meeting
from tansiq.secretariat.programme.models import Objective, Output
from tansiq.secretariat.publications.domain.editions import refuse_taken_number
from tansiq.secretariat.publications.domain.errors import NumberTaken
from tansiq.secretariat.publications.enums import EditionRole, SeriesKind, Stage
from tansiq.secretariat.publications.models import (
    Edition,
    EditionGroup,
    EditionName,
    EditionParty,
    EditionTerm,
    LanguageVersion,
    OutputEdition,
    Series,
    SeriesName,
    StageExpectation,
)
from tansiq.secretariat.record.enums import Language
from tansiq.secretariat.record.interchange import Entry, Kind, Loading
from tansiq.secretariat.record.interchange.kinds import DATE, MOVES, NAMES, SLUG, record, term
from tansiq.secretariat.register.interchange.settling import settle_all, settle_names
from tansiq.secretariat.register.models import Group, Organization

NUMBER = {"type": "integer", "minimum": 1, "description": "a number, counted from 1"}
ROLE = {"enum": EditionRole.values}

SERIES = record(["slug", "group", "kind", "names"], slug=SLUG, group=SLUG, kind={"enum": SeriesKind.values}, names=NAMES)
EDITION = record(
    ["slug", "series", "names", "moves"],
    slug=SLUG,
    series=SLUG,
    names=NAMES,
    terms=term([], number=NUMBER, year=NUMBER, objective=SLUG, meeting=SLUG),
    expected=term(["stage", "date"], stage={"enum": Stage.values}, date=DATE),
    parties=term(["organization", "role"], organization=SLUG, role=ROLE),
    groups=term(["group", "role"], group=SLUG, role=ROLE),
    outputs=term(["output"], output=SLUG),
    versions={"type": "array", "items": record(["language", "moves"], language={"enum": Language.values}, moves=MOVES)},
    moves=MOVES,
)


def load_series(entry: Entry, loading: Loading) -> None:
    """A series of a group with its names."""
    group = loading.find(Group, entry.get("group"), entry, "group")
    series = loading.identity(Series, entry.get("slug"), entry, group=group, kind=entry.get("kind"))
    settle_names(SeriesName, series, entry, loading)


def load_edition(entry: Entry, loading: Loading) -> None:
    """An edition with its titles, particulars, expected stages, parties, outputs, language versions and moves."""
    series = loading.find(Series, entry.get("series"), entry, "series")
    edition = loading.identity(Edition, entry.get("slug"), entry, series=series)
    settle_names(EditionName, edition, entry, loading)
    wanted = [_particulars(edition, entry, loading, index) for index, _ in enumerate(entry.get("terms", default=[]))]
    settle_all(EditionTerm, wanted, loading=loading, entry=entry, field="terms", edition=edition)
    stages = [
        StageExpectation(
            edition=edition,
            stage=each["stage"],
            date=loading.required_date(entry, "expected", index, "date"),
            **loading.period(entry, "expected", index),
        )
        for index, each in enumerate(entry.get("expected", default=[]))
    ]
    settle_all(StageExpectation, stages, loading=loading, entry=entry, field="expected", edition=edition)
    _settle_parties(edition, entry, loading)
    _settle_outputs(edition, entry, loading)
    loading.moves(edition, entry, "moves")
    for index, each in enumerate(entry.get("versions", default=[])):
        slug = f"{edition.slug}-{each['language']}"
        version = loading.identity(LanguageVersion, slug, entry, edition=edition, language=each["language"])
        loading.moves(version, entry, "versions", index, "moves")


def _particulars(edition: Edition, entry: Entry, loading: Loading, index: int) -> EditionTerm:
    path = ("terms", index)
    try:
        refuse_taken_number(edition, entry.get(*path, "number"))
    except NumberTaken as refused:
        raise entry.wrong(str(refused), *path, "number") from refused
    return EditionTerm(
        edition=edition,
        number=entry.get(*path, "number"),
        year=entry.get(*path, "year"),
        objective=loading.optional(Objective, entry, *path, "objective"),
        meeting=loading.optional(Meeting, entry, *path, "meeting"),
        **loading.period(entry, *path),
    )


def _settle_parties(edition: Edition, entry: Entry, loading: Loading) -> None:
    bodies = [
        EditionParty(
            edition=edition,
            organization=loading.find(Organization, each["organization"], entry, "parties", index, "organization"),
            role=each["role"],
            **loading.period(entry, "parties", index),
        )
        for index, each in enumerate(entry.get("parties", default=[]))
    ]
    settle_all(EditionParty, bodies, loading=loading, entry=entry, field="parties", edition=edition)
    groups = [
        EditionGroup(
            edition=edition,
            group=loading.find(Group, each["group"], entry, "groups", index, "group"),
            role=each["role"],
            **loading.period(entry, "groups", index),
        )
        for index, each in enumerate(entry.get("groups", default=[]))
    ]
    settle_all(EditionGroup, groups, loading=loading, entry=entry, field="groups", edition=edition)


def _settle_outputs(edition: Edition, entry: Entry, loading: Loading) -> None:
    wanted = [
        OutputEdition(
            edition=edition,
            output=loading.find(Output, each["output"], entry, "outputs", index, "output"),
            **loading.period(entry, "outputs", index),
        )
        for index, each in enumerate(entry.get("outputs", default=[]))
    ]
    settle_all(OutputEdition, wanted, loading=loading, entry=entry, field="outputs", edition=edition)


KINDS = (
    Kind("series", "series.yaml", 310, SERIES, load_series, "The series that a group brings out: reports or issue briefs."),
    Kind("edition", "editions.yaml", 320, EDITION, load_edition, "Editions: titles, numbers, stages, parties, language versions, moves."),
)
