"""Path converters of the record's addresses."""

from django.urls import register_converter
from django.urls.converters import IntConverter


class EditionNumber(IntConverter):
    regex = "[0-9]{1,6}"  # no database meets a number that it cannot hold


register_converter(EditionNumber, "edition")
