"""Print every short statement about every person of the sample record, and what carries it.

    python -m tests.short_statements [QUOTES]

For a reader with a lawyer’s suspicion: an office, a status, a role, a category, a list number or a count
says no more than its source. Under each statement stand the pages that print it and the sources of its
claim with the words quoted of them. QUOTES is a file of further quotations by claim, for sources of which
the record quotes nothing yet. Lines that name a person and are none of these statements come last.
"""

import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.pages_as_text import visit
from tests.sample_site import sample_site

LANGUAGES = ("ar", "en")
FACTS = Path(__file__).parents[1] / "campaign" / "sample" / "record.json"


@dataclass
class Statement:
    """A short statement in both languages, and the claims of the edition that it rests on."""

    what: str
    text: dict[str, str]
    claims: list[Any]
    ids: list[str] = field(default_factory=list)  # of the facts, to which the quotations belong
    pages: dict[str, int] = field(default_factory=dict)


def statements(content: Any, facts: Any) -> Iterator[Statement]:
    """Yield the short statements of one dossier’s edition, with the ids of the facts behind them."""
    actions = {row["key"]: row for row in content["actions"]}
    person = next(row for row in facts["persons"] if {n["text"] for n in row["names"]} & _names(content))
    of_facts = {"pos": facts["positions"], "cr": facts["crimes"]}
    mine = {name: [r for r in rows if r["person_id"] == person["id"]] for name, rows in of_facts.items()}
    for row in content["tenures"]:
        ids = [post["id"] for post in mine["pos"] if post["title_en"] == row["title"]["en"]]
        yield Statement("office", row["phrase"], [row], ids)
        yield Statement("years of an office", row["period"], [row], ids)
    for one in [content["status"], *content["status"]["proceedings"]]:
        claims = [actions[key] for key in one.get("actions", [])] or content["actions"]
        ids = [found for claim in claims for found in _actions(claim, person, facts)]
        ids += [f"{person['id']}#status"]
        yield Statement("status, long", one["long"], claims, ids)
        yield Statement("status, short", one["short"], claims, ids)
    for crime in content["crimes"]:
        number = int(crime["code"][4:])
        incident = facts["incidents"][number - 1]["id"]
        ids = [row["id"] for row in mine["cr"] if row["incident_id"] == incident]
        yield Statement("title of an incident", crime["title"], [crime], [incident])
        for role in crime["roles"]:
            yield Statement("role and degree of proof", role["phrase"], [role], ids)
        for row in crime["qualifications"]:
            yield Statement("legal category", _label(content, row["category"]), [row], ids)
    for row in content["identity"]["identifiers"]:
        label = _label(content, row["scheme"])
        day = {"ar": f"الوضع بتاريخ {row['as_of']}", "en": f"as of {row['as_of']}"}
        text = {lang: f"{label[lang]} {row['value']} {day[lang]}" for lang in LANGUAGES}
        yield Statement("number on a list", text, [row], [f"{person['id']}#id:{row['scheme']}"])
    life = content["identity"]["life_status"]
    if life:
        yield Statement("life", _label(content, life["code"]), [life], [f"{person['id']}#death"])


def _names(content: Any) -> set[str]:
    return {name["text"] for name in content["names"]}


def _label(content: Any, code: str) -> dict[str, str]:
    row = next(row for row in content["labels"] if row["code"] == code)
    return {lang: row[lang] for lang in LANGUAGES}


def _actions(claim: Any, person: Any, facts: Any) -> list[str]:
    return [
        row["id"]
        for row in facts["legal_actions"]
        if person["id"] in row["person_ids"]
        and (row["type"], row["date"] or "", row["authority_en"])
        == (claim["type"], claim["date"], claim["authority"]["en"])
    ]


def read(quotes: Path | None) -> dict[tuple[str, str], list[str]]:
    """Return further quotations by the id of a fact and the title of a source."""
    if quotes is None:
        return {}
    data, facts = json.loads(quotes.read_text("utf-8")), json.loads(FACTS.read_text("utf-8"))
    titles = {row["id"]: row["title"] for row in [*facts["sources"], *data.get("sources", [])]}
    found = defaultdict(list)
    for row in data["pinpoints"]:
        found[row["claim"], titles[row["source"]]].append(f"{row['locator']}: “{row['quote']}”")
    return found


def kind_of(path: str) -> str:
    """Return a public address without what tells one page of its kind from another."""
    shape = re.sub(r"^/(?:ar|en)", "", path.partition("?")[0])
    if shape.startswith("/dossiers/") and shape != "/dossiers/":
        return re.sub(r"/dossiers/[^/]+", "/dossiers/…", re.sub(r"\d+", "n", shape))
    return re.sub(r"/(crimes|institutions|sources|news)/[^/]+", r"/\1/…", shape)


def main(quotes: Path | None) -> None:
    with sample_site():
        from publishing.models import Edition

        facts = json.loads(FACTS.read_text("utf-8"))
        further = read(quotes)
        live = Edition.objects.live().filter(document__kind="dossier").order_by("document__public_id")
        contents = [edition.read() for edition in live]
        told = [(content, _once(statements(content, facts))) for content in contents]
        lines = list(_lines())
        others = defaultdict(lambda: defaultdict(int))
        for content, found in told:
            names = _names(content)
            for path, line in lines:
                rest = line
                for one in found:
                    for lang in LANGUAGES:
                        if one.text[lang] and one.text[lang] in line:
                            one.pages[kind_of(path)] = one.pages.get(kind_of(path), 0) + 1
                            rest = rest.replace(one.text[lang], "◆")
                if any(name in rest for name in names) and len(rest) < 240:
                    others[content["public_id"]][rest] += 1
            _print(content, found, further, others[content["public_id"]])


def _once(found: Iterator[Statement]) -> list[Statement]:
    """Leave out a statement that says the same again; the longest first, as it holds shorter ones."""
    once: dict[tuple[str, str], Statement] = {}
    for one in found:
        kept = once.setdefault((one.text["ar"], one.text["en"]), one)
        kept.claims += [claim for claim in one.claims if claim not in kept.claims]
        kept.ids += [found for found in one.ids if found not in kept.ids]
    return sorted(once.values(), key=lambda one: -len(one.text["en"]))


def _lines() -> Iterator[tuple[str, str]]:
    for path, status, _location, text in visit():
        if status == 200 and not path.endswith((".json", ".xml", ".atom")):
            for line in text.splitlines():
                yield path, re.sub(r"⟨[^⟩]*⟩", "", line)


def _print(content: Any, found: list[Statement], further: dict[Any, list[str]], rest: dict[str, int]) -> None:
    print(f"\n\n# {content['public_id']} {' / '.join(sorted(_names(content))[:3])}")
    sources = {row["n"]: row for row in content["sources"]}
    for one in sorted(found, key=lambda row: row.what):
        print(f"\n## {one.what}\n   {one.text['en']}\n   {one.text['ar']}")
        print(
            "   printed on:", ", ".join(f"{kind} ×{n}" for kind, n in sorted(one.pages.items())) or "nothing"
        )
        for claim in one.claims:
            for name in ("offence", "charges", "sentence", "text", "description"):
                if isinstance(claim.get(name), dict) and claim[name]["en"]:
                    print(f"   {name}: {claim[name]['en']} / {claim[name]['ar']}")
        for n in sorted({cite["source"] for claim in one.claims for cite in claim["cites"]}):
            source = sources[n]
            print(f"   [{n}] {source['code']} {source['title']} ({source['publisher']}, {source['issued']})")
            quoted = [c["quote"] for claim in one.claims for c in claim["cites"] if c["source"] == n]
            words = [*filter(None, quoted)]
            words += [words for id_ in one.ids for words in further.get((id_, source["title"]), [])]
            for line in dict.fromkeys(words):
                print(f"       {line}")
    print("\n## Other short lines that name the person (◆ stands for a statement above)")
    for line, times in sorted(rest.items()):
        print(f"   ×{times} {line}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
