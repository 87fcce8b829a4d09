# What one can ask for. The work itself is in tools/, which needs nothing but Python.

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && exit; done; echo missing)
# Without a shell in between, so that make's signals reach the tool, and what the tool becomes.
TOOL := @$(PYTHON) -B -m tools.
unexport PYTHONPATH PYTHONHOME PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run test check dev bench prove chaos lock clean python

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-7s %s\n", $$1, $$2 }' Makefile

run: python ## install, build and serve the demo world on http://localhost:8000 (PORT, DATA_DIR)
	$(TOOL)run

test: python ## install what the tests need and run them (ONLY=path, DATABASE_URL, MEILISEARCH_URL, CHROMIUM, WORKERS)
	$(TOOL)test $(ONLY)

check: python ## lint, types, imports, the house's wires, the schema; within a minute (ONLY=step)
	$(TOOL)check $(ONLY)

dev: python ## server and web client, both reloading on save: http://localhost:5173
	$(TOOL)dev

bench: python ## run the benchmarks: a table, and JSON in bench/results
	@$(PYTHON) -B -m tools.prepare && .venv/bin/python -m bench $(ONLY)

prove: python ## run the long proofs (SIZE=1 is small, 100 takes hours)
	@$(PYTHON) -B -m tools.prepare && PROVE_SIZE=$(or $(SIZE),1) .venv/bin/python -m pytest $(or $(ONLY),tests/prove)

chaos: python ## break processes and connections while people write, and compare what was said, kept and told (SEEDS, FIRST, FOR)
	@$(PYTHON) -B -m tools.prepare && .venv/bin/python -m tests.chaos --seeds $(or $(SEEDS),2) --first $(or $(FIRST),1) --seconds $(or $(FOR),30)

lock: python ## resolve the dependencies anew (UPGRADE=1 takes the newest)
	$(TOOL)lock $(if $(UPGRADE),--upgrade)

clean: ## remove everything that make made, but not your data
	rm -rf .venv .make web/node_modules web/dist .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find engawa schema server workers tests tools bench -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

python:
	@test "$(PYTHON)" != missing || { echo "engawa: Python 3.11 or newer is needed; none was found on PATH" >&2; exit 1; }
