"""What editors can reach. In production on a host or a process of its own."""

from django.contrib import admin
from django.urls import include, path

from projustice import views

desk_patterns = [
    path("desk/i18n/", include("django.conf.urls.i18n")),
    path("desk/portraits/<str:name>", views.desk_portrait, name="desk-portrait"),
    path("desk/", admin.site.urls),
]

urlpatterns = [path("health", views.health, name="health"), *desk_patterns]

handler400 = "projustice.views.bad_request"
handler403 = "projustice.views.forbidden"
handler404 = "projustice.views.not_found"
handler500 = "projustice.views.server_error"
