"""Loads the sample record as if on one day, so that pictures of its pages can be compared."""

from datetime import UTC, datetime
from unittest import mock

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - Django first


class Then(datetime):
    @classmethod
    def now(cls, tz=None):
        return datetime(2026, 3, 12, 9, tzinfo=UTC)


with mock.patch("publishing.ledger.datetime", Then):
    call_command("load_sample")
