"""Persons and the contacts they are for an organization in a group. A person's data stand on the row and can be erased."""

from django.db import models

from tansiq.secretariat.record.models import Account, Identity, PartialDateField, Term, term_constraints, term_indexes
from tansiq.secretariat.register.enums import ContactRole
from tansiq.secretariat.register.models.seats import Seat


class Person(Identity):
    """A person. The slug says nothing of them; everything else is emptied when they ask to be forgotten."""

    name = models.CharField(max_length=200, blank=True)
    title = models.CharField(max_length=200, blank=True)
    email = models.EmailField(blank=True)
    telephone = models.CharField(max_length=60, blank=True)
    account = models.OneToOneField(Account, null=True, blank=True, on_delete=models.PROTECT, related_name="person")
    erased_at = models.DateTimeField(null=True, blank=True, editable=False)


class Contact(Identity):
    """A person in a role for a seat."""

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="contacts")
    role = models.CharField(max_length=20, choices=ContactRole.choices)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="contacts")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seat", "role", "person"], name="register_contact_once")]


class ContactTerm(Term):
    """A contact for a while; `confirmed_on` is the last day on which the organization said that it still holds."""

    of = ("contact",)
    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="terms")
    confirmed_on = PartialDateField(null=True, blank=True)

    class Meta:
        constraints = term_constraints("register_contactterm", ("contact",))
        indexes = term_indexes("register_contactterm", ("contact",))
