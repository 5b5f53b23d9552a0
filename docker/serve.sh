# Start a container: bring the database up to date, finish what a stopped one promised, serve.
set -eu
cd "$(dirname "$0")/.."
if [ "${SERVE:-both}" != "public" ]; then
	python manage.py migrate --verbosity 0
	python manage.py check --database default --fail-level WARNING
	python manage.py drain_outbox >/dev/null
fi
exec gunicorn --bind "${BIND:-127.0.0.1:8000}" --config gunicorn.conf.py projustice.wsgi
