"""Seats of organizations in groups, and the offices that seats hold."""

from django.db import models

from tansiq.secretariat.record.models import Identity, Term, term_constraints, term_indexes
from tansiq.secretariat.register.enums import OfficeRole, SeatKind
from tansiq.secretariat.register.models.groups import Group
from tansiq.secretariat.register.models.organizations import Organization


class Seat(Identity):
    """The place of an organization in a group; when it is taken and given up stands in its terms."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="seats")
    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="seats")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["group", "organization"], name="register_seat_once")]


class SeatTerm(Term):
    """A seat held for a while. `continues` names the seat of a predecessor that goes on in this one without a break."""

    of = ("seat",)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="terms")
    kind = models.CharField(max_length=10, choices=SeatKind.choices)
    represented_by = models.ForeignKey(Organization, null=True, blank=True, on_delete=models.PROTECT, related_name="represents")
    continues = models.ForeignKey(Seat, null=True, blank=True, on_delete=models.PROTECT, related_name="continued_by")

    class Meta:
        constraints = term_constraints("register_seatterm", ("seat",))
        indexes = term_indexes("register_seatterm", ("seat",))


class Office(Identity):
    """An office that a seat can hold in its group."""

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="offices")
    role = models.CharField(max_length=20, choices=OfficeRole.choices)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seat", "role"], name="register_office_once")]


class OfficeTerm(Term):
    """An office held for a while. `precedence` orders those who hold the same office, 1 first; None stands after them, by name."""

    of = ("office",)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="terms")
    precedence = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = term_constraints("register_officeterm", ("office",))
        indexes = term_indexes("register_officeterm", ("office",))
