from django.urls import path, re_path

from campaign.pages import views
from campaign.pages.reading import STANDING

localized = [
    path("", views.home, name="home"),
    path("card.png", views.site_card, name="site-card"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("search/", views.search, name="search"),
    path("search/names.json", views.search_names, name="search-names"),
    path("search/description.xml", views.opensearch, name="opensearch"),
    path("links/", views.links, name="links"),
    re_path(r"^corrections/feed\.(?P<form>atom|json)$", views.corrections_feed, name="corrections-feed"),
    path("data/", views.data, name="data"),
    *[path(f"{slug}/", views.page, {"slug": slug}, name=slug) for slug in STANDING],
]

plain = [
    path("", views.door, name="door"),
    re_path(r"^(?P<public_id>BL-[0-9]{4,5})$", views.short, name="short"),
    re_path(r"^(?P<public_id>BL-[0-9]{4,5})/(?P<number>[0-9]{1,6})$", views.short, name="short-edition"),
]
