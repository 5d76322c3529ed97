"""What an H5P question set says around the questions, and which libraries it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from quizgen.words import N_

if TYPE_CHECKING:
    from collections.abc import Mapping

LIBRARIES: Mapping[str, tuple[int, int]] = {
    "H5P.QuestionSet": (1, 20),
    "H5P.MultiChoice": (1, 16),
    "H5P.Blanks": (1, 14),
}
"""The site that the file is put on has to have these."""

_CHECK, _SUBMIT, _SHOW, _AGAIN = N_("Check"), N_("Submit"), N_("Show solution"), N_("Retry")
_SCORE = N_("You got :num of :total points")
_BUTTONS: Mapping[str, str] = {
    "checkAnswer": _CHECK,
    "submitAnswer": _SUBMIT,
    "showSolutions": _SHOW,
    "tryAgain": _AGAIN,
    "scoreBarLabel": _SCORE,
    "a11yCheck": N_("Check the answers."),
    "a11yShowSolution": N_("Show the solution."),
    "a11yRetry": N_("Try it again."),
}

CHOICE_UI: Mapping[str, str] = {
    "checkAnswerButton": _CHECK,
    "submitAnswerButton": _SUBMIT,
    "showSolutionButton": _SHOW,
    "tryAgainButton": _AGAIN,
    "tipsLabel": N_("Show tip"),
    "scoreBarLabel": _SCORE,
    "tipAvailable": N_("A tip is there"),
    "feedbackAvailable": N_("A comment is there"),
    "readFeedback": N_("Read the comment"),
    "wrongAnswer": N_("Wrong answer"),
    "correctAnswer": N_("Correct answer"),
    "shouldCheck": N_("Should have been chosen"),
    "shouldNotCheck": N_("Should not have been chosen"),
    "noInput": N_("Please answer before you see the solution"),
    "a11yCheck": _BUTTONS["a11yCheck"],
    "a11yShowSolution": _BUTTONS["a11yShowSolution"],
    "a11yRetry": _BUTTONS["a11yRetry"],
}
BLANKS_UI: Mapping[str, str] = {
    **_BUTTONS,
    "notFilledOut": N_("Please fill in all blanks to see the solution"),
    "answerIsCorrect": N_("':ans' is correct"),
    "answerIsWrong": N_("':ans' is wrong"),
    "answeredCorrectly": N_("Answered correctly"),
    "answeredIncorrectly": N_("Answered wrongly"),
    "solutionLabel": N_("Correct answer:"),
    "inputLabel": N_("Blank @num of @total"),
    "inputHasTipLabel": N_("A tip is there"),
    "tipLabel": N_("Tip"),
    "a11yCheckingModeHeader": N_("Checking mode"),
}
SET_TEXTS: Mapping[str, str] = {
    "prevButton": N_("Previous question"),
    "nextButton": N_("Next question"),
    "finishButton": N_("Finish"),
    "submitButton": _SUBMIT,
    "textualProgress": N_("Question @current of @total"),
    "jumpToQuestion": N_("Question @question of @total"),
    "questionLabel": N_("Question"),
    "readSpeakerProgress": N_("Question @current of @total"),
    "unansweredText": N_("Not answered"),
    "answeredText": N_("Answered"),
    "currentQuestionText": N_("This question"),
    "navigationLabel": N_("Questions"),
    "questionSetInstruction": N_("Choose a question"),
}
END_TEXTS: Mapping[str, str] = {
    "message": N_("Your result:"),
    "scoreBarLabel": _SCORE,
    "solutionButtonText": _SHOW,
    "retryButtonText": _AGAIN,
    "finishButtonText": N_("Finish"),
    "submitButtonText": _SUBMIT,
    "skipButtonText": N_("Skip the video"),
}
CONFIRM: Mapping[str, str] = {
    "header": N_("Finish?"),
    "body": N_("Do you want to finish?"),
    "cancelLabel": N_("Cancel"),
    "confirmLabel": N_("Finish"),
}

SET: Mapping[str, Any] = {
    "progressType": "dots",
    "passPercentage": 50,
    "disableBackwardsNavigation": False,
    "randomQuestions": False,
    "override": {"checkButton": True},
}
END: Mapping[str, Any] = {
    "showResultPage": True,
    "showSolutionButton": True,
    "showRetryButton": True,
    "showAnimations": False,
    "skippable": False,
    "overallFeedback": [{"from": 0, "to": 100, "feedback": ""}],
}
CHOICE_WAYS: Mapping[str, Any] = {
    "enableRetry": True,
    "enableSolutionsButton": True,
    "enableCheckButton": True,
    "type": "single",
    "singlePoint": True,
    "randomAnswers": False,
    "showSolutionsRequiresInput": True,
    "confirmCheckDialog": False,
    "confirmRetryDialog": False,
    "autoCheck": False,
    "passPercentage": 100,
    "showScorePoints": True,
}
BLANKS_WAYS: Mapping[str, Any] = {
    "enableRetry": True,
    "enableSolutionsButton": True,
    "enableCheckButton": True,
    "autoCheck": False,
    "caseSensitive": False,
    "showSolutionsRequiresInput": True,
    "separateLines": False,
    "confirmCheckDialog": False,
    "confirmRetryDialog": False,
    "acceptSpellingErrors": False,
}
