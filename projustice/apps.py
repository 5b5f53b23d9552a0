from django.apps import AppConfig, apps
from django.contrib.admin.apps import AdminConfig


class DeskConfig(AdminConfig):
    """Django's admin, as the editors' desk."""

    default_site = "projustice.desk.DeskSite"

    def ready(self) -> None:
        super().ready()
        if apps.is_installed("allauth.mfa"):  # not in the public process
            from publishing.desk.accounts.factor_log import watch

            watch()


class SiteConfig(AppConfig):
    """The site itself: no rows, only its commands."""

    name = "projustice"
