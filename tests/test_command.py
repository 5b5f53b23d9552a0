"""The chain of command: who held the posts above and below on one day, from live dossiers only."""

import pytest

from dossiers.models import Institution, Perpetrator
from dossiers.pages.chain_of_command import chain_of_command, covers
from dossiers.pages.dossier import Dossier
from publishing import dates
from publishing.models import Edition
from tests import factories
from tests.test_pages import words


def person(slug, name, code, span, by, **fields):
    """A published-ready dossier whose one post is in this institution."""
    made = factories.dossier(slug, "شخص آخر", name, by=by)
    made.tenures.update(institution=Institution.objects.get(code=code), span=span, **fields)
    made.participations.update(mode="ml.unspecified", tenure=None)
    return made


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("record")]


@pytest.fixture(scope="module")
def by(publish_once):
    return factories.source()


@pytest.fixture(scope="module")
def record(publish_once, by):
    """A directorate with a branch with a section, a person in each, and a branch with nobody."""
    parent = None
    for code in ("dir", "dir.branch", "dir.branch.section"):
        parent = Institution.objects.create(
            code=code,
            name_ar=f"مؤسسة {code}",
            name_en=f"Institution {code}",
            type="intel_branch",
            parent=parent,
        )
    top = person("top", "Top Person", "dir", "2009/2012-06", by)
    middle = person("middle", "Middle Person", "dir.branch", "2011/2013", by)
    low = person("low", "Low Person", "dir.branch.section", "2012-01/2014", by)
    for who in (top, middle, low):
        publish_once("dossier", who)
    return {"top": top, "middle": middle, "low": low}


def chain(slug, on=""):
    edition = Edition.objects.get(document__slug=slug, document__live__pk__isnull=False, number=1)
    return chain_of_command(Dossier(edition.read()), on)


def walk(node, depth=0):
    """Return the tree as (depth, institution, names), the person's own institution marked."""
    names = [str(holder.name) for holder in node.holders]
    found = [(depth, node.code, ["—", *names] if node.here else names)]
    for below in node.nodes:
        found += walk(below, depth + 1)
    return found


def test_above_and_below_on_one_day(record):
    (root,) = chain("middle", "2012-05").chains
    assert walk(root) == [
        (0, "dir", ["Top Person"]),
        (1, "dir.branch", ["—"]),
        (2, "dir.branch.section", ["Low Person"]),
    ]


def test_posts_must_overlap_the_day(record):
    (root,) = chain("middle", "2011-05").chains
    assert walk(root) == [(0, "dir", ["Top Person"]), (1, "dir.branch", ["—"]), (2, "dir.branch.section", [])]
    (root,) = chain("middle", "2013").chains
    assert walk(root)[0] == (0, "dir", [])


def test_a_day_on_which_no_post_was_held_has_no_chain(record, visitor):
    assert chain("middle", "2019").chains == []
    assert "No post of this person is documented at this date." in words(
        visitor.get("/en/dossiers/middle/?on=2019")
    )


def test_nobody_stands_above_himself(record, publish, by):
    middle = record["middle"]
    factories.cite(
        factories.d.Tenure.objects.create(
            perpetrator=middle, institution=Institution.objects.get(code="dir"), title_ar="نائب",
            title_en="Deputy", span="2011/2013",
        ),
        by,
    )  # fmt: skip
    edition = publish("dossier", middle, **factories.NOTE)
    found = chain_of_command(Dossier(edition.read()), "2012-05")
    names = [name for root in found.chains for _depth, _code, names in walk(root) for name in names]
    assert "Middle Person" not in names


def test_an_end_without_a_start_is_not_taken_for_certain(record, publish, by, visitor):
    publish("dossier", person("late", "Late Person", "dir", "../2012", by))
    (root,) = chain("middle", "2011-05").chains
    assert [(str(h.name), h.certain) for h in root.holders] == [("Top Person", True), ("Late Person", False)]
    assert "The dates leave open whether this covers the date asked for." in words(
        visitor.get("/en/dossiers/middle/?on=2011-05")
    )


def test_every_link_cites_its_sources_in_its_own_file(record, visitor):
    html = visitor.get("/en/dossiers/middle/?on=2012-05").content.decode()
    for slug in ("top", "low"):
        assert f'<a class="ref" href="/en/dossiers/{slug}/#s1">[1]</a>' in html


def test_a_gap_is_said_aloud(record, visitor):
    page = words(visitor.get("/en/dossiers/middle/?on=2013"))
    assert "Institution dir No published file documents a holder at this date." in page


def test_the_first_day_shown_is_that_of_a_crime_in_a_post(record):
    found = chain("middle")
    assert (found.on, [(day.on, day.crime) for day in found.days]) == (
        "2012-03",
        [("2012-03", 1), ("2011", None)],
    )


@pytest.mark.parametrize("asked", ["2012-13", "yesterday", "2011/2012", "<b>"])
def test_a_day_that_cannot_be_read_is_said_and_kept(record, visitor, asked):
    response = visitor.get("/en/dossiers/middle/", {"on": asked})
    assert response.status_code == 200
    assert "This is not a date that can be read." in words(response)
    assert f'value="{asked.replace("<", "&lt;").replace(">", "&gt;")}"' in response.content.decode()


def test_a_past_edition_has_no_chain(record, publish, visitor):
    Perpetrator.objects.filter(slug="middle").update(birth="1959")
    publish("dossier", Perpetrator.objects.get(slug="middle"), **factories.NOTE)
    page = words(visitor.get("/en/dossiers/middle/editions/1/"))
    assert "it stands on the current page of this file only" in page
    assert "Top Person" not in page


def test_a_draft_is_in_no_chain(record, by, visitor):
    person("draft", "Draft Person", "dir", "2009/2014", by)
    assert "Draft Person" not in visitor.get("/en/dossiers/middle/?on=2012-05").content.decode()


def test_an_institution_shows_its_holders_over_time_and_what_is_below(record, publish, by, visitor):
    publish("dossier", person("earlier", "Earlier Person", "dir", "2005/2008", by))
    page = words(visitor.get("/en/institutions/dir/"))
    over_time = page.partition("Holders over time")[2]
    assert over_time.index("Earlier Person") < over_time.index("Top Person")
    assert "from 2005 to 2008" in over_time
    assert "Middle Person" not in over_time
    assert "Institution dir.branch" in page.partition("Holders over time")[0]


def test_an_institution_shows_who_was_above_and_below_on_a_day(record, visitor):
    tree = words(visitor.get("/en/institutions/dir.branch/?on=2012-05")).partition("Holders over time")[0]
    assert "Post-holders on this date (May 2012)" in tree
    assert tree.index("Top Person") < tree.index("Middle Person")


def test_a_day_that_cannot_be_read_says_how_to_write_it(record, visitor):
    page = words(visitor.get("/en/institutions/dir/?on=soon"))
    assert "This is not a date that can be read. Write it as 2012, 2012-05 or 2012-05-20." in page


def test_two_who_were_never_in_post_together_are_in_no_chain(record, publish, by):
    publish("dossier", person("brief", "Brief Person", "dir", "2012-07/2012-08", by))
    late = person("late", "Late Person", "dir.branch", "2012-10/2014", by)
    found = chain_of_command(Dossier(publish("dossier", late).read()), "2012")
    assert walk(found.chains[0])[0] == (0, "dir", [])


@pytest.mark.parametrize(
    ("span", "on", "certain"),
    [
        ("2011/2013", "2012-05", True),
        ("2011/2013", "2012", True),
        ("2011/2012", "2012-05", False),
        ("2011-03/2012-06", "2012-05-20", True),
        ("../2012", "2011-05", False),
        ("../2012", "2012-11", False),
        ("2009/..", "2012-05", True),
        ("2012", "2012-05", False),
        ("2012-05", "2012", True),
    ],
)
def test_a_post_is_certain_only_where_its_dates_settle_it(span, on, certain):
    assert covers(dates.parse(span), dates.parse(on)) is certain


def test_nothing_is_documented_after_the_newest_source(record, publish, by, visitor):
    factories.d.Source.objects.filter(pk=by.pk).update(issued="2020-05-04")
    publish("dossier", person("ongoing", "Ongoing Person", "dir.branch", "2008/..", by))
    page = words(visitor.get("/en/dossiers/ongoing/?on=2099"))
    assert "No post of this person is documented at this date." in page
    assert "since 2008, as of 4 May 2020" in page


def test_an_institution_that_moved_hangs_where_the_newest_edition_puts_it(record, publish, by):
    other = Institution.objects.create(code="dir2", name_ar="مديرية", name_en="Other", type="intel_branch")
    Institution.objects.filter(code="dir.branch").update(parent=other)
    publish("dossier", Perpetrator.objects.get(slug="middle"), **factories.NOTE)
    top = chain_of_command(Dossier(Edition.objects.get(document__slug="top").read()), "2012-05")
    assert "dir.branch" not in [code for _depth, code, _names in walk(top.chains[0])]


def test_a_second_post_of_the_same_person_is_said_and_is_no_gap(record, publish, by, visitor):
    middle = record["middle"]
    factories.cite(
        factories.d.Tenure.objects.create(
            perpetrator=middle, institution=Institution.objects.get(code="dir"), title_ar="نائب",
            title_en="Deputy", span="2012-07/2013",
        ),
        by,
    )  # fmt: skip
    publish("dossier", middle, **factories.NOTE)
    page = words(visitor.get("/en/dossiers/middle/?on=2012-08"))
    assert "The same person held a post here too: Deputy" in page


def test_an_end_alone_is_a_day_worth_a_look(publish, by):
    late = person("late", "Late Person", "dir", "../2012", by)
    factories.d.Crime.objects.update(when="")
    assert chain_of_command(Dossier(publish("dossier", late).read())).on == "2012"


@pytest.mark.parametrize("typed", ["2012-05", "٢٠١٢-٠٥", "05-2012", "05/2012", " 2012-05 "])
def test_a_day_is_read_as_people_type_it(record, visitor, typed):
    page = words(visitor.get("/en/institutions/dir/", {"on": typed}))
    assert "Post-holders on this date (May 2012)" in page
