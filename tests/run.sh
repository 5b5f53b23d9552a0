# All tests: on SQLite, then on PostgreSQL when its server is on this machine, then in Chromium.
# Says at the end in one line what it ran on and what it could not. In CI everything must be there.
set -eu
cd "$(dirname "$0")/.."
ran="SQLite" missing=""
trap 'sh tests/cluster.sh stop' EXIT INT TERM

browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
if [ -n "$browser" ]; then export CHROMIUM="$browser"; ran="$ran, Chromium"; else missing="Chromium"; fi

if command -v nginx >/dev/null || [ -x /usr/sbin/nginx ]; then ran="$ran, nginx"; else missing="${missing:+$missing, }nginx"; fi

if command -v redis-server >/dev/null; then ran="$ran, Redis"; else missing="${missing:+$missing, }Redis"; fi

echo "— SQLite"
unset DATABASE_URL
python -m pytest -n auto --dist worksteal ${TESTS:-}

if url=$(sh tests/cluster.sh start); then
	echo "— PostgreSQL"
	DATABASE_URL="$url" python -m pytest -n auto --dist worksteal -m "not browser" ${TESTS:-}
	ran="$ran, PostgreSQL"
else
	missing="${missing:+$missing, }PostgreSQL server"
fi

echo "Ran on: $ran.${missing:+ Not on this machine, so not run: $missing.}"
if [ -n "${CI:-}" ] && [ -n "$missing" ]; then exit 1; fi
