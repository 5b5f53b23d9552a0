"""What the desk must be able to show about fairness and harm; no edition holds any of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from dossiers import vocabularies as v
from dossiers.models.people import Perpetrator
from publishing.scripts import refuse_another_script
from publishing.working.fields import CleanCharField, CleanTextField, CodeField
from publishing.working.pairs import halves
from publishing.working.rows import Ordered


class ReplyRequest(Ordered):
    """The person was asked for an answer, or why not (domain.md P11)."""

    perpetrator = models.ForeignKey(Perpetrator, models.CASCADE, related_name="reply_requests")
    sent_on = models.DateField(_("sent on"), null=True, blank=True)
    channel = CleanCharField(_("by which way"), max_length=200, blank=True)
    deadline = models.DateField(_("answer asked for by"), null=True, blank=True)
    outcome = CodeField(_("outcome"), vocabulary=v.REPLY_OUTCOMES, default="waiting")
    waiver = CodeField(_("why not asked or not waited for"), vocabulary=v.WAIVERS, blank=True)
    note = CleanTextField(_("notes"), blank=True, help_text=_("Never published."))

    class Meta(Ordered.Meta):
        verbose_name = _("request for a reply")
        verbose_name_plural = _("right of reply")
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="waived") & ~Q(waiver="") & ~Q(note="")
                | ~Q(outcome="waived") & Q(waiver="", sent_on__isnull=False),
                name="reply_asked_or_waived",
                violation_error_message=_(
                    "Give the day on which the request was sent; or choose “Not asked, or not waited for”, "
                    "with reason and note."
                ),
            )
        ]

    def __str__(self) -> str:
        return str(v.REPLY_OUTCOMES[self.outcome])


class NamedPerson(Ordered):
    """Somebody else whom the dossier names, and why that may be (domain.md C1, C3, C6)."""

    bilingual = ("name",)

    perpetrator = models.ForeignKey(Perpetrator, models.CASCADE, related_name="named_people")
    name = CleanCharField(_("name, as the dossier writes it"), max_length=200, blank=True)
    role = CodeField(_("who that is"), vocabulary=v.NAMED_ROLES)
    minor = models.BooleanField(_("a minor when it happened"), default=False)
    basis = CodeField(_("why the name may stand"), vocabulary=v.NAMING_BASES, blank=True)
    int_consent = CleanTextField(
        _("the consent or the judgment"),
        blank=True,
        help_text=_("When, by which way, who has it. Never published."),
    )

    class Meta(Ordered.Meta):
        verbose_name = _("other person named")
        verbose_name_plural = _("other people named")

    def __str__(self) -> str:
        return self.name or "—"

    def clean(self) -> None:
        refuse_another_script(halves(self, "name"))


class SubjectRequest(Ordered):
    """A request of the person, or for a correction, and when it must be decided (domain.md P17, K6)."""

    perpetrator = models.ForeignKey(Perpetrator, models.CASCADE, related_name="subject_requests")
    kind = CodeField(_("kind"), vocabulary=v.REQUEST_KINDS)
    weight = CodeField(_("weight"), vocabulary=v.WEIGHTS, default="material")
    received_on = models.DateField(_("received on"))
    due_on = models.DateField(_("to be decided by"))
    outcome = CodeField(_("outcome"), vocabulary=v.REQUEST_OUTCOMES, default="open")
    int_basis = CleanTextField(_("text and reasons"), blank=True, help_text=_("Never published."))

    class Meta(Ordered.Meta):
        verbose_name = _("request received")
        verbose_name_plural = _("requests received")

    def __str__(self) -> str:
        return str(v.REQUEST_KINDS[self.kind])
