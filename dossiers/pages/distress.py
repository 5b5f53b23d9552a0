"""What a line warns of before it is read: torture and sexual violence (an act, or words that tell of it)."""

import re
from collections.abc import Iterable

from publishing.bilingual import Text

ACTS = {"torture", "sexual"}  # kinds of act, before the point of their codes
WORDS = re.compile(r"tortur|\brap(?:e|ed|ist)\b|sexual|تعذيب|عذّ?ب|اغتصاب|جنسي", re.IGNORECASE)


def is_distressing(conduct_codes: Iterable[str], *texts: Text) -> bool:
    return bool(ACTS & {code.partition(".")[0] for code in conduct_codes}) or any(
        WORDS.search(side) for text in texts for side in text
    )
