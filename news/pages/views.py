"""Public pages of News & Views."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse

from news.pages import reading as news
from publishing import dates, kinds
from publishing.bilingual import reader_language
from publishing.pages import reading, share_cards
from publishing.pages.http import public_page
from publishing.pages.lists import Asked, list_page
from publishing.pages.paging import page_of
from publishing.pages.share_cards import ShareCard
from publishing.pages.views import picture, tombstone

PER_PAGE = 30


@list_page(news.NEWS)
def news_list(request: HttpRequest, asked: Asked) -> HttpResponse:
    rows = reading.narrowed("news", asked.chosen).order_by("-sort")
    context = {
        "page": page_of(asked.page, rows, PER_PAGE, reading.card),
        "kinds": news.kinds(asked),
        "asked": asked,
    }
    return render(request, "news/list.html", context)


@public_page(cross_origin=True)
def item_card(request: HttpRequest, slug: str) -> HttpResponse:
    """The picture that others show when somebody shares this item."""
    found = reading.find("news", slug)
    if found is None:
        raise Http404
    if found.withdrawn:
        return HttpResponse(status=found.gone)
    shown = news.read(found.content)
    lang = reader_language()
    card = ShareCard(
        lang=lang,
        title=str(shown.headline),
        above=str(shown.kind),
        address=f"{share_cards.host()}{reverse('news')}",
        edition=dates.show(shown.date),
    )
    return picture(card)


@public_page()
def item(request: HttpRequest, slug: str) -> HttpResponse:
    found = reading.find("news", slug)
    if found is None:
        new = reading.moved("news", slug)
        if new is None:
            raise Http404
        return HttpResponsePermanentRedirect(reverse("news-item", args=[new]))
    if found.withdrawn:
        return tombstone(request, found)
    return kinds.get("news").page(request, found.content, found.view)
