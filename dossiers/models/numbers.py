"""Permanent numbers: BL-0007, INC-0042, SRC-0113. None is ever given twice."""

from typing import Any, ClassVar

from django.db import models, transaction
from django.db.models import F


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
