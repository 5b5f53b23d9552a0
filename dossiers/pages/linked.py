"""A dossier and an incident as schema.org tells search engines of them."""

from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse

from dossiers.pages.citation import Citation
from dossiers.pages.dossier import Dossier
from dossiers.pages.posts import Post
from publishing.bilingual import OTHER, Text, reader_language
from publishing.ledger import LICENCE_ADDRESS
from publishing.pages.linked import Thing, day, known, publisher
from publishing.pages.reading import Card, EditionView


def of_dossier(citation: Citation, history: Iterable[EditionView]) -> Thing:
    """Return a report on a person. No crime is a property of the person: the report tells of it."""
    dossier, edition = citation.dossier, citation.edition
    editions = list(history)
    return {
        "@type": "Report",
        "@id": citation.address,
        "url": citation.address,
        "headline": str(dossier.name),
        "inLanguage": reader_language(),
        "version": str(edition.number),
        "reportNumber": citation.number,
        "datePublished": min(row.published_at for row in editions).date().isoformat(),
        "dateModified": edition.published_at.date().isoformat(),
        "creativeWorkStatus": "Withdrawn" if citation.withdrawn else "Published",
        "author": publisher(),
        "publisher": publisher(),
        "license": LICENCE_ADDRESS,
        "identifier": {"@type": "PropertyValue", "propertyID": "sha256", "value": edition.digest},
        "about": _person(dossier),
        "mentions": [_event(crime.title, crime.code, crime.when, crime.place) for crime in dossier.crimes],
        "citation": [
            known({"@type": "CreativeWork", "name": source.title, "url": source.url})
            for source in dossier.sources
            if not source.restricted
        ],
        "correction": [
            known(
                {
                    "@type": "CorrectionComment",
                    "text": str(row.note),
                    "datePublished": row.published_at.date().isoformat(),
                }
            )
            for row in editions
            if row.correction
        ],
        "workTranslation": {"@id": citation.other_address, "inLanguage": OTHER[reader_language()]},
    }


def _person(dossier: Dossier) -> Thing:
    birth, death = (dossier.facts[name].date if name in dossier.facts else "" for name in ("birth", "death"))
    return known(
        {
            "@type": "Person",
            "name": str(dossier.name),
            "alternateName": [dossier.name.other, *(name.text for name in dossier.other_names)],
            "birthDate": day(birth),
            "birthPlace": str(dossier.birth_place.text) if dossier.birth_place else "",
            "deathDate": day(death),
            "hasOccupation": [
                known({"@type": "Role", "roleName": _held(post), "description": str(post.period)})
                for post in dossier.posts
            ],
        }
    )


def _held(post: Post) -> str:
    """Return a post with its institution, which most titles name already, and how certain it is."""
    title, institution = str(post.title), str(post.institution.name)
    named = title if institution in title else f"{title} ({institution})"
    return named if post.status_code == "confirmed" else f"{named} ({post.status})"


def _event(title: Text, code: str, when: str, place: Text) -> Thing:
    return known(
        {
            "@type": "Event",
            "name": str(title),
            "url": settings.SITE_URL + reverse("crime", args=[code]),
            "startDate": day(when),
            "location": str(place),
        }
    )


def of_incident(card: Card, description: Text, when: str, place: Text, address: str) -> Thing:
    return {
        "@type": "Report",
        "@id": address,
        "url": settings.SITE_URL + reverse("crime", args=[card.key]),
        "headline": str(card.title),
        "inLanguage": reader_language(),
        "reportNumber": card.key,
        "dateModified": card.published_at.date().isoformat(),
        "publisher": publisher(),
        "license": LICENCE_ADDRESS,
        "about": _event(card.title, card.key, when, place),
        "abstract": str(description),
    }
