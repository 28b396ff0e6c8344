"""How the register is written in a folder: organizations, mandates, mechanisms, groups, seats, contacts, requests to join."""

from tansiq.secretariat.record.interchange import register
from tansiq.secretariat.register.interchange import bodies, membership, requests
from tansiq.secretariat.register.interchange.settling import settle_all, settle_names

__all__ = ["settle_all", "settle_names"]

for kind in (*bodies.KINDS, *membership.KINDS, *requests.KINDS):
    register(kind)
