from __future__ import annotations

import os
from pathlib import Path

import pytest
from quizgen_web.shell.settings import Settings, bank_folders, data_folder

from quizgen.bank.load import default_bank
from quizgen.errors import QuizgenError


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
            "QUIZGEN_SHARED": "1",
        },
        folder,
    )
    assert settings == Settings("s" * 40, "postgresql+psycopg://db/quizgen", True, 2, True)
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


def test_banks_are_named_as_in_path_and_empty_names_are_passed_over() -> None:
    named = {"QUIZGEN_BANKS": os.pathsep.join(["one", "", "two/three"])}
    assert bank_folders(named) == [Path("one"), Path("two/three")]


@pytest.mark.parametrize("environment", [{}, {"QUIZGEN_BANKS": ""}, {"QUIZGEN_BANKS": os.pathsep}])
def test_without_banks_the_default_one_is_asked(environment: dict[str, str]) -> None:
    assert bank_folders(environment) == [default_bank()]


def test_the_data_folder_is_the_one_that_is_named_or_one_of_the_account(tmp_path: Path) -> None:
    assert data_folder({"QUIZGEN_DATA": str(tmp_path)}) == tmp_path
    assert data_folder({}).is_absolute()
