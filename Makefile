# `make` runs the app; `make test` checks everything on a fresh machine. PYTHON chooses the interpreter (3.11 to 3.13).
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := run
.PHONY: run dev test bench screens clean
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

# In this order: what is quick and tells most comes first.
test: $(VENV)/.dev $(VENV)/.browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m needlewise.evidence check
	$(BIN)/pytest -q -n auto tests/data tests/unit
	$(BIN)/pytest -q -n auto tests/app
	$(BIN)/pytest -q -n 2 tests/browser

bench: $(VENV)/.dev $(VENV)/.browser
	$(BIN)/python -m benchmarks

screens: $(VENV)/.dev $(VENV)/.browser
	$(BIN)/python -m tests.screens

clean:
	rm -rf $(VENV) screens .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
