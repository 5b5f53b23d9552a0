from modeltranslation.translator import TranslationOptions, register

from news.models import NewsItem


@register(NewsItem)
class NewsItemOptions(TranslationOptions):
    fields = ("headline", "standfirst", "body", "byline")
