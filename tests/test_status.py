"""dossiers.status: the legal status derived from rows (domain.md §3.6 and the fixtures of §0)."""

import pytest

from dossiers import vocabularies as v
from dossiers.rules.wording.linter import CHARGED, CONVICTED
from dossiers.rules.wording.terms import FIRST, FORMULAS
from dossiers.standing import Life
from dossiers.standing import derive as derived
from dossiers.status import EFFECTS, OVER
from publishing.bilingual import BLANK


def row(key, type_, status, date="2020", **more):
    return {
        "key": key, "case": "c", "type": type_, "status": status, "date": date, "public_date": "",
        "status_date": "", "in_absentia": None, "finality": "n_a", "supersedes": None, "country": "FR",
        "authority": BLANK.pair, "city": BLANK.pair, "offence": BLANK.pair, **more,
    }  # fmt: skip


def derive(rows):
    return derived(rows, Life())


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([], "none"),
        ([row("a", "sanction", "active", case=None)], "sanctioned"),
        ([row("a", "sanction", "unknown", case=None)], "none"),
        ([row("a", "sanction", "delisted", case=None)], "ended"),
        ([row("a", "complaint", "filed")], "suspect"),
        ([row("a", "red_notice", "reported")], "none"),
        ([row("a", "warrant", "active"), row("b", "sanction", "active", case=None)], "wanted"),
        ([row("a", "arrest", "custody", "2020"), row("b", "indictment", "filed", "2021")], "charged"),
        ([row("a", "indictment", "filed", "2020"), row("b", "trial", "ongoing", "2021")], "on_trial"),
        ([row("a", "conviction", "not_final", in_absentia=True)], "convicted_absentia"),
        ([row("a", "conviction", "not_final", in_absentia=False)], "convicted_not_final"),
        ([row("a", "conviction", "final", in_absentia=False)], "convicted_final"),
        ([row("a", "acquittal", "final")], "acquitted"),
    ],
)
def test_the_headline_is_what_the_rows_say(rows, code):
    assert derive(rows)["code"] == code


def test_paris_2024_is_a_conviction_in_absentia_that_outranks_its_warrant():
    rows = [
        row("w", "warrant", "active", "2018-10-08"),
        row("c", "conviction", "not_final", "2024-05-24", in_absentia=True),
    ]
    assert (derive(rows)["code"], derive(rows)["basis"]) == ("convicted_absentia", "c")


def test_an_annulled_warrant_leaves_the_other_one_standing():
    rows = [
        row("old", "warrant", "annulled", "2023-11", case="sarin"),
        row("end", "dismissal", "annulled", "2025-07-25", case="sarin", supersedes="old"),
        row("new", "warrant", "active", "2025-01-20", case="daraa"),
    ]
    status = derive(rows)
    assert (status["code"], status["basis"]) == ("wanted", "new")
    assert [(case["case"], case["code"]) for case in status["proceedings"]] == [
        ("daraa", "wanted"),
        ("sarin", "ended"),
    ]


def test_an_appeal_that_upholds_makes_a_judgment_final():
    rows = [
        row("c", "conviction", "not_final", "2022-01-13", in_absentia=False),
        row("a", "appeal", "upheld", "2024-03-20", finality="final"),
    ]
    assert (derive(rows)["code"], derive(rows)["basis"]) == ("convicted_final", "a")


def test_a_pending_appeal_changes_nothing():
    rows = [
        row("c", "conviction", "not_final", "2025-06-16", in_absentia=False),
        row("a", "appeal", "pending", "2025-06"),
    ]
    assert derive(rows)["code"] == "convicted_not_final"


def test_a_quashed_conviction_ends_it():
    rows = [row("c", "conviction", "not_final", "2022"), row("a", "appeal", "quashed", "2024")]
    assert derive(rows)["code"] == "ended"


def test_the_date_is_that_of_the_row_it_rests_on():
    assert (
        derive([row("a", "warrant", "active", "2018-11", status_date="2024-05-24")])["as_of"] == "2024-05-24"
    )


def test_the_most_severe_live_case_is_the_headline_and_an_acquittal_elsewhere_is_listed():
    rows = [row("a", "acquittal", "final", case="one"), row("b", "complaint", "filed", case="two")]
    status = derive(rows)
    assert status["code"] == "suspect"
    assert {case["code"] for case in status["proceedings"]} == {"acquitted", "suspect"}


def test_every_status_can_be_reached_and_has_words_that_keep_to_it():
    """What a new status needs: an action that brings it about, and what to write instead of too much."""
    reached = {"none", *EFFECTS.values(), *CONVICTED}  # convictions by finality and presence, in `_effect`
    assert reached == set(v.LEGAL_STATUSES)
    assert set(v.LEGAL_STATUSES) <= {*FORMULAS, *FIRST}
    assert {*OVER, *CHARGED} <= set(v.LEGAL_STATUSES)
