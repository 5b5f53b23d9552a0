from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from dossiers import vocabularies as v
from dossiers.models.people import Perpetrator
from publishing import dates
from publishing.models import Mention
from publishing.working.fields import CleanCharField, CleanTextField, CodeField, EdtfField
from publishing.working.rows import Ordered, WorkingRow


class Case(WorkingRow):
    bilingual = ("name", "court")

    name = CleanCharField(_("name"), max_length=200, blank=True)
    jurisdiction = CodeField(_("jurisdiction"), vocabulary=v.JURISDICTIONS)
    court = CleanCharField(_("court"), max_length=200, blank=True)
    number = CleanCharField(_("case number"), max_length=80, blank=True)
    basis = CodeField(_("basis of jurisdiction"), vocabulary=v.CASE_BASES, blank=True)
    int_notes = CleanTextField(_("internal notes"), blank=True, help_text=_("Never published."))

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        ordering = ["jurisdiction", "name"]

    def __str__(self) -> str:
        return self.name or str(self.pk)


class LegalAction(Ordered):
    """One dated step. Once an edition shows it, it stays: what follows is a new row (§2, append-only)."""

    bilingual = ("authority", "city", "offence", "charges", "sentence")

    perpetrator = models.ForeignKey(Perpetrator, models.CASCADE, related_name="legal_actions")
    case = models.ForeignKey(
        Case, models.PROTECT, null=True, blank=True, related_name="legal_actions", verbose_name=_("case")
    )
    type = CodeField(_("type"), vocabulary=v.ACTION_TYPES)
    authority = CleanCharField(_("authority"), max_length=200, blank=True)
    city = CleanCharField(
        _("city of the authority"),
        max_length=80,
        blank=True,
        help_text=_("Where the authority sits; lists show it beside the year."),
    )
    country = CodeField(_("country"), vocabulary=v.JURISDICTIONS)
    date = EdtfField(_("date"))
    public_date = EdtfField(_("made public"))
    status = CodeField(_("status"), vocabulary=v.ACTION_STATUSES)
    status_date = EdtfField(_("status as of"))
    in_absentia = models.BooleanField(_("in absentia"), null=True, blank=True)
    finality = CodeField(_("finality"), vocabulary=v.FINALITIES, default="n_a")
    offence = CleanCharField(
        _("of what, in a few words"),
        max_length=160,
        blank=True,
        help_text=_(
            "As the authority put it, without its court and date: complicity in crimes against humanity. "
            "It is printed wherever the legal status is."
        ),
    )
    charges = CleanTextField(_("charges"), blank=True)
    sentence = CleanTextField(_("sentence"), blank=True)
    list_ref = CleanCharField(_("list entry or docket number"), max_length=100, blank=True)
    supersedes = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="superseded_by",
        verbose_name=_("ends or replaces"),
        help_text=_("An annulment, an acquittal or a correction names the row that it ends."),
    )
    int_notes = CleanTextField(_("internal notes"), blank=True, help_text=_("Never published."))

    class Meta(Ordered.Meta):
        verbose_name = _("legal action")
        verbose_name_plural = _("legal actions")
        constraints = [
            models.CheckConstraint(
                condition=Q(supersedes=None) | ~Q(supersedes=F("id")),
                name="action_not_its_own_successor",
                violation_error_message=_("A legal action cannot end itself."),
            )
        ]

    def __str__(self) -> str:
        return f"{v.ACTION_TYPES[self.type]} · {self.authority or '—'} · {dates.show(self.date) or '?'}"

    def clean(self) -> None:
        if self.type and self.status and self.status not in v.STATUSES_OF[self.type]:
            raise ValidationError({"status": _("This status does not belong to this type of action.")})
        judged = self.supersedes and self.supersedes.type in {"conviction", "acquittal"}
        if judged and self.type == "appeal" and self.status in {"pending", "upheld", "varied"}:
            raise ValidationError(
                {
                    "supersedes": _(
                        "An appeal that leaves a judgment standing does not end it. Leave this empty."
                    )
                }
            )
        if self.supersedes and self.supersedes.perpetrator_id != self.perpetrator_id:
            raise ValidationError({"supersedes": _("This legal action is in another dossier.")})

    @property
    def published(self) -> bool:
        """Say whether a live edition shows it, so that the row can no longer change."""
        return Mention.objects.filter(kind="action", key=self.pk.hex).exists()
