from typing import Any

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from dossiers.desk import forms
from news.content import public_id
from news.models import NewsCitation, NewsItem
from publishing.desk.history import HistoryAdmin
from publishing.desk.publishable import PublishableAdmin
from publishing.working.forms import KnownForeignKeys, TwoLanguages, column
from publishing.working.generics import StackedInline


class NewsCitationInline(TwoLanguages, KnownForeignKeys, StackedInline):
    model = NewsCitation
    extra = 1
    autocomplete_fields = ["source"]
    fields = ["source", ("locator_type", "locator"), ("relation", "credibility"), ("quote", "quote_lang")]
    form = forms.CitationFormOfFact

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).select_related("source")


@admin.register(NewsItem)
class NewsItemAdmin(PublishableAdmin, HistoryAdmin):
    rows_by = "item"
    document_kind = "news"
    list_display = [
        "slug",
        column("headline", _("headline"), "ar"),
        column("headline", _("headline"), "en"),
        "kind",
        "event_date",
    ]
    list_filter = ["kind"]
    search_fields = ["slug", "headline_ar", "headline_en"]
    autocomplete_fields = ["perpetrators"]
    fields = [
        ("slug", "kind"),
        ("headline_ar", "headline_en"),
        ("standfirst_ar", "standfirst_en"),
        ("body_ar", "body_en"),
        ("byline_ar", "byline_en"),
        "event_date",
        "perpetrators",
        "int_notes",
    ]
    inlines = [NewsCitationInline]

    def public_id(self, working: NewsItem) -> str:
        return public_id(working)
