from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, ResolverMatch, reverse
from django.utils.translation import get_language, override

from publishing.paging import page_number

OTHER = {"ar": ("en", "English", "ltr"), "en": ("ar", "العربية", "rtl")}


def site(request: HttpRequest) -> dict[str, Any]:
    """What the frame of every page needs; no query, so that error pages can use it too."""
    here = "en" if get_language() == "en" else "ar"
    code, name, direction = OTHER[here]
    return {
        "lang": here,
        "dir": "ltr" if here == "en" else "rtl",
        "site_url": settings.SITE_URL,
        "sample_record": settings.SAMPLE_RECORD,
        "other": {
            "code": code,
            "name": name,
            "dir": direction,
            "url": getattr(request, "counterpart", "") or counterpart(request, code),
        },
    }


def counterpart(request: HttpRequest, lang: str) -> str:
    """Return the same page in the other language; its first page when there is no such page."""
    match = request.resolver_match
    with override(lang):
        if match is None or not match.view_name or match.captured_kwargs != match.kwargs:
            return _fixed(match)
        try:
            url = reverse(match.view_name, kwargs=match.kwargs, urlconf=settings.PUBLIC_URLCONF)
        except NoReverseMatch:  # an error page, or the desk
            return reverse("home", urlconf=settings.PUBLIC_URLCONF)
        page = page_number(request)
        return f"{url}?page={page}" if page and page > 1 else url


def _fixed(match: ResolverMatch | None) -> str:
    """Return the counterpart of a page whose address has fixed arguments, such as /ar/about/."""
    name = match.view_name if match and match.view_name else "home"
    try:
        return reverse(name, urlconf=settings.PUBLIC_URLCONF)
    except NoReverseMatch:
        return reverse("home", urlconf=settings.PUBLIC_URLCONF)
