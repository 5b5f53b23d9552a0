"""Whether everything that the site runs on can be installed without a compiler: `python tests/wheels.py`.

Reads the names of wheels in uv.lock, so it needs no network; part of `make check`.
"""

import re
import sys
import tomllib
from pathlib import Path

from packaging.tags import Tag
from packaging.utils import parse_wheel_filename

ROOT = Path(__file__).resolve().parent.parent
PYTHONS = ("311", "312", "313", "314")
SYSTEMS = {
    "Linux, x86": re.compile(r"manylinux.*x86_64"),
    "Linux, ARM": re.compile(r"manylinux.*aarch64"),
    "macOS, ARM": re.compile(r"macosx.*(arm64|universal2)"),
}  # macOS on Intel is no longer built for by cryptography, which second factors need


def runs_on(tag: Tag, python: str, system: re.Pattern[str]) -> bool:
    """Say whether a wheel of this tag installs on this Python and system."""
    if tag.platform != "any" and not system.search(tag.platform):
        return False
    if tag.interpreter in {"py3", f"py{python}", f"cp{python}"} and tag.abi in {"none", f"cp{python}"}:
        return True
    built = re.fullmatch(r"cp3(\d+)", tag.interpreter)
    return tag.abi == "abi3" and built is not None and int(built[1]) <= int(python[1:])


def missing() -> list[str]:
    """Return every package of requirements.txt with where no wheel of it installs."""
    wanted = re.findall(r"^([A-Za-z0-9._-]+)==", (ROOT / "requirements.txt").read_text("utf-8"), re.M)
    locked = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))["package"]
    wheels = {row["name"]: [wheel["url"] for wheel in row.get("wheels", [])] for row in locked}
    found = []
    for name in wanted:
        tags = [tag for url in wheels[name] for tag in parse_wheel_filename(url.rpartition("/")[2])[3]]
        for label, system in SYSTEMS.items():
            lacking = [p for p in PYTHONS if not any(runs_on(tag, p, system) for tag in tags)]
            if lacking:
                versions = ", ".join(f"3.{python[1:]}" for python in lacking)
                found.append(f"{name}: no wheel for {label} on Python {versions}")
    return found


if __name__ == "__main__":
    problems = missing()
    print("\n".join(problems) or "Every dependency has its wheels.")
    sys.exit(bool(problems))
