"""Health, robots, images, and the error pages. Of these only 404 asks the database, and does without it."""

import sys
from contextlib import nullcontext, suppress
from pathlib import Path

from django.conf import settings
from django.contrib.auth.decorators import permission_required, user_passes_test
from django.db import DatabaseError, InterfaceError, OperationalError, connection, transaction
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponsePermanentRedirect,
)
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from campaign.pages import search
from projustice.middleware import is_desk
from publishing.models import Ledger
from publishing.pages import pictures
from publishing.pages.addresses import mended, public_urls
from publishing.pages.http import MINUTE


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Say that this process answers and reaches its database, and nothing else."""
    seq = Ledger.objects.values_list("seq", flat=True).get(pk=1)
    response = HttpResponse(f"ok {seq}\n", content_type="text/plain")
    response.headers["Cache-Control"] = "no-store"
    return response


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    text = f"User-agent: *\nDisallow: /desk/\nSitemap: {settings.SITE_URL}{reverse('sitemap')}\n"
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response.headers["Cache-Control"] = "public, max-age=3600"
    return response


@require_safe
def media(request: HttpRequest, name: str) -> FileResponse:
    """Stream a published image."""
    response = stream(Path(settings.MEDIA_PUBLIC) / name, name)
    response.headers["Cache-Control"] = MINUTE
    return response


@user_passes_test(lambda user: user.is_active and user.is_staff, login_url="account_login")
@permission_required("dossiers.view_perpetrator", raise_exception=True)
@require_safe
def desk_portrait(request: HttpRequest, name: str) -> FileResponse:
    """Show a portrait that is not public yet, to somebody at the desk."""
    return stream(Path(settings.MEDIA_ROOT) / "portraits" / name, name)


def stream(path: Path, name: str) -> FileResponse:
    """Answer with an image; only re-encoded pixels, named by their hash, ever come here."""
    if not pictures.NAME.fullmatch(name) or not path.is_file():
        raise Http404
    kind = pictures.FORMATS[name.rpartition(".")[2]]
    response = FileResponse(path.open("rb"), content_type=kind)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def nowhere(request: HttpRequest) -> HttpResponse:
    """Answer for the parts of signing in that the desk does not have."""
    raise Http404


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return error(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Say that nothing is here, with the names nearest to the address; lead on from a mistyped one."""
    nearest: list[search.Person] = []
    if not is_desk(request):
        if request.method in {"GET", "HEAD"} and (meant := mended(request.path_info)):
            asked = request.META.get("QUERY_STRING", "")
            return HttpResponsePermanentRedirect(f"{meant}?{asked}" if asked else meant)
        # The page must be there even when the database is not, and SQLite would wait for a writer to begin
        # a transaction: only what is inside one already needs a savepoint.
        within = transaction.atomic() if connection.in_atomic_block else nullcontext()
        with suppress(DatabaseError), within:
            nearest = search.near(request.path)
    return error(request, 404, nearest=nearest)


def server_error(request: HttpRequest) -> HttpResponse:
    """Say that the fault is ours; of a database that does not answer, that what needs it must wait."""
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        response = error(request, 503)
        response.headers["Retry-After"] = "60"
        return response
    return error(request, 500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return error(request, 403)


def error(request: HttpRequest, status: int, **more: object) -> HttpResponse:
    """Render an error page in the language of the address."""
    with public_urls():
        response = render(request, f"errors/{status}.html", {"status": status, **more}, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response
