# What the image builds: Arabic messages and compressed static files.
# usage: build.sh PYTHON-WITH-BABEL PYTHON-OF-THE-SITE
set -eu
cd "$(dirname "$0")/.."
"$1" -m projustice.messages compile
SECRET_KEY=not-used-while-building STATIC_ROOT="${STATIC_ROOT:-$PWD/static-built}" \
	"$2" manage.py collectstatic --noinput --verbosity 0
