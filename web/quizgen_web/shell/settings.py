"""What can be set from outside, read once when the site starts."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.bank.load import default_bank
from quizgen.errors import QuizgenError

if TYPE_CHECKING:
    from collections.abc import Mapping

SECRET_FILE = "secret.txt"
STORE_FILE = "quizgen.sqlite3"


@dataclass(frozen=True, slots=True)
class Settings:
    """The site's settings.

    Attributes:
        secret: signs the cookie that tells learners apart.
        database: the store's SQLAlchemy URL.
        https: whether readers reach the site by https; cookies are then sent only so.
        proxies: how many proxies stand before the site, whose headers are believed.
        shared: whether its readers share computers, so that a browser forgets its learner when
            its window closes.
    """

    secret: str
    database: str
    https: bool = False
    proxies: int = 0
    shared: bool = False

    @classmethod
    def from_environment(cls, environment: Mapping[str, str], folder: Path) -> Settings:
        """Read the variables QUIZGEN_SECRET, _DATABASE, _HTTPS, _PROXIES and _SHARED.

        Args:
            environment: the variables.
            folder: where the secret and the SQLite file lie if no variable says otherwise;
                made if it is not there.

        Raises:
            QuizgenError: for a variable that cannot be understood, or a folder that cannot
                be written to.
        """
        database = environment.get("QUIZGEN_DATABASE", "")
        secret = environment.get("QUIZGEN_SECRET", "")
        if not (database and secret):
            _make(folder)
        return cls(
            secret=secret or _kept_secret(folder / SECRET_FILE),
            database=database or f"sqlite:///{folder.resolve() / STORE_FILE}",
            https=_flag(environment, "QUIZGEN_HTTPS"),
            proxies=_count(environment, "QUIZGEN_PROXIES"),
            shared=_flag(environment, "QUIZGEN_SHARED"),
        )


def bank_folders(environment: Mapping[str, str]) -> list[Path]:
    """The folders that QUIZGEN_BANKS names, separated as in PATH; else that of the default bank."""
    named = environment.get("QUIZGEN_BANKS", "").split(os.pathsep)
    return [Path(name) for name in named if name.strip()] or [default_bank()]


def data_folder(environment: Mapping[str, str]) -> Path:
    """The folder that QUIZGEN_DATA names; else one of the account that the site runs under."""
    return Path(environment.get("QUIZGEN_DATA") or click.get_app_dir("quizgen"))


def _make(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        message = f"the folder for answers cannot be made: {error.strerror}"
        advice = "name another with --data DIR or QUIZGEN_DATA"
        raise QuizgenError.of(str(folder), "cannot-write", message, advice) from error


def _kept_secret(path: Path) -> str:
    """The secret of this installation: made at the first start, readable by its owner only."""
    try:
        try:
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            secret = path.read_text("ascii").strip()
        else:
            with os.fdopen(handle, "w") as file:
                secret = secrets.token_urlsafe(32)
                file.write(secret + "\n")
    except (OSError, UnicodeDecodeError) as error:
        message = f"the secret cannot be kept: {error}"
        advice = "name another folder with --data DIR, or set QUIZGEN_SECRET"
        raise QuizgenError.of(str(path), "cannot-write", message, advice) from error
    if len(secret) < 32:
        advice = "delete the file: a new secret is made at the next start"
        raise QuizgenError.of(str(path), "secret", "the secret is too short", advice)
    return secret


def _flag(environment: Mapping[str, str], name: str) -> bool:
    value = environment.get(name, "0")
    if value not in {"0", "1"}:
        raise QuizgenError.of(name, "setting", f"its value is {value!r}", "write 0 or 1")
    return value == "1"


def _count(environment: Mapping[str, str], name: str) -> int:
    value = environment.get(name, "0")
    if not (value.isascii() and value.isdigit() and int(value) < 10):
        raise QuizgenError.of(name, "setting", f"its value is {value!r}", "write 0 to 9")
    return int(value)
