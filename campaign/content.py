"""Standing pages and the list of links → the content that an edition freezes."""

from campaign.models import LINK_KINDS, LinkList, Page
from dossiers.content import both
from publishing.kinds import Draft


def freeze_page(page: Page) -> Draft:
    content = {
        "schema": "bl-page/1",
        "public_id": f"PAGE-{page.slug}",
        "title": both(page, "title"),
        "body": both(page, "body"),
    }
    return Draft(str(content["public_id"]), page.slug, content)


def freeze_links(links: LinkList) -> Draft:
    content = {
        "schema": "bl-links/1",
        "public_id": "LINKS",
        "links": [
            {
                "key": link.pk.hex,
                "name": both(link, "name"),
                "url": link.url,
                "kind": {"ar": LINK_KINDS[link.kind].ar, "en": LINK_KINDS[link.kind].en},
                "text": both(link, "text"),
            }
            for link in links.links.all()
        ],
    }
    return Draft("LINKS", "links", content)
