from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    name = "publishing"
    verbose_name = _("Review and publication")

    def ready(self) -> None:
        from publishing import system_checks  # noqa: F401 - importing registers it
        from publishing.desk.accounts.account_log import watch

        watch()
