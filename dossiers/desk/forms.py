"""Forms of the desk: claims that carry their citations, widgets that ask the database once."""

from functools import cache
from typing import Any, ClassVar

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminFileWidget, RelatedFieldWidgetWrapper
from django.core.exceptions import ValidationError
from django.db import models
from django.forms.models import inlineformset_factory
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dossiers import vocabularies as v
from dossiers.desk.portraits import reencode
from dossiers.models import Citation, Crime, Perpetrator, Source
from publishing.working.forms import KnownAutocomplete, KnownRowsMixin, inner
from publishing.working.generics import InlineFormSet, ModelForm

CITATION_FIELDS = [
    "source",
    "locator_type",
    "locator",
    "relation",
    "credibility",
    "accessed",
    "quote",
    "quote_lang",
]


class CitationForm(KnownRowsMixin, ModelForm):
    class Meta:
        model = Citation
        fields = CITATION_FIELDS
        widgets = {
            "quote": forms.Textarea({"rows": 1, "dir": "auto"}),
            "locator": forms.TextInput({"dir": "auto"}),
            "accessed": forms.DateInput({"type": "date"}, format="%Y-%m-%d"),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        source = self.fields["source"]
        relation = Citation._meta.get_field("source")
        widget = KnownAutocomplete(relation, admin.site)
        widget.choices = source.choices  # type: ignore[attr-defined] # a ModelChoiceField
        # With the admin's own "+", so that a new source is recorded without leaving the page.
        source.widget = RelatedFieldWidgetWrapper(
            widget, relation.remote_field, admin.site, can_add_related=True, can_change_related=True
        )
        self.know_rows()

    def has_changed(self) -> bool:
        # A row in which no source is chosen was only looked at.
        return super().has_changed() and (bool(self.instance.source_id) or self._typed())

    def _typed(self) -> bool:
        return any(self.data.get(self.add_prefix(name)) for name in ("source", "locator", "quote"))


class CitationFormOfFact(KnownRowsMixin, ModelForm):
    """A citation in an inline of its own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "fact" in self.fields:
            self.fields["fact"].required = True
        self.know_rows()


class CitationFormSet(InlineFormSet):
    """The citations of one claim, taken from what the inline has prefetched."""

    def get_queryset(self) -> Any:
        if not hasattr(self, "_rows"):
            saved = self.instance.pk and not self.instance._state.adding
            self._rows = list(self.instance.citations.all()) if saved else []
        return self._rows


@cache
def citation_formset(model: type[models.Model], claim: str) -> type[InlineFormSet]:
    """Return the formset class for the citations of one kind of claim."""
    return inlineformset_factory(
        model,
        Citation,
        form=CitationForm,
        formset=CitationFormSet,
        fk_name=claim,
        # A list of its own: Django adds the claim to it.
        fields=[*CITATION_FIELDS, *(["element"] if claim == "participation" else [])],
        extra=1,
    )


class FormSetWidget(forms.Widget):
    """Draws a formset where a field would stand, so that the admin's own templates serve."""

    formset: InlineFormSet

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> SafeString:
        claim = self.formset.instance.pk.hex if not self.formset.instance._state.adding else ""
        return render_to_string("desk/citations.html", {"formset": self.formset, "claim": claim})

    def id_for_label(self, id_: str) -> str:
        return ""


class CitedForm(KnownRowsMixin, ModelForm):
    """A claim together with the citations that support it, saved or refused as one."""

    cites = forms.Field(label=gettext_lazy("Sources"), required=False, widget=FormSetWidget)
    claim: ClassVar[str]
    shared: ClassVar[dict[str, list[tuple[str, str]]]] = {}  # choices fetched once for a page

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in self.shared.items():
            inner(self.fields[name].widget).choices = choices
        model: type[models.Model] = type(self.instance)
        self.citations = citation_formset(model, self.claim)(
            self.data if self.is_bound else None, instance=self.instance, prefix=f"{self.prefix}-cites"
        )
        self.fields["cites"].widget.formset = self.citations
        self.know_rows()

    @property
    def media(self) -> forms.Media:
        return super().media + self.citations.media

    def has_changed(self) -> bool:
        return super().has_changed() or self.citations.has_changed()

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc] # Django's own hook, unknown to its stubs
        if not self.citations.is_valid():
            self.add_error(None, _("One of the sources below needs attention."))

    def save(self, commit: bool = True) -> Any:
        row = super().save(commit)
        self.citations.instance = row
        if commit:
            self.citations.save()
        return row


class NameFormSet(InlineFormSet):
    """Names of one person: one of each script is used on the site, whatever order they are saved in."""

    @property
    def initial_forms(self) -> list[Any]:
        # A name that stops being the primary one is saved before the one that takes its place.
        return sorted(super().initial_forms, key=lambda form: form.instance.kind == "primary")

    def clean(self) -> None:
        super().clean()
        kept = [
            form for form in self.forms if form not in self.deleted_forms and hasattr(form, "cleaned_data")
        ]
        primary = [
            form.cleaned_data.get("lang") for form in kept if form.cleaned_data.get("kind") == "primary"
        ]
        if len(primary) != len(set(primary)):
            raise ValidationError(_("There is already a name used on this site in this script."))


class LegalActionForm(CitedForm):
    """A row that an edition shows can no longer change; what follows is a new row."""

    claim = "legal_action"
    published: ClassVar[set[str]] = set()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.locked = not self.instance._state.adding and self.instance.pk.hex in self.published
        if self.locked:
            for name, field in self.fields.items():
                field.disabled = name not in {"order", "int_notes", "cites"}


class LegalActionFormSet(InlineFormSet):
    def clean(self) -> None:
        super().clean()
        for form in self.deleted_forms:
            if getattr(form, "locked", False):
                raise ValidationError(
                    _("“%(row)s” is published and stays. Add a new legal action that ends it.")
                    % {"row": form.instance}
                )


class PerpetratorForm(ModelForm):
    # A plain file: an ImageField would decode what was sent in this process, before any limit.
    portrait = forms.FileField(
        label=gettext_lazy("Portrait"),
        required=False,
        widget=AdminFileWidget,
        help_text=gettext_lazy(
            "JPEG, PNG or WebP, at most 40 megapixels. It is re-encoded without its hidden data."
        ),
    )

    class Meta:
        model = Perpetrator
        fields = "__all__"

    def clean_portrait(self) -> Any:
        upload = self.cleaned_data["portrait"]
        return reencode(upload) if upload and "portrait" in self.changed_data else upload


class SourceForm(ModelForm):
    """A source is one row: the second of one text is refused, with a link to the first (K1)."""

    class Meta:
        model = Source
        fields = "__all__"

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc] # Django's own hook, unknown to its stubs
        same = None if self.errors else self.instance.same_as()
        if same:
            said = _("This is already %(source)s. Use that one, or choose it under “repeats this source”.")
            before, _source, after = said.partition("%(source)s")
            there = reverse("admin:dossiers_source_change", args=[same.pk])
            message = format_html('{}<a href="{}">{}</a>{}', before, there, same, after)
            self.add_error("url" if self.instance.url else None, message)


class CrimeForm(ModelForm):
    conducts = forms.MultipleChoiceField(
        label=gettext_lazy("Kinds of act"),
        choices=v.CONDUCTS.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    class Meta:
        model = Crime
        fields = "__all__"
