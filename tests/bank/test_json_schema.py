from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import yaml

from quizgen.bank.json_schema import json_schema
from quizgen.bank.load import default_bank

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILES = ("bank.yaml", "compare.yaml", "ellery.yaml", "okafor.yaml")


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("name", FILES)
def test_each_file_of_the_example_is_accepted(
    example: Path, validator: jsonschema.Draft202012Validator, name: str
) -> None:
    """As an editor reads it, to which ``1994`` is a number and ``No`` is false."""
    data = yaml.safe_load((example / name).read_text("utf-8"))
    assert [error.message for error in validator.iter_errors(data)] == []


@pytest.mark.parametrize("path", sorted(default_bank().glob("*.yaml")), ids=lambda path: path.name)
def test_each_file_of_the_shipped_bank_is_accepted(
    validator: jsonschema.Draft202012Validator, path: Path
) -> None:
    data = with_text_keys(yaml.load(path.read_text("utf-8"), yaml.CSafeLoader))
    assert [error.message[:200] for error in validator.iter_errors(data)] == []


def with_text_keys(data: Any) -> Any:
    """To an editor each key is text, the line of a heading too."""
    if isinstance(data, list):
        return [with_text_keys(item) for item in data]
    if isinstance(data, dict):
        return {str(key): with_text_keys(value) for key, value in data.items()}
    return data


def mappings(data: Any) -> Iterator[dict[str, Any]]:
    """Each mapping whose keys the format knows: not those that an author names."""
    if isinstance(data, dict):
        yield data
        for key, value in data.items():
            if key not in ("says", "headings", "names"):
                yield from mappings(list(value.values()) if key == "questions" else value)
    elif isinstance(data, list):
        for item in data:
            yield from mappings(item)


@pytest.mark.parametrize("name", FILES)
def test_an_unknown_key_is_refused_wherever_it_stands(
    example: Path, validator: jsonschema.Draft202012Validator, name: str
) -> None:
    data = yaml.safe_load((example / name).read_text("utf-8"))
    assert list(mappings(data))
    for mapping in mappings(data):
        mapping["colour"] = "red"
        assert not validator.is_valid(data), mapping
        del mapping["colour"]
    assert validator.is_valid(data)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_part_of_the_head_is_refused(
    example: Path, validator: jsonschema.Draft202012Validator, name: str
) -> None:
    data = yaml.safe_load((example / name).read_text("utf-8"))
    for key in ("bank", "topics", "source"):
        if key in data:
            broken = copy.deepcopy(data)
            del broken[key]
            assert not validator.is_valid(broken) or key == "source"


def test_the_schema_helps_an_author_with_descriptions() -> None:
    claim = json_schema()["$defs"]["ClaimEntry"]["properties"]
    assert "According to" in claim["text"]["description"]


def test_the_schema_is_the_same_each_time() -> None:
    assert json_schema() == json_schema()
