"""What an edition holds, written down once: types that code reads, and the JSON Schema made of them.

A content is a TypedDict whose fields carry what they mean in both languages. Until the first release
every schema stays `/1` and is changed in place; from then on a change is a new number, and a sample of
each (tests/editions) is read for ever.
"""

import types
from collections.abc import Mapping
from dataclasses import dataclass
from typing import (
    Annotated,
    Any,
    Literal,
    NotRequired,
    TypedDict,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from publishing.bilingual import Pair, Text


@dataclass(frozen=True)
class Form:
    """How a text is written: a regular expression."""

    pattern: str


Sha256 = Annotated[str, Form("[0-9a-f]{64}")]
Key = Annotated[str, Form("[0-9a-f]{32}")]
Edtf = Annotated[str, Form(r"([0-9X?~%./-]*)")]  # domain.md §5; empty where it is not known
Day = Annotated[str, Form(r"(\d{4}-\d\d-\d\d)?")]


class Body(TypedDict):
    """What every content has."""

    note: Annotated[Pair, Text("ما الذي تغيّر في هذا الإصدار", "what this edition changes")]
    salt: NotRequired[
        Annotated[
            str,
            Form("[0-9a-f]{32}"),
            Text(
                "بتات عشوائية تحول دون استنتاج النص الممحو من بصمته",
                "random bits that keep an erased text from being guessed back from its digest",
            ),
        ]
    ]


class LabelContent(TypedDict):
    vocabulary: Annotated[str, Text("اسم قائمة المفردات", "the name of the vocabulary")]
    code: Annotated[str, Text("الرمز", "the code")]
    ar: Annotated[str, Text("تسميته بالعربية", "its label in Arabic")]
    en: Annotated[str, Text("تسميته بالإنكليزية", "its label in English")]


class TombstoneContent(Body):
    """What stands in the place of a withdrawn document."""

    schema: Annotated[
        Literal["bl-tombstone/1"], Text("اسم هذا المخطط ورقمه", "the name and number of this schema")
    ]
    reason: Annotated[str, Text("رمز سبب السحب", "the code of the reason for the withdrawal")]
    title: Annotated[
        Pair,
        Text(
            "اسم الوثيقة، ويبقى فارغًا حين يضر ذكره بأحد",
            "the name of the document; empty where it would harm somebody",
        ),
    ]


class ChangeHeader(TypedDict):
    reason_code: Annotated[str | None, Text("سبب السحب أو المحو", "why it was withdrawn or erased")]
    severity: Annotated[str, Text("أهمية التغيير", "the weight of the change")]
    type: Annotated[str, Text("نوع التغيير", "the kind of change")]
    asked_by: NotRequired[
        Annotated[
            str,
            Text("صفة من طلب التصحيح، بلا اسم", "the role of whoever asked for the correction, and no name"),
        ]
    ]
    redacts: NotRequired[
        Annotated[
            list[int], Text("أرقام الإصدارات التي يمحو هذا الإصدار نصها", "the editions whose text it erases")
        ]
    ]


class EditionHeader(TypedDict):
    """The header of an edition: no personal data, so that it can stay for ever (domain.md §7)."""

    as_of: Annotated[
        Day, Text("اليوم الذي يصف المحتوى الوضع فيه", "the day whose state the content describes")
    ]
    change: Annotated[ChangeHeader, Text("لماذا صدر هذا الإصدار", "why this edition was made")]
    content: Annotated[
        Sha256, Text("بصمة المحتوى مضافًا إليه الملح (salt)", "the digest of the content with its salt")
    ]
    edition: Annotated[
        int, Text("رقم الإصدار ضمن إصدارات هذه الوثيقة", "the number of the edition, of this document")
    ]
    id: Annotated[str, Text("رقم الوثيقة الدائم", "the permanent number of the document")]
    kind: Annotated[str, Text("نوع الوثيقة", "the kind of document")]
    langs: Annotated[list[str], Text("لغات المحتوى", "the languages of the content")]
    ledger_prev: Annotated[
        Sha256 | None,
        Text(
            "بصمة ترويسة الإصدار السابق في الموقع كله",
            "the header digest of the edition before, on the whole site",
        ),
    ]
    licence: Annotated[str, Text("ترخيص استعمال المحتوى", "the licence")]
    prev: Annotated[
        Sha256 | None,
        Text(
            "بصمة ترويسة الإصدار السابق من هذه الوثيقة",
            "the header digest of the edition before, of this document",
        ),
    ]
    published_at: Annotated[
        str,
        Form(r"\d{4}-\d\d-\d\dT00:00:00Z"),
        Text(
            "يوم النشر؛ والرقم seq يرتب إصدارات اليوم الواحد",
            "the day of publication; seq orders those of one day",
        ),
    ]
    schema: Annotated[
        Literal["bl-edition/1"], Text("اسم هذا المخطط ورقمه", "the name and number of this schema")
    ]
    seq: Annotated[int, Text("رقم الإصدار في الموقع كله", "the number of the edition, on the whole site")]
    status: Annotated[
        Literal["published", "withdrawn", "removed"],
        Text("ما آل إليه وضع الوثيقة", "what has become of the document"),
    ]
    vocab: Annotated[str, Text("نسخة قوائم المفردات", "the version of the vocabularies")]


def json_schema(content: Any, address: str = "", title: str = "") -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a content type, or of a row that has no name in itself."""
    schema: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    if address:
        schema["$id"] = address
    return {**schema, "title": title or name_of(content), **_of(content)}


def name_of(content: Any) -> str:
    """Return the name and number that editions give their schema: `bl-dossier/1`."""
    return str(get_args(get_type_hints(content)["schema"])[0])


def _of(kind: Any) -> dict[str, Any]:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _annotated(arguments[0], arguments[1:])
    if origin is NotRequired:
        return _of(arguments[0])
    if origin is list:
        return {"type": "array", "items": _of(arguments[0])}
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in {Union, types.UnionType}:
        return {"anyOf": [_of(one) for one in arguments]}
    if isinstance(kind, type) and hasattr(kind, "__required_keys__"):
        return _object(kind)
    return {"type": {str: "string", int: "integer", bool: "boolean", type(None): "null"}[kind]}


def _annotated(kind: Any, said: tuple[Any, ...]) -> dict[str, Any]:
    schema = _of(kind)
    for one in said:
        match one:
            case Form(pattern):
                schema["pattern"] = f"^(?:{pattern})$"
            case Text():
                schema |= {"description": one.en, "description_ar": one.ar}
    return schema


def _object(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind, include_extras=True)
    return {
        "type": "object",
        "properties": {name: _of(hint) for name, hint in hints.items()},
        "required": sorted(kind.__required_keys__),
        "additionalProperties": False,
    }


def fields(schema: Mapping[str, Any], where: str = "") -> dict[str, Mapping[str, Any]]:
    """Return every field of a JSON Schema by its path, for tables and for tests."""
    found: dict[str, Mapping[str, Any]] = {}
    for name, field in schema.get("properties", {}).items():
        path = f"{where}.{name}" if where else name
        found[path] = field
        for inner in [field, *field.get("anyOf", [])]:
            found |= fields(inner, path)
            found |= fields(inner.get("items", {}), f"{path}[]")
    return found
