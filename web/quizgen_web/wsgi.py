"""The site for a WSGI server, such as ``gunicorn quizgen_web.wsgi:app``, set by the environment."""

import os

from quizgen.bank.folders import load_all
from quizgen_web.app import create_app
from quizgen_web.shell.settings import Settings, bank_folders, data_folder
from quizgen_web.shell.site import Shelf
from quizgen_web.store import open_store

_settings = Settings.from_environment(os.environ, data_folder(os.environ))

app = create_app(
    Shelf.of(*load_all(bank_folders(os.environ))), _settings, open_store(_settings.database)
)
