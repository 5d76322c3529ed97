"""The documentation tells all there is, and its examples run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner
from quizgen_web.shell import settings

from quizgen.bank.file_entries import DraftEntry, ProposalEntry
from quizgen.bank.load import default_bank, load_bank
from quizgen.bank.new import write_example
from quizgen.bank.yaml_schema import (
    BankEntry,
    ClaimEntry,
    Entry,
    EvidenceEntry,
    PatternsEntry,
    QuestionEntry,
    SourceEntry,
)
from quizgen.cli import COMMANDS, main
from quizgen.modes import MODES, Mode

HOUSE = Path(__file__).parents[1]
DOCS = {
    path.relative_to(HOUSE / "docs").as_posix(): path.read_text("utf-8")
    for path in sorted((HOUSE / "docs").rglob("*.md"))
}


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
    "key of a draft": DraftEntry,
    "key of a proposal": ProposalEntry,
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


STEP = re.compile(
    r"^```console\n(?P<console>.*?)^```"
    r"|Write `(?P<file>[^`]*)`:\n\n```\w+\n(?P<content>.*?)^```"
    r"|In `(?P<changed>[^`]*)`,\swrite\s`(?P<new>[^`]*)`\sinstead\sof\s`(?P<old>[^`]*)`",
    re.M | re.S,
)
"""What a page tells a reader to do: to run a command, to write a file, to change one."""

COMMAND = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.M)


def matches(output: str, written: str) -> bool:
    """Whether a command printed what a page shows; a line ``...`` stands for any lines."""
    lines = written.splitlines(keepends=True)
    pattern = "".join("(?:.*\n)*" if line == "...\n" else re.escape(line) for line in lines)
    return bool(re.fullmatch(pattern, output))


@pytest.mark.parametrize("name", [name for name, text in DOCS.items() if "```console" in text])
def test_the_console_examples_print_what_is_written(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of a page one after the other, with the files that it tells a reader to write."""
    if "$ quizgen new mybank\n" not in DOCS[name]:
        write_example(tmp_path / "mybank")
    monkeypatch.chdir(tmp_path)
    for step in STEP.finditer(DOCS[name]):
        if step["file"]:
            Path(step["file"]).write_text(step["content"], "utf-8")
        elif step["changed"]:
            text = Path(step["changed"]).read_text("utf-8")
            assert text.count(step["old"]) == 1
            Path(step["changed"]).write_text(text.replace(step["old"], step["new"]), "utf-8")
        for command, output in COMMAND.findall(step["console"] or ""):
            assert command.startswith("quizgen "), command
            done = CliRunner().invoke(main, shlex.split(command)[1:])
            assert matches(done.output, output), f"{command} printed:\n{done.output}"


def test_the_reading_of_examples_bites() -> None:
    assert matches("a\nb\nc\n", "a\n...\nc\n")
    assert matches("a\nb\n", "a\n...\n")
    assert not matches("a\nb\n", "a\n")
    assert not matches("ab\n", "a.\n")


@pytest.mark.parametrize("name", [name for name, text in DOCS.items() if "```python" in text])
def test_the_python_examples_run(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those of a page one after the other, as a reader would try them."""
    write_example(tmp_path / "mybank")
    monkeypatch.chdir(tmp_path)
    namespace: dict[str, object] = {}
    for found in re.finditer(r"^```python\n(.*?)^```", DOCS[name], re.M | re.S):
        line = DOCS[name].count("\n", 0, found.start()) + 1
        exec(compile("\n" * line + found[1], name, "exec"), namespace)


def test_the_commands_of_the_readme_exist() -> None:
    readme = (HOUSE / "README.md").read_text("utf-8")
    for name in re.findall(r"quizgen ([a-z]+) ", readme):
        assert name in {*COMMANDS, "carries", "is", "makes"}, name


def test_the_example_of_the_readme_is_a_question_of_the_bank() -> None:
    readme = " ".join((HOUSE / "README.md").read_text("utf-8").replace("\n>", "").split())
    found = re.search(r"\*\*(According .*?)\*\* (.*?)\. (.*?) It comes", readme)
    assert found
    bank = load_bank(default_bank())
    (question,) = (q for q in bank.questions if q.prompt == found[1])
    assert question.key == found[2]
    assert found[3] in question.claim.citation
    counts = re.search(r"more than (\d+) questions on more than (\d+) claims", readme)
    assert counts
    for told, there in zip(counts.groups(), (bank.questions, bank.claims), strict=True):
        assert int(told) < len(there) < int(told) + 100


PAGES = [*HOUSE.glob("*.md"), *(HOUSE / "docs").rglob("*.md")]


def test_links_between_documents_lead_somewhere() -> None:
    for path in PAGES:
        for link, part in re.findall(r"\]\(([^)#:]*)(#[^)]*)?\)", path.read_text("utf-8")):
            target = path.parent / link if link else path
            assert target.exists(), f"{path.name}: {link}"
            if part:
                titles = re.findall(r"^#+ (.*)", target.read_text("utf-8"), re.M)
                anchors = {re.sub(r"[^\w -]", "", t.lower()).replace(" ", "-") for t in titles}
                assert part[1:] in anchors, f"{path.name}: {link}{part}"


OF_THE_HOUSE = re.compile(r"`((?:quizgen|web|tests|docs|bench|banks|\.ci)/[\w./-]+)`")


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_files_of_the_house_that_a_page_names_are_there(path: Path) -> None:
    """But for records of what once was."""
    if path.parent.name != "decisions":
        for name in OF_THE_HOUSE.findall(path.read_text("utf-8")):
            assert (HOUSE / name).exists(), name


def test_twenty_changes_name_one_file_each() -> None:
    """What somebody came for, who then opened another file (docs/decisions, 12)."""
    first = DOCS["where.md"].partition("\n\nAnd some")[0]
    rows = re.findall(r"^\| (?!I want|-)(.*?) \| (.*?) \|", first, re.M)
    assert len(rows) == 20
    for change, places in rows:
        assert re.fullmatch(r"`[^`]+`", places), f"{change}: one file"
        assert (HOUSE / places.strip("`")).is_file(), places
