"""Classes of Django that are generic to the type checker and not at run time, named once for both."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.auth import admin as auth_admin
from django.contrib.auth import forms as auth_forms
from django.db import models
from django.forms import ModelForm as _ModelForm
from django.forms.models import BaseInlineFormSet as _BaseInlineFormSet

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    ModelAdmin = admin.ModelAdmin[Any]
    StackedInline = admin.StackedInline[Any, Any]
    ModelForm = _ModelForm[Any]
    InlineFormSet = _BaseInlineFormSet[Any, Any, Any]
    AccountForm = auth_forms.AdminUserCreationForm[User]
    UserAdmin = auth_admin.UserAdmin[User]
    CharField = models.CharField[str, str]
    TextField = models.TextField[str, str]
    Field = models.Field[Any, Any]
else:
    ModelAdmin = admin.ModelAdmin
    StackedInline = admin.StackedInline
    ModelForm = _ModelForm
    InlineFormSet = _BaseInlineFormSet
    AccountForm = auth_forms.AdminUserCreationForm
    UserAdmin = auth_admin.UserAdmin
    CharField = models.CharField
    TextField = models.TextField
    Field = models.Field
