"""Write every public page of the sample record as text, to compare two commits.

    python -m tests.pages_as_text FOLDER

Loads the sample into a throw-away database, follows every link from both home pages, and writes one file
an address. Digests and times are masked, so that `diff -r` of two folders shows what readers would see
differently, a missing space between two words included.
"""

import re
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from tests.sample_site import sample_site

START = ("/", "/ar/", "/en/", "/robots.txt", "/sitemap.xml", "/ar/feed.atom", "/en/feed.atom")
INLINE = {
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "del", "em", "i", "ins", "mark", "q", "small", "span",
    "strong", "sub", "sup", "time",
}  # fmt: skip
TOLD = ("alt", "aria-label", "content", "datetime", "dir", "id", "lang", "placeholder", "title", "value")
MASKS = (
    (re.compile(r"\b[0-9a-f]{64}\b"), "⟨digest⟩"),
    (re.compile(r"\b[0-9a-f]{32}\b"), "⟨key⟩"),
    (re.compile(r"T\d\d:\d\d:\d\d(?:Z|\+00:00)"), "T⟨time⟩"),
)


class Page(HTMLParser):
    """The words of a page, a line for each block, with its links and what only some readers are told."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.line = ""
        self.links: list[str] = []
        self.silent = 0

    def end_line(self) -> None:
        if words := re.sub(r"[ \t\r\n]+", " ", self.line).strip(" "):
            self.lines.append(words)
        self.line = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"style", "script"}:
            self.silent += 1
        if tag not in INLINE:
            self.end_line()
        found = dict(attrs)
        told = [f"{name}={found[name]}" for name in TOLD if found.get(name)]
        if tag == "a" and (href := found.get("href")):
            self.links.append(href)
            told.append(href)
        if told:
            self.line += f"⟨{' '.join(told)}⟩"

    def handle_endtag(self, tag: str) -> None:
        if tag in {"style", "script"}:
            self.silent -= 1
        if tag not in INLINE:
            self.end_line()

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.line += data


def masked(text: str) -> str:
    for pattern, word in MASKS:
        text = pattern.sub(word, text)
    return text


def local(link: str, at: str) -> str:
    """Return the address that a link leads to, when it is one of ours; of queries only those of lists."""
    from urllib.parse import urljoin, urlsplit

    parts = urlsplit(urljoin(f"http://testserver{at}", link))
    if parts.netloc != "testserver" or parts.path.startswith(("/desk/", "/static/", "/media/")):
        return ""
    return parts.path + (f"?{parts.query}" if parts.query else "")


def visit() -> Iterator[tuple[str, int, str, str]]:
    """Yield every public address with its status, where it leads, and its words, a line for each block."""
    from django.test import Client

    client = Client()
    waiting, seen = list(START), set(START)
    while waiting:
        path = waiting.pop(0)
        response = client.get(path, headers={"accept-language": "en"})
        kind = response.headers.get("Content-Type", "")
        text, links = "", list[str]()
        if kind.startswith("text/html"):
            page = Page()
            page.feed(response.content.decode())
            page.end_line()
            text, links = "\n".join(page.lines), page.links
        elif "image" not in kind:
            text = response.content.decode()
            links = re.findall(r"<loc>http://[^/]+([^<]+)</loc>", text)
        yield path, response.status_code, response.headers.get("Location", ""), text
        for link in links:
            target = local(link, path)
            if target and target not in seen:
                seen.add(target)
                waiting.append(target)


def crawl(folder: Path) -> int:
    pages = 0
    for path, status, location, text in visit():
        name = re.sub(r"[^\w.=-]+", "_", path).strip("_") or "door"
        (folder / f"{name[:150]}.txt").write_text(f"{status} {location}\n{masked(text)}\n", "utf-8")
        pages += 1
    return pages


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with sample_site():
        print(f"{crawl(folder)} pages written to {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
