"""The texts of QTI 2.1, and those of QTI 3.0 made of them: it says the same in other names."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ITEM = """\
<?xml version="1.0" encoding="UTF-8"?>
<!-- quizgen {carried} -->
<assessmentItem xmlns="{namespace}" identifier="{id}" title="{id}" adaptive="false" \
timeDependent="false" xml:lang="{language}">
<responseDeclaration identifier="RESPONSE" cardinality="single" baseType="{type}">
<correctResponse><value>{key}</value></correctResponse>
{mapping}</responseDeclaration>
<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float">\
<defaultValue><value>0</value></defaultValue></outcomeDeclaration>
<outcomeDeclaration identifier="MAXSCORE" cardinality="single" baseType="float">\
<defaultValue><value>1</value></defaultValue></outcomeDeclaration>
<outcomeDeclaration identifier="FEEDBACK" cardinality="single" baseType="identifier"/>
<outcomeDeclaration identifier="ANSWERED" cardinality="single" baseType="identifier"/>
<itemBody>
<div>{stem}</div>
{asked}</itemBody>
<responseProcessing>
{marked}<setOutcomeValue identifier="ANSWERED"><baseValue baseType="identifier">yes</baseValue>\
</setOutcomeValue>
</responseProcessing>
{feedback}</assessmentItem>
"""
_CHOICE = """\
<choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="1">
{options}</choiceInteraction>
"""
_OPTION = """<simpleChoice identifier="{id}">{text}</simpleChoice>\n"""
_CHOSEN = """\
<responseCondition><responseIf>\
<match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>\
<setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue>\
</responseIf></responseCondition>
<setOutcomeValue identifier="FEEDBACK"><variable identifier="RESPONSE"/></setOutcomeValue>
"""
_TYPED = """\
<p><textEntryInteraction responseIdentifier="RESPONSE" expectedLength="40"/></p>
"""
_MAPPED = """\
<setOutcomeValue identifier="SCORE"><mapResponse identifier="RESPONSE"/></setOutcomeValue>
"""
_MAPPING = """<mapping defaultValue="0">{spellings}</mapping>\n"""
_SPELLING = """<mapEntry mapKey="{text}" mappedValue="1" caseSensitive="false"/>"""
_MODAL = """\
<modalFeedback outcomeIdentifier="{outcome}" identifier="{id}" showHide="show">{text}\
</modalFeedback>
"""
_TEST = """\
<?xml version="1.0" encoding="UTF-8"?>
<!-- quizgen {about} -->
<assessmentTest xmlns="{namespace}" identifier="{id}" title="{title}">
<testPart identifier="part" navigationMode="nonlinear" submissionMode="individual">
<assessmentSection identifier="section" title="{title}" visible="true">
{items}</assessmentSection>
</testPart>
</assessmentTest>
"""
_TEST_ITEM = """<assessmentItemRef identifier="{id}" href="items/{id}.xml"/>\n"""

MANIFEST = """\
<?xml version="1.0" encoding="UTF-8"?>
<manifest xmlns="{package}" identifier="quizgen">
<metadata><schema>{schema}</schema><schemaversion>{version}</schemaversion></metadata>
<organizations/>
<resources>
<resource identifier="test" type="imsqti_test_{type}" href="{id}.xml">
<file href="{id}.xml"/>
{dependencies}</resource>
{resources}</resources>
</manifest>
"""
RESOURCE = """\
<resource identifier="{id}" type="imsqti_item_{type}" href="items/{id}.xml">\
<file href="items/{id}.xml"/></resource>
"""

_TAG = re.compile(r"(</?)([a-zA-Z]+)((?:\s[^<>]*)?>)")
_ATTRIBUTE = re.compile(r'[a-zA-Z]+(?==")')
_CAMEL = re.compile(r"(?<=[a-z])[A-Z]")
_HTML = frozenset({"p", "div"})


@dataclass(frozen=True, slots=True)
class Texts:
    """All that a package is made of, in one of the two."""

    namespace: str
    package: str
    schema: str
    version: str
    type: str
    item: str = _ITEM
    choice: str = _CHOICE
    option: str = _OPTION
    chosen: str = _CHOSEN
    typed: str = _TYPED
    mapped: str = _MAPPED
    mapping: str = _MAPPING
    spelling: str = _SPELLING
    modal: str = _MODAL
    test: str = _TEST
    test_item: str = _TEST_ITEM


def _newer(text: str) -> str:
    """In the names of 3.0: ``<qti-simple-choice>`` for ``<simpleChoice>``."""
    return _TAG.sub(_tag, text)


def _tag(found: re.Match[str]) -> str:
    opening, name, rest = found.groups()
    if name in _HTML:
        return found[0]
    return f"{opening}qti-{_kebab(name)}{_ATTRIBUTE.sub(lambda one: _kebab(one[0]), rest)}"


def _kebab(name: str) -> str:
    return _CAMEL.sub(lambda letter: f"-{letter[0].lower()}", name)


TWO = Texts(
    namespace="http://www.imsglobal.org/xsd/imsqti_v2p1",
    package="http://www.imsglobal.org/xsd/imscp_v1p1",
    schema="QTIv2.1 Package",
    version="1.0.0",
    type="xmlv2p1",
)
THREE = Texts(
    namespace="http://www.imsglobal.org/xsd/imsqtiasi_v3p0",
    package="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    schema="QTI Package",
    version="3.0.0",
    type="xmlv3p0",
    item=_newer(_ITEM),
    choice=_newer(_CHOICE),
    option=_newer(_OPTION),
    chosen=_newer(_CHOSEN),
    typed=_newer(_TYPED),
    mapped=_newer(_MAPPED),
    mapping=_newer(_MAPPING),
    spelling=_newer(_SPELLING),
    modal=_newer(_MODAL.replace("{text}", "<contentBody>{text}</contentBody>")),
    test=_newer(_TEST),
    test_item=_newer(_TEST_ITEM),
)
