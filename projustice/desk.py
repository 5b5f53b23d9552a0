"""The editors' desk: Django's admin with our name on it."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _


class DeskSite(admin.AdminSite):
    site_header = _("The Black List: the desk")
    site_title = _("The desk")
    index_title = _("What would you like to do?")
    site_url = None  # the public site may be elsewhere
    enable_nav_sidebar = False

    def __init__(self, name: str = "admin") -> None:
        super().__init__(name)
        self.disable_action("delete_selected")  # deleting is decided row by row
