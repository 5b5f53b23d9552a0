"""The engine of the public pages: Jinja2, strict about names, in the reader's language.

A block tag leaves no trace: a minus at its side means "no space here", none means that a space or a line
break stays. A name that a page does not have is an error, not an empty text.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from types import FunctionType
from typing import Any

from django.template.defaultfilters import truncatechars
from django.templatetags.static import static
from django.urls import get_urlconf, reverse
from django.utils.translation import get_language, gettext, ngettext, npgettext, pgettext
from jinja2 import Environment, StrictUndefined
from jinja2.ext import Extension
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

from dossiers.pages.mentions import claim_label
from dossiers.pages.places import self_named
from publishing.bilingual import Text
from publishing.pages import pictures
from publishing.templatetags import record

INDENTATION = re.compile(r"(?<![%#]\})\n +")
AFTER_A_TAG = re.compile(r"(?<=[%#]\})\n {2,}")  # the line break goes with the tag, so one space stays


class Unindented(Extension):
    """Leaves the indentation of a template out of the page: no reader sees it, and every one loads it."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return AFTER_A_TAG.sub("\n ", INDENTATION.sub("\n", source))


class PageContext(Context):
    """Calls what a template calls. Jinja asks each time what is to be passed on; hardly anything takes it."""

    def call(self, called: Any, *args: Any, **named: Any) -> Any:
        if type(called) is Macro or (type(called) is FunctionType and not hasattr(called, "jinja_pass_arg")):
            named.pop("_block_vars", None)  # of the template's own, for who is passed its context
            named.pop("_loop_vars", None)
            return called(*args, **named)
        return super().call(called, *args, **named)


class PageEnvironment(Environment):
    context_class = PageContext


def environment(**options: Any) -> Environment:
    options |= {"trim_blocks": True, "lstrip_blocks": True, "undefined": StrictUndefined}
    env = PageEnvironment(extensions=["jinja2.ext.i18n", Unindented], **options)
    env.policies["ext.i18n.trimmed"] = True
    env.install_gettext_callables(  # type: ignore[attr-defined]
        gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext
    )
    env.globals |= {"gettext": translated, "_": translated}
    env.globals |= {"url": url, "static": static, "text": Text, "pictures": pictures}
    env.filters |= record.register.filters
    env.filters |= {"listed": listed, "shortened": truncatechars}
    env.filters |= {"claim_label": claim_label, "self_named": self_named}
    return env


def translated(message: str, **values: Any) -> Markup:
    """Return a message in the language that is being read, with these values in it, escaped."""
    text = _message(get_language(), message)
    return text % values if values else text


@lru_cache(maxsize=4096)
def _message(lang: str | None, message: str) -> Markup:
    text = Markup(gettext(message))  # noqa: S704 - a message of ours
    return text if "%(" in text else text % {}  # a plain one has its % twice


def url(name: str, *args: Any) -> str:
    """Return the address of a page in the language that is being read."""
    return _address(get_urlconf(), get_language(), name, args)


@lru_cache(maxsize=2048)  # a page names some fifty addresses, half of them on every page
def _address(urlconf: str | None, lang: str | None, name: str, args: tuple[Any, ...]) -> str:
    return reverse(name, args=args)


def listed(parts: Iterable[Any], shown: Callable[[Any], Any] = escape, strong: bool = False) -> Markup:
    """Join what is there with the comma of the reader's language, or with its semicolon.

    `shown` is a macro that shows one of them.
    """
    semicolon = pgettext("between items of a list", "; ")
    between = semicolon if strong else pgettext("between items of a list", ", ")
    return Markup(between).join(shown(part) for part in parts if part)  # noqa: S704 - a message of ours
