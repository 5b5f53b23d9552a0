"""Accounts and roles at the desk. An administrator gives roles to others, never to themselves."""

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin
from django.contrib.auth.models import Group, User
from django.core.validators import RegexValidator
from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from publishing.desk.accounts.freshness import confirm_fresh_factor
from publishing.desk.record import ReadOnlyAdmin
from publishing.working.generics import AccountForm, UserAdmin

admin.site.unregister([User, Group])
NAME = RegexValidator(r"^[a-z0-9][a-z0-9._-]*$", _("Small Latin letters, digits, points and hyphens."))


class NewAccountForm(AccountForm):
    """A name in letters that look like no others: the log knows people by it."""

    def clean_username(self) -> str:
        NAME(self.cleaned_data["username"])
        return super().clean_username()


@admin.register(User)
class AccountAdmin(UserAdmin):
    """Accounts of the desk. An administrator gives roles to others, never to themselves."""

    add_form = NewAccountForm
    list_display = ["username", "roles", "is_active", "last_login"]
    list_filter = ["is_active", "groups"]
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        (_("Roles"), {"fields": ["is_active", "is_staff", "groups"]}),
    ]
    chief_fieldsets = [*fieldsets, (_("All rights"), {"fields": ["is_superuser", "user_permissions"]})]
    add_fieldsets = [
        (None, {"classes": ["wide"], "fields": ["username", "usable_password", "password1", "password2"]}),
        (_("Roles"), {"fields": ["is_staff", "groups"]}),
    ]

    @admin.display(description=_("roles"))
    def roles(self, user: User) -> str:
        return " · ".join(group.name for group in user.groups.all())

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("groups")

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        if obj is not None and request.user.is_superuser:
            return self.chief_fieldsets
        return super().get_fieldsets(request, obj)

    def get_readonly_fields(self, request: HttpRequest, obj: User | None = None) -> Any:
        if obj is None:
            return []
        own = obj.pk == request.user.pk and not request.user.is_superuser
        return ["username", *(["is_active", "is_staff", "groups"] if own else [])]

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Accounts and roles are grave acts: the second factor was shown a short while ago."""
        if request.method == "POST" and not confirm_fresh_factor(request):
            return HttpResponseRedirect(request.path)
        return super().changeform_view(request, *args, **kwargs)

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> Any:  # noqa: A002
        if str(request.user.pk) == id:
            return HttpResponseRedirect(reverse("account_change_password"))
        if request.method == "POST" and not confirm_fresh_factor(request):
            return HttpResponseRedirect(request.path)
        return super().user_change_password(request, id, form_url)

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """An account with all rights is changed by its like only."""
        grave = obj is not None and obj.is_superuser and not request.user.is_superuser
        return super().has_change_permission(request, obj) and not grave


@admin.register(Group)
class RoleAdmin(ReadOnlyAdmin, GroupAdmin):
    """Roles are made by the site itself; they can be looked at."""
