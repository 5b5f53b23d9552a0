"""What readers can reach."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps import views as sitemap_views
from django.urls import path

import campaign.urls
import dossiers.urls
import news.urls
import publishing.urls
from campaign.pages.sitemaps import sitemaps
from projustice import views
from publishing.pages.http import public_page

urlpatterns = [
    path("health", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
    path(
        "sitemap.xml",
        public_page("p")(sitemap_views.index),
        {"sitemaps": sitemaps, "sitemap_url_name": "sitemap-section"},
        name="sitemap",
    ),
    path(
        "sitemap-<slug:section>.xml",
        public_page("p")(sitemap_views.sitemap),
        {"sitemaps": sitemaps},
        name="sitemap-section",
    ),
    path("media/<str:name>", views.media, name="media"),
    *publishing.urls.plain,
    *campaign.urls.plain,
    *i18n_patterns(*campaign.urls.localized, *dossiers.urls.localized, *news.urls.localized),
]

handler400 = "projustice.views.bad_request"
handler403 = "projustice.views.forbidden"
handler404 = "projustice.views.not_found"
handler500 = "projustice.views.server_error"
