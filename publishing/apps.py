from django.apps import AppConfig
from django.core.signals import request_finished
from django.db.models.signals import post_migrate, pre_migrate
from django.utils.translation import gettext_lazy as _


class PublishingConfig(AppConfig):
    name = "publishing"
    verbose_name = _("Review and publication")

    def ready(self) -> None:
        from publishing import (
            changes,
            system_checks,  # noqa: F401 - importing registers it
            triggers,
        )
        from publishing.desk.accounts.account_log import watch
        from publishing.guards import GUARDS
        from publishing.search import engine

        triggers.register(*GUARDS, *engine.FILING)
        pre_migrate.connect(triggers.take_off, sender=self)
        post_migrate.connect(engine.refile, sender=self)
        post_migrate.connect(triggers.put_back, sender=self)
        request_finished.connect(changes.settle)
        watch()
