"""What the pages of a report show: its text with each fact as a link, its contents, and where the facts come from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from tansiq.engines.press.tree import Document, Heading, RecordNode, text_of
from tansiq.engines.press.writers.html import html_body
from tansiq.secretariat.pages.asof import AsOfForm
from tansiq.secretariat.reporting.domain.telling import Told, references, sources_of
from tansiq.secretariat.reporting.web.parts import place_and_dates, report_to
from tansiq.secretariat.reporting.web.sources import EntryShown, Printed, Printings, Sources

FILES = (("docx", gettext_lazy("Word")), ("pdf", gettext_lazy("PDF")), ("html", gettext_lazy("Web page")))


@dataclass(frozen=True)
class Contents:
    """A line of the contents: where it leads, its text, how deep it lies."""

    id: str
    text: str
    level: int


@dataclass(frozen=True)
class ReportShown:
    """The page of a report, `fact` being the number of the fact that is chosen, 0 for none; and `page` of the pages of its facts."""

    told: Told
    form: AsOfForm
    language: str
    fact: int = 0
    page: int = 1

    @cached_property
    def title(self) -> str:
        """What the report is called."""
        return report_to(self.told.session.number, self.language)

    @cached_property
    def where(self) -> str:
        """Where and when the session is held."""
        return place_and_dates(self.told.session, self.language)

    @cached_property
    def document(self) -> Document | None:
        """The report without the lines that run along printed pages."""
        return replace(self.told.document, running=None) if self.told.document else None

    @cached_property
    def printings(self) -> Printings:
        """What the report prints from the record."""
        return Printings(self.document)

    @cached_property
    def chosen(self) -> EntryShown | None:
        """Where the fact that was chosen comes from; None when none was, or the report has no such fact."""
        return next((each for each in self._told(printed for printed in self.printings if printed.number == self.fact)), None)

    @property
    def entries(self) -> list[EntryShown]:
        """Where the facts of the page asked for come from."""
        return self._told(printed for printed in self.printings if printed.page == self.number)

    @property
    def number(self) -> int:
        """The page of the facts, from 1: a page past the last is the last."""
        return min(self.page, self.pages)

    @property
    def pages(self) -> int:
        """How many pages the facts fill, one at least."""
        return self.printings.pages

    @property
    def before(self) -> str:
        """The address of the page of facts before, "" on the first."""
        return f"{self.address}&page={self.number - 1}" if self.number > 1 else ""

    @property
    def after(self) -> str:
        """The address of the next page of facts, "" on the last."""
        return f"{self.address}&page={self.number + 1}" if self.number < self.pages else ""

    @property
    def address(self) -> str:
        """The query that asks for this report: its day, and as known when."""
        known = "" if self.form.known_today else f"&known-at={self.form.known_at.date().isoformat()}"
        return f"?as-of={self.told.day.isoformat()}{known}"

    @cached_property
    def text(self) -> SafeString:
        """The report as markup, each thing of the record a link that shows where it comes from; empty when there is no report."""
        if self.document is None:
            return SafeString("")

        def decorate(node: RecordNode) -> Mapping[str, str]:
            printed = self.printings.of(node)
            if printed.number == self.fact:
                return {"class": "fact on", "href": "#fact"}
            # Back to the paragraph that was read, not to the first that prints the same.
            return {"class": "fact", "href": f"{self.address}&fact={printed.number}#{self.printings.block_of(node)}"}

        return mark_safe(html_body(self.document, decorate=decorate, title_level=2, data=False))  # noqa: S308 (the writer escapes)

    @cached_property
    def contents(self) -> list[Contents]:
        """The headings of the report, two levels deep."""
        blocks = self.told.document.blocks if self.told.document else ()
        return [
            Contents(block.id, " ".join(filter(None, [block.number, text_of(block.inlines)])), block.level)
            for block in blocks
            if isinstance(block, Heading) and block.level <= 2
        ]

    @property
    def available(self) -> bool:
        """Whether the report is in the language of the page."""
        return self.told.language == self.language

    @property
    def rows(self) -> int:
        """How many rows of the record the report rests on."""
        return len(references(self.told.document)) if self.told.document else 0

    @property
    def files(self) -> Iterator[tuple[str, str]]:
        """The address and the name of each file, in the language that the report is in."""
        with override(self.told.language):
            addresses = [
                reverse("reporting:download", args=[self.told.group.ref.rsplit("/", 1)[1], self.told.session.number, form])
                for form, _name in FILES
            ]
        for address, (_form, name) in zip(addresses, FILES, strict=True):
            yield f"{address}{self.address}", str(name)

    @property
    def why_this_day(self) -> str:
        """Why the page speaks of its day, when nobody asked for one."""
        if self.form.asked or self.form.errors:
            return ""
        if self.told.usual_day < self.form.now.date():
            return _("This is the day before the session, as no other was asked for.")
        return _("This is today, as no other day was asked for.")

    def _told(self, wanted: Iterable[Printed]) -> list[EntryShown]:
        printed = list(wanted)
        sources = Sources(sources_of(each.node for each in printed), self.told.names, self.language)
        return [sources.entry(each) for each in printed]
