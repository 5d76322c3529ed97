from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from quizgen_web import create_app
from quizgen_web.shell.settings import Settings
from quizgen_web.shell.site import Shelf
from quizgen_web.store import open_store

from quizgen.bank.load import load
from quizgen.bank.new import write_example
from quizgen.cli import main
from tests.intake.essays.made import BODY, FIRST, HTML, TEXT

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


@pytest.fixture
def essay(tmp_path: Path) -> Path:
    path = tmp_path / "Our Bridge.txt"
    path.write_text(TEXT, "utf-8")
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(main, list(map(str, words)))


def test_a_draft_loads_and_all_its_evidence_is_proven(essay: Path, tmp_path: Path) -> None:
    done = run("draft", essay, "-o", tmp_path / "bank")
    assert done.exit_code == 0, done.output
    following = done.stdout.splitlines()[-1]
    checked = run(*following.removeprefix("Next: quizgen ").split())
    assert checked.exit_code == 0, checked.output
    counted = re.search(r"(\d+) drafts, .* (\d+) of (\d+) phrases", checked.stdout)
    assert counted
    assert counted[1] == counted[2] == counted[3] != "0"
    assert "error" not in checked.stdout.replace("0 errors", "")


def test_check_says_for_each_claim_what_is_to_do_and_strict_fails(
    essay: Path, tmp_path: Path
) -> None:
    run("draft", essay, "-o", tmp_path / "bank")
    drafts = load(tmp_path / "bank").bank.drafts
    checked = run("check", tmp_path / "bank", "--strict")
    assert checked.exit_code == 1
    assert checked.stdout.count("warning to-do: say in your own words") == len(drafts)


def test_nothing_of_a_draft_is_asked_or_shown(essay: Path, tmp_path: Path) -> None:
    run("draft", essay, "-o", tmp_path / "bank")
    assert run("list", tmp_path / "bank", "--json").stdout == "[]\n"
    assert run("quiz", tmp_path / "bank", "-n", 1, "-o", tmp_path / "q").exit_code == 1
    assert run("anki", tmp_path / "bank", "-o", tmp_path / "d.apkg").exit_code == 1
    released = run("release", tmp_path / "bank")
    assert (released.exit_code, "empty-deck" in released.output) == (1, True)
    loaded = load(tmp_path / "bank")
    store = open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}")
    visitor = create_app(Shelf.of(loaded), Settings("s" * 40, "unused"), store).test_client()
    for place in ("/", "/sources", "/topics", "/questions", "/search?q=bridge"):
        page = visitor.get(place).text
        for draft in loaded.bank.drafts:
            assert draft.id not in page
            assert draft.evidence[0].quote not in page
    store.close()


def test_a_draft_that_is_finished_by_hand_is_asked(essay: Path, tmp_path: Path) -> None:
    run("draft", essay, "-o", tmp_path / "bank")
    path = tmp_path / "bank" / "our-bridge.yaml"
    text = re.sub(r"  todo:  .*\n(    - .*\n)+", "", path.read_text("utf-8"), count=1)
    text = re.sub(
        r"    todo:\n(      - .*\n)+(    kind: )(.*\n    evidence: .*\n    topics: .*\n)"
        r"    proposal:\n(      .*\n)+",
        "\\2\\3    text: the bridge was built in [[1911]]\n    questions:\n      year: "
        "{ask: when was it built?, answer: 1911, why: So Voss says.}\n",
        text,
        count=1,
    )
    path.write_text(text, "utf-8")
    bank = load(tmp_path / "bank").bank
    assert [question.key for question in bank.questions] == ["1911"]
    assert bank.drafts


def test_json_prints_the_proposals_and_nothing_else(essay: Path, tmp_path: Path) -> None:
    for folder in ([], ["-o", tmp_path / "bank"]):
        done = run("draft", essay, "--json", *folder)
        records = json.loads(done.stdout)
        keys = ["paragraph", "heading", "sentence", "phrase", "kind", "speaker", "blanks", "score"]
        assert all(list(record) == keys for record in records)
        assert all(record["sentence"] in BODY[record["paragraph"] - 1] for record in records)
    assert not list(tmp_path.glob("*.json"))


def test_one_of_folder_and_json_is_needed(essay: Path) -> None:
    assert run("draft", essay).exit_code == 2


def test_the_essay_lies_beside_the_bank_and_is_kept_out_of_git(essay: Path, tmp_path: Path) -> None:
    run("draft", essay, "-o", tmp_path / "bank")
    folder = tmp_path / "bank" / "essays"
    assert (folder / "our-bridge.txt").read_text("utf-8") == TEXT + "\n"
    assert "*" in (folder / ".gitignore").read_text("utf-8").splitlines()
    assert json.loads((tmp_path / "bank" / "evidence.json").read_text("utf-8"))["our-bridge"]


def test_a_second_essay_joins_the_bank(essay: Path, tmp_path: Path) -> None:
    write_example(tmp_path / "bank")
    before = load(tmp_path / "bank").bank
    old = (tmp_path / "bank" / "evidence.json").exists()
    page = tmp_path / "bridge.html"
    page.write_text(HTML, "utf-8")
    assert run("draft", page, "-o", tmp_path / "bank").exit_code == 0
    after = load(tmp_path / "bank").bank
    assert after.questions == before.questions
    assert [s.id for s in after.sources] == ["bridge", *(s.id for s in before.sources)]
    assert not old
    checked = run("check", tmp_path / "bank", "--essays", tmp_path / "bank" / "essays")
    assert checked.exit_code == 0, checked.output


def test_a_source_and_a_folder_of_other_things_are_never_overwritten(
    essay: Path, tmp_path: Path
) -> None:
    run("draft", essay, "-o", tmp_path / "bank")
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    again = run("draft", essay, "-o", tmp_path / "bank")
    other = run("draft", essay, "-o", tmp_path)
    assert (again.exit_code, other.exit_code) == (1, 1)
    assert "exists" in again.stderr
    assert "not-empty" in other.stderr
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


def test_nothing_is_left_behind_by_an_essay_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"no PDF")
    done = run("draft", path, "-o", tmp_path / "bank")
    assert done.exit_code == 1
    assert "error broken" in done.stderr
    assert not (tmp_path / "bank").exists()


def test_words_that_yaml_could_misread_stay_what_they_are(tmp_path: Path) -> None:
    path = tmp_path / "no.txt"
    odd = 'Mayor "No: yes" Brandt said in 1911 that #12 {and} [so] on: “*all* & !none” went \\ by.'
    path.write_text("\n".join([f"{FIRST} {odd}"] * 3), "utf-8")
    run("draft", path, "-o", tmp_path / "bank")
    checked = run("check", tmp_path / "bank", "--essays", tmp_path / "bank" / "essays")
    assert checked.exit_code == 0, checked.output
