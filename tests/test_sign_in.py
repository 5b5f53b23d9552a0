"""Signing in: the second factor, its limits, and when a sign-in ends."""

import os
import re
import subprocess
import sys
import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import User
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.test import Client

from publishing.desk.accounts import adapters, gate
from publishing.models import AuditEntry

pytestmark = pytest.mark.django_db

LOGIN = "/desk/account/login/"
SECRET = re.compile(r'<code dir="ltr">(\w+)</code>')
EASTERN = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


@pytest.fixture(autouse=True)
def forget_limits():
    cache.clear()


@pytest.fixture
def client():
    return Client(headers={"accept-language": "en"})


def sign_in(client, user, password=None):
    return client.post(LOGIN, {"login": user.username, "password": password or user.username})


def with_factor(user):
    return TOTP.activate(user, generate_totp_secret()).instance


def test_somebody_without_a_second_factor_is_sent_to_set_one_up(client, editor):
    sign_in(client, editor)
    for path in ("/desk/", "/desk/dossiers/perpetrator/", "/desk/dossiers/source/add/"):
        assert client.get(path)["Location"] == "/desk/account/factors/"


def test_with_one_the_password_alone_opens_nothing(client, editor):
    with_factor(editor)
    assert sign_in(client, editor)["Location"].startswith("/desk/account/factors/authenticate/")
    assert client.get("/desk/")["Location"].startswith("/desk/login/")


def test_a_wrong_code_opens_nothing(client, editor):
    with_factor(editor)
    sign_in(client, editor)
    client.post("/desk/account/factors/authenticate/", {"code": "000000"})
    assert client.get("/desk/").status_code == 302


AS_TYPED = {
    "Arabic-Indic digits": lambda code: code.translate(EASTERN),
    "Persian digits": lambda code: code.translate(PERSIAN),
    "in groups": lambda code: f" {code[:3]} {code[3:]} ",
    "no-break space": lambda code: f"{code[:3]}\u00a0{code[3:]}",
    "marks of direction": lambda code: f"\u202b{code.translate(EASTERN)}\u202c\u200f",
    "hyphen and full stop": lambda code: f"{code[:3]}-{code[3:]}.",
}


@pytest.mark.parametrize("way", AS_TYPED)
def test_a_code_is_read_however_it_is_typed(client, editor, way):
    secret = generate_totp_secret()
    TOTP.activate(editor, secret)
    sign_in(client, editor)
    client.post("/desk/account/factors/authenticate/", {"code": AS_TYPED[way](code_of(secret))})
    assert client.get("/desk/").status_code == 200


def test_a_recovery_code_is_read_in_arabic_digits(client, editor):
    with_factor(editor)
    codes = RecoveryCodes.activate(editor).get_unused_codes()
    sign_in(client, editor)
    client.post("/desk/account/factors/authenticate/", {"code": codes[0].translate(EASTERN)})
    assert client.get("/desk/").status_code == 200


def test_the_first_code_of_an_authenticator_is_read_in_arabic_digits(client, editor):
    sign_in(client, editor)
    page = client.get("/desk/account/factors/totp/activate/").content.decode()
    secret = SECRET.search(page)[1]
    code = f" {code_of(secret).translate(EASTERN)} "
    client.post("/desk/account/factors/totp/activate/", {"code": code})
    assert Authenticator.objects.filter(user=editor, type="totp").exists()


def test_the_secret_is_kept_encrypted(editor):
    secret = generate_totp_secret()
    TOTP.activate(editor, secret)
    kept = Authenticator.objects.get(type="totp").data["secret"]
    assert secret not in kept
    assert adapters.FactorAdapter().decrypt(kept) == secret


@pytest.mark.parametrize(
    "path", ["signup/", "email/", "password/set/", "password/reset/", "forgotten/", "factors/webauthn/login/"]
)
def test_there_is_no_sign_up_no_mail_and_no_way_past_the_password(editor, desk_of, path):
    assert desk_of(editor).get(f"/desk/account/{path}").status_code == 404


def test_guessing_is_slowed_down_and_says_so(client, editor):
    for _guess in range(10):
        sign_in(client, editor, "wrong")
    answer = sign_in(client, editor, "editor")
    assert answer.status_code in {200, 429}
    assert client.get("/desk/")["Location"].startswith("/desk/login/")
    assert "Too many failed" in answer.content.decode()


def test_the_limits_live_where_every_process_sees_them(settings):
    assert settings.CACHES["default"]["BACKEND"] == "django.core.cache.backends.db.DatabaseCache"


def test_an_unknown_name_is_answered_as_a_wrong_password(client, editor):
    known = sign_in(client, editor, "wrong").content
    unknown = client.post(LOGIN, {"login": "nobody", "password": "wrong"}).content
    strip = lambda page: page.replace(b"editor", b"").replace(b"nobody", b"")  # noqa: E731
    assert words(strip(known)) == words(strip(unknown))


def words(page):
    return page.partition(b'<div id="content-main">')[2].partition(b"csrfmiddlewaretoken")[0]


@pytest.mark.parametrize(
    ("field", "ago", "open_"),
    [
        ("seen", gate.IDLE - 5, True),
        ("seen", gate.IDLE + 5, False),
        ("began", gate.ABSOLUTE - 5, True),
        ("began", gate.ABSOLUTE + 5, False),
    ],
)
def test_a_sign_in_ends_after_half_an_hour_idle_and_after_eight_hours(editor, desk_of, field, ago, open_):
    desk = desk_of(editor)
    assert desk.get("/desk/").status_code == 200
    session = desk.session
    session[field] = int(time.time()) - ago
    session.save()
    answer = desk.get("/desk/")
    assert (answer.status_code == 200) is open_
    if not open_:
        assert answer["Location"] == "/desk/account/login/?next=/desk/"
        assert desk.get("/desk/").status_code == 302


def test_the_other_sign_ins_are_seen_and_ended(editor):
    first, second = Client(headers={"user-agent": "Mozilla/5.0 (X11; Linux) Firefox/140 Marked"}), Client()
    sign_in(first, editor)
    sign_in(second, editor)
    assert Session.objects.count() == 2
    second.post("/desk/account/sessions/")
    assert Session.objects.count() == 1
    assert first.get("/desk/")["Location"].startswith("/desk/login/")


def test_a_sign_in_is_kept_without_an_address(editor):
    client = Client(
        REMOTE_ADDR="203.0.113.7", headers={"user-agent": "Mozilla/5.0 (X11; Linux) Firefox/140 Marked"}
    )
    sign_in(client, editor)
    kept = UserSession.objects.get()
    assert (kept.ip, kept.user_agent) == ("0.0.0.0", "Firefox · Linux")


def test_the_accounts_of_the_sample_may_do_without_and_no_others(client, settings):
    user = User.objects.create_user("sample-editor", password="sample-editor", is_staff=True)
    sign_in(client, user)
    settings.SAMPLE_ACCOUNTS = set()
    assert client.get("/desk/")["Location"] == "/desk/account/factors/"
    settings.SAMPLE_ACCOUNTS = {"sample-editor"}
    assert client.get("/desk/").status_code == 200


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"HTTPS": "0", "SITE_URL": "http://127.0.0.1:8000"}, "sample-editor"),
        ({"HTTPS": "1", "SITE_URL": "http://127.0.0.1:8000"}, ""),
        ({"HTTPS": "0", "SITE_URL": "https://example.org"}, ""),
        ({"HTTPS": "0", "SITE_URL": "http://127.0.0.1:8000", "SAMPLE_RECORD": "0"}, ""),
    ],
)
def test_they_are_so_on_a_local_sample_site_only(variables, expected):
    code = (
        "from projustice import settings as s;"
        "print(*sorted(s.SAMPLE_ACCOUNTS)[:1], vars(s).get('SESSION_COOKIE_NAME', 'sessionid'))"
    )
    environment = {"SECRET_KEY": "x", "PATH": os.environ["PATH"], **variables}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    cookie = "__Host-session" if variables["HTTPS"] == "1" else "sessionid"
    assert done.stdout.split() == [word for word in (expected, cookie) if word]


def test_a_new_second_factor_opens_the_desk_and_is_in_the_log(
    client, editor, django_capture_on_commit_callbacks
):
    sign_in(client, editor)
    page = client.get("/desk/account/factors/totp/activate/").content.decode()
    secret = SECRET.search(page)[1]
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/desk/account/factors/totp/activate/", {"code": code_of(secret)})
    assert client.get("/desk/").status_code == 200
    log = AuditEntry.objects.filter(action="factor", actor="editor")
    assert {row.detail["kind"] for row in log} == {"totp", "recovery_codes"}


def code_of(secret):
    """Return what an authenticator app would show now."""
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


@pytest.mark.parametrize(("lang", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_its_pages_speak_both_languages(editor, desk_of, lang, direction):
    desk = desk_of(editor)
    for path in ("login/", "factors/", "sessions/", "password/", "logout/"):
        page = Client() if path == "login/" else desk
        answer = page.get(f"/desk/account/{path}", headers={"accept-language": lang}, follow=True)
        assert f'<html lang="{lang}" dir="{direction}"' in answer.content.decode(), path


def test_a_password_alone_shows_and_changes_no_factor(editor, desk_of):
    stale = desk_of(editor, shown_ago=11 * 60)
    for path in ("recovery-codes/", "recovery-codes/generate/", "totp/deactivate/", "webauthn/add/"):
        answer = stale.get(f"/desk/account/factors/{path}")
        assert answer["Location"].startswith("/desk/account/factors/reauthenticate/"), path


def test_a_recovery_code_decides_on_nothing(editor, desk_of, rf):
    desk = desk_of(editor)
    session = desk.session
    session["account_authentication_methods"] = [
        {"method": "mfa", "type": "recovery_codes", "at": time.time()}
    ]
    session.save()
    request = rf.get("/desk/")
    request.user, request.session = editor, desk.session
    assert gate.shown_recently(request) is False
    assert gate.shown_recently(request, recovery=True) is True


def test_nobody_deletes_a_factor_in_passing(chief, desk_of):
    assert desk_of(chief).get("/desk/mfa/authenticator/").status_code == 404
    Authenticator.objects.filter(user=chief).first().delete()
    assert AuditEntry.objects.filter(action="factor", detail__removed=True).count() == 1
