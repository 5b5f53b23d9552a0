"""publishing.canonical: RFC 8785 within the profile of domain.md §7."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publishing.canonical import NotCanonical, canonical, content_digest, digest

SALT = "0" * 32
CONTENT = {"name": {"ar": "اسم تجريبي", "en": "Test Name"}}

HEADER = {
    "as_of": "2026-01-02",
    "change": {"reason_code": None, "severity": "material", "type": "initial"},
    "edition": 1,
    "id": "BL-0001",
    "kind": "dossier",
    "langs": ["ar", "en"],
    "ledger_prev": None,
    "licence": "CC-BY-4.0",
    "prev": None,
    "published_at": "2026-01-02T03:04:05Z",
    "schema": "bl-edition/1",
    "seq": 1,
    "status": "published",
    "vocab": "bl-vocab/2026-01",
}


def test_the_domain_vector_of_a_salted_body():
    assert content_digest(CONTENT, SALT) == "b08b4e378b8161a3d7b9527fb8f500b7c25f05f9f4a6e5886e9e5c4e87efac40"


def test_the_domain_vector_of_a_header():
    assert digest(HEADER | {"sections": {"identity": content_digest(CONTENT, SALT)}}) == (
        "1a3f64db802eb0d133da193a95f09272b5d680264fdb12c575c15cf8c6ffcbff"
    )


def test_the_domain_header_vector_adapted_to_one_body():
    header = HEADER | {"content": content_digest(CONTENT, SALT)}
    assert digest(header) == "5115d1fe8b182890767425c36152d94d27c5afa22504b651fb8f84092065701e"


def test_keys_are_sorted_and_nothing_is_escaped_but_what_json_must():
    assert canonical({"b": 'é\n"/', "a": [1, True, None]}) == '{"a":[1,true,null],"b":"é\\n\\"/"}'.encode()


@pytest.mark.parametrize(
    "value",
    [1.5, 2**53, {"Upper": 1}, {"a-b": 1}, {1: 1}, "e\u0301", "\ud800", "a\x00", (1,), {"a": [float("nan")]}],
)
def test_what_is_outside_the_profile_is_refused(value):
    with pytest.raises(NotCanonical):
        canonical(value)


def test_control_characters_are_written_as_rfc_8785_writes_them():
    assert canonical("\b\f\t\x1f\x7f") == b'"\\b\\f\\t\\u001f\x7f"'


KEYS = st.text("abcdefghijklmnopqrstuvwxyz0123456789_", min_size=1)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text('abاد\u0651 "\\\n٣€😀'),
    lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner),
)


@given(VALUES)
def test_the_same_value_is_read_back_and_written_the_same(value):
    try:
        written = canonical(value)
    except NotCanonical:
        return
    assert json.loads(written) == value
    assert canonical(json.loads(written)) == written
