"""quizgen serve: the site on this machine."""

from __future__ import annotations

import errno
import os
import socket
from pathlib import Path

import click

_EVERY = {"0.0.0.0", "::"}


@click.command
@click.argument("banks", nargs=-1, type=click.Path(path_type=Path), metavar="[BANK]...")
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
def command(
    banks: tuple[Path, ...], host: str, port: int, open_browser: bool, data: Path | None
) -> None:
    """Open the quiz site on one bank or several, with the answers kept in an SQLite file.

    A bank whose files change is read anew while the site runs.

    Example: quizgen serve --port 8123 --open
    """
    from quizgen_web import create_app
    from quizgen_web.shell import server
    from quizgen_web.shell.settings import Settings, bank_folders, data_folder
    from quizgen_web.shell.site import Shelf
    from quizgen_web.store import open_store

    from quizgen.bank.folders import load_all
    from quizgen.cli.reach import reach

    loaded = load_all(banks or bank_folders(os.environ))
    listener = _listen(host, port)
    settings = Settings.from_environment(os.environ, data or data_folder(os.environ))
    app = create_app(Shelf.of(*loaded), settings, open_store(settings.database))
    port = listener.getsockname()[1]
    address = f"http://{_shown(host)}:{port}/"
    if len(loaded) > 1:
        click.echo(f"{len(loaded)} banks at {address}")
    for one in loaded:
        place = f"{address}b/{one.bank.id}/" if len(loaded) > 1 else address
        click.echo(f"{one.bank.title}: {len(one.bank.questions)} questions at {place}")
    for line in reach(host, port):
        click.echo(line)
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
    if host in _EVERY:
        return "127.0.0.1" if host == "0.0.0.0" else "[::1]"
    return f"[{host}]" if ":" in host else host
