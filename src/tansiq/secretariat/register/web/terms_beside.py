"""The page of two versions of the terms of reference side by side: choosing them, what pairs with what, what differs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from tansiq.secretariat.record.enums import Language
from tansiq.secretariat.record.models import Texts, TextsField
from tansiq.secretariat.register.domain.changing import columns_of
from tansiq.secretariat.register.domain.naming import Names
from tansiq.secretariat.register.domain.side_by_side import Pair, aligned, beside
from tansiq.secretariat.register.domain.terms_versions import TermsVersion, terms_versions
from tansiq.secretariat.register.models import TermsOfReference
from tansiq.secretariat.register.web.policies import belongs
from tansiq.secretariat.register.web.terms_showing import Words, column_label

EARLIER, LATER = "earlier", "later"
Both = tuple[TermsVersion, TermsVersion]
Tongues = tuple[str, str]


class VersionsForm(forms.Form):
    """Which two versions, each by its first day; the last two when nothing was chosen."""

    def __init__(self, query: QueryDict, *, versions: Sequence[TermsVersion], words: Words) -> None:
        super().__init__(query if EARLIER in query or LATER in query else None)
        self.versions = {each.since.isoformat(): each for each in versions}
        named = [(since, words.period(each)) for since, each in self.versions.items()]
        keys = list(self.versions)
        for name, label, initial in ((EARLIER, _("Earlier version"), keys[-2]), (LATER, _("Later version"), keys[-1])):
            self.fields[name] = forms.ChoiceField(choices=named, label=label, initial=initial)

    def chosen(self) -> Both:
        """The two versions, the earlier first; the last two where the form does not say."""
        self.is_valid()
        said = {name: field.initial for name, field in self.fields.items()} | getattr(self, "cleaned_data", {})
        first, second = sorted((said[EARLIER], said[LATER]))
        return self.versions[first], self.versions[second]


@dataclass(frozen=True)
class Line:
    """A row of the page: what it is about, two texts, and the language each is in ("" for that of the page)."""

    label: str
    pair: Pair
    tongues: Tongues

    @property
    def state(self) -> str:
        """What became of the text, as a key of `STATES`."""
        if self.pair.same:
            return "same"
        if self.pair.earlier is None:
            return "new"
        return "gone" if self.pair.later is None else "changed"

    @property
    def word(self) -> str:
        """The state in a word."""
        return str(STATES[self.state])


STATES = {
    "same": gettext_lazy("unchanged"), "changed": gettext_lazy("changed"), "new": gettext_lazy("new"), "gone": gettext_lazy("taken out"),
}


@belongs
@require_safe
def shown(request: HttpRequest, slug: str) -> HttpResponse:
    """Two versions as the record stands now."""
    now = datetime.now(UTC)
    words = Words(Names(now.date(), now), get_language() or "en")
    versions = terms_versions(group=slug, known_at=now)
    page: dict[str, Any] = {"slug": slug, "group": words.names.name(f"register/group/{slug}", words.language), "versions": versions}
    if len(versions) > 1:
        form = VersionsForm(request.GET, versions=versions, words=words)
        both = form.chosen()
        page |= {"form": form, "both": [words.period(each) for each in both], "lines": list(lines(both, words))}
    return render(request, "register/terms/beside.html", page, status=422 if len(versions) > 1 and page["form"].errors else 200)


def lines(both: Both, words: Words) -> Iterator[Line]:
    """The objectives, then every column of the terms of reference that says something in one of the two."""
    yield from _objectives(both, words.language)
    for column in columns_of(TermsOfReference):
        label = column_label(column.name).removesuffix(_(", one a line"))
        said = [_texts(each, column.name) for each in both] if isinstance(column, TextsField) else []
        if said:
            texts, tongues = in_one_language((said[0], said[1]), words.language)
            yield from (Line(label, pair, tongues) for pair in paragraphs(*texts))
            continue
        earlier, later = (dict(words.says(each.terms)).get(label, "") if each.terms else "" for each in both)
        if earlier or later:
            yield Line(label, beside(earlier, later), ("", ""))


def in_one_language(said: tuple[Texts, Texts], language: str) -> tuple[Tongues, Tongues]:
    """Two texts in one language if both have it, that of the page first; else each in what it has. And the languages they are in."""
    for each in (language, *Language.values):
        if all(texts.by_language.get(each) for texts in said):
            return (said[0][each], said[1][each]), (each, each)
    (earlier, one), (later, other) = (texts.shown(language) for texts in said)
    return (earlier, later), (one, other)


def paragraphs(earlier: str, later: str) -> list[Pair]:
    """The paragraphs of two texts aligned; a text of one stands beside one of one however little they are alike."""
    both = earlier.splitlines(), later.splitlines()
    return [beside(earlier, later)] if max(map(len, both)) == 1 else aligned(*both)


def _objectives(both: Both, language: str) -> Iterator[Line]:
    """The objectives aligned; all of them in the first language that every one has, so that like is compared with like."""
    texts = [[held.text for held in each.objectives] for each in both]
    every = [text for side in texts for text in side]
    shared = next((each for each in (language, *Language.values) if all(text.by_language.get(each) for text in every)), language)
    for pair in aligned(*([text.shown(shared)[0] for text in side] for side in texts)):
        yield Line(_("Objective"), pair, (shared, shared))


def _texts(version: TermsVersion, column: str) -> Texts:
    found: Texts = getattr(version.terms, column) if version.terms else Texts()
    return found
