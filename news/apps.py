from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsConfig(AppConfig):
    name = "news"
    verbose_name = _("News and views")

    def ready(self) -> None:
        from news.kind import NewsKind
        from publishing import kinds

        kinds.register(NewsKind)
