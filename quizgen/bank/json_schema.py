"""JSON Schema of a bank's files, for editors that complete and check YAML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizgen.bank.file_entries import CompareFile, SourceFile
from quizgen.bank.yaml_schema import BankFile

if TYPE_CHECKING:
    from pydantic import BaseModel


def json_schema() -> dict[str, Any]:
    """The schema of any of a bank's files, as JSON Schema 2020-12.

    Figures are allowed as numbers, since an editor reads ``1994`` as one.
    """
    definitions: dict[str, Any] = {}
    models: tuple[type[BaseModel], ...] = (BankFile, SourceFile, CompareFile)
    for model in models:
        schema = model.model_json_schema(ref_template="#/$defs/{model}")
        definitions |= schema.pop("$defs", {})
        definitions[model.__name__] = schema
    for name in ("ClaimEntry", "DraftEntry"):
        claim = definitions[name]["properties"]
        claim["evidence"] = _one_or_many(claim["evidence"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A file of a quizgen bank",
        "anyOf": [{"$ref": f"#/$defs/{model.__name__}"} for model in models],
        "$defs": {name: _scalars(schema) for name, schema in sorted(definitions.items())},
    }


def _one_or_many(array: dict[str, Any]) -> dict[str, Any]:
    """A list, or one of its items where there is a single one."""
    return {"anyOf": [array["items"], array]}


def _scalars(schema: Any) -> Any:
    """Widen every text to any scalar: what looks like a number or a date is text in a bank."""
    if isinstance(schema, list):
        return [_scalars(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    widened = {key: _scalars(value) for key, value in schema.items()}
    if widened.get("type") == "string" and "enum" not in widened and "const" not in widened:
        widened["type"] = ["string", "number", "boolean"]
    return widened
