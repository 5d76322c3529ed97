"""What a teacher has, which formats are for it, and what to click there."""

from __future__ import annotations

from dataclasses import dataclass

from quizgen.words import N_


@dataclass(frozen=True, slots=True)
class Use:
    """A system by the name that people know, with its formats, the best one first."""

    id: str
    name: str
    formats: tuple[str, ...]
    click: str


USES: tuple[Use, ...] = (
    Use(
        "moodle",
        "Moodle",
        ("moodle", "gift", "aiken"),
        N_(
            "In your course open Question bank, then Import; choose the file’s format, drop the"
            " file and press Import. Then add the questions to a quiz."
        ),
    ),
    Use(
        "canvas",
        "Canvas",
        ("qti12",),
        N_(
            "In your course open Settings, then Import Course Content; choose QTI .zip file, the"
            " file and Import. The quiz stands under Quizzes, not yet published."
        ),
    ),
    Use(
        "blackboard",
        "Blackboard, Brightspace, Schoology",
        ("qti12", "qti21"),
        N_(
            "Blackboard: open Question Banks or Tests, then Import, and choose the file."
            " Brightspace: Course Admin, Import, a course package. Schoology: Resources, Import,"
            " QTI."
        ),
    ),
    Use(
        "qti",
        N_("another system that reads QTI"),
        ("qti21", "qti3"),
        N_(
            "Look for Import and QTI. Most read 2.1, newer ones 3.0. TAO, ILIAS and OpenOlat take"
            " the whole package."
        ),
    ),
    Use(
        "h5p",
        "H5P",
        ("h5p",),
        N_(
            "On your site add H5P content, choose Upload and the file. The site needs the content"
            " types Question Set and Multiple Choice."
        ),
    ),
    Use(
        "kahoot",
        "Kahoot",
        ("kahoot",),
        N_(
            "Create a kahoot, press Add question, then Import, and choose the file under Import"
            " spreadsheet."
        ),
    ),
    Use(
        "blooket",
        "Blooket",
        ("blooket",),
        N_("Press Create, name the set, choose CSV import and the file."),
    ),
    Use(
        "gimkit",
        "Gimkit",
        ("gimkit",),
        N_("Press New Kit, name it, then Import Spreadsheet, and choose the file."),
    ),
    Use(
        "quizizz",
        "Quizizz / Wayground",
        ("quizizz",),
        N_("Press Create, then Assessment, Import from spreadsheet, and choose the file."),
    ),
    Use(
        "quizlet",
        "Quizlet",
        ("quizlet",),
        N_(
            "Create a set and press Import; open the file, copy all of it and paste it there, with"
            " Tab between term and definition."
        ),
    ),
    Use(
        "google",
        "Google Forms, Google Classroom",
        ("gforms",),
        N_(
            "Open script.google.com, start a new project, paste all of the file, press Run and"
            " allow it. The form is in your Drive; hand it out in Classroom."
        ),
    ),
    Use(
        "microsoft",
        "Microsoft Forms, Teams",
        ("docx",),
        N_(
            "In Forms press Quick import and choose the paper as a Word file. Mark the right"
            " answers by the key: Forms does not read it."
        ),
    ),
    Use(
        "spreadsheet",
        N_("a spreadsheet"),
        ("csv",),
        N_("Open the file: a row a question, all that is known of it in columns."),
    ),
    Use(
        "programs",
        N_("programs or a repository of your own"),
        ("json", "md"),
        N_("JSON holds all of the quiz as data, Markdown shows it to readers."),
    ),
    Use(
        "r",
        "R/exams",
        ("rexams",),
        N_("Unpack the zip and name the .Rmd files to exams2html, exams2moodle and the like."),
    ),
)
