"""How decisions are written in a folder: decisions.yaml."""

from tansiq.secretariat.decisions.domain.decisions import Asking, refuse_unclear
from tansiq.secretariat.decisions.domain.errors import NoDayOfSilence, NothingAsked
from tansiq.secretariat.decisions.enums import Asked, DecisionKind, Rule
from tansiq.secretariat.decisions.models import Decision, DecisionTerm
from tansiq.secretariat.record.interchange import Entry, Kind, Loading, register
from tansiq.secretariat.record.interchange.kinds import DATE, MOVES, SLUG, TEXTS, record, term
from tansiq.secretariat.register.interchange.settling import settle_all
from tansiq.secretariat.register.models import Group, Organization

DECISION = record(
    ["slug", "group", "kind", "terms", "moves"],
    slug=SLUG,
    group=SLUG,
    kind={"enum": DecisionKind.values},
    terms=term(
        ["asked"],
        position={"type": "integer", "minimum": 1, "description": "a position, counted from 1"},
        text=TEXTS,
        asked={"enum": Asked.values},
        rule={"enum": Rule.values},
        silent_until=DATE,
        informs=SLUG,
    ),
    moves=MOVES,
)


def load_decision(entry: Entry, loading: Loading) -> None:
    """A decision on a matter of a group with what is asked and its moves."""
    group = loading.find(Group, entry.get("group"), entry, "group")
    decision = loading.identity(Decision, entry.get("slug"), entry, group=group, kind=entry.get("kind"))
    wanted = [_asked(decision, entry, loading, index) for index, _ in enumerate(entry.get("terms"))]
    settle_all(DecisionTerm, wanted, loading=loading, entry=entry, field="terms", decision=decision)
    loading.moves(decision, entry, "moves")


def _asked(decision: Decision, entry: Entry, loading: Loading, index: int) -> DecisionTerm:
    path = ("terms", index)
    asking = Asking(
        asked=Asked(entry.get(*path, "asked")),
        position=entry.get(*path, "position", default=1),
        text=loading.texts(entry, *path, "text"),
        rule=entry.get(*path, "rule", default=""),
        silent_until=loading.date(entry, *path, "silent_until"),
        informs=loading.optional(Organization, entry, *path, "informs"),
    )
    try:
        refuse_unclear(DecisionKind(decision.kind), asking, decision.slug)
    except (NothingAsked, NoDayOfSilence) as refused:
        raise entry.wrong(str(refused), *path) from refused
    columns = {name: getattr(asking, name) for name in Asking.__dataclass_fields__}
    return DecisionTerm(decision=decision, **columns, **loading.period(entry, *path))


register(Kind("decision", "decisions.yaml", 410, DECISION, load_decision, "Decisions asked for, and what became of them."))
