"""Working models: what forms refuse with a message, and what the database refuses without one."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, transaction

from dossiers import models as d
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("written")]


def refusal(row):
    with pytest.raises(ValidationError) as refused:
        row.full_clean()
    return " ".join(refused.value.messages)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("birth", "2011-02-30", "There is no such day in the calendar."),
        ("birth", "2013/2011", "The end of this interval comes before its start."),
        ("birth", "about 1960", "Write a date as 2011, 2011-03 or 2011-03-18"),
        ("birth", "2011-00-00", "There is no month and no day 00."),
        ("birth", "2011-00", "There is no month and no day 00."),
        (
            "birth_place_en",
            "Ho\ufffdms",
            "after “Ho”: U+FFFD, a letter that was lost",
        ),
        ("birth_place_en", "Ho\x07ms", "after “Ho”: U+0007, a control character"),
        ("death", "2020", "A date of death needs"),
        ("age", 58, "An age needs the date on which it was recorded"),
    ],
)
def test_a_dossier_refuses(person, field, value, words):
    setattr(person, field, value)
    assert words in refusal(person)


def test_an_address_that_exists_is_refused(person):
    assert "Another dossier has this address" in refusal(
        d.Perpetrator(slug="test-person", life_status="unknown")
    )


def test_numbers_go_on_and_are_never_used_again(person):
    assert person.public_id == "BL-0001"
    second = d.Perpetrator.objects.create(slug="second")
    assert second.public_id == "BL-0002"


def test_arabic_digits_in_a_date_are_stored_as_ascii(person):
    person.birth = "١٩٥٨-٠٣"
    person.full_clean()
    assert person.birth == "1958-03"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "ftp://x.org/", "//x.org", "x.org"]
)
def test_a_source_refuses_what_is_no_web_address(url):
    source = d.Source(title="x", url=url)
    assert "Write a complete web address that begins with http:// or https://" in refusal(source)


def test_a_web_address_is_stored_clean_or_refused():
    source = d.Source(title="x", url="https://example.org/e\u0301")
    source.full_clean()
    assert source.url == "https://example.org/\u00e9"
    source = d.Source(title="x", url="https://example.org/\u202ea b")
    source.full_clean()
    assert source.url == "https://example.org/a%20b"


def test_a_citation_needs_exactly_one_claim(person):
    by = factories.source()
    nothing = d.Citation(source=by)
    assert "A citation supports exactly one claim." in refusal(nothing)
    two = d.Citation(source=by, statement=person.statements.get(), tenure=person.tenures.get())
    assert "A citation supports exactly one claim." in refusal(two)
    for row in (nothing, two):
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()


def test_a_citation_needs_a_source(person):
    assert "cannot be null" in refusal(d.Citation(statement=person.statements.get()))


def test_a_citation_gives_its_place_or_the_whole(person):
    row = d.Citation(source=factories.source(), statement=person.statements.get(), locator_type="page")
    assert "Give the page, paragraph or other place" in refusal(row)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_a_quotation_has_at_most_400_characters(person):
    row = d.Citation(source=factories.source(), statement=person.statements.get(), quote="a" * 401)
    assert "A quotation may have at most 400 characters." in refusal(row)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
    row.quote = "a" * 400
    row.full_clean()


def test_a_fact_of_identity_names_itself(person):
    assert "Choose the fact" in refusal(d.Citation(source=factories.source(), perpetrator=person))


def test_there_is_one_primary_name_in_a_script(person):
    row = d.Name(perpetrator=person, lang="ar", text="اسم آخر")
    assert "There is already a name used on this site in this script." in refusal(row)
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_an_institution_is_not_above_itself():
    below = d.Institution.objects.create(code="a")
    above = d.Institution.objects.create(code="b", parent=below)
    below.parent = above
    assert "An institution cannot be part of itself." in refusal(below)


@pytest.mark.parametrize("code", ["Upper", "a b", "../x", ".a", "a..b"])
def test_an_institution_code_is_an_address(code):
    assert "Small Latin letters and digits" in refusal(d.Institution(code=code))


def test_an_institution_code_is_read_however_it_is_typed():
    institution = d.Institution(code="gi.\u200f٢٥١\u00a0", name_ar="الفرع 251", name_en="Branch 251")
    institution.full_clean()
    assert institution.code == "gi.251"


def test_a_status_belongs_to_its_type(person):
    action = person.legal_actions.get()
    action.status = "upheld"
    assert "This status does not belong to this type of action." in refusal(action)


def test_a_post_of_another_dossier_is_refused(person):
    other = factories.dossier("other")
    role = person.participations.get()
    role.tenure = other.tenures.get()
    assert "This post is in another dossier." in refusal(role)


def test_a_crime_refuses_an_unknown_kind_of_act():
    assert "Not a kind of act: theft." in refusal(d.Crime(conducts=["theft"]))


def test_a_published_legal_action_stays_as_it_is(person, publish):
    publish("dossier", person)
    action = person.legal_actions.get()
    for change in ({"status": "annulled"}, {"authority_en": "Somebody else"}, {"date": "2019"}):
        with (
            pytest.raises(DatabaseError, match="a published legal action cannot be changed"),
            transaction.atomic(),
        ):
            d.LegalAction.objects.filter(pk=action.pk).update(**change)
    with pytest.raises(DatabaseError, match="cannot be changed"), transaction.atomic():
        action.delete()
    d.LegalAction.objects.filter(pk=action.pk).update(order=7, int_notes="checked")


def test_what_ends_a_published_action_is_a_new_row(person, publish, visitor):
    publish("dossier", person)
    old = person.legal_actions.get()
    factories.action(person, factories.source(), type="dismissal", status="immunity", supersedes=old, order=1)
    publish("dossier", person, **factories.NOTE)
    page = visitor.get("/en/dossiers/test-person/").content.decode()
    assert "Ended by" in page
    assert "Proceedings ended" in page


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_an_empty_language_stays_empty_whatever_the_desk_speaks(person, lang):
    from django.utils.translation import override

    statement = person.statements.get()
    other = {"ar": "en", "en": "ar"}[lang]
    with override(lang):
        setattr(statement, f"text_{lang}", "")
        statement.save()
    statement.refresh_from_db()
    assert getattr(statement, f"text_{lang}") == ""
    assert getattr(statement, f"text_{other}")
