"""verbs.return_: sending a submission back."""

import pytest

from publishing import verbs
from tests import factories


@pytest.fixture
def submission(editor):
    return verbs.submit("dossier", factories.dossier(), editor)


def test_it_goes_back_with_a_note(submission, reviewer):
    verbs.return_(submission, reviewer, "Add the page of the judgment.")
    submission.refresh_from_db()
    assert (submission.status, submission.return_note) == ("returned", "Add the page of the judgment.")


def test_a_note_is_required(submission, reviewer):
    with pytest.raises(verbs.Refused, match="Tell the editor what to change"):
        verbs.return_(submission, reviewer, "  ")


def test_the_submitter_may_not_return_it(submission, editor, chief):
    own = verbs.submit("news", factories.news(), chief)
    with pytest.raises(verbs.Refused, match="P4"):
        verbs.return_(own, chief, "No.")


def test_it_can_be_submitted_again(submission, editor, reviewer):
    verbs.return_(submission, reviewer, "Add the page of the judgment.")
    again = verbs.submit("dossier", factories.d.Perpetrator.objects.get(), editor)
    assert verbs.approve(again, reviewer).number == 1
