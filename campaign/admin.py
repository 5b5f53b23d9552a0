from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from campaign.models import Link, LinkList, Page
from publishing.desk.history import HistoryAdmin
from publishing.desk.publishable import PublishableAdmin
from publishing.working.forms import TwoLanguages, column
from publishing.working.generics import StackedInline


@admin.register(Page)
class PageAdmin(PublishableAdmin, HistoryAdmin):
    document_kind = "page"
    list_display = ["slug", column("title", _("title"), "ar"), column("title", _("title"), "en")]
    fields = ["slug", ("title_ar", "title_en"), ("body_ar", "body_en")]

    def public_id(self, working: Page) -> str:
        return f"PAGE-{working.slug}"


class LinkInline(TwoLanguages, StackedInline):
    model = Link
    extra = 1
    fields = [("name_ar", "name_en"), ("url", "kind"), ("text_ar", "text_en"), "order"]


@admin.register(LinkList)
class LinkListAdmin(PublishableAdmin, HistoryAdmin):
    rows_by = "list"
    document_kind = "links"
    fields = ["name"]
    readonly_fields = ["name"]
    inlines = [LinkInline]

    def public_id(self, working: LinkList) -> str:
        return "LINKS"
