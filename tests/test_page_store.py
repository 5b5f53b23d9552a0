"""The page store: what is kept, what a change takes away, and what a dead process leaves behind."""

import multiprocessing
import os
import signal
from dataclasses import replace

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


@pytest.mark.parametrize("path", ["/ar/", "/ar/dossiers/x/", "/ar/feed.atom", "/editions/BL-0001/1.json"])
def test_what_is_kept_is_read_again(store, path):
    kept(store, path)
    assert store.read(path) == PAGE
    assert store.read("/en/never/") is None


def test_a_page_lies_where_a_web_server_finds_it(store):
    kept(store, "/ar/dossiers/x/")
    assert {"build/200/identity/ar/dossiers/x/~", "build/200/gzip/ar/dossiers/x/~"} <= set(files(store))


def test_what_is_gone_lies_apart_from_what_is_there(store):
    """A web server answers 200 with what lies under 200, and nothing else."""
    gone = Page(410, [("Content-Type", "text/html")], {"identity": b"gone"})
    assert store.keep("/ar/x/", gone, ["list dossier"], store.fence())
    assert "build/410/identity/ar/x/~" in files(store)
    assert not (store.folder / "build" / "200").exists()


def test_an_address_that_moved_is_a_link_that_a_web_server_can_read(store):
    moved = Page(301, [("Location", "/ar/dossiers/new/")], {"identity": b""})
    assert store.keep("/ar/dossiers/old/", moved, ["document BL-0001"], store.fence())
    link = store.folder / "build" / "moved" / "ar" / "dossiers" / "old" / "~"
    assert link.resolve() == store.folder / "build" / "to" / "ar" / "dossiers" / "new" / "~"
    store.end(store.begin(["document BL-0001"]))
    assert not list(store.folder.rglob("*old*")) + list(store.folder.rglob("*new*"))


def test_two_copies_of_a_store_give_a_page_the_same_tag(store, tmp_path):
    """nginx makes it of a file's time and size, so the time comes from the bytes."""
    other = PageStore(tmp_path / "copy", "build")
    times = []
    for one in (store, other):
        kept(one)
        file = one.folder / "build" / "200" / "gzip" / "ar" / "x" / "~"
        times.append((file.stat().st_mtime, file.stat().st_size))
    assert times[0] == times[1]
    assert PAGE.tags["gzip"] == f'"{int(times[0][0]):x}-{times[0][1]:x}"'


def test_each_coding_has_a_tag_of_its_own():
    assert PAGE.tags["identity"] != PAGE.tags["gzip"]


def test_a_change_takes_the_pages_that_have_one_of_its_keys_and_no_other(store):
    kept(store, "/ar/a/", "document BL-0001", "list crime")
    kept(store, "/ar/b/", "list crime")
    kept(store, "/ar/c/", "list news")
    store.end(store.begin(["document BL-0001", "list crime", "list nothing"]))
    assert [store.read(path) for path in ("/ar/a/", "/ar/b/", "/ar/c/")] == [None, None, PAGE]
    assert not any("/ar/a/" in name or "/ar/b/" in name for name in files(store))
    assert not list(store.folder.rglob("a")) + list(store.folder.rglob("b"))  # no folder tells their names


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
    PageStore(store.folder, "older").go_live()
    kept(store)
    store.go_live()
    assert PageStore(store.folder, "older").read("/ar/x/") is not None  # who has not heard of it serves on
    assert (store.folder / "live").resolve().name == "build"
    newer = PageStore(store.folder, "newer")
    kept(newer)
    newer.go_live()
    assert PageStore(store.folder, "older").read("/ar/x/") is None
    assert store.read("/ar/x/") is not None


def test_what_was_taken_away_is_wanted_again_and_what_was_coded_quickly_is_coded_better(store):
    rough = replace(PAGE, rough=True)
    assert store.keep("/ar/a/", rough, ["list crime"], store.fence())
    assert store.wanted() == ["/ar/a/"]
    better = replace(PAGE, bodies={**PAGE.bodies, "gzip": b"zip"})
    store.refine("/ar/a/", rough, better)
    assert store.read("/ar/a/") == better
    store.strike(["/ar/a/"])
    assert store.wanted() == []
    store.end(store.begin(["list crime"]))
    assert store.wanted() == ["/ar/a/"]
    store.refine("/ar/a/", better, PAGE)
    assert store.read("/ar/a/") is None  # what went meanwhile does not come back


def test_who_asked_to_know_hears_what_went_after_the_change(tmp_path):
    told = []
    store = PageStore(tmp_path / "pages", "build", told.append)
    kept(store, "/ar/a/", "document BL-0001")
    kept(store, "/ar/b/", "document BL-0001")
    change = store.begin(["document BL-0001"])
    assert told == []
    store.end(change)
    assert told == [["/ar/a/", "/ar/b/"]]


def test_who_asked_to_know_hears_it_from_the_next_process_if_the_first_one_died(tmp_path):
    def die(paths):
        os.kill(os.getpid(), signal.SIGKILL)

    def change():
        store = PageStore(tmp_path / "pages", "build", die)
        kept(store, "/ar/a/", "document BL-0001")
        store.end(store.begin(["document BL-0001"]))

    process = multiprocessing.get_context("fork").Process(target=change)
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL
    told = []
    PageStore(tmp_path / "pages", "build", told.append).recover()
    assert told == [["/ar/a/"]]
