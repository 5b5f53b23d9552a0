"""The Arabic catalogue, without GNU gettext: `python -m projustice.messages check|update|compile`.

`check` fails on a missing, empty, fuzzy, stale or incomplete message. English is the source text.
"""

import ast
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
PO = ROOT / "locale" / "ar" / "LC_MESSAGES" / "django.po"
FOLDERS = ("projustice", "publishing", "dossiers", "news", "campaign")
PLURALS = "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;"
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "pgettext_lazy": ((1, "c"), 2),
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
STRING = r"u?(?:'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")"
CALL = re.compile(rf"\b(npgettext|pgettext|ngettext|gettext|_)\(({STRING}(?:\s*,\s*{STRING})*)")
UNWANTED = re.compile(
    r"^# (?:Copyright|FIRST).*\n|^\"(?:POT-Creation|PO-Revision|Last-Trans|Report|Language-Team|Gen).*\n",
    re.M,
)
Found = tuple[str, str | tuple[str, str], str | None]  # file, msgid(s), context


def found() -> Iterator[Found]:
    """Yield every message of code and templates."""
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield from _in_file(path, "python")
    for path in sorted((ROOT / "templates" / "desk").rglob("*.html")):
        yield from _in_desk_template(path)
    for path in sorted((ROOT / "templates" / "pages").rglob("*.*ml")):
        yield from _in_file(path, "jinja2.ext:babel_extract")


def _in_file(path: Path, method: str) -> Iterator[Found]:
    options = {"trimmed": "true", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
    with path.open("rb") as file:
        for _line, message, _comments, context in extract(method, file, KEYWORDS, options=options):
            yield path.relative_to(ROOT).as_posix(), message, context  # type: ignore[misc]


def _in_desk_template(path: Path) -> Iterator[Found]:
    name = path.relative_to(ROOT).as_posix()
    for function, arguments in CALL.findall(templatize(path.read_text("utf-8"), name)):
        texts = [ast.literal_eval(text) for text in re.findall(STRING, arguments)]
        context = texts.pop(0) if function in {"pgettext", "npgettext"} else None
        yield name, (texts[0], texts[1]) if function in {"ngettext", "npgettext"} else texts[0], context


def catalogue() -> Catalog:
    with PO.open("rb") as file:
        return read_po(file, locale="ar")


def update() -> None:
    """Add new messages without text, drop those that nothing uses."""
    old = catalogue() if PO.exists() else Catalog(locale="ar")
    new = Catalog(locale="ar", project="The Black List", version="1", charset="utf-8", fuzzy=False)
    new.mime_headers = [
        (name, PLURALS if name == "Plural-Forms" else value) for name, value in new.mime_headers
    ]
    for file, message, context in found():
        kept = old.get(message if isinstance(message, str) else message[0], context)
        blank: str | tuple[str, ...] = "" if isinstance(message, str) else ("",) * 6
        new.add(message, kept.string if kept and kept.string else blank, [(file, 0)], context=context)
    PO.parent.mkdir(parents=True, exist_ok=True)
    out = io.BytesIO()
    write_po(out, new, sort_output=True, width=110, include_lineno=False)
    # Nobody's name, and no date that would change with every run.
    PO.write_text(UNWANTED.sub("", out.getvalue().decode()), "utf-8")


def problems() -> list[str]:
    """Return what is wrong with the catalogue, a line each."""
    known = {(message.id, message.context): message for message in catalogue() if message.id}
    used = {(message, context) for _file, message, context in found()}
    wrong = [f"missing: {message!r}" for message, context in sorted(used - set(known), key=str)]
    wrong += [f"stale: {message!r}" for message, context in sorted(set(known) - used, key=str)]
    return wrong + [f"{what}: {key[0]!r}" for key, message in known.items() for what in faults(message)]


def faults(message: Message) -> Iterator[str]:
    texts = message.string if isinstance(message.string, tuple) else (message.string,)
    if message.fuzzy:
        yield "fuzzy"
    if isinstance(message.id, tuple) and len(texts) != 6:
        yield "not six plural forms"
    if not all(texts):
        yield "empty"
    wanted = set(re.findall(r"%\((\w+)\)s", str(message.id)))
    for text in filter(None, texts):
        if not set(re.findall(r"%\((\w+)\)s", str(text))) <= wanted:
            yield "names a value that the English does not"
    if isinstance(message.id, str) and set(re.findall(r"%\((\w+)\)s", str(texts[0]))) != wanted:
        yield "leaves a value out"


def compile_mo() -> None:
    with PO.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue())


def main(verb: str) -> int:
    match verb:
        case "update":
            update()
        case "compile":
            compile_mo()
        case "check":
            wrong = problems()
            print("\n".join(wrong) or "Every message has its Arabic.")
            return bool(wrong)
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2] or [""]))
