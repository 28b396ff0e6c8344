"""Meetings: what they are called, when, where and for whom they are, and who organizes them."""

from django.db import models

from tansiq.secretariat.meetings.enums import MeetingKind, Mode, OrganizerRole
from tansiq.secretariat.meetings.lifecycle import MEETING
from tansiq.secretariat.programme.models import Objective
from tansiq.secretariat.record.models import (
    Identity,
    PartialDateField,
    Stateful,
    Term,
    TextsField,
    term_constraints,
    term_indexes,
)
from tansiq.secretariat.register.models import Group, Mandate, Organization
from tansiq.secretariat.register.models.names import NameTerm


class Meeting(Identity, Stateful):
    """A meeting, consultation, workshop or launch. It belongs to the groups among its organizers: one, or several."""

    lifecycle = MEETING
    kind = models.CharField(max_length=20, choices=MeetingKind.choices)


class MeetingName(NameTerm):
    """What a meeting is called."""

    of = ("meeting", "language")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="names")

    class Meta:
        constraints = term_constraints("meetings_name", ("meeting", "language"))
        indexes = term_indexes("meetings_name", ("meeting", "language"))


class MeetingTerm(Term):
    """The particulars of a meeting: its number in a series of them, dates, place, mode, mandate, aim, audience, purpose."""

    of = ("meeting",)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="terms")
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    dates = PartialDateField(null=True, blank=True)
    place = TextsField()
    mode = models.CharField(max_length=20, choices=Mode.choices, blank=True)
    mandate = models.ForeignKey(Mandate, null=True, blank=True, on_delete=models.PROTECT, related_name="meeting_terms")
    objective = models.ForeignKey(Objective, null=True, blank=True, on_delete=models.PROTECT, related_name="meeting_terms")
    audience = TextsField()
    purpose = TextsField()

    class Meta:
        constraints = term_constraints("meetings_term", ("meeting",))
        indexes = term_indexes("meetings_term", ("meeting",))


class Organizer(Term):
    """What an organization does for a meeting."""

    of = ("meeting", "organization")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="organizers")
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="meetings_organized")
    role = models.CharField(max_length=20, choices=OrganizerRole.choices)

    class Meta:
        constraints = term_constraints("meetings_organizer", ("meeting", "organization"))
        indexes = term_indexes("meetings_organizer", ("meeting", "organization"))


class OrganizingGroup(Term):
    """What a group does for a meeting. As a contributor it stands for its members, those named as organizers apart."""

    of = ("meeting", "group")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="organizing_groups")
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="meetings_organized")
    role = models.CharField(max_length=20, choices=OrganizerRole.choices)

    class Meta:
        constraints = term_constraints("meetings_group", ("meeting", "group"))
        indexes = term_indexes("meetings_group", ("meeting", "group"))
