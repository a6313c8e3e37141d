# The verbs of the project; `make help` lists them. Python 3.10 is Rasa's ceiling, so it is looked for by name.
VENV := .venv
PYTHON := $(VENV)/bin/python
export RASA_TELEMETRY_ENABLED := false
export TF_CPP_MIN_LOG_LEVEL := 3
export SQLALCHEMY_SILENCE_UBER_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
unexport PYTHONDONTWRITEBYTECODE # set in many images: each start would compile TensorFlow anew, 9 s of it

.PHONY: help run ready model test test-long check train encoder ask evaluate bench bench-widget bench-faults bench-scale bench-growth bench-swap bench-nlu sbom lint lock clean

help: ## list the verbs
	@grep -hE '^[a-z -]+:.*##' Makefile | sed -E 's/^([a-z -]+):[^#]*## /\1|/' | awk -F'|' '{printf "  make %-38s %s\n", $$1, $$2}'

run: $(VENV)/installed ## set everything up and start the assistant at http://localhost:8000
	@exec $(PYTHON) -m bot run

ready: $(VENV)/tested model # what every test and measurement runs on

model: $(VENV)/installed # the encoder, and a model if there is none; `make -j 2` installs the tests' packages meanwhile
	@$(PYTHON) -m bot encoder && (test -e models/assistant.tar.gz || $(PYTHON) -m bot train)

test: ready lint ## set everything up and run every test
	@$(PYTHON) -m pytest -m "not long" -n 2 --dist loadfile --no-loadscope-reorder

test-long: ready ## the full counts and soaks
	@$(PYTHON) -m pytest -m long

check train encoder ask evaluate: $(VENV)/installed ## content check · train a model · fetch the encoder · answer stdin · measure
	@$(PYTHON) -m bot $@

bench bench-widget bench-faults bench-scale bench-growth bench-swap bench-nlu: ready ## speed, widget, faults, machines, growth, swap, public data
	@$(PYTHON) -m tests.benchmarks.$(or $(patsubst bench-%,%,$(filter bench-%,$@)),bench)

sbom: $(VENV)/installed .sbom-venv/installed ## every dependency with its licence: results/sbom.json and docs/licences.md
	@mkdir -p results && .sbom-venv/bin/cyclonedx-py environment $(VENV) --of JSON -o results/sbom.json
	@$(PYTHON) -m tests.licences > docs/licences.md

lint: $(VENV)/tested ## style and types
	@$(VENV)/bin/ruff check --quiet . && $(VENV)/bin/ruff format --quiet --check . && $(VENV)/bin/mypy

lock: $(VENV)/installed ## choose the newest allowed releases anew
	for name in requirements requirements-install requirements-test requirements-sbom; do $(VENV)/bin/uv pip compile --quiet --python-version 3.10 \
	  --generate-hashes --no-emit-index-url $$name.in -o $$name.lock || exit 1; done

clean: ## remove what was made, but not var/
	rm -rf $(VENV) .sbom-venv models/*.tar.gz models/encoder .rasa .pytest_cache .mypy_cache .ruff_cache

$(VENV)/installed: requirements.lock
	@sh .ci/make-venv $(VENV)
	@echo "· installing (about a minute)" >&2 && sh .ci/install $(VENV) requirements.lock
	@$(PYTHON) -c 'import spacy, starlette, rasa.core.run, rasa.model_training, rasa.nlu.classifiers.diet_classifier' && touch $@

$(VENV)/tested: requirements-test.lock $(VENV)/installed
	@sh .ci/install $(VENV) requirements-test.lock
	@$(PYTHON) -c 'import pytest, playwright' && touch $@

.sbom-venv/installed: requirements-sbom.lock
	@sh .ci/make-venv .sbom-venv && sh .ci/install .sbom-venv $< && touch $@
