from modeltranslation.translator import TranslationOptions, register

from campaign.models import Link, LinkList, Page
from publishing.working.history import keep


@register(Page)
class PageOptions(TranslationOptions):
    fields = ("title", "body")


@register(Link)
class LinkOptions(TranslationOptions):
    fields = ("name", "text")


for model in (Page, LinkList, Link):
    keep(model, "campaign")
