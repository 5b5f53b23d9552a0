"""A dossier as rows of tables: its person, posts, incidents, roles in them, legal actions, sources."""

from collections.abc import Iterable, Iterator
from typing import Annotated, TypedDict

from dossiers.pages.claim import Claim, ClaimKind
from dossiers.pages.crimes import CrimeView
from dossiers.pages.dossier import Dossier
from dossiers.pages.mentions import CLAIMS
from dossiers.pages.rows import Reference
from dossiers.vocabularies import CREDIBILITIES, DEGREES, GENDERS, RELATIONS, SOURCE_LANGUAGES
from publishing.bilingual import BLANK, Pair, Text, in_both
from publishing.pages.addresses import both
from publishing.pages.reading import PublicDocument
from publishing.pages.tables import Record, Row, Table, labels
from publishing.schema import Day, Edtf, Sha256

FILE = Text("رقم الملف الدائم", "the permanent number of the file")
TAKEN_FROM = Text("الملف الذي أُخذ السطر من إصداره", "the file whose edition the row is taken from")
EDITION = Text("رقم الإصدار الذي أُخذ السطر منه", "the number of the edition that the row is taken from")
ADDRESS = Text("الرابط الدائم لموضعه في ذلك الإصدار", "the permanent address of its place in that edition")
NAME = Text("اسم الشخص الذي يتناوله الملف", "the name of the person the file is about")
SOURCES = Text("أرقام المصادر التي تؤيده", "the numbers of the sources that support it")
PARAGRAPH = Text("رقم الفقرة في الصفحة", "the number of the paragraph on the page")
# What a statement with a number of its own is; the others are called as the page of a source calls them.
NUMBERED = {
    "paragraph": Text("فقرة", "Paragraph"),
    "heading": Text("عنوان واقعة وتاريخها ومكانها", "Title, date and place of an incident"),
    "crime": Text("وصف واقعة", "Description of an incident"),
    "role": Text("دور في واقعة", "Role in an incident"),
    "element": Text("عنصر من عناصر مسؤولية القادة والرؤساء", "Element of superior responsibility"),
    "action": Text("إجراء قانوني", "Legal action"),
}


class PersonRow(TypedDict):
    file: Annotated[str, FILE]
    edition: Annotated[int, EDITION]
    published: Annotated[Day, Text("يوم نشر هذا الإصدار", "the day on which this edition was published")]
    name: Annotated[Pair, NAME]
    other_names: Annotated[list[str], Text("أسماء أخرى له", "other names")]
    gender: Annotated[str, Text("رمز الجنس", "the code of the gender")]
    birth: Annotated[Edtf, Text("تاريخ الولادة بصيغة EDTF", "the date of birth, in EDTF")]
    birth_place: Annotated[Pair, Text("مكان الولادة", "the place of birth")]
    death: Annotated[Edtf, Text("تاريخ الوفاة بصيغة EDTF", "the date of death, in EDTF")]
    life_status: Annotated[str, Text("رمز الحياة أو الوفاة", "the code of whether the person is alive")]
    rank: Annotated[str, Text("رمز الرتبة", "the code of the rank")]
    office: Annotated[Pair, Text("آخر منصب معروف مع سنواته", "the latest post known, with its years")]
    status: Annotated[str, Text("رمز الوضع القانوني", "the code of the legal status")]
    status_text: Annotated[
        Pair,
        Text(
            "الوضع القانوني بكلمات مع ما يقيّده؛ انقله كاملًا مع ما يقيّده",
            "the legal status in words, with its limits; quote it whole",
        ),
    ]
    status_as_of: Annotated[Edtf, Text("تاريخ هذا الوضع", "as of when")]
    checked: Annotated[
        Day, Text("آخر يوم جرى التحقق فيه من الوضع", "the day on which the status was last checked")
    ]
    not_this_person: Annotated[
        Pair,
        Text(
            "ما يميّز الشخص الذي يتناوله الملف ممن يحملون الاسم نفسه",
            "what tells this person from others of the same name",
        ),
    ]
    incidents: Annotated[int, Text("عدد الوقائع في الملف", "how many incidents the file has")]
    legal_actions: Annotated[
        int, Text("عدد الإجراءات القانونية في الملف", "how many legal actions the file has")
    ]
    sources: Annotated[int, Text("عدد مصادر الملف", "how many sources the file has")]
    sha256: Annotated[Sha256, Text("بصمة ترويسة الإصدار", "the digest of the header of the edition")]
    address: Annotated[Pair, Text("الرابط الدائم لهذا الإصدار", "the permanent address of this edition")]


class PostRow(TypedDict):
    file: Annotated[str, FILE]
    edition: Annotated[int, EDITION]
    name: Annotated[Pair, NAME]
    post: Annotated[Pair, Text("المنصب", "the post")]
    institution: Annotated[str, Text("رمز المؤسسة", "the code of the institution")]
    institution_name: Annotated[Pair, Text("اسم المؤسسة", "the name of the institution")]
    institution_type: Annotated[Pair, Text("نوع المؤسسة", "the type of institution")]
    held: Annotated[Edtf, Text("المدة الموثقة بصيغة EDTF", "the time that is documented, in EDTF")]
    period: Annotated[
        Pair, Text("المدة بكلمات، وإلى أي حد هي معروفة", "the time in words, and how far it is known")
    ]
    rank: Annotated[str, Text("رمز الرتبة في المنصب", "the code of the rank in the post")]
    certainty: Annotated[str, Text("رمز مدى ثبوت شغل المنصب", "the code of how certain the post is")]
    sources: Annotated[list[str], SOURCES]
    address: Annotated[Pair, ADDRESS]


class IncidentRow(TypedDict):
    incident: Annotated[str, Text("رقم الواقعة الدائم", "the permanent number of the incident")]
    file: Annotated[str, TAKEN_FROM]
    edition: Annotated[int, EDITION]
    title: Annotated[Pair, Text("عنوان الواقعة", "the title of the incident")]
    description: Annotated[Pair, Text("ما حدث", "what happened")]
    date: Annotated[Edtf, Text("متى حدثت، بصيغة EDTF", "when it happened, in EDTF")]
    within: Annotated[
        bool,
        Text(
            "هل وقعت في وقت ما بين التاريخين، لا على امتدادهما",
            "whether it fell somewhere between the two dates, rather than lasted from one to the other",
        ),
    ]
    place: Annotated[Pair, Text("أين حدثت", "where it happened")]
    governorate: Annotated[str, Text("رمز المحافظة", "the code of the governorate")]
    conducts: Annotated[list[str], Text("رموز الأفعال", "the codes of the acts")]
    sources: Annotated[list[str], SOURCES]
    address: Annotated[Pair, Text("رابط صفحة الواقعة", "the address of the page of the incident")]


class ParticipationRow(TypedDict):
    file: Annotated[str, FILE]
    edition: Annotated[int, EDITION]
    name: Annotated[Pair, NAME]
    incident: Annotated[str, Text("رقم الواقعة", "the number of the incident")]
    incident_title: Annotated[Pair, Text("عنوان الواقعة", "the title of the incident")]
    mode: Annotated[
        str, Text("رمز صورة المسؤولية أو الصلة", "the code of the mode of liability, or of the link")
    ]
    degree: Annotated[str, Text("رمز درجة الإثبات", "the code of the degree of proof")]
    role: Annotated[
        Pair,
        Text(
            "درجة الإثبات والدور بكلمات؛ انقلها كما هي",
            "the degree of proof and the role in words; quote them whole",
        ),
    ]
    text: Annotated[Pair, Text("وصف الدور", "the role, described")]
    paragraph: Annotated[int, PARAGRAPH]
    sources: Annotated[list[str], SOURCES]
    address: Annotated[Pair, ADDRESS]


class ActionRow(TypedDict):
    file: Annotated[str, FILE]
    edition: Annotated[int, EDITION]
    name: Annotated[Pair, NAME]
    paragraph: Annotated[int, PARAGRAPH]
    type: Annotated[str, Text("رمز نوع الإجراء", "the code of the type of action")]
    authority: Annotated[Pair, Text("الجهة التي اتخذته", "the authority that took it")]
    country: Annotated[
        str, Text("رمز البلد أو الجهة الدولية", "the code of the country or international body")
    ]
    date: Annotated[Edtf, Text("تاريخه بصيغة EDTF", "its date, in EDTF")]
    public_date: Annotated[Edtf, Text("متى أُعلن", "when it was made public")]
    in_absentia: Annotated[bool, Text("هل كان غيابيًا", "whether it was in absentia")]
    offence: Annotated[Pair, Text("الموضوع في بضع كلمات", "of what, in a few words")]
    charges: Annotated[
        Pair,
        Text(
            "التهم أو الأفعال أو أسباب الإدراج، كما صاغتها الجهة",
            "the charges, acts or grounds, in the words of the authority",
        ),
    ]
    sentence: Annotated[Pair, Text("العقوبة", "the sentence")]
    number: Annotated[str, Text("رقم القيد في القائمة أو رقم الدعوى", "the list entry or docket number")]
    status: Annotated[str, Text("رمز ما آل إليه", "the code of what has become of it")]
    status_date: Annotated[Edtf, Text("تاريخ هذا الوضع", "as of when")]
    ended_by: Annotated[
        int | None,
        Text(
            "رقم فقرة الإجراء الذي أنهاه أو حل محله", "the paragraph of the action that ended or replaced it"
        ),
    ]
    case: Annotated[Pair, Text("اسم القضية", "the name of the case")]
    case_number: Annotated[str, Text("رقم القضية", "the number of the case")]
    court: Annotated[Pair, Text("المحكمة", "the court")]
    sources: Annotated[list[str], SOURCES]
    address: Annotated[Pair, ADDRESS]


class SourceRow(TypedDict):
    source: Annotated[str, Text("الرقم الدائم للمصدر", "the permanent number of the source")]
    file: Annotated[str, TAKEN_FROM]
    edition: Annotated[int, EDITION]
    kind: Annotated[str, Text("رمز نوع المصدر", "the code of the kind of source")]
    reliability: Annotated[str, Text("رمز درجة موثوقيته", "the code of the grade of its reliability")]
    title: Annotated[str, Text("العنوان كما طُبع", "the title as printed")]
    title_translation: Annotated[Pair, Text("ترجمة العنوان", "the title, translated")]
    publisher: Annotated[str, Text("الناشر أو المؤلف", "the publisher or author")]
    issued: Annotated[Edtf, Text("تاريخ صدوره بصيغة EDTF", "its date, in EDTF")]
    lang: Annotated[str, Text("لغته", "its language")]
    symbol: Annotated[str, Text("رمزه أو رقمه", "its symbol or number")]
    url: Annotated[str, Text("رابطه على الشبكة", "its web address")]
    dead: Annotated[bool, Text("هل تعطّل الرابط", "whether the web address no longer answers")]
    archive_url: Annotated[str, Text("رابط النسخة المحفوظة", "the address of an archived copy")]
    archive_sha256: Annotated[str, Text("بصمة النسخة المحفوظة", "the SHA-256 of the archived copy")]
    read_via: Annotated[
        Pair, Text("ما قُرئ بدلًا من الأصل إن لم يُفتح", "what was read where the original was not opened")
    ]
    address: Annotated[Pair, Text("رابط صفحة المصدر", "the address of the page of the source")]


class CitationRow(TypedDict):
    file: Annotated[str, FILE]
    edition: Annotated[int, EDITION]
    statement: Annotated[str, Text("مفتاح العبارة في الإصدار", "the key of the statement in the edition")]
    what: Annotated[str, Text("نوع العبارة", "the kind of statement")]
    paragraph: Annotated[int | None, PARAGRAPH]
    source: Annotated[
        str,
        Text(
            "رقم المصدر؛ فارغ إن حُجبت هويته حمايةً لأحد",
            "the number of the source; empty where it is withheld for somebody’s safety",
        ),
    ]
    relation: Annotated[
        str,
        Text(
            "هل يؤيد العبارة أو يناقضها أو يبيّن السياق", "whether it supports, contradicts or gives context"
        ),
    ]
    locator_type: Annotated[
        str, Text("رمز نوع الموضع في المصدر", "the code of the kind of place in the source")
    ]
    locator: Annotated[str, Text("الموضع في المصدر", "the place in the source")]
    quote: Annotated[str, Text("اقتباس حرفي من المصدر", "the words of the source")]
    quote_lang: Annotated[str, Text("لغة الاقتباس", "the language of those words")]
    credibility: Annotated[str, Text("رمز درجة مصداقية المعلومة", "the code of the grade of the information")]
    address: Annotated[Pair, ADDRESS]


PEOPLE = Table(
    "people",
    Text("الأشخاص", "People"),
    Text("سطر لكل ملف", "a row for each file"),
    PersonRow,
    codes=lambda: {"genders": GENDERS},
)
POSTS = Table(
    "posts",
    Text("المناصب", "Posts"),
    Text("سطر لكل منصب في كل ملف", "a row for each post in each file"),
    PostRow,
)
INCIDENTS = Table(
    "incidents",
    Text("الوقائع", "Incidents"),
    Text(
        "سطر لكل واقعة، من أحدث إصدار يذكرها",
        "a row for each incident, from the newest edition that names it",
    ),
    IncidentRow,
    key=("incident",),
)
PARTICIPATIONS = Table(
    "participations",
    Text("الأدوار في الوقائع", "Participations"),
    Text(
        "سطر لكل دور يُنسب إلى شخص في واقعة",
        "a row for each role that is attributed to a person in an incident",
    ),
    ParticipationRow,
    codes=lambda: {"degrees": DEGREES},
)
ACTIONS = Table(
    "legal-actions",
    Text("الإجراءات القانونية", "Legal actions"),
    Text("سطر لكل إجراء في كل ملف", "a row for each action in each file"),
    ActionRow,
)
SOURCE_TABLE = Table(
    "sources",
    Text("المصادر", "Sources"),
    Text(
        "سطر لكل مصدر، من أحدث إصدار يستشهد به",
        "a row for each source, from the newest edition that cites it",
    ),
    SourceRow,
    key=("source",),
)
CITATIONS = Table(
    "citations",
    Text("الإسنادات", "Citations"),
    Text(
        "سطر لكل موضع في مصدر تستند إليه عبارة", "a row for each place in a source that bears on a statement"
    ),
    CitationRow,
    codes=lambda: {
        "credibilities": CREDIBILITIES,
        "relations": RELATIONS,
        "source_languages": SOURCE_LANGUAGES,
        "statements": {**{what: Text.of(in_both(label)) for what, label in CLAIMS.items()}, **NUMBERED},
    },
)
TABLES = (PEOPLE, POSTS, INCIDENTS, PARTICIPATIONS, ACTIONS, SOURCE_TABLE, CITATIONS)


def records(found: PublicDocument) -> Iterator[Record]:
    """Yield every row that a live dossier gives."""
    yield from _Rows(found).all()
    yield from labels(found.content["labels"])


class _Rows:
    def __init__(self, found: PublicDocument) -> None:
        self.found, self.dossier = found, Dossier(found.content)
        self.codes = {source.n: source.code for source in self.dossier.sources}
        self.number = found.edition.number
        self._page = both("edition", found.slug, self.number)
        self._where: Row = {"file": found.public_id, "edition": self.number}
        self._who: Row = {**self._where, "name": self.dossier.name.pair}

    def all(self) -> Iterator[Record]:
        dossier = self.dossier
        yield Record(PEOPLE, self._person())
        for post in self._posts():
            yield Record(POSTS, post)
        for crime in dossier.crimes:
            yield Record(INCIDENTS, self._incident(crime))
            for role in self._roles(crime):
                yield Record(PARTICIPATIONS, role)
        for action in self._actions():
            yield Record(ACTIONS, action)
        for source in self._sources():
            yield Record(SOURCE_TABLE, source)
        for claim in dossier.claims:
            for cite in claim.cites:
                yield Record(CITATIONS, self._citation(claim, cite))

    def _at(self, anchor: str) -> Pair:
        return {"ar": f"{self._page['ar']}#{anchor}", "en": f"{self._page['en']}#{anchor}"}

    def _supporting(self, cites: Iterable[Reference]) -> list[str]:
        codes = [self.codes[cite.source] for cite in cites if cite.relation == "supports"]
        return list(dict.fromkeys(code for code in codes if code))

    def _person(self) -> Row:
        dossier = self.dossier
        dates = {
            name: dossier.facts[name].date if name in dossier.facts else "" for name in ("birth", "death")
        }
        return {
            **self._where,
            "published": self.found.edition.published_at.date().isoformat(),
            "name": dossier.name.pair,
            "other_names": [name.text for name in dossier.other_names],
            "gender": dossier.gender,
            "birth": dates["birth"],
            "birth_place": (dossier.birth_place.text if dossier.birth_place else BLANK).pair,
            "death": dates["death"],
            "life_status": dossier.life_status.code if dossier.life_status else "",
            "rank": dossier.rank.code if dossier.rank else "",
            "office": dossier.office.pair,
            "status": dossier.status_code,
            "status_text": dossier.status.pair,
            "status_as_of": dossier.status_as_of,
            "checked": dossier.checked,
            "not_this_person": dossier.same_name.pair,
            "incidents": len(dossier.crimes),
            "legal_actions": len(dossier.actions),
            "sources": len(dossier.sources),
            "sha256": self.found.edition.header_digest,
            "address": self._page,
        }

    def _posts(self) -> Iterator[Row]:
        for post in self.dossier.posts:
            yield {
                **self._who,
                "post": post.title.pair,
                "institution": post.institution.code,
                "institution_name": post.institution.name.pair,
                "institution_type": post.institution.type.pair,
                "held": post.held,
                "period": post.period.pair,
                "rank": post.rank_code,
                "certainty": post.status_code,
                "sources": self._supporting(post.cites),
                "address": self._at("positions"),
            }

    def _incident(self, crime: CrimeView) -> Row:
        return {
            "incident": crime.code,
            **self._where,
            "title": crime.title.pair,
            "description": crime.description.pair,
            "date": crime.when,
            "within": crime.within,
            "place": crime.place.pair,
            "governorate": crime.governorate_code,
            "conducts": crime.conduct_codes,
            "sources": self._supporting(crime.cites),
            "address": both("crime", crime.code),
        }

    def _roles(self, crime: CrimeView) -> Iterator[Row]:
        for role in crime.roles:
            yield {
                **self._who,
                "incident": crime.code,
                "incident_title": crime.title.pair,
                "mode": role.mode_code,
                "degree": role.degree,
                "role": role.phrase.pair,
                "text": role.text.pair,
                "paragraph": role.p,
                "sources": self._supporting(role.cites),
                "address": self._at(f"p{role.p}"),
            }

    def _actions(self) -> Iterator[Row]:
        cases = {case.key: case for case in self.dossier.cases if case.key}
        for action in self.dossier.actions:
            case = cases.get(action.case)
            yield {
                **self._who,
                "paragraph": action.p,
                "type": action.type_code,
                "authority": action.authority.pair,
                "country": action.country_code,
                "date": action.date,
                "public_date": action.public_date,
                "in_absentia": action.in_absentia,
                "offence": action.offence.pair,
                "charges": action.charges.pair,
                "sentence": action.sentence.pair,
                "number": action.list_ref,
                "status": action.status_code,
                "status_date": action.status_date,
                "ended_by": action.ended_by,
                "case": (case.name if case else BLANK).pair,
                "case_number": case.number if case else "",
                "court": (case.court if case else BLANK).pair,
                "sources": self._supporting(action.cites),
                "address": self._at(f"p{action.p}"),
            }

    def _sources(self) -> Iterator[Row]:
        for source in self.dossier.sources:
            if source.restricted:
                continue
            yield {
                "source": source.code,
                **self._where,
                "kind": source.kind_code,
                "reliability": source.reliability_code,
                "title": source.title,
                "title_translation": source.title_translation.pair,
                "publisher": source.publisher,
                "issued": source.issued,
                "lang": source.lang,
                "symbol": source.symbol,
                "url": source.url,
                "dead": source.dead,
                "archive_url": source.archive_url,
                "archive_sha256": source.archive_sha256,
                "read_via": source.read_via.pair,
                "address": both("source", source.code),
            }

    def _citation(self, claim: Claim, cite: Reference) -> Row:
        return {
            **self._where,
            "statement": claim.key,
            "what": claim.key if claim.kind == ClaimKind.FACT else str(claim.kind),
            "paragraph": claim.paragraph,
            "source": self.codes[cite.source],
            "relation": cite.relation,
            "locator_type": cite.locator_type,
            "locator": cite.locator,
            "quote": cite.quote,
            "quote_lang": cite.quote_lang,
            "credibility": cite.credibility,
            "address": self._at(claim.anchor),
        }
