"""The page store: what is kept, what a change takes away, and what a dead process leaves behind."""

import multiprocessing
import os
import signal

import pytest

from publishing.pages.store import Page, PageStore

PAGE = Page(200, [("Content-Type", "text/html")], {"identity": b"text", "gzip": b"zipped"})


@pytest.fixture
def store(tmp_path):
    return PageStore(tmp_path / "pages", "build")


def kept(store, path="/ar/x/", *keys):
    assert store.keep(path, PAGE, keys or ("list dossier",), store.fence())
    return path


def files(store):
    return sorted(str(file.relative_to(store.folder)) for file in store.folder.rglob("*") if file.is_file())


@pytest.mark.parametrize(
    "path", ["/ar/", "/ar/dossiers/x/", "/ar/news/feed.atom", "/editions/BL-0001/1.json"]
)
def test_what_is_kept_is_read_again(store, path):
    kept(store, path)
    assert store.read(path) == PAGE
    assert store.read("/en/never/") is None


def test_a_page_lies_where_a_web_server_finds_it(store):
    kept(store, "/ar/dossiers/x/")
    assert {"build/pages/ar/dossiers/x/index.html", "build/pages/ar/dossiers/x/index.html.gz"} <= set(
        files(store)
    )


def test_each_coding_has_a_tag_of_its_own():
    assert PAGE.tag("identity") != PAGE.tag("gzip")


def test_a_change_takes_the_pages_that_have_one_of_its_keys_and_no_other(store):
    kept(store, "/ar/a/", "document BL-0001", "list crime")
    kept(store, "/ar/b/", "list crime")
    kept(store, "/ar/c/", "list news")
    store.end(store.begin(["document BL-0001", "list crime", "list nothing"]))
    assert [store.read(path) for path in ("/ar/a/", "/ar/b/", "/ar/c/")] == [None, None, PAGE]
    assert not any("/ar/a/" in name or "/ar/b/" in name for name in files(store))


def test_a_change_takes_them_out_of_every_build(store):
    kept(PageStore(store.folder, "older"), "/ar/a/", "document BL-0001")
    store.end(store.begin(["document BL-0001"]))
    assert PageStore(store.folder, "older").read("/ar/a/") is None


def test_nothing_is_kept_while_a_change_is_under_way(store):
    change = store.begin(["list crime"])
    assert store.fence() is None
    store.end(change)
    assert store.fence() is not None


def test_a_page_whose_making_began_before_a_change_is_not_kept_after_it(store):
    since = store.fence()
    store.end(store.begin(["list crime"]))
    assert not store.keep("/ar/a/", PAGE, ["list crime"], since)
    assert store.read("/ar/a/") is None


def test_one_change_does_not_end_another(store):
    one, other = store.begin(["list crime"]), PageStore(store.folder, "build").begin(["list news"])
    store.end(one)
    assert store.fence() is None
    assert other


def test_all_can_be_taken_away(store):
    kept(store)
    since = store.fence()
    store.clear()
    assert store.read("/ar/x/") is None
    assert not store.keep("/ar/x/", PAGE, ["list dossier"], since)


@pytest.mark.parametrize("step", ["_set_fence", "_take_away"])
def test_what_a_killed_process_had_begun_is_finished_by_the_next(store, step):
    """Killed when the fence is closed and nothing is gone yet, or when all is gone and nothing committed."""
    kept(store, "/ar/a/", "document BL-0001")

    def die():
        real = getattr(PageStore, step)

        def last(self, *args):
            real(self, *args)
            os.kill(os.getpid(), signal.SIGKILL)

        setattr(PageStore, step, last)
        store.begin(["document BL-0001"])

    process = multiprocessing.get_context("fork").Process(target=die)
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert store.fence() is not None
    assert store.read("/ar/a/") is None
    assert not list((store.folder / "changes").iterdir())


def test_pages_of_another_record_are_taken_away(store):
    store.belong_to("the first edition of one record")
    kept(store)
    store.belong_to("the first edition of one record")
    assert store.read("/ar/x/") is not None
    store.belong_to("that of another")
    assert store.read("/ar/x/") is None


def test_what_older_code_made_can_be_taken_away(store):
    kept(PageStore(store.folder, "older"))
    kept(store)
    store.forget_other_builds()
    assert PageStore(store.folder, "older").read("/ar/x/") is None
    assert store.read("/ar/x/") is not None
