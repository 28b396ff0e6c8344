"""The rows of reporting."""

from tansiq.secretariat.reporting.models.sessions import Session, SessionTerm

__all__ = ["Session", "SessionTerm"]
