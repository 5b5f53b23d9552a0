# Everything that can be said about the code without running the site.
set -eu
cd "$(dirname "$0")/.."
export SECRET_KEY=check-only-0123456789abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOPQRST

step() {
	echo "— $*"
	"$@"
}

step ruff format --check --quiet .
step ruff check --quiet .
step mypy --no-error-summary
step djlint --quiet --lint templates/desk
step djlint --quiet --lint --profile jinja templates/pages
step python tests/template_lines.py
step python tests/wheels.py
step python -m projustice.messages check
step python manage.py makemigrations --check --dry-run --verbosity 0
step python manage.py check --deploy --fail-level WARNING
SERVE=public step python manage.py check --fail-level WARNING
SERVE=desk step python manage.py check --fail-level WARNING
step python -m compileall -q projustice publishing dossiers news campaign
echo "All checks passed."
