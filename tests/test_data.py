"""What can be taken away whole: tables, entities, schemas, one archive (issue of the record's data)."""

import csv
import hashlib
import io
import json
import os
import re
import time
import zipfile
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import validate

from dossiers import degree, vocabularies
from projustice import upkeep
from publishing import verbs
from publishing.canonical import digest
from publishing.pages import dataset
from publishing.pages.tables import WRITERS, cells, guarded
from publishing.vocabulary import Reason
from tests import factories

MODEL = json.loads(Path(__file__).with_name("followthemoney.json").read_text("utf-8"))
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1"]
SENTENCE = "Headed the unit."


@pytest.fixture
def record(publish):
    """Two files that name one incident and one source, and a news item about the first."""
    by = factories.source(title="=HYPERLINK(1)", symbol="12-14", publisher="Court\u202eof\nParis")
    first = factories.dossier(by=by)
    second = factories.named("second", "اسم ثانٍ", "Second Person", "Abu Test", by=by)
    publish("dossier", first)
    publish("dossier", second)
    return publish("news", factories.news(names=[first]))


def read(visitor, name):
    answer = visitor.get(f"/data/{name}")
    assert answer.status_code == 200, name
    return answer.content


def rows(visitor, table, form=".csv"):
    text = read(visitor, f"{table}{form}").decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def lines(visitor, name):
    return [json.loads(line) for line in read(visitor, name).decode().splitlines()]


@pytest.mark.parametrize(
    ("table", "count"),
    [
        ("people", 2), ("posts", 2), ("incidents", 2), ("participations", 2), ("legal-actions", 2),
        ("sources", 1), ("news", 1),
    ],
)  # fmt: skip
def test_a_table_has_a_row_for_each_thing_that_pages_show(record, visitor, table, count):
    assert len(rows(visitor, table)) == count
    manifest = json.loads(read(visitor, "manifest.json"))
    told = {row["path"]: row.get("rows") for row in manifest["files"]}
    assert [told[f"{table}{form.ending}"] for form in WRITERS] == [count] * 3


def test_counts_are_those_of_the_pages(record, visitor):
    counts = {name: len(rows(visitor, name)) for name in ("people", "incidents", "sources")}
    register = visitor.get("/en/dossiers/").content.decode()
    incidents = visitor.get("/en/crimes/").content.decode()
    page = visitor.get("/en/dossiers/test-person/").content.decode()
    person = rows(visitor, "people")[0]
    assert counts["people"] == len(set(re.findall(r"BL-\d{4}", register)))
    assert counts["incidents"] == len(set(re.findall(r"/en/crimes/INC-\d+/", incidents)))
    assert int(person["sources"]) == len(set(re.findall(r'id="s\d+"', page)))
    assert int(person["incidents"]) == len(set(re.findall(r'id="c\d+"', page)))


def test_a_person_is_told_with_the_limits_of_the_status_and_the_edition(record, visitor):
    person = rows(visitor, "people")[0]
    assert person["file"] == "BL-0001"
    assert (person["name_ar"], person["name_en"]) == ("اسم تجريبي", "Test Person")
    page = visitor.get("/en/dossiers/test-person/").content.decode()
    assert person["status_text_en"].split("(")[0].strip() in re.sub(r"<[^>]+>", "", page)
    assert person["address_ar"] == "http://127.0.0.1:8000/ar/dossiers/test-person/editions/1/"
    assert visitor.get("/editions/BL-0001/1.json").json()["header"]["edition"] == int(person["edition"])
    assert digest(visitor.get("/editions/BL-0001/1.json").json()["header"]) == person["sha256"]


@pytest.mark.parametrize("table", [table.name for table in dataset.tables()])
def test_lines_hold_what_the_schema_says_and_the_table_the_same(record, visitor, table):
    schema = visitor.get(f"/data/schemas/{table}.json").json()
    Draft202012Validator.check_schema(schema)
    listed = lines(visitor, f"{table}.jsonl")
    for line in listed:
        Draft202012Validator(schema).validate(line)
    text = read(visitor, f"{table}.csv").decode()
    assert list(csv.reader(io.StringIO(text, newline=""), strict=True))[1:] == [
        cells(line) for line in listed
    ]
    assert all(line.endswith("\r\n") for line in text.splitlines(keepends=True))


def test_a_cell_is_one_line_and_turns_nothing_round(record, visitor):
    assert rows(visitor, "sources")[0]["publisher"] == "Courtof Paris"


def test_the_table_for_spreadsheets_opens_in_arabic_and_calculates_nothing(record, visitor):
    body = read(visitor, "sources.excel.csv")
    assert body.startswith(b"\xef\xbb\xbf")
    (row,) = csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline=""), strict=True)
    assert (row["title"], row["symbol"]) == ("'=HYPERLINK(1)", "'12-14")
    (plain,) = rows(visitor, "sources")
    assert (plain["title"], plain["symbol"]) == ("=HYPERLINK(1)", "12-14")


@pytest.mark.parametrize("cell", [*FORMULAS, "2011-05", "1/2", "3.4", "0012", "123456789012345", "1E5"])
def test_what_a_spreadsheet_would_change_is_guarded(cell):
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["2011", "2011-05-07", "12", "BL-0001", "اسم", "2011-05/2012-06", ""])
def test_what_it_leaves_alone_is_left_alone(cell):
    assert guarded(cell) == cell


def test_every_file_is_in_the_manifest_with_its_digest_licence_and_state(record, visitor):
    manifest = json.loads(read(visitor, "manifest.json"))
    assert (manifest["seq"], manifest["head"]) == (record.seq, record.header_digest)
    assert manifest["licence"] == "CC-BY-4.0"
    told = {row["path"]: (row["sha256"], row["bytes"]) for row in manifest["files"]}
    assert {name for name in dataset.names() if name != "manifest.json"} <= set(told)
    for path, (sha256, size) in told.items():
        body = visitor.get(f"/data/{path}").content
        assert (hashlib.sha256(body).hexdigest(), len(body)) == (sha256, size), path


def test_the_archive_holds_every_file_and_edition_and_lists_them(record, visitor):
    archive = zipfile.ZipFile(io.BytesIO(read(visitor, "blacklist.zip")))
    manifest = json.loads(archive.read("blacklist/manifest.json"))
    for row in manifest["files"]:
        body = archive.read(f"blacklist/{row['path']}")
        assert hashlib.sha256(body).hexdigest() == row["sha256"], row["path"]
    assert {f"blacklist/{row['path']}" for row in manifest["files"]} | {"blacklist/manifest.json"} == set(
        archive.namelist()
    )
    edition = archive.read("blacklist/editions/BL-0001-e1.json")
    assert edition == visitor.get("/editions/BL-0001/1.json").content
    assert "ورود اسم شخص هنا لا يعني إدانته" in archive.read("blacklist/README.txt").decode()


def test_made_twice_of_one_state_it_is_the_same_to_the_byte(record, tmp_path):
    made = []
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        dataset.make(tmp_path / name, dataset.Snapshot.now())
        files = sorted(file for file in (tmp_path / name).rglob("*") if file.is_file())
        made.append([(file.relative_to(tmp_path / name), file.read_bytes()) for file in files])
    assert made[0] == made[1]


def test_what_was_withdrawn_is_in_no_file(record, publish, reviewer, visitor):
    document = publish("dossier", factories.dossier("third", "اسم ثالث", "Third Person")).document
    assert b"Third Person" in read(visitor, "people.csv")
    verbs.withdraw(document, reviewer, Reason.FACTUAL_ERROR)
    for name in dataset.names():
        body = read(visitor, name)
        parts = [body]
        if name.endswith(".zip"):
            archive = zipfile.ZipFile(io.BytesIO(body))
            parts = [archive.read(one) for one in archive.namelist() if "-e2" not in one]
        # The tombstone gives the name where that harms nobody, and nothing else.
        assert not any(b"Third Person" in part for part in parts), name
    archive = zipfile.ZipFile(io.BytesIO(read(visitor, "blacklist.zip")))
    edition = json.loads(archive.read(f"blacklist/editions/{document.public_id}-e1.json"))
    assert edition["body"] is None
    assert digest(edition["header"]) == document.editions.get(number=1).header_digest


# FollowTheMoney


def test_entities_are_as_the_model_has_them(record, visitor):
    entities = lines(visitor, "entities.ftm.json")
    schemata = {entity["id"]: entity["schema"] for entity in entities}
    assert len(schemata) == len(entities)
    assert set(schemata.values()) == {
        "Person", "PublicBody", "Position", "Occupancy", "Event", "UnknownLink", "CourtCase",
        "CourtCaseParty", "Article", "Documentation",
    }  # fmt: skip
    for entity in entities:
        model, properties = MODEL[entity["schema"]], entity["properties"]
        assert set(model["required"]) <= set(properties), entity
        for name, values in properties.items():
            kind, _colon, kin = model["properties"][name].partition(":")
            assert values and all(isinstance(value, str) and value for value in values), entity
            if kind == "entity":
                assert all(kin in MODEL[schemata[value]]["is"] for value in values), (entity["id"], name)
            if kind == "date":
                assert all(re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value) for value in values), entity
            if kind == "country":
                assert all(re.fullmatch("[a-z]{2}", value) for value in values), entity


def topics(visitor):
    return next(one for one in lines(visitor, "entities.ftm.json") if one["schema"] == "Person")[
        "properties"
    ]["topics"]


@pytest.mark.parametrize(
    ("actions", "told"),
    [
        ([], ["poi"]),
        ([{"type": "warrant", "status": "active"}], ["wanted"]),
        ([{"type": "warrant", "status": "annulled"}], ["poi"]),
        ([{"type": "sanction", "status": "active"}], ["sanction"]),
        ([{"type": "sanction", "status": "delisted"}], ["poi"]),
        ([{"type": "conviction", "status": "not_final"}], ["poi"]),
        ([{"type": "conviction", "status": "final", "in_absentia": True}], ["poi"]),
    ],
)
def test_a_person_is_sorted_no_further_than_what_is_in_force(publish, visitor, actions, told):
    by = factories.source()
    person = factories.dossier(by=by)
    person.legal_actions.all().delete()
    for fields in actions:
        factories.action(person, by, **fields)
    publish("dossier", person)
    assert topics(visitor) == told


def test_only_a_final_conviction_of_it_makes_a_war_criminal(publish, visitor):
    by = factories.source()
    person = factories.dossier(by=by)
    person.legal_actions.all().delete()
    action = factories.action(person, by, type="conviction", status="final", in_absentia=False)
    role = person.participations.get()
    role.mode, role.action, role.assessment = "ml.unspecified", action, "court_established"
    role.save()
    factories.d.Qualification.objects.update(perpetrator=person)
    publish("dossier", person)
    assert topics(visitor) == ["crime.war"]


def test_a_conviction_of_something_else_does_not(publish, visitor):
    by = factories.source()
    person = factories.dossier(by=by)
    person.legal_actions.all().delete()
    factories.action(person, by, type="conviction", status="final", in_absentia=False)
    publish("dossier", person)
    assert topics(visitor) == ["poi"]


# The addresses


def test_the_addresses_are_described_as_they_answer(record, visitor):
    document = json.loads(read(visitor, "openapi.json"))
    validate(document)
    for path, told in document["paths"].items():
        address = path.replace("{name}", "people").replace("{id}", "BL-0001").replace("{edition}", "1")
        answer = visitor.get(address)
        (kind,) = told["get"]["responses"]["200"]["content"]
        assert answer.status_code == 200, path
        assert answer.headers["Content-Type"].partition(";")[0] == kind, path
        assert answer.headers["Access-Control-Allow-Origin"] == "*", path
    described = {path.removeprefix("/data/") for path in document["paths"]}
    assert set(dataset.names()) <= described


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_a_page_says_what_each_column_means(record, visitor, lang):
    page = visitor.get(f"/{lang}/data/").content.decode()
    for table in dataset.tables():
        for field in table.fields:
            assert " · ".join(field.columns) in page
            assert getattr(field.about, lang) in page
    for name in dataset.names():
        assert f'href="/data/{name}"' in page


@pytest.mark.parametrize("name", ["people.xls", "editions.csv", "x.csv", "people", "people.excel.jsonl"])
def test_a_file_that_is_none_is_not_found(record, visitor, name):
    assert visitor.get(f"/data/{name}").status_code == 404


# With stored pages: made in the background, kept together


def made(site):
    return site.application.keep_together([f"/data/{name}" for name in dataset.names()])


def test_nobody_waits_for_a_file_that_is_being_made(record, stored_site):
    status, headers, body = stored_site.get("/data/people.csv")
    assert (status, headers["Retry-After"], headers["Cache-Control"]) == (503, "60", "no-store")
    assert "يجري تجهيز المستند للتنزيل" in body.decode()
    assert made(stored_site)
    assert stored_site.get("/data/people.csv")[0] == 200


def test_files_stay_one_set_while_the_record_goes_on(record, stored_site, publish):
    made(stored_site)
    publish("dossier", factories.dossier("third", "اسم ثالث", "Third Person"))
    assert b"Third Person" not in stored_site.get("/data/people.csv")[2]
    assert json.loads(stored_site.get("/data/manifest.json")[2])["seq"] == record.seq


def test_a_withdrawal_takes_them_all_at_once(record, stored_site, reviewer):
    made(stored_site)
    verbs.withdraw(record.document, reviewer, Reason.SAFETY)
    for name in dataset.names():
        assert stored_site.get(f"/data/{name}")[0] == 503, name
    assert upkeep.data_is_due(stored_site.application)


@pytest.mark.parametrize(("age", "due"), [(0, False), (50 * 60, False), (56 * 60, True)])
def test_they_are_made_again_within_the_hour_once_something_is_new(record, stored_site, publish, age, due):
    made(stored_site)
    publish("dossier", factories.dossier("third", "اسم ثالث", "Third Person"))
    head = stored_site.store.head("/data/manifest.json")
    os.utime(head, (time.time() - age,) * 2)
    assert upkeep.data_is_due(stored_site.application) is due


def test_they_are_not_made_again_while_nothing_is_new(record, stored_site):
    made(stored_site)
    head = stored_site.store.head("/data/manifest.json")
    os.utime(head, (time.time() - 7200,) * 2)
    assert not upkeep.data_is_due(stored_site.application)
    assert stored_site.store.age("/data/manifest.json") < 60


def test_a_set_that_a_change_overtook_is_not_kept(record, stored_site, publish, monkeypatch):
    real = dataset.read

    def late(name):
        if name == "manifest.json":
            publish("dossier", factories.dossier("third", "اسم ثالث", "Third Person"))
        return real(name)

    monkeypatch.setattr(dataset, "read", late)
    assert not made(stored_site)
    assert stored_site.store.read("/data/people.csv") is None


def test_nothing_is_left_behind_of_what_was_made(record, stored_site, settings):
    made(stored_site)
    assert list((stored_site.store.folder / "making").iterdir()) == []


def test_a_withdrawal_removes_what_a_killed_process_left(record, stored_site, reviewer):
    left = stored_site.store.folder / "making" / "killed" / "people.csv"
    left.parent.mkdir(parents=True)
    left.write_text("Test Person")
    verbs.withdraw(record.document, reviewer, Reason.SAFETY)
    assert not left.exists()


def test_the_desk_makes_nothing_for_anybody(record, visitor, settings):
    settings.SERVE = "desk"
    assert visitor.get("/data/people.csv").status_code == 503


def test_a_place_that_is_no_governorate_of_syria_is_no_place_in_syria(publish, visitor):
    by = factories.source()
    person = factories.dossier(by=by)
    factories.d.Crime.objects.update(governorate="", place_ar="فرنسا", place_en="France")
    publish("dossier", person)
    event = next(one for one in lines(visitor, "entities.ftm.json") if one["schema"] == "Event")
    assert "country" not in event["properties"]


def test_a_post_that_is_only_reported_says_so(publish, visitor):
    person = factories.dossier()
    person.tenures.update(status="reported")
    publish("dossier", person)
    post = next(one for one in lines(visitor, "entities.ftm.json") if one["schema"] == "Occupancy")
    assert post["properties"]["status"] == ["بحسب ما ورد", "Reported"]


@pytest.mark.parametrize(
    ("table", "column", "vocabulary"),
    [
        ("people", "gender", "genders"), ("people", "status", "legal_statuses"),
        ("posts", "certainty", "tenure_statuses"),
        ("incidents", "governorate", "governorates"), ("incidents", "conducts", "conducts"),
        ("participations", "mode", "modes"), ("participations", "degree", "degrees"),
        ("legal-actions", "type", "action_types"), ("legal-actions", "country", "jurisdictions"),
        ("legal-actions", "status", "action_statuses"), ("sources", "kind", "source_kinds"),
        ("sources", "reliability", "reliabilities"), ("sources", "lang", "source_languages"),
        ("citations", "what", "statements"), ("citations", "relation", "relations"),
        ("citations", "locator_type", "locator_types"),
        ("corrections", "change", "changes"), ("corrections", "severity", "severities"),
        ("corrections", "asked_by", "asked_by"),
    ],
)  # fmt: skip
def test_a_code_is_explained_in_the_table_of_labels(record, publish, visitor, table, column, vocabulary):
    person = factories.d.Perpetrator.objects.get(slug="test-person")
    person.statements.update(text_en="Headed another unit.", text_ar="ترأس وحدة أخرى.")
    publish("dossier", person, **factories.NOTE | {"change": "correction", "asked_by": "reader"})
    known = {(row["vocabulary"], row["code"]) for row in rows(visitor, "labels")}
    codes = {code for row in rows(visitor, table) for code in row[column].split(" | ") if code}
    assert codes
    assert {(vocabulary, code) for code in codes} <= known


def test_every_degree_has_a_label():
    assert set(vocabularies.DEGREES) == set(degree.DEGREES)
