from modeltranslation.translator import TranslationOptions, register

from dossiers.history import keep
from news.models import NewsCitation, NewsItem


@register(NewsItem)
class NewsItemOptions(TranslationOptions):
    fields = ("headline", "standfirst", "body", "byline")


keep(NewsItem, "news", m2m_fields=["perpetrators"])
keep(NewsCitation, "news")
