"""Measure the search for names: `make bench-search PERSONS=… QUERIES=… NEGATIVES=… TOKENS=…`.

The persons are listed in a throw-away database of each engine, with synthetic distractors composed of the
token pairs; every query is asked of the same code that the site uses. Prints recall, false sure hits, the
cost beside the register's first page, and the plans. Exits 1 when a bar is missed.

The four files have the columns of the lists they were compiled from: persons `id, name_en, name_ar, aliases`
(aliases between `|`); queries and negatives `query, expected_person_id, kind, also_acceptable`; token pairs
`name_en, name_ar` and perhaps `count`. TOKENS may name several files, with commas.
"""

import csv
import itertools
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from publishing.kinds import NameRow

ROOT = Path(__file__).resolve().parent.parent
DISTRACTORS, LARGE = 10_000, 100_000
BATCH = 2000
BARS = [  # kind, what, at least
    ("latin-variant", 1, 0.975),
    ("arabic-variant", 1, 1.0),
    ("cross-script", 1, 0.98),
    ("cross-script", 5, 1.0),
    ("partial", 1, 0.92),
    ("partial", 5, 0.975),
]
FALSE_SURE = 0.03
MEDIAN_TO_REGISTER, TAIL_TO_REGISTER, GROWTH = 3.0, 10.0, 3.0


def main(arguments: list[str]) -> int:
    engines = {"SQLite": lambda folder: f"sqlite:///{folder}/bench.sqlite3"}
    cluster = ["sh", str(ROOT / "tests" / "cluster.sh")]
    started = subprocess.run([*cluster, "start"], capture_output=True, text=True, check=False)
    if started.returncode == 0:
        url = started.stdout.strip()
        engines["PostgreSQL"] = lambda _folder: url
    else:
        print("PostgreSQL: its server is not on this machine, so it was not measured.")
    missed = 0
    try:
        for name, url_in in engines.items():
            with tempfile.TemporaryDirectory() as folder:
                environment = {
                    **os.environ, "DATABASE_URL": url_in(folder), "SECRET_KEY": "bench", "HTTPS": "0",
                    "STATIC_ROOT": folder, "DEBUG": "1", "PYTHONPATH": str(ROOT),
                    "DJANGO_SETTINGS_MODULE": "projustice.settings",
                }  # fmt: skip
                for command in (["migrate", "--verbosity", "0"], ["seed", "1"]):
                    subprocess.run(
                        [sys.executable, "manage.py", *command],
                        cwd=ROOT,
                        env=environment,
                        check=True,
                        stdout=2,
                    )
                print(f"\n== {name}")
                command = [sys.executable, __file__, "measure", *arguments]
                missed += subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
    finally:
        subprocess.run([*cluster, "stop"], check=False)
    return 1 if missed else 0


def measure(persons: str, queries: str, negatives: str, tokens: str) -> int:
    """Measure one engine; return how many bars were missed."""
    import django

    django.setup()
    from django.conf import settings

    settings.DEBUG = False
    people, missed = rows(persons), []
    asked, wrong = rows(queries), rows(negatives)
    names = [row["query"] for row in asked + wrong]
    keys = Loader()
    keys.add((row["id"], spelled(row)) for row in people)
    figures = {len(people): timed(names)}
    composed = compose(tokens, LARGE)
    keys.add(itertools.islice(composed, DISTRACTORS))
    missed += recall(asked, keys.persons) + false_hits(wrong)
    figures[DISTRACTORS] = timed(names)
    keys.add(composed)
    figures[LARGE] = timed(names)
    missed += costs(figures)
    plans(names)
    for line in missed:
        print(f"MISSED  {line}")
    return len(missed)


def rows(path: str) -> list[dict[str, str]]:
    with Path(path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def spelling(text: str, lang: str, *, primary: bool = True) -> "NameRow":
    return {"text": text, "lang": lang, "primary": primary, "read_as": ""}


def spelled(row: dict[str, str]) -> "list[NameRow]":
    found = [spelling(row["name_en"], "Latn"), spelling(row["name_ar"], "ar")]
    found += [spelling(alias, "Latn", primary=False) for alias in row["aliases"].split("|")]
    return [name for name in found if name["text"].strip()]


def compose(tokens: str, number: int) -> "Iterator[tuple[str, list[NameRow]]]":
    """Yield names of two or three tokens, each as frequent as it is in the lists, in both scripts."""
    pairs = [row for path in tokens.split(",") for row in rows(path)]
    weights = list(itertools.accumulate(int(row.get("count") or 1) for row in pairs))
    chance = random.Random(20261127)
    for index in range(number):
        drawn = chance.choices(pairs, cum_weights=weights, k=chance.choice((2, 2, 2, 3)))
        latin, arabic = (" ".join(row[side] for row in drawn) for side in ("name_en", "name_ar"))
        yield f"distractor {index}", [spelling(latin.title(), "Latn"), spelling(arabic, "ar")]


class Loader:
    """Lists people in the throw-away database, all under the one edition that `seed` published."""

    def __init__(self) -> None:
        from publishing.models import Listing

        self.pattern = Listing.objects.select_related("edition").get(kind="dossier")
        self.number = 1
        self.persons: dict[str, int] = {}

    def add(self, people: Any) -> None:
        from django.db import connection

        from publishing.models import Facet, Listing
        from publishing.search import index

        people = iter(people)
        while batch := list(itertools.islice(people, BATCH)):
            made = Listing.objects.bulk_create([self.listing(names) for _key, names in batch])
            Facet.objects.bulk_create(
                Facet(listing=row, kind="dossier", name="status", code="wanted") for row in made
            )
            pairs = [(row, names) for row, (_key, names) in zip(made, batch, strict=True)]
            index.write_names(pairs)
            self.persons |= {key: row.pk for row, (key, _names) in zip(made, batch, strict=True)}
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")

    def listing(self, names: "list[NameRow]") -> Any:
        from publishing.models import Listing

        self.number += 1
        titles = {name["lang"]: name["text"] for name in reversed(names)}
        return Listing(
            kind="dossier", key=f"BL-{self.number:04}", slug=f"person-{self.number}",
            title_ar=titles.get("ar", ""), title_en=titles.get("Latn", ""), sort=f"{self.number:06}",
            data=self.pattern.data, edition=self.pattern.edition,
        )  # fmt: skip


def recall(asked: list[dict[str, str]], persons: dict[str, int]) -> list[str]:
    """Print recall@1, recall@5 and MRR of each kind, and the rows that fail. Return the bars missed."""
    from publishing.search import names

    ranks: dict[str, list[int]] = defaultdict(list)
    failing = []
    for row in asked:
        hits = names.find(row["query"], limit=20)
        expected = persons[row["expected_person_id"]]
        fine = {persons[key] for key in row["also_acceptable"].split("|") if key} - {expected}
        found = [hit for hit in hits.sure + hits.nearest if hit.listing_id not in fine]
        rank = next((place for place, hit in enumerate(found, 1) if hit.listing_id == expected), 0)
        ranks[row["kind"]].append(rank)
        if rank != 1 and (row["kind"] != "partial" or not 1 <= rank <= 5):
            failing.append((row["kind"], row["query"], rank, found[0].spelling if found else "—"))
    print(f"with {DISTRACTORS:,} distractors   {'n':>5}{'recall@1':>10}{'recall@5':>10}{'MRR':>8}")
    at: dict[tuple[str, int], float] = {}
    for kind, found in sorted(ranks.items()):
        at[kind, 1] = sum(rank == 1 for rank in found) / len(found)
        at[kind, 5] = sum(1 <= rank <= 5 for rank in found) / len(found)
        mrr = statistics.mean(1 / rank if rank else 0 for rank in found)
        print(f"{kind:26}{len(found):5}{at[kind, 1]:10.3f}{at[kind, 5]:10.3f}{mrr:8.3f}")
    for kind, query, rank, first in failing:
        print(f"    {kind}: {query} → {'not found' if not rank else f'no. {rank}'}; first: {first}")
    return [
        f"{kind} recall@{depth}: {at[kind, depth]:.3f}, {least - at[kind, depth]:.3f} short of {least}"
        for kind, depth, least in BARS
        if (kind, depth) in at and at[kind, depth] < least
    ]


def false_hits(wrong: list[dict[str, str]]) -> list[str]:
    from publishing.search import names

    sure = [(row["query"], hits.sure[0].spelling) for row in wrong if (hits := names.find(row["query"])).sure]
    share = len(sure) / len(wrong)
    print(f"sure hits for nobody's name: {len(sure)} of {len(wrong)} ({share:.1%})")
    for query, spelling in sure:
        print(f"    {query} → {spelling}")
    bar = f"false sure hits: {share:.1%}, at most {FALSE_SURE:.0%}"
    return [bar] if share > FALSE_SURE else []


def timed(names: list[str]) -> tuple[float, float, float]:
    """Return milliseconds: the register's first page; a name query, its median and 95th percentile."""
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    register, queries = [], []
    for index, name in enumerate(names):
        if index % 10 == 0:
            register.append(spent(client, "/en/dossiers/", {}))
        queries.append(spent(client, "/en/search/", {"q": name}))
    return statistics.median(register), statistics.median(queries), statistics.quantiles(queries, n=20)[-1]


def spent(client: Any, path: str, data: dict[str, str]) -> float:
    start = time.perf_counter()
    response = client.get(path, data)
    taken = time.perf_counter() - start
    if response.status_code != 200:
        raise SystemExit(f"{path} {data}: {response.status_code}")
    return 1000 * taken


def costs(figures: dict[int, tuple[float, float, float]]) -> list[str]:
    print(f"{'persons':>12}{'register ms':>14}{'query median':>14}{'query 95 %':>12}{'ratios':>16}")
    for number, (register, median, tail) in figures.items():
        print(
            f"{number:12,}{register:14.1f}{median:14.1f}{tail:12.1f}"
            f"{median / register:8.2f}{tail / register:8.2f}"
        )
    register, median, tail = figures[LARGE]
    growth = median / figures[DISTRACTORS][1]
    print(f"growth of the median query from {DISTRACTORS:,} to {LARGE:,}: {growth:.2f}")
    return [
        f"{what}: {value:.2f}, at most {most}"
        for what, value, most in (
            ("median query to register", median / register, MEDIAN_TO_REGISTER),
            ("95th percentile to register", tail / register, TAIL_TO_REGISTER),
            ("growth", growth, GROWTH),
        )
        if value > most
    ]


def plans(names: list[str]) -> None:
    """Print the plan of every statement of a search, and which of them read a whole table of names."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from publishing.search import names as search

    with CaptureQueriesContext(connection) as captured:
        search.find(names[0][::-1])  # a name that nobody has: every step is taken
    explain = "EXPLAIN QUERY PLAN " if connection.vendor == "sqlite" else "EXPLAIN "
    print("plans of a query with every step:")
    for query in captured.captured_queries:
        with connection.cursor() as cursor:
            cursor.execute(explain + query["sql"])
            print("  ·")
            for line in cursor.fetchall():
                print("   ", str(line[-1])[:150])


if __name__ == "__main__":
    if sys.argv[1] == "measure":
        sys.exit(measure(*sys.argv[2:]))
    sys.exit(main(sys.argv[1:]))
