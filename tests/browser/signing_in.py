"""Signing in as a person does: the name, the password, and the six digits of an authenticator app."""

import base64
import hashlib
import hmac
import struct
import time

PASSWORD = "a long password"
SECRETS = {"editor": "EDITORAAAAAAAAAA", "reviewer": "REVIEWERAAAAAAAA"}  # as tests/cast.py sets them up


def digits(secret, ahead=0):
    """Return what an app would show now (RFC 6238)."""
    counter = struct.pack(">Q", int(time.time()) // 30 + ahead)
    mac = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    place = mac[-1] & 15
    return f"{(struct.unpack('>I', mac[place : place + 4])[0] & 0x7FFFFFFF) % 10**6:06}"


def type_password(page, name):
    page.goto("/desk/")
    page.fill("#id_login", name)
    page.fill("#id_password", PASSWORD)
    page.click("form.account input[type=submit]")


def sign_in(page, role):
    type_password(page, role)
    page.fill("#id_code", digits(SECRETS[role]))
    page.click("form.account button[type=submit]")
    page.wait_for_url("**/desk/")
