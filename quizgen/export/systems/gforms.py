"""A script that makes the quiz in Google Forms, since Forms imports no file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizgen.export.content import credit
from quizgen.export.systems.record import as_json, carried
from quizgen.export.systems.said import labels, remarks
from quizgen.words import words

if TYPE_CHECKING:
    from quizgen.export import ItemSet, Layout
    from quizgen.export.items import Item
    from quizgen.export.systems.said import Labels

_SCRIPT = """\
// %(how)s
const QUIZ = %(quiz)s;

function makeQuiz() {
  const form = FormApp.create(QUIZ.title);
  form.setIsQuiz(true).setCollectEmail(false).setDescription(QUIZ.description);
  for (const question of QUIZ.questions) {
    const typed = question.options.length === 0;
    const item = typed ? form.addTextItem() : form.addMultipleChoiceItem();
    item.setTitle(question.title).setHelpText(question.help).setPoints(1);
    if (typed) {
      item.setGeneralFeedback(feedback("", question));
    } else {
      item.setChoices(question.options.map((one) => item.createChoice(one.text, one.right)));
      item.setFeedbackForCorrect(feedback("", question));
      item.setFeedbackForIncorrect(feedback(question.reasons, question));
    }
  }
  Logger.log(form.getEditUrl());
}

function feedback(before, question) {
  const made = FormApp.createFeedback().setText(before + question.after);
  for (const url of question.links) made.addLink(url);
  return made.build();
}
"""


def write(items: ItemSet, layout: Layout) -> bytes:
    """The script."""
    _ = words(items.language).gettext
    say = labels(items.language)
    head = {"title": f"{items.title} {items.form}", "description": credit(items.bank)}
    quiz = _script(head, [_question(item, say) for item in items.items])
    how = _("Open script.google.com, start a new project, paste all of this, and run makeQuiz.")
    return (_SCRIPT % {"how": how, "quiz": quiz}).encode()


def _script(head: dict[str, str], questions: list[dict[str, Any]]) -> str:
    """JSON, a question a line; in older engines two of its signs would end a line of a script."""
    each = ",\n".join(map(as_json, questions))
    text = f'{as_json(head)[:-1]},"questions":[\n{each}\n]}}'
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _question(item: Item, say: Labels) -> dict[str, Any]:
    """A typed answer cannot be marked by a script, so that its key stands in the feedback."""
    why = dict(item.reasons)
    warning = f"{say.warning} {item.content_note}" if item.content_note else ""
    told = [f"{label} {text}" for label, text, _ in remarks(item, say)]
    first = [] if item.options else ["; ".join(dict.fromkeys((item.key, *item.accept)))]
    return {
        "title": item.prompt,
        "help": " ".join(filter(None, [f"[{item.cite}]" if item.cite else "", warning])),
        "options": [
            {"text": option.text, "right": option.letter == item.letter} for option in item.options
        ],
        "after": "\n".join([*first, item.rationale, *told]),
        "reasons": "".join(
            f"{option.text}: {why[option.letter]}\n"
            for option in item.options
            if option.letter in why
        ),
        "links": [proof.url for proof in item.evidence if proof.url],
        "quizgen": {"id": item.id} | carried(item),
    }
