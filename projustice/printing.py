"""Whether editions can be made into PDF on this machine."""

from ctypes.util import find_library
from importlib.util import find_spec

MISSING = (
    "No PDF of editions is made: WeasyPrint or the system's Pango is missing. "
    "Install them with `pip install -r requirements-pdf.txt` and `apt-get install libpango-1.0-0 "
    "libpangoft2-1.0-0 libharfbuzz-subset0` (Homebrew: `brew install pango`), or set PDF=0."
)


def can_print() -> bool:
    return find_spec("weasyprint") is not None and find_library("pangoft2-1.0") is not None
