"""The rows of decisions."""

from tansiq.secretariat.decisions.models.decisions import Decision, DecisionTerm

__all__ = ["Decision", "DecisionTerm"]
