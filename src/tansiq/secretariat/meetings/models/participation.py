"""What a meeting is for and comes to, point by point, and who takes part in it."""

from django.db import models

from tansiq.secretariat.meetings.enums import MeetingPointKind
from tansiq.secretariat.meetings.models.meetings import Meeting
from tansiq.secretariat.record.models import Identity, Term, TextsField, term_constraints, term_indexes


class MeetingPoint(Identity):
    """The n-th objective, agreed outcome or key message of a meeting."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="points")
    kind = models.CharField(max_length=20, choices=MeetingPointKind.choices)
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "kind", "position"], name="meetings_point_position_once")]


class MeetingPointTerm(Term):
    """What a point of a meeting says."""

    of = ("point",)
    point = models.ForeignKey(MeetingPoint, on_delete=models.PROTECT, related_name="terms")
    text = TextsField()

    class Meta:
        constraints = term_constraints("meetings_pointterm", ("point",))
        indexes = term_indexes("meetings_pointterm", ("point",))


class Participation(Identity):
    """The n-th stakeholder group of a meeting. Presence by organization and by person is kept elsewhere."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="participations")
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["meeting", "position"], name="meetings_participation_once")]


class ParticipationTerm(Term):
    """Which stakeholders took part, and how many of them where that was counted."""

    of = ("participation",)
    participation = models.ForeignKey(Participation, on_delete=models.PROTECT, related_name="terms")
    stakeholders = TextsField()
    count = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        constraints = term_constraints("meetings_partterm", ("participation",))
        indexes = term_indexes("meetings_partterm", ("participation",))


class ParticipationTotal(Term):
    """How many took part in a meeting as a whole."""

    of = ("meeting",)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="participation_totals")
    count = models.PositiveIntegerField()
    approximate = models.BooleanField(default=False)

    class Meta:
        constraints = term_constraints("meetings_total", ("meeting",))
        indexes = term_indexes("meetings_total", ("meeting",))
