"""What editors can reach. In production on a host or a process of its own."""

from allauth.account import views as account
from allauth.account.decorators import secure_admin_login
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib import admin
from django.urls import include, path
from django.views.generic import RedirectView

from projustice import views

admin.autodiscover()
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign] # as allauth says

for library in (Authenticator, UserSession, EmailAddress):  # a factor is no row to be deleted in passing
    if admin.site.is_registered(library):
        admin.site.unregister(library)

# Only what the desk needs of allauth. The names below it are asked for and lead nowhere.
account_patterns = [
    path("login/", account.login, name="account_login"),
    path("logout/", account.logout, name="account_logout"),
    path("inactive/", account.account_inactive, name="account_inactive"),
    path("reauthenticate/", account.reauthenticate, name="account_reauthenticate"),
    path("password/", account.password_change, name="account_change_password"),
    path("factors/", include("allauth.mfa.urls")),
    path("sessions/", include("allauth.usersessions.urls")),
    path("signup/", views.nowhere, name="account_signup"),
    path("email/", views.nowhere, name="account_email"),
    path("password/set/", views.nowhere, name="account_set_password"),
]

desk_patterns = [
    path("desk/account/", include(account_patterns)),
    path("desk/logout/", RedirectView.as_view(pattern_name="account_logout")),
    path("desk/password_change/", RedirectView.as_view(pattern_name="account_change_password")),
    path("desk/i18n/", include("django.conf.urls.i18n")),
    path("desk/portraits/<str:name>", views.desk_portrait, name="desk-portrait"),
    path("desk/", admin.site.urls),
]

urlpatterns = [path("health", views.health, name="health"), *desk_patterns]

handler400 = "projustice.views.bad_request"
handler403 = "projustice.views.forbidden"
handler404 = "projustice.views.not_found"
handler500 = "projustice.views.server_error"
