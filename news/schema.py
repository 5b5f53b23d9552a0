"""What an edition of a news item holds: `bl-news/1`. See publishing.schema."""

from typing import Annotated, Literal, TypedDict

from dossiers.schema import CITES, CitationContent, SourceContent
from publishing.bilingual import Pair, Text
from publishing.schema import Body, Edtf, Form, LabelContent


class NewsKindContent(TypedDict):
    code: Annotated[str, Text("رمز النوع", "the code of the kind")]
    label: Annotated[Pair, Text("تسمية النوع", "the label of the kind")]


class NewsContent(Body):
    schema: Annotated[
        Literal["bl-news/1"], Text("اسم هذا المخطط ورقمه", "the name and number of this schema")
    ]
    public_id: Annotated[
        str, Form("NEWS-[0-9a-f]{12}"), Text("الرقم الدائم للمادة", "the permanent number of the item")
    ]
    kind: Annotated[NewsKindContent, Text("خبر أو رأي أو تقرير أو شهادة", "news, view, report or testimony")]
    headline: Annotated[Pair, Text("العنوان", "the headline")]
    standfirst: Annotated[Pair, Text("المقدمة", "the standfirst")]
    body: Annotated[Pair, Text("النص بصيغة Markdown", "the text, in Markdown")]
    byline: Annotated[Pair, Text("الكاتب", "the author")]
    date: Annotated[Edtf, Text("تاريخ ما ترويه المادة", "the date of what it tells")]
    dossiers: Annotated[
        list[str], Text("أرقام الملفات التي تذكرها المادة", "the numbers of the files it names")
    ]
    cites: Annotated[list[CitationContent], CITES]
    sources: Annotated[list[SourceContent], Text("المصادر", "the sources")]
    labels: Annotated[list[LabelContent], Text("تسمية كل رمز مستعمل", "the label of every code used")]
