"""Fields and the abstract row that all working models share."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, URLValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from publishing import dates, links, text
from publishing.bilingual import Vocabulary
from publishing.working.generics import CharField, TextField


def cleaning(field: Any, stored: Callable[[str], str]) -> Any:
    """Let a form field clean what was typed before its length is measured."""
    if field is not None and not getattr(field, "choices", None):
        as_typed = field.to_python
        field.to_python = lambda value: stored(typed) if (typed := as_typed(value)) else typed
        field.widget.attrs.pop("maxlength", None)
    return field


class CleanTextMixin:
    """Store text as `stored` returns it, one of the forms of publishing.text."""

    stored: Callable[[str], str] = staticmethod(text.clean)

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)  # type: ignore[misc]
        return self.stored(value) if isinstance(value, str) else value

    def formfield(self, **kwargs: Any) -> Any:
        """Return a field that cleans before it measures: neither it nor the browser cuts what is pasted."""
        return cleaning(super().formfield(**kwargs), self.stored)  # type: ignore[misc]

    def pre_save(self, instance: models.Model, add: bool) -> Any:
        value = super().pre_save(instance, add)  # type: ignore[misc]
        cleaned = self.stored(value) if isinstance(value, str) else value
        # The field without a language answers with the other language when its own is empty: written
        # back, that would put Arabic into the English column.
        if not hasattr(type(instance), f"{self.name}_ar"):  # type: ignore[attr-defined]
            setattr(instance, self.attname, cleaned)  # type: ignore[attr-defined]
        return cleaned


class CleanCharField(CleanTextMixin, CharField):
    """One line of text."""

    stored = staticmethod(text.clean_line)


class PlainCodeField(CleanTextMixin, CharField):
    """A code that editors type, of Latin letters and digits: gi.251."""

    stored = staticmethod(text.clean_number)


class HashField(CleanTextMixin, CharField):
    """A SHA-256, however it was grouped when it was pasted."""

    stored = staticmethod(text.clean_hash)


MAX_TEXT = 20_000  # characters: longer than any paragraph, short enough to be read by every rule


class CleanTextField(CleanTextMixin, TextField):
    default_validators = [
        MaxLengthValidator(MAX_TEXT, _("This text is longer than 20,000 characters. Divide it."))
    ]


class CodeField(CharField):
    """A code of a vocabulary. Labels are not frozen into migrations; they may be improved."""

    def __init__(self, *args: Any, vocabulary: Vocabulary | None = None, **kwargs: Any) -> None:
        self.vocabulary = vocabulary
        kwargs.setdefault("max_length", 40)
        if vocabulary is not None:
            kwargs["choices"] = vocabulary.choices
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        kwargs.pop("choices", None)
        return name, path, args, kwargs


def validate_edtf(value: str) -> None:
    try:
        dates.parse(value)
    except dates.DateError as error:
        raise ValidationError(str(error), code="date") from None


HOW_TO_DATE = _(
    'As in <bdi dir="ltr">2011</bdi>, <bdi dir="ltr">2011-03</bdi>, <bdi dir="ltr">2011-03-18</bdi>; '
    'about: <bdi dir="ltr">2011~</bdi>.'
)
HOW_TO_SPAN = _(
    '<bdi dir="ltr">2011-03/2013-07</bdi>; since: <bdi dir="ltr">2012/..</bdi>; '
    'until: <bdi dir="ltr">../2012</bdi>.'
)


class EdtfField(CleanTextMixin, CharField):
    """A partial date as EDTF text; empty means unknown (domain.md §5)."""

    stored = staticmethod(text.clean_date)
    default_validators = [validate_edtf]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.update(max_length=40, blank=True, default="")
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        for fixed in ("max_length", "blank", "default"):
            kwargs.pop(fixed, None)
        return name, path, args, kwargs

    def formfield(self, **kwargs: Any) -> Any:
        """Return a field that shows how to write a date, from left to right in either language."""
        field = super().formfield(
            **{"help_text": kwargs.get("help_text") or self.help_text or HOW_TO_DATE, **kwargs}
        )
        if field is not None:
            field.widget.attrs["dir"] = "ltr"
        return field


LINK_LENGTH = 2000


class LinkField(CleanTextMixin, CharField):
    """A web address, as readers can read it: its letters decoded, its blanks encoded."""

    stored = staticmethod(links.clean_link)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs |= {"max_length": LINK_LENGTH, "validators": [validate_link]}
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        for fixed in ("max_length", "validators"):
            kwargs.pop(fixed, None)
        return name, path, args, kwargs


class AnyLength(URLValidator):
    """A letter that is not Latin takes six characters once it is encoded."""

    max_length = 6 * LINK_LENGTH


def validate_link(value: str) -> None:
    """Refuse what is no complete address, saying what is wrong with it."""
    try:
        AnyLength(schemes=["http", "https"])(links.encoded(value))
        urlsplit(value).port  # noqa: B018 - raises ValueError for a port that there cannot be
    except (ValidationError, ValueError):
        begins = value.lower().startswith(("http://", "https://"))
        message = (
            _("This is not an address that a browser can open. Copy it again from the browser.")
            if begins
            else _("Write a complete web address that begins with http:// or https://.")
        )
        raise ValidationError(message, code="invalid") from None
