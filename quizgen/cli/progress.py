"""A bar that shows how far long work is: on a terminal only, and never on standard output."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SHORT = 10
"""Work of fewer steps is over before a bar could be read."""


@contextmanager
def progress(label: str, steps: int) -> Iterator[Callable[[], object]]:
    """Give a function to call after each step."""
    if steps < SHORT or not sys.stderr.isatty():
        yield lambda: None
        return
    with click.progressbar(length=steps, label=label, file=sys.stderr) as bar:
        yield lambda: bar.update(1)
