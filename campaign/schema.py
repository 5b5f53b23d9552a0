"""What editions of standing pages and of the links hold: `bl-page/1`, `bl-links/1`. See publishing.schema."""

from typing import Annotated, Literal, TypedDict

from publishing.bilingual import Pair, Text
from publishing.schema import Body, Form, Key


class PageContent(Body):
    schema: Annotated[
        Literal["bl-page/1"], Text("اسم هذا المخطط ورقمه", "the name and number of this schema")
    ]
    public_id: Annotated[
        str, Form("PAGE-[a-z]+"), Text("اسم الصفحة الدائم", "the permanent name of the page")
    ]
    title: Annotated[Pair, Text("عنوان الصفحة", "the title of the page")]
    body: Annotated[Pair, Text("النص بصيغة Markdown", "the text, in Markdown")]


class LinkContent(TypedDict):
    key: Annotated[Key, Text("مفتاح الرابط", "the key of the link")]
    name: Annotated[Pair, Text("اسم الموقع", "the name of the site")]
    url: Annotated[str, Text("رابط الموقع", "its address")]
    kind: Annotated[Pair, Text("نوعه", "its kind")]
    text: Annotated[Pair, Text("وصفه", "what it is")]


class LinksContent(Body):
    schema: Annotated[
        Literal["bl-links/1"], Text("اسم هذا المخطط ورقمه", "the name and number of this schema")
    ]
    public_id: Annotated[Literal["LINKS"], Text("الاسم الدائم", "the permanent name")]
    links: Annotated[list[LinkContent], Text("الروابط", "the links")]
