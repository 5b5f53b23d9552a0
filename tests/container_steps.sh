# Every step that the Dockerfile and compose.yaml take, taken here without Docker: install from the
# hashed list into a new environment, build messages and static files, migrate, serve, ask for health.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'kill "${server:-0}" 2>/dev/null || true; rm -rf "$work"' EXIT INT TERM

python3 -m venv "$work/venv"
"$work/venv/bin/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-pdf.txt
STATIC_ROOT="$work/static" sh docker/build.sh "$PWD/.venv/bin/python" "$work/venv/bin/python"
export PATH="$work/venv/bin:$PATH" SECRET_KEY=container-steps-only ALLOWED_HOSTS=127.0.0.1 BEHIND_PROXY=1 \
	DATABASE_URL="sqlite:///$work/site.sqlite3" MEDIA_ROOT="$work/media" MEDIA_PUBLIC="$work/public" PAGE_STORE="$work/pages" \
	STATIC_ROOT="$work/static" BIND=127.0.0.1:8765
sh docker/serve.sh &
server=$!
for _try in $(seq 100); do
	if python docker/health.py; then
		python - <<'PY'
import urllib.request
request = urllib.request.Request("http://127.0.0.1:8765/ar/", headers={"X-Forwarded-Proto": "https"})
answer = urllib.request.urlopen(request)
assert answer.status == 200 and "max-age=63072000" in answer.headers["Strict-Transport-Security"]
PY
		echo "The container's steps work: installed, built, migrated, served, healthy."
		exit 0
	fi
	sleep 0.2
done
echo "The site did not become healthy." >&2
exit 1
