"""Killing the process anywhere in a publication: the whole edition or none, nothing lost."""

import pytest

from tests.throwaway import database, manage, python

KILLS = 100
READ = (
    "from publishing.models import Edition\n"
    "for row in Edition.objects.order_by('seq'): print(row.seq, row.header_digest)"
)


@pytest.mark.slow
@pytest.mark.django_db
def test_a_hundred_kills_leave_whole_editions_and_lose_nothing(tmp_path):
    with database(tmp_path) as environment:
        python(environment, "tests/cast.py", "dossiers=1")
        *acknowledged, last = python(environment, "tests/forking.py", "2026", str(KILLS)).splitlines()
        recorded = manage(environment, "shell", "-v", "0", "-c", READ).splitlines()
        assert last == f"killed {KILLS}"
        assert len(acknowledged) >= KILLS
        assert set(acknowledged) <= set(recorded)
        assert [line.split()[0] for line in recorded] == [str(n) for n in range(1, len(recorded) + 1)]
        assert "all intact" in manage(environment, "verify_editions")
