from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from quizgen_web.shell.settings import Settings

from quizgen.errors import QuizgenError

if TYPE_CHECKING:
    from pathlib import Path


def test_the_first_start_makes_a_secret_that_only_its_owner_can_read(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    first = Settings.from_environment({}, folder)
    assert len(first.secret) >= 32
    assert (folder / "secret.txt").stat().st_mode & 0o777 == 0o600


def test_later_starts_keep_the_secret(tmp_path: Path) -> None:
    first = Settings.from_environment({}, tmp_path)
    assert Settings.from_environment({}, tmp_path) == first


def test_two_installations_have_two_secrets(tmp_path: Path) -> None:
    one = Settings.from_environment({}, tmp_path / "one")
    assert one.secret != Settings.from_environment({}, tmp_path / "two").secret


def test_variables_come_before_files(tmp_path: Path) -> None:
    folder = tmp_path / "never made"
    settings = Settings.from_environment(
        {
            "QUIZGEN_SECRET": "s" * 40,
            "QUIZGEN_DATABASE": "postgresql+psycopg://db/quizgen",
            "QUIZGEN_HTTPS": "1",
            "QUIZGEN_PROXIES": "2",
        },
        folder,
    )
    assert settings == Settings("s" * 40, "postgresql+psycopg://db/quizgen", True, 2)
    assert not folder.exists()


@pytest.mark.parametrize(
    "environment", [{"QUIZGEN_HTTPS": "yes"}, {"QUIZGEN_PROXIES": "-1"}, {"QUIZGEN_PROXIES": "x"}]
)
def test_a_variable_that_cannot_be_understood_is_named(
    environment: dict[str, str], tmp_path: Path
) -> None:
    with pytest.raises(QuizgenError, match=next(iter(environment))):
        Settings.from_environment(environment, tmp_path)


def test_an_emptied_secret_is_refused(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("\n")
    with pytest.raises(QuizgenError, match="too short"):
        Settings.from_environment({}, tmp_path)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(QuizgenError, match="--data"):
        Settings.from_environment({}, tmp_path / "file" / "data")
