"""Small parts of the phrases that are made when a content is frozen, in both languages at once."""

from django.utils.translation import override

from publishing import dates
from publishing.bilingual import LANGUAGES, Text
from publishing.dates import Point


def date_words(edtf: str, within: bool = False) -> Text:
    """Return a partial date in words."""
    sides = {}
    for lang in LANGUAGES:
        with override(lang):
            sides[lang] = dates.show(edtf, within)
    return Text(sides["ar"], sides["en"])


def year_words(point: Point | None) -> Text:
    """Return the year of a point, with its mark: about, probably."""
    return date_words(f"{point.year:04}{point.mark}") if point else Text("", "")


def bracketed(text: Text, *more: Text) -> Text:
    """Return a text with what limits it in brackets."""
    inside = joined([part for part in more if part])
    return Text(*(f"{a} ({b})" if b else a for a, b in zip(text, inside, strict=True)))


def joined(texts: list[Text]) -> Text:
    return Text("، ".join(text.ar for text in texts), ", ".join(text.en for text in texts))


def listed(texts: list[Text]) -> Text:
    return Text("؛ ".join(text.ar for text in texts), "; ".join(text.en for text in texts))


def sentences(texts: list[Text]) -> Text:
    return Text(*(". ".join(side) for side in ([t.ar for t in texts], [t.en for t in texts])))
