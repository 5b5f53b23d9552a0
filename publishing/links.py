"""Web addresses: one readable form to keep, and one form by which two of them are known to be the same."""

import re
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit, urlunsplit

from publishing.text import clean_line

# Characters that an address may hold as they are; everything else a browser encodes.
SAFE = "%/:=&?~#+!$,;'@()*[]|"
# Octets that decode to a sign with a meaning of its own stay encoded.
RESERVED = re.compile(
    r"%(?:0[0-9A-F]|1[0-9A-F]|2[0-9BCF]|3[ABDF]|3C|3E|40|5[BCDE]|60|7[BCDF])", re.IGNORECASE
)
TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|_gl|ref_src|ref_url|spm|cmpid|ocid|"
    r"at_(?:medium|campaign|link_\w+|ptr_name|format|bbc_team)|smid|sh|share|s?source|xtor|guccounter",
    re.IGNORECASE,
)
ARCHIVES = re.compile(r"^/(?:web/)?(\d{4,14})(?:[a-z]{2}_)?/(https?:/{1,2}.+)$", re.IGNORECASE)


def clean_link(text: str) -> str:
    """Return an address as it is kept: letters decoded, blanks and what reorders text encoded."""
    text = clean_line(text)
    return decoded(text).replace(" ", "%20") if text else ""


def decoded(address: str) -> str:
    """Return an address with its letters readable; what would change its meaning stays encoded."""

    def letters(run: re.Match[str]) -> str:
        try:
            text = unquote(run.group(), errors="strict")
        except UnicodeDecodeError:
            return run.group()
        return text if text == clean_line(text) and text.isprintable() else run.group()

    kept = re.split(f"({RESERVED.pattern})", address, flags=re.IGNORECASE)
    return "".join(
        part if place % 2 else re.sub(r"(?:%[0-9A-F]{2})+", letters, part, flags=re.IGNORECASE)
        for place, part in enumerate(kept)
    )


def encoded(address: str) -> str:
    """Return an address as a browser sends it."""
    parts = urlsplit(address)
    quoted = {name: quote(getattr(parts, name), safe=SAFE) for name in ("path", "query", "fragment")}
    return urlunsplit(parts._replace(**quoted))


def canonical(address: str) -> str:
    """Return the form by which two addresses of one text are known: no scheme, www, tracking or fragment."""
    if not address:
        return ""
    parts = urlsplit(decoded(clean_line(address)))
    host = re.sub(r"^(?:www\d?|m|mobile|amp)\.", "", _host(parts.hostname or ""))
    port = f":{parts.port}" if parts.port not in {None, 80, 443} else ""
    asked = sorted(
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not TRACKING.fullmatch(name)
    )
    path = re.sub(r"/{2,}", "/", parts.path).rstrip("/")
    path = re.sub(r"/(?:index\.(?:html?|php)|amp)$", "", path)
    return f"{host}{port}{path}" + (f"?{urlencode(asked)}" if asked else "")


def _host(name: str) -> str:
    """Return a host in the letters of the network, so that both spellings of a domain are one."""
    try:
        return name.lower().rstrip(".").encode("idna").decode()
    except UnicodeError:
        return name


def archived(address: str) -> str:
    """Return the canonical form of what an archive's address is a copy of; empty when it is none."""
    parts = urlsplit(address)
    found = ARCHIVES.match(parts.path + (f"?{parts.query}" if parts.query else ""))
    return canonical(re.sub(r"^(https?:)/{1,2}", r"\1//", found[2])) if found else ""
