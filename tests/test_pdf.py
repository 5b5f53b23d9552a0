"""An edition on paper: found by its words, the same each time, with the edition inside."""

import re
import socket
import zlib

import pypdfium2
import pytest

from projustice import upkeep
from projustice.printing import can_print
from publishing import verbs
from publishing.models import Document
from publishing.pages import pdf
from publishing.standalone import verify
from publishing.vocabulary import Reason
from tests import factories, test_leaks

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not can_print(), reason="WeasyPrint or Pango is not installed"),
]


@pytest.fixture(autouse=True)
def printing(settings):
    settings.PDF = True


@pytest.fixture
def record(publish):
    person = factories.dossier()
    person.same_name_ar, person.same_name_en = "ليس الطبيب.", "Not the doctor."
    person.save()
    return publish("dossier", person)


def paper(visitor, lang="en", number=1, path="test-person", public_id="BL-0001"):
    return visitor.get(f"/{lang}/dossiers/{path}/editions/{number}/{public_id}-e{number}-{lang}.pdf")


def pages(data):
    document = pypdfium2.PdfDocument(data)
    return [document[n].get_textpage().get_text_bounded() for n in range(len(document))]


def unpacked(data):
    """Return what every stream of a PDF holds."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
    return b"\n".join(zlib.decompress(one) if one[:1] == b"x" else one for one in streams)


def test_the_first_page_says_what_it_is_and_how_far_it_goes(record, visitor):
    answer = paper(visitor)
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "application/pdf")
    first = " ".join(pages(answer.content)[0].split())
    for told in (
        "Test Person", "BL-0001", "Edition 1", "Wanted on a warrant, no judgment given", "presumed innocent",
        "Not this person?", "Not the doctor.", "http://127.0.0.1:8000/en/dossiers/test-person/editions/1/",
    ):  # fmt: skip
        assert told in first, told
    assert record.header_digest in first.replace(" ", "")


def test_it_has_the_narrative_incidents_actions_and_sources(record, visitor):
    text = " ".join(" ".join(pages(paper(visitor).content)).split())
    for told in (
        "Headed the unit.",
        "Detention in Homs",
        "Arrest warrant",
        "Investigating judge",
        "Sources",
        "Judgment of 2022",
    ):
        assert told in text, told


@pytest.mark.parametrize("lang", ["ar", "en"])
def test_every_page_bears_the_edition_and_its_digest(record, visitor, lang):
    told = pages(paper(visitor, lang).content)
    for number, page in enumerate(told, 1):
        assert record.header_digest in page.replace("\r\n", "").replace(" ", ""), number
        assert {"ar": f"صفحة {number} من {len(told)}", "en": f"Page {number} of {len(told)}"}[lang] in page, (
            number
        )
    assert all("0001" in page for page in told[1:])  # viewers turn BL- round in a line of Arabic


def test_the_edition_is_attached_and_anybody_can_check_it(record, visitor, tmp_path):
    data = paper(visitor).content
    assert verify.attachment(data) == visitor.get("/editions/BL-0001/1.json").content
    (tmp_path / "e.pdf").write_bytes(data)
    assert (
        verify.check(
            verify.argparse.Namespace(
                what=str(tmp_path / "e.pdf"), digest="", proof="", checkpoint="", key=""
            )
        )
        == 0
    )
    changed = data.replace(b"/EmbeddedFile", b"/EmbeddedFilx")
    with pytest.raises(verify.Unreadable):
        verify.attachment(changed)


def test_it_declares_pdf_a_and_is_tagged_in_its_language(record, visitor):
    data = paper(visitor, "ar").content
    assert re.search(rb'pdfaid:part(="3"|>3<)', unpacked(data))
    document = pypdfium2.PdfDocument(data)
    assert document.get_metadata_value("Title") == "اسم تجريبي (BL-0001، الإصدار 1)"
    assert pypdfium2.raw.FPDFCatalog_IsTagged(document)
    assert re.search(rb"/Lang ?\(ar\)", unpacked(data))
    assert re.search(rb"/AFRelationship ?/Source", unpacked(data))


def test_made_twice_it_is_the_same_to_the_byte(record, visitor):
    assert paper(visitor, "ar").content == paper(visitor, "ar").content


# A process that can fetch nothing


def document(body):
    return pdf.Document(
        html=f"<!doctype html><html lang=en><title>x</title><body>{body}</body></html>",
        address="http://127.0.0.1:8000/en/",
        day="2026-01-02T00:00:00+00:00",
        digest="0" * 64,
        attachment=b"{}",
        attachment_name="x.json",
        attachment_about="x",
    )


def test_what_a_page_names_is_never_fetched():
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        port = server.getsockname()[1]
        data = pdf.draw(
            document(
                f'<img src="http://127.0.0.1:{port}/a.png"><img src="file:///etc/hostname">'
                f'<link rel=stylesheet href="http://127.0.0.1:{port}/a.css"><p>Some words.</p>'
                f'<link rel=attachment href="file:///etc/hostname">'
            )
        )
        with pytest.raises(TimeoutError):
            server.accept()
    assert "Some words." in pages(data)[0]
    hostname = socket.gethostname().encode()
    assert hostname not in data


def test_what_cannot_be_made_says_why(monkeypatch):
    monkeypatch.setattr(pdf, "PROGRAM", pdf.PROGRAM.with_name("nothing.py"))
    with pytest.raises(pdf.NotMade, match=r"nothing\.py"):
        pdf.draw(document(""))


# Who may have it, and when


def test_a_page_leads_to_it_and_reference_managers_too(record, visitor):
    for lang in ("ar", "en"):
        path = f"/{lang}/dossiers/test-person/editions/1/BL-0001-e1-{lang}.pdf"
        for page in ("", "editions/1/"):
            told = visitor.get(f"/{lang}/dossiers/test-person/{page}").content.decode()
            assert f'<meta name="citation_pdf_url" content="http://127.0.0.1:8000{path}">' in told
            assert f'<a href="{path}">PDF</a>' in told


def test_where_none_is_made_nothing_leads_to_it(record, visitor, settings):
    settings.PDF = False
    told = visitor.get("/en/dossiers/test-person/").content.decode()
    assert "citation_pdf_url" not in told
    assert ".pdf" not in told
    assert paper(visitor).status_code == 404


@pytest.mark.parametrize("name", ["BL-0002-e1-en", "BL-0001-e2-en", "BL-0001-e1-ar", "BL-0001-e1"])
def test_an_address_that_is_none_is_not_found(record, visitor, name):
    assert visitor.get(f"/en/dossiers/test-person/editions/1/{name}.pdf").status_code == 404


def test_nobody_waits_for_it_and_then_it_is_there(record, stored_site):
    path = "/en/dossiers/test-person/editions/1/BL-0001-e1-en.pdf"
    status, headers, _body = stored_site.get(path)
    assert (status, headers["Retry-After"]) == (503, "60")
    assert path in stored_site.store.wanted()
    upkeep.make_wanted(stored_site.application)
    status, headers, body = stored_site.get(path)
    assert (status, headers["Content-Type"], body[:5]) == (200, "application/pdf", b"%PDF-")


def test_what_many_wait_for_is_written_down_once(record, stored_site):
    path = "/en/dossiers/test-person/editions/1/BL-0001-e1-en.pdf"
    for _reader in range(20):
        assert stored_site.get(path)[0] == 503
    assert (stored_site.store.folder / stored_site.store.build / "wanted").read_text().split().count(
        path
    ) == 1


def test_it_is_made_after_its_page_was_read(record, stored_site):
    stored_site.get("/ar/dossiers/test-person/")
    assert "/ar/dossiers/test-person/editions/1/BL-0001-e1-ar.pdf" in stored_site.store.wanted()


def test_it_is_gone_with_its_edition(record, stored_site, reviewer):
    path = "/en/dossiers/test-person/editions/1/BL-0001-e1-en.pdf"
    stored_site.application.page(path)
    assert stored_site.get(path)[0] == 200
    verbs.withdraw(record.document, reviewer, Reason.SAFETY)
    assert stored_site.get(path)[0] == 410
    assert not [
        file for file in stored_site.store.folder.rglob("*.pdf") if file.read_bytes().startswith(b"%PDF-")
    ]


def test_what_was_withdrawn_says_so_on_its_first_page(record, visitor, reviewer):
    verbs.withdraw(record.document, reviewer, Reason.FACTUAL_ERROR)
    assert "[withdrawn " in pages(paper(visitor).content)[0]


def test_nothing_of_the_desk_is_in_it(publish, visitor):
    person = test_leaks.everything()
    test_leaks.fill_all(
        lambda model: (
            test_leaks.texts(model)
            - test_leaks.PUBLISHED[model._meta.model_name]
            - test_leaks.FORMED
            - {"portrait"}
        )
    )
    publish("dossier", type(person).objects.get())
    slug = Document.objects.get(public_id="BL-0001").slug
    data = paper(visitor, path=slug).content
    assert test_leaks.CANARY not in " ".join(pages(data))
    assert test_leaks.CANARY.encode() not in verify.attachment(data)
