"""What a statement that has no paragraph number is called."""

from django import template
from django.utils.translation import gettext_lazy as _

register = template.Library()

LABELS = {
    "name": _("Name"),
    "rank": _("Rank"),
    "birth": _("Born"),
    "birth_place": _("Place of birth"),
    "death": _("Date of death"),
    "life_status": _("Whether alive"),
    "age": _("Age on record"),
    "identifier": _("Number on an official list"),
    "post": _("Post"),
    "qualification": _("Legal qualification"),
}


@register.filter
def claim_label(what: str) -> str:
    return str(LABELS[what])
