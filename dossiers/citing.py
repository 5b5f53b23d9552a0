"""The sources and the labels that a content carries, so that it explains itself for ever."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from dossiers import vocabularies as v
from dossiers.models import CitationBase, Source
from dossiers.schema import CitationContent, SourceContent
from publishing import dates
from publishing.bilingual import Text, Vocabulary
from publishing.schema import LabelContent
from publishing.working.freezing import both


class UsedLabels:
    """The codes a content uses, with their labels of today, so that it explains itself for ever."""

    def __init__(self) -> None:
        self._used: dict[tuple[str, str], Text] = {}

    def use(self, vocabulary: str, code: str) -> str:
        if code:
            table: Vocabulary = getattr(v, vocabulary.upper())
            self._used[vocabulary, code] = table[code]
        return code

    def listed(self) -> list[LabelContent]:
        return [
            {"vocabulary": vocabulary, "code": code, "ar": label.ar, "en": label.en}
            for (vocabulary, code), label in sorted(self._used.items())
        ]


class Sources:
    """The sources a content cites, numbered in the order in which a reader meets them."""

    def __init__(self, labels: UsedLabels) -> None:
        self._labels = labels
        self._numbers: dict[Any, int] = {}
        self._listed: list[SourceContent] = []
        self._rows: list[Source] = []
        self._read: dict[int, str] = {}

    def grounds(self) -> list[dict[str, Any]]:
        """Return what the rules must know of each source, in the order of their numbers."""
        known = origins(self._rows)
        return [
            {
                "n": number,
                "origin": known[number - 1],
                "verifications": len([part for part in row.verifications.split("\n\n") if part.strip()]),
                "captured": bool(row.archive_url and row.archive_sha256),
                "dead": row.link_dead,
            }
            for number, row in enumerate(self._rows, 1)
        ]

    def cite(self, citations: Iterable[CitationBase]) -> list[CitationContent]:
        """Return the citations that may be shown. Secret sources are passed over (S1)."""
        return [self._cite(one) for one in citations if one.source.confidentiality != "secret"]

    def _cite(self, citation: CitationBase) -> CitationContent:
        """Return a citation: where in the source, in its words; nothing of that for a restricted one."""
        public = citation.source.confidentiality == "public"
        if citation.accessed and citation.source.kind == "gazette":
            # A consolidated list is of the day on which it is read, not of its first issue.
            self._read[self._number(citation.source)] = citation.accessed.isoformat()
        return {
            "source": self._number(citation.source),
            "relation": citation.relation,
            "locator_type": self._labels.use("locator_types", citation.locator_type if public else "whole"),
            "locator": citation.locator if public else "",
            "quote": citation.quote if public else "",
            "quote_lang": (citation.quote_lang or citation.source.lang) if public and citation.quote else "",
            "credibility": citation.credibility,
        }

    def kinds(self, cites: Iterable[CitationContent]) -> set[str]:
        """Return the kinds of the sources that support a statement."""
        return {self._listed[c["source"] - 1]["kind"] for c in cites if c["relation"] == "supports"}

    def newest(self, cites: Iterable[CitationContent]) -> str:
        """Return the date of the newest source that supports a statement, as far as dates are shown."""
        issued = [
            self._read.get(c["source"]) or self._listed[c["source"] - 1]["issued"]
            for c in cites
            if c["relation"] == "supports"
        ]
        known = [value for edtf in issued if (value := dates.parse_or_none(edtf)) and value.last]
        return max(known, key=lambda value: value.last or date.min).edtf if known else ""

    def number_of(self, source: Source | None) -> int | None:
        shown = source is not None and source.confidentiality != "secret"
        return self._number(source) if shown and source else None

    def listed(self) -> list[SourceContent]:
        return self._listed

    def _number(self, source: Source) -> int:
        if source.pk not in self._numbers:
            self._numbers[source.pk] = len(self._listed) + 1
            self._listed.append(self._describe(source, len(self._listed) + 1))
            self._rows.append(source)
        return self._numbers[source.pk]

    def _describe(self, source: Source, number: int) -> SourceContent:
        restricted = source.confidentiality == "restricted"  # kind and grade, and nothing else (C4)
        archived = restricted or bool(source.archive_url)
        return {
            "n": number,
            "code": "" if restricted else source.code,
            "restricted": restricted,
            "kind": self._labels.use("source_kinds", source.kind),
            "reliability": self._labels.use("reliabilities", source.reliability),
            "title": "" if restricted else source.title,
            "title_translation": {"ar": "", "en": ""} if restricted else both(source, "title_translation"),
            "publisher": "" if restricted else source.publisher,
            "issued": "" if restricted else source.issued,
            "lang": "" if restricted else source.lang,
            "url": "" if restricted else source.url,
            "archive_url": "" if restricted else source.archive_url,
            "archive_sha256": "" if restricted else source.archive_sha256,
            "unarchived": "" if archived else self._labels.use("unarchived", source.unarchived),
            "dead": not restricted and source.link_dead,
            "symbol": "" if restricted else source.symbol,
            "read_via": {"ar": "", "en": ""} if restricted else both(source, "read_via"),
        }


def origins(rows: list[Source]) -> list[str]:
    """Return what each source goes back to: those that are one text, or repeat one, count as one (S3).

    One text is known by what an editor says, by its address however it was copied, by its archived copy.
    """
    groups: list[set[str]] = []
    for row in rows:
        own = row.traces()
        alike = [group for group in groups if group & own]
        groups = [group for group in groups if not group & own] + [own.union(*alike)]
    return [min(next(group for group in groups if row.pk.hex in group)) for row in rows]
