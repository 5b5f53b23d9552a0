"""The editors' desk: Django's admin with our name on it, and a home that says what is to be done."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext_lazy as _


class DeskSite(admin.AdminSite):
    site_header = _("The Black List: the desk")
    site_title = _("The desk")
    index_title = _("To do")
    index_template = "desk/home.html"
    site_url = None  # the public site may be elsewhere
    enable_nav_sidebar = False

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        self.disable_action("delete_selected")  # deleting is decided row by row

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        from campaign.desk import home  # the admin is built before the apps are ready

        return super().index(request, {**(extra_context or {}), **home.to_do(request)})

    def get_urls(self) -> list[Any]:
        from campaign.desk import home

        own = [
            path("languages/", self.admin_view(home.languages), name="desk-languages"),
            path("languages/<str:model>/<str:pk>/", self.admin_view(home.pairs), name="desk-pairs"),
        ]
        return [*own, *super().get_urls()]
