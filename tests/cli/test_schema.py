from __future__ import annotations

import json
from typing import TYPE_CHECKING

from click.testing import CliRunner

from quizgen.cli import main

if TYPE_CHECKING:
    from pathlib import Path


def test_the_schema_is_printed_as_json_and_is_the_one_that_new_writes(example: Path) -> None:
    done = CliRunner().invoke(main, ["schema"])
    assert done.exit_code == 0
    assert done.stderr == ""
    schema = json.loads(done.stdout)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema == json.loads((example / "bank.schema.json").read_text("utf-8"))


def test_the_schema_takes_no_argument() -> None:
    assert CliRunner().invoke(main, ["schema", "x"]).exit_code == 2
