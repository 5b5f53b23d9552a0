from modeltranslation.translator import TranslationOptions, register

from news.models import NewsCitation, NewsItem
from publishing.working.history import keep


@register(NewsItem)
class NewsItemOptions(TranslationOptions):
    fields = ("headline", "standfirst", "body", "byline")


keep(NewsItem, "news", m2m_fields=["perpetrators"])
keep(NewsCitation, "news")
