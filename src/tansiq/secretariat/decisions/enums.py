"""The closed lists of decisions: kinds, who is asked, by which rule, states."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DecisionKind(TextChoices):
    """What is asked for. A request to join is no decision here: it waits in the register, with the answers of the co-chairs."""

    TEXT = "text", _("a decision in words")
    CONTACTS_UPDATE = "contacts_update", _("news of leadership and focal points")


class Asked(TextChoices):
    """Of whom a decision is requested."""

    MEMBERS = "members", _("the members of the group")
    CO_CHAIRS = "co_chairs", _("the co-chairs of the group")
    MECHANISM = "mechanism", _("the mechanism")


class Rule(TextChoices):
    """By which rule it is taken; empty where none applies."""

    CONSENSUS = "consensus", _("consensus")
    SILENCE = "silence", _("silence until a date")
    EACH_CO_CHAIR = "each_co_chair", _("each co-chair agrees")


class DecisionState(TextChoices):
    """Where a decision stands."""

    REQUESTED = "requested", _("requested")
    BEFORE_THE_BODY = "before_the_body", _("before the body")
    TAKEN = "taken", _("taken")
    DEFERRED = "deferred", _("deferred")
    NOT_TAKEN = "not_taken", _("not taken")


OPEN = (DecisionState.REQUESTED, DecisionState.BEFORE_THE_BODY, DecisionState.DEFERRED)
"""The states of a decision that is still to be taken."""
