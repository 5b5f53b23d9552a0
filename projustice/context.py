from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, ResolverMatch, reverse
from django.utils.http import urlencode
from django.utils.translation import override

from publishing.bilingual import reader_language
from publishing.pages.requests import as_public

# Which link of the main navigation a page belongs under.
SECTIONS = {
    **dict.fromkeys(("register", "dossier", "editions", "edition", "changes", "since"), "register"),
    **dict.fromkeys(("crimes", "crime"), "crimes"),
    "search": "search",
    **dict.fromkeys(("justice", "sanctions", "case"), "justice"),
    **dict.fromkeys(("news", "news-item"), "news"),
    **dict.fromkeys(("about", "methodology", "legal", "corrections", "safety", "cite"), "about"),
}
LOCALES = {"ar": "ar_SY", "en": "en_GB"}  # as Open Graph writes them
OTHER = {"ar": ("en", "English", "ltr"), "en": ("ar", "العربية", "rtl")}


def site(request: HttpRequest) -> dict[str, Any]:
    """What the frame of every page needs; no query, so that error pages can use it too."""
    here = reader_language()
    code, name, direction = OTHER[here]
    view = request.resolver_match.view_name if request.resolver_match else None
    section = SECTIONS.get(view or "")
    return {
        "section": section,
        "current": "page" if view == section else "true",
        "lang": here,
        "dir": "ltr" if here == "en" else "rtl",
        "locale": LOCALES[here],
        "site_url": settings.SITE_URL,
        "canonical": canonical(request),
        "contact": settings.CONTACT,
        "contact_url": f"mailto:{settings.CONTACT}" if "@" in settings.CONTACT else settings.CONTACT,
        "sample_record": settings.SAMPLE_RECORD,
        "other": {
            "code": code,
            "locale": LOCALES[code],
            "name": name,
            "dir": direction,
            "url": as_public(request).counterpart or counterpart(request, code),
        },
    }


def counterpart(request: HttpRequest, lang: str) -> str:
    """Return the same page in the other language; its first page when there is no such page."""
    match = request.resolver_match
    asked = as_public(request).asked
    with override(lang):
        if asked is not None:
            return asked.url()
        if match is None or not match.view_name or getattr(match, "captured_kwargs", None) != match.kwargs:
            return _fixed(match)
        try:
            url = reverse(match.view_name, kwargs=match.kwargs, urlconf=settings.PUBLIC_URLCONF)
        except NoReverseMatch:  # an error page, or the desk
            return reverse("home", urlconf=settings.PUBLIC_URLCONF)
        return url + query(request)


def canonical(request: HttpRequest) -> str:
    """Return the one address of this page: its path, and what of a list it shows."""
    asked = as_public(request).asked
    return f"{settings.SITE_URL}{asked.url() if asked else request.path}"


def query(request: HttpRequest) -> str:
    """Return what the address asks of this page, as far as the page reads it: `?year=2012`."""
    known = as_public(request).parameters
    asked = {name: [value for value in request.GET.getlist(name) if value] for name in sorted(known)}
    text = urlencode(asked, doseq=True)
    return f"?{text}" if text else ""


def _fixed(match: ResolverMatch | None) -> str:
    """Return the counterpart of a page whose address has fixed arguments, such as /ar/about/."""
    name = match.view_name if match and match.view_name else "home"
    try:
        return reverse(name, urlconf=settings.PUBLIC_URLCONF)
    except NoReverseMatch:
        return reverse("home", urlconf=settings.PUBLIC_URLCONF)
