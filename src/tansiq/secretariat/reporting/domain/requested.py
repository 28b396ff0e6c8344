"""The decisions a report asks for: requests to join that wait for the co-chairs, and what the record holds as requested."""

from tansiq.secretariat.decisions.domain.questions import DecisionStands, pending
from tansiq.secretariat.decisions.enums import DecisionKind
from tansiq.secretariat.register.domain.questions import RequestHeld
from tansiq.secretariat.reporting.domain.blocks import Section, Sentence
from tansiq.secretariat.reporting.domain.membership import ORGANIZATION, co_chair_refs, group_ref, group_short, waiting_co_chairs
from tansiq.secretariat.reporting.domain.nodes import Lens
from tansiq.secretariat.reporting.domain.period import Period


def tell_decisions(section: Section, period: Period) -> None:  # noqa: ARG001 (decisions asked for do not lapse with the period)
    """A paragraph for each request that waits and each decision asked for."""
    lens = section.lens
    waits = pending(lens.group, lens.as_of, lens.known_at)
    for request in waits.requests:
        section.paragraph(f"request-{request.organization}", request_told(lens, request))
    for decision in waits.decisions:
        section.paragraph(decision.slug, [decision_told(lens, decision)])


def request_told(lens: Lens, request: RequestHeld) -> list[Sentence]:
    """A request that waits for the co-chairs, and who of them has still to answer once some have."""
    chairs = co_chair_refs(lens)
    arguments = {
        "organization": lens.names_of([f"{ORGANIZATION}/{request.organization}"], "organization-again"),
        "group": lens.name(group_ref(lens), "long"),
        "when": lens.when(request.received_on or request.moved_on, request.rests_on),
        "co_chairs": lens.names_of(chairs, "organization-again"),
    }
    told = [Sentence("decision-request" if chairs else "decision-request-without-co-chairs", arguments)]
    waiting = waiting_co_chairs(lens, request)
    if waiting and len(waiting) < len(chairs):
        told.append(Sentence("request-waiting", {"waiting": lens.names_of(lens.sorted_by_name(waiting, "acronym"), "organization-again")}))
    return told


def decision_told(lens: Lens, decision: DecisionStands) -> Sentence:
    """A decision in the words it was asked in, or the request to tell of new contacts."""
    if decision.kind == DecisionKind.CONTACTS_UPDATE and decision.informs:
        informs = lens.names_of([decision.informs], "organization-again")
        return Sentence("decision-contacts", {"group": group_short(lens), "informs": informs})
    arguments = {"group": group_short(lens), "text": lens.stated(decision.ref, "text", decision.text, decision.rests_on)}
    if decision.silent_until:
        silence = {"until": lens.dated(decision.silent_until, decision.rests_on)}
        return Sentence(f"decision-text-{decision.asked.replace('_', '-')}-silence", {**arguments, **silence})
    return Sentence(f"decision-text-{decision.asked.replace('_', '-')}", arguments)
