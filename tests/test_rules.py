"""dossiers.rules: for each rule of domain.md §6, what it allows and what it refuses or warns of.

The name of a test begins with the rule: `manage.py publishing_rules` finds the tests of each rule so.
"""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils.translation import override

from dossiers import content, rules
from dossiers.models import Citation, Crime, Name, NamedPerson, Perpetrator, Source
from news import content as news_content
from publishing import verbs
from publishing.kinds import Occasion
from publishing.models import Document, Edition
from publishing.pages.pictures import renditions
from publishing.verify import verify
from tests import factories

pytestmark = pytest.mark.django_db

TODAY = factories.TODAY


@pytest.fixture
def person():
    return factories.dossier()


def check(person, first=True, on=TODAY):
    draft = content.freeze(Perpetrator.objects.get(pk=person.pk))
    candidate = rules.Candidate(draft.content, draft.grounds, Occasion(on, first))
    return [*draft.problems, *rules.check(candidate)]


def problems(person, rule, **occasion):
    return [str(p.message) for p in check(person, **occasion) if p.rule == rule]


def warnings(person, rule):
    return [p.warning for p in check(person) if p.rule == rule]


def news_problems(item):
    draft = news_content.freeze(item)
    return rules.check(rules.Candidate(draft.content, draft.grounds, Occasion(TODAY), rules.NEWS))


def say(person, en, ar="نص."):
    """Write the one paragraph of the summary."""
    person.statements.update(text_en=en, text_ar=ar)


def test_a_complete_dossier_breaks_no_rule(person):
    assert check(person) == []


def test_every_rule_names_its_claim(person):
    key = person.statements.get().pk.hex
    person.statements.get().citations.all().delete()
    assert [p.claim for p in check(person) if p.rule == "P1"] == [key]


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
        ("tenures", "The post “Head of the unit”"),
        ("legal_actions", "Paragraph 4: “Arrest warrant · Investigating judge”"),
        ("qualifications", "The qualification “Crime against humanity: imprisonment” of INC-0001"),
        ("participations", "Paragraph 3: “Held command of the unit at the time”"),
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


def test_w5_allows_a_file_that_says_when_it_was_checked(person):
    assert problems(person, "W5") == []


def test_w5_refuses_a_file_that_does_not(person):
    Perpetrator.objects.update(checked_on=None)
    assert problems(person, "W5") == [
        "Give the day on which the legal status was checked. The page shows it."
    ]


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


def test_p8_refuses_what_a_court_established_without_the_court(person):
    two_reports(person)
    person.participations.update(assessment="court_established")
    assert problems(person, "P8") == [
        "INC-0001: “Established by a court” needs the judgment, or a legal action of conviction."
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


WEB = {"url": "https://example.org/1"}
COPY = {"archive_url": "https://example.org/copy", "archive_sha256": "0" * 64}


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


# --- S: sources


def test_s1_allows_a_secret_source_beside_another(person):
    factories.cite(person.statements.get(), factories.source(confidentiality="secret"))
    assert problems(person, "S1") == []


def test_s1_refuses_a_claim_that_rests_on_a_secret_source_alone(person):
    secret = factories.source(confidentiality="secret")
    person.statements.get().citations.update(source=secret)
    assert problems(person, "S1") == [
        "Paragraph 1: it rests only on secret sources, which never leave the desk. Add another."
    ]


@pytest.mark.parametrize(("notes", "allowed"), [("One.\n\nTwo.", True), ("One.", False), ("", False)])
def test_s2_allows_a_leaked_document_verified_twice_and_refuses_others(person, notes, allowed):
    factories.cite(person.statements.get(), factories.source(kind="leaked_doc", verifications=notes))
    assert (problems(person, "S2") == []) is allowed


def test_s3_allows_two_origins(person):
    factories.cite(person.statements.get(), factories.source(title="Another"))
    assert warnings(person, "S3") == []


def test_s3_warns_of_two_sources_that_are_one(person):
    first = person.statements.get().citations.get().source
    factories.cite(person.statements.get(), factories.source(title="Copy", origin=first))
    assert warnings(person, "S3") == [True]


@pytest.mark.parametrize(("length", "allowed"), [(400, True), (401, False)])
def test_s4_allows_a_quotation_of_400_characters_and_refuses_a_longer_one(person, length, allowed):
    draft = content.freeze(person)
    draft.content["summary"][0]["cites"][0]["quote"] = "a" * length
    candidate = rules.Candidate(draft.content, draft.grounds, Occasion(TODAY))
    assert [p.rule for p in rules.check(candidate)] == ([] if allowed else ["S4"])


@pytest.mark.parametrize(
    ("fields", "expected"), [({}, [True]), ({"archive_url": "https://example.org/c"}, [])]
)
def test_s5_warns_of_a_dead_link_and_allows_one_with_a_copy(person, fields, expected):
    factories.cite(person.statements.get(), factories.source(**WEB, link_dead=True, **fields))
    assert warnings(person, "S5") == expected


@pytest.mark.parametrize(
    ("status", "url", "allowed"),
    [
        ("published", "https://www.interpol.int/en/notice", True),
        ("published", "https://example.org/notice", False),
        ("published", "https://interpol.int.example.org/", False),
        ("reported", "https://example.org/notice", True),
    ],
)
def test_s6_allows_notices_on_interpols_own_site_and_refuses_others(person, status, url, allowed):
    by = factories.source(title="Notice", url=url, **COPY)
    factories.action(person, by, type="red_notice", status=status)
    assert (problems(person, "S6") == []) is allowed


# --- C: harm to others


def name(person, role, **fields):
    return NamedPerson.objects.create(
        perpetrator=person, name_ar="سامر الحلبي", name_en="Samer al-Halabi", role=role, **fields
    )


def test_c1_allows_a_victim_with_a_recorded_consent(person):
    say(person, "Samer al-Halabi told a court about it.", "روى سامر الحلبي ذلك أمام محكمة.")
    name(person, "victim", basis="judgment", int_consent="Judgment of 2022, page 3.")
    assert problems(person, "C1") == []


@pytest.mark.parametrize("fields", [{}, {"basis": "judgment"}, {"basis": "public_role", "int_consent": "x"}])
def test_c1_refuses_a_victim_without_it(person, fields):
    say(person, "Samer al-Halabi told a court about it.", "روى سامر الحلبي ذلك أمام محكمة.")
    name(person, "victim", **fields)
    assert len(problems(person, "C1")) == 1


def test_c1_refuses_a_victim_nobody_recorded(person):
    say(person, "In that week Samer al-Halabi was arrested at a checkpoint.")
    assert problems(person, "C1") == [
        "“Samer al-Halabi” seems to be a victim or a witness. Record why the name may stand."
    ]


def test_c1_allows_the_person_of_the_dossier(person):
    say(person, "Test Person was arrested in 2024.")
    assert problems(person, "C1") == []


def sensitive(kind="sgbv", **fields):
    Crime.objects.update(**{"sensitivity": kind, "place_ar": "", "place_en": "", **fields})


def test_c2_allows_a_sensitive_crime_with_governorate_and_month(person):
    sensitive()
    assert problems(person, "C2") == []


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"place_en": "Homs"}, "leave the place empty"),
        ({"when": "2012-03-04"}, "give the month at most"),
        ({"description_en": "Two women were held."}, "“Two women” tells of fewer than three people"),
        ({"description_ar": "احتُجزت امرأتان."}, "“امرأتان” tells of fewer than three people"),
    ],
)
def test_c2_refuses_place_day_and_small_numbers(person, fields, words):
    sensitive(**fields)
    assert [words in message for message in problems(person, "C2")] == [True]


def test_c3_allows_a_minor_who_is_not_named(person):
    name(person, "victim", minor=True, basis="judgment", int_consent="x")
    assert problems(person, "C3") == []


def test_c3_refuses_a_minor_who_is(person):
    say(person, "Samer al-Halabi was there.")
    name(person, "witness", minor=True, basis="own_choice", int_consent="x")
    assert problems(person, "C3") == ["“Samer al-Halabi” was a minor. Take the name out."]


def test_c3_refuses_any_victim_named_in_a_crime_against_minors(person):
    sensitive("minor", description_en="Samer al-Halabi was held with others.")
    name(person, "victim", basis="judgment", int_consent="x")
    assert len(problems(person, "C3")) == 1


def test_c4_allows_a_held_source_beside_another(person):
    factories.cite(person.statements.get(), factories.source(confidentiality="restricted"))
    assert problems(person, "C4") == []


def test_c4_refuses_what_readers_cannot_see_as_the_only_support(person):
    held = factories.source(confidentiality="restricted")
    person.statements.get().citations.update(source=held)
    assert problems(person, "C4") == [
        "Paragraph 1: “Headed the unit.”: no source that readers can see supports it. Add one."
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Call +963 11 222 3333.", "هاتفه 0944 123 456", "write to someone@example.org", "lives at the coast",
        "12 Green Garden Street", "المزة، بناء رقم 12", "بناية ٧", "عنوان منزله في دمشق",
        "his number plate was seen", "رقم حسابه المصرفي معروف", "He is now living in a suburb.",
    ],
)  # fmt: skip
def test_c5_refuses_addresses_telephones_and_whereabouts(person, text):
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
def test_c5_allows_dockets_numbers_and_dates(person, text):
    person.statements.update(text_en=text)
    assert problems(person, "C5") == []


def test_c6_allows_a_relative_in_a_public_role_of_their_own(person):
    say(person, "His cousin Samer al-Halabi headed the branch before him.")
    name(person, "relative", basis="public_role")
    assert problems(person, "C6") == []


@pytest.mark.parametrize(
    ("en", "ar"), [("His wife Samira travelled.", "نص."), ("Words.", "سافرت زوجته سميرة إلى الخارج.")]
)
def test_c6_refuses_a_relative_in_either_language(person, en, ar):
    say(person, en, ar)
    assert len(problems(person, "C6")) == 1


@pytest.mark.parametrize(("en", "ar"), [("An Alawite officer.", "نص."), ("Words.", "ضابط علوي.")])
def test_c7_refuses_sect_and_ethnicity(person, en, ar):
    say(person, en, ar)
    assert warnings(person, "C7") == [False]


def test_c7_warns_of_it_where_it_is_the_persecution(person):
    person.qualifications.update(category="cah.persecution")
    Crime.objects.update(description_en="Kurdish residents were expelled.")
    assert warnings(person, "C7") == [True]


def test_c7_allows_words_that_look_like_it(person):
    say(person, "In the years of his command.", "في سنين قيادته، على علو شاهق.")
    assert problems(person, "C7") == []


@pytest.mark.parametrize(("en", "ar"), [("He should be killed.", "نص."), ("Words.", "مكافأة لمن يدل عليه.")])
def test_c8_refuses_a_call_to_act_against_a_person(person, en, ar):
    say(person, en, ar)
    assert len(problems(person, "C8")) == 1


def test_c8_allows_the_plain_facts_of_a_reward(person):
    say(person, "In 2025 a state offered money for news of his whereabouts.")
    assert problems(person, "C8") == []


@pytest.mark.parametrize(
    ("birth", "kind", "allowed"),
    [("1958-03-07", "gazette", True), ("1958-03-07", "news", False), ("1958-03", "news", True)],
)
def test_c9_allows_a_day_of_birth_from_an_official_list_and_refuses_others(person, birth, kind, allowed):
    Perpetrator.objects.update(birth=birth)
    person.citations.filter(fact="birth").update(source=factories.source(kind=kind))
    assert (problems(person, "C9") == []) is allowed


def test_c10_refuses_a_member_of_the_desk_by_name(person):
    User.objects.create_user("k", first_name="Karim", last_name="Haddad", is_staff=True)
    say(person, "Written by Karim Haddad.")
    assert problems(person, "C10") == ["“Karim Haddad” is somebody at the desk. Take the name out."]


def test_c10_allows_everybody_else(person):
    say(person, "Written by Karim Haddad.")
    assert problems(person, "C10") == []


def test_c11_allows_erasing_a_text_and_the_record_still_verifies(person, publish, reviewer):
    publish("dossier", person)
    say(person, "Led the unit.")
    publish("dossier", person, **factories.NOTE)
    verbs.redact(Document.objects.get(), [1], reviewer, "safety")
    assert list(verify()) == []
    assert Edition.objects.get(number=1).content is None


def test_c11_refuses_to_erase_what_readers_see_now(person, publish, reviewer):
    publish("dossier", person)
    with pytest.raises(verbs.Refused):
        verbs.redact(Document.objects.get(), [1], reviewer, "safety")


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


def test_every_rule_has_a_test_that_passes_and_one_that_fails(capsys):
    call_command("publishing_rules")
    assert "40 rules" in capsys.readouterr().out


# --- W: wording (tests/test_wording.py has the linter's own tables)


def test_w1_allows_words_that_keep_to_the_status(person):
    say(person, "A warrant for his arrest was issued in 2018.", "صدرت بحقه مذكرة توقيف عام 2018.")
    assert problems(person, "W1") == []


def test_w1_refuses_a_criminal_whom_no_court_convicted(person):
    say(person, "This war criminal headed the unit.")
    assert problems(person, "W1")[0].startswith("“war criminal”: It calls a person guilty")
    assert problems(person, "W1")[0].endswith("Write “is the subject of an arrest warrant issued by…”.")


def test_w1_refuses_an_order_where_only_a_post_is_shown(person):
    person.participations.update(role_text_en="He was responsible for the arrests.", role_text_ar="نص.")
    assert len(problems(person, "W1")) == 1


CONVICTION = "On 13 January 2022 the court of Koblenz convicted him; the judgment is final."
CONVICTION_AR = "أدانته محكمة كوبلنس في 13 كانون الثاني/يناير 2022، والحكم مبرم."


def convicted(person, en=CONVICTION, ar=CONVICTION_AR):
    factories.action(person, factories.source(), type="conviction", status="final", finality="final")
    say(person, en, ar)


def test_w2_allows_a_conviction_with_court_date_and_finality(person):
    convicted(person)
    assert problems(person, "W2") == []


def test_w2_refuses_a_conviction_without_them(person):
    convicted(person, en="He was convicted.")
    assert len(problems(person, "W2")) == 3


def test_w3_allows_the_same_standing_in_both_languages(person):
    convicted(person)
    assert problems(person, "W3") == []


def test_w3_refuses_an_accused_who_is_a_suspect_in_the_other_language(person):
    say(person, "He is a suspect in the case.", "وهو متهم في القضية.")
    assert len(problems(person, "W3")) == 1


def test_w4_allows_plain_words(person):
    assert problems(person, "W4") == []


def test_w4_warns_of_a_word_about_character(person):
    say(person, "A bloodthirsty officer.")
    assert warnings(person, "W4") == [True]


def test_w6_allows_a_nickname_with_somebody_who_uses_it(person):
    say(person, "Former detainees called him “the Butcher”.")
    assert problems(person, "W6") == []


def test_w6_warns_of_a_nickname_on_nobodys_word(person):
    say(person, "The “Butcher” headed the unit.")
    assert warnings(person, "W6") == [True]


def test_w1_refuses_the_same_words_in_news_of_a_live_dossier(publish, person):
    publish("dossier", person)
    item = factories.news(names=[person], standfirst_en="The criminal was seen.")
    assert "W1" in {p.rule for p in news_problems(item)}
