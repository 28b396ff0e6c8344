"""Files of what takes part: organizations.yaml, mandates.yaml, mechanisms.yaml, groups.yaml."""

from tansiq.secretariat.record.interchange import Entry, Kind, Loading
from tansiq.secretariat.record.interchange.kinds import DATE, NAMES, SLUG, TEXTS, record, term
from tansiq.secretariat.register.enums import DecisionRule, OrganizationType, RelationKind
from tansiq.secretariat.register.interchange.settling import settle_all, settle_names
from tansiq.secretariat.register.models import (
    Group,
    GroupName,
    GroupObjective,
    GroupObjectiveTerm,
    Mandate,
    MandateName,
    MandateTerm,
    Mechanism,
    MechanismName,
    MechanismTerm,
    Organization,
    OrganizationName,
    RelationTerm,
    SuccessionTerm,
    TermsOfReference,
)

LANGUAGE_LIST = {"type": "array", "items": {"enum": ["en", "ar", "fr"]}, "uniqueItems": True, "description": "languages: en, ar, fr"}
POSITION = {"type": "integer", "minimum": 1, "description": "a position, counted from 1"}

ORGANIZATION = record(
    ["slug", "type", "names"],
    slug=SLUG,
    type={"enum": OrganizationType.values},
    names=NAMES,
    succeeds=term(["organization"], organization=SLUG),
)
MANDATE = record(["slug", "body", "names"], slug=SLUG, body=SLUG, names=NAMES, terms=term([], adopted_on=DATE, asks=TEXTS))
MECHANISM = record(["slug", "names"], slug=SLUG, names=NAMES, terms=term([], mandate=SLUG, secretariat=SLUG))
GROUP = record(
    ["slug", "names"],
    slug=SLUG,
    names=NAMES,
    relations=term(["kind"], kind={"enum": RelationKind.values}, mechanism=SLUG, group=SLUG),
    terms_of_reference=term(
        [],
        membership_rule=TEXTS,
        decision_rule={"enum": DecisionRule.values},
        rotation=TEXTS,
        meetings=TEXTS,
        review_on=DATE,
        languages=LANGUAGE_LIST,
        mandate=SLUG,
    ),
    objectives=term(["position", "text"], position=POSITION, text=TEXTS),
)


def load_organization(entry: Entry, loading: Loading) -> None:
    """An organization with its names and the organizations it succeeded."""
    organization = loading.identity(Organization, entry.get("slug"), entry, type=entry.get("type"))
    settle_names(OrganizationName, organization, entry, loading)
    wanted = []
    for index, _ in enumerate(entry.get("succeeds", default=[])):
        path = ("succeeds", index)
        predecessor = loading.find(Organization, entry.get(*path, "organization"), entry, *path, "organization")
        if predecessor == organization:
            raise entry.wrong("an organization cannot succeed itself", *path, "organization")
        wanted.append(SuccessionTerm(organization=organization, predecessor=predecessor, **loading.period(entry, *path)))
    settle_all(SuccessionTerm, wanted, loading=loading, entry=entry, field="succeeds", organization=organization)


def load_mandate(entry: Entry, loading: Loading) -> None:
    """A mandate with its names, when it was adopted and what it asks."""
    body = loading.find(Organization, entry.get("body"), entry, "body")
    mandate = loading.identity(Mandate, entry.get("slug"), entry, body=body)
    settle_names(MandateName, mandate, entry, loading)
    terms = [
        MandateTerm(
            mandate=mandate,
            adopted_on=loading.date(entry, "terms", index, "adopted_on"),
            asks=loading.texts(entry, "terms", index, "asks"),
            **loading.period(entry, "terms", index),
        )
        for index, _ in enumerate(entry.get("terms", default=[]))
    ]
    settle_all(MandateTerm, terms, loading=loading, entry=entry, field="terms", mandate=mandate)


def load_mechanism(entry: Entry, loading: Loading) -> None:
    """A mechanism with its names, mandate and secretariat."""
    mechanism = loading.identity(Mechanism, entry.get("slug"), entry)
    settle_names(MechanismName, mechanism, entry, loading)
    terms = [
        MechanismTerm(
            mechanism=mechanism,
            mandate=loading.optional(Mandate, entry, "terms", index, "mandate"),
            secretariat=loading.optional(Organization, entry, "terms", index, "secretariat"),
            **loading.period(entry, "terms", index),
        )
        for index, _ in enumerate(entry.get("terms", default=[]))
    ]
    settle_all(MechanismTerm, terms, loading=loading, entry=entry, field="terms", mechanism=mechanism)


def load_group(entry: Entry, loading: Loading) -> None:
    """A group with its names, relations, terms of reference and objectives."""
    group = loading.identity(Group, entry.get("slug"), entry)
    settle_names(GroupName, group, entry, loading)
    relations = [_relation(group, entry, loading, index) for index, _ in enumerate(entry.get("relations", default=[]))]
    settle_all(RelationTerm, relations, loading=loading, entry=entry, field="relations", group=group)
    versions = [_version(group, entry, loading, index) for index, _ in enumerate(entry.get("terms_of_reference", default=[]))]
    settle_all(TermsOfReference, versions, loading=loading, entry=entry, field="terms_of_reference", group=group)
    objectives = [_objective(group, entry, loading, index) for index, _ in enumerate(entry.get("objectives", default=[]))]
    settle_all(GroupObjectiveTerm, objectives, loading=loading, entry=entry, field="objectives", objective__group=group)


def _relation(group: Group, entry: Entry, loading: Loading, index: int) -> RelationTerm:
    path = ("relations", index)
    mechanism = loading.optional(Mechanism, entry, *path, "mechanism")
    other = loading.optional(Group, entry, *path, "group")
    kind = entry.get(*path, "kind")
    if (mechanism is None) == (other is None):
        raise entry.wrong("a relation is to a mechanism or to a group: give one of the two", *path)
    if other == group:
        raise entry.wrong("a group cannot be related to itself", *path, "group")
    if kind == RelationKind.SUCCEEDS and other is None:
        raise entry.wrong("a group succeeds a group, not a mechanism", *path, "mechanism")
    return RelationTerm(group=group, kind=kind, mechanism=mechanism, other=other, **loading.period(entry, *path))


def _version(group: Group, entry: Entry, loading: Loading, index: int) -> TermsOfReference:
    path = ("terms_of_reference", index)
    return TermsOfReference(
        group=group,
        membership_rule=loading.texts(entry, *path, "membership_rule"),
        decision_rule=entry.get(*path, "decision_rule", default=""),
        rotation=loading.texts(entry, *path, "rotation"),
        meetings=loading.texts(entry, *path, "meetings"),
        review_on=loading.date(entry, *path, "review_on"),
        languages=entry.get(*path, "languages", default=[]),
        mandate=loading.optional(Mandate, entry, *path, "mandate"),
        **loading.period(entry, *path),
    )


def _objective(group: Group, entry: Entry, loading: Loading, index: int) -> GroupObjectiveTerm:
    path = ("objectives", index)
    position = entry.get(*path, "position")
    objective = loading.identity(GroupObjective, f"{group.slug}-objective-{position}", entry, group=group, position=position)
    return GroupObjectiveTerm(objective=objective, text=loading.texts(entry, *path, "text"), **loading.period(entry, *path))


KINDS = (
    Kind("organization", "organizations.yaml", 10, ORGANIZATION, load_organization, "Bodies that sit, adopt mandates or are spoken for."),
    Kind("mandate", "mandates.yaml", 20, MANDATE, load_mandate, "Resolutions: title (long), citation (short), symbol (acronym)."),
    Kind("mechanism", "mechanisms.yaml", 30, MECHANISM, load_mechanism, "Coordination mechanisms, their mandate and secretariat."),
    Kind("group", "groups.yaml", 40, GROUP, load_group, "Groups: names, relations, terms of reference, objectives."),
)
