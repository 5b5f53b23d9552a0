"""The desk of the record: one form per dossier, with everything on it."""

from collections.abc import Callable
from typing import Any, ClassVar
from uuid import UUID

from django.contrib import admin
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dossiers import vocabularies as v
from dossiers.desk import forms
from dossiers.desk.history import CitedHistoryAdmin
from dossiers.models import (
    Case,
    Citation,
    Crime,
    Identifier,
    Institution,
    LegalAction,
    Name,
    NamedPerson,
    Participation,
    Perpetrator,
    Qualification,
    ReplyRequest,
    Source,
    Statement,
    SubjectRequest,
    Tenure,
    Toll,
)
from publishing import dates
from publishing.canonical import Content
from publishing.desk.publishable import PublishableAdmin
from publishing.models import Mention
from publishing.working.forms import KnownForeignKeys, TwoLanguages, choices_of, column
from publishing.working.generics import ModelForm, StackedInline

CITED = "citations__source"

# Where in the form a claim is that has no field of its own name.
PARTS = {
    "names": "names-group",
    "replies": "reply_requests-group",
    "requests": "subject_requests-group",
    "age": "id_age",
    **dict.fromkeys(("rank", "birth_place"), "citations-group"),
}


class ClaimInline(TwoLanguages, KnownForeignKeys, StackedInline):
    """Rows of a dossier or of a crime that are claims: each carries its own citations."""

    extra = 0
    classes = ["collapse"]
    claim: str
    owner: ClassVar[str] = "perpetrator"
    related: ClassVar[tuple[str, ...]] = ()

    def get_queryset(self, request: HttpRequest) -> Any:
        rows = super().get_queryset(request).select_related(self.owner, *self.related)
        return rows.prefetch_related(CITED)

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        kwargs["form"] = self.form_for(obj)
        formset = super().get_formset(request, obj, **kwargs)
        self.share_choices(formset.form, obj)
        return formset

    def form_for(self, person: Perpetrator | None) -> type[ModelForm]:
        return type(f"{self.model.__name__}Form", (forms.CitedForm,), {"claim": self.claim})

    def share_choices(self, form: Any, person: Perpetrator | None) -> None:
        """Give selects that offer rows of this dossier one list for all forms of the page."""


class OfPostInline(ClaimInline):
    """Claims that may name a post and a legal action of their own dossier."""

    def share_choices(self, form: Any, person: Perpetrator | None) -> None:
        posts = person.tenures.select_related("institution") if person else []
        actions = person.legal_actions.all() if person else []
        form.shared = {"tenure": choices_of(posts), "action": choices_of(actions)}
        if not posts:
            form.base_fields["tenure"].help_text = _(
                "Add the post under “Posts” and save; then choose it here."
            )


class NameInline(ClaimInline):
    model = Name
    claim = "name"
    formset = forms.NameFormSet
    extra = 2
    fields = [
        ("text", "lang"),
        ("kind", "scheme"),
        ("given", "family"),
        ("father", "mother"),
        "cites",
        "order",
    ]


class IdentifierInline(ClaimInline):
    model = Identifier
    claim = "identifier"
    fields = [("scheme", "value"), "cites", "order"]


class TenureInline(ClaimInline):
    model = Tenure
    claim = "tenure"
    related = ("institution",)
    autocomplete_fields = ["institution"]
    fields = [
        ("title_ar", "title_en"),
        "institution",
        ("span", "in_post_on"),
        ("rank", "status"),
        "int_notes",
        "cites",
        "order",
    ]


class StatementInline(OfPostInline):
    model = Statement
    claim = "statement"
    related = ("crime", "tenure__institution", "action")
    autocomplete_fields = ["crime"]
    fields = [
        ("text_ar", "text_en"),
        ("section", "crime"),
        ("fact", "tenure", "action"),
        "cites",
        "order",
    ]


class ParticipationInline(OfPostInline):
    model = Participation
    claim = "participation"
    related = ("crime", "tenure__institution", "attributed_to", "action")
    autocomplete_fields = ["crime", "attributed_to"]
    fields = [
        ("crime", "mode"),
        ("role_text_ar", "role_text_en"),
        ("tenure", "assessment"),
        "action",
        ("cr_control_ar", "cr_control_en"),
        ("cr_knowledge_ar", "cr_knowledge_en"),
        ("cr_failure_ar", "cr_failure_en"),
        "attributed_to",
        "int_notes",
        "cites",
        "order",
    ]


class QualificationInline(ClaimInline):
    model = Qualification
    claim = "qualification"
    related = ("crime",)
    autocomplete_fields = ["crime"]
    fields = [
        ("crime", "category"),
        ("by", "standard"),
        ("authority_ar", "authority_en"),
        "date",
        ("note_ar", "note_en"),
        "cites",
        "order",
    ]


class TollInline(ClaimInline):
    model = Toll
    claim = "toll"
    owner = "crime"
    fields = [("kind", "standard"), ("text_ar", "text_en"), ("least", "most"), "as_of", "cites", "order"]


class LegalActionInline(ClaimInline):
    model = LegalAction
    claim = "legal_action"
    related = ("case", "supersedes")
    formset = forms.LegalActionFormSet
    autocomplete_fields = ["case"]
    fields = [
        ("type", "date"),
        ("authority_ar", "authority_en"),
        ("city_ar", "city_en"),
        ("country", "case"),
        ("offence_ar", "offence_en"),
        ("status", "status_date"),
        ("public_date", "in_absentia", "finality"),
        ("charges_ar", "charges_en"),
        ("sentence_ar", "sentence_en"),
        ("list_ref", "supersedes"),
        "int_notes",
        "cites",
        "order",
    ]

    def form_for(self, person: Perpetrator | None) -> type[ModelForm]:
        shown = Mention.objects.filter(kind="action", document__public_id=person.public_id if person else "")
        published = set(shown.values_list("key", flat=True))
        return type("LegalActionForm", (forms.LegalActionForm,), {"published": published})

    def share_choices(self, form: Any, person: Perpetrator | None) -> None:
        form.shared = {"supersedes": choices_of(person.legal_actions.all() if person else [])}


class FactInline(TwoLanguages, KnownForeignKeys, StackedInline):
    """Sources for what stands in the first part of the form: birth, rank, death."""

    model = Citation
    fk_name = "perpetrator"
    extra = 1
    classes = ["collapse"]
    verbose_name = _("source of a fact of identity")
    verbose_name_plural = _("sources of the facts of identity")
    fields: ClassVar[list[Any]] = [
        ("fact", "source"),
        ("locator_type", "locator"),
        ("relation", "credibility", "accessed"),
        ("quote", "quote_lang"),
    ]
    autocomplete_fields = ["source"]
    form = forms.CitationFormOfFact

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).select_related("source")


class CrimeFactInline(FactInline):
    fk_name = "crime"
    verbose_name = _("source of this crime")
    verbose_name_plural = _("sources of this crime")
    fields = [
        "source",
        ("locator_type", "locator"),
        ("relation", "credibility", "accessed"),
        ("quote", "quote_lang"),
    ]


class FairnessInline(TwoLanguages, StackedInline):
    """Records that the checklist asks for and no edition shows."""

    extra = 0
    classes = ["collapse"]


class ReplyInline(FairnessInline):
    model = ReplyRequest
    fields = [("sent_on", "deadline"), ("channel", "outcome"), "waiver", "note"]


class NamedInline(FairnessInline):
    model = NamedPerson
    fields = [("name_ar", "name_en"), ("role", "minor"), "basis", "int_consent"]


class RequestInline(FairnessInline):
    model = SubjectRequest
    fields = [("kind", "weight"), ("received_on", "due_on"), "outcome", "int_basis"]


@admin.register(Perpetrator)
class PerpetratorAdmin(PublishableAdmin, CitedHistoryAdmin):
    rows_by = "perpetrator"
    document_kind = "dossier"
    form = forms.PerpetratorForm
    list_display = ["public_id", "arabic_name", "latin_name", "updated_at"]
    search_fields = ["public_id", "slug", "names__text"]
    readonly_fields = ["public_id"]
    fieldsets = [
        (None, {"fields": [("public_id", "slug"), ("gender", "rank"), "checked_on"]}),
        (
            _("Identity"),
            {
                "fields": [
                    "birth",
                    ("birth_place_ar", "birth_place_en"),
                    ("age", "age_on"),
                    ("life_status", "life_checked_on"),
                    "death",
                    ("same_name_ar", "same_name_en"),
                ]
            },
        ),
        (
            _("Portrait"),
            {
                "classes": ["collapse"],
                "fields": [
                    "portrait",
                    ("portrait_alt_ar", "portrait_alt_en"),
                    ("portrait_credit_ar", "portrait_credit_en"),
                    ("portrait_owner", "portrait_licence"),
                    ("portrait_context", "portrait_place"),
                    "portrait_identified",
                    ("portrait_x", "portrait_y"),
                ],
            },
        ),
        (_("For the desk only"), {"classes": ["collapse"], "fields": ["int_notes"]}),
    ]
    inlines = [
        FactInline,
        NameInline,
        IdentifierInline,
        StatementInline,
        TenureInline,
        ParticipationInline,
        QualificationInline,
        LegalActionInline,
        ReplyInline,
        NamedInline,
        RequestInline,
    ]

    def public_id(self, working: Perpetrator) -> str:
        return working.public_id

    def addresses(self, object_id: str, content: Content) -> Callable[[str], str]:
        """A crime or a source has a form of its own; everything else is a part of the dossier's."""
        here = super().addresses(object_id, content)
        crimes = {crime["key"] for crime in content["crimes"]}

        def address(claim: str) -> str:
            if claim in crimes:
                return reverse("admin:dossiers_crime_change", args=[UUID(claim)])
            if claim.startswith("source "):
                return f"{reverse('admin:dossiers_source_changelist')}?q={claim.removeprefix('source ')}"
            return here(claim)

        return address

    def pairs_pages(self, object_id: str, claims: list[str]) -> Callable[[str], str]:
        """A crime, a case or an institution is a form of its own, with a page of its own for its pairs."""
        here = super().pairs_pages(object_id, claims)
        keys = [UUID(claim) for claim in claims if len(claim) == 32]
        found = {
            pk.hex: reverse("admin:desk-pairs", args=[model._meta.label_lower, pk])
            for model in (Crime, Case, Institution)
            for pk in (model._base_manager.filter(pk__in=keys).values_list("pk", flat=True) if keys else ())
        }
        return lambda claim: found.get(claim) or here(claim)

    def standing(self, request: HttpRequest, object_id: str) -> dict[str, Any]:
        statuses = {kind: sorted(codes) for kind, codes in v.STATUSES_OF.items()}
        return {**super().standing(request, object_id), "statuses_of": statuses}

    def anchor(self, claim: str) -> str:
        return PARTS.get(claim) or super().anchor(claim)

    def get_queryset(self, request: HttpRequest) -> Any:
        primary = Name.objects.filter(perpetrator=OuterRef("pk"), kind="primary")
        return (
            super()
            .get_queryset(request)
            .prefetch_related("names")
            .annotate(
                name_ar=Subquery(primary.filter(lang="ar").values("text")[:1]),
                name_latin=Subquery(primary.filter(lang="Latn").values("text")[:1]),
            )
        )

    @admin.display(description=_("name in Arabic"), ordering="name_ar")
    def arabic_name(self, person: Any) -> str:
        return person.name_ar or "—"

    @admin.display(description=_("name in Latin script"), ordering="name_latin")
    def latin_name(self, person: Any) -> str:
        return person.name_latin or "—"


@admin.register(Crime)
class CrimeAdmin(TwoLanguages, CitedHistoryAdmin):
    rows_by = "crime"
    form = forms.CrimeForm
    list_display = ["code", column("title", _("title"), "ar"), column("title", _("title"), "en"), "date"]
    search_fields = ["code", "title_ar", "title_en", "place_ar", "place_en"]
    readonly_fields = ["code"]
    fields = [
        "code",
        ("title_ar", "title_en"),
        ("description_ar", "description_en"),
        ("when", "when_kind"),
        ("place_ar", "place_en"),
        ("governorate", "sensitivity"),
        "conducts",
        "int_notes",
    ]
    inlines = [CrimeFactInline, TollInline]

    @admin.display(description=_("when"), ordering="when")
    def date(self, crime: Crime) -> str:
        return dates.show(crime.when) or "—"


@admin.register(Institution)
class InstitutionAdmin(TwoLanguages, CitedHistoryAdmin):
    list_display = ["code", column("name", _("name"), "ar"), column("name", _("name"), "en"), "type"]
    search_fields = ["code", "name_ar", "name_en"]
    autocomplete_fields = ["parent"]
    fields = [
        ("code", "type"),
        ("name_ar", "name_en"),
        ("parent", "governorate"),
        ("inception", "dissolution"),
        "int_notes",
    ]


@admin.register(Source)
class SourceAdmin(TwoLanguages, CitedHistoryAdmin):
    form = forms.SourceForm
    list_display = ["code", "title", "publisher", "issued", "reliability", "confidentiality"]
    list_filter = ["kind", "confidentiality", "reliability"]
    search_fields = ["code", "title", "title_translation_ar", "title_translation_en", "publisher", "url"]
    readonly_fields = ["code"]
    autocomplete_fields = ["origin"]
    fields = [
        ("code", "kind"),
        "title",
        ("title_translation_ar", "title_translation_en"),
        ("publisher", "issued"),
        ("lang", "symbol"),
        "url",
        ("read_via_ar", "read_via_en"),
        "archive_url",
        "archive_sha256",
        ("unarchived", "link_dead"),
        ("reliability", "confidentiality"),
        "origin",
        "verifications",
        "int_notes",
    ]


@admin.register(Case)
class CaseAdmin(TwoLanguages, CitedHistoryAdmin):
    list_display = [
        column("name", _("name"), "ar"),
        column("name", _("name"), "en"),
        "jurisdiction",
        "number",
    ]
    search_fields = ["name_ar", "name_en", "number"]
    fields = [
        ("name_ar", "name_en"),
        ("court_ar", "court_en"),
        ("jurisdiction", "basis"),
        "number",
        "int_notes",
    ]
