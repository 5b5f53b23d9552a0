"""The cast of every test: an editor, a reviewer, a superuser, and visitors."""

import shutil
import time

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.test import Client
from django.utils import translation

from tests import factories


@pytest.fixture(autouse=True)
def english():
    """Messages are read in English unless a test says otherwise."""
    with translation.override("en"):
        yield


def pytest_sessionfinish(session, exitstatus):
    shutil.rmtree(settings.MEDIA_ROOT.parent, ignore_errors=True)


def person(role: str) -> User:
    user = User.objects.create_user(role, password=role, is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return user


@pytest.fixture
def editor(db):
    return person("editor")


@pytest.fixture
def reviewer(db):
    return person("reviewer")


@pytest.fixture
def administrator(db):
    return person("administrator")


@pytest.fixture
def chief(db):
    """A superuser: may do everything but publish alone."""
    return User.objects.create_superuser("chief", password="chief")


@pytest.fixture
def visitor():
    return Client()


@pytest.fixture
def desk_of():
    """Return a signed-in client whose desk speaks English, with a second factor shown just now."""

    def sign_in(user: User, shown_ago: int = 0) -> Client:
        client = Client(headers={"accept-language": "en"})
        client.force_login(user)
        Authenticator.objects.get_or_create(user=user, type=Authenticator.Type.TOTP, defaults={"data": {}})
        session = client.session
        session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "mfa", "at": time.time() - shown_ago}]
        session["account_authentication_methods_user"] = str(user.pk)
        session.save()
        return client

    return sign_in


@pytest.fixture
def publish(editor, reviewer):
    """Publish a working row, the editor submitting and the reviewer approving."""
    return lambda kind, working, **note: factories.publish(kind, working, editor, reviewer, **note)
