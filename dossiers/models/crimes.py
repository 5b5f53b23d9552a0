from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from dossiers import vocabularies as v
from dossiers.models.law import LegalAction
from dossiers.models.numbers import Numbered
from dossiers.models.people import Perpetrator, Tenure
from dossiers.models.sources import Source
from publishing.working.fields import CleanCharField, CleanTextField, CodeField, EdtfField
from publishing.working.rows import Ordered, WorkingRow


def validate_conducts(codes: list[str]) -> None:
    unknown = [code for code in codes if code not in v.CONDUCTS]
    if unknown:
        raise ValidationError(
            _("Not a kind of act: %(codes)s."), params={"codes": " · ".join(map(str, unknown))}
        )


class Crime(Numbered, WorkingRow):
    """What happened, when and where; shared by every dossier that names it (domain.md: Incident)."""

    bilingual = ("title", "description", "place")

    series = "INC"

    code = models.CharField(_("code"), max_length=10, unique=True, blank=True, editable=False)
    title = CleanCharField(_("title"), max_length=200, blank=True)
    description = CleanTextField(_("what happened"), blank=True)
    when = EdtfField(_("when"))
    when_kind = CodeField(_("the dates mean"), vocabulary=v.WHEN_KINDS, default="span")
    place = CleanCharField(_("place"), max_length=200, blank=True)
    governorate = CodeField(_("governorate"), vocabulary=v.GOVERNORATES, blank=True)
    conducts = models.JSONField(_("kinds of act"), default=list, blank=True, validators=[validate_conducts])
    sensitivity = CodeField(_("sensitivity"), vocabulary=v.SENSITIVITIES, default="normal")
    int_notes = CleanTextField(_("internal notes"), blank=True, help_text=_("Never published."))

    class Meta:
        verbose_name = _("crime")
        verbose_name_plural = _("crimes")
        ordering = ["code"]

    def __str__(self) -> str:
        return f"{self.code} {self.title or ''}"


class Toll(Ordered):
    """How many a crime killed, injured or held: always according to somebody, who may differ from others."""

    bilingual = ("text",)

    crime = models.ForeignKey(Crime, models.CASCADE, related_name="tolls", verbose_name=_("crime"))
    kind = CodeField(_("what is counted"), vocabulary=v.TOLL_KINDS, default="killed")
    least = models.PositiveIntegerField(_("at least"), null=True, blank=True)
    most = models.PositiveIntegerField(_("at most"), null=True, blank=True)
    text = CleanCharField(
        _("the figure in words, and who gives it"),
        max_length=300,
        blank=True,
        help_text=_("As it is printed: “At least 41 civilians, according to the EU listing”."),
    )
    standard = CodeField(_("standard of proof"), vocabulary=v.STANDARDS, blank=True)
    as_of = EdtfField(_("as of"))

    class Meta(Ordered.Meta):
        verbose_name = _("figure of dead, injured or detained")
        verbose_name_plural = _("figures of dead, injured or detained")
        constraints = [
            models.CheckConstraint(
                condition=Q(least=None) | Q(most=None) | Q(least__lte=F("most")),
                name="toll_from_least_to_most",
                violation_error_message=_("“At least” is more than “at most”. Change one of the two."),
            )
        ]

    def __str__(self) -> str:
        return f"{v.TOLL_KINDS[self.kind]} · {self.text or ''}"


class Participation(Ordered):
    """How a person is linked to a crime, in the words of the Rome Statute or of a link (§3.3)."""

    bilingual = ("role_text", "cr_control", "cr_knowledge", "cr_failure")

    perpetrator = models.ForeignKey(Perpetrator, models.CASCADE, related_name="participations")
    crime = models.ForeignKey(Crime, models.PROTECT, related_name="participations", verbose_name=_("crime"))
    mode = CodeField(_("role"), vocabulary=v.MODES, default="ml.unspecified")
    role_text = CleanTextField(_("the role in words"), blank=True)
    tenure = models.ForeignKey(
        Tenure,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("in the post"),
    )
    assessment = CodeField(_("assessment"), vocabulary=v.ASSESSMENTS, default="alleged")
    action = models.ForeignKey(
        LegalAction,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="participations",
        verbose_name=_("according to the legal action"),
        help_text=_("The judgment, charge, warrant or listing that names this role. It decides the degree."),
    )
    attributed_to = models.ForeignKey(
        Source, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("attributed to")
    )
    # Superior responsibility is three findings, each on its own sources (Rome Statute 28, domain.md P7).
    cr_control = CleanTextField(_("effective control"), blank=True)
    cr_knowledge = CleanTextField(_("knew or should have known"), blank=True)
    cr_failure = CleanTextField(_("failed to prevent, punish or submit"), blank=True)
    int_notes = CleanTextField(_("internal notes"), blank=True, help_text=_("Never published."))

    class Meta(Ordered.Meta):
        verbose_name = _("role in a crime")
        verbose_name_plural = _("roles in crimes")
        constraints = [
            models.UniqueConstraint(
                fields=["perpetrator", "crime", "mode"],
                name="participation_once",
                violation_error_message=_("This role in this crime is already there."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.crime} · {v.MODES[self.mode]}"

    def clean(self) -> None:
        if self.tenure and self.tenure.perpetrator_id != self.perpetrator_id:
            raise ValidationError({"tenure": _("This post is in another dossier.")})
        if self.action and self.action.perpetrator_id != self.perpetrator_id:
            raise ValidationError({"action": _("This legal action is in another dossier.")})


class Qualification(Ordered):
    """“This is torture as a crime against humanity”: always by somebody (domain.md §1)."""

    bilingual = ("authority", "note")

    crime = models.ForeignKey(Crime, models.CASCADE, related_name="qualifications", verbose_name=_("crime"))
    perpetrator = models.ForeignKey(
        Perpetrator,
        models.CASCADE,
        null=True,
        blank=True,
        related_name="qualifications",
        verbose_name=_("as to this person"),
    )
    category = CodeField(_("legal category"), vocabulary=v.CATEGORIES)
    by = CodeField(_("qualified by"), vocabulary=v.QUALIFIERS)
    authority = CleanCharField(_("which authority"), max_length=200, blank=True)
    standard = CodeField(_("standard of proof"), vocabulary=v.STANDARDS, blank=True)
    date = EdtfField(_("date"))
    note = CleanTextField(
        _("legal note"),
        blank=True,
        help_text=_("Why a war crime before 15 February 2012 is one: which conflict, found by whom."),
    )

    class Meta(Ordered.Meta):
        verbose_name = _("legal qualification")
        verbose_name_plural = _("legal qualifications")
        constraints = [
            models.UniqueConstraint(
                fields=["crime", "perpetrator", "category", "by"],
                name="qualification_once",
                violation_error_message=_("This qualification is already there."),
            ),
            models.UniqueConstraint(
                fields=["crime", "category", "by"],
                condition=Q(perpetrator=None),
                name="qualification_of_the_crime_once",
                violation_error_message=_("This qualification is already there."),
            ),
        ]

    def __str__(self) -> str:
        return f"{v.CATEGORIES[self.category]} · {v.QUALIFIERS[self.by]}"
