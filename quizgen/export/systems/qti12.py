"""QTI 1.2 as a package: what Canvas and Blackboard import, with feedback for each option."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.export.archive import archive
from quizgen.export.systems.markup import attribute, html, xml
from quizgen.export.systems.record import about, as_json, carried
from quizgen.export.systems.said import after_html, labels, stem_html

if TYPE_CHECKING:
    from collections.abc import Iterable

    from quizgen.export import ItemSet, Layout
    from quizgen.export.items import Item
    from quizgen.export.systems.said import Labels

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MANIFEST = """\
<manifest identifier="quizgen" xmlns="http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1">
<metadata><schema>IMS Content</schema><schemaversion>1.1.3</schemaversion></metadata>
<organizations/>
<resources>
<resource identifier="{id}" type="imsqti_xmlv1p2">
<file href="{id}/{id}.xml"/><dependency identifierref="{id}-meta"/>
</resource>
<resource identifier="{id}-meta"
 type="associatedcontent/imscc_xmlv1p1/learning-application-resource"
 href="{id}/assessment_meta.xml"><file href="{id}/assessment_meta.xml"/></resource>
</resources>
</manifest>
"""
_META = """\
<quiz identifier="{id}" xmlns="http://canvas.instructure.com/xsd/cccv1p0">
<title>{title}</title>
<shuffle_answers>false</shuffle_answers>
<quiz_type>practice_quiz</quiz_type>
<points_possible>{points}</points_possible>
</quiz>
"""
_ANSWERED = (
    '<respcondition continue="Yes"><conditionvar><other/></conditionvar>'
    '<displayfeedback feedbacktype="Response" linkrefid="general_fb"/></respcondition>\n'
)
_RIGHT = '<setvar action="Set" varname="SCORE">100</setvar></respcondition>\n'


def write(items: ItemSet, layout: Layout) -> bytes:
    """The package."""
    id = f"{items.bank.id}-{items.form}"
    title = xml(f"{items.title} {items.form}")
    return archive(
        {
            "imsmanifest.xml": (_XML + _MANIFEST.format(id=id)).encode(),
            f"{id}/{id}.xml": _assessment(items, id).encode(),
            f"{id}/assessment_meta.xml": (
                _XML + _META.format(id=id, title=title, points=len(items.items))
            ).encode(),
        }
    )


def _assessment(items: ItemSet, id: str) -> str:
    say = labels(items.language)
    title = attribute(f"{items.title} {items.form}")
    return (
        f'{_XML}<questestinterop xmlns="http://www.imsglobal.org/xsd/ims_qtiasiv1p2">\n'
        f'<assessment ident="{id}" title="{title}">\n'
        f"{_fields([('cc_maxattempts', '1'), ('quizgen', as_json(about(items)))])}\n"
        '<section ident="root_section">\n'
        f"{''.join(_question(item, say) for item in items.items)}"
        "</section>\n</assessment>\n</questestinterop>\n"
    )


def _question(item: Item, say: Labels) -> str:
    kind = "multiple_choice_question" if item.options else "short_answer_question"
    letters = ",".join(option.letter for option in item.options)
    fields = [
        ("question_type", kind),
        ("points_possible", "1"),
        *([("original_answer_ids", letters)] if letters else []),
        ("assessment_question_identifierref", f"bank-{item.id}"),
        ("quizgen", as_json({"id": item.id} | carried(item))),
    ]
    asked, marked = _choice(item) if item.options else _typed(item)
    feedback = [("general", after_html(item, say)), *((a, html(why)) for a, why in item.reasons)]
    return (
        f'<item ident="{item.id}" title="{item.id}">\n'
        f"<itemmetadata>{_fields(fields)}</itemmetadata>\n"
        f"<presentation>{_html(stem_html(item, say))}\n{asked}</presentation>\n"
        '<resprocessing><outcomes><decvar maxvalue="100" minvalue="0" varname="SCORE"'
        f' vartype="Decimal"/></outcomes>\n{_ANSWERED}{marked}</resprocessing>\n'
        + "".join(
            f'<itemfeedback ident="{to}_fb"><flow_mat>{_html(text)}</flow_mat></itemfeedback>\n'
            for to, text in feedback
        )
        + "</item>\n"
    )


def _choice(item: Item) -> tuple[str, str]:
    shown = "".join(
        f'<response_label ident="{option.letter}">{_html(html(option.text))}</response_label>\n'
        for option in item.options
    )
    asked = (
        '<response_lid ident="response1" rcardinality="Single"><render_choice>\n'
        f"{shown}</render_choice></response_lid>\n"
    )
    reasons = "".join(
        f'<respcondition continue="Yes">{_equal([letter])}'
        f'<displayfeedback feedbacktype="Response" linkrefid="{letter}_fb"/></respcondition>\n'
        for letter, _ in item.reasons
    )
    return asked, f'{reasons}<respcondition continue="No">{_equal([item.letter])}{_RIGHT}'


def _typed(item: Item) -> tuple[str, str]:
    asked = (
        '<response_str ident="response1" rcardinality="Single"><render_fib>'
        '<response_label ident="answer1" rshuffle="No"/></render_fib></response_str>\n'
    )
    spellings = dict.fromkeys((item.key, *item.accept))
    return asked, f'<respcondition continue="No">{_equal(spellings)}{_RIGHT}'


def _equal(values: Iterable[str]) -> str:
    """Canvas takes any of several."""
    equal = "".join(f'<varequal respident="response1">{xml(value)}</varequal>' for value in values)
    return f"<conditionvar>{equal}</conditionvar>"


def _html(text: str) -> str:
    return f'<material><mattext texttype="text/html">{xml(text)}</mattext></material>'


def _fields(fields: Iterable[tuple[str, str]]) -> str:
    each = "".join(
        f"<qtimetadatafield><fieldlabel>{label}</fieldlabel><fieldentry>{xml(entry)}</fieldentry>"
        "</qtimetadatafield>"
        for label, entry in fields
    )
    return f"<qtimetadata>{each}</qtimetadata>"
