"""dossiers.rules and news.rules: for each rule, what passes and what is refused."""

import pytest
from django.utils.translation import override

from dossiers import content
from dossiers.models import Citation, Name, Perpetrator
from dossiers.rules import check, codes
from news import content as news_content
from news import rules as news_rules
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def person():
    return factories.dossier()


def problems(person, rule):
    draft = content.freeze(Perpetrator.objects.get(pk=person.pk))
    return [str(p.message) for p in (*draft.problems, *check(draft.content)) if p.rule == rule]


def test_a_complete_dossier_breaks_no_rule(person):
    assert check(content.freeze(person).content) == []
    assert codes() == ["P1", "C4", "P3", "P5", "P10", "C5"]


def test_p1_names_the_claim_without_a_source(person):
    person.statements.get().citations.all().delete()
    assert problems(person, "P1") == ["Paragraph 1: “Headed the unit.”: add a source that supports it."]


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("names", "The name “اسم تجريبي”"),
        ("tenures", "The post “Head of the unit”"),
        ("legal_actions", "Paragraph 4: “Arrest warrant · Investigating judge”"),
        ("qualifications", "The qualification “cah.imprisonment” of INC-0001"),
        ("participations", "Paragraph 3: “Held command of the unit at the time”"),
    ],
)
def test_p1_holds_for_every_kind_of_claim(person, claim, words):
    getattr(person, claim).first().citations.all().delete()
    assert problems(person, "P1") == [f"{words}: add a source that supports it."]


def test_p1_a_source_that_contradicts_supports_nothing(person):
    Citation.objects.filter(statement__perpetrator=person).update(relation="contradicts")
    assert len(problems(person, "P1")) == 1


def test_p1_speaks_arabic(person):
    person.statements.get().citations.all().delete()
    with override("ar"):
        assert problems(person, "P1") == ["الفقرة 1: «ترأس الوحدة.»: أضف مصدرًا يؤيد ذلك."]


def test_s1_a_claim_that_rests_on_a_secret_source_alone(person):
    secret = factories.source(confidentiality="secret")
    person.statements.get().citations.update(source=secret)
    assert problems(person, "S1") == [
        "Paragraph 1: it rests only on secret sources, which never leave the desk. Add another."
    ]


def test_c4_what_readers_cannot_see_is_never_the_only_support(person):
    held = factories.source(confidentiality="restricted")
    person.statements.get().citations.update(source=held)
    assert problems(person, "C4") == [
        "Paragraph 1: “Headed the unit.”: no source that readers can see supports it. Add one."
    ]
    factories.cite(person.statements.get())
    assert problems(person, "C4") == []


def test_p3_needs_a_name_in_both_scripts(person):
    Name.objects.filter(lang="Latn").delete()
    assert problems(person, "P3") == ["Add the name used on this site in this script: Latin."]


@pytest.mark.parametrize("kept", ["birth", "birth_place", "post", "list", "age", "father"])
def test_p3_needs_two_identifying_facts(person, kept):
    strip_identity(person)
    keep(person, kept)
    assert len(problems(person, "P3")) == 1
    keep(person, "post" if kept != "post" else "birth")
    assert problems(person, "P3") == []


def strip_identity(person):
    person.citations.all().delete()
    person.tenures.update(span="", in_post_on="")
    person.participations.update(mode="ml.unspecified")
    Perpetrator.objects.update(birth="", birth_place_ar="", birth_place_en="")


def keep(person, fact):
    by = factories.source()
    match fact:
        case "birth":
            Perpetrator.objects.update(birth="1958")
        case "birth_place":
            Perpetrator.objects.update(birth_place_ar="حمص", birth_place_en="Homs")
        case "age":
            Perpetrator.objects.update(age=58, age_on="2022-01-13")
        case "post":
            person.tenures.update(span="2011/2013")
            return
        case "father":
            Name.objects.filter(lang="Latn").update(father="Father")
            return
        case "list":
            identifier = factories.d.Identifier.objects.create(
                perpetrator=person, scheme="ofac_sdn", value="1"
            )
            factories.cite(identifier, by)
            return
    factories.cite(person, by, fact=fact)


def test_p5_names_the_missing_language(person):
    person.statements.update(text_en="")
    assert problems(person, "P5") == ["“ترأس الوحدة.”: the English is missing."]
    person.statements.update(text_en="Headed the unit.", text_ar="")
    assert problems(person, "P5") == ["“Headed the unit.”: the Arabic is missing."]


def test_p5_an_optional_text_may_be_absent_in_both(person):
    person.legal_actions.update(charges_ar="", charges_en="")
    assert problems(person, "P5") == []
    person.legal_actions.update(charges_ar="تهم")
    assert len(problems(person, "P5")) == 1


@pytest.mark.parametrize(
    ("span", "allowed"), [("2011/2013", True), ("2013/..", False), ("", False), ("../2012-03", True)]
)
def test_p10_a_link_needs_the_post_at_the_time(person, span, allowed):
    person.tenures.update(span=span)
    expected = [] if allowed else ["Paragraph 3: choose a post that was held when INC-0001 happened."]
    assert problems(person, "P10") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Call +963 11 222 3333.", "هاتفه 0944 123 456", "write to someone@example.org", "lives at the coast",
        "12 Green Garden Street", "المزة، بناء رقم 12", "بناية ٧", "عنوان منزله في دمشق",
    ],
)  # fmt: skip
def test_c5_refuses_addresses_and_telephones(person, text):
    person.statements.update(text_en=text)
    assert len(problems(person, "C5")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Judgment 3 StR 454/22 of 20 March 2024.", "1 StE 3/21 (3 BJs 9/19-4)", "28,226 children, 138 deaths",
        "Regulation 36/2012, Annex II.A no. 132", "from 2011-04-29 to 2012-09", "Branch 251 (al-Khatib)",
        "القانون 16/2022، المواد 533–535", "على طريق بناء الدولة",
    ],
)  # fmt: skip
def test_c5_spares_dockets_numbers_and_dates(person, text):
    person.statements.update(text_en=text)
    assert problems(person, "C5") == []


def test_a_news_item_needs_a_source_a_date_and_both_languages():
    item = factories.news(event_date="", headline_ar="")
    item.citations.all().delete()
    found = news_rules.check(news_content.freeze(item).content)
    assert [problem.rule for problem in found] == ["P1", "P1", "P5"]
    assert news_rules.check(news_content.freeze(factories.news("complete")).content) == []
