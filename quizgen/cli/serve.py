"""quizgen serve: the site on this machine."""

from __future__ import annotations

import errno
import os
import socket
from pathlib import Path

import click

from quizgen.cli.options import bank_argument


@click.command
@bank_argument
@click.option(
    "-H",
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="HOST",
    help="The address to listen at; 0.0.0.0 lets the whole network in.",
)
@click.option(
    "-p",
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(0, 65535),
    metavar="PORT",
    help="The port to listen at; 0 takes a free one.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the site in a browser.")
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    envvar="QUIZGEN_DATA",
    metavar="DIR",
    help="Where answers are kept; a folder of your account if not given.",
)
def command(bank: Path, host: str, port: int, open_browser: bool, data: Path | None) -> None:
    """Open the quiz site on a bank, with the answers kept in an SQLite file.

    Example: quizgen serve --port 8123 --open
    """
    from quizgen.bank.load import load

    loaded = load(bank)
    listener = _listen(host, port)

    from quizgen_web import create_app
    from quizgen_web.shell import server
    from quizgen_web.shell.settings import Settings
    from quizgen_web.store import open_store

    settings = Settings.from_environment(os.environ, data or Path(click.get_app_dir("quizgen")))
    app = create_app(loaded.bank, settings, open_store(settings.database), loaded)
    address = f"http://{_shown(host)}:{listener.getsockname()[1]}/"
    click.echo(f"{loaded.bank.title}: {len(loaded.bank.questions)} questions at {address}")
    click.echo("Press Ctrl+C to stop.")
    if open_browser:
        click.launch(address)
    server.serve(app, listener)


def _listen(host: str, port: int) -> socket.socket:
    """Take the port before anything slow is done.

    Raises:
        QuizgenError: where the port is in use or the address is not this machine's.
    """
    from quizgen.errors import QuizgenError

    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(1024)
    except OSError as error:
        listener.close()
        if error.errno == errno.EADDRINUSE:
            message, advice = f"port {port} is in use", f"choose another: --port {port + 1}"
            raise QuizgenError.of("--port", "port-in-use", message, advice) from error
        message = f"cannot listen at {host}, port {port}: {error.strerror}"
        advice = "use an address of this machine, and a port from 1024"
        raise QuizgenError.of("--host", "cannot-listen", message, advice) from error
    return listener


def _shown(host: str) -> str:
    if host in {"0.0.0.0", "::"}:
        return socket.gethostname()
    return f"[{host}]" if ":" in host else host
