"""What several commands share: the bank argument and the filters."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable

F = TypeVar("F", bound="Callable[..., Any]")


def bank_argument(command: F) -> F:
    """Add the optional argument BANK, passed as ``bank: Path``."""
    return click.argument("bank", required=False, callback=_or_default, metavar="[BANK]")(command)


def _or_default(ctx: click.Context, param: click.Parameter, value: str | None) -> Path:
    if value is not None:
        return Path(value)
    from quizgen.bank.load import default_bank

    return default_bank()


def filter_options(command: F) -> F:
    """Add --topic, --author and --kind, each repeatable, passed as tuples of texts."""
    for option, text in (
        ("kind", "Only claims of this kind: fact, quote or interpretation."),
        ("author", "Only claims of this author: a source's id or a part of the name."),
        ("topic", "Only claims under the topic with this id."),
    ):
        command = click.option(
            f"--{option}", f"{option}s", multiple=True, metavar=option.upper(), help=text
        )(command)
    return command
