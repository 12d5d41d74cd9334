# Every target works alone on a fresh clone that has only Python (3.11 or newer), make and git.
# `make` shows what there is. Nothing is written outside this folder, except the caches of pip and uv.

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3.14 python3 python; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; exit; }; done)
BIN := .venv/bin
READY := .venv/ready
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export UV_SYSTEM_CERTS := 1

# vermin takes bytes for a text of Python 2 where it meets both.
OLDEST := --quiet --violations --no-tips --no-parse-comments --target=3.11- --exclude str.decode

.DEFAULT_GOAL := help
.PHONY: help demo test pythons fuzz corpus slow bench pages e2e check format generate docs lock clean
.DELETE_ON_ERROR:

help:  ## show these lines
	@sed -n 's/^\([a-z0-9]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r name text; do printf '  make %-10s %s\n' "$$name" "$$text"; done

demo: $(READY)  ## the tour: every operation of the real APIs, through the generated clients, against the mock
	$(BIN)/qiyue demo

test: $(READY)  ## all tests
	$(BIN)/pytest -n auto

pythons: $(READY)  ## the tests of clients and runtime with every Python there is, and with PYTHONS="/path/to/python …"
	$(BIN)/python tests/pythons.py $(PYTHONS)

fuzz: $(READY)  ## 5,000 mutated documents: refused with a place, or generated, in bounded time and memory
	$(BIN)/python tests/fuzz/run.py 5000

corpus: $(READY)  ## every operation of real documents (../shared/corpus, or FOLDER=…), generated, called and judged
	$(BIN)/python tests/corpus/run.py $(FOLDER)
	$(BIN)/python tests/corpus/contract.py $(FOLDER)

slow: $(READY)  ## what takes an hour: 5,000 mutated documents, names over 500 edits, the corpus under mypy, called and judged, clients in a child process, mocks that are killed
	$(BIN)/python tests/fuzz/run.py 5000
	$(BIN)/python tests/unit/client_plan/test_lock.py 500
	$(BIN)/python tests/corpus/run.py --types $(FOLDER)
	$(BIN)/python tests/corpus/contract.py $(FOLDER)
	$(BIN)/python tests/contract/in_child.py
	$(BIN)/python tests/durability/run.py 200

bench: $(READY)  ## time, memory, size and import time beside other generators, as ratios
	$(BIN)/python tests/bench/run.py
	$(BIN)/python tests/bench/page.py

pages: $(READY)  ## small pages of every typography: what `init` reads right, recall and precision by kind
	$(BIN)/python tests/pages/judge.py

e2e: $(READY)  ## the review page in a real browser: chromium of this machine, or QIYUE_CHROMIUM=/path/to/it
	$(BIN)/pytest tests/e2e

check: $(READY)  ## format, lint, types, what is newer than Python 3.11, architecture, and whether generated/ is fresh
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/vermin $(OLDEST) generator/qiyue generated
	$(BIN)/pytest tests/test_architecture.py
	$(BIN)/qiyue generate --check
	$(BIN)/qiyue check

format: $(READY)  ## put the source into its form, and mend what lint can mend
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

generate: $(READY)  ## write generated/ anew
	$(BIN)/qiyue generate

docs: $(READY)  ## write the tables and transcripts of the README files anew
	$(BIN)/python tests/unit/cli/test_help.py
	$(BIN)/python tests/test_docs.py

lock: $(READY)  ## choose versions anew for pyproject.toml
	$(BIN)/uv pip compile pyproject.toml --all-extras --group dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-header --no-annotate --upgrade -o requirements.lock

clean:  ## remove the environment and every cache
	rm -rf .venv .venv-pythons .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +

# uv installs the lock in a tenth of pip's time; where uv does not work, pip does it. One run compiles modules and
# templates, also where Python is told to keep nothing compiled.
$(READY): requirements.lock pyproject.toml
	@test -n "$(PYTHON)" || { echo "no Python 3.11 or newer found; name one: make PYTHON=/path/to/python"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@awk '/^[^ ]/ {uv = /^uv==/} {print > (uv ? ".venv/uv.txt" : ".venv/others.txt")}' requirements.lock
	@echo "installing into .venv"
	@{ $(BIN)/pip install -q --require-hashes -r .venv/uv.txt && \
	  $(BIN)/uv pip sync -q -p $(BIN)/python --compile-bytecode --require-hashes requirements.lock && \
	  $(BIN)/uv pip install -q -p $(BIN)/python --no-deps --no-build-isolation -e .; \
	} || { echo "uv could not install; trying pip"; \
	  $(BIN)/pip install -q --require-hashes -r .venv/others.txt && \
	  $(BIN)/pip install -q --no-deps --no-build-isolation -e .; \
	}
	@env -u PYTHONDONTWRITEBYTECODE $(BIN)/qiyue generate --check >.venv/first.txt 2>&1 || :
	@touch $@
