"""What readers ask for is written nowhere: the server as it runs, its log and its database."""

import urllib.error
import urllib.request
from urllib.parse import quote

import pytest

from tests.server import served

ASKED = "Zanzibarite"


def ask(site, path):
    try:
        return urllib.request.urlopen(f"{site.url}{path}").status
    except urllib.error.HTTPError as error:
        return error.code


@pytest.mark.slow
def test_the_log_names_no_query_and_no_address(tmp_path):
    with served(tmp_path) as site:
        for path, status in (
            (f"/en/search/?q={ASKED}", 200),
            (f"/ar/search/names.json?q={ASKED}", 200),
            (f"/en/search/?q={quote(ASKED + chr(0))}", 200),
            (f"/en/search/?q={ASKED}&in=nothing", 404),
            (f"/en/{ASKED}/", 404),
            (f"/en/search/?q={ASKED * 900}", 414),  # more than a server takes in one line
        ):
            assert ask(site, path) == status, path
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(f"{site.url}/en/search/?q={ASKED * 900}")
        page = refused.value.read().decode()
        assert "This address is too long to be read" in page
        assert "هذا الرابط أطول مما يمكن قراءته" in page
        assert site.log.read_text() == ""
        for file in tmp_path.rglob("*sqlite3*"):
            assert ASKED.lower().encode() not in file.read_bytes().lower()
