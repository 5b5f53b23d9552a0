from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from dossiers import vocabularies as v
from publishing.scripts import refuse_another_script
from publishing.working.fields import CleanCharField, CleanTextField, CodeField, EdtfField, PlainCodeField
from publishing.working.pairs import halves
from publishing.working.rows import WorkingRow


class Institution(WorkingRow):
    bilingual = ("name",)

    code = PlainCodeField(
        _("code"),
        max_length=60,
        unique=True,
        validators=[
            RegexValidator(
                r"^[a-z0-9]+([.-][a-z0-9]+)*$",
                _("Small Latin letters and digits, with points or hyphens between them: gi.251."),
            )
        ],
        help_text=_("Part of the page's address: gi.251."),
        error_messages={"unique": _("Another institution has this code. Choose another one.")},
    )
    name = CleanCharField(_("name"), max_length=200, blank=True)
    type = CodeField(_("type"), vocabulary=v.INSTITUTION_TYPES, default="other")
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("part of")
    )
    governorate = CodeField(_("governorate"), vocabulary=v.GOVERNORATES, blank=True)
    inception = EdtfField(_("founded"))
    dissolution = EdtfField(_("dissolved"))
    int_notes = CleanTextField(_("internal notes"), blank=True, help_text=_("Never published."))

    class Meta:
        verbose_name = _("institution")
        verbose_name_plural = _("institutions")
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=Q(parent=None) | ~Q(parent=F("id")),
                name="institution_not_its_own_parent",
                violation_error_message=_("An institution cannot be part of itself."),
            )
        ]

    def __str__(self) -> str:
        return self.name or self.code

    def clean(self) -> None:
        refuse_another_script(halves(self, "name"))
        if self.pk in {ancestor.pk for ancestor in self.ancestors()}:
            raise ValidationError({"parent": _("An institution cannot be part of itself.")})

    def ancestors(self) -> list["Institution"]:
        """Return the chain of parents, nearest first; a loop in the data ends it."""
        chain: list[Institution] = []
        above = self.parent
        while above and above not in chain:
            chain.append(above)
            above = above.parent
        return chain
