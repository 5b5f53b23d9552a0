"""Canonical JSON (RFC 8785) and the digests made of it (domain.md §7).

Within the profile below, Python's own serialiser writes exactly what RFC 8785 asks for, so anyone
can check an edition with nothing but the standard library.
"""

import hashlib
import json
import re
import secrets
import unicodedata
from collections.abc import Mapping
from typing import Any

JSON = Any  # str, int, bool, None, list or dict of the same
Content = Mapping[str, JSON]

KEY = re.compile(r"[a-z0-9_]+")
MAX_INT = 2**53 - 1


class NotCanonical(ValueError):
    """The value is outside the profile: a float, a large number, a bad key or unclean text."""


def canonical(value: JSON) -> bytes:
    """Return the RFC 8785 bytes of `value`. Raise NotCanonical outside the profile."""
    _check(value, "$")
    return json.dumps(
        value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
    ).encode()


def digest(value: JSON) -> str:
    """Return the SHA-256 of the canonical bytes, in hex."""
    return hashlib.sha256(canonical(value)).hexdigest()


def content_digest(content: Content, salt: str) -> str:
    """Return the salted digest: without the salt, erased text cannot be guessed back from it."""
    return digest({**content, "salt": salt})


def new_salt() -> str:
    """Return 128 random bits, in hex."""
    return secrets.token_hex(16)


def _check(value: JSON, where: str) -> None:
    match value:
        case None | bool():
            return
        case int():
            if abs(value) > MAX_INT:
                raise NotCanonical(f"{where}: a number beyond 2**53 - 1")
        case str():
            _check_text(value, where)
        case list():
            for index, item in enumerate(value):
                _check(item, f"{where}[{index}]")
        case dict():
            for key, item in value.items():
                if not isinstance(key, str) or not KEY.fullmatch(key):
                    raise NotCanonical(f"{where}: the key {key!r}")
                _check(item, f"{where}.{key}")
        case _:
            raise NotCanonical(f"{where}: a {type(value).__name__}")


def _check_text(text: str, where: str) -> None:
    if not unicodedata.is_normalized("NFC", text):
        raise NotCanonical(f"{where}: text that is not NFC")
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise NotCanonical(f"{where}: a lone surrogate")
    if "\x00" in text:
        raise NotCanonical(f"{where}: a NUL")
