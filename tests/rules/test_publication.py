"""P1 to P17 of domain.md §6: what a text needs before it is published.

The name of a test begins with the rule: `manage.py publishing_rules` finds the tests of each rule so.
"""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils.translation import override

from dossiers.models import Citation, Crime, Name, Perpetrator, Source
from publishing import verbs
from publishing.pages.pictures import renditions
from tests import factories
from tests.rules.checking import (
    COPY,
    TODAY,
    WEB,
    news_problems,
    problems,
    say,
    warnings,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("written")]


# --- P1: a source for every claim


def test_p1_allows_a_claim_with_its_source(person):
    assert problems(person, "P1") == []


def test_p1_refuses_a_claim_without_a_source(person):
    person.statements.get().citations.all().delete()
    assert problems(person, "P1") == ["Paragraph 1: “Headed the unit.”: add a source that supports it."]


@pytest.mark.parametrize(
    ("claim", "words"),
    [
        ("names", "The name “اسم تجريبي”"),
        ("tenures", "The post “Former head of the unit, 2011–2013”"),
        ("legal_actions", "Paragraph 4: “Arrest warrant · Investigating judge”"),
        ("qualifications", "The qualification “Crime against humanity: imprisonment” of INC-0001"),
        ("participations", "Paragraph 3: “A link, not a liability: held command of the unit at the tim…”"),
    ],
)
def test_p1_refuses_every_kind_of_claim_without_a_source(person, claim, words):
    getattr(person, claim).first().citations.all().delete()
    assert problems(person, "P1") == [f"{words}: add a source that supports it."]


def test_p1_refuses_a_claim_that_is_only_contradicted(person):
    Citation.objects.filter(statement__perpetrator=person).update(relation="contradicts")
    assert len(problems(person, "P1")) == 1


def test_p1_speaks_arabic(person):
    person.statements.get().citations.all().delete()
    with override("ar"):
        assert problems(person, "P1") == ["الفقرة 1: «ترأس الوحدة.»: أضف مصدرًا يؤيد ذلك."]


def test_p1_refuses_a_news_item_without_source_and_date():
    item = factories.news(event_date="")
    item.citations.all().delete()
    assert [p.rule for p in news_problems(item)] == ["P1", "P1"]


# --- P2: two independent sources for a crime


def two_reports(person, reliability="B", credibility="2", origin=None):
    """Let the crime, its role and its qualification rest on two reports instead of a judgment."""
    reports = [
        factories.source(kind="ngo_report", reliability=reliability, title=f"Report {n}") for n in (1, 2)
    ]
    if origin:
        Source.objects.filter(pk=reports[1].pk).update(origin=reports[0])
    crime = Crime.objects.get()
    for claim in (crime, person.participations.get(), person.qualifications.get()):
        claim.citations.all().delete()
        for report in reports:
            factories.cite(claim, report, credibility=credibility)
    return reports


ARTICLE = "https://www.example.org/news/1?utm_source=x"
COPY_OF_IT = "https://web.archive.org/web/2020/http://example.org/news/1"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"url": ARTICLE}, {"url": "http://example.org/news/1/#top"}),
        ({"url": ARTICLE}, {"url": COPY_OF_IT}),
        ({"url": ARTICLE}, {"archive_url": COPY_OF_IT}),
        ({"archive_url": COPY_OF_IT}, {"archive_url": COPY_OF_IT}),
        ({"archive_sha256": "a" * 64}, {"archive_sha256": "a" * 64}),
    ],
)
def test_p2_refuses_one_text_that_stands_in_two_rows(person, one, other):
    for report, fields in zip(two_reports(person), (one, other), strict=True):
        Source.objects.filter(pk=report.pk).update(**fields)
    assert len(problems(person, "P2")) == 2


def test_p2_refuses_two_that_repeat_a_third(person):
    third = factories.source(title="Agency")
    between = factories.source(title="Newspaper", origin=third)
    first, second = two_reports(person)
    Source.objects.filter(pk=first.pk).update(origin=between)
    Source.objects.filter(pk=second.pk).update(origin=third)
    assert len(problems(person, "P2")) == 2


def test_p2_allows_two_articles_of_one_site(person):
    for number, report in enumerate(two_reports(person)):
        Source.objects.filter(pk=report.pk).update(url=f"https://example.org/news/{number}")
    assert problems(person, "P2") == []


def test_p2_allows_one_judgment(person):
    assert problems(person, "P2") == []


def test_p2_allows_two_reports_of_different_origin(person):
    two_reports(person)
    assert problems(person, "P2") == []


@pytest.mark.parametrize(
    "reports",
    [{"reliability": "D"}, {"credibility": "4"}, {"credibility": ""}, {"origin": True}],
    ids=["unreliable", "doubtful", "not graded", "one origin"],
)
def test_p2_refuses_what_is_not_two_good_origins(person, reports):
    two_reports(person, **reports)
    assert [message.partition(": it needs")[0] for message in problems(person, "P2")] == [
        "INC-0001",
        "INC-0001, Crime against humanity: imprisonment",
    ]


# --- P3: the person cannot be mistaken for another


def test_p3_refuses_a_dossier_without_a_name_in_both_scripts(person):
    Name.objects.filter(lang="Latn").delete()
    assert problems(person, "P3") == ["Add the name used on this site in this script: Latin."]


@pytest.mark.parametrize("kept", ["birth", "birth_place", "post", "list", "age", "father"])
def test_p3_refuses_one_identifying_fact_and_allows_two(person, kept):
    strip_identity(person)
    keep(person, kept)
    assert len(problems(person, "P3")) == 1
    keep(person, "post" if kept != "post" else "birth")
    assert problems(person, "P3") == []


def test_p3_allows_a_complete_identity(person):
    assert problems(person, "P3") == []


def strip_identity(person):
    person.citations.all().delete()
    person.tenures.update(span="", in_post_on="")
    person.participations.update(mode="ml.unspecified")
    Perpetrator.objects.update(birth="", birth_place_ar="", birth_place_en="")


def keep(person, fact):
    by = factories.source()
    if fact == "birth":
        Perpetrator.objects.update(birth="1958")
        factories.cite(person, by, fact="birth")
    elif fact == "birth_place":
        Perpetrator.objects.update(birth_place_ar="حمص", birth_place_en="Homs")
        factories.cite(person, by, fact="birth_place")
    elif fact == "age":
        Perpetrator.objects.update(age=58, age_on="2022-01-13")
        factories.cite(person, by, fact="age")
    elif fact == "post":
        person.tenures.update(span="2011/2013")
    elif fact == "list":
        from dossiers.models import Identifier

        factories.cite(Identifier.objects.create(perpetrator=person, scheme="ofac_sdn", value="1"), by)
    elif fact == "father":
        person.names.filter(lang="ar").update(father="محمد")


# --- P4: both languages in step (tests/test_pairs.py has the rest)


def test_p4_allows_a_pair_that_was_written_together(person):
    statement = person.statements.get()
    statement.text_ar, statement.text_en = "قاد الوحدة.", "Led the unit."
    statement.save()
    assert problems(person, "P4") == []


def test_p4_refuses_a_pair_of_which_one_language_changed_alone(person):
    statement = person.statements.get()
    statement.text_ar = "قاد الوحدة."
    statement.save()
    assert problems(person, "P4") == [
        "“Headed the unit.”: the Arabic changed and the English did not. Change it, or confirm the pair."
    ]


# --- P5: both languages


def test_p5_allows_texts_in_both_languages(person):
    assert problems(person, "P5") == []


@pytest.mark.parametrize(("lang", "missing"), [("ar", "Arabic"), ("en", "English")])
def test_p5_refuses_a_text_in_one_language(person, lang, missing):
    person.statements.update(**{f"text_{lang}": ""})
    text = {"ar": "Headed the unit.", "en": "ترأس الوحدة."}[lang]
    assert problems(person, "P5") == [f"“{text}”: the {missing} is missing."]


def test_p5_refuses_a_headline_in_one_language():
    assert [p.rule for p in news_problems(factories.news(headline_ar=""))] == ["P5"]
    assert news_problems(factories.news("complete")) == []


# --- P6 and W5: when the legal status was checked


def test_p6_allows_a_status_checked_thirty_days_ago(person):
    Perpetrator.objects.update(checked_on=TODAY - timedelta(days=30))
    assert problems(person, "P6") == []


@pytest.mark.parametrize("days", [31, -1])
def test_p6_refuses_a_status_checked_too_long_ago_or_in_the_future(person, days):
    Perpetrator.objects.update(checked_on=TODAY - timedelta(days=days))
    assert len(problems(person, "P6")) == 1


def test_p6_allows_anything_while_nothing_is_live(person):
    person.legal_actions.update(status="annulled")
    Perpetrator.objects.update(checked_on=date(2020, 1, 1))
    assert problems(person, "P6") == []


# --- P7: superior responsibility


def elements(person, *names):
    role = person.participations.get()
    role.mode = "ml.command_mil"
    for name in names:
        setattr(role, f"cr_{name}_ar", "نص.")
        setattr(role, f"cr_{name}_en", "Words.")
        factories.cite(role, element=name)
    role.save()


def test_p7_allows_three_elements_with_their_sources(person):
    elements(person, "control", "knowledge", "failure")
    assert problems(person, "P7") == []


def test_p7_refuses_a_missing_element(person):
    elements(person, "control", "knowledge")
    assert "superior responsibility lacks Failed to prevent, punish or submit" in problems(person, "P7")[0]


def test_p7_refuses_a_post_that_was_not_held_then(person):
    elements(person, "control", "knowledge", "failure")
    person.tenures.update(span="2013/2014")
    assert "lacks a post held at the time" in problems(person, "P7")[0]


# --- P8: thin support


def test_p8_allows_a_thin_role_that_is_alleged(person):
    two_reports(person, reliability="E")
    assert problems(person, "P8") == []


def test_p8_refuses_a_thin_role_that_is_called_credible(person):
    two_reports(person, reliability="E")
    person.participations.update(assessment="credible")
    assert problems(person, "P8") == [
        "INC-0001: no source of this role is graded C3 or better. Choose “Alleged”."
    ]


# --- P9: legal notes


@pytest.mark.parametrize(
    ("when", "category", "allowed"),
    [
        ("2012-02-14", "wc.torture", False),
        ("2011", "wc.murder", False),
        ("2012-02-15", "wc.torture", True),
        ("2012", "wc.torture", True),
        ("2011", "cah.torture", True),
    ],
)
def test_p9_refuses_an_early_war_crime_without_a_note_and_allows_the_rest(person, when, category, allowed):
    person.tenures.update(span="2010/2013")
    Crime.objects.update(when=when)
    person.qualifications.update(category=category)
    assert (problems(person, "P9") == []) is allowed
    person.qualifications.update(note_ar="ملاحظة.", note_en="A note.")
    assert problems(person, "P9") == []


@pytest.mark.parametrize(("by", "allowed"), [("court", True), ("un_body", True), ("ngo", False)])
def test_p9_allows_genocide_as_the_word_of_a_court_or_un_body_only(person, by, allowed):
    person.qualifications.update(category="gen.killing", by=by)
    assert (problems(person, "P9") == []) is allowed


# --- P10: a link shows the post


@pytest.mark.parametrize(
    ("span", "allowed"), [("2011/2013", True), ("2013/..", False), ("", False), ("../2012-03", True)]
)
def test_p10_allows_a_link_with_the_post_at_the_time_and_refuses_others(person, span, allowed):
    person.tenures.update(span=span)
    expected = [] if allowed else ["Paragraph 3: choose a post that was held when INC-0001 happened."]
    assert problems(person, "P10") == expected


# --- P11: right of reply


@pytest.mark.parametrize(("days", "allowed"), [(7, True), (6, False)])
def test_p11_allows_a_request_seven_days_old_and_refuses_a_younger_one(person, days, allowed):
    person.reply_requests.update(outcome="waiting", waiver="", note="", sent_on=TODAY - timedelta(days=days))
    assert (problems(person, "P11") == []) is allowed


def test_p11_refuses_a_first_publication_that_nobody_was_asked_about(person):
    person.reply_requests.all().delete()
    assert problems(person, "P11") == ["Ask the person for a reply, or say why not, under “Right of reply”."]
    assert problems(person, "P11", first=False) == []


# --- P13 to P17


def test_p13_allows_a_source_beside_the_campaigns_own(person):
    factories.cite(person.statements.get(), factories.source(kind="campaign"))
    assert problems(person, "P13") == []


def test_p13_warns_of_the_campaigns_own_material_alone(person):
    person.statements.get().citations.update(source=factories.source(kind="campaign"))
    assert warnings(person, "P13") == [True]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({**WEB, **COPY}, []),
        (WEB, [True]),
        ({**WEB, "archive_url": COPY["archive_url"]}, [True]),
        ({**WEB, "kind": "social"}, [False]),
        ({**WEB, "kind": "video"}, [False]),
    ],
    ids=["archived", "not archived", "no hash", "social media", "video"],
)
def test_p14_allows_what_is_archived_warns_of_the_web_and_refuses_social_media(person, fields, expected):
    factories.cite(person.statements.get(), factories.source(**fields))
    assert warnings(person, "P14") == expected


PORTRAIT = {
    "portrait": f"portraits/{'a' * 64}.jpg",
    "portrait_alt_ar": "رجل بزي عسكري",
    "portrait_alt_en": "A man in uniform",
    "portrait_credit_ar": "سانا",
    "portrait_credit_en": "SANA",
    "portrait_owner": "SANA",
    "portrait_licence": "quotation",
    "portrait_context": "official",
    "portrait_place": "Damascus, 2012",
    "portrait_identified": True,
}


def show_portrait(**fields):
    kept = default_storage.save(PORTRAIT["portrait"], ContentFile(factories.picture()))
    for name in renditions(Path(kept).name):
        default_storage.save(f"portraits/{name}", ContentFile(factories.picture()))
    Perpetrator.objects.update(**{**PORTRAIT, "portrait_width": 40, "portrait_height": 50, **fields})
    assert kept == PORTRAIT["portrait"]


def test_p15_allows_a_portrait_with_its_papers(person):
    show_portrait()
    assert problems(person, "P15") == []


def test_p15_refuses_a_portrait_whose_files_are_not_all_there(person):
    show_portrait()
    default_storage.delete(f"portraits/{renditions(Path(PORTRAIT['portrait']).name)[3]}")
    assert problems(person, "P15") == ["A file of the portrait is missing. Upload the portrait again."]


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("portrait_owner", "", "who owns it"),
        ("portrait_licence", "", "why it may be published"),
        ("portrait_context", "unknown", "the kind of picture"),
        ("portrait_place", "", "where and when it was taken"),
        ("portrait_identified", False, "a second source that shows that this is the person"),
        ("portrait_alt_en", "", "what it shows, in both languages"),
        ("portrait_credit_ar", "", "the credit, in both languages"),
    ],
)
def test_p15_refuses_a_portrait_that_lacks_one_of_them(person, field, value, words):
    show_portrait(**{field: value})
    assert problems(person, "P15") == [f"The portrait lacks: {words}."]


@pytest.mark.parametrize(("days", "expected"), [(365, []), (366, [True])])
def test_p16_allows_a_life_status_a_year_old_and_warns_of_an_older_one(person, days, expected):
    Perpetrator.objects.update(life_status="alive", life_checked_on=TODAY - timedelta(days=days))
    assert warnings(person, "P16") == expected


@pytest.mark.parametrize(
    ("fields", "allowed"),
    [
        ({}, False),
        ({"outcome": "refused"}, True),
        ({"weight": "minor"}, True),
        ({"due_on": TODAY}, True),
    ],
    ids=["overdue", "decided", "minor", "due today"],
)
def test_p17_refuses_an_overdue_request_and_allows_the_others(person, fields, allowed):
    late = {"received_on": TODAY - timedelta(days=40), "due_on": TODAY - timedelta(days=1)}
    person.subject_requests.create(kind="correction", **{**late, **fields})
    assert (problems(person, "P17") == []) is allowed


def test_p12_allows_a_change_that_is_told_in_both_languages(person, publish):
    publish("dossier", person)
    say(person, "Led the unit.")
    assert publish("dossier", person, **factories.NOTE).number == 2


@pytest.mark.parametrize("note", [{}, {"note_ar": "تعديل."}])
def test_p12_refuses_one_that_is_not(person, publish, note):
    publish("dossier", person)
    say(person, "Led the unit.")
    with pytest.raises(verbs.Refused, match="P12"):
        publish("dossier", person, **note)
