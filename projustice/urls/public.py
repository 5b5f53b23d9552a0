"""What readers can reach."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import path, re_path

import campaign.urls
import dossiers.urls
import news.urls
import publishing.urls
from campaign.pages import sitemaps
from projustice import views

urlpatterns = [
    path("health", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    re_path(
        r"^sitemap-(?P<section>[a-z]+)(?:-(?P<page>[0-9]{1,6}))?\.xml$",
        sitemaps.section,
        name="sitemap-section",
    ),
    path("media/<str:name>", views.media, name="media"),
    *publishing.urls.plain,
    *campaign.urls.plain,
    *dossiers.urls.plain,
    *i18n_patterns(*campaign.urls.localized, *dossiers.urls.localized, *news.urls.localized),
]

handler400 = "projustice.views.bad_request"
handler403 = "projustice.views.forbidden"
handler404 = "projustice.views.not_found"
handler500 = "projustice.views.server_error"
