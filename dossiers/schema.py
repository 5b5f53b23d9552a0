"""What an edition of a dossier holds: `bl-dossier/1`. See publishing.schema."""

from typing import Annotated, Literal, TypedDict

from publishing.bilingual import Pair, Text
from publishing.schema import Body, Day, Edtf, Form, Key, LabelContent, Sha256

KEY = Text("مفتاح السطر، ولا يتغير من إصدار إلى آخر", "the key of the row, the same in every edition")
NUMBER = Text("رقم الفقرة في الصفحة", "the number of the paragraph on the page")
CITES = Text("ما يؤيد هذه العبارة أو يناقضها", "what supports this statement or contradicts it")


class CitationContent(TypedDict):
    """A place in a source that bears on a statement."""

    source: Annotated[int, Text("رقم المصدر في هذا الإصدار", "the number of the source in this edition")]
    relation: Annotated[
        str,
        Text(
            "هل يؤيد العبارة أو يناقضها أو يبيّن السياق", "whether it supports, contradicts or gives context"
        ),
    ]
    locator_type: Annotated[str, Text("نوع الموضع في المصدر", "what kind of place in the source")]
    locator: Annotated[str, Text("الموضع في المصدر", "the place in the source")]
    quote: Annotated[str, Text("اقتباس حرفي من المصدر", "the words of the source")]
    quote_lang: Annotated[str, Text("لغة الاقتباس", "the language of those words")]
    credibility: Annotated[str, Text("درجة مصداقية المعلومة", "the grade of the information")]


class NameContent(TypedDict):
    key: Annotated[Key, KEY]
    lang: Annotated[str, Text("الكتابة (عربية أو لاتينية)", "the script")]
    kind: Annotated[str, Text("نوع الاسم", "the kind of name")]
    text: Annotated[str, Text("الاسم كما يُكتب", "the name as it is written")]
    father: Annotated[str, Text("اسم الأب", "the father’s name")]
    cites: Annotated[list[CitationContent], CITES]


class CodeFact(TypedDict):
    code: Annotated[str, Text("رمز من إحدى قوائم المفردات", "a code of a vocabulary")]
    cites: Annotated[list[CitationContent], CITES]


class DateFact(TypedDict):
    edtf: Annotated[Edtf, Text("تاريخ بصيغة EDTF", "a date in EDTF")]
    cites: Annotated[list[CitationContent], CITES]


class PlaceFact(TypedDict):
    text: Annotated[Pair, Text("اسم المكان", "the name of the place")]
    cites: Annotated[list[CitationContent], CITES]


class AgeFact(TypedDict):
    years: Annotated[int, Text("العمر بالسنوات", "the age in years")]
    on: Annotated[Edtf, Text("التاريخ الذي كان فيه الشخص في هذا العمر", "when it was that age")]
    cites: Annotated[list[CitationContent], CITES]


class IdentifierContent(TypedDict):
    key: Annotated[Key, KEY]
    scheme: Annotated[str, Text("القائمة الرسمية", "the official list")]
    value: Annotated[str, Text("الرقم على القائمة", "the number on the list")]
    as_of: Annotated[Edtf, Text("تاريخ أحدث مصدر يذكره", "the date of the newest source that gives it")]
    cites: Annotated[list[CitationContent], CITES]


class IdentityContent(TypedDict):
    gender: Annotated[str, Text("الجنس", "the gender")]
    rank: Annotated[CodeFact | None, Text("الرتبة", "the rank")]
    birth: Annotated[DateFact | None, Text("تاريخ الولادة", "the date of birth")]
    birth_place: Annotated[PlaceFact | None, Text("مكان الولادة", "the place of birth")]
    death: Annotated[DateFact | None, Text("تاريخ الوفاة", "the date of death")]
    life_status: Annotated[CodeFact | None, Text("هل الشخص على قيد الحياة", "whether the person is alive")]
    age: Annotated[AgeFact | None, Text("العمر المسجّل", "an age on record")]
    identifiers: Annotated[
        list[IdentifierContent], Text("أرقام على قوائم رسمية", "numbers on official lists")
    ]
    same_name: Annotated[
        Pair,
        Text(
            "ما يميّز هذا الشخص من غيره ممن يحمل الاسم نفسه",
            "what tells this person from others of the same name",
        ),
    ]


class RenditionContent(TypedDict):
    file: Annotated[str, Text("اسم ملف الصورة", "the name of the file")]
    sha256: Annotated[Sha256, Text("بصمة ملف الصورة", "the digest of the file")]


class PortraitContent(TypedDict):
    file: Annotated[
        str, Form(r"[0-9a-f]{64}\.jpg"), Text("اسم الصورة، مشتق من بصمتها", "the picture, named by its hash")
    ]
    width: Annotated[int | None, Text("العرض بالبكسل", "the width in pixels")]
    height: Annotated[int | None, Text("الارتفاع بالبكسل", "the height in pixels")]
    alt: Annotated[Pair, Text("ما تُظهره الصورة", "what the picture shows")]
    credit: Annotated[Pair, Text("مصدر الصورة وترخيصها", "the credit and licence of the picture")]
    renditions: Annotated[
        list[RenditionContent],
        Text("كل ملف تعرضه الصفحة من هذه الصورة", "every file of this picture that a page shows"),
    ]


class StatementContent(TypedDict):
    key: Annotated[Key, KEY]
    p: Annotated[int, NUMBER]
    about: Annotated[
        str,
        Text(
            "السطر أو المعلومة التي تختلف فيها المصادر، أو فارغ",
            "the key of the row, or the fact, in which sources differ, or empty",
        ),
    ]
    text: Annotated[Pair, Text("نص الفقرة", "the text of the paragraph")]
    cites: Annotated[list[CitationContent], CITES]


class AboveContent(TypedDict):
    code: Annotated[str, Text("رمز المؤسسة", "the code of the institution")]
    name: Annotated[Pair, Text("اسم المؤسسة", "the name of the institution")]
    type: Annotated[str, Text("نوع المؤسسة", "the type of institution")]


class InstitutionContent(AboveContent):
    inception: Annotated[Edtf, Text("متى أُنشئت", "when it was founded")]
    dissolution: Annotated[Edtf, Text("متى حُلّت", "when it was dissolved")]
    governorate: Annotated[str, Text("رمز المحافظة", "the code of the governorate")]
    parents: Annotated[
        list[AboveContent], Text("ما فوقها، الأقرب أولًا", "the institutions above it, the nearest first")
    ]


class TenureContent(TypedDict):
    key: Annotated[Key, KEY]
    title: Annotated[Pair, Text("المنصب", "the post")]
    institution: Annotated[InstitutionContent, Text("المؤسسة", "the institution")]
    span: Annotated[Edtf, Text("مدة شغل المنصب", "from when to when it was held")]
    in_post_on: Annotated[
        Edtf,
        Text(
            "تاريخ يذكر مصدر أن الشخص كان يشغل المنصب فيه",
            "a date on which a source has the person in the post",
        ),
    ]
    as_of: Annotated[
        Edtf, Text("تاريخ أحدث مصدر يذكر المنصب", "the date of the newest source that names the post")
    ]
    held: Annotated[
        Edtf,
        Text(
            "المدة الموثقة، ولا تتجاوز أحدث مصدر إذا لم تُعرف النهاية",
            "the time that is documented, no further than the newest source where no end is",
        ),
    ]
    former: Annotated[bool, Text("هل انتهى شغل المنصب", "whether it has ended")]
    period: Annotated[Pair, Text("المدة بكلمات", "when it was held, in words")]
    phrase: Annotated[Pair, Text("المنصب مع سنواته", "the post with its years")]
    rank: Annotated[str, Text("الرتبة في المنصب", "the rank in the post")]
    status: Annotated[str, Text("مدى ثبوت المنصب", "how certain the post is")]
    cites: Annotated[list[CitationContent], CITES]


class ElementContent(TypedDict):
    element: Annotated[
        str,
        Text(
            "عنصر من عناصر مسؤولية القادة والرؤساء (المادة 28 من نظام روما الأساسي)",
            "an element of superior responsibility (Rome Statute 28)",
        ),
    ]
    text: Annotated[Pair, Text("ما خلصت إليه المصادر بشأنه", "what was found of it")]
    cites: Annotated[list[CitationContent], CITES]


class RoleContent(TypedDict):
    key: Annotated[Key, KEY]
    p: Annotated[int, NUMBER]
    mode: Annotated[str, Text("صورة المسؤولية الجنائية أو الصلة", "the mode of liability, or the link")]
    text: Annotated[Pair, Text("وصف الدور", "the role in words")]
    assessment: Annotated[str, Text("مدى ثبوت الدور", "how far the role is established")]
    action: Annotated[
        Key | None, Text("مفتاح الإجراء الذي يستند إليه الدور", "the key of the action that it rests on")
    ]
    degree: Annotated[str, Text("رمز درجة الإثبات", "the code of the degree of proof")]
    phrase: Annotated[
        Pair, Text("درجة الإثبات ثم الدور، بكلمات", "the degree of proof and the role, in words")
    ]
    attributed_to: Annotated[
        int | None,
        Text("رقم المصدر الذي ينسب الدور إلى الشخص", "the number of the source that attributes it"),
    ]
    tenure: Annotated[Key | None, Text("مفتاح المنصب المعني", "the key of the post concerned")]
    elements: Annotated[
        list[ElementContent], Text("عناصر مسؤولية القادة والرؤساء", "the elements of superior responsibility")
    ]
    cites: Annotated[list[CitationContent], CITES]


class QualificationContent(TypedDict):
    key: Annotated[Key, KEY]
    category: Annotated[str, Text("التكييف القانوني", "the legal category")]
    by: Annotated[str, Text("نوع الجهة صاحبة التكييف", "what kind of body qualified it")]
    authority: Annotated[Pair, Text("اسم الجهة", "the body by name")]
    standard: Annotated[str, Text("معيار الإثبات", "the standard of proof")]
    date: Annotated[Edtf, Text("تاريخ التكييف", "the date of the qualification")]
    of_person: Annotated[bool, Text("هل يخص هذا الشخص وحده", "whether it concerns this person only")]
    note: Annotated[Pair, Text("ملاحظة قانونية", "a legal note")]
    cites: Annotated[list[CitationContent], CITES]


class TollContent(TypedDict):
    key: Annotated[Key, KEY]
    kind: Annotated[str, Text("ماذا يُحصى", "what is counted")]
    least: Annotated[int | None, Text("الحد الأدنى", "at least")]
    most: Annotated[int | None, Text("الحد الأقصى", "at most")]
    text: Annotated[Pair, Text("العدد بكلمات ومن يذكره", "the figure in words, and who gives it")]
    standard: Annotated[str, Text("معيار الإثبات", "the standard of proof")]
    as_of: Annotated[Edtf, Text("تاريخ هذا العدد", "as of when")]
    cites: Annotated[list[CitationContent], CITES]


class CrimeContent(TypedDict):
    key: Annotated[Key, KEY]
    code: Annotated[
        str, Form(r"INC-\d{4,5}"), Text("رقم الحادثة الدائم", "the permanent number of the incident")
    ]
    p: Annotated[int, NUMBER]
    title: Annotated[Pair, Text("عنوان الحادثة", "the title of the incident")]
    description: Annotated[Pair, Text("ما حدث", "what happened")]
    when: Annotated[Edtf, Text("متى حدثت", "when it happened")]
    when_kind: Annotated[
        Literal["span", "within"],
        Text(
            "هل امتدت من التاريخ الأول إلى الأخير أو وقعت في وقت ما بينهما",
            "whether it lasted between the dates or fell between them",
        ),
    ]
    place: Annotated[Pair, Text("أين حدثت", "where it happened")]
    governorate: Annotated[str, Text("رمز المحافظة", "the code of the governorate")]
    conducts: Annotated[list[str], Text("رموز الأفعال", "the codes of the acts")]
    cites: Annotated[list[CitationContent], CITES]
    roles: Annotated[list[RoleContent], Text("صلة الشخص بها", "how the person is linked to it")]
    tolls: Annotated[
        list[TollContent],
        Text("أعداد القتلى والجرحى والمحتجزين", "the figures of dead, injured and detained"),
    ]
    statements: Annotated[list[StatementContent], Text("فقرات أخرى عنها", "further paragraphs about it")]
    qualifications: Annotated[
        list[QualificationContent], Text("تكييفاتها القانونية", "its legal qualifications")
    ]


class ActionContent(TypedDict):
    key: Annotated[Key, KEY]
    p: Annotated[int, NUMBER]
    case: Annotated[Key | None, Text("مفتاح القضية", "the key of the case")]
    type: Annotated[str, Text("نوع الإجراء", "the type of action")]
    authority: Annotated[Pair, Text("الجهة التي اتخذته", "the authority that took it")]
    country: Annotated[str, Text("البلد أو الجهة الدولية", "the country or international body")]
    date: Annotated[Edtf, Text("تاريخه", "its date")]
    public_date: Annotated[Edtf, Text("متى أُعلن", "when it was made public")]
    status: Annotated[str, Text("ما آل إليه الإجراء", "what has become of it")]
    status_date: Annotated[Edtf, Text("تاريخ هذا الوضع", "as of when")]
    in_absentia: Annotated[bool | None, Text("هل كان غيابيًا", "whether it was in absentia")]
    finality: Annotated[str, Text("هل الحكم مبرم", "whether it is final")]
    city: Annotated[Pair, Text("مدينة هذه الجهة", "the city of the authority")]
    offence: Annotated[Pair, Text("الجرم المعني في بضع كلمات", "of what, in a few words")]
    charges: Annotated[Pair, Text("التهم كما وردت", "the charges, in their words")]
    sentence: Annotated[Pair, Text("العقوبة", "the sentence")]
    list_ref: Annotated[str, Text("رقم القيد أو رقم الملف القضائي", "the list entry or docket number")]
    supersedes: Annotated[
        Key | None,
        Text("مفتاح الإجراء الذي ينهيه هذا الإجراء أو يحل محله", "the key of the action it ends or replaces"),
    ]
    cites: Annotated[list[CitationContent], CITES]


class CaseContent(TypedDict):
    key: Annotated[Key, KEY]
    name: Annotated[Pair, Text("اسم القضية", "the name of the case")]
    jurisdiction: Annotated[str, Text("الولاية القضائية", "the jurisdiction")]
    court: Annotated[Pair, Text("المحكمة", "the court")]
    number: Annotated[str, Text("رقم القضية", "the number of the case")]
    basis: Annotated[str, Text("أساس الاختصاص", "the basis of jurisdiction")]


class StandingContent(TypedDict):
    code: Annotated[str, Text("رمز الوضع القانوني", "the code of the legal status")]
    basis: Annotated[Key | None, Text("مفتاح الإجراء الذي يستند إليه", "the key of the action it rests on")]
    as_of: Annotated[Edtf, Text("تاريخ هذا الوضع", "as of when")]
    long: Annotated[
        Pair,
        Text(
            "الوضع بكلمات: ماذا، وبماذا، وأمام من، وفي أي يوم، وهل هو مبرم",
            "the status in words: of what, before whom, on which day, final or not",
        ),
    ]
    short: Annotated[Pair, Text("الوضع نفسه بالمدينة والسنة", "the same with the city and the year")]


class ProceedingContent(StandingContent):
    case: Annotated[Key | None, Text("مفتاح القضية إن وُجدت", "the key of the case, where there is one")]
    result: Annotated[Pair, Text("ما آل إليه، ومدى كونه مبرمًا", "what came of it, and how final that is")]
    scope: Annotated[Pair, Text("بشأن ماذا", "of what")]
    told: Annotated[
        Key, Text("مفتاح الإجراء الذي تُذكر جهته ويومه", "the key of the action whose body and day are told")
    ]
    last: Annotated[Key, Text("مفتاح أحدث إجراء فيها", "the key of its newest action")]
    actions: Annotated[
        list[Key],
        Text("مفاتيح إجراءاتها، ومنها ما أُنهي", "the keys of its actions, those that were ended among them"),
    ]


class StatusContent(StandingContent):
    proceedings: Annotated[
        list[ProceedingContent],
        Text("الوضع القانوني في كل قضية وكل إجراء", "the status in each case and after each action"),
    ]


class SourceContent(TypedDict):
    n: Annotated[int, Text("رقم المصدر في هذا الإصدار", "the number of the source in this edition")]
    code: Annotated[str, Text("الرقم الدائم للمصدر", "the permanent number of the source")]
    restricted: Annotated[
        bool, Text("هل حُجبت هويته حمايةً لأحد", "whether it is withheld for somebody’s safety")
    ]
    kind: Annotated[str, Text("نوع المصدر", "the kind of source")]
    reliability: Annotated[str, Text("درجة موثوقيته", "the grade of its reliability")]
    title: Annotated[str, Text("العنوان كما طُبع", "the title as printed")]
    title_translation: Annotated[Pair, Text("ترجمة العنوان", "the title, translated")]
    publisher: Annotated[str, Text("الناشر أو المؤلف", "the publisher or author")]
    issued: Annotated[Edtf, Text("تاريخ صدوره", "its date")]
    lang: Annotated[str, Text("لغته", "its language")]
    url: Annotated[str, Text("رابطه على الشبكة", "its web address")]
    archive_url: Annotated[str, Text("رابط النسخة المحفوظة", "the address of an archived copy")]
    archive_sha256: Annotated[str, Text("بصمة SHA-256 للنسخة المحفوظة", "the SHA-256 of the archived copy")]
    unarchived: Annotated[
        str, Text("سبب عدم وجود نسخة محفوظة", "why there is no archived copy, when there is none")
    ]
    dead: Annotated[bool, Text("هل تعطّل الرابط", "whether the web address no longer answers")]
    symbol: Annotated[str, Text("رمزه أو رقمه", "its symbol or number")]
    read_via: Annotated[
        Pair, Text("ما قُرئ بدلًا من الأصل إن لم يُفتح", "what was read where the original was not opened")
    ]


class DossierContent(Body):
    """One edition of a dossier, in the order of the page."""

    schema: Annotated[
        Literal["bl-dossier/1"], Text("اسم هذا المخطط ورقمه", "the name and number of this schema")
    ]
    public_id: Annotated[
        str, Form(r"BL-\d{4,5}"), Text("الرقم الدائم للملف", "the permanent number of the file")
    ]
    checked: Annotated[
        Day, Text("آخر يوم جرى فيه التحقق من الوضع القانوني", "when the legal status was last checked")
    ]
    life_checked: Annotated[
        Day,
        Text(
            "تاريخ أحدث ما يُذكر فيه هل الشخص على قيد الحياة",
            "the day of the newest word of whether the person is alive",
        ),
    ]
    names: Annotated[list[NameContent], Text("الأسماء", "the names")]
    identity: Annotated[IdentityContent, Text("الهوية", "who the person is")]
    portrait: Annotated[PortraitContent | None, Text("الصورة", "the portrait")]
    summary: Annotated[list[StatementContent], Text("الخلاصة", "the summary")]
    career: Annotated[list[StatementContent], Text("فقرات عن المسيرة المهنية", "paragraphs on the career")]
    tenures: Annotated[list[TenureContent], Text("المناصب", "the posts held")]
    crimes: Annotated[list[CrimeContent], Text("الحوادث", "the incidents")]
    legal: Annotated[
        list[StatementContent], Text("فقرات عن الإجراءات القانونية", "paragraphs on the legal actions")
    ]
    actions: Annotated[list[ActionContent], Text("الإجراءات القانونية", "the legal actions")]
    cases: Annotated[list[CaseContent], Text("القضايا", "the cases")]
    status: Annotated[StatusContent, Text("الوضع القانوني المستنتج", "the legal status, derived")]
    reply: Annotated[list[StatementContent], Text("الرد", "the reply")]
    differences: Annotated[list[StatementContent], Text("مواضع اختلاف المصادر", "where sources differ")]
    sources: Annotated[list[SourceContent], Text("المصادر", "the sources")]
    labels: Annotated[list[LabelContent], Text("تسمية كل رمز مستعمل", "the label of every code used")]
