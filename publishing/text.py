"""Text as the project stores it: NFC, no control character, nothing that reorders what follows."""

import re
import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Arabic-Indic and Persian digits are typed by editors and readers, and are ASCII here (domain.md §4, Digits).
DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)

# Invisible marks that editors paste without knowing; removed on save (domain.md §4, Bidi).
MARKS = re.compile("[\u061c\u200b\u200e\u200f\ufeff]")
# Characters that can make a line read as another: overrides, embeddings, isolates.
REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Return the stored form of pasted text. Raise ValidationError for what must be retyped."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    refuse_hidden(text)
    return unicodedata.normalize("NFC", MARKS.sub("", text)).strip()


def refuse_hidden(text: str) -> None:
    """Raise ValidationError when the text holds a control or a reordering character."""
    if CONTROL.search(text):
        raise ValidationError(
            _("This text contains an invisible control character. Type it again instead of pasting it."),
            code="control",
        )
    if REORDERING.search(text):
        raise ValidationError(
            _(
                "This text contains an invisible character that changes the order of letters. "
                "Type it again instead of pasting it."
            ),
            code="bidi",
        )
