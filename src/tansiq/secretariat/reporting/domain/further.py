"""Sections that most reports do not have: challenges and lessons, what became of earlier decisions. Hidden when empty."""

from datetime import date

from tansiq.secretariat.decisions.domain.questions import decisions_of
from tansiq.secretariat.decisions.enums import DecisionState
from tansiq.secretariat.programme.domain.questions import findings
from tansiq.secretariat.reporting.domain.blocks import Section, Sentence
from tansiq.secretariat.reporting.domain.period import Period


def tell_findings(section: Section, period: Period) -> None:
    """Each challenge or lesson of the period, with what was done about it."""
    lens = section.lens
    start = period.first or date.min
    for number, finding in enumerate(findings(lens.group, start, period.end, lens.as_of, lens.known_at), start=1):
        text = lens.stated(finding.ref, "text", finding.text, (finding.rests_on,))
        told = [Sentence(f"finding-{finding.kind}", {"text": text})]
        if finding.answer:
            told.append(Sentence("finding-answer", {"answer": lens.stated(finding.ref, "answer", finding.answer, (finding.rests_on,))}))
        section.paragraph(str(number), told)


def tell_earlier_decisions(section: Section, period: Period) -> None:
    """Each decision taken at the session before or since, with the day it was taken."""
    lens = section.lens
    for decision in decisions_of(lens.group, lens.as_of, lens.known_at):
        if not decision.text or not decision.taking or decision.state != DecisionState.TAKEN:
            continue
        taken_on, move = decision.taking
        if taken_on.overlaps(period.since, period.end):
            arguments = {
                "when": lens.when(taken_on, (move,)),
                "text": lens.stated(decision.ref, "text", decision.text, decision.rests_on),
            }
            section.paragraph(decision.slug, [Sentence("decision-taken", arguments)])
