# Start a container: bring the database up to date, finish what a stopped one promised, serve.
set -eu
cd "$(dirname "$0")/.."
if [ "${SERVE:-both}" != "public" ]; then
	python manage.py migrate --verbosity 0
	python manage.py check --database default --fail-level WARNING
	python manage.py drain_outbox >/dev/null
fi
if [ -n "${STATIC_PUBLIC:-}" ]; then # what the web server sends by itself
	mkdir -p "$STATIC_PUBLIC"
	cp -R "$STATIC_ROOT/." "$STATIC_PUBLIC/"
fi
if [ "${SERVE:-both}" != "desk" ]; then # new code is served when its pages are there
	python manage.py build_pages --once >/dev/null || echo "Pages are made as they are asked for." >&2
fi
exec gunicorn --bind "${BIND:-127.0.0.1:8000}" --config gunicorn.conf.py projustice.wsgi
