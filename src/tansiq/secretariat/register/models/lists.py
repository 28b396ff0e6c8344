"""Lists of members that somebody uploads: the draft while it is being read, and how the columns of such a list were read before."""

from django.db import models

from tansiq.secretariat.record.models import Account, Actor
from tansiq.secretariat.register.models.groups import Group


class ListDraft(models.Model):
    """A list between its upload and its recording. It is no part of the record: it goes when it expires.

    `rows` is the table as read, `mapping` how its columns are read, `choices` what each unknown name was said to be. Once
    recorded, its content is emptied and only `recorded_at` tells that it was.
    """

    slug = models.CharField(max_length=40, unique=True)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="list_drafts")
    owner = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="list_drafts")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    recorded_at = models.DateTimeField(null=True, blank=True)
    filename = models.CharField(max_length=255)
    content = models.BinaryField()
    rows = models.JSONField(default=dict)
    mapping = models.JSONField(default=dict)
    choices = models.JSONField(default=dict)

    def __str__(self) -> str:
        return self.slug


class ListMapping(models.Model):
    """How a list with these headings was read for a group. A later one with the same headings is proposed the same way.

    `headings` is a digest of them; rows are added, never changed, and the last one counts.
    """

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="list_mappings")
    headings = models.CharField(max_length=64)
    mapping = models.JSONField(default=dict)
    choices = models.JSONField(default=dict)
    by = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["group", "headings", "recorded_at"], name="register_listmapping_last")]

    def __str__(self) -> str:
        return f"{self.group_id} {self.headings[:8]}"
