import hashlib
from pathlib import Path
from typing import Any

from django.core.validators import MaxValueValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dossiers import vocabularies as v
from dossiers.desk.portraits import FOCUS, portrait_path, render
from dossiers.models.institutions import Institution
from dossiers.models.numbers import Numbered
from publishing.bilingual import reader_language
from publishing.scripts import refuse_another_script
from publishing.working.fields import HOW_TO_SPAN, CleanCharField, CleanTextField, CodeField, EdtfField
from publishing.working.rows import Ordered, WorkingRow


class Perpetrator(Numbered, WorkingRow):
    """The person a dossier is about. The name in code is the campaign's; see domain.md §6 for words."""

    bilingual = ("birth_place", "same_name", "portrait_alt", "portrait_credit")

    public_id = models.CharField(
        _("file number"),
        max_length=8,
        unique=True,
        blank=True,
        editable=False,
        validators=[RegexValidator(r"^BL-\d{4,5}$")],
    )
    slug = models.SlugField(
        _("address"),
        max_length=80,
        unique=True,
        help_text=_("The last part of the page's address, in Latin letters: ali-example."),
        error_messages={"unique": _("Another dossier has this address. Choose another one.")},
    )
    series, number_field = "BL", "public_id"

    gender = CodeField(_("gender"), vocabulary=v.GENDERS, default="m")
    rank = CodeField(_("rank"), vocabulary=v.RANKS, blank=True)
    life_status = CodeField(_("whether alive"), vocabulary=v.LIFE_STATUSES, default="unknown")
    birth = EdtfField(_("date of birth"))
    birth_place = CleanCharField(_("place of birth"), max_length=200, blank=True)
    death = EdtfField(_("date of death"))
    age = models.PositiveSmallIntegerField(
        _("age on record"), null=True, blank=True, validators=[MaxValueValidator(120)]
    )
    age_on = EdtfField(_("on this date"))
    portrait = models.ImageField(
        _("portrait"),
        upload_to=portrait_path,
        width_field="portrait_width",
        height_field="portrait_height",
        blank=True,
        help_text=_("JPEG, PNG or WebP, at most 40 megapixels. It is re-encoded without its hidden data."),
    )
    portrait_width = models.PositiveSmallIntegerField(null=True, editable=False)
    portrait_height = models.PositiveSmallIntegerField(null=True, editable=False)
    portrait_alt = CleanCharField(_("what the portrait shows"), max_length=200, blank=True)
    portrait_credit = CleanCharField(_("credit and licence of the portrait"), max_length=200, blank=True)
    portrait_owner = CleanCharField(_("who owns the picture"), max_length=200, blank=True)
    portrait_licence = CodeField(_("why it may be published"), vocabulary=v.PHOTO_LICENCES, blank=True)
    portrait_context = CodeField(_("kind of picture"), vocabulary=v.PHOTO_CONTEXTS, default="unknown")
    portrait_place = CleanCharField(
        _("where and when it was taken"), max_length=200, blank=True, help_text=_("Never published.")
    )
    portrait_identified = models.BooleanField(
        _("a second source shows that this is the person"), default=False
    )
    portrait_x = models.PositiveSmallIntegerField(
        _("focal point, across"),
        default=50,
        validators=[MaxValueValidator(100)],
        help_text=_("Where the face is, in percent from the left edge."),
    )
    portrait_y = models.PositiveSmallIntegerField(
        _("focal point, down"),
        default=35,
        validators=[MaxValueValidator(100)],
        help_text=_("In percent from the top."),
    )
    same_name = CleanTextField(
        _("others of the same name"),
        blank=True,
        help_text=_(
            "Printed under “Not this person?”: what tells this person from others of the same name. "
            "Name nobody else."
        ),
    )
    checked_on = models.DateField(
        _("legal status checked on"),
        null=True,
        blank=True,
        help_text=_("The day on which somebody last looked whether the legal actions below still stand."),
    )
    life_checked_on = models.DateField(_("whether alive: checked on"), null=True, blank=True)
    int_notes = CleanTextField(_("internal notes"), blank=True, help_text=_("Never published."))

    class Meta:
        verbose_name = _("dossier")
        verbose_name_plural = _("dossiers")
        ordering = ["public_id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(death="") | Q(life_status__in=["reported_dead", "deceased"]),
                name="death_only_of_the_dead",
                violation_error_message=_("A date of death needs “reported dead” or “deceased”."),
            ),
            models.CheckConstraint(
                condition=Q(age__isnull=True, age_on="") | (Q(age__isnull=False) & ~Q(age_on="")),
                name="age_with_its_date",
                violation_error_message=_("An age needs the date on which it was recorded, and the reverse."),
            ),
        ]

    def __str__(self) -> str:
        """Return the number and the name in the desk's language; `names` had better be prefetched."""
        here, there = ("Latn", "ar") if reader_language() == "en" else ("ar", "Latn")
        names = {name.lang: name.text for name in self.names.all() if name.kind == "primary"}
        return f"{self.public_id} {names.get(here) or names.get(there) or self.slug}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        if self.portrait and (kept := Path(self.portrait.path)).exists():  # a restore may lack the files
            render(kept, kept.with_name(self.portrait_name), (self.portrait_x / 100, self.portrait_y / 100))

    @property
    def portrait_name(self) -> str:
        """Return the name under which the portrait is shown: another focal point is another picture."""
        name = Path(self.portrait.name or "").name
        if (self.portrait_x, self.portrait_y) == FOCUS:
            return name
        return f"{hashlib.sha256(f'{name} {self.portrait_x} {self.portrait_y}'.encode()).hexdigest()}.jpg"


class Name(Ordered):
    perpetrator = models.ForeignKey(Perpetrator, models.CASCADE, related_name="names")
    text = CleanCharField(_("name"), max_length=200)
    lang = CodeField(_("script"), vocabulary=v.NAME_SCRIPTS)
    kind = CodeField(_("kind"), vocabulary=v.NAME_KINDS, default="primary")
    scheme = CodeField(_("transliteration scheme"), vocabulary=v.SCHEMES, blank=True)
    given = CleanCharField(_("given name"), max_length=100, blank=True)
    father = CleanCharField(_("father’s name"), max_length=100, blank=True)
    mother = CleanCharField(
        _("mother’s name"), max_length=100, blank=True, help_text=_("Kept for identification; not published.")
    )
    family = CleanCharField(_("family name"), max_length=100, blank=True)

    class Meta(Ordered.Meta):
        verbose_name = _("name")
        verbose_name_plural = _("names")
        constraints = [
            models.UniqueConstraint(
                fields=["perpetrator", "lang"],
                condition=Q(kind="primary"),
                name="one_primary_name_per_script",
                violation_error_message=_("There is already a name used on this site in this script."),
            ),
        ]

    def __str__(self) -> str:
        return self.text

    def clean(self) -> None:
        parts = ("text", "given", "father", "mother", "family")
        if self.lang in v.NAME_SCRIPTS:
            refuse_another_script((part, getattr(self, part), self.lang) for part in parts)


class Identifier(Ordered):
    """An official list's number for this person."""

    perpetrator = models.ForeignKey(Perpetrator, models.CASCADE, related_name="identifiers")
    scheme = CodeField(_("list"), vocabulary=v.IDENTIFIER_SCHEMES)
    value = CleanCharField(_("number"), max_length=60)

    class Meta(Ordered.Meta):
        verbose_name = _("number on an official list")
        verbose_name_plural = _("numbers on official lists")
        constraints = [
            models.UniqueConstraint(
                fields=["perpetrator", "scheme", "value"],
                name="identifier_once",
                violation_error_message=_("This number is already there."),
            )
        ]

    def __str__(self) -> str:
        return f"{v.IDENTIFIER_SCHEMES[self.scheme]} {self.value}"


class Tenure(Ordered):
    """A post that the person held: from when to when, or only on which date a source puts him in it."""

    bilingual = ("title",)

    perpetrator = models.ForeignKey(Perpetrator, models.CASCADE, related_name="tenures")
    title = CleanCharField(_("post"), max_length=200, blank=True)
    institution = models.ForeignKey(
        Institution, models.PROTECT, related_name="tenures", verbose_name=_("institution")
    )
    span = EdtfField(_("held from–to"), help_text=HOW_TO_SPAN)
    in_post_on = EdtfField(
        _("in post on"), help_text=_("When the start and end are not known: a date on which he held it.")
    )
    rank = CodeField(_("rank"), vocabulary=v.RANKS, blank=True)
    status = CodeField(_("certainty"), vocabulary=v.TENURE_STATUSES, default="confirmed")
    int_notes = CleanTextField(_("internal notes"), blank=True, help_text=_("Never published."))

    class Meta(Ordered.Meta):
        verbose_name = _("post")
        verbose_name_plural = _("posts")

    def __str__(self) -> str:
        return f"{self.title or '—'} · {self.institution}"


class Statement(Ordered):
    """A numbered paragraph: the smallest text that can be cited."""

    bilingual = ("text",)

    perpetrator = models.ForeignKey(Perpetrator, models.CASCADE, related_name="statements")
    section = CodeField(_("section"), vocabulary=v.STATEMENT_SECTIONS, default="summary")
    crime = models.ForeignKey(
        "dossiers.Crime",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="statements",
        verbose_name=_("about the crime"),
        help_text=_("Only for a paragraph that belongs under one of the crimes below."),
    )
    # What a paragraph on differing sources concerns: it is printed beside that.
    fact = CodeField(_("about the fact"), vocabulary=v.IDENTITY_FACTS, blank=True)
    tenure = models.ForeignKey(
        "dossiers.Tenure",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="differences",
        verbose_name=_("about the post"),
    )
    action = models.ForeignKey(
        "dossiers.LegalAction",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="differences",
        verbose_name=_("about the legal action"),
    )
    text = CleanTextField(_("text"), blank=True)

    class Meta(Ordered.Meta):
        verbose_name = _("paragraph")
        verbose_name_plural = _("paragraphs")

    def __str__(self) -> str:
        return (self.text or "—")[:60]
