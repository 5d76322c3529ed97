"""Words that stand in a template where no catalogue finds them."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from jinja2 import Environment, nodes
from jinja2.ext import InternationalizationExtension

if TYPE_CHECKING:
    from collections.abc import Iterator

WORD = re.compile(r"[^\W\d_]{2,}")
READ = {"alt", "aria-label", "aria-roledescription", "content", "placeholder", "title", "label"}
"""Attributes that a reader meets."""
NAMES = {"quizgen", "apkg", "Anki"}
"""Words that are the same in every language."""
_MARK = "\ue000"
"""Stands for what is filled in."""


def in_html(text: str) -> list[str]:
    """Bare words in HTML: in texts and in attributes that a reader meets.

    What an Anki card fills in, ``{{Why}}``, is no word.
    """
    text = re.sub(r"{{[^{}]*}}", _MARK, text)
    found: list[str] = []

    class Reader(HTMLParser):
        hidden = 0

        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            self.hidden += tag in {"script", "style"}
            named = dict(attrs).get("name")
            for name, value in attrs:
                if name in READ and not (name == "content" and named):
                    found.extend(_bare(value or ""))

        def handle_endtag(self, tag: str) -> None:
            self.hidden -= tag in {"script", "style"}

        def handle_data(self, data: str) -> None:
            if not self.hidden:
                found.extend(_bare(data))

    reader = Reader()
    reader.feed(text)
    reader.close()
    return found


def _bare(text: str) -> Iterator[str]:
    if set(WORD.findall(text)) - NAMES:
        yield " ".join(text.replace(_MARK, "…").split())


def in_jinja(text: str) -> list[str]:
    """Bare words in a template of the site, also those that an expression makes."""
    tree = Environment(extensions=[InternationalizationExtension], autoescape=True).parse(text)
    pieces: list[str] = []
    made: list[str] = []

    def walk(node: nodes.Node) -> None:
        if isinstance(node, nodes.TemplateData):
            pieces.append(node.data)
            return
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                if isinstance(part, nodes.TemplateData):
                    walk(part)
                else:
                    pieces.append(_MARK)
                    made.extend(_made(part))
            return
        if isinstance(node, (nodes.For, nodes.Assign)):
            values = node.iter if isinstance(node, nodes.For) else node.node
            made.extend(_made(values))
        for child in node.iter_child_nodes():
            walk(child)

    walk(tree)
    return in_html("".join(pieces)) + [word for text in made for word in _bare(text)]


def _made(node: nodes.Node) -> Iterator[str]:
    """Texts of an expression that look like words for a reader: capital letters or spaces."""
    if isinstance(node, nodes.Call):
        called = node.node
        if isinstance(called, nodes.Name) and called.name in {"_", "gettext", "ngettext"}:
            return
    if isinstance(node, nodes.Filter) and node.name == "join" and node.args:
        yield from (arg.value for arg in node.args if isinstance(arg, nodes.Const))
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        text = node.value.strip()
        if text[:1].isupper() or re.match(r"[a-z]+ [a-z]", text):
            yield text
    if isinstance(node, nodes.CondExpr):
        yield from _chosen(node)
        return
    if isinstance(node, (nodes.Compare, nodes.Getitem, nodes.Test)):
        return
    for child in node.iter_child_nodes():
        yield from _made(child)


def _chosen(node: nodes.CondExpr) -> Iterator[str]:
    """Of two texts either may be a single small word; attributes begin with a space."""
    for side in (node.expr1, node.expr2):
        if isinstance(side, nodes.Const) and isinstance(side.value, str):
            if side.value and not side.value.startswith(" "):
                yield side.value
        elif side is not None:
            yield from _made(side)


_COMMENT = re.compile(r"(?m)(?<!:)//.*$")
_TEXT = re.compile(r'"([^"]*)"')
_GROUP = re.compile(r"\[([^\[\]{}]*)\]|{[^\[\]{}]*}")
"""Content between square brackets, or code between curly ones, that holds none of either."""
_LINE = re.compile(r"#(?:set|let|show|for|if|else)\b.*")
_NAME = re.compile(r"[#\ue001][\w.-]+")
_FONTS = {"Libertinus Serif", "DejaVu Sans Mono"}


def in_typst(text: str) -> list[str]:
    """Bare words in a template of a printed page: in content, and in texts of its code."""
    text = _COMMENT.sub("", text)
    texts = {said for said in map(str.strip, _TEXT.findall(text)) if WORD.search(said)} - _FONTS
    found = [said for said in sorted(texts) if " " in said or said[0].isupper()]
    text = _TEXT.sub("", text)
    while _GROUP.search(text):
        for group in _GROUP.findall(text):
            found.extend(_bare(_without_calls(_LINE.sub("", group))))
        text = _GROUP.sub("", text)
    return found


def _without_calls(text: str) -> str:
    """A text without ``#name`` and the arguments in round brackets behind it."""
    while name := _NAME.search(text):
        end = name.end()
        depth = 0
        while end < len(text) and (depth or text[end] == "("):
            depth += {"(": 1, ")": -1}.get(text[end], 0)
            end += 1
        # What is called on the result is code, too.
        rest = text[end:]
        text = text[: name.start()] + (f"\ue001{rest}" if rest.startswith(".") else f" {rest}")
    return text
