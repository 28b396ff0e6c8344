"""What the page of a report shows: its text with each fact as a link, its contents, and the entries that the links lead to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from tansiq.engines.press.tree import Document, Heading, RecordNode, text_of
from tansiq.engines.press.writers.html import html_body
from tansiq.secretariat.pages.asof import AsOfForm
from tansiq.secretariat.reporting.domain.telling import Told
from tansiq.secretariat.reporting.web.parts import place_and_dates, report_to
from tansiq.secretariat.reporting.web.sources import Sources

FILES = (("docx", gettext_lazy("Word")), ("pdf", gettext_lazy("PDF")), ("html", gettext_lazy("Web page")))


@dataclass(frozen=True)
class Contents:
    """A line of the contents: where it leads, its text, how deep it lies."""

    id: str
    text: str
    level: int


@dataclass(frozen=True)
class ReportShown:
    """The page of a report."""

    told: Told
    form: AsOfForm
    language: str

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
    def sources(self) -> Sources:
        """Where each fact comes from."""
        return Sources(self.document, self.told.rows, self.told.names, self.language)

    @cached_property
    def text(self) -> SafeString:
        """The report as markup, each thing of the record a link to its entry; empty when there is no report."""
        if self.document is None:
            return SafeString("")
        def decorate(node: RecordNode) -> Mapping[str, str]:
            return {"class": "fact", "href": f"#{self.sources.of(node).id}"}

        return mark_safe(html_body(self.document, decorate=decorate, title_level=2))  # noqa: S308 (the writer escapes)

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
        return len(self.told.rows)

    @property
    def files(self) -> Iterator[tuple[str, str]]:
        """The address and the name of each file, in the language that the report is in."""
        known = "" if self.form.known_today else f"&known-at={self.form.known_at.date().isoformat()}"
        with override(self.told.language):
            addresses = [
                reverse("reporting:download", args=[self.told.group.ref.rsplit("/", 1)[1], self.told.session.number, form])
                for form, _name in FILES
            ]
        for address, (_form, name) in zip(addresses, FILES, strict=True):
            yield f"{address}?as-of={self.told.day.isoformat()}{known}", str(name)

    @property
    def why_this_day(self) -> str:
        """Why the page speaks of its day, when nobody asked for one."""
        if self.form.asked or self.form.errors:
            return ""
        if self.told.usual_day < self.form.now.date():
            return _("This is the day before the session, as no other was asked for.")
        return _("This is today, as no other day was asked for.")
