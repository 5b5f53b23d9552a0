"""Pages for what never reaches Django: no template, no database, and both languages, as none is known."""

from http import HTTPStatus

HEADERS = [
    ("Content-Type", "text/html; charset=utf-8"),
    ("Cache-Control", "no-store"),
    ("Content-Security-Policy", "default-src 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
]
LONGEST = 8190  # bytes of an address; a query of 200 Arabic letters has 1,200


def _html(status: HTTPStatus, arabic: str, english: str) -> bytes:
    return f"""<!doctype html>
<html lang="ar" dir="rtl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{status.value}</title>
{arabic}
<div lang="en" dir="ltr">{english}</div>
</html>
""".encode()


TOO_LONG = _html(
    HTTPStatus.REQUEST_URI_TOO_LONG,
    '<h1>هذا الرابط أطول مما يمكن قراءته</h1>\n<p>ابحث باسم أو ببضع كلمات. <a href="/ar/search/">بحث</a></p>',
    "<h1>This address is too long to be read</h1>\n"
    '<p>Search for a name or for a few words. <a href="/en/search/">Search</a></p>',
)
BUSY = _html(
    HTTPStatus.SERVICE_UNAVAILABLE,
    '<h1>الموقع مشغول الآن</h1>\n<p>أعد المحاولة بعد ثوانٍ. <a href="/ar/">الرئيسية</a></p>',
    '<h1>The site is busy now</h1>\n<p>Try again in a few seconds. <a href="/en/">Home</a></p>',
)
