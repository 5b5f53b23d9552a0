from modeltranslation.translator import TranslationOptions, register

from campaign.models import Link, Page


@register(Page)
class PageOptions(TranslationOptions):
    fields = ("title", "body")


@register(Link)
class LinkOptions(TranslationOptions):
    fields = ("name", "text")
