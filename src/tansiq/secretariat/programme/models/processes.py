"""Global processes: somebody else's work that a group follows, step by step, with the date and place expected for each."""

from django.db import models

from tansiq.secretariat.programme.enums import StepKind
from tansiq.secretariat.programme.lifecycle import STEP
from tansiq.secretariat.record.models import (
    Identity,
    PartialDateField,
    Stateful,
    Term,
    TextsField,
    term_constraints,
    term_indexes,
)
from tansiq.secretariat.register.models import Group
from tansiq.secretariat.register.models.names import NameTerm


class Process(Identity):
    """A process of others: the way to a global compact, the review of a declaration."""

    class Meta:
        verbose_name_plural = "processes"


class ProcessName(NameTerm):
    """What a process is called: for one that leads to an instrument, the name of that instrument."""

    of = ("process", "language")
    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="names")

    class Meta:
        constraints = term_constraints("programme_pname", ("process", "language"))
        indexes = term_indexes("programme_pname", ("process", "language"))


class FollowedProcess(Term):
    """That a group follows a process."""

    of = ("group", "process")
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="followed_processes")
    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="followers")

    class Meta:
        verbose_name_plural = "followed processes"
        constraints = term_constraints("programme_followed", ("group", "process"))
        indexes = term_indexes("programme_followed", ("group", "process"))


class Step(Identity, Stateful):
    """A step of a process. Its position gives the order in which the steps are told."""

    lifecycle = STEP
    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="steps")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=StepKind.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["process", "position"], name="programme_step_position_once")]


class StepName(NameTerm):
    """What a step is called."""

    of = ("step", "language")
    step = models.ForeignKey(Step, on_delete=models.PROTECT, related_name="names")

    class Meta:
        constraints = term_constraints("programme_stname", ("step", "language"))
        indexes = term_indexes("programme_stname", ("step", "language"))


class StepExpectation(Term):
    """When and where a step is expected; `begins` is the day since which it is expected so. A new date keeps the old one."""

    of = ("step",)
    step = models.ForeignKey(Step, on_delete=models.PROTECT, related_name="expectations")
    date = PartialDateField()
    place = TextsField()

    class Meta:
        constraints = term_constraints("programme_stexp", ("step",))
        indexes = term_indexes("programme_stexp", ("step",))
