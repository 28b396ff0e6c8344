"""The rows of the register."""

from tansiq.secretariat.register.models.contacts import Contact, ContactTerm, Person
from tansiq.secretariat.register.models.groups import (
    Group,
    GroupName,
    GroupObjective,
    GroupObjectiveTerm,
    Mechanism,
    MechanismName,
    MechanismTerm,
    RelationTerm,
    TermsOfReference,
)
from tansiq.secretariat.register.models.lists import ListDraft, ListMapping
from tansiq.secretariat.register.models.mandates import Mandate, MandateName, MandateTerm
from tansiq.secretariat.register.models.names import NameTerm
from tansiq.secretariat.register.models.organizations import Organization, OrganizationName, SuccessionTerm
from tansiq.secretariat.register.models.requests import CoChairAnswer, JoinRequest
from tansiq.secretariat.register.models.seats import Office, OfficeTerm, Seat, SeatTerm
from tansiq.secretariat.register.models.secretariats import MechanismSecretaryTerm, SecretaryTerm

__all__ = [
    "CoChairAnswer",
    "Contact",
    "ContactTerm",
    "Group",
    "GroupName",
    "GroupObjective",
    "GroupObjectiveTerm",
    "JoinRequest",
    "ListDraft",
    "ListMapping",
    "Mandate",
    "MandateName",
    "MandateTerm",
    "Mechanism",
    "MechanismName",
    "MechanismSecretaryTerm",
    "MechanismTerm",
    "NameTerm",
    "Office",
    "OfficeTerm",
    "Organization",
    "OrganizationName",
    "Person",
    "RelationTerm",
    "Seat",
    "SeatTerm",
    "SecretaryTerm",
    "SuccessionTerm",
    "TermsOfReference",
]
