"""Files of what a group follows and aims at: processes.yaml, steps.yaml, objectives.yaml, findings.yaml."""

from tansiq.secretariat.programme.domain.errors import NotOnItsDate
from tansiq.secretariat.programme.domain.processes import refuse_off_its_date
from tansiq.secretariat.programme.enums import FindingKind, StepKind
from tansiq.secretariat.programme.models import (
    Finding,
    FindingTerm,
    FollowedProcess,
    Objective,
    ObjectiveTerm,
    Process,
    ProcessName,
    Step,
    StepExpectation,
    StepName,
)
from tansiq.secretariat.record.interchange import Entry, Kind, Loading
from tansiq.secretariat.record.interchange.kinds import DATE, MOVES, NAMES, SLUG, TEXTS, record, term
from tansiq.secretariat.register.interchange.settling import settle_all, settle_names
from tansiq.secretariat.register.models import Group

POSITION = {"type": "integer", "minimum": 1, "description": "a position, counted from 1"}

PROCESS = record(["slug", "names"], slug=SLUG, names=NAMES, followed_by=term(["group"], group=SLUG))
STEP = record(
    ["slug", "process", "position", "kind", "names", "moves"],
    slug=SLUG,
    process=SLUG,
    position=POSITION,
    kind={"enum": StepKind.values},
    names=NAMES,
    expected=term(["date"], date=DATE, place=TEXTS),
    moves=MOVES,
)
OBJECTIVE = record(
    ["slug", "group", "position", "terms"],
    slug=SLUG,
    group=SLUG,
    position=POSITION,
    terms=term(["text", "period"], text=TEXTS, period=DATE),
)
FINDING = record(
    ["slug", "group", "kind", "terms"],
    slug=SLUG,
    group=SLUG,
    kind={"enum": FindingKind.values},
    terms=term(["text", "period"], text=TEXTS, answer=TEXTS, period=DATE),
)


def load_process(entry: Entry, loading: Loading) -> None:
    """A process with its names and the groups that follow it."""
    process = loading.identity(Process, entry.get("slug"), entry)
    settle_names(ProcessName, process, entry, loading)
    wanted = [
        FollowedProcess(
            process=process,
            group=loading.find(Group, each["group"], entry, "followed_by", index, "group"),
            **loading.period(entry, "followed_by", index),
        )
        for index, each in enumerate(entry.get("followed_by", default=[]))
    ]
    settle_all(FollowedProcess, wanted, loading=loading, entry=entry, field="followed_by", process=process)


def load_step(entry: Entry, loading: Loading) -> None:
    """A step with its names, what is expected of it, and its moves."""
    process = loading.find(Process, entry.get("process"), entry, "process")
    fixed = {"process": process, "position": entry.get("position"), "kind": entry.get("kind")}
    taken = Step.objects.filter(process=process, position=entry.get("position")).exclude(slug=entry.get("slug")).first()
    if taken is not None:
        raise entry.wrong(f"step {taken.slug!r} has this position in the process; give each its own", "position")
    step = loading.identity(Step, entry.get("slug"), entry, **fixed)
    settle_names(StepName, step, entry, loading)
    wanted = [
        StepExpectation(
            step=step,
            date=loading.required_date(entry, "expected", index, "date"),
            place=loading.texts(entry, "expected", index, "place"),
            **loading.period(entry, "expected", index),
        )
        for index, _ in enumerate(entry.get("expected", default=[]))
    ]
    settle_all(StepExpectation, wanted, loading=loading, entry=entry, field="expected", step=step)
    for index, move in enumerate(entry.get("moves")):
        on = loading.required_date(entry, "moves", index, "on")
        if move["move"] == "hold":
            try:
                refuse_off_its_date(step, on)
            except NotOnItsDate as refused:
                raise entry.wrong(str(refused), "moves", index, "on") from refused
    loading.moves(step, entry, "moves")


def load_objective(entry: Entry, loading: Loading) -> None:
    """An objective of a group, as it was said for a time."""
    group = loading.find(Group, entry.get("group"), entry, "group")
    objective = loading.identity(Objective, entry.get("slug"), entry, group=group, position=entry.get("position"))
    wanted = [
        ObjectiveTerm(
            objective=objective,
            text=loading.texts(entry, "terms", index, "text"),
            period=loading.required_date(entry, "terms", index, "period"),
            **loading.period(entry, "terms", index),
        )
        for index, _ in enumerate(entry.get("terms"))
    ]
    settle_all(ObjectiveTerm, wanted, loading=loading, entry=entry, field="terms", objective=objective)


def load_finding(entry: Entry, loading: Loading) -> None:
    """A challenge or lesson of a group, and what was done about it."""
    group = loading.find(Group, entry.get("group"), entry, "group")
    finding = loading.identity(Finding, entry.get("slug"), entry, group=group, kind=entry.get("kind"))
    wanted = [
        FindingTerm(
            finding=finding,
            text=loading.texts(entry, "terms", index, "text"),
            answer=loading.texts(entry, "terms", index, "answer"),
            period=loading.required_date(entry, "terms", index, "period"),
            **loading.period(entry, "terms", index),
        )
        for index, _ in enumerate(entry.get("terms"))
    ]
    settle_all(FindingTerm, wanted, loading=loading, entry=entry, field="terms", finding=finding)


KINDS = (
    Kind("process", "processes.yaml", 110, PROCESS, load_process, "Processes of others, and the groups that follow them."),
    Kind("step", "steps.yaml", 120, STEP, load_step, "Steps of processes, the dates and places expected of them, their moves."),
    Kind("objective", "objectives.yaml", 130, OBJECTIVE, load_objective, "Objectives of groups for a period."),
    Kind("finding", "findings.yaml", 140, FINDING, load_finding, "Challenges and lessons of groups."),
)
