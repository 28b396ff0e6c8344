"""The `tansiq` command: finds the command group asked for, and gives every failure its one line and exit code."""

import importlib
import os
import sys
from collections.abc import Sequence

try:
    import click

    from tansiq.cli.errors import one_line, usage_line
    from tansiq.cli.office import choose
    from tansiq.cli.streams import complain, drop_output, hold_streams, refuse_strange_bytes
except KeyboardInterrupt:  # these are most of the first moments, in which somebody may think better of it
    sys.exit(130)

COMMANDS = {
    "demo": "tansiq.cli.demo:demo",
    "import": "tansiq.cli.folders:import_",
    "init": "tansiq.cli.init:init",
    "press": "tansiq.cli.press:press",
    "redline": "tansiq.cli.redline:redline",
    "register": "tansiq.cli.register:register",
    "report": "tansiq.cli.report:report",
    "serve": "tansiq.cli.serve:serve",
}


class Commands(click.Group):
    """A group whose commands are imported when they are asked for, so that none pays for another."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, sorted."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        found = getattr(importlib.import_module(module), name)
        return found if isinstance(found, click.Command) else None


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--data", metavar="DIR", help="The folder that holds the state of the office. Default: TANSIQ_DATA, else ./tansiq-data.")
@click.option("--quiet", is_flag=True, help="Print results only, nothing of progress.")
@click.version_option(package_name="tansiq", message="tansiq %(version)s")
def cli(data: str | None, quiet: bool) -> None:  # noqa: ARG001 (read from the context)
    """Tansiq keeps the record of a working group and composes its reports.

    Example: tansiq demo
    """
    choose(data)


def main() -> None:
    """Run the command line; every failure becomes one line on standard error."""
    try:
        hold_streams()
        run(sys.argv[1:])
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except (click.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        drop_output()
        sys.exit(0)
    except Exception as error:
        code = exit_code(error)
        if code is None:
            raise
        fail(shown(error), code)


def run(words: Sequence[str]) -> None:
    """Run the command that the words are. Click's own `main` would give a reader that went away exit 1."""
    if "_TANSIQ_COMPLETE" in os.environ:
        cli.main(prog_name="tansiq")
    refuse_strange_bytes(words)
    with cli.make_context("tansiq", list(words)) as context:
        cli.invoke(context)


def shown(error: Exception) -> str:
    """An error as a person reads it: words for references, and one line except for a list of problems, which has one each."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        return error.format_message()
    if isinstance(error, click.ClickException):
        return usage_line(error)
    kinds = {f"{kind.__module__}.{kind.__name__}" for kind in type(error).__mro__}
    if "django.db.utils.Error" in kinds:
        return unusable_database(error)
    if "tansiq.secretariat.record.interchange.entries.ImportFailed" in kinds:
        return str(error)
    if "tansiq.secretariat.record.domain.errors.RecordError" not in kinds:
        return one_line(str(error))
    from tansiq.secretariat.record.domain.wording import in_words  # noqa: PLC0415 (the record is there: it raised the error)

    return one_line(in_words(str(error)))


def unusable_database(error: Exception) -> str:
    """What the database says, and which database it is; the password of its address is not told."""
    from django.conf import settings  # noqa: PLC0415 (the settings are there: a database of them raised the error)

    named = settings.DATABASES["default"]
    where = " on ".join(filter(None, [str(named.get("NAME", "")), str(named.get("HOST", ""))]))
    todo = "see that it is whole and may be read and written, put a backup in its place, or name another (--data, DATABASE_URL)."
    return f"the database {where} cannot be used ({one_line(str(error)).rstrip('.')}); {todo}"


def fail(message: str, code: int) -> None:
    """Print what went wrong and exit."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        drop_output()
    complain(message)
    sys.exit(code)


def exit_code(error: Exception) -> int | None:
    """1 for a refusal, 2 for input that cannot be used, None for a fault of ours. Errors are told by their own packages."""
    for kind in type(error).__mro__:
        found = EXIT_CODES.get(f"{kind.__module__}.{kind.__name__}")
        if found is not None:
            return found
    return None


EXIT_CODES = {
    "builtins.OSError": 2,
    "click.exceptions.ClickException": 2,
    "django.core.exceptions.ImproperlyConfigured": 2,
    "django.db.utils.Error": 2,
    "tansiq.cli.errors.AnswerIsNo": 1,
    "tansiq.engines.dates.errors.DateError": 2,
    "tansiq.engines.ooxml.errors.OoxmlError": 2,
    "tansiq.engines.press.errors.PressError": 2,
    "tansiq.engines.redline.errors.RedlineError": 2,
    "tansiq.secretariat.record.domain.errors.Refused": 1,
    "tansiq.secretariat.record.domain.errors.Unusable": 2,
    "tansiq.secretariat.record.interchange.entries.ImportFailed": 2,
    "tansiq.site.configuration.BadSetting": 2,
}
"""By name, so that no command imports an engine it does not use."""


if __name__ == "__main__":
    main()
