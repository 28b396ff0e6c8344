"""What the pages of frozen reports show: the list, and one report with its own text, its files, and what of it no longer holds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from tansiq.engines.press.tree import RecordNode
from tansiq.engines.press.typography import format_number
from tansiq.engines.press.writers.html import html_body
from tansiq.secretariat.pages.lists import Column
from tansiq.secretariat.record.models import Actor
from tansiq.secretariat.register.domain.naming import NameForm
from tansiq.secretariat.reporting.domain.freezing import document_of
from tansiq.secretariat.reporting.domain.staleness import StaleFact, Staleness
from tansiq.secretariat.reporting.models import FrozenFile, FrozenReport
from tansiq.secretariat.reporting.web.parts import report_to
from tansiq.secretariat.reporting.web.sources import identity

COVER = "text"


@dataclass(frozen=True)
class StaleShown:
    """A line of what no longer holds: its number on the page, and the fragment of the block where it stands."""

    id: str
    fact: StaleFact
    by: str

    @property
    def block(self) -> str:
        """Where it stands in the text; something that would be added stands nowhere yet."""
        return (self.fact.block or COVER) if self.fact.node else ""


@dataclass(frozen=True)
class FrozenShown:
    """The page of a frozen report."""

    report: FrozenReport
    group: NameForm
    stale: Staleness
    reason: str
    language: str

    @cached_property
    def title(self) -> str:
        """What the report is called."""
        return report_to(self.report.session.number, self.language)

    @property
    def by(self) -> str:
        """Who froze it."""
        return named(self.report.by)

    @property
    def files(self) -> Iterator[tuple[str, FrozenFile, str]]:
        """The address of each file, the file, and its size in words."""
        slugs = [self.report.group.slug, self.report.slug]
        for file in self.report.files.all():
            size = _("%(count)s bytes") % {"count": format_number(file.size, self.language)}
            yield reverse("reporting:frozen-file", args=[*slugs, file.format]), file, size

    @cached_property
    def corrected(self) -> list[StaleShown]:
        """What is no longer true of the report's own day."""
        return [StaleShown(f"s-{number}", fact, _by(fact)) for number, fact in enumerate(self.stale.corrected, start=1)]

    @cached_property
    def moved_on(self) -> list[StaleShown]:
        """What holds of its day, and is otherwise today."""
        return [StaleShown(f"t-{number}", fact, _by(fact)) for number, fact in enumerate(self.stale.moved_on, start=1)]

    @cached_property
    def text(self) -> SafeString:
        """The kept text: what is untrue now leads to its line, everything else of the record is marked as frozen."""
        leads = {identity(line.fact.node): line.id for line in reversed(self.corrected) if line.fact.node}

        def decorate(node: RecordNode) -> Mapping[str, str]:
            lead = leads.get(identity(node))
            return {"class": "fact stale", "href": f"#{lead}"} if lead else {"class": "fact frozen"}

        return mark_safe(html_body(document_of(self.report), decorate=decorate, title_level=2, data=False))  # noqa: S308 (the writer escapes)


def named(actor: Actor) -> str:
    """Who acted: the name or address of the account, what an import or a reply link was called, else the kind of actor."""
    account = actor.account
    said = (account.name or account.email) if account else actor.name
    return said or str(actor.get_kind_display())


def columns(reports: Sequence[FrozenReport], language: str) -> list[Column[FrozenReport]]:
    """The columns of the list of frozen reports."""
    names = {report.pk: report_to(report.session.number, language) for report in reports}

    def address(report: FrozenReport) -> str:
        return reverse("reporting:frozen", args=[report.group.slug, report.slug])

    return [
        Column("report", gettext_lazy("Report"), lambda report: names[report.pk], link=address),
        Column("as-of", gettext_lazy("As of"), lambda report: report.as_of),
        Column("language", gettext_lazy("Language"), lambda report: str(report.get_language_display())),
        Column("number", gettext_lazy("Number"), lambda report: report.number),
        Column("frozen", gettext_lazy("Frozen on"), lambda report: report.at.date()),
        Column("by", gettext_lazy("By"), lambda report: named(report.by)),
    ]


def _by(fact: StaleFact) -> str:
    return named(fact.changed.by) if fact.changed else ""
