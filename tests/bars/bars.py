"""Measures every kind of page against the bars of the design and prints each. Exit 1 when one is missed.

    make bars            needs Chromium, Node and Java beside Python; CI installs them

Sizes are bytes as sent in brotli; a page is its HTML with the stylesheet, as a first visit loads it. A
dossier is measured at the quality 11 of a page that is stored ready.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from urllib.request import Request, urlopen

import brotli
import django

django.setup()

from axe_playwright_python.sync_playwright import Axe  # noqa: E402 - Django first
from playwright.sync_api import Browser, sync_playwright  # noqa: E402

from tests.server import CHROMIUM, Site, served  # noqa: E402

HERE = Path(__file__).parent
TOOLS = Path(os.environ["TOOLS"])
DOSSIER, CRIME = "dossiers/bashar-al-assad/", "crimes/INC-0005/"
# One of every kind of page, below /ar/ and /en/.
PAGES = [
    "", "dossiers/", DOSSIER, f"{DOSSIER}?on=2012-05", f"{DOSSIER}?on=nonsense", f"{DOSSIER}editions/",
    f"{DOSSIER}editions/1/", "dossiers/test-person/", "dossiers/test-person/editions/2/changes/",
    "dossiers/gone-person/", "crimes/", "crimes/?governorate=SY04&year=1900", CRIME, "justice/",
    "justice/?status=convicted_final&country=DE", "justice/sanctions/", "institutions/", "institutions/gi/",
    "sources/SRC-0002/", "news/", "news/kind/view/", "{news}", "about/", "methodology/", "legal/",
    "corrections/", "safety/", "cite/", "links/", "nothing/here/",
    "search/", "search/?q=assad", "search/?q=torture&in=dossier", "search/?q=nobodyxyz",
    "dossiers/status/wanted/",
]  # fmt: skip
SCORED = ["", "dossiers/", DOSSIER, CRIME, "{news}"]
TWICE = """() => {
  document.documentElement.style.fontSize = "200%";
  const wide = document.documentElement.scrollWidth > innerWidth;
  document.documentElement.style.fontSize = "";
  return wide;
}"""
missed: list[str] = []


def bar(name: str, figure: object, kept: bool, detail: object = "") -> None:
    """Print one bar, and remember it when it is missed."""
    print(
        f"{'ok  ' if kept else 'MISS'}  {name}: {figure}{f'  {detail}' if detail and not kept else ''}",
        flush=True,
    )
    if not kept:
        missed.append(name)


def main() -> int:
    filled = ("manage.py", "load_sample"), ("tests/bars/record.py",)
    with tempfile.TemporaryDirectory() as folder, served(Path(folder), *filled) as site:
        item = urlopen(f"{site.url}/sitemap-news.xml").read().decode()
        news = re.search(r"/en/(news/[a-z0-9-]+/)<", item)[1]  # type: ignore[index]
        pages = [page.format(news=news) for page in PAGES]
        weigh(site, [page for page in pages if "?" not in page])
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=CHROMIUM)
            look(site, browser, pages)
            browser.close()
        validate(site, pages)
        score(site, [page.format(news=news) for page in SCORED])
    print(f"{len(missed)} bars missed." if missed else "Every bar is kept.")
    return 1 if missed else 0


def sent(url: str) -> bytes:
    """Return what a browser is sent, compressed."""
    request = Request(url, headers={"Accept-Encoding": "br"})
    try:
        return urlopen(request).read()
    except OSError as error:  # 404 and 410 are pages too
        return error.read()  # type: ignore[attr-defined,no-any-return]


def densest(answer: bytes) -> bytes:
    """Return an answer as a page that is stored ready would be sent."""
    return brotli.compress(brotli.decompress(answer), quality=11)


def until(stream: bytes, mark: bytes) -> int:
    """Return how many bytes of a stream have to arrive before a reader has what stands before a mark."""
    unpacked, decoder = b"", brotli.Decompressor()
    for arrived, byte in enumerate(stream, 1):
        unpacked += decoder.process(bytes([byte]))
        if mark in unpacked:
            return arrived
    return len(stream)


def weigh(site: Site, pages: list[str]) -> None:
    home = urlopen(f"{site.url}/en/").read().decode()
    css = len(sent(site.url + re.search(r'href="(/static/site[^"]+)"', home)[1]))  # type: ignore[index]
    bar("stylesheet, at most 6,144 B", css, css <= 6_144)
    listed = urlopen(f"{site.url}/sitemap-dossiers.xml").read().decode()
    dossiers = {path for path in re.findall(r"/(?:ar|en)/(dossiers/[a-z-]+/)", listed) if "test-" not in path}
    for lang in ("ar", "en"):
        streams = [densest(sent(f"{site.url}/{lang}/{path}")) for path in dossiers]
        heads = [css + until(stream, b'id="positions"') for stream in streams]
        head = f"stylesheet and dossier to the end of its summary {lang}, at most 14,336 B"
        bar(head, f"{max(heads)} (from {min(heads)})", max(heads) <= 14_336)
        whole = max(css + len(stream) for stream in streams)
        bar(f"heaviest dossier {lang}, at most 26,624 B", whole, whole <= 26_624)
        others = {
            page: css + len(densest(sent(f"{site.url}/{lang}/{page}")))
            for page in pages
            if not page.startswith("dossiers/b")
        }
        worst = max(others, key=others.__getitem__)
        bar(
            f"heaviest other page {lang}, at most 11,264 B",
            f"{others[worst]} /{worst}",
            others[worst] <= 11_264,
        )


def look(site: Site, browser: Browser, pages: list[str]) -> None:
    """Open every page as readers do: narrow, wide, light, dark; with axe, without mercy."""
    axe, script = Axe(), (HERE / "measure.js").read_text("utf-8")
    found: dict[str, list[str]] = defaultdict(list)
    for scheme, width in (("light", 320), ("light", 390), ("light", 1280), ("dark", 390), ("dark", 1280)):
        context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})  # type: ignore[arg-type]
        context.on("console", lambda message: complain(found, message.type, message.text))
        context.on("request", lambda request: foreign(found, site, request.url))
        view = context.new_page()
        for path in [f"/{lang}/{page}" for lang in ("ar", "en") for page in pages] + ["/"]:
            view.goto(site.url + path)
            measured = view.evaluate(script)
            where = f"{path} ({scheme} {width})"
            if measured["wide"]:
                found["wide"].append(where)
            if (scheme, width) == ("light", 390) and view.evaluate(TWICE):
                found["twice"].append(where)
            found["small"] += [f"{where} {each}" for each in measured["small"]]
            found["unreachable"] += [f"{where} {each}" for each in measured["unreachable"]]
            if width != 320:
                options = {
                    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
                }
                for violation in axe.run(view, options=options).response["violations"]:
                    nodes = [node["html"][:160] for node in violation["nodes"][:2]]
                    found["axe"].append(f"{where} {violation['id']} {nodes}")
        found["cookies"] += [cookie["name"] for cookie in context.cookies()]
        context.close()
    kinds = len(pages) * 2 + 1
    bar(
        f"axe on {kinds} pages, light and dark, violations",
        len(found["axe"]),
        not found["axe"],
        sample(found["axe"]),
    )
    bar(
        "pages wider than the screen, from 320 px",
        len(found["wide"]),
        not found["wide"],
        sample(found["wide"]),
    )
    kept = not found["twice"]
    bar("pages wider than 390 px with text at 200 %", len(found["twice"]), kept, sample(found["twice"]))
    bar(
        "targets under 24 px outside sentences",
        len(found["small"]),
        not found["small"],
        sample(found["small"]),
    )
    bar(
        "controls that the keyboard cannot reach or show",
        len(found["unreachable"]),
        not found["unreachable"],
        sample(found["unreachable"]),
    )
    bar("console and policy messages", len(found["console"]), not found["console"], sample(found["console"]))
    bar("requests to other hosts", len(found["foreign"]), not found["foreign"], sample(found["foreign"]))
    bar("cookies", len(found["cookies"]), not found["cookies"], found["cookies"])


def sample(rows: list[str]) -> str:
    return "\n      " + "\n      ".join(rows[:12])


def complain(found: dict[str, list[str]], kind: str, text: str) -> None:
    if kind in {"error", "warning"} and not re.search(r"status of (404|410)", text):
        found["console"].append(text)


def foreign(found: dict[str, list[str]], site: Site, url: str) -> None:
    if not url.startswith((site.url, "data:")):
        found["foreign"].append(url)


def validate(site: Site, pages: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number, path in enumerate([f"/{lang}/{page}" for lang in ("ar", "en") for page in pages] + ["/"]):
            request = Request(site.url + path)
            try:
                html = urlopen(request).read()
            except OSError as error:
                html = error.read()  # type: ignore[attr-defined]
            name = re.sub(r"\W+", "-", path)
            (Path(folder) / f"{number:03}{name}.html").write_bytes(html)
        jar = TOOLS / "node_modules/vnu-jar/build/dist/vnu.jar"
        command = ["java", "-jar", str(jar), "--format", "json", "--errors-only", "--skip-non-html", folder]
        done = subprocess.run(command, capture_output=True, text=True)
    said = json.loads(done.stderr or '{"messages": []}')["messages"]
    rows = [f"{Path(row['url']).name}: {row['message']} {row.get('extract', '')!r}" for row in said]
    bar("errors of the HTML validator", len(rows), not rows and done.returncode == 0, sample(rows))


def score(site: Site, pages: list[str]) -> None:
    urls = [f"{site.url}/{lang}/{page}" for lang in ("ar", "en") for page in pages]
    environment = {**os.environ, "FLAGS": json.dumps(["--headless", *CHROMIUM])}
    done = subprocess.run(
        ["node", str(HERE / "lighthouse.mjs")],
        input=json.dumps(urls),
        capture_output=True,
        text=True,
        env=environment,
    )
    rows = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    for row in rows:
        speed, *others = row["scores"]
        path = row["url"].removeprefix(site.url)
        kept = speed >= 99 and others == [100, 100, 100]
        bar(
            f"Lighthouse {path}, at least 99 100 100 100",
            " ".join(map(str, row["scores"])),
            kept,
            row["failed"],
        )
    bar("pages that Lighthouse scored", len(rows), len(rows) == len(urls), done.stderr[-500:])


sys.exit(main())
