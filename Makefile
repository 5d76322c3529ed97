# quizgen: `make help` lists the tasks.

.DEFAULT_GOAL := help
PORT ?= 8000
HOST ?= 127.0.0.1
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$python && break; done)
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

PYTHON_VERSIONS := 3.11 3.12 3.13
ANKI_VERSIONS := 25.2.7 24.11

.PHONY: help serve test readers test-pythons test-anki-versions pictures-anki pictures-papers table-formats words soak-scan pictures-scan lint format bench pictures schema lock build clean

help: ## List the tasks
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

serve: $(VENV)/.site ## Open the quiz site on the shipped bank (PORT=8000 HOST=127.0.0.1)
	$(BIN)/quizgen serve --host $(HOST) --port $(PORT) --data var

test: $(VENV)/.dev $(if $(shell command -v npm),build/node/.ready) ## Run all tests
	$(BIN)/python -m pytest

readers: build/node/.ready ## Set up programs of others that read back what quizgen writes (needs npm)

build/node/.ready: tests/export/systems/node/package.json
	@echo "Setting up programs that read quiz formats in build/node ..."
	@mkdir -p build/node && cp $< build/node/package.json
	npm install --prefix build/node --ignore-scripts --no-audit --no-fund --no-progress --loglevel=error
	@touch $@

# A Python that is not on the PATH is named: make test-pythons PYTHON_3.12=/path/to/python3.12
test-pythons: $(PYTHON_VERSIONS:%=test-python-%) ## Run the tests, but not a browser's, on each Python
	@echo "Not run here: tests/browser, whose pages are the same on every Python. make test runs them."

test-python-%: FORCE
	@python="$(PYTHON_$*)"; \
	for found in $$python python$* "$$(pyenv prefix $* 2>/dev/null)/bin/python"; do \
	  [ "$$($$found -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null)" = $* ] \
	  && exec $(MAKE) --no-print-directory build/python-$*/.tested THIS_PYTHON=$$found; \
	done; \
	echo "NOT TESTED on Python $*: install it, or name it: make test-pythons PYTHON_$*=/path/to/python$*"; \
	[ "$$CI" != true ]

build/python-%/.tested: build/python-%/.ready FORCE
	@echo "Python $*, without tests/browser:"
	build/python-$*/bin/python -m pytest -q --ignore tests/browser

build/python-%/.ready: pyproject.toml constraints.txt
	@echo "Setting up Python $* in build/python-$* ..."
	$(THIS_PYTHON) -m venv --clear build/python-$*
	build/python-$*/bin/python -m pip install --quiet --disable-pip-version-check \
		--constraint constraints.txt --editable '.[dev,postgres]'
	@touch $@

FORCE:

test-anki-versions: $(ANKI_VERSIONS:%=test-anki-%) ## Run the deck's tests with older versions of Anki

test-anki-%: build/anki-%/.ready
	build/anki-$*/bin/python -m pytest tests/anki

build/anki-%/.ready: pyproject.toml constraints.txt
	@echo "Setting up Anki $* in build/anki-$* ..."
	$(PYTHON) -m venv build/anki-$*
	grep -v -E '^(anki|protobuf|orjson)=' constraints.txt > build/anki-$*/constraints.txt
	build/anki-$*/bin/python -m pip install --quiet --disable-pip-version-check \
		--constraint build/anki-$*/constraints.txt --editable . \
		anki==$* pytest axe-playwright-python playwright
	@touch $@

.PRECIOUS: build/anki-%/.ready build/python-%/.ready

pictures-anki: $(VENV)/.dev ## Picture every kind of card for the docs
	$(BIN)/python -m pip install --quiet --disable-pip-version-check pillow
	$(BIN)/python -m tests.anki.pictures docs/pictures/anki

pictures-papers: $(VENV)/.dev ## Picture the printed pages into docs/pictures/papers/
	$(BIN)/python -m tests.export.print.pictures

table-formats: $(VENV)/.dev ## Write the tables of formats in docs/papers.md and docs/formats.md
	$(BIN)/python -m tests.export.table

words: $(VENV)/.dev ## Write the sentences of code and templates into the catalogues
	$(BIN)/python -m tests.words.catalogue

pictures-scan: $(VENV)/.dev ## Picture answer sheets and the page for doubtful rows
	$(BIN)/python -m tests.results.pictures

soak-scan: $(VENV)/.dev ## Fill in, wear out and read 1,000 answer sheets (SHEETS=1000)
	$(BIN)/python -m tests.results.sheets.soak $(or $(SHEETS),1000)

lint: $(VENV)/.dev ## Check style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.dev ## Put the code into the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.dev ## Measure, each figure as a ratio to its reference in the same run
	$(BIN)/python -m bench

pictures: $(VENV)/.dev ## Take pictures of each page of the site into docs/pictures/site/
	$(BIN)/python -m tests.browser.pictures

schema: $(VENV)/.site ## Write the JSON Schema beside the shipped bank
	$(BIN)/quizgen schema > banks/nato/bank.schema.json

build: $(VENV)/.dev ## Build the wheel and the source archive into dist/
	$(BIN)/python -m build --installer pip

lock: ## Pin the newest versions of all dependencies in constraints.txt
	rm -rf build/lock && $(PYTHON) -m venv build/lock
	build/lock/bin/pip install --quiet --editable '.[dev,postgres]' hatchling
	( echo "# The versions that quizgen is tested with. Made by: make lock"; \
	  build/lock/bin/pip freeze --exclude-editable ) > constraints.txt

clean: ## Remove what was built or kept here, the virtual environment too
	rm -rf $(VENV) build dist var .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "quizgen needs Python 3.11 or newer: install it, or name it: make PYTHON=/path/to/python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)

# Byte code is compiled here once, so that the first command is as quick as the others.
$(VENV)/.site: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Setting up quizgen in $(VENV) ..."
	$(PIP) --editable '.[pdf,office,read]'
	@$(BIN)/python -m compileall -q quizgen web/quizgen_web
	@touch $@

$(VENV)/.dev: pyproject.toml constraints.txt | $(VENV)/.site
	@echo "Setting up what the tests need ..."
	$(PIP) --editable '.[dev,postgres]'
	@touch $@ $(VENV)/.site
