"""The sources of an edition."""

from collections.abc import Sequence
from dataclasses import dataclass

from dossiers import schema
from publishing.bilingual import Text
from publishing.pages.reading import EditionLabels


@dataclass(frozen=True)
class SourceView:
    n: int
    code: str
    restricted: bool
    kind: Text
    kind_code: str
    reliability: Text
    reliability_code: str
    title: str
    title_translation: Text
    publisher: str
    issued: str
    lang: str
    url: str
    archive_url: str
    symbol: str
    read_via: Text
    cited_in: list[int]

    @property
    def dir(self) -> str:
        return "rtl" if self.lang in {"ar", "fa"} else "ltr"

    @classmethod
    def of(
        cls, row: schema.SourceContent, labels: EditionLabels, cited_in: Sequence[int] = ()
    ) -> "SourceView":
        return cls(
            n=row["n"],
            code=row["code"],
            restricted=row["restricted"],
            kind=labels.get("source_kinds", row["kind"]),
            kind_code=row["kind"],
            reliability_code=row["reliability"],
            reliability=labels.get("reliabilities", row["reliability"]),
            title=row["title"],
            title_translation=Text.of(row["title_translation"]),
            publisher=row["publisher"],
            issued=row["issued"],
            lang=row["lang"],
            url=row["url"],
            archive_url=row["archive_url"],
            symbol=row["symbol"],
            read_via=Text.of(row["read_via"]),
            cited_in=list(cited_in),
        )
