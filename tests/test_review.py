"""Review at the desk: what needs a second look, both languages side by side, and the approval."""

from datetime import UTC, datetime, timedelta

import pytest

from dossiers.models import Crime, NamedPerson, Perpetrator, Source
from publishing import verbs
from publishing.models import Edition
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("written")]

OF = "complicity in crimes against humanity"


@pytest.fixture
def review(person, editor, reviewer, desk_of):
    """Send the dossier to review and return its page, a reviewer's client and the address."""

    def send(**note):
        submission = verbs.submit("dossier", person, editor, **note)
        path = f"/desk/publishing/submission/{submission.pk}/change/"
        return desk_of(reviewer), path

    return send


def points(desk, path):
    page = desk.get(path).content.decode()
    part = page.partition('<section class="look">')[2].partition("</section>")[0]
    items = [item.partition("</li>")[0] for item in part.split("<li>")[1:]]
    return [item.replace("<bdi>", "").replace("</bdi>", "") for item in items]


def test_a_first_publication_is_all_new(review):
    found = points(*review())
    assert found[0] == "First publication: the person, every accusation and every name is new."
    link = "A link, not a liability: held command of the unit at the time."
    assert f"New accusation: INC-0001, Detention in Homs: {link}" in found


def test_a_changed_identity_stands_first(person, publish, review):
    publish("dossier", person)
    person.names.filter(lang="Latn").update(text="Test Persson")
    assert points(*review(**factories.NOTE)) == [
        "Identity: the name “Test Persson” is new.",
        "Identity: the name “Test Person” is gone.",
    ]


def test_a_quoted_name_cannot_reorder_the_words_around_it(person, publish, review):
    publish("dossier", person)
    person.names.filter(lang="Latn").update(text="Test P.")
    desk, path = review(**factories.NOTE)
    assert "“<bdi>Test P.</bdi>” is new." in desk.get(path).content.decode()


def test_a_changed_status_and_its_action_are_named(person, publish, review):
    publish("dossier", person)
    factories.action(person, factories.source(), type="indictment", status="filed", date="2020")
    found = points(*review(**factories.NOTE))
    assert found == [
        (
            "Legal status: from “Wanted on a warrant, no judgment given: "
            f"{OF} (Investigating judge, 5 November 2018)” to “Charged, no judgment given: "
            f"{OF} (Investigating judge, 2020)”."
        ),
        "New legal action: Indictment or committal for trial, 2020.",
    ]


def test_a_new_accusation_and_a_new_person_are_named(person, publish, review):
    publish("dossier", person)
    by = factories.source()
    factories.crime(person, by, person.tenures.get(), title_en="Arrests in Hama", title_ar="اعتقالات في حماة")
    NamedPerson.objects.create(
        perpetrator=person, name_ar="سامر", name_en="Samer Halabi", role="witness", basis="own_choice",
        int_consent="Interview of 2024.",
    )  # fmt: skip
    person.statements.update(text_en="Headed the unit, Samer Halabi said.")
    found = points(*review(**factories.NOTE))
    assert found[0].startswith("New accusation: INC-0002, Arrests in Hama")
    assert found[-1] == "New person: “Samer Halabi” (Witness)."


def test_a_small_change_needs_no_second_look(person, publish, review):
    publish("dossier", person)
    person.statements.update(text_en="Headed the ninth unit.")
    assert points(*review(**factories.NOTE)) == []


def test_both_languages_stand_on_one_row(person, publish, review):
    publish("dossier", person)
    person.statements.update(text_en="Headed the ninth unit.", text_ar="ترأس الوحدة التاسعة.")
    desk, path = review(**factories.NOTE)
    sides = desk.get(path).content.decode().partition('<div class="sides">')[2]
    rows = sides.split('<div class="side"')[1:]
    assert len(rows) == 2
    assert 'dir="rtl"' in rows[0]
    assert "إضافة:" in rows[0]
    assert '<ins><span class="vh">added: </span>ninth </ins>' in rows[1]


def test_a_moved_paragraph_is_no_difference(person, publish, review):
    factories.cite(person.statements.create(text_ar="ثانيًا.", text_en="Second.", order=1), factories.source())
    publish("dossier", person)
    person.statements.filter(text_en="Second.").update(order=0)
    person.statements.filter(text_en="Headed the unit.").update(order=2)
    person.statements.filter(text_en="Second.").update(text_en="Second!")
    desk, path = review(**factories.NOTE)
    page = desk.get(path).content.decode()
    assert "Headed the unit." not in page.partition('<div class="sides">')[2]


def test_a_changed_source_is_a_difference(person, publish, review):
    publish("dossier", person)
    person.statements.get().citations.update(source=factories.source(title="Judgment of 2023"))
    desk, path = review(**factories.NOTE)
    sides = desk.get(path).content.decode().partition('<div class="sides">')[2]
    assert '<ins><span class="vh">added: </span>2023</ins>' in sides


def test_reasons_given_for_warnings_are_shown(person, editor, reviewer, desk_of):
    factories.cite(person.statements.get(), factories.source(url="https://example.org/"))
    reasons = {"P14": "The archive refused it twice."}
    submission = verbs.submit("dossier", person, editor, reasons=reasons)
    page = desk_of(reviewer).get(f"/desk/publishing/submission/{submission.pk}/change/").content.decode()
    assert "The archive refused it twice." in page
    kept = submission.grounds.reasons
    assert [(row["rule"], row["reason"]) for row in kept] == [("P14", "The archive refused it twice.")]
    assert set(kept[0]["messages"][0]) == {"ar", "en", "claim"}


def test_a_warning_without_a_reason_is_refused(person, editor):
    factories.cite(person.statements.get(), factories.source(url="https://example.org/"))
    with pytest.raises(verbs.Refused, match="P14"):
        verbs.submit("dossier", person, editor)


def test_approval_asks_whether_both_languages_were_read(review):
    desk, path = review()
    response = desk.post(path, {"approve": "1", "note": "typed"})
    assert "Tick that you have read both languages" in response.content.decode()
    assert "typed" in response.content.decode()
    assert Edition.objects.count() == 0
    desk.post(path, {"approve": "1", "read": "on"})
    assert Edition.objects.count() == 1


def test_approval_asks_for_a_fresh_second_factor(person, editor, reviewer, desk_of):
    submission = verbs.submit("dossier", person, editor)
    path = f"/desk/publishing/submission/{submission.pk}/change/"
    stale = desk_of(reviewer, shown_ago=11 * 60)
    assert "Confirm with your second factor" in stale.get(path).content.decode()
    response = stale.post(path, {"approve": "1", "read": "on", "note": "typed"})
    assert "show once more that it is you" in response.content.decode()
    assert "typed" in response.content.decode()
    assert Edition.objects.count() == 0
    desk_of(reviewer).post(path, {"approve": "1", "read": "on"})
    assert Edition.objects.count() == 1


def test_taking_down_asks_for_it_too(person, publish, reviewer, desk_of):
    publish("dossier", person)
    document = Edition.objects.get().document
    values = {
        "verb": "withdraw", "reason": "safety", "note_ar": "سُحب.", "note_en": "Withdrawn.",
        "confirm": "BL-0001",
    }  # fmt: skip
    path = f"/desk/publishing/document/{document.pk}/change/"
    response = desk_of(reviewer, shown_ago=11 * 60).post(path, values)
    assert "show once more that it is you" in response.content.decode()
    assert Edition.objects.count() == 1


def test_who_takes_a_document_down_sees_whose_it_is(person, publish, reviewer, desk_of):
    document = publish("dossier", person).document
    desk = desk_of(reviewer)
    page = desk.get(f"/desk/publishing/document/{document.pk}/change/").content.decode()
    assert "<h2>Test Person · BL-0001</h2>" in page
    rows = desk.get("/desk/publishing/document/").content.decode()
    assert '<td class="field-title">Test Person</td>' in rows


def test_published_documents_are_narrowed_by_kind_in_words(person, reviewer, publish, desk_of):
    publish("dossier", person)
    publish("page", factories.page())
    page = desk_of(reviewer).get("/desk/publishing/document/?kind=page").content.decode()
    assert '<a href="?kind=dossier">Dossier</a>' in " ".join(page.split())
    assert "PAGE-about" in page
    assert "BL-0001" not in page


def test_the_grounds_are_in_no_edition_and_go_with_the_text(person, publish, reviewer):
    from publishing.models import Document, Grounds

    publish("dossier", person)
    assert "No address is known." not in Edition.objects.get().content
    document = Document.objects.get()
    verbs.withdraw(document, reviewer, "safety", "سُحب.", "Withdrawn.")
    verbs.redact(document, [1], reviewer, "safety")
    assert Grounds.objects.count() == 0


@pytest.mark.parametrize(
    ("change", "shown"),
    [
        (lambda person: Source.objects.update(url="https://example.org/other"), "https://example.org/other"),
        (lambda person: person.qualifications.update(standard="rgb"), "Reasonable grounds to believe (rgb)"),
        (lambda person: person.qualifications.update(note_ar="ملاحظة.", note_en="A note."), "A note."),
        (lambda person: person.tenures.update(rank="liwa"), "Major General (liwa)"),
        (lambda person: Crime.objects.update(conducts=["torture"]), "Torture (torture)"),
        (lambda person: Perpetrator.objects.update(gender="f"), "gender"),
    ],
    ids=["address of a source", "standard", "legal note", "rank", "conduct", "gender"],
)
def test_nothing_that_differs_is_approved_unseen(person, publish, review, change, shown):
    publish("dossier", person)
    change(person)
    reasons = {"P14": "No archive."}
    desk, path = review(**factories.NOTE, reasons=reasons)
    page = desk.get(path).content.decode()
    assert shown in page.partition("What readers would see differently")[2]


def test_a_source_held_back_after_submission_stops_the_approval(person, editor, reviewer):
    submission = verbs.submit("dossier", person, editor)
    Source.objects.update(confidentiality="secret")
    with pytest.raises(verbs.Refused, match=r"S1: .*is held back since this was sent"):
        verbs.approve(submission, reviewer)


def test_a_minor_recorded_after_submission_stops_the_approval(person, editor, reviewer):
    person.statements.update(text_en="Samer Halabi was there.", text_ar="كان سامر هناك.")
    submission = verbs.submit("dossier", person, editor)
    NamedPerson.objects.create(
        perpetrator=person, name_ar="سامر", name_en="Samer Halabi", role="victim", minor=True,
        basis="judgment", int_consent="x",
    )  # fmt: skip
    with pytest.raises(verbs.Refused, match="C3"):
        verbs.approve(submission, reviewer)


def test_a_warning_that_came_after_submission_stops_the_approval(person, editor, reviewer):
    Perpetrator.objects.update(life_status="alive", life_checked_on=datetime.now(UTC).date() - timedelta(364))
    factories.cite(person, factories.source(), fact="life_status")
    submission = verbs.submit("dossier", person, editor)
    with pytest.raises(verbs.Refused, match="P16"):
        verbs.approve(submission, reviewer, at=datetime.now(UTC) + timedelta(days=5))


def test_a_reviewer_is_told_how_the_person_was_asked_and_what_came_back_before(
    person, editor, reviewer, desk_of
):
    first = verbs.submit("dossier", person, editor)
    verbs.return_(first, reviewer, "Name the court.")
    again = verbs.submit("dossier", person, editor)
    page = desk_of(reviewer).get(f"/desk/publishing/submission/{again.pk}/change/").content.decode()
    assert "Not asked, or not waited for, with a reason · There is no way to reach the person" in page
    assert '<q dir="auto">Name the court.</q>' in page


def test_what_was_compared_stays_after_the_approval(person, editor, reviewer, desk_of, publish):
    publish("dossier", person)
    person.statements.update(text_en="Led the unit.", text_ar="قاد الوحدة.")
    submission = verbs.submit("dossier", person, editor, **factories.NOTE)
    verbs.approve(submission, reviewer)
    page = desk_of(reviewer).get(f"/desk/publishing/submission/{submission.pk}/change/").content.decode()
    assert "Headed" in page
    assert "The texts that readers see are the same." not in page


def test_a_rule_that_only_warned_is_not_among_those_it_passed(person, editor, reviewer, desk_of):
    Source.objects.update(url="https://example.org/judgment")
    submission = verbs.submit("dossier", person, editor, reasons={"P14": "The archive is down."})
    page = desk_of(reviewer).get(f"/desk/publishing/submission/{submission.pk}/change/").content.decode()
    passed = page.partition("Rules it passed</dt>")[2].partition("</dd>")[0]
    assert "P13, P15" in passed
