"""libyaml's events -> dicts, lists and texts, with everything else refused.

YAML as most loaders read it turns ``No`` into False, ``12:30`` into 750 and the second of
two equal keys into the only one. A bank of civics is full of such texts, so this builder
takes events and makes every scalar a text. It uses no recursion and expands nothing, so
that neither deep nor self-referring files can hurt.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from quizgen.bank.text_file import UNPRINTABLE

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_DEPTH = 12

KEY = "\0key"
"""The last step of the route to a key itself; no text of a bank can hold it."""

Step = str | int
Route = tuple[Step, ...]
Places = dict[Route, yaml.Mark]

_BREAKS = re.compile("[ \t\r\n\x85\u2028\u2029]+")


class Builder:
    """Builds the data of one YAML text.

    Args:
        refuse: called with mark, code, message and advice for each thing that is refused;
            building goes on where it can.
        places: filled with the mark of each value and key, where a dict is given.
    """

    def __init__(
        self, refuse: Callable[[Any, str, str, str], None], places: Places | None = None
    ) -> None:
        self._refuse = refuse
        self._places = places
        self._root: list[Any] = []
        self._container: Any = self._root  # the dict or list that is being filled
        self._key: str | None = None  # the key that waits for its value, in a dict
        self._route: Route = ()
        self._stack: list[tuple[Any, str | None, Route]] = []

    def build(self, text: str) -> Any:
        """The text's data; None where it is empty.

        Raises:
            yaml.MarkedYAMLError: where the text is not YAML.
        """
        next_event = CParser(text).get_event
        documents = 0
        while (event := next_event()) is not None:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                more = self._add(event, self._text(event))
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self._refuse_marks(event)
                more = self._add(event, {} if kind is yaml.MappingStartEvent else [])
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                self._container, self._key, self._route = self._stack.pop()
                continue
            elif kind is yaml.AliasEvent:
                more = self._add_alias(event)
            else:
                documents += kind is yaml.DocumentStartEvent
                more = documents < 2 or self._second_document(event)
            if not more:
                break
        return self._root[0] if self._root else None

    def _add(self, event: Any, value: Any) -> bool:
        """Put a value where it belongs; False where what follows cannot be told apart."""
        container = self._container
        if type(container) is list:
            step: Step = len(container)
            container.append(value)
        elif self._key is None:
            return self._begin_key(event, value)
        else:
            step = self._key
            container[step] = value
            self._key = None
        route = self._route if container is self._root else (*self._route, step)
        if self._places is not None and (type(value) is not dict or type(step) is int):
            self._places[route] = event.start_mark  # a mapping below a key keeps the key's mark
        return type(value) is str or self._enter(event, value, route)

    def _add_alias(self, event: Any) -> bool:
        message = f"*{event.anchor} stands for a text that is elsewhere"
        advice = "write the text out at each place: a bank holds no aliases"
        self._refuse(event.start_mark, "alias", message, advice)
        return self._add(event, "")

    def _begin_key(self, event: Any, value: Any) -> bool:
        if type(value) is not str:
            advice = "write key: value; put a text with brackets or braces in quotes"
            self._refuse(event.start_mark, "key-not-text", "a key must be a text", advice)
            return False
        if value in self._container:
            message = f"the key {value!r} stands twice in this mapping"
            advice = "delete one of the two, or give it another name"
            self._refuse(event.start_mark, "duplicate-key", message, advice)
        self._key = value
        if self._places is not None:
            self._places[(*self._route, value)] = event.start_mark
            self._places[(*self._route, value, KEY)] = event.start_mark
        return True

    def _enter(self, event: Any, value: Any, route: Route) -> bool:
        if len(self._stack) >= MAX_DEPTH:
            message = f"more than {MAX_DEPTH} levels inside one another"
            advice = "close the brackets, or put a text that begins with [ or { in quotes"
            self._refuse(event.start_mark, "too-deep", message, advice)
            return False
        self._stack.append((self._container, self._key, self._route))
        self._container, self._key, self._route = value, None, route
        return True

    def _text(self, event: Any) -> str:
        """The scalar as text: breaks become spaces, accents are composed."""
        value: str = event.value
        if event.anchor is not None or event.tag is not None:
            self._refuse_marks(event)
        if value.isascii() and value.isprintable():
            return value
        value = unicodedata.normalize("NFC", value)
        if bad := UNPRINTABLE.search(value):
            message = f"the text holds the character U+{ord(bad[0]):04X}"
            advice = "remove it: it cannot be shown or printed"
            self._refuse(event.start_mark, "control-character", message, advice)
        return value if value.isprintable() else _BREAKS.sub(" ", value).strip()

    def _refuse_marks(self, event: Any) -> None:
        if event.anchor is not None:
            message = f"&{event.anchor} names a text for use elsewhere"
            advice = (
                "remove it and write the text out at each place; "
                "put a text that begins with & in quotes"
            )
            self._refuse(event.start_mark, "anchor", message, advice)
        if event.tag is not None and event.tag != "!":  # a quoted text has the tag "!" at times
            message = f"{event.tag} sets a type, but all values of a bank are text"
            advice = "remove it; put a text that begins with ! in quotes"
            self._refuse(event.start_mark, "tag", message, advice)

    def _second_document(self, event: Any) -> bool:
        advice = "keep one document a file: remove the line ---"
        self._refuse(event.start_mark, "two-documents", "a second document begins here", advice)
        return False
