"""`tansiq init`: an empty office, and the link with which its officer signs in."""

from datetime import UTC, datetime

import click

from tansiq.cli.office import open_office, say


@click.command()
@click.option("--officer", required=True, metavar="ADDRESS", help="The mail address of the officer who begins.")
def init(officer: str) -> None:
    """Make an empty office for an officer and print the link with which she signs in.

    Example: tansiq init --officer officer@example.org
    """
    from django.core.exceptions import ValidationError  # noqa: PLC0415 (a heavy library; --help needs none)
    from django.core.validators import validate_email  # noqa: PLC0415 (as above)

    try:
        validate_email(officer)
    except ValidationError as error:
        raise click.UsageError(f"{officer!r} is no mail address") from error
    open_office(create=True)
    say("the office is made. Start the site with `tansiq serve`, then open this link; it works once, for a day:")
    click.echo(sign_in_link(officer))


def sign_in_link(email: str, group: str = "", organization: str = "") -> str:
    """The address that signs in the account of `email`, made when it is new; with `group` it serves in that secretariat.

    `organization` is the one that lends it to the secretariat. Both are slugs.
    """
    from django.conf import settings  # noqa: PLC0415 (needs the settings)
    from django.urls import reverse  # noqa: PLC0415 (needs the settings)

    from tansiq.secretariat.record.domain.actors import worker_actor  # noqa: PLC0415 (needs Django)
    from tansiq.secretariat.record.domain.sign_in import sign_in_token  # noqa: PLC0415 (needs Django)
    from tansiq.secretariat.register.domain.secretariats import account_for, appoint_officer  # noqa: PLC0415 (needs Django)

    by, at = worker_actor(), datetime.now(UTC)
    account = account_for(email=email, by=by, at=at)
    if group:
        appoint_officer(group=group, account=account, by=by, at=at, organization=organization)
    return settings.SITE + reverse("record:sign-in-link", args=[sign_in_token(account=account)])
