"""Every statement of a dossier, once, in the order of the page: the one walk through an edition.

What differs between two editions, what rests on a source, what is found by words, what lacks a source
and what a reviewer looks at first are all read from here.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dossiers.pages import crimes, identity, law, posts
from dossiers.pages.claim import Claim, paragraph

if TYPE_CHECKING:
    from dossiers.pages.dossier import Dossier


def claims(dossier: "Dossier") -> Iterator[Claim]:
    yield from identity.claims(dossier.names, dossier.facts, dossier.identifiers)
    yield from posts.claims(dossier.posts)
    for row in (*dossier.summary, *dossier.career):
        yield paragraph(row)
    for crime in dossier.crimes:
        yield from crimes.claims(crime)
    for row in dossier.legal:
        yield paragraph(row)
    yield from law.claims(dossier.actions)
    for row in (*dossier.reply, *dossier.differences):
        yield paragraph(row)
