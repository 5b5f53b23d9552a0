"""Template lines that are too long to read: `python tests/template_lines.py`; part of `make check`."""

import sys
from pathlib import Path

LONGEST = 119  # characters
ROOT = Path(__file__).resolve().parent.parent / "templates"
DRAWINGS = ".paths.svg"  # outlines of letters, which nobody reads


def too_long() -> list[str]:
    return [
        f"{path.relative_to(ROOT.parent)}:{number}: {len(line)} characters, at most {LONGEST}"
        for path in sorted(ROOT.rglob("*.*"))
        if not path.name.endswith(DRAWINGS)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if len(line) > LONGEST
    ]


if __name__ == "__main__":
    found = too_long()
    print("\n".join(found))
    sys.exit(bool(found))
