"""An edition in hand: what it is in its series, who leads it, where it stands, what is expected when."""

from tansiq.secretariat.publications.domain.questions import EditionStands
from tansiq.secretariat.publications.enums import EditionRole, EditionState, Stage, VersionState
from tansiq.secretariat.reporting.domain.blocks import Section, Sentence
from tansiq.secretariat.reporting.domain.membership import group_ref, group_short
from tansiq.secretariat.reporting.domain.nodes import Lens
from tansiq.secretariat.reporting.domain.pieces import joined

STANDS = {
    EditionState.DRAFTING: "edition-drafting",
    EditionState.IN_REVIEW: "edition-in-review",
    EditionState.REVISING: "edition-in-review",
    EditionState.CLEARED: "edition-being-edited",
    EditionState.EDITING: "edition-being-edited",
    EditionState.FINAL: "edition-final",
}
TRANSLATING = (VersionState.TRANSLATING, VersionState.REVISED)


def tell_edition(section: Section, edition: EditionStands) -> None:
    """A passage under the edition's own heading."""
    lens = section.lens
    section.heading(edition.slug, 2, lens.name(edition.ref, "short", capital=True).inlines, "name")
    sentences = [*identified(lens, edition), *led(lens, edition), *contributed(lens, edition), *stands(lens, edition)]
    section.paragraph(f"{edition.slug}-text", [*sentences, *expected(lens, edition)])


def identified(lens: Lens, edition: EditionStands) -> list[Sentence]:
    """Its title, and its number in the series."""
    if edition.number is None:
        return []
    arguments = {
        "edition": lens.name(edition.ref, "long"),
        "series": lens.name(edition.series, "short"),
        "number": lens.ordinal("publications.edition_number", edition=edition.slug),
    }
    return [Sentence("edition-in-series", arguments)]


def led(lens: Lens, edition: EditionStands) -> list[Sentence]:
    """Who led it, and through which review."""
    leads = [party.ref for party in edition.parties if party.role == EditionRole.LEAD]
    if not leads:
        return []
    arguments = {"leads": lens.names_of(lens.sorted_by_name(leads, "acronym"), "organization-again"), "group": group_short(lens)}
    if edition.review is None:
        return [Sentence("edition-led", arguments)]
    reviewed_on, move = edition.review
    return [Sentence("edition-led-through-review", {**arguments, "when": lens.when(reviewed_on, (move,))})]


def contributed(lens: Lens, edition: EditionStands) -> list[Sentence]:
    """That the members contributed, and who consolidated the comments."""
    told = []
    if any(party.role == EditionRole.CONTRIBUTOR and party.ref == group_ref(lens) for party in edition.parties):
        told.append(Sentence("edition-contributions", {"group": group_short(lens)}))
    consolidators = [party.ref for party in edition.parties if party.role == EditionRole.CONSOLIDATES]
    if consolidators:
        named = lens.names_of(lens.sorted_by_name(consolidators, "acronym"), "organization-again")
        told.append(Sentence("edition-consolidated", {"organizations": named}))
    return told


def stands(lens: Lens, edition: EditionStands) -> list[Sentence]:
    """How far it is, translation included."""
    languages = [version.language for version in edition.versions if version.state in TRANSLATING]
    message = STANDS.get(EditionState(edition.state))
    if message is None:
        return []
    if not languages:
        return [Sentence(message)]
    named = joined([lens.piece(f"language-{language}") for language in languages], lens.language)
    if message == "edition-being-edited":
        return [Sentence("edition-being-edited-and-translated", {"languages": named})]
    return [Sentence(message), Sentence("edition-being-translated", {"languages": named})]


def expected(lens: Lens, edition: EditionStands) -> list[Sentence]:
    """When the manuscript goes out and the launch is expected."""
    told = []
    for stage, message in ((Stage.FINAL_MANUSCRIPT, "edition-manuscript-expected"), (Stage.LAUNCH, "edition-launch-expected")):
        found = edition.stage(stage)
        if found is not None:
            when = lens.when(found.date, (found.rests_on,))
            told.append(Sentence(message, {"when": when, "group": group_short(lens), "edition": lens.name(edition.ref, "short")}))
    return told
