"""Standing pages, links and the home page's figures, read from editions."""

from dataclasses import dataclass
from datetime import datetime

from dossiers.pages.register import FILES
from dossiers.status import OVER
from dossiers.vocabularies import LEGAL_STATUSES
from publishing.bilingual import Text
from publishing.canonical import Content
from publishing.pages import reading

# The pages of the campaign that have an address of their own; the statement stands on the home page.
STANDING = ("about", "methodology", "legal", "corrections", "safety", "cite")


@dataclass(frozen=True)
class LinkView:
    key: str
    name: Text
    url: str
    kind: Text
    text: Text


def read_links(content: Content) -> list[LinkView]:
    return [
        LinkView(row["key"], Text.of(row["name"]), row["url"], Text.of(row["kind"]), Text.of(row["text"]))
        for row in content["links"]
    ]


def recommended_links() -> list[LinkView]:
    found = reading.find("links", "links")
    return read_links(found.content) if found and not found.withdrawn else []


def statement() -> dict[str, Text] | None:
    """Return the campaign's statement, title and body, once it is published."""
    found = reading.find("page", "statement")
    if found is None or found.withdrawn:
        return None
    return {"title": Text.of(found.content["title"]), "body": Text.of(found.content["body"])}


@dataclass(frozen=True)
class Figures:
    """Counts over live editions, with the date of the newest edition of all."""

    dossiers: int
    as_of: datetime | None


def figures() -> Figures:
    """Count what live editions list; nothing here is typed by anybody."""
    newest = reading.newest_edition()
    return Figures(reading.listings("dossier").count(), newest.published_at if newest else None)


@dataclass(frozen=True)
class StandingCount:
    """How many files have a legal status as their gravest, and how many other cases of theirs ended so."""

    code: str
    label: Text
    files: int
    others: int = 0

    @property
    def address(self) -> str:
        """Where these files are listed."""
        return FILES.url({"status": [self.code]})


def where_justice_stands() -> list[StandingCount]:
    """Count the files by status, the mildest first; a case that is over is counted beside its file.

    So an annulment or an acquittal is never hidden behind a warrant.
    """
    files = reading.counts("dossier", "status", {})
    ended = reading.counts("proceeding", "status", {})
    rows = [
        StandingCount(
            code,
            ENDED if code == "ended" else label,
            files.get(code, 0),
            max(ended.get(code, 0) - files.get(code, 0), 0) if code in OVER else 0,
        )
        for code, label in LEGAL_STATUSES.items()
    ]
    return [row for row in rows if row.code in ALWAYS or row.files or row.others]


# A case that a reported death overtook is among these, and no court has ended it.
ENDED = Text(
    "أُبطلت أو انتهت، أو أُفيد بوفاة صاحبها قبل الحكم",
    "Annulled or ended, or the person reported dead before judgment",
)
ALWAYS = frozenset(("sanctioned", "wanted", "charged", "on_trial", "convicted_absentia", "convicted_final"))
