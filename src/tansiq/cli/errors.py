"""Turns what went wrong into one line and an exit code: 1 when the answer is no, 2 when the input cannot be used."""

import click


class AnswerIsNo(Exception):
    """A check found something or a step was refused: exit 1."""


def usage_line(error: click.ClickException) -> str:
    """A click error as one line that says which command it was and where its help is."""
    context = getattr(error, "ctx", None)
    where = context.command_path if context else "tansiq"
    return f"{where}: {one_line(error.format_message()).rstrip('.,')}. See `{where} --help`."


def one_line(message: str) -> str:
    """A message without its line breaks: click lists the choices of an option one a line."""
    return " ".join(message.split()).replace(". Choose from: ", "; choose from ")
