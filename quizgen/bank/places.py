"""What may stand at a place of a bank's file, by the annotations of the entries themselves."""

from __future__ import annotations

from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, Tag
from pydantic.fields import FieldInfo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ADVICE = "patternErrorMessage"
"""The word for what to write instead: in ``json_schema_extra`` it stands beside its field, for
``quizgen check`` and for an editor that reads the JSON Schema."""

IN_KEY = "[key]"
"""What pydantic puts behind a key that is wrong itself."""


def keys_at(entry: type[BaseModel], location: Iterable[int | str]) -> list[str]:
    """The keys that the mapping at a location may have, as pydantic names locations."""
    kind = _at(entry, location)
    models = [bare for bare, _ in _members(kind) if _is_model(bare)]
    return [key for model in models for key in model.model_fields]


def advice_at(entry: type[BaseModel], location: Iterable[int | str]) -> str:
    """What to write at a location, where its field says so; empty elsewhere."""
    for _, notes in _members(_at(entry, location)):
        for note in notes:
            extra = note.json_schema_extra if isinstance(note, FieldInfo) else None
            if isinstance(extra, dict) and ADVICE in extra:
                return str(extra[ADVICE])
    return ""


def _at(kind: Any, location: Iterable[int | str]) -> Any:
    steps = list(location)
    in_key = steps[-1:] == [IN_KEY]
    for step in steps[:-2] if in_key else steps:
        kind = next((inner for member in _members(kind) for inner in _into(*member, step)), None)
    if in_key:
        mappings = [bare for bare, _ in _members(kind) if get_origin(bare) is dict]
        return get_args(mappings[0])[0] if mappings else None
    return kind


def _members(kind: Any, notes: tuple[Any, ...] = ()) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """A kind without what is noted about it, and that; of a union, each of its kinds."""
    if get_origin(kind) is Annotated:
        inner, *more = get_args(kind)
        yield from _members(inner, (*notes, *more))
    elif get_origin(kind) in (Union, UnionType):
        for inner in get_args(kind):
            yield from _members(inner, notes)
    else:
        yield kind, notes


def _into(kind: Any, notes: tuple[Any, ...], step: int | str) -> Iterator[Any]:
    """What stands one step further in, if that step leads anywhere."""
    if any(isinstance(note, Tag) and note.tag == step for note in notes):
        yield kind
    elif get_origin(kind) is list:
        if isinstance(step, int):
            yield get_args(kind)[0]
    elif get_origin(kind) is dict:
        yield get_args(kind)[1]
    elif _is_model(kind) and step in kind.model_fields:
        field = kind.model_fields[step]
        yield Annotated[field.annotation, field]


def _is_model(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)
