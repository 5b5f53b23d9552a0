"""Web addresses: one readable form to keep, and one form by which two of them are known to be the same."""

import re
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from publishing.text import clean_line, visible

# Characters that an address may hold as they are; everything else a browser encodes.
SAFE = "%/:=&?~#+!$,;'@()*[]|"
# Octets that decode to a sign with a meaning of its own stay encoded.
RESERVED = re.compile(
    r"%(?:0[0-9A-F]|1[0-9A-F]|2[0-9BCF]|3[ABDF]|3C|3E|40|5[BCDE]|60|7[BCDF])", re.IGNORECASE
)
TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|wbraid|gbraid|gad_source|igshid|igsh|mibextid|mc_[ce]id|_ga|_gl|"
    r"_hsenc|_hsmi|mkt_tok|__twitter_impression|ref_src|ref_url|cmpid|smid|xtor|guccounter|"
    r"at_(?:medium|campaign|link_\w+|ptr_name|format|bbc_team)",
    re.IGNORECASE,
)
TODAY = re.compile(r"^archive\.(?:ph|is|md|vn|li|fo)$")  # other names of archive.today
ARCHIVE_HOSTS = re.compile(
    r"(?:^|\.)(?:archive\.org|archive\.today|archive-it\.org|arquivo\.pt|webarchive\.\S+|perma\.cc)$"
)
# On any host /web/ and fourteen digits is a copy of the Wayback kind; on an archive's own, more is.
WAYBACK = re.compile(r"^/web/\d{14}(?:[a-z]{2}_)?/(?P<of>https?:/{1,2}.+)$", re.IGNORECASE)
COPY = re.compile(
    r"^/(?:[\w-]+/){0,2}(?:[\d.*-]+(?:[a-z]{2}_)?/)?(?P<of>https?:/{1,2}.+)$"
    r"|^/(?:web|wayback)/[\d*]+(?:[a-z]{2}_)?/(?P<bare>[^/]+\.[a-z]{2,}(?:[/?].*)?)$",
    re.IGNORECASE,
)


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
    address = re.sub("%[0-9a-f]{2}", lambda octet: octet.group().upper(), decoded(visible(address).strip()))
    try:
        parts = urlsplit(address)
        port = f":{parts.port}" if parts.port not in {None, 80, 443} else ""
    except ValueError:  # no address; it was refused where it was typed
        return ""
    host = re.sub(r"^(?:www\d?|m|mobile|amp)\.(?=[^.]+\.)", "", _host(parts.hostname or ""))
    host = TODAY.sub("archive.today", host)
    asked = [
        one
        for one in parts.query.replace("+", "%20").split("&")
        if not TRACKING.fullmatch(one.partition("=")[0])
    ]
    path = re.sub(r"/{2,}", "/", parts.path).rstrip("/")
    path = re.sub(r"/index\.(?:html?|php)$|(?<=[^/])/amp$", "", path)
    # A page that a script draws has its address behind "#/" or "#!".
    drawn = f"#{parts.fragment}" if parts.fragment.startswith(("/", "!")) else ""
    return f"{host}{port}{path}" + "".join(f"?{one}" for one in sorted(filter(None, asked))) + drawn


def _host(name: str) -> str:
    """Return a host in the letters of the network, so that both spellings of a domain are one."""
    try:
        return name.lower().rstrip(".").encode("idna").decode()
    except UnicodeError:
        return name


def archived(address: str) -> str:
    """Return the canonical form of what an archive's address is a copy of; empty when it is none."""
    address = re.sub("%3a", ":", visible(address).strip(), flags=re.IGNORECASE)
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    path = parts.path + (f"?{parts.query}" if parts.query else "")
    host = TODAY.sub("archive.today", _host(parts.hostname or ""))
    found = COPY.match(path) if ARCHIVE_HOSTS.search(host) else WAYBACK.match(path)
    if not found:
        return ""
    of = found["of"] or f"http://{found.groupdict()['bare']}"
    return canonical(re.sub(r"^(https?:)/{1,2}", r"\1//", of))
