"""The sample record in a throw-away database, the same in every run, for scripts."""

import os
import random
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def sample_site() -> Iterator[None]:
    """Set Django up on a new database with the sample record published."""
    with tempfile.TemporaryDirectory() as work:
        os.environ |= {
            "DATABASE_URL": f"sqlite:///{work}/sample.sqlite3",
            "DJANGO_SETTINGS_MODULE": "tests.settings",
            "SITE_URL": "http://127.0.0.1:8000",
        }
        # The same keys in every run: what is in no other order is in theirs.
        dice = random.Random(7)
        uuid.uuid4 = lambda: uuid.UUID(int=dice.getrandbits(128), version=4)

        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        call_command("load_sample", verbosity=0)
        yield
