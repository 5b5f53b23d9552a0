"""Fields and the abstract row that all working models share."""

import uuid
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator, URLValidator
from django.db import models, transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from dossiers import pairs
from dossiers.vocabularies import Vocabulary
from publishing import dates, text


class CleanTextMixin:
    """Store text as publishing.text.clean returns it; refuse hidden characters."""

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)  # type: ignore[misc]
        return text.clean(value) if isinstance(value, str) else value

    def pre_save(self, instance: models.Model, add: bool) -> Any:
        value = super().pre_save(instance, add)  # type: ignore[misc]
        cleaned = text.clean(value) if isinstance(value, str) else value
        # The field without a language answers with the other language when its own is empty: written
        # back, that would put Arabic into the English column.
        if not hasattr(type(instance), f"{self.name}_ar"):  # type: ignore[attr-defined]
            setattr(instance, self.attname, cleaned)  # type: ignore[attr-defined]
        return cleaned


class CleanCharField(CleanTextMixin, models.CharField):
    pass


MAX_TEXT = 20_000  # characters: longer than any paragraph, short enough to be read by every rule


class CleanTextField(CleanTextMixin, models.TextField):
    default_validators = [
        MaxLengthValidator(MAX_TEXT, _("This text is longer than 20,000 characters. Divide it."))
    ]


class CodeField(models.CharField):
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


class EdtfField(models.CharField):
    """A partial date as EDTF text; empty means unknown (domain.md §5)."""

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
        field.widget.attrs["dir"] = "ltr"
        return field

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return value.translate(text.DIGITS).strip() if isinstance(value, str) else value


LINK_LENGTH = 600


def link_field(label: Any, **kwargs: Any) -> "CleanCharField":
    """Return a field for a web address: http or https, and clean as every text is."""
    return CleanCharField(label, max_length=LINK_LENGTH, validators=[validate_link], **kwargs)


validate_link = URLValidator(
    schemes=["http", "https"],
    message=_("Write a complete web address that begins with http:// or https://."),
)


class Counter(models.Model):
    """The last number given in a series. It only grows, so no number is ever used again."""

    series = models.CharField(max_length=10, primary_key=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.series}-{self.last}"


def take_number(series: str) -> str:
    """Return the next number of a series, such as BL-0007."""
    with transaction.atomic():
        Counter.objects.get_or_create(series=series)
        Counter.objects.filter(series=series).update(last=F("last") + 1)
        return f"{series}-{Counter.objects.get(series=series).last:04}"


def reach_number(series: str, number: str) -> None:
    """Note a number that was given by hand, so that the series goes on after it."""
    Counter.objects.get_or_create(series=series)
    last = int(number.rpartition("-")[2])
    Counter.objects.filter(series=series, last__lt=last).update(last=last)


class Numbered(models.Model):
    """A row whose permanent number is given when it is first saved."""

    series: ClassVar[str]
    number_field: ClassVar[str] = "code"

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self._state.adding:
            number = getattr(self, self.number_field)
            if number:
                reach_number(self.series, number)
            else:
                setattr(self, self.number_field, take_number(self.series))
        super().save(*args, **kwargs)


class Row(models.Model):
    """Every working row: an identifier that means nothing, when it was written, and which of its
    texts lag behind their pair: `{"text": "en"}` says that the Arabic changed and the English not yet."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(_("written"), auto_now_add=True)
    updated_at = models.DateTimeField(_("last changed"), auto_now=True)
    stale = models.JSONField(default=dict, editable=False, blank=True)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            self.stale = pairs.lagging(self)
        super().save(*args, **kwargs)


class Ordered(Row):
    """A row that editors put in order."""

    order = models.PositiveSmallIntegerField(_("order"), default=0, blank=True)

    class Meta:
        abstract = True
        ordering = ["order", "created_at", "id"]
