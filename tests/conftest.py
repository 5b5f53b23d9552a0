"""The cast of every test: an editor, a reviewer, a superuser, and visitors."""

import gc
import shutil
import time

import pytest
from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth.models import Group, User
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from django.template import Template
from django.test import Client
from django.utils import translation

from dossiers.models import Perpetrator
from projustice.stored import StoredPages
from publishing import changes
from tests import factories
from tests.stored import Site

RENDER = Template._render


@pytest.fixture(autouse=True)
def english():
    """Messages are read in English unless a test says otherwise."""
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True, scope="session")
def rendering(django_test_environment):
    """Render as in production: no test asks which templates made a page, so none pays for the copies."""
    Template._render = RENDER


def pytest_collection_finish(session):
    """What is loaded by now stays until the end: the collector need not look at it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def pytest_sessionfinish(session, exitstatus):
    if settings.SETTINGS_MODULE != "tests.settings":  # never the files of a site
        return
    shutil.rmtree(settings.MEDIA_ROOT.parent, ignore_errors=True)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Who writes and who reviews stand in the database before the first test."""
    with django_db_blocker.unblock():
        member("editor")
        member("reviewer")


def member(role: str) -> User:
    user, made = User.objects.get_or_create(username=role, defaults={"is_staff": True})
    if made:
        user.set_password(role)
        user.save()
        user.groups.add(Group.objects.get(name=role))
    return user


@pytest.fixture
def editor(db):
    return member("editor")


@pytest.fixture
def reviewer(db):
    return member("reviewer")


@pytest.fixture
def administrator(db):
    return member("administrator")


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


@pytest.fixture(scope="module")
def publish_once(django_db_setup, django_db_blocker):
    """Publish for a whole module: rows made with it are there in each of its tests, as they were made.

    A module's own transaction around those of its tests; it is rolled back after the last of them.
    """
    with django_db_blocker.unblock(), translation.override("en"), transaction.atomic():
        editor, reviewer = member("editor"), member("reviewer")
        yield lambda kind, working, **note: factories.publish(kind, working, editor, reviewer, **note)
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def written(publish_once):
    """A working dossier that every test of a module finds as it was made."""
    return factories.dossier().pk


@pytest.fixture
def person(written, db):
    return Perpetrator.objects.get(pk=written)


@pytest.fixture
def publish(editor, reviewer):
    """Publish a working row, the editor submitting and the reviewer approving."""
    return lambda kind, working, **note: factories.publish(kind, working, editor, reviewer, **note)


@pytest.fixture
def stored_site(settings, tmp_path, db):
    """The site with a store of its own, called as a server calls it."""
    settings.PAGE_STORE = str(tmp_path / "pages")
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "127.0.0.1"]  # where the site says it is
    # A server closes connections between requests; here that would end the transaction of the test.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield Site(StoredPages(get_wsgi_application(), changes.page_store()))
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)
