"""The documentation tells all there is, and its examples run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner
from quizgen_web.shell import settings

from quizgen.bank.entries import (
    BankEntry,
    ClaimEntry,
    Entry,
    EvidenceEntry,
    PatternsEntry,
    QuestionEntry,
    SourceEntry,
)
from quizgen.bank.new import write_example
from quizgen.cli import COMMANDS, main
from quizgen.modes import MODES, Mode

HOUSE = Path(__file__).parents[1]
DOCS = {path.name: path.read_text("utf-8") for path in (HOUSE / "docs").glob("*.md")}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_each_of_its_options_is_described(name: str) -> None:
    context = main.make_context("quizgen", [name, "--help"], resilient_parsing=True)
    command = main.get_command(context, name)
    assert command is not None
    found = re.search(rf"^## {name}$(.*?)(?=^## |\Z)", DOCS["commands.md"], re.M | re.S)
    assert found, f"docs/commands.md does not describe {name}"
    elsewhere = DOCS.get(f"{name}.md", "")
    for parameter in command.params:
        long = [option for option in parameter.opts if option.startswith("--")]
        for option in long:
            short = option in found[1] or f"`{parameter.opts[0]}" in found[1]
            assert short or any(o in found[1] + elsewhere for o in parameter.opts), option


def test_every_setting_is_described() -> None:
    source = Path(settings.__file__).read_text("utf-8")
    names = set(re.findall(r"QUIZGEN_[A-Z]+", source)) | {"QUIZGEN_DATA"}
    assert names == set(re.findall(r"`(QUIZGEN_[A-Z]+)`", DOCS["settings.md"]))


KEYS: dict[str, type[Entry]] = {
    "key of the bank": BankEntry,
    "pattern": PatternsEntry,
    "key of a source": SourceEntry,
    "key of a claim": ClaimEntry,
    "key of the evidence": EvidenceEntry,
    "key of a question": QuestionEntry,
}
"""The tables of the format, by the heads of their first columns."""


@pytest.mark.parametrize("head", KEYS)
def test_the_keys_of_a_bank_and_the_described_ones_are_the_same(head: str) -> None:
    table = DOCS["bank-format.md"].partition(f"| {head} |")[2].partition("\n\n")[0]
    first = [row.split("|")[1] for row in table.splitlines()[2:]]
    described = [key for cell in first for key in re.findall(r"`(\w+)`", cell)]
    assert sorted(described) == sorted(KEYS[head].model_fields)


@pytest.mark.parametrize("mode", MODES.values(), ids=MODES)
def test_every_mode_is_described_as_people_meet_it(mode: Mode) -> None:
    needs = mode.needs or "nothing more"
    row = f"| `{mode.name}` | {mode.label} | {mode.explained} | {needs} |"
    assert row in DOCS["bank-format.md"]


def test_every_key_that_list_gives_is_described(tmp_path: Path) -> None:
    write_example(tmp_path / "bank")
    shown = CliRunner().invoke(main, ["list", str(tmp_path / "bank"), "--json"]).output
    keys = set(re.findall(r'^  "(\w+)":', shown, re.M))
    described = re.search(r"one a question: `([^`]*)`", DOCS["commands.md"])
    assert described
    assert keys == set(re.split(r",\s*", described[1].replace("\n", " ")))


def test_the_console_examples_print_what_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_example(tmp_path / "mybank")
    monkeypatch.chdir(tmp_path)
    examples = [
        (command, output)
        for text in DOCS.values()
        for command, output in re.findall(r"```console\n\$ (.*?)\n(.*?)```", text, re.S)
    ]
    assert examples
    for command, output in examples:
        assert CliRunner().invoke(main, shlex.split(command)[1:]).output == output


def test_the_commands_of_the_readme_exist() -> None:
    readme = (HOUSE / "README.md").read_text("utf-8")
    for name in re.findall(r"quizgen ([a-z]+) ", readme):
        assert name in {*COMMANDS, "comes", "carries", "turns", "is"}, name


def test_links_between_documents_lead_somewhere() -> None:
    for path in [*HOUSE.glob("*.md"), *(HOUSE / "docs").rglob("*.md")]:
        for link in re.findall(r"\]\(([^)#:]+)\)", path.read_text("utf-8")):
            assert (path.parent / link).exists(), f"{path.name}: {link}"
