"""An empty Word document in the house's style: sizes, fonts, a list, and nothing left over.

What python-docx has no words for is written as WordprocessingML (ECMA-376, part 1).
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from quizgen.export import missing
from quizgen.export.archive import DATE

if TYPE_CHECKING:
    from quizgen.export import Layout

FONT = "Times New Roman"
"""Every word processor has it or one whose letters are as wide: pages end where they should."""
SIDE = 20
"""The margins left and right, in millimetres."""
PAGES = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
_LEVELS = (("decimal", "%1.", 480, 480), ("upperLetter", "%2.", 860, 380))
"""Questions and their options: number format, text, indent and hanging indent in twentieths of a
point, for letters of 11 points; two figures and a full stop fit."""


def blank(title: str, language: str, layout: Layout, size: int) -> Any:
    """A document without a paragraph.

    Args:
        title: for the document's properties.
        language: of its words.
        layout: the size of the page.
        size: of the letters, in points.

    Raises:
        QuizgenError: where python-docx is not installed.
    """
    try:
        import docx
    except ImportError as error:
        raise missing("DOCX", "python-docx", "office") from error
    from docx.shared import Mm

    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.language = title, language
    properties.author = properties.comments = properties.keywords = ""
    properties.created = properties.modified = datetime.datetime(*DATE)
    section = document.sections[0]
    width, height = PAGES[layout.page]
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(SIDE)
    section.top_margin = section.bottom_margin = Mm(15 if layout.compact else 18)
    _style(document, language, size, layout.compact)
    _lighten(document)
    return document


def numbering(document: Any, size: int) -> int:
    """Add a list of two levels; letters begin anew under each number. Its id is returned."""
    root = document.part.numbering_part.element
    number = 1 + max(int(n.get(_w("numId"))) for n in root.findall(_w("num")))
    abstract = add(root, "abstractNum", abstractNumId=str(number + 100))
    root.insert(0, abstract)
    add(abstract, "multiLevelType", val="multilevel")
    for level, (form, text, left, hanging) in enumerate(_LEVELS):
        item = add(abstract, "lvl", ilvl=str(level))
        for name, value in (("start", "1"), ("numFmt", form), ("lvlText", text)):
            add(item, name, val=value)
        indents = {"left": str(left * size // 11), "hanging": str(hanging * size // 11)}
        add(add(item, "pPr"), "ind", **indents)
    add(add(root, "num", numId=str(number)), "abstractNumId", val=str(number + 100))
    return number


def add(parent: Any, name: str, **attributes: str) -> Any:
    """Add an element of WordprocessingML."""
    from docx.oxml import OxmlElement

    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(_w(key), value)
    parent.append(element)
    return element


def _style(document: Any, language: str, size: int, small: bool) -> None:
    from docx.shared import Pt, RGBColor

    for name, times, before in (("Normal", 1.0, 0), ("Title", 1.8, 0), ("Heading 1", 1.25, 12)):
        style = document.styles[name]
        style.font.name, style.font.size = FONT, Pt(round(size * times))
        _fonts(style, language)
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(2 if small else 4)
    for name in ("Title", "Heading 1"):
        heading = document.styles[name]
        heading.font.color.rgb = RGBColor(0x22, 0x22, 0x22)
        for border in heading.element.findall(f".//{_w('pBdr')}"):
            border.getparent().remove(border)


def _fonts(style: Any, language: str) -> None:
    properties = style.element.get_or_add_rPr()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        properties.rFonts.attrib.pop(_w(theme), None)
    for old in properties.findall(_w("lang")):
        properties.remove(old)
    add(properties, "lang", val=language)


def _lighten(document: Any) -> None:
    """Leave out of the template what no paper uses: nine tenths of it."""
    for rels in (document.part.rels, document.part.package.rels):
        for id, rel in list(rels.items()):
            if rel.reltype.endswith(("/stylesWithEffects", "/thumbnail", "/customXml")):
                del rels[id]
    styles = document.styles.element
    for style in styles.findall(_w("style")):
        if style.get(_w("type")) == "table" and style.get(_w("default")) is None:
            styles.remove(style)


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(f"w:{name}")
