"""The frame of a page to print: its style and nothing that is fetched."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizgen.export import Layout

_STYLE = """\
@page { size: PAGE; margin: 18mm 18mm 20mm; FOOT }
:root { color-scheme: light }
* { box-sizing: border-box }
body { font: SIZE/1.45 Georgia, "Times New Roman", serif; color: #222; background: #fff;
  max-width: 46em; margin: 2em auto; padding: 0 1.5em; overflow-wrap: anywhere }
p { text-wrap: pretty }
header { display: flex; justify-content: space-between; align-items: center; gap: 1em }
h1 { font-size: 1.75em; line-height: 1.2; margin: 0 }
h2 { font-size: 1.15em; margin: 0 0 .5em; break-after: avoid }
.form { border: 1.5px solid; border-radius: 4px; padding: .2em .7em; white-space: nowrap }
.form b { font-size: 1.4em }
.fields { display: flex; flex-wrap: wrap; gap: .4em 1.2em; margin: 1.4em 0 1em; color: #555 }
.fields span { flex: 1 1 7em; border-bottom: 1px solid #444; padding-top: .6em }
.fields span:first-child { flex: 3 1 12em }
.fields .score { flex: 0 1 auto; border: 0 }
.score b { display: inline-block; width: 2.5em; border-bottom: 1px solid #444 }
.panel { border: 1px solid #aaa; border-radius: 4px; padding: .8em 1em; margin: 1em 0;
  box-decoration-break: clone; -webkit-box-decoration-break: clone }
.questions { list-style: none; padding: 0 }
.questions > li { position: relative; padding-left: 2.3em; margin: 1.5em 0; break-inside: avoid }
.number { position: absolute; left: 0; font-weight: bold }
.questions p { margin: 0 0 .35em }
.solved > li { padding-left: 3.6em }
.options { list-style: upper-alpha; margin: .3em 0; padding-left: 1.6em }
.options li { padding-left: .3em; margin: .2em 0 }
.questions p.line { height: 1.8em; margin: 0; border-bottom: 1px solid #444 }
.options.by2, .options.by3, .options.by4 { display: grid; grid-template-columns: repeat(2, 1fr) }
.options.by3 { grid-template-columns: repeat(3, 1fr) }
.options.by4 { grid-template-columns: repeat(4, 1fr) }
.options.by2 li, .options.by3 li, .options.by4 li { margin-right: 1.6em }
@media (max-width: 34em) { .options.by3, .options.by4 { grid-template-columns: repeat(2, 1fr) } }
.questions h2 { margin-left: -2em }
.questions > .anew { break-before: page }
.online { display: flex; align-items: center; gap: 1em; break-inside: avoid }
.online svg { width: 5.5em; flex: none }
.cite, .small { font-size: SMALL; color: #555 }
.cite { font-style: SLOPE }
a { color: inherit; text-underline-offset: .15em }
blockquote { margin: .5em 0; padding-left: .8em; border-left: 2px solid #aaa }
.sources p { margin: .6em 0; break-inside: avoid }
footer { border-top: 1px solid #aaa; margin-top: 2em; padding-top: .4em; font-size: SMALL;
  break-before: avoid }
.sheet { break-before: page; padding-top: 1em }
.sheet h2 { font-size: 1.75em; margin: 0 }
.bubbles { columns: 2; list-style: none; padding: 0; max-width: 36em }
.bubbles li { break-inside: avoid; margin: 0 0 .5em; white-space: nowrap }
.bubbles li:nth-child(5n) { margin-bottom: 1.2em }
.bubbles b { display: inline-block; width: 2.2em; text-align: right; margin-right: .8em }
.bubbles i { display: inline-block; width: 1.9em; height: 1.9em; margin-right: .5em;
  border: 1px solid #333; border-radius: 50%; text-align: center; font: CIRCLED/1.75em sans-serif }
.keys { columns: 5; list-style: none; padding: .8em 1em; margin: 1em 0 }
dt { font-weight: bold }
dd { margin: 0 0 .3em 1.2em }
@media print { body { max-width: none; margin: 0; padding: 0 } }
"""

_COMPACT = """\
@page { size: PAGE; margin: 14mm 15mm 16mm }
body { font: 10pt/1.3 "Times New Roman", Georgia, serif }
h1 { font-size: 1.6em }
.fields { margin: .6em 0 .4em }
p { margin: .4em 0 }
.questions { margin: .6em 0 }
.questions > li { margin: .75em 0; padding-left: 1.9em }
.questions p, .options, .options li { margin-top: 0; margin-bottom: .1em }
.questions .cite { font-size: .78em }
.panel { padding: .4em .7em; margin: .5em 0 }
.sources { font-size: .8em; line-height: 1.25 }
.sources p { margin: .3em 0 }
footer { margin-top: .6em }
"""


def document(
    language: str, title: str, body: str, layout: Layout, foot: str = "", compact: bool = False
) -> bytes:
    """A whole page.

    Args:
        language: the bank's.
        title: a text.
        body: HTML.
        layout: the size of the page and of the letters.
        foot: what stands at the foot of each printed sheet; browsers that cannot do so leave
            it out.
        compact: with small letters and margins, for a student's paper on few pages.
    """
    size = f"{layout.points(8):g}pt"
    boxes = (
        f'@bottom-left {{ content: "{_in_style(foot)}"; font: {size} serif; color: #555 }}'
        f' @bottom-right {{ content: counter(page) " / " counter(pages);'
        f" font: {size} serif; color: #555 }}"
    )
    style = _STYLE + (_COMPACT if compact else "")
    for name, value in (
        ("PAGE", "A4" if layout.page == "a4" else "letter"),
        ("SIZE", f"{layout.points(11.5):g}pt"),
        ("SMALL", "1em" if layout.large else ".8em"),
        ("CIRCLED", "1em" if layout.large else ".85em"),
        ("SLOPE", "normal" if layout.large else "italic"),
        ("FOOT", boxes if foot else ""),
    ):
        style = style.replace(name, value)
    return f"""\
<!doctype html>
<html lang="{escape(language)}">
<meta charset=utf-8>
<meta name=viewport content="width=device-width">
<title>{escape(title)}</title>
<style>
{style}</style>
<main>
{body}
</main>
</html>
""".encode()


def _in_style(text: str) -> str:
    """A text between quotation marks of a style sheet, whatever it holds."""
    return "".join(
        character if character.isalnum() or character in " -·" else f"\\{ord(character):x} "
        for character in text
    )
