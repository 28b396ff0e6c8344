"""Settles the terms of one thing to what a file says, names among them. Every app's loaders may use it."""

from collections.abc import Sequence
from typing import Any

from tansiq.secretariat.record.domain.errors import Refused
from tansiq.secretariat.record.interchange import Entry, Loading
from tansiq.secretariat.record.models import Identity, Term
from tansiq.secretariat.register.models import NameTerm

FORMS = ("long", "short", "acronym", "gender", "plural", "the", "to", "definite", "also", "misspelt", "verified", "note")


def settle_all(
    model: type[Term],
    wanted: Sequence[Term],
    *,
    loading: Loading,
    entry: Entry,
    field: str,
    because: str = "",
    **owner: Any,  # noqa: ANN401
) -> None:
    """Make the current terms of `model` with the columns of `owner` say what `wanted` says; what it leaves out is withdrawn.

    The terms may speak of several identities (the relations of a group): each is settled by itself. A refusal (terms that
    overlap) is a problem of `field`, from which they were read.
    """
    columns = [str(getattr(model._meta.get_field(name), "attname", name)) for name in model.of]
    identities: dict[tuple[Any, ...], tuple[list[Term], list[Term]]] = {}
    for term in wanted:
        identities.setdefault(tuple(getattr(term, column) for column in columns), ([], []))[0].append(term)
    for held in model._default_manager.filter(superseded_at=None, **owner):
        identities.setdefault(tuple(getattr(held, column) for column in columns), ([], []))[1].append(held)
    for new, current in identities.values():
        try:
            loading.settle(new, because=because, gone=current)
        except Refused as refused:
            raise entry.wrong(str(refused), field) from refused


def settle_names(model: type[NameTerm], named: Identity, entry: Entry, loading: Loading) -> None:
    """Make the names of `named` say what the field `names` says, language by language; a language left out loses its names."""
    periods = entry.get("names", default=[])
    wanted = [
        model(
            **{model.of[0]: named},
            language=language,
            **_forms(each[language]),
            **loading.period(entry, "names", index),
        )
        for index, each in enumerate(periods)
        for language in ("en", "ar", "fr")
        if language in each
    ]
    because = next((each["because"] for each in periods if "because" in each), "")
    settle_all(model, wanted, loading=loading, entry=entry, field="names", because=because, **{model.of[0]: named})


def _forms(written: dict[str, Any]) -> dict[str, Any]:
    """The columns of a name from its fields: `of` alone has another name there, since every term has an `of`."""
    return {**{form: written[form] for form in FORMS if form in written}, "of_form": written.get("of", "")}
