# The bars of the design, measured: sizes, axe, targets, keyboard, HTML, Lighthouse.
set -eu
cd "$(dirname "$0")/.."
CHROMIUM=${CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)}
for tool in node npm java; do
	command -v "$tool" >/dev/null || { echo "The bars need $tool; install it and try again." >&2; exit 1; }
done
[ -n "$CHROMIUM" ] || { echo "The bars need Chromium; install it and try again." >&2; exit 1; }

export CHROMIUM TOOLS="$PWD/var/bars" DJANGO_SETTINGS_MODULE=tests.settings PYTHONPATH="$PWD"
mkdir -p "$TOOLS"
if ! cmp -s tests/bars/package-lock.json "$TOOLS/installed.json"; then
	cp tests/bars/package.json tests/bars/package-lock.json "$TOOLS"
	(cd "$TOOLS" && npm ci --ignore-scripts --no-audit --no-fund --silent)
	cp tests/bars/package-lock.json "$TOOLS/installed.json"
fi
python tests/bars/bars.py
