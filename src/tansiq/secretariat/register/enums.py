"""The closed lists of the register."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Gender(TextChoices):
    """The grammatical gender of a name."""

    MASCULINE = "m", _("masculine")
    FEMININE = "f", _("feminine")


class OrganizationType(TextChoices):
    """What kind of body an organization is."""

    UN_ENTITY = "un-entity", _("United Nations entity")
    UN_ORGAN = "un-organ", _("principal organ of the United Nations")
    LAS_ORGAN = "las-organ", _("League of Arab States organ")
    REGIONAL = "regional", _("regional organization")
    INTERNATIONAL = "international", _("international organization")
    GOVERNMENT = "government", _("government")
    NGO = "ngo", _("non-governmental organization")
    DONOR = "donor", _("donor")
    OTHER = "other", _("other")


class RelationKind(TextChoices):
    """How a group stands to a mechanism or to another group."""

    REPORTS_TO = "reports_to", _("reports to")
    TASK_FORCE_OF = "task_force_of", _("task force of")
    SUBGROUP_OF = "subgroup_of", _("sub-group of")
    SUCCEEDS = "succeeds", _("succeeds")


class DecisionRule(TextChoices):
    """How a group decides."""

    EACH_CO_CHAIR = "each_co_chair", _("each co-chair agrees")
    CONSENSUS = "consensus", _("consensus")
    SILENCE = "silence", _("silence until a date")


class SeatKind(TextChoices):
    """In what capacity an organization sits in a group."""

    MEMBER = "member", _("member")
    OBSERVER = "observer", _("observer")


class OfficeRole(TextChoices):
    """What office a seat holds in its group."""

    CO_CHAIR = "co_chair", _("co-chair")
    LEAD = "lead", _("lead")
    RAPPORTEUR = "rapporteur", _("rapporteur")
    JOINT_SECRETARIAT = "joint_secretariat", _("joint secretariat")


class ContactRole(TextChoices):
    """For what an organization's contact in a group is named; the head is its leadership."""

    HEAD = "head", _("head")
    FOCAL_POINT = "focal_point", _("focal point")
    ALTERNATE = "alternate", _("alternate")


class RequestState(TextChoices):
    """Where a request to join stands."""

    INTEREST = "interest", _("interest noted")
    RECEIVED = "received", _("received")
    CIRCULATED = "circulated", _("circulated")
    APPROVED = "approved", _("approved")
    DECLINED = "declined", _("declined")
    DEFERRED = "deferred", _("deferred")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Answer(TextChoices):
    """What a co-chair answers to a request."""

    AGREES = "agrees", _("agrees")
    OBJECTS = "objects", _("objects")


class Choice(TextChoices):
    """What a co-chair wants done with a request."""

    APPROVE = "approve", _("approve")
    DECLINE = "decline", _("decline")
    DEFER = "defer", _("defer")
