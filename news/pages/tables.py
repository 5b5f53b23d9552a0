"""News items as rows of a table."""

from collections.abc import Iterator
from typing import Annotated, TypedDict

from dossiers.pages.tables import EDITION
from news.pages.reading import read
from publishing.bilingual import Pair, Text
from publishing.pages.addresses import both
from publishing.pages.reading import PublicDocument
from publishing.pages.tables import Record, Table, labels
from publishing.schema import Day, Edtf


class NewsRow(TypedDict):
    item: Annotated[str, Text("الرقم الدائم للمادة", "the permanent number of the item")]
    edition: Annotated[int, EDITION]
    published: Annotated[Day, Text("يوم نشر هذا الإصدار", "the day on which this edition was published")]
    kind: Annotated[Pair, Text("خبر أو رأي أو تقرير أو شهادة", "news, view, report or testimony")]
    headline: Annotated[Pair, Text("العنوان", "the headline")]
    standfirst: Annotated[Pair, Text("المقدمة", "the standfirst")]
    byline: Annotated[Pair, Text("الكاتب", "the author")]
    date: Annotated[Edtf, Text("تاريخ ما تتناوله المادة", "the date of what it tells")]
    files: Annotated[list[str], Text("أرقام الملفات التي تذكرها", "the numbers of the files it names")]
    publisher: Annotated[str, Text("ناشر النص الأصلي", "who published the original")]
    original: Annotated[str, Text("رابط النص الأصلي", "the web address of the original")]
    address: Annotated[Pair, Text("رابط المادة في هذا الموقع", "the address of the item on this site")]


NEWS = Table(
    "news",
    Text("الأخبار والآراء", "News and views"),
    Text("سطر لكل مادة منشورة", "a row for each published item"),
    NewsRow,
)


def records(found: PublicDocument) -> Iterator[Record]:
    item = read(found.content)
    row = {
        "item": found.public_id,
        "edition": found.edition.number,
        "published": found.edition.published_at.date().isoformat(),
        "kind": item.kind.pair,
        "headline": item.headline.pair,
        "standfirst": item.standfirst.pair,
        "byline": item.byline.pair,
        "date": item.date,
        "files": item.dossiers,
        "publisher": item.publisher,
        "original": item.original,
        "address": both("news-item", found.slug),
    }
    yield Record(NEWS, row)
    yield from labels(found.content["labels"])
