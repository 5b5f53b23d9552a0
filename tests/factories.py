"""Small complete working rows: a dossier that passes every rule, a news item, a page, links."""

import io
from datetime import UTC, datetime
from uuid import UUID

from PIL import Image

from campaign.models import Link, LinkList, Page
from dossiers import models as d
from news.models import NewsCitation, NewsItem
from publishing import verbs

TODAY = datetime.now(UTC).date()  # of the run: a test that crosses midnight stays true


def source(**fields):
    defaults = {"title": "Judgment of 2022", "kind": "judgment", "lang": "en", "reliability": "A"}
    return d.Source.objects.create(**{**defaults, **fields})


def cite(what, by=None, **fields):
    claim = {type(what)._meta.model_name.replace("legalaction", "legal_action"): what}
    return d.Citation.objects.create(source=by or source(), **claim, **fields)


def dossier(slug="test-person", ar="اسم تجريبي", en="Test Person", by=None):
    """Return a dossier with one row of every kind, each supported by one source."""
    by = by or source()
    person = d.Perpetrator.objects.create(
        slug=slug,
        birth="1958",
        birth_place_ar="حمص",
        birth_place_en="Homs",
        checked_on=TODAY,
    )
    d.ReplyRequest.objects.create(
        perpetrator=person, outcome="waived", waiver="no_channel", note="No address is known."
    )
    for fact in ("birth", "birth_place"):
        cite(person, by, fact=fact)
    for lang, text in (("ar", ar), ("Latn", en)):
        cite(d.Name.objects.create(perpetrator=person, lang=lang, text=text), by)
    place, _made = d.Institution.objects.get_or_create(
        code="unit.9", defaults={"name_ar": "الوحدة 9", "name_en": "Unit 9", "type": "intel_branch"}
    )
    post = d.Tenure.objects.create(
        perpetrator=person,
        institution=place,
        title_ar="رئيس الوحدة",
        title_en="Head of the unit",
        span="2011/2013",
    )
    cite(post, by)
    cite(
        d.Statement.objects.create(perpetrator=person, text_ar="ترأس الوحدة.", text_en="Headed the unit."), by
    )
    crime(person, by, post)
    action(person, by)
    return person


def named(slug, ar, en, *others, by=None):
    """Return a dossier with more names than the two primary ones."""
    by = by or source()
    person = dossier(slug, ar, en, by=by)
    for other in others:
        script = "ar" if "\u0600" < other[0] < "\u06ff" else "Latn"
        cite(d.Name.objects.create(perpetrator=person, lang=script, text=other, kind="aka"), by)
    return person


def papers(person):
    """Give a portrait what P15 asks for beside its words."""
    person.portrait_owner, person.portrait_licence = "Agency", "permission"
    person.portrait_context, person.portrait_place = "official", "Damascus, 2012"
    person.portrait_identified = True


def crime(person, by, post=None, **fields):
    made = d.Crime.objects.create(
        **{
            "title_ar": "احتجاز في حمص",
            "title_en": "Detention in Homs",
            "description_ar": "احتُجز أشخاص.",
            "description_en": "People were held.",
            "when": "2012-03",
            "place_ar": "حمص",
            "place_en": "Homs",
            "governorate": "SY04",
            "conducts": ["detention.arbitrary"],
            **fields,
        }
    )
    cite(made, by)
    cite(d.Participation.objects.create(perpetrator=person, crime=made, mode="link.command", tenure=post), by)
    cite(
        d.Qualification.objects.create(
            perpetrator=person, crime=made, category="cah.imprisonment", by="court",
            authority_ar="محكمة", authority_en="A court",
        ),
        by,
    )  # fmt: skip
    return made


def toll(crime, by, **fields):
    made = d.Toll.objects.create(
        **{
            "crime": crime,
            "kind": "detained",
            "least": 40,
            "text_ar": "ما لا يقل عن 40 شخصًا بحسب منظمة حقوقية",
            "text_en": "At least 40 people, according to a human rights organisation",
            "standard": "alleged",
            "as_of": "2013-05",
            **fields,
        }
    )
    cite(made, by)
    return made


def action(person, by, **fields):
    made = d.LegalAction.objects.create(
        perpetrator=person,
        **{
            "type": "warrant",
            "authority_ar": "قاضي التحقيق",
            "authority_en": "Investigating judge",
            "city_ar": "باريس",
            "city_en": "Paris",
            "offence_ar": "التواطؤ في جرائم ضد الإنسانية",
            "offence_en": "complicity in crimes against humanity",
            "country": "FR",
            "date": "2018-11-05",
            "status": "active",
            **fields,
        },
    )
    cite(made, by)
    return made


def case(person, **fields):
    """Put the legal actions of a person into a case, which tests know by its key."""
    names = {"name_ar": "قضية", "name_en": "The case", "jurisdiction": "FR"}
    made = d.Case.objects.create(pk=UUID(int=0), **{**names, **fields})
    person.legal_actions.update(case=made)
    return made


def news(slug="test-news", names=(), **fields):
    item = NewsItem.objects.create(
        slug=slug,
        **{
            "headline_ar": "خبر تجريبي",
            "headline_en": "A test item",
            "standfirst_ar": "مقدمة الخبر.",
            "standfirst_en": "Its standfirst.",
            "event_date": "2024-05-24",
            **fields,
        },
    )
    item.perpetrators.set(names)
    NewsCitation.objects.create(item=item, source=source(title="A newspaper", kind="news"))
    return item


def page(slug="about"):
    return Page.objects.create(
        slug=slug, title_ar="من نحن", title_en="About", body_ar="نص الصفحة.", body_en="The text of the page."
    )


def links():
    made = LinkList.objects.create()
    Link.objects.create(
        list=made,
        name_ar="رابط",
        name_en="A link",
        url="https://example.org/",
        text_ar="وصف",
        text_en="Words",
    )
    return made


def publish(kind, working, editor, reviewer, at=None, **note):
    return verbs.approve(verbs.submit(kind, working, editor, at=at, **note), reviewer, at=at)


NOTE = {"note_ar": "تعديل.", "note_en": "An update."}


def picture(size=(40, 50), form="JPEG", **options):
    """Return the bytes of a picture."""
    out = io.BytesIO()
    Image.new("RGB", size, "grey").save(out, form, **options)
    return out.getvalue()
