"""An empty Word document in the house's style, and the document as the same bytes each time."""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import TYPE_CHECKING, Any

from quizgen.export import missing
from quizgen.export.archive import DATE, archive

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from quizgen.export import Layout

_PAGES = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
_SIDE = 20
"""The margins left and right, in millimetres as the pages."""
_GREY = "555555"
_LEVELS = (("decimal", "%1.", 360, 360), ("upperLetter", "%2.", 740, 340))
"""Questions and their options: number format, text, indent and hanging indent."""


class WordFile:
    """A document to which paragraphs are added.

    Raises:
        QuizgenError: where python-docx is not installed.
    """

    def __init__(self, title: str, language: str, layout: Layout) -> None:
        try:
            import docx
        except ImportError as error:
            raise missing("DOCX", "python-docx", "office") from error
        from docx.shared import Mm, Pt

        self.docx = docx.Document()
        properties = self.docx.core_properties
        properties.title, properties.language = title, language
        properties.author = properties.comments = properties.keywords = ""
        properties.created = properties.modified = datetime.datetime(*DATE)
        section = self.docx.sections[0]
        width, height = _PAGES[layout.page]
        section.page_width, section.page_height = Mm(width), Mm(height)
        section.left_margin = section.right_margin = Mm(_SIDE)
        self.width = width - 2 * _SIDE
        section.top_margin = section.bottom_margin = Mm(18)
        self.size = 18 if layout.large else 11
        self.small = 18 if layout.large else 9
        for name, size, before in (("Normal", 1.0, 0), ("Title", 1.8, 0), ("Heading 1", 1.25, 12)):
            style: Any = self.docx.styles[name]
            style.font.name, style.font.size = "Georgia", Pt(round(self.size * size))
            self._fonts(style, language)
            style.paragraph_format.space_before = Pt(before)
            style.paragraph_format.space_after = Pt(4)
        for name in ("Title", "Heading 1"):
            heading: Any = self.docx.styles[name]
            heading.font.color.rgb = docx.shared.RGBColor(0x22, 0x22, 0x22)
            for border in heading.element.findall(f".//{_w('pBdr')}"):
                border.getparent().remove(border)
        self.numbering = self._numbering()
        self._lighten()

    def paragraph(
        self, *runs: str, level: int | None = None, keep: bool = False, **how: Any
    ) -> Any:
        """Add a paragraph; a run that begins with ``**`` is bold.

        Args:
            runs: the texts.
            level: 0 for a numbered question, 1 for a lettered option.
            keep: keep it on a page with the next one.
            how: ``small`` in grey, ``style`` by name, ``indent`` in points, ``before`` in points.
        """
        from docx.shared import Pt, RGBColor

        paragraph = self.docx.add_paragraph(style=how.get("style"))
        for text in runs:
            run = paragraph.add_run(text)
            if how.get("small"):
                run.font.size = Pt(self.small)
                run.font.color.rgb = RGBColor.from_string(_GREY)
        form = paragraph.paragraph_format
        form.keep_with_next = keep
        form.keep_together = True
        if "indent" in how:
            form.left_indent = Pt(how["indent"])
        if "before" in how:
            form.space_before = Pt(how["before"])
        if level is not None:
            properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_ilvl().val = level
            properties.get_or_add_numId().val = self.numbering
        return paragraph

    def bold(self, label: str, text: str, **how: Any) -> None:
        """Add a paragraph that begins with a label in bold."""
        paragraph = self.paragraph(label, f" {text}" if text else "", **how)
        paragraph.runs[0].bold = True

    def lines(self, fields: Sequence[tuple[str, float]], after: str) -> None:
        """Add lines to write on, each after a word, drawn by tabs so that they never wrap.

        Args:
            fields: the words, and how far across the page the line after each goes.
            after: what stands behind the last one.
        """
        from docx.enum.text import WD_TAB_LEADER
        from docx.shared import Mm

        paragraph = self.paragraph("  ".join(f"{word} \t" for word, _ in fields) + after, before=10)
        for _, end in fields:
            stops = paragraph.paragraph_format.tab_stops
            stops.add_tab_stop(Mm(round(self.width * end)), leader=WD_TAB_LEADER.LINES)

    def circles(self, paragraph: Any, letters: str) -> None:
        """Add what is to be filled in with a pencil, so larger than the text."""
        from docx.shared import Pt

        paragraph.add_run("\t")
        paragraph.add_run(letters).font.size = Pt(round(self.size * 1.5))

    def footer(self, *lines: str) -> None:
        """Write the foot of every page, and its number."""
        from docx.shared import Pt

        foot = self.docx.sections[0].footer.paragraphs[0]
        for text in lines:
            foot.add_run(text + " · ").font.size = Pt(self.small)
        number = foot.add_run()
        number.font.size = Pt(self.small)
        for kind in ("begin", None, "end"):
            if kind:
                _add(number._r, "fldChar", fldCharType=kind)
            else:
                _add(number._r, "instrText").text = "PAGE"

    def content(self) -> bytes:
        """The file: entries in the order of their names, but for the one that must be first."""
        raw = io.BytesIO()
        self.docx.save(raw)
        with zipfile.ZipFile(raw) as read:
            names = sorted(read.namelist(), key=lambda name: (name != "[Content_Types].xml", name))
            return archive({name: read.read(name) for name in names})

    def _numbering(self) -> int:
        """A list of two levels of its own; letters begin anew under each number."""
        root = self.docx.part.numbering_part.element
        number = 1 + max(int(n.get(_w("numId"))) for n in root.findall(_w("num")))
        abstract = _add(root, "abstractNum", abstractNumId=str(number + 100))
        root.insert(0, abstract)
        _add(abstract, "multiLevelType", val="multilevel")
        for level, (form, text, left, hanging) in enumerate(_LEVELS):
            item = _add(abstract, "lvl", ilvl=str(level))
            for name, value in (("start", "1"), ("numFmt", form), ("lvlText", text)):
                _add(item, name, val=value)
            _add(_add(item, "pPr"), "ind", left=str(left), hanging=str(hanging))
        _add(_add(root, "num", numId=str(number)), "abstractNumId", val=str(number + 100))
        return number

    def _lighten(self) -> None:
        """Leave out of the template what no paper uses: nine tenths of it."""
        for rels in (self.docx.part.rels, self.docx.part.package.rels):
            for id, rel in list(rels.items()):
                if rel.reltype.endswith(("/stylesWithEffects", "/thumbnail", "/customXml")):
                    del rels[id]
        styles = self.docx.styles.element
        for style in styles.findall(_w("style")):
            if style.get(_w("type")) == "table" and style.get(_w("default")) is None:
                styles.remove(style)

    def _fonts(self, style: Any, language: str) -> None:
        properties = style.element.get_or_add_rPr()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            properties.rFonts.attrib.pop(_w(theme), None)
        for old in properties.findall(_w("lang")):
            properties.remove(old)
        _add(properties, "lang", val=language)


def _w(name: str) -> str:
    from docx.oxml.ns import qn

    return qn(f"w:{name}")


def _add(parent: Any, name: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement

    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(_w(key), value)
    parent.append(element)
    return element


def circled(letters: Iterator[str] | str) -> str:
    """Letters in circles, to be filled in."""
    return "  ".join(chr(0x24B6 + ord(letter) - ord("A")) for letter in letters)
