"""Parts of forms and lists at the desk, whatever they are about."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.utils import unquote
from django.contrib.admin.widgets import AutocompleteSelect, RelatedFieldWidgetWrapper
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.http import Http404, HttpRequest
from django.utils.functional import Promise, lazy
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy

from publishing.working.generics import Field, ModelAdmin

LANGUAGE_OF = {"ar": gettext_lazy("%(label)s, in Arabic"), "en": gettext_lazy("%(label)s, in English")}


def label_of(field: Field) -> str:
    """Return the label of a field, with its language where it is one half of a pair."""
    lang = getattr(field, "language", None)  # of a half that modeltranslation made
    label = capfirst(str(getattr(field, "translated_field", field).verbose_name))
    return str(LANGUAGE_OF[lang] % {"label": label} if lang else label)


def column(field: str, label: str | Promise, lang: str) -> Callable[[Any], str]:
    """Return a column of a list for one half of a pair, with its language in the heading."""
    heading = lazy(lambda: str(LANGUAGE_OF[lang] % {"label": capfirst(str(label))}), str)()

    @admin.display(description=heading, ordering=f"{field}_{lang}")
    def half(row: Any) -> str:
        return getattr(row, f"{field}_{lang}") or "—"

    return half


class TwoLanguages:
    """Give every text field the language and direction of what is written in it."""

    def formfield_for_dbfield(self, db_field: Field, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)  # type: ignore[misc]
        if field is not None and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = False  # a source is not deleted from beside a claim
        if field is None or not isinstance(db_field, models.CharField | models.TextField):
            return field
        lang = getattr(db_field, "language", None)
        if lang in LANGUAGE_OF:
            field.label = label_of(db_field)
            field.widget.attrs.update(lang=lang, dir="rtl" if lang == "ar" else "ltr")
        elif isinstance(field.widget, forms.TextInput | forms.Textarea):
            latin = isinstance(db_field, models.SlugField) or "url" in db_field.name
            field.widget.attrs.setdefault("dir", "ltr" if latin else "auto")
        if isinstance(field.widget, forms.Textarea):
            field.widget.attrs["rows"] = 20 if db_field.name.startswith("body_") else 4
        return field


def row_or_404(model_admin: ModelAdmin, request: HttpRequest, object_id: str) -> Any:
    """Return the row that a desk address names. Raise Http404, or PermissionDenied who may not see it."""
    row = model_admin.get_object(request, unquote(object_id))
    if row is None:
        raise Http404
    if not model_admin.has_view_permission(request, row):
        raise PermissionDenied
    return row


class KnownAutocomplete(AutocompleteSelect):
    """An autocomplete that does not ask the database for the row it already shows."""

    known: Mapping[str, str] = {}

    def optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> Any:
        try:
            return self._optgroups(name, value, attr)
        except (ValidationError, ValueError):  # something that is no key was sent: offer an empty choice
            return [(None, [self.create_option(name, "", "", False, 0)], 0)]

    def _optgroups(self, name: str, value: Sequence[str], attr: Any = None) -> Any:
        chosen = [str(item) for item in value if item not in self.choices.field.empty_values]
        if any(item not in self.known for item in chosen):
            return super().optgroups(name, value, attr)
        blank = [] if self.is_required else [self.create_option(name, "", "", False, 0)]
        options = [
            self.create_option(name, item, self.known[item], True, index + 1)
            for index, item in enumerate(chosen)
        ]
        return [(None, blank + options, 0)]


def inner(widget: Any) -> Any:
    """Return the widget that draws the control, without the admin's links around it."""
    return getattr(widget, "widget", widget)


class KnownRowsMixin:
    """Tell each autocomplete the row that the instance has already fetched."""

    def know_rows(self) -> None:
        for name, field in self.fields.items():  # type: ignore[attr-defined]
            widget = inner(field.widget)
            row = self.instance._state.fields_cache.get(name)  # type: ignore[attr-defined]
            if isinstance(widget, KnownAutocomplete):
                widget.known = {str(row.pk): str(row)} if row is not None else {}


class KnownForeignKeys:
    """Autocompletes that cost no query for the row they show."""

    def formfield_for_foreignkey(
        self, db_field: "models.ForeignKey[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):  # type: ignore[attr-defined]
            kwargs["widget"] = KnownAutocomplete(db_field, self.admin_site)  # type: ignore[attr-defined]
        return super().formfield_for_foreignkey(db_field, request, **kwargs)  # type: ignore[misc]


def set_choices(field: forms.Field, choices: Iterable[tuple[Any, Any]]) -> None:
    """Give a field of a form, which is one with choices, the ones of this occasion."""
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(field)
    field.choices = list(choices)


def choices_of(rows: Iterable[models.Model]) -> list[tuple[str, str]]:
    """Return select choices for rows that were fetched once for all forms of a page."""
    return [("", "---------"), *((str(row.pk), str(row)) for row in rows)]
