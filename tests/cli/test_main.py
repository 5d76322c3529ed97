from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

import quizgen
from quizgen.cli import COMMANDS, main

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., subprocess.CompletedProcess[str]]

SLOW = "flask sqlalchemy alembic genanki pydantic yaml waitress json"
LOADED = "import sys; print(' '.join({name.split('.')[0] for name in sys.modules}))"


def modules_after(run: Run, *arguments: str) -> set[str]:
    """The top-level modules that a run of the command line has imported."""
    script = (
        "import atexit, sys\n"
        f"atexit.register(lambda: exec({LOADED!r}))\n"
        "from quizgen.cli import main\n"
        "main(sys.argv[1:])"
    )
    done = run("-c", script, *arguments)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines()[-1].split())


def test_help_lists_every_command_with_what_it_does(run: Run) -> None:
    for option in ("--help", "-h"):
        done = run("-c", "from quizgen.cli import main; main()", option)
        assert done.returncode == 0
        for name, text in COMMANDS.items():
            assert any(
                line.split()[:1] == [name] and text.split()[0] in line
                for line in done.stdout.splitlines()
            )


def test_help_is_shown_after_each_command_in_one_process() -> None:
    for name in COMMANDS:
        CliRunner().invoke(main, [name, "--help"])
        assert CliRunner().invoke(main, ["--help"]).exit_code == 0


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_help_is_quick_since_it_imports_nothing_heavy(run: Run, arguments: list[str]) -> None:
    """Nothing beyond what click needs by itself on this Python."""
    click = set(run("-c", f"import click; {LOADED}").stdout.split())
    assert not (modules_after(run, *arguments) - click) & set(SLOW.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_imports_neither_site_nor_decks_nor_yaml(run: Run, name: str) -> None:
    assert not modules_after(run, name, "--help") & (set(SLOW.split()) - {"json"})


def test_the_watch_over_imports_bites(run: Run) -> None:
    assert {"json", "pydantic"} <= modules_after(run, "schema")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_each_command_shows_an_example(name: str) -> None:
    done = CliRunner().invoke(main, [name, "--help"])
    assert done.exit_code == 0
    assert f"Example: quizgen {name}" in " ".join(done.stdout.split())


def test_the_version_is_that_of_the_package() -> None:
    assert CliRunner().invoke(main, ["--version"]).stdout.endswith(f" {quizgen.__version__}\n")


def test_an_unknown_command_is_wrong_usage_and_the_commands_are_named(run: Run) -> None:
    done = run("-c", "from quizgen.cli import main; main()", "chekc")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "'chekc'" in done.stderr
    assert all(name in done.stderr for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_an_unknown_option_is_wrong_usage(name: str) -> None:
    done = CliRunner().invoke(main, [name, "--colour"])
    assert done.exit_code == 2
    assert "--colour" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["list", "anki"])  # check tells mistakes as its result
def test_a_mistake_of_the_user_ends_with_1_and_a_message_with_advice(
    run: Run, tmp_path: Path, name: str
) -> None:
    nothing = str(tmp_path / "nothing")
    more = ["-o", str(tmp_path / "deck.apkg")] if name == "anki" else []
    done = run("-c", "from quizgen.cli import main; main()", name, nothing, *more)
    assert done.returncode == 1
    assert done.stderr.startswith(f"{nothing}: error no-bank: there is no such folder\n    name a")
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    assert list(tmp_path.iterdir()) == []


def test_an_error_in_the_program_is_not_dressed_as_a_mistake_of_the_user(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("quizgen.bank.json_schema.json_schema", lambda: 1 / 0)
    assert isinstance(CliRunner().invoke(main, ["schema"]).exception, ZeroDivisionError)
