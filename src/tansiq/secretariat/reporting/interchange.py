"""Reads sessions.yaml: the sessions of a mechanism, with their dates and places as they were fixed over time."""

from tansiq.secretariat.record.interchange import Entry, Kind, Loading, register
from tansiq.secretariat.record.interchange.kinds import DATE, SLUG, TEXTS, record, term
from tansiq.secretariat.register.models import Mechanism
from tansiq.secretariat.reporting.models import Session, SessionTerm

NUMBER = {"type": "integer", "minimum": 1, "description": "a number from 1"}
SYMBOL = {"type": "string", "minLength": 1, "description": "a document symbol"}


def load_session(entry: Entry, loading: Loading) -> None:
    """One session and its terms."""
    mechanism = loading.find(Mechanism, entry.get("mechanism"), entry, "mechanism")
    session = loading.identity(Session, entry.get("slug"), entry, mechanism=mechanism, number=entry.get("number"))
    loading.settle(
        [
            SessionTerm(
                session=session,
                dates=loading.required_date(entry, "fixed", index, "dates"),
                place=loading.texts(entry, "fixed", index, "place"),
                symbol=entry.get("fixed", index, "symbol", default=""),
                **loading.period(entry, "fixed", index),
            )
            for index in range(len(entry.get("fixed")))
        ]
    )


register(
    Kind(
        name="session",
        file="sessions.yaml",
        order=80,
        schema=record(
            ["slug", "mechanism", "number", "fixed"],
            slug=SLUG, mechanism=SLUG, number=NUMBER,
            fixed={**term(["dates", "place"], dates=DATE, place=TEXTS, symbol=SYMBOL), "minItems": 1},
        ),
        load=load_session,
        about="The sessions of a mechanism: `fixed` says when and where, as it was known from each date.",
    )
)
