from django.urls import path

from news.pages import feeds, views

localized = [
    path("news/", views.news_list, name="news"),
    path("news/feed.atom", feeds.latest, name="feed"),
    path("news/<slug:slug>/", views.item, name="news-item"),
    path("news/<slug:slug>/card.png", views.item_card, name="news-card"),
]
