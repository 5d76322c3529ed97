"""Answer sheets back from a class: pictures -> what each seat marked, and what is in doubt.

The door is :func:`quizgen.results.sheets.scan.scan`. The packages that it needs come with the
extra ``scan`` and are imported by its modules, not here.
"""
