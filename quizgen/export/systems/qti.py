"""QTI 2.1 and QTI 3.0 as packages: a file an item, and a test that has them in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quizgen.export.archive import archive
from quizgen.export.systems.markup import attribute, xhtml, xml
from quizgen.export.systems.qti_texts import MANIFEST, RESOURCE, THREE, TWO
from quizgen.export.systems.record import about, as_comment, carried
from quizgen.export.systems.said import after_html, labels, stem_html

if TYPE_CHECKING:
    from quizgen.export import ItemSet, Layout
    from quizgen.export.items import Item
    from quizgen.export.systems.qti_texts import Texts
    from quizgen.export.systems.said import Labels


def write_2(items: ItemSet, layout: Layout) -> bytes:
    """The package in QTI 2.1."""
    return _package(items, TWO)


def write_3(items: ItemSet, layout: Layout) -> bytes:
    """The package in QTI 3.0."""
    return _package(items, THREE)


def _package(items: ItemSet, texts: Texts) -> bytes:
    say = labels(items.language)
    id = f"{items.bank.id}-{items.form}"
    ids = [item.id for item in items.items]
    manifest = MANIFEST.format(
        id=id,
        package=texts.package,
        schema=texts.schema,
        version=texts.version,
        type=texts.type,
        dependencies="".join(f'<dependency identifierref="{id}"/>\n' for id in ids),
        resources="".join(RESOURCE.format(id=id, type=texts.type) for id in ids),
    )
    test = texts.test.format(
        namespace=texts.namespace,
        id=id,
        title=attribute(f"{items.title} {items.form}"),
        items="".join(texts.test_item.format(id=id) for id in ids),
        about=as_comment(about(items)),
    )
    files = {"imsmanifest.xml": manifest, f"{id}.xml": test}
    for item in items.items:
        files[f"items/{item.id}.xml"] = _item(item, items.language, say, texts)
    return archive({name: text.encode() for name, text in files.items()})


def _item(item: Item, language: str, say: Labels, texts: Texts) -> str:
    feedback = [("FEEDBACK", letter, f"<p>{xhtml(why)}</p>") for letter, why in item.reasons]
    feedback.append(("ANSWERED", "yes", after_html(item, say)))
    return texts.item.format(
        namespace=texts.namespace,
        id=item.id,
        language=language,
        carried=as_comment(carried(item)),
        stem=stem_html(item, say),
        **(_choice(item, texts) if item.options else _typed(item, texts)),
        feedback="".join(
            texts.modal.format(outcome=outcome, id=id, text=text) for outcome, id, text in feedback
        ),
    )


def _choice(item: Item, texts: Texts) -> dict[str, str]:
    options = "".join(
        texts.option.format(id=option.letter, text=xhtml(option.text)) for option in item.options
    )
    return {
        "type": "identifier",
        "key": item.letter,
        "mapping": "",
        "asked": texts.choice.format(options=options),
        "marked": texts.chosen,
    }


def _typed(item: Item, texts: Texts) -> dict[str, str]:
    spellings = "".join(
        texts.spelling.format(text=attribute(text))
        for text in dict.fromkeys((item.key, *item.accept))
    )
    return {
        "type": "string",
        "key": xml(item.key),
        "mapping": texts.mapping.format(spellings=spellings),
        "asked": texts.typed,
        "marked": texts.mapped,
    }
