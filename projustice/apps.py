from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.contrib.admin.apps import SimpleAdminConfig
from django.core import checks
from django.urls import get_resolver


class DeskConfig(SimpleAdminConfig):
    """Django's admin, as the editors' desk.

    Its forms and lists are as much code as all that readers use, so they are loaded with its addresses
    (projustice/urls/desk.py): by the first request to the desk, by the system checks, never for a reader.
    """

    default_site = "projustice.desk.DeskSite"

    def ready(self) -> None:
        checks.register(load_desk, checks.Tags.admin)  # before those that look at what is registered
        super().ready()
        if apps.is_installed("allauth.mfa"):  # not in the public process
            from publishing.desk.accounts.factor_log import watch

            watch()


def load_desk(**_kwargs: Any) -> list[checks.CheckMessage]:
    get_resolver(settings.ROOT_URLCONF).url_patterns  # noqa: B018 - reading it loads it
    return []


class SiteConfig(AppConfig):
    """The site itself: no rows, only its commands."""

    name = "projustice"
