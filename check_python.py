"""Whether this Python can run the site; if not, what to install. Any Python from 3.6 on reads this file."""

import shutil
import sys

NEWER = ["python3.14", "python3.13", "python3.12", "python3.11"]
INSTALL = """    Debian, Ubuntu   sudo apt install {debian}
    Fedora           sudo dnf install python3.13
    macOS            brew install python@3.13"""


def problem():
    """Return what is wrong with this Python and how to put it right; an empty text when nothing is."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if sys.version_info < (3, 11):  # noqa: UP036 - an older one is just what is looked for
        there = next((name for name in NEWER if shutil.which(name)), "")
        if there:
            return f"This is Python {version}; 3.11 or newer is needed. You have one: make run PYTHON={there}"
        how = INSTALL.format(debian="python3.13 python3.13-venv")
        return f"This is Python {version}; 3.11 or newer is needed. Install one:\n{how}"
    try:
        import ensurepip  # noqa: F401 - `python -m venv` needs it; some systems pack it separately
        import venv  # noqa: F401
    except ImportError:
        how = INSTALL.format(debian=f"python{version}-venv")
        return f"This Python {version} cannot make virtual environments. Install what is missing:\n{how}"
    return ""


if __name__ == "__main__":
    sys.exit(problem() or 0)
