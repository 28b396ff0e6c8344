"""The rows of meetings."""

from tansiq.secretariat.meetings.models.meetings import Meeting, MeetingName, MeetingTerm, Organizer, OrganizingGroup
from tansiq.secretariat.meetings.models.participation import (
    MeetingPoint,
    MeetingPointTerm,
    Participation,
    ParticipationTerm,
    ParticipationTotal,
)

__all__ = [
    "Meeting",
    "MeetingName",
    "MeetingPoint",
    "MeetingPointTerm",
    "MeetingTerm",
    "Organizer",
    "OrganizingGroup",
    "Participation",
    "ParticipationTerm",
    "ParticipationTotal",
]
