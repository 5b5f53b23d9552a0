from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DossiersConfig(AppConfig):
    name = "dossiers"
    verbose_name = _("The record")

    def ready(self) -> None:
        from dossiers.guards import GUARDS
        from dossiers.kind import DossierKind
        from publishing import kinds, triggers

        triggers.register(*GUARDS)
        kinds.register(DossierKind)
