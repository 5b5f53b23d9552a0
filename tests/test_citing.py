"""What a reference manager reads: metadata of pages, and files in CSL-JSON, RIS and BibTeX."""

import json
import re

import bibtexparser
import pytest
import rispy
from citeproc.source.json import CiteProcJSON

from dossiers.pages.references import KINDS
from dossiers.vocabularies import SOURCE_KINDS
from publishing import dates, verbs
from publishing.pages.references import TYPES, Reference, bibtex, csl, ris
from publishing.vocabulary import Reason
from tests import factories

META = re.compile(r'<meta name="(?:citation_)?((?<=citation_)\w+|z:itemType)" content="([^"]*)">')
SITE = "http://127.0.0.1:8000"
FILE = "/en/dossiers/test-person/editions/1/BL-0001-e1"


@pytest.fixture
def record(publish):
    edition = publish("dossier", factories.dossier())
    publish("news", factories.news())
    return edition


def head(visitor, path):
    page = visitor.get(path).content.decode().partition("</head>")[0]
    return dict(META.findall(page))


@pytest.mark.parametrize(
    ("lang", "title", "author", "number", "series"),
    [
        ("ar", "اسم تجريبي", "مع العدالة,", "BL-0001، الإصدار 1", "القائمة السوداء"),
        ("en", "Test Person", "Pro-Justice,", "BL-0001, edition 1", "The Black List"),
    ],
)
@pytest.mark.parametrize("path", ["", "editions/1/"])
def test_a_file_is_a_report_with_the_address_of_its_edition(
    record, visitor, lang, title, author, number, series, path
):
    told = head(visitor, f"/{lang}/dossiers/test-person/{path}")
    assert told == {
        "title": title,
        "author": author,
        "publication_date": f"{record.published_at:%Y/%m/%d}",
        "technical_report_institution": author.rstrip(","),
        "technical_report_number": number,
        "series_title": series,
        "public_url": f"{SITE}/{lang}/dossiers/test-person/editions/1/",
        "language": lang,
        "z:itemType": "report",
    }


def test_an_incident_is_a_report_at_its_place_in_the_edition(record, visitor):
    told = head(visitor, "/en/crimes/INC-0001/")
    assert (told["z:itemType"], told["technical_report_number"]) == ("report", "INC-0001")
    assert told["public_url"] == f"{SITE}/en/dossiers/test-person/editions/1/#c1"
    assert 'id="c1"' in visitor.get("/en/dossiers/test-person/editions/1/").content.decode()


@pytest.mark.parametrize(
    ("path", "anchor", "line"),
    [
        ("/en/crimes/INC-0001/", "c1", "(INC-0001, in file BL-0001), The Black List, edition 1, "),
        ("/en/sources/SRC-0001/", "s1", "(SRC-0001, in file BL-0001), The Black List, edition 1, "),
        ("/ar/crimes/INC-0001/", "c1", "(INC-0001، في الملف BL-0001)، القائمة السوداء، الإصدار 1 ("),
    ],
)
def test_a_line_to_copy_names_the_edition_and_its_digest(record, visitor, path, anchor, line):
    page = visitor.get(path).content.decode()
    (cite,) = re.findall(r'<section class="sec" id="cite">.*?</section>', page, re.S)
    shown = re.sub(r"<[^>]*>", "", cite)
    assert line in re.sub("[\u2066-\u2069]", "", shown)
    assert f"{SITE}{path[:3]}/dossiers/test-person/editions/1/#{anchor}" in shown
    assert record.header_digest in shown


def test_the_line_of_a_file_has_the_address_of_its_edition_in_the_reader_s_language(record, visitor):
    for lang in ("ar", "en"):
        page = visitor.get(
            f"/{lang}/dossiers/test-person/", headers={"accept-language": "fr"}
        ).content.decode()
        assert f">{SITE}/{lang}/dossiers/test-person/editions/1/<" in page


def test_a_news_item_is_an_article(record, visitor):
    told = head(visitor, "/ar/news/test-news/")
    assert (told["z:itemType"], told["title"], told["journal_title"]) == (
        "newspaperArticle", "خبر تجريبي", "القائمة السوداء",
    )  # fmt: skip
    assert told["public_url"] == f"{SITE}/ar/news/test-news/"


def test_a_preview_cannot_be_cited(record, editor, desk_of):
    person = factories.d.Perpetrator.objects.get()
    page = desk_of(editor).get(f"/desk/dossiers/perpetrator/{person.pk}/preview/en/").content.decode()
    assert "Test Person" in page
    assert "citation_title" not in page


def test_the_file_in_ris(record, visitor):
    answer = visitor.get(f"{FILE}.ris")
    assert answer.headers["Content-Type"] == "application/x-research-info-systems"
    day = f"{record.published_at:%Y/%m/%d}/"
    assert answer.content.decode() == "\r\n".join([
        "TY  - RPRT", "ID  - BL-0001-e1", "TI  - Test Person", "AU  - Pro-Justice", "T2  - The Black List",
        "PB  - Pro-Justice", "SN  - BL-0001, edition 1", f"PY  - {day[:4]}", f"DA  - {day}",
        f"UR  - {SITE}/en/dossiers/test-person/editions/1/", "LA  - en",
        f"N1  - sha256 {record.header_digest}, edition 1", "ER  - ", "",
    ])  # fmt: skip


def test_the_file_in_arabic_keeps_its_author_whole(record, visitor):
    path = FILE.replace("/en/", "/ar/")
    (row,) = json.loads(visitor.get(f"{path}.csl.json").content)
    assert (row["author"], row["title"], row["language"]) == ([{"literal": "مع العدالة"}], "اسم تجريبي", "ar")
    day = record.published_at
    assert row["issued"] == {"date-parts": [[day.year, day.month, day.day]]}
    assert "author = {{مع العدالة}}" in visitor.get(f"{path}.bib").content.decode()


def test_every_source_comes_back_whole_through_a_second_reader(publish, visitor):
    by = factories.source(
        title="Report & findings: 100% of {it}", kind="un_report", publisher="لجنة التحقيق",
        symbol="A/HRC/1_2", issued="2011-05~", url="https://un.example/a_b%20c", lang="ar",
        archive_url="https://archive.example/1", archive_sha256="0" * 64,
    )  # fmt: skip
    publish("dossier", factories.dossier(by=by))
    path = f"{FILE}-sources"
    (row,) = json.loads(visitor.get(f"{path}.csl.json").content)
    assert (row["title"], row["publisher"], row["number"]) == (by.title, by.publisher, by.symbol)
    assert row["issued"] == {"date-parts": [[2011, 5]], "circa": True}
    assert (row["archive_location"], row["note"]) == (by.archive_url, f"sha256 {by.archive_sha256}")
    (entry,) = rispy.loads(visitor.get(f"{path}.ris").content.decode())
    assert (entry["title"], entry["publisher"], entry["issn"]) == (by.title, by.publisher, by.symbol)
    assert (entry["urls"], entry["date"], entry["language"]) == ([by.url], "2011/05//", "ar")
    (read,) = bibtexparser.parse_string(visitor.get(f"{path}.bib").content.decode()).entries
    assert read["title"][1:-1].replace("\\", "") == by.title
    assert (read["url"], read["number"].replace("\\", ""), read["langid"]) == (by.url, by.symbol, "arabic")


def test_as_many_sources_as_the_page_lists(record, visitor):
    page = visitor.get("/en/dossiers/test-person/").content.decode()
    listed = set(re.findall(r"/en/sources/(SRC-\d+)/", page))
    rows = json.loads(visitor.get(f"{FILE}-sources.csl.json").content)
    assert {row["id"] for row in rows} == listed


def test_every_kind_of_source_has_its_type():
    assert set(KINDS) == set(SOURCE_KINDS)
    assert set(KINDS.values()) <= set(TYPES)


@pytest.mark.parametrize(
    ("edtf", "csl_date", "ris_date"),
    [
        ("2011", {"date-parts": [[2011]]}, "PY  - 2011\r\nDA  - 2011///"),
        ("2011-05?", {"date-parts": [[2011, 5]], "circa": True}, "PY  - 2011\r\nDA  - 2011/05//"),
        ("2011/2012-06", {"date-parts": [[2011], [2012, 6]]}, "PY  - 2011/2012-06"),
        ("197X", {"raw": "197X"}, "PY  - 197X"),
        ("../2012", {"raw": "../2012"}, "PY  - ../2012"),
    ],
)
def test_a_partial_date_is_kept(edtf, csl_date, ris_date):
    """A string as a CSL date would be dropped by reference managers without a word."""
    one = Reference("a", "report", "A title", issued=dates.parse(edtf))
    assert json.loads(csl([one]))[0]["issued"] == csl_date
    assert ris_date in ris([one])
    assert f"date = {{{edtf}}}" in bibtex([one])


def test_nothing_breaks_out_of_a_line_of_ris():
    one = Reference("a", "report", "A title\r\nER  - \r\nTY  - BOOK", authors=("A, B",))
    (entry,) = rispy.loads(ris([one]))
    assert (entry["type_of_reference"], entry["authors"]) == ("RPRT", ["A B"])


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_the_citation_of_what_was_withdrawn_says_so_with_the_day(record, reviewer, visitor, lang):
    verbs.withdraw(record.document, reviewer, Reason.FACTUAL_ERROR)
    page = visitor.get(f"/{lang}/dossiers/test-person/editions/1/").content.decode()
    told = visitor.get(FILE.replace("/en/", f"/{lang}/") + ".ris").content.decode()
    words = {"ar": "[سُحب في ", "en": "[withdrawn "}[lang]
    assert page.count(words) > 1
    assert re.search(rf"N1  - sha256 \w+, .* {re.escape(words)}[^\]]*{record.published_at:%Y}", told)


def test_it_says_so_still_when_another_edition_was_erased(publish, reviewer, visitor):
    person = factories.dossier()
    publish("dossier", person)
    person.statements.update(text_en="Headed another unit.", text_ar="ترأس وحدة أخرى.")
    edition = publish("dossier", person, **factories.NOTE)
    verbs.withdraw(edition.document, reviewer, Reason.FACTUAL_ERROR)
    verbs.redact(edition.document, [1], reviewer, Reason.FACTUAL_ERROR)
    assert "[withdrawn " in visitor.get("/en/dossiers/test-person/editions/2/").content.decode()


@pytest.mark.parametrize("form", ["ris", "bib", "csl.json"])
def test_what_is_hidden_cannot_be_cited_anew(record, reviewer, visitor, form):
    verbs.withdraw(record.document, reviewer, Reason.SAFETY)
    for path in (f"{FILE}.{form}", f"{FILE}-sources.{form}"):
        answer = visitor.get(path)
        assert (answer.status_code, answer.content) == (410, b"")


@pytest.mark.parametrize("name", ["BL-0002-e1.ris", "BL-0001-e2.ris", "BL-0001-e1.doc", "BL-0001-e1-all.ris"])
def test_an_address_that_is_none_is_not_found(record, visitor, name):
    assert visitor.get(f"/en/dossiers/test-person/editions/1/{name}").status_code == 404


@pytest.mark.parametrize("sources", ["", "-sources"])
def test_another_processor_of_citations_reads_every_field(record, visitor, sources):
    told = json.loads(visitor.get(f"{FILE}{sources}.csl.json").content)
    read = CiteProcJSON(told)
    assert len(read) == len(told) > 0
    for row in told:
        found = read[row["id"].lower()]
        assert (found.type, str(found.title)) == (row["type"], row["title"])
        assert [name["literal"] for name in found.get("author", [])] == [
            name["literal"] for name in row.get("author", [])
        ]
        for name in ("publisher", "number", "URL", "language", "note"):
            assert str(found.get(name.lower(), found.get(name, ""))) == row.get(name, ""), name
        if "date-parts" in row.get("issued", {}):
            begin = found.issued.get("begin", found.issued)
            known = [begin[part] for part in ("year", "month", "day") if part in begin]
            assert known == row["issued"]["date-parts"][0]
