from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from quizgen.cli import main

if TYPE_CHECKING:
    from pathlib import Path


def _run(*arguments: str | int | Path) -> Result:
    return CliRunner().invoke(main, ["quiz", *map(str, arguments)])


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_forms_are_written_and_made_again_from_their_codes(tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = _run("-n", 6, "--seed", "7", "--forms", 2, "--to", "html,pdf,docx", "-o", out)
    assert result.exit_code == 0, result.output
    written = _files(out)
    assert len(written) == 19
    codes = [line.split("code ")[1] for line in result.stderr.splitlines()]
    for code in codes:
        again = _run("--code", code, "--to", "pdf,docx,html", "-o", tmp_path / "again")
        assert again.exit_code == 0, again.output
    written.pop("nato.quiz.yaml")  # that of one form, which is written anew for each code
    again_written = _files(tmp_path / "again")
    again_written.pop("nato.quiz.yaml")
    assert again_written == written


def test_a_packet_is_the_same_each_time_and_from_its_code(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        result = _run("-n", 4, "--seed", "7", "--to", "packet", "-o", tmp_path / folder)
        assert result.exit_code == 0, result.output
        out = tmp_path / folder
        assert result.stdout == f"{out / 'nato-packet.zip'}\n{out / 'nato.quiz.yaml'}\n"
    code = result.stderr.split("code ")[1].strip()
    again = _run("--code", code, "--to", "packet", "-o", tmp_path / "again")
    assert again.exit_code == 0, again.output
    written = _files(tmp_path / "one")
    assert sorted(written) == ["nato-packet.zip", "nato.quiz.yaml"]
    assert _files(tmp_path / "two") == _files(tmp_path / "again") == written


def test_without_a_package_no_half_packet_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    result = _run("-n", 2, "--to", "packet,html", "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "DOCX needs the package python-docx, which is not installed" in result.output
    assert not (tmp_path / "out").exists()


def test_without_a_seed_each_paper_is_another(tmp_path: Path) -> None:
    codes = {_run("-n", 5, "-o", tmp_path).stderr for _ in range(4)}
    assert len(codes) == 4


def test_the_blueprint_is_kept(tmp_path: Path) -> None:
    result = _run(
        "--topic", "ukraine=3", "--topic", "yugoslavia=2", "--author", "ng", "-o", tmp_path
    )
    assert result.exit_code == 0, result.output
    assert "form A: 5 questions" in result.stderr


def test_too_small_a_bank_is_told(example: Path, tmp_path: Path) -> None:
    result = _run(example, "-n", 2, "--forms", 9, "-o", tmp_path / "out")
    assert "stand in more than one form" in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["-n", "0"], "-n: error number"),
        (["-n", "400", "--topic", "asia"], "-n: error too-few: questions: 400 asked for,"),
        (["--topic", "ukrane"], "did you mean ukraine?"),
        (["--topic", "asia=99", "--kind", "quote=98"], "lacking"),
        (["--code", "3333"], "--code: error code"),
        (["--to", "odt"], "There are: pdf, cards, docx, html, "),
        (["--title", "x" * 200], "--title: error too-long"),
    ],
)
def test_a_mistake_is_told_and_nothing_is_written(
    tmp_path: Path, arguments: list[str], said: str
) -> None:
    result = _run(*arguments, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert said in result.output
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("option", [["-n", "5"], ["--seed", "1"], ["--topic", "asia"]])
def test_a_code_takes_no_blueprint_beside_it(tmp_path: Path, option: list[str]) -> None:
    result = _run("--code", "3T86", *option, "-o", tmp_path / "out")
    assert result.exit_code == 2
    assert "--code says all" in result.output


def test_core_asks_about_central_claims_only(tmp_path: Path) -> None:
    from quizgen.bank.load import default_bank, load_bank
    from quizgen.paper.again import paper_again

    result = _run("-n", "20", "--core", "--seed", "7", "--to", "html", "-o", tmp_path / "out")
    assert result.exit_code == 0, result.output
    found = re.search(r"code ([\w-]+)", result.output)
    assert found
    paper = paper_again(load_bank(default_bank()), found[1])
    assert {item.question.claim.weight for item in paper.items} == {"central"}


def test_a_quiz_file_gives_the_same_bytes(tmp_path: Path) -> None:
    how = ["--page", "a4", "--roomy", "--title", "Spring"]
    how += ["--core", "--same"]
    first = _run("-n", 5, "--seed", "7", "--forms", 3, *how, "-o", tmp_path / "a")
    assert first.exit_code == 0, first.output
    again = _run("--from", tmp_path / "a" / "nato.quiz.yaml", "-o", tmp_path / "b")
    assert again.exit_code == 0, again.output
    assert _files(tmp_path / "b") == _files(tmp_path / "a")
    both = _run("--from", tmp_path / "a" / "nato.quiz.yaml", "--seed", "8", "-o", tmp_path / "c")
    assert both.exit_code == 2
    assert "--from says all" in both.output


def test_forms_can_ask_the_same_in_another_order(tmp_path: Path) -> None:
    _run("-n", 6, "--seed", "7", "--forms", 2, "--same", "--sorted", "-o", tmp_path / "out")
    one, two = ((tmp_path / "out" / f"nato-{form}-paper.html").read_text("utf-8") for form in "AB")
    asked = [re.findall(r"<p dir=auto>(According[^<]*)", page) for page in (one, two)]
    assert asked[0] != asked[1]
    assert sorted(asked[0]) == sorted(asked[1])
