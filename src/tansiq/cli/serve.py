"""`tansiq serve`: the site, on this machine."""

import os
import socket
from collections.abc import Callable
from typing import Any

import click

from tansiq.cli.office import open_office, say

WORKERS, THREADS = 2, 4


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The port to listen on.")
def serve(port: int) -> None:
    """Serve the site of the data folder at http://localhost:PORT.

    Example: tansiq serve --port 8080
    """
    open_office()
    run_site(port)


def refuse_taken(port: int) -> None:
    """A usage error when something else listens on the port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise click.UsageError(f"port {port} cannot be used ({error.strerror}); choose another with --port") from error


def run_site(port: int) -> None:
    """Serve until the process is stopped. A usage error when the port is taken."""
    refuse_taken(port)
    say(f"the site is at http://localhost:{port}/ (stop it with Ctrl+C)")
    if os.name == "nt":
        from django.core.management import call_command  # noqa: PLC0415 (needs the settings)

        call_command("runserver", f"127.0.0.1:{port}", "--noreload", "--insecure")
        return
    site_under_gunicorn(port)


def site_under_gunicorn(port: int) -> None:
    """Serve with two processes of four threads."""
    from gunicorn.app.base import BaseApplication  # noqa: PLC0415 (not installed on Windows)

    class Site(BaseApplication):
        """Gunicorn, set up here instead of by a file."""

        def load_config(self) -> None:
            """Where to listen and with how many hands."""
            settings = {"bind": f"127.0.0.1:{port}", "workers": WORKERS, "threads": THREADS, "loglevel": "warning"}
            for name, value in settings.items():
                self.cfg.set(name, value)

        def load(self) -> Callable[..., Any]:
            """The WSGI application."""
            from tansiq.site.wsgi import application  # noqa: PLC0415 (loaded in the worker)

            return application

    Site().run()
