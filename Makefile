# The commands of this project. `make run` and `make test` need Python 3.11 or newer and make, nothing else.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
VAR := var
PORT ?= 8000
N ?= 10000

# A local site: loopback only, plain HTTP; with the sample record, until it has been removed.
EMPTY := $(VAR)/without-sample
LOCAL := HTTPS=0 SECRET_KEY=$$(cat $(VAR)/secret_key) SITE_URL=http://127.0.0.1:$(PORT) \
	SAMPLE_RECORD=$$(test -e $(EMPTY) && echo 0 || echo 1)

.PHONY: help run dev prepare static messages migrate migrations test bars golden guide stored-editions \
	check container-steps format seed verify bench bench-desk bench-search bench-serve lock remove-sample account \
	clean-data

help:  ## Show this list.
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes

# What running needs; what testing needs comes with the first `make test` or `make check`.
$(VENV)/.run: requirements.txt requirements-build.txt
	@command -v $(PYTHON) > /dev/null || { echo "There is no $(PYTHON) here. Install Python 3.11 or newer."; exit 1; }
	@$(PYTHON) check_python.py
	$(PYTHON) -m venv $(VENV)
	$(PIP) -r requirements.txt -r requirements-build.txt
	@touch $@

$(VENV)/.ok: requirements-dev.txt $(VENV)/.run
	$(PIP) -r requirements-dev.txt
	@touch $@

$(VAR)/secret_key:
	@mkdir -p $(VAR)
	@umask 077; $(PYTHON) -c "import secrets; print(secrets.token_urlsafe(50))" > $@

locale/ar/LC_MESSAGES/django.mo: locale/ar/LC_MESSAGES/django.po $(VENV)/.run
	$(BIN)/python -m projustice.messages compile

messages: locale/ar/LC_MESSAGES/django.mo  ## Compile the Arabic messages.

static: $(VENV)/.run $(VAR)/secret_key messages  ## Collect and compress static files.
	@$(LOCAL) $(MANAGE) collectstatic --noinput --verbosity 0

migrate: $(VENV)/.run $(VAR)/secret_key messages
	@$(LOCAL) $(MANAGE) migrate --verbosity 0

prepare: migrate static
	@test -e $(EMPTY) || $(LOCAL) $(MANAGE) load_sample --accounts
	@$(LOCAL) $(MANAGE) rebuild_listings > /dev/null
	@$(LOCAL) $(MANAGE) drain_outbox > /dev/null

run: prepare  ## Serve the site and its desk with the sample record.
	@echo "Site: http://127.0.0.1:$(PORT)/   Desk: http://127.0.0.1:$(PORT)/desk/   (stop: Ctrl-C)"
	@$(LOCAL) $(BIN)/python -m projustice.serve 127.0.0.1:$(PORT)

dev: prepare  ## Serve it and reload on change.
	@$(LOCAL) DEBUG=1 $(MANAGE) runserver 127.0.0.1:$(PORT)

migrations: $(VENV)/.ok $(VAR)/secret_key  ## Write the migrations of changed models.
	@$(LOCAL) $(MANAGE) makemigrations && $(BIN)/ruff format --quiet .

test: $(VENV)/.ok messages  ## All tests, on SQLite and, where its server is present, on PostgreSQL.
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh tests/run.sh

bars: $(VENV)/.ok messages  ## Measure every page: sizes, axe, keyboard, HTML, Lighthouse (needs Node and Java).
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh tests/bars.sh

golden: $(VENV)/.ok messages  ## Draw the approved pictures of the pages anew (look at them before committing).
	@PATH="$(CURDIR)/$(BIN):$$PATH" GOLDEN=1 $(BIN)/python -m pytest tests/browser/test_look.py

stored-editions: $(VENV)/.ok messages  ## Make the stored editions of the schemas anew (before the first release only).
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m tests.editions.make

guide: $(VENV)/.ok messages  ## Draw the pictures of the editors' guide anew.
	@PATH="$(CURDIR)/$(BIN):$$PATH" DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python -m tests.browser.guide_pictures

container-steps: $(VENV)/.ok messages  ## Take every step of the Dockerfile without Docker.
	@sh tests/container_steps.sh

check: $(VENV)/.ok messages  ## Format, lint, types, templates, messages, migrations, deployment.
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh tests/check.sh

format: $(VENV)/.ok  ## Put code and templates in form.
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

seed: migrate  ## Add N synthetic dossiers (make seed N=10000).
	@$(LOCAL) $(MANAGE) seed $(N)

verify: migrate  ## Check every edition of the record.
	@$(LOCAL) $(MANAGE) verify_editions

bench: $(VENV)/.ok messages  ## Print sizes and times with N synthetic dossiers in a throw-away database.
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python benchmarks/record.py $(N)

bench-desk: $(VENV)/.ok messages  ## Print what each list and form of the desk costs in queries.
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python benchmarks/desk.py $(N)

bench-serve: $(VENV)/.ok messages  ## Print what serving costs beside a bare nginx (needs nginx and wrk).
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python benchmarks/serve.py $(N)

bench-search: $(VENV)/.ok messages  ## Measure the search for names with lists of your own (see benchmarks/search.py).
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python benchmarks/search.py "$(PERSONS)" "$(QUERIES)" "$(NEGATIVES)" "$(TOKENS)"

lock: $(VENV)/.ok  ## Write uv.lock and the hashed requirements anew (needs uv).
	UV_PYTHON_DOWNLOADS=never uv lock
	uv export --frozen --no-dev --no-emit-project --no-header --quiet -o requirements.txt
	uv export --frozen --only-group build --no-emit-project --no-header --quiet -o requirements-build.txt
	uv export --frozen --no-emit-project --no-header --quiet -o requirements-dev.txt

remove-sample: migrate  ## Throw the sample record away; the site then starts empty. Refuses if there is more in it.
	@$(LOCAL) $(MANAGE) load_sample --alone
	@rm -rf $(VAR)/blacklist.sqlite3* $(VAR)/media $(VAR)/media-public $(VAR)/pages
	@touch $(EMPTY)
	@$(LOCAL) $(MANAGE) migrate --verbosity 0
	@echo "The sample record is gone. \`make account\` makes an account for the desk, \`make run\` serves the empty site."

account: migrate  ## Make an account for the local desk.
	@$(LOCAL) $(MANAGE) createsuperuser

clean-data:  ## Throw the local database, uploads and key away.
	rm -rf $(VAR)
