"""Standing pages and the list of links → the content that an edition freezes."""

from campaign.models import LINK_KINDS, LinkList, Page
from campaign.schema import LinksContent, PageContent
from publishing.kinds import Draft
from publishing.working.freezing import NO_NOTE, Pairs, staff_named


def freeze_page(page: Page) -> Draft:
    pairs = Pairs()
    content: PageContent = {
        "schema": "bl-page/1",
        "public_id": f"PAGE-{page.slug}",
        "title": pairs.both(page, "title", "title_ar"),
        "body": pairs.both(page, "body", "body_ar"),
        "note": NO_NOTE,
    }
    grounds = {"lagging": pairs.lagging, "staff_named": staff_named(content)}
    return Draft(content["public_id"], page.slug, content, grounds=grounds)


def freeze_links(links: LinkList) -> Draft:
    pairs = Pairs()
    content: LinksContent = {
        "schema": "bl-links/1",
        "public_id": "LINKS",
        "links": [
            {
                "key": link.pk.hex,
                "name": pairs.both(link, "name", link.pk.hex),
                "url": link.url,
                "kind": LINK_KINDS[link.kind].pair,
                "text": pairs.both(link, "text", link.pk.hex),
            }
            for link in links.links.all()
        ],
        "note": NO_NOTE,
    }
    grounds = {"lagging": pairs.lagging, "staff_named": staff_named(content)}
    return Draft("LINKS", "links", content, grounds=grounds)
