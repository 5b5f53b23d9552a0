"""What courts and other bodies have done: legal actions and the cases they belong to."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from dossiers import schema
from dossiers.pages.claim import Claim, ClaimKind, When
from dossiers.pages.rows import Reference, references
from dossiers.status import OVER, ends
from dossiers.vocabularies import LEGAL_STATUSES
from publishing.bilingual import BLANK, Text
from publishing.pages.reading import EditionLabels


@dataclass(frozen=True)
class Action:
    key: str
    p: int
    case: str
    type: Text
    type_code: str
    authority: Text
    country: Text
    country_code: str
    offence: Text
    date: str
    public_date: str
    status: Text
    status_code: str
    status_date: str
    in_absentia: bool
    charges: Text
    sentence: Text
    list_ref: str
    ends: int | None
    ended_by: int | None
    over: bool  # what it ended, or what ended it, is over and not replaced by the like
    cites: list[Reference]


def actions_of(rows: list[schema.ActionContent], labels: EditionLabels) -> list[Action]:
    """Return legal actions, each with the number of the one that it ends and of the one that ended it."""
    numbers = {row["key"]: row["p"] for row in rows}
    after = {row["supersedes"]: row for row in rows if row["supersedes"]}
    return [_action(row, numbers, after.get(row["key"]), labels) for row in rows]


def _action(
    row: schema.ActionContent,
    numbers: dict[str, int],
    after: schema.ActionContent | None,
    labels: EditionLabels,
) -> Action:
    return Action(
        key=row["key"],
        p=row["p"],
        case=row["case"] or "",
        type=labels.get("action_types", row["type"]),
        type_code=row["type"],
        authority=Text.of(row["authority"]),
        country=labels.get("jurisdictions", row["country"]),
        country_code=row["country"],
        offence=Text.of(row["offence"]),
        date=row["date"],
        public_date=row["public_date"],
        status=labels.get("action_statuses", row["status"]),
        status_code=row["status"],
        status_date=row["status_date"],
        in_absentia=bool(row["in_absentia"]),
        charges=Text.of(row["charges"]),
        sentence=Text.of(row["sentence"]),
        list_ref=row["list_ref"],
        ends=numbers.get(row["supersedes"] or ""),
        ended_by=after["p"] if after else None,
        over=ends(after or row),
        cites=references(row["cites"], labels),
    )


@dataclass(frozen=True)
class Standing:
    """What stands in a case or after an action, in words that carry their scope."""

    case: str
    code: str
    long: Text
    short: Text
    result: Text  # what came of it, without its scope
    offence: Text
    as_of: str
    action: Action  # that it rests on, or the newest where nothing does
    told: Action  # whose body and day are told: of a conviction, the judgment
    sentence: Text
    actions: list[str]  # the keys of all that belong to it

    @property
    def rest(self) -> Text:
        """What follows the result in the long line: of what, before whom, when."""
        return Text(*(whole.removeprefix(said) for whole, said in zip(self.long, self.result, strict=True)))


def standings_of(rows: Iterable[schema.ProceedingContent], actions: Iterable[Action]) -> list[Standing]:
    """Return the proceedings of a person: an annulment or acquittal is not buried, the gravest come next."""
    known = {action.key: action for action in actions}
    found = [
        Standing(
            case=row["case"] or "",
            code=row["code"],
            long=Text.of(row["long"]),
            short=Text.of(row["short"]),
            result=Text.of(row["result"]),
            offence=Text.of(row["scope"]),
            as_of=row["as_of"],
            told=known[row["told"]],
            sentence=_sentence(row, known),
            action=known[row["basis"] or row["last"]],
            actions=row["actions"],
        )
        for row in rows
    ]
    return sorted(found, key=lambda one: (one.code not in OVER, -list(LEGAL_STATUSES).index(one.code)))


def _sentence(row: schema.ProceedingContent, known: dict[str, Action]) -> Text:
    """Return the newest sentence, since an appeal may have changed the first; none of what ended."""
    if row["code"] in OVER:
        return BLANK
    actions = [known[key] for key in reversed(row["actions"]) if key in known]
    return next((action.sentence for action in actions if action.sentence), BLANK)


@dataclass(frozen=True)
class CaseView:
    """A case with its actions in order; the rows without a case come as one with no name."""

    key: str = ""
    name: Text = BLANK
    court: Text = BLANK
    number: str = ""
    jurisdiction: Text = BLANK
    jurisdiction_code: str = ""
    basis: Text = BLANK
    standings: list[Standing] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)


def cases_of(
    content: schema.DossierContent, actions: list[Action], standings: list[Standing], labels: EditionLabels
) -> list[CaseView]:
    """Return the actions by case, in the order in which their first action stands."""
    described = {row["key"]: row for row in content["cases"]}
    grouped: dict[str, list[Action]] = {}
    for action in actions:
        grouped.setdefault(action.case, []).append(action)
    return [
        _case(described.get(key), [one for one in standings if one.case == key], rows, labels)
        for key, rows in grouped.items()
    ]


def _case(
    row: schema.CaseContent | None, standings: list[Standing], actions: list[Action], labels: EditionLabels
) -> CaseView:
    if row is None:
        return CaseView(actions=actions)
    return CaseView(
        key=row["key"],
        name=Text.of(row["name"]),
        court=Text.of(row["court"]),
        number=row["number"],
        jurisdiction=labels.get("jurisdictions", row["jurisdiction"]),
        jurisdiction_code=row["jurisdiction"],
        basis=labels.get("case_bases", row["basis"]),
        standings=standings,
        actions=actions,
    )


def claims(actions: Iterable[Action]) -> Iterator[Claim]:
    for action in actions:
        yield Claim(
            ClaimKind.ACTION,
            action.key,
            f"p{action.p}",
            action.type,
            action.cites,
            about=action.authority,
            p=action.p,
            date=action.date,
            parts=(
                When(action.date), action.type, action.authority, action.offence, action.charges,
                action.sentence, action.list_ref,
            ),
            limits=(action.status, When(action.status_date)),
        )  # fmt: skip
