"""Work programmes and their outputs: what is due when, after what, convened by whom, on which points."""

from django.db import models

from tansiq.secretariat.programme.enums import OutputKind, PartyRole, PointKind
from tansiq.secretariat.programme.lifecycle import OUTPUT, WORK_PROGRAMME
from tansiq.secretariat.programme.models.processes import Process
from tansiq.secretariat.record.models import (
    Identity,
    PartialDateField,
    Stateful,
    Term,
    TextsField,
    term_constraints,
    term_indexes,
)
from tansiq.secretariat.register.models import Group, Organization


class WorkProgramme(Identity, Stateful):
    """The work programme of a group."""

    lifecycle = WORK_PROGRAMME
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="work_programmes")


class WorkProgrammeTerm(Term):
    """The period of a work programme."""

    of = ("programme",)
    programme = models.ForeignKey(WorkProgramme, on_delete=models.PROTECT, related_name="terms")
    period = PartialDateField()

    class Meta:
        constraints = term_constraints("programme_wpterm", ("programme",))
        indexes = term_indexes("programme_wpterm", ("programme",))


class Output(Identity, Stateful):
    """Something a work programme is to bring about."""

    lifecycle = OUTPUT
    programme = models.ForeignKey(WorkProgramme, on_delete=models.PROTECT, related_name="outputs")


class OutputTerm(Term):
    """What an output is. `title` stays empty where the kind and what it is about say it: the launch of an edition.

    `due` is when it is expected, `covers` the years that an output such as a programme speaks of, `after` the output it
    follows, `process` the one it follows. `co_chairs_convene` is for whoever holds that office when it comes to pass;
    organizations that convene by name are parties.
    """

    of = ("output",)
    output = models.ForeignKey(Output, on_delete=models.PROTECT, related_name="terms")
    kind = models.CharField(max_length=20, choices=OutputKind.choices)
    position = models.PositiveSmallIntegerField()
    title = TextsField()
    due = PartialDateField(null=True, blank=True)
    covers = PartialDateField(null=True, blank=True)
    after = models.ForeignKey(Output, null=True, blank=True, on_delete=models.PROTECT, related_name="followed_by_terms")
    process = models.ForeignKey(Process, null=True, blank=True, on_delete=models.PROTECT, related_name="output_terms")
    co_chairs_convene = models.BooleanField(default=False)

    class Meta:
        constraints = term_constraints("programme_outterm", ("output",))
        indexes = term_indexes("programme_outterm", ("output",))


class OutputPoint(Identity):
    """A point of an output: the n-th topic it discusses, the n-th matter it is to agree on."""

    output = models.ForeignKey(Output, on_delete=models.PROTECT, related_name="points")
    kind = models.CharField(max_length=20, choices=PointKind.choices)
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["output", "kind", "position"], name="programme_point_position_once")]


class OutputPointTerm(Term):
    """What a point of an output says."""

    of = ("point",)
    point = models.ForeignKey(OutputPoint, on_delete=models.PROTECT, related_name="terms")
    text = TextsField()

    class Meta:
        constraints = term_constraints("programme_optterm", ("point",))
        indexes = term_indexes("programme_optterm", ("point",))


class OutputParty(Term):
    """What an organization does for an output."""

    of = ("output", "organization")
    output = models.ForeignKey(Output, on_delete=models.PROTECT, related_name="parties")
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="outputs")
    role = models.CharField(max_length=20, choices=PartyRole.choices)

    class Meta:
        verbose_name_plural = "output parties"
        constraints = term_constraints("programme_outparty", ("output", "organization"))
        indexes = term_indexes("programme_outparty", ("output", "organization"))
