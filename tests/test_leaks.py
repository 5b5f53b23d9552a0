"""No draft, note, secret or name of an editor is in any public answer.

A canary stands in every text, file and relation field of every working model, in every state a
document can be in. This test fails when a new route or a new field is not covered: a field that is
neither listed as published nor filled with a canary is an error.
"""

import io
import json
import zipfile

import pytest
from django.apps import apps
from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import override

from dossiers.models import Citation, Counter, LegalAction, Perpetrator
from publishing import verbs
from publishing.models import Edition, Listing, Mention, Submission
from publishing.pages import dataset
from publishing.pages.pictures import renditions
from publishing.vocabulary import Reason
from tests import factories, routes

WORKING = ("dossiers", "news", "campaign")
CANARY = "KANARIENVOGEL"

# What a live edition shows of a working row. Every other text field is for the desk alone.
PUBLISHED = {
    "perpetrator": {
        "public_id", "slug", "birth", "birth_place", "death", "age_on", "same_name", "portrait_alt",
        "portrait_credit",
    },
    "name": {"text", "father"},
    "identifier": {"value"},
    "tenure": {"title", "span", "in_post_on"},
    "statement": {"text"},
    "institution": {"code", "name", "inception", "dissolution"},
    "crime": {"code", "title", "description", "when", "place"},
    "toll": {"text", "as_of"},
    "participation": {"role_text", "cr_control", "cr_knowledge", "cr_failure"},
    "qualification": {"authority", "date", "note"},
    "case": {"name", "court", "number"},
    "legalaction": {
        "authority", "city", "date", "public_date", "status_date", "offence", "charges", "sentence",
        "list_ref",
    },
    "source": {
        "code", "title", "title_translation", "publisher", "issued", "url", "archive_url",
        "archive_sha256", "symbol", "read_via",
    },
    "citation": {"locator", "quote"},
    "newsitem": {"slug", "headline", "standfirst", "body", "byline", "event_date"},
    "newscitation": {"locator", "quote"},
    "page": {"title", "body"},
    "link": {"name", "url", "text"},
    "linklist": {"name"},
    "replyrequest": set(),
    "namedperson": set(),
    "subjectrequest": set(),
}  # fmt: skip
# Dates and addresses are written in a form that a canary would break; their rows are canaries anyway.
FORMED = {
    "public_id", "slug", "code", "birth", "death", "age_on", "span", "in_post_on", "when", "date",
    "public_date", "status_date", "as_of", "issued", "event_date", "inception", "dissolution", "url",
    "archive_url", "archive_sha256", "locator",
}  # fmt: skip


def working_models():
    models_of = (apps.get_app_config(app).get_models() for app in WORKING)
    rows = [model for found in models_of for model in found if not model._meta.auto_created]
    # Counter holds numbers given so far and no text; a history repeats what its own model held before.
    return [row for row in rows if row is not Counter and not row.__name__.startswith("Historical")]


def texts(model):
    """Return the names of a model's free text and file fields, without their language."""
    found = set()
    for field in model._meta.concrete_fields:
        if field.choices or field.is_relation:
            continue
        if isinstance(field, models.CharField | models.TextField | models.FileField):
            found.add(field.name.removesuffix("_ar").removesuffix("_en"))
    return found


def fill(row, names):
    """Put a canary into these fields of a row, past forms and validation, and return how many."""
    values = {}
    for field in row._meta.concrete_fields:
        name = field.name.removesuffix("_ar").removesuffix("_en")
        if name in names and not isinstance(field, models.FileField):
            values[field.name] = f"{CANARY} {field.name}"[: field.max_length or None]
    row._meta.model._base_manager.filter(pk=row.pk).update(**values)
    return len(values)


def everything():
    """One row of every working model, all of them in one dossier, one news item, a page and links."""
    by = factories.source()
    person = factories.dossier("draft-person", by=by)
    factories.case(person)
    factories.cite(
        factories.d.Identifier.objects.create(perpetrator=person, scheme="ofac_sdn", value="7"), by
    )
    factories.toll(factories.d.Crime.objects.get(), by)
    factories.d.NamedPerson.objects.create(
        perpetrator=person, name_ar="اسم", name_en="Nobody at all", role="other", int_consent="x"
    )
    factories.d.SubjectRequest.objects.create(
        perpetrator=person, kind="access", received_on="2026-01-01", due_on="2099-01-01"
    )
    factories.news("draft-news", names=[person])
    factories.page("methodology")
    factories.links()
    return person


def fill_all(choose):
    filled = {}
    for model in working_models():
        for row in model._base_manager.all():
            if model is LegalAction and row.published:  # the database lets nothing else change
                fill(row, {"int_notes"})
                continue
            filled[model._meta.model_name] = fill(row, choose(model)) or filled.get(model._meta.model_name, 0)
    return filled


def answers(visitor):
    """Yield every public answer: routes in both languages, data, errors, listings, mentions."""
    for _name, _lang, path in routes.paths():
        response = visitor.get(path)
        yield path, response.getvalue() + str(response.headers).encode()
    for name in dataset.names():
        body = visitor.get(f"/data/{name}").content
        yield name, body
        if name == dataset.ARCHIVE:
            archive = zipfile.ZipFile(io.BytesIO(body))
            yield from ((entry, archive.read(entry)) for entry in archive.namelist())
    for slug in ("draft-person", "test-person", "draft-news", "test-news"):
        for lang in ("ar", "en"):
            for path in (
                f"/{lang}/dossiers/{slug}/",
                f"/{lang}/news/{slug}/",
                f"/{lang}/dossiers/{slug}/editions/",
                f"/oembed?url=http://127.0.0.1:8000/{lang}/dossiers/{slug}/",
            ):
                yield path, visitor.get(path).content
    for model in (Listing, Mention):
        yield (
            model.__name__,
            json.dumps(list(model.objects.values()), default=str, ensure_ascii=False).encode(),
        )


def assert_no_canary(visitor):
    for path, body in answers(visitor):
        assert CANARY.encode() not in body, path


def test_every_text_field_of_every_working_model_is_accounted_for():
    for model in working_models():
        published = PUBLISHED[model._meta.model_name]
        assert published <= texts(model) | {"name"}, model
        for field in model._meta.concrete_fields:
            known = isinstance(
                field,
                models.CharField | models.TextField | models.FileField | models.UUIDField | models.DateField
                | models.IntegerField | models.BooleanField | models.JSONField | models.ForeignKey,
            )  # fmt: skip
            assert known, f"{model.__name__}.{field.name}: a kind of field that this test does not know"


def test_head_says_what_get_says_and_no_more(publish, visitor):
    publish("dossier", everything())
    for _name, _lang, path in routes.paths():
        got, asked = visitor.get(path), visitor.head(path)
        assert asked.content == b"", path
        assert (asked.status_code, asked.headers) == (got.status_code, got.headers), path


@pytest.fixture
def state(request, editor, reviewer, publish):
    """Bring the rows of everything() into a state, and fill them with canaries when that is past."""
    person = everything()
    if request.param == "draft":
        return
    submission = verbs.submit("dossier", person, editor)
    if request.param == "superseded":
        verbs.submit("dossier", person, editor)
    if request.param == "returned":
        verbs.return_(submission, reviewer, CANARY)
    if request.param in {"live", "withdrawn"}:
        verbs.approve(submission, reviewer)
        publish("news", factories.NewsItem.objects.get())
        publish("links", factories.LinkList.objects.get())
    if request.param == "withdrawn":
        verbs.withdraw(submission.document, reviewer, Reason.SAFETY, "سُحب.", "Withdrawn.")


@pytest.mark.parametrize(
    "state", ["draft", "submitted", "superseded", "returned", "live", "withdrawn"], indirect=True
)
def test_no_working_row_is_public_in_any_state(state, visitor):
    filled = fill_all(lambda model: texts(model) - FORMED - {"portrait"})
    locked = {"legalaction"} if LegalAction.objects.get().published else set()
    assert {model._meta.model_name for model in working_models()} - locked == {
        name for name, count in filled.items() if count
    }
    assert_no_canary(visitor)


def test_a_frozen_submission_is_not_public_until_it_is_approved(editor, reviewer, visitor):
    person = everything()
    fill_all(lambda model: texts(model) & PUBLISHED[model._meta.model_name] - FORMED - {"name"})
    reasons = dict.fromkeys(["P21", "W7"], "The name of a field stands in both languages.")
    submission = verbs.submit("dossier", person, editor, reasons=reasons)
    assert CANARY in submission.content
    assert_no_canary(visitor)
    verbs.return_(submission, reviewer, CANARY)
    assert_no_canary(visitor)


def test_what_is_for_the_desk_alone_is_in_no_edition_and_no_answer(editor, reviewer, publish, visitor):
    editor.username = f"{CANARY}-editor"
    editor.email = f"{CANARY}@example.org"
    editor.save()
    person = everything()
    filled = fill_all(lambda model: texts(model) - PUBLISHED[model._meta.model_name] - FORMED - {"portrait"})
    assert filled["name"] == 3  # given, mother, family
    assert filled["crime"] == 1  # internal notes
    assert filled["perpetrator"] == 3  # those, and who owns the picture and where it was taken
    assert filled["source"] == 3  # those, digest of the address, how a leak was verified
    secret = factories.source(
        confidentiality="secret", title=CANARY, publisher=CANARY, url=f"https://{CANARY}.org/"
    )
    held = factories.source(confidentiality="restricted", title=CANARY, publisher=CANARY, symbol=CANARY)
    for by in (secret, held):
        place = {"locator_type": "page", "locator": CANARY, "quote": CANARY}
        Citation.objects.create(source=by, statement=person.statements.get(), **place)
        factories.NewsCitation.objects.create(source=by, item=factories.NewsItem.objects.get())
    edition = publish("dossier", Perpetrator.objects.get())
    publish("news", factories.NewsItem.objects.get())
    for row in Edition.objects.all():
        assert CANARY not in row.content + row.header
    assert len(edition.read()["sources"]) == 2  # the judgment and what is held; the secret one is not counted
    assert_no_canary(visitor)


def test_a_portrait_is_not_public_before_its_edition(editor, visitor, desk_of):
    from dossiers.desk.portraits import reencode

    upload = ContentFile(factories.picture((44, 55)), name=f"{CANARY}.jpg")  # nobody else’s, published or not
    person = everything()
    person.portrait = reencode(upload)
    person.portrait_alt_ar = person.portrait_alt_en = person.portrait_credit_ar = (
        person.portrait_credit_en
    ) = "x"
    factories.papers(person)
    person.save()
    name = person.portrait.name.rpartition("/")[2]
    assert CANARY not in person.portrait.name
    verbs.submit("dossier", person, editor)
    for image in (name, *renditions(name)):
        assert visitor.get(f"/media/{image}").status_code == 404
    assert visitor.get(f"/desk/portraits/{name}").status_code == 302
    assert desk_of(editor).get(f"/desk/portraits/{name}").status_code == 200


def test_submissions_are_never_read_by_public_code(publish, visitor, django_assert_max_num_queries):
    publish("dossier", everything())
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    working = {model._meta.db_table for model in working_models()} | {Submission._meta.db_table, "auth_user"}
    with CaptureQueriesContext(connection) as queries, override("en"):
        for _path, _body in answers(visitor):
            pass
    asked = [query["sql"] for query in queries if "SELECT" in query["sql"]]
    public = [sql for sql in asked if 'FROM "publishing_' in sql]
    assert len(public) > 50
    for sql in public:
        assert not any(f'"{table}"' in sql.split("WHERE")[0] for table in working), sql
