"""Markdown of news and standing pages to safe HTML: no raw HTML, an allow-list after rendering."""

from functools import lru_cache
from itertools import zip_longest

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

from publishing.bilingual import Pair
from publishing.kinds import PassageRow

TAGS = {"p", "h2", "h3", "ul", "ol", "li", "blockquote", "strong", "em", "a", "br", "code"}
BLOCKS = {"paragraph_open", "heading_open", "list_item_open", "blockquote_open"}
parser = MarkdownIt("commonmark", {"html": False}).disable("image")


@lru_cache(maxsize=512)
def to_html(text: str) -> SafeString:
    """Return the HTML of Markdown text. Every block takes its direction from its own words."""
    tokens = parser.parse(text)
    for token in tokens:
        _lower(token)
        if token.type in BLOCKS:
            token.attrSet("dir", "auto")
    html = parser.renderer.render(tokens, parser.options, {})
    safe = nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href"}, "*": {"dir"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer external",
    )
    return mark_safe(safe)  # noqa: S308 - cleaned by an allow-list on the line above


def blocks(text: str) -> list[str]:
    """Return the words of each block of Markdown text, without its signs."""
    return [
        "".join(
            part.content if part.type in {"text", "code_inline"} else " " for part in token.children or []
        )
        for token in parser.parse(text)
        if token.type == "inline"
    ]


def passages(body: Pair) -> list[PassageRow]:
    """Return the blocks of a body in both languages as passages, beside each other."""
    pairs = zip_longest(blocks(body["ar"]), blocks(body["en"]), fillvalue="")
    return [{"anchor": "", "ar": ar, "en": en} for ar, en in pairs if ar or en]


def _lower(token: Token) -> None:
    # The page's own title is the only h1.
    if token.type in {"heading_open", "heading_close"}:
        token.tag = "h2" if token.tag in {"h1", "h2"} else "h3"
