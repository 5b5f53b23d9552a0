from news.models import NewsCitation, NewsItem
from publishing.working.bilingual import translate
from publishing.working.history import keep

translate(NewsItem)
keep(NewsItem, "news", m2m_fields=["perpetrators"])
keep(NewsCitation, "news")
