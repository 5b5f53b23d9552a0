"""Read a page's form as a browser would, to send it again with changes."""

from html.parser import HTMLParser


class Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.values = {}
        self.select = self.textarea = None

    def handle_starttag(self, tag, pairs):
        attributes = dict(pairs)
        name = attributes.get("name")
        if tag == "select":
            self.select = name
        elif tag == "option" and self.select and "selected" in attributes:
            self.values[self.select] = attributes.get("value", "")
        elif tag == "textarea":
            self.textarea = name
            self.values[name] = ""
        elif tag == "input" and name:
            if attributes.get("type") in {"checkbox", "radio"} and "checked" not in attributes:
                return
            if attributes.get("type") not in {"submit", "file"}:
                self.values[name] = attributes.get("value", "")

    def handle_endtag(self, tag):
        if tag == "select":
            self.select = None
        elif tag == "textarea":
            self.textarea = None

    def handle_data(self, data):
        if self.textarea:
            self.values[self.textarea] += data.removeprefix("\n") if not self.values[self.textarea] else data


def read(response):
    """Return the names and values of a form as it stands on the page."""
    reader = Reader()
    reader.feed(response.content.decode())
    return {
        name: value
        for name, value in reader.values.items()
        if "__prefix__" not in name and name != "language"
    }


_first: dict[str, dict[str, str]] = {}


def first(desk, address):
    """Return the form as it stands before any change: asked for once, for rows made once a module."""
    if address not in _first:
        _first[address] = read(desk.get(address))
    return _first[address]


def errors(response):
    """Return every message that the page shows about what was typed."""
    page = response.content.decode()
    found = []
    for part in page.split('<ul class="errorlist')[1:]:
        found += [piece.partition("</li>")[0] for piece in part.partition("</ul>")[0].split("<li>")[1:]]
    return found
