"""`tansiq register`: the seats of a group on a day, and the steps of a request to join."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tansiq.cli.groups import known_group, known_organization, known_request, known_words, say_if_unknown
from tansiq.cli.office import open_office
from tansiq.cli.options import When, as_of, known_at, moment
from tansiq.cli.output import as_json, as_table, tell, write
from tansiq.engines.dates import parse_edtf

if TYPE_CHECKING:
    from tansiq.engines.dates import PartialDate
    from tansiq.secretariat.record.models import Evidence

COLUMNS = ("organization", "acronym", "name_en", "name_ar", "name_fr", "kind", "offices", "since", "represented_by")


@click.group()
def register() -> None:
    """Ask the register, and bring requests to join through their steps.

    Example: tansiq register members wgim --as-of 2017-11-15
    """


@register.command()
@click.argument("group")
@as_of
@known_at
@click.option(
    "--format", "form", type=click.Choice(["table", "json", "csv", "xlsx"]), default="table", show_default=True, help="How it is printed."
)
@click.option("-o", "--output", metavar="FILE", help="Where to write. Default: standard output.")
def members(group: str, as_of: date, known_at: datetime | None, form: str, output: str | None) -> None:
    """List the seats of GROUP on a day, as the record knew them at a moment.

    Example: tansiq register members wgim --as-of 2017-11-15 --known-at 2017-12-01
    """
    open_office()
    from tansiq.secretariat.pages.tables import to_csv, to_xlsx  # noqa: PLC0415 (a workbook library)

    known = known_group(group)
    say_if_unknown(known, known_at)
    found = listed(known.slug, as_of, moment(known_at))
    if form == "json":
        write(as_json(found), output)
        return
    rows = [row_of(seat) for seat in found["seats"]]
    if form == "csv":
        write(to_csv(COLUMNS, rows), output)
    elif form == "xlsx":
        write(to_xlsx(group, COLUMNS, rows), output)
    else:
        table = as_table(("acronym", "name", "kind", "offices", "since"), [for_people(seat) for seat in found["seats"]])
        write(f"{table}{found['count']} members of {known.slug} on {as_of.isoformat()}{known_words(known_at)}\n", output)


@register.command()
@click.argument("group")
@click.argument("organization")
@click.option("--on", "on", type=When(), required=True, help="When the letter was received: 2017-09-12, or September 2017.")
@click.option("--evidence", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="The letter, kept as received.")
def request(group: str, organization: str, on: "PartialDate", evidence: Path | None) -> None:
    """Record a formal request of ORGANIZATION to join GROUP; it goes to the co-chairs with the first answer that is filed.

    Example: tansiq register request wgim unicef --on "September 2017" --evidence letter.pdf
    """
    open_office()
    from tansiq.secretariat.record.domain.actors import worker_actor  # noqa: PLC0415 (needs Django)
    from tansiq.secretariat.record.domain.evidence import step_with_evidence  # noqa: PLC0415 (needs Django)
    from tansiq.secretariat.register.domain.membership import receive_request  # noqa: PLC0415 (needs Django)

    at = datetime.now(UTC)
    with step_with_evidence():
        by = worker_actor()
        letter = kept(evidence, on, by, at)
        row = receive_request(
            group=known_group(group), organization=known_organization(organization), requested_on=on, by=by, at=at, evidence=letter
        )
    tell(row.slug, done=f"the request {row.slug} is recorded")


@register.command()
@click.argument("request")
@click.argument("decision", type=click.Choice(["approve", "decline", "defer"]))
@click.option("--by", "organization", required=True, help="The co-chair whose answer this is.")
@click.option("--on", "on", type=When(), required=True, help="When it was answered.")
@click.option("--from", "effective", type=When(), help="From when the seat is held. Default: as said before, else the last answer's day.")
def decide(request: str, decision: str, organization: str, on: "PartialDate", effective: "PartialDate | None") -> None:
    """File one co-chair's answer to REQUEST; with the last that agrees the request is approved.

    Example: tansiq register decide wgim-unicef approve --by las --on 2017-12-20 --from 2018-02-01
    """
    if effective is not None and decision != "approve":
        raise click.UsageError(f"--from says from when the seat is held, and there is none after {decision!r}; leave it out.")
    open_office()
    from django.db import transaction  # noqa: PLC0415 (needs Django)

    from tansiq.secretariat.record.domain.actors import worker_actor  # noqa: PLC0415 (needs Django)
    from tansiq.secretariat.register.domain.decisions import decide_request  # noqa: PLC0415 (needs Django)
    from tansiq.secretariat.register.enums import Choice  # noqa: PLC0415 (needs Django)

    row, co_chair = known_request(request), known_organization(organization)
    with transaction.atomic():
        outcome = decide_request(
            request=row, organization=co_chair, choice=Choice(decision), answered_on=on, effective_on=effective,
            by=worker_actor(on_behalf_of=co_chair.slug), at=datetime.now(UTC),
        )
    waiting = f"; no answer yet from {', '.join(outcome.waiting)}" if outcome.waiting else ""
    tell(f"{row.slug}: {outcome.state}{waiting}", done=f"the answer to {row.slug} is recorded")


@register.command()
@click.argument("request")
@click.option("--on", "on", type=When(), required=True, help="When the organization took it back.")
@click.option("--because", default="", metavar="TEXT", help="Why, in a few words.")
def withdraw(request: str, on: "PartialDate", because: str) -> None:
    """Note that the organization took REQUEST back; it can ask again.

    Example: tansiq register withdraw wgim-unicef --on 2017-12-01
    """
    open_office()
    from django.db import transaction  # noqa: PLC0415 (needs Django)

    from tansiq.secretariat.record.domain.actors import worker_actor  # noqa: PLC0415 (needs Django)
    from tansiq.secretariat.register.domain import membership  # noqa: PLC0415 (needs Django)

    row = known_request(request)
    with transaction.atomic():
        membership.withdraw(request=row, withdrawn_on=on, by=worker_actor(), at=datetime.now(UTC), because=because)
    tell(f"{row.slug}: {row.state}", done=f"the withdrawal of {row.slug} is recorded")


def listed(group: str, day: date, known: datetime) -> dict[str, Any]:
    """The members of a group on a day, in the form of the JSON output."""
    from tansiq.secretariat.register.domain.naming import Names  # noqa: PLC0415 (needs Django)
    from tansiq.secretariat.register.domain.questions import seats_with_offices  # noqa: PLC0415 (needs Django)

    names = Names(day, known)
    seats = seats_with_offices(group, day, known)
    entries = []
    for seat in seats:
        forms = {language: names.own(f"register/organization/{seat.organization}", language) for language in ("en", "ar", "fr")}
        entries.append(
            {
                "organization": seat.organization,
                "acronym": next((form.acronym for form in forms.values() if form and form.acronym), None),
                "name": {language: form.long if form else None for language, form in forms.items()},
                "kind": seat.kind,
                "offices": [office.role for office in seat.offices],
                "since": seat.since.edtf if seat.since else None,
                "represented_by": seat.represented_by or None,
                "rests_on": [seat.rests_on],
            }
        )
    count = sum(seat.kind == "member" for seat in seats)
    return {"group": group, "as_of": day.isoformat(), "known_at": known.isoformat(), "count": count, "seats": entries}


def row_of(seat: dict[str, Any]) -> tuple[str, ...]:
    """A seat as a row of a list."""
    names = seat["name"]
    return (
        seat["organization"], seat["acronym"] or "", *(names[language] or "" for language in ("en", "ar", "fr")), seat["kind"],
        ", ".join(seat["offices"]), seat["since"] or "", seat["represented_by"] or "",
    )


def for_people(seat: dict[str, Any]) -> tuple[str, ...]:
    """A seat as a row of the table: words for offices and dates, and a name in whatever language there is one."""
    from tansiq.secretariat.record.domain.wording import since_words  # noqa: PLC0415 (needs Django)
    from tansiq.secretariat.register.enums import OfficeRole, SeatKind  # noqa: PLC0415 (needs Django)

    name = next((text for text in seat["name"].values() if text), seat["organization"])
    offices = ", ".join(str(OfficeRole(role).label) for role in seat["offices"])
    since = since_words(parse_edtf(seat["since"])) if seat["since"] else ""
    return seat["acronym"] or "", name, str(SeatKind(seat["kind"]).label), offices, since


def kept(path: Path | None, received_on: "PartialDate", by: Any, at: datetime) -> "Evidence | None":
    """The file as evidence, None where none was named."""
    from tansiq.secretariat.record.domain.evidence import keep  # noqa: PLC0415 (needs Django)

    return keep(content=path.read_bytes(), filename=path.name, received_on=received_on, by=by, at=at) if path else None
