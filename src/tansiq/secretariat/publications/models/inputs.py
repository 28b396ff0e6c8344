"""Inputs: what comes out of a group's meetings and editions and goes into a global process."""

from django.db import models
from django.db.models import Q

from tansiq.secretariat.meetings.models import Meeting
from tansiq.secretariat.programme.models import Step
from tansiq.secretariat.publications.enums import InputForm
from tansiq.secretariat.publications.lifecycle import INPUT
from tansiq.secretariat.publications.models.editions import Edition
from tansiq.secretariat.record.models import Identity, Stateful
from tansiq.secretariat.register.models import Organization


class Input(Identity, Stateful):
    """One thing bound for one place: from a meeting or an edition, to a step of a process or to an organization.

    What goes to two places is two inputs, since each is submitted and presented on a day of its own.
    """

    lifecycle = INPUT
    meeting = models.ForeignKey(Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="inputs")
    edition = models.ForeignKey(Edition, null=True, blank=True, on_delete=models.PROTECT, related_name="inputs")
    step = models.ForeignKey(Step, null=True, blank=True, on_delete=models.PROTECT, related_name="inputs")
    organization = models.ForeignKey(Organization, null=True, blank=True, on_delete=models.PROTECT, related_name="inputs")
    form = models.CharField(max_length=20, choices=InputForm.choices)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(meeting=None, edition__isnull=False) | Q(meeting__isnull=False, edition=None),
                name="publications_input_one_source",
            ),
            models.CheckConstraint(
                condition=Q(step=None, organization__isnull=False) | Q(step__isnull=False, organization=None),
                name="publications_input_one_destination",
            ),
        ]
