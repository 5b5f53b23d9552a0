from django.urls import path, re_path

from news.pages import feeds, views
from news.pages.reading import NEWS

localized = [
    NEWS.pattern("news/", views.news_list),
    re_path(r"^feed\.(?P<form>atom|json)$", feeds.latest, name="feed"),
    re_path(r"^news/feed\.(?P<form>atom|json)$", feeds.news, name="news-feed"),
    path("news/<slug:slug>/", views.item, name="news-item"),
    path("news/<slug:slug>/card.png", views.item_card, name="news-card"),
]
