"""The rows of reporting."""

from tansiq.secretariat.reporting.models.frozen import FrozenFile, FrozenReport
from tansiq.secretariat.reporting.models.sessions import Session, SessionTerm

__all__ = ["FrozenFile", "FrozenReport", "Session", "SessionTerm"]
