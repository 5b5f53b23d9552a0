"""Markdown of news and standing pages to safe HTML: no raw HTML, an allow-list after rendering."""

from functools import lru_cache
from itertools import zip_longest

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

from publishing.bilingual import Pair
from publishing.kinds import PassageRow
from publishing.show import direction_of, isolated

TAGS = {"bdi", "span", "p", "h2", "h3", "ul", "ol", "li", "blockquote", "strong", "em", "a", "br", "code"}
BLOCKS = {"paragraph_open", "heading_open", "list_item_open", "blockquote_open"}
# Without entities: &#8238; would bring back what the door of typed text keeps out.
parser = MarkdownIt("commonmark", {"html": False}).disable(["image", "entity"])


@lru_cache(maxsize=512)
def to_html(text: str, lang: str) -> SafeString:
    """Return the HTML of Markdown text in this language.

    A block goes in the direction of the page, unless most of its letters are of the other script; runs of
    the other script in it are isolated.
    """
    tokens = parser.parse(text)
    for place, token in enumerate(tokens):
        _lower(token)
        if token.type in BLOCKS and (direction := direction_of(_words(tokens[place:], token), lang)):
            token.attrSet("dir", direction)
        for part in token.children or []:
            if part.type == "text":
                part.type, part.content = "html_inline", isolated(part.content, lang)
    html = parser.renderer.render(tokens, parser.options, {})
    safe = nh3.clean(
        html,
        tags=TAGS,
        attributes={"a": {"href"}, "bdi": {"lang"}, "*": {"dir"}},
        allowed_classes={"span": {"nb"}},
        url_schemes={"http", "https", "mailto"},
        link_rel="noopener noreferrer external",
    )
    return mark_safe(safe)  # noqa: S308 - cleaned by an allow-list on the line above


def _words(tokens: list[Token], block: Token) -> str:
    """Return the words of the block that these tokens begin with."""
    words: list[str] = []
    for token in tokens[1:]:
        if token.type == block.type.replace("_open", "_close") and token.level == block.level:
            break
        words += [part.content for part in token.children or [] if part.type == "text"]
    return " ".join(words)


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
