"""Series and their editions: titles, numbers, stages with expected dates, who prepares them, in which languages."""

from django.db import models

from tansiq.secretariat.meetings.models import Meeting
from tansiq.secretariat.programme.models import Objective, Output
from tansiq.secretariat.publications.enums import EditionRole, SeriesKind, Stage
from tansiq.secretariat.publications.lifecycle import EDITION, LANGUAGE_VERSION
from tansiq.secretariat.record.enums import Language
from tansiq.secretariat.record.models import (
    Identity,
    PartialDateField,
    Stateful,
    Term,
    term_constraints,
    term_indexes,
)
from tansiq.secretariat.register.models import Group, Organization
from tansiq.secretariat.register.models.names import NameTerm


class Series(Identity):
    """A series of a group."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="series")
    kind = models.CharField(max_length=20, choices=SeriesKind.choices)

    class Meta:
        verbose_name_plural = "series"


class SeriesName(NameTerm):
    """What a series is called."""

    of = ("series", "language")
    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="names")

    class Meta:
        constraints = term_constraints("publications_sname", ("series", "language"))
        indexes = term_indexes("publications_sname", ("series", "language"))


class Edition(Identity, Stateful):
    """An edition of a series."""

    lifecycle = EDITION
    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="editions")


class EditionName(NameTerm):
    """The title of an edition. It holds for a time: a report may come out under another one than it was prepared under."""

    of = ("edition", "language")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="names")

    class Meta:
        constraints = term_constraints("publications_ename", ("edition", "language"))
        indexes = term_indexes("publications_ename", ("edition", "language"))


class EditionTerm(Term):
    """The particulars of an edition: its number in the series, its year, the objective it serves, the meeting it is for."""

    of = ("edition",)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="terms")
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    objective = models.ForeignKey(Objective, null=True, blank=True, on_delete=models.PROTECT, related_name="edition_terms")
    meeting = models.ForeignKey(Meeting, null=True, blank=True, on_delete=models.PROTECT, related_name="edition_terms")

    class Meta:
        constraints = term_constraints("publications_eterm", ("edition",))
        indexes = term_indexes("publications_eterm", ("edition",))


class StageExpectation(Term):
    """When a stage of an edition is expected; `begins` is the day since which it is expected so."""

    of = ("edition", "stage")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="expectations")
    stage = models.CharField(max_length=20, choices=Stage.choices)
    date = PartialDateField()

    class Meta:
        constraints = term_constraints("publications_stage", ("edition", "stage"))
        indexes = term_indexes("publications_stage", ("edition", "stage"))


class EditionParty(Term):
    """That an organization has a role in an edition; it may have several."""

    of = ("edition", "organization", "role")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="parties")
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="editions")
    role = models.CharField(max_length=20, choices=EditionRole.choices)

    class Meta:
        verbose_name_plural = "edition parties"
        constraints = term_constraints("publications_party", ("edition", "organization", "role"))
        indexes = term_indexes("publications_party", ("edition", "organization", "role"))


class EditionGroup(Term):
    """That a group has a role in an edition; as a contributor it stands for its members."""

    of = ("edition", "group", "role")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="groups")
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="editions")
    role = models.CharField(max_length=20, choices=EditionRole.choices)

    class Meta:
        constraints = term_constraints("publications_group", ("edition", "group", "role"))
        indexes = term_indexes("publications_group", ("edition", "group", "role"))


class LanguageVersion(Identity, Stateful):
    """An edition in one language."""

    lifecycle = LANGUAGE_VERSION
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="versions")
    language = models.CharField(max_length=2, choices=Language.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["edition", "language"], name="publications_version_once")]


class OutputEdition(Term):
    """The edition that an output of a work programme is about: the one to launch, the one to prepare."""

    of = ("output",)
    output = models.ForeignKey(Output, on_delete=models.PROTECT, related_name="editions")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="outputs")

    class Meta:
        constraints = term_constraints("publications_outed", ("output",))
        indexes = term_indexes("publications_outed", ("output",))
