import ast
from collections import defaultdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from dossiers import rules


class Command(BaseCommand):
    help = "List every publishing rule with its level and the tests that hold it; fail where one is missing."

    def handle(self, *args: Any, **options: Any) -> None:
        tests = tests_by_rule(settings.BASE_DIR / "tests")
        bare = []
        for rule in rules.all_rules():
            level = "warns" if rule.warning else "refuses"
            self.stdout.write(f"{rule.code:4} {level:8} {rule.title}")
            for test in tests[rule.code]:
                self.stdout.write(f"       {test}")
            names = " ".join(tests[rule.code])
            if "allows" not in names or not ("refuses" in names or "warns" in names):
                bare.append(rule.code)
        self.stdout.write(f"{len(rules.all_rules())} rules, {sum(map(len, tests.values()))} tests")
        if bare:
            raise CommandError(f"Rules without a test that passes and one that fails: {', '.join(bare)}")


def tests_by_rule(folder: Path) -> dict[str, list[str]]:
    """Return, for each rule, the tests whose name begins with it: `test_p1_refuses_…`."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted(folder.rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
                code = node.name.split("_")[1].upper()
                if code[:1] in "PSCW" and code[1:].isdigit():
                    found[code].append(f"{path.relative_to(folder.parent).as_posix()}::{node.name}")
    return found
