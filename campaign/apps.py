from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CampaignConfig(AppConfig):
    name = "campaign"
    verbose_name = _("The campaign")

    def ready(self) -> None:
        from campaign.kinds import LinksKind, PageKind
        from publishing import kinds
        from publishing.desk.accounts.roles import make_roles

        kinds.register(PageKind)
        kinds.register(LinksKind)
        post_migrate.connect(make_roles, sender=self)
