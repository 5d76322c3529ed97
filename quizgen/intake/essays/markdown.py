"""Markdown -> HTML -> lines; a head of ``key: value`` lines tells title, author and date."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.intake.essays.html import read_html

if TYPE_CHECKING:
    from quizgen.intake.essays.page import Page

_HEAD = re.compile(r"\A---\n(.*?)\n(?:---|\.\.\.)\n", re.DOTALL)
_KEYS = {"title": "title", "author": "author", "date": "published", "publisher": "publisher"}


def read_markdown(name: str, text: str, notes: tuple[str, ...] = ()) -> Page:
    """Read Markdown as CommonMark has it; raw HTML in it is read as such.

    Raises:
        QuizgenError: where it holds no text.
    """
    from markdown_it import MarkdownIt

    head = _HEAD.match(text)
    facts: dict[str, str] = {}
    for line in head[1].split("\n") if head else ():
        key, _, value = line.partition(":")
        if key.strip().lower() in _KEYS and value.strip():
            facts[_KEYS[key.strip().lower()]] = value.strip().strip("\"'")[:500]
    body = text[head.end() :] if head else text
    page = read_html(name, MarkdownIt("commonmark").render(body), notes)
    return replace(page, facts={**page.facts, **facts})
