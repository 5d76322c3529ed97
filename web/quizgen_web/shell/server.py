"""The server of `quizgen serve`: waitress, with room for a class that keeps connections open.

A browser holds up to six connections for minutes. With waitress' own limit of a hundred, thirty
phones that are merely there would lock everybody else out, and so would forms that are sent half.
"""

from __future__ import annotations

import gc
import logging
import select
import sys
from typing import TYPE_CHECKING

import waitress

if TYPE_CHECKING:
    from socket import socket

    from flask import Flask

MOST_CONNECTIONS = 4_000
SPARE_FILES = 100
"""Of the files that the process may open, those that are left for the store and all else."""

IDLE_SECONDS = 20
"""A connection that says nothing for so long is closed; the browser opens another in time."""

THREADS = 2
"""Python runs one thread at a time, and handing over costs more than a page does. The second
thread is there so that a deck or a paper in the making does not hold up everybody."""


def serve(app: Flask, listener: socket) -> None:
    """Answer requests until the process is told to stop.

    Args:
        app: the site.
        listener: a socket that listens already.
    """
    gc.freeze()  # what is there now stays: the collector need not look through it again
    logging.getLogger("waitress.queue").setLevel("ERROR")  # a page that waits its turn is no news
    waitress.serve(
        app,
        sockets=[listener],
        threads=THREADS,
        ident=None,
        connection_limit=connection_limit(),
        asyncore_use_poll=hasattr(select, "poll"),
        channel_timeout=IDLE_SECONDS,
        cleanup_interval=IDLE_SECONDS // 4,
    )


def connection_limit() -> int:
    """How many connections may be open at once: below what the system lets the process open."""
    if sys.platform == "win32":
        return 500  # select() there takes 512 sockets
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_CONNECTIONS + SPARE_FILES
    if soft != resource.RLIM_INFINITY and soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    if soft == resource.RLIM_INFINITY:
        return MOST_CONNECTIONS
    return max(SPARE_FILES, min(MOST_CONNECTIONS, soft - SPARE_FILES))
