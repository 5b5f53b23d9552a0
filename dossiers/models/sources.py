from collections.abc import Iterable
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.core.validators import MaxLengthValidator, RegexValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Length
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from dossiers import vocabularies as v
from dossiers.models.numbers import Numbered
from publishing.links import archived, canonical
from publishing.working.fields import (
    CleanCharField,
    CleanTextField,
    CodeField,
    EdtfField,
    HashField,
    LinkField,
)
from publishing.working.rows import WorkingRow

models.TextField.register_lookup(Length)

MAX_QUOTE = 400  # characters, domain.md S4
CLAIMS = (
    "name",
    "identifier",
    "tenure",
    "statement",
    "crime",
    "toll",
    "participation",
    "qualification",
    "legal_action",
)


class Source(Numbered, WorkingRow):
    bilingual = ("title_translation", "read_via")

    series = "SRC"

    code = models.CharField(_("code"), max_length=10, unique=True, blank=True, editable=False)
    kind = CodeField(_("kind"), vocabulary=v.SOURCE_KINDS, default="news")
    title = CleanCharField(_("title, as printed"), max_length=400)
    title_translation = CleanCharField(_("title, translated"), max_length=400, blank=True)
    publisher = CleanCharField(_("publisher or author"), max_length=200, blank=True)
    issued = EdtfField(_("date"))
    lang = CodeField(_("language"), vocabulary=v.SOURCE_LANGUAGES, default="ar")
    url = LinkField(_("web address"), blank=True)
    archive_url = LinkField(_("address of an archived copy"), blank=True)
    archive_sha256 = HashField(
        _("SHA-256 of the archived copy"),
        max_length=64,
        blank=True,
        validators=[
            RegexValidator(
                r"^[0-9a-f]{64}$", _("A SHA-256 has 64 digits and letters from a to f. Copy it as it stands.")
            )
        ],
    )
    unarchived = CodeField(_("if there is no archived copy, why"), vocabulary=v.UNARCHIVED, default="not_yet")
    # By it two rows with the address of one text find each other, however it was copied (domain.md S3).
    address_digest = models.CharField(max_length=64, editable=False, blank=True, db_index=True)
    read_via = CleanCharField(
        _("read through"),
        max_length=200,
        blank=True,
        help_text=_(
            "When nobody opened the original: what was read in its place, such as a transcription. "
            "Readers are told."
        ),
    )
    link_dead = models.BooleanField(_("the web address no longer answers"), default=False)
    symbol = CleanCharField(_("symbol or number"), max_length=80, blank=True)
    verifications = CleanTextField(
        _("how a leaked document was verified"),
        blank=True,
        help_text=_("Two independent verifications, a paragraph each. Never published."),
    )
    reliability = CodeField(_("reliability"), vocabulary=v.RELIABILITIES, default="F")
    origin = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="repeated_by",
        verbose_name=_("repeats this source"),
        help_text=_("When this source repeats another one: they count as one."),
    )
    confidentiality = CodeField(
        _("confidentiality"), vocabulary=v.CONFIDENTIALITIES, default="public", db_index=True
    )
    int_notes = CleanTextField(_("internal notes"), blank=True, help_text=_("Never published."))

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.address_digest = self.digest_of_address()
        super().save(*args, **kwargs)

    def digest_of_address(self) -> str:
        address = archived(self.url) or canonical(self.url) or archived(self.archive_url)
        return sha256(address.encode()).hexdigest() if address else ""

    def traces(self) -> set[str]:
        """Return by what this source is known to be the same text as another one (domain.md S3)."""
        rows, above = [self], self.origin
        while above and above not in rows:
            rows.append(above)
            above = above.origin
        found = {row.pk.hex for row in rows}
        for row in rows:
            addresses = [f(url) for f in (canonical, archived) for url in (row.url, row.archive_url)]
            found |= {f"of {address}" for address in addresses if address}
            found |= {f"sha256 {row.archive_sha256}"} if row.archive_sha256 else set()
        return found

    def same_as(self) -> "Source | None":
        """Return another source that is the same text, unless this one says that it repeats it."""
        digest = self.digest_of_address()
        alike = Q(address_digest=digest) if digest else Q()
        for address in filter(None, (self.url, self.archive_url)):  # either may be cited as the other
            alike |= Q(archive_url=address) | Q(url=address)
        alike |= Q(archive_sha256=self.archive_sha256) if self.archive_sha256 else Q()
        if not alike:
            return None
        known = [self.pk, *([self.origin_id] if self.origin_id else [])]
        others = Source.objects.filter(alike).exclude(pk__in=known)
        return others.exclude(origin=self.pk).exclude(origin_id__in=known).order_by("code").first()

    class Meta:
        verbose_name = _("source")
        verbose_name_plural = _("sources")
        ordering = ["code"]

    def __str__(self) -> str:
        """Return the number and the title, and in another language than the reader's what it means."""
        told = self.title_translation if self.title_translation not in {"", None, self.title} else ""
        parts = [self.title, told] if told else [self.title]
        return f"{self.code} {' · '.join(Truncator(part).chars(TITLE) for part in parts)}"


TITLE = 60  # characters of a title that name a source at the desk


class CitationBase(WorkingRow):
    """A source, the place in it, and how it bears on the claim. The claim is the subclass's."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="%(class)ss", verbose_name=_("source"))
    relation = CodeField(_("relation"), vocabulary=v.RELATIONS, default="supports")
    locator_type = CodeField(_("place in the source"), vocabulary=v.LOCATOR_TYPES, default="whole")
    locator = CleanCharField(_("number or words of the place"), max_length=120, blank=True)
    quote = CleanTextField(
        _("quotation"),
        blank=True,
        validators=[
            MaxLengthValidator(MAX_QUOTE, _("A quotation may have at most 400 characters. Shorten it."))
        ],
        help_text=_("In the words of the source, at most 400 characters."),
    )
    quote_lang = CodeField(
        _("language of the quotation"),
        vocabulary=v.SOURCE_LANGUAGES,
        blank=True,
        help_text=_("Only when it is another one than the source’s."),
    )
    credibility = CodeField(_("credibility"), vocabulary=v.CREDIBILITIES, blank=True)
    accessed = models.DateField(
        _("read on"),
        null=True,
        blank=True,
        help_text=_("Of a list that is kept up to date: what it says is printed as of this day."),
    )

    class Meta:
        abstract = True
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(locator_type="whole", locator="") | ~Q(locator_type="whole") & ~Q(locator=""),
                name="%(class)s_place_in_source",
                violation_error_message=_(
                    "Give the page, paragraph or other place, or choose “whole source” and leave it empty."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} {self.locator}".strip()


def claim_of(model: type[models.Model]) -> str:
    """Return the field by which a citation names a row of this model, such as legal_action."""
    return next((name for name in CLAIMS if name.replace("_", "") == model._meta.model_name), "")


def exactly_one_claim() -> Q:
    """Return the condition that one claim is set and the others are not."""
    condition = Q()
    for claim in (*CLAIMS, "perpetrator"):
        others = {f"{other}__isnull": other != claim for other in (*CLAIMS, "perpetrator")}
        condition |= Q(**others)
    return condition


class Citation(CitationBase):
    """A citation of exactly one claim. Facts of identity are claims of the person, named by `fact`."""

    perpetrator = models.ForeignKey(
        "dossiers.Perpetrator", models.CASCADE, null=True, blank=True, related_name="citations"
    )
    fact = CodeField(_("fact"), vocabulary=v.IDENTITY_FACTS, blank=True)
    name = models.ForeignKey("dossiers.Name", models.CASCADE, null=True, blank=True, related_name="citations")
    identifier = models.ForeignKey(
        "dossiers.Identifier", models.CASCADE, null=True, blank=True, related_name="citations"
    )
    tenure = models.ForeignKey(
        "dossiers.Tenure", models.CASCADE, null=True, blank=True, related_name="citations"
    )
    statement = models.ForeignKey(
        "dossiers.Statement", models.CASCADE, null=True, blank=True, related_name="citations"
    )
    crime = models.ForeignKey(
        "dossiers.Crime", models.CASCADE, null=True, blank=True, related_name="citations"
    )
    toll = models.ForeignKey("dossiers.Toll", models.CASCADE, null=True, blank=True, related_name="citations")
    element = CodeField(_("supports"), vocabulary=v.ELEMENTS, blank=True)  # of superior responsibility
    participation = models.ForeignKey(
        "dossiers.Participation", models.CASCADE, null=True, blank=True, related_name="citations"
    )
    qualification = models.ForeignKey(
        "dossiers.Qualification", models.CASCADE, null=True, blank=True, related_name="citations"
    )
    legal_action = models.ForeignKey(
        "dossiers.LegalAction", models.CASCADE, null=True, blank=True, related_name="citations"
    )

    class Meta(CitationBase.Meta):
        verbose_name = _("citation")
        verbose_name_plural = _("citations")
        constraints = [
            *CitationBase.Meta.constraints,
            models.CheckConstraint(
                condition=exactly_one_claim(),
                name="citation_of_exactly_one_claim",
                violation_error_message=_("A citation supports exactly one claim."),
            ),
            models.CheckConstraint(
                condition=Q(perpetrator=None, fact="") | (Q(perpetrator__isnull=False) & ~Q(fact="")),
                name="citation_names_its_fact",
                violation_error_message=_("Choose the fact that this source supports."),
            ),
            models.CheckConstraint(condition=Q(quote__length__lte=MAX_QUOTE), name="citation_quote_is_short"),
        ]

    @property
    def claim_id(self) -> UUID:
        """The key of the row that this citation supports."""
        keys: Iterable[UUID | None] = (getattr(self, f"{claim}_id") for claim in (*CLAIMS, "perpetrator"))
        return next(key for key in keys if key)
