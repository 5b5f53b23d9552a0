"""Both languages in step: what lags, what is missing and what nobody reviewed, document by document."""

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import Any, cast

from django.db import models
from django.db.models import Q
from django.urls import reverse

from campaign.models import Link, LinkList, Page
from dossiers import models as d
from dossiers.desk import corrected as corrections
from dossiers.rules.publication import FRESH
from dossiers.status import SETTLED
from news.models import NewsItem
from publishing.models import Document, Listing, Submission
from publishing.working import pairs
from publishing.working.forms import label_of
from publishing.working.generics import Field

# Which document a row belongs to. A row that several dossiers share stands for itself.
OWNERS: dict[type[models.Model], str] = {
    d.Perpetrator: "pk",
    d.Tenure: "perpetrator_id",
    d.Statement: "perpetrator_id",
    d.Participation: "perpetrator_id",
    d.Qualification: "perpetrator_id",
    d.LegalAction: "perpetrator_id",
    d.NamedPerson: "perpetrator_id",
    d.Crime: "pk",
    d.Toll: "crime_id",
    d.Institution: "pk",
    d.Case: "pk",
    NewsItem: "pk",
    Page: "pk",
    Link: "list_id",
}
FORMS: dict[type[models.Model], type[models.Model]] = {
    **{model: d.Perpetrator for model, owner in OWNERS.items() if owner == "perpetrator_id"},
    d.Toll: d.Crime,
    Link: LinkList,
}

NAMED_BY: dict[type[models.Model], list[str]] = {
    d.Perpetrator: ["names"]
}  # what the words of a row are made of, beside itself


def rows_of(model: type[models.Model]) -> models.QuerySet[Any]:
    return model._default_manager.all()


@dataclass
class BoardRow:
    """A form of the desk with what is to be done in it."""

    form: type[models.Model]
    pk: Any
    title: str = ""
    lagging: int = 0
    missing: int = 0
    unreviewed: bool = False

    @property
    def url(self) -> str:
        info = self.form._meta
        return reverse(f"admin:{info.app_label}_{info.model_name}_change", args=[self.pk])

    @property
    def form_name(self) -> str:
        return str(self.form._meta.verbose_name)

    @property
    def pairs_url(self) -> str:
        return reverse("admin:desk-pairs", args=[self.form._meta.label_lower, self.pk])


class Lines:
    """The lines of a board, one for each form."""

    def __init__(self) -> None:
        self._lines: dict[tuple[type[models.Model], Any], BoardRow] = {}

    def of(self, model: type[models.Model], pk: Any) -> BoardRow:
        form = FORMS.get(model, model)
        return self._lines.setdefault((form, pk), BoardRow(form, pk))

    def ordered(self) -> list[BoardRow]:
        """Return the lines, those with most to do first; only those that are shown are given names."""
        return sorted(
            self._lines.values(), key=lambda row: (-row.lagging, -row.missing, row.form_name, str(row.pk))
        )


def one_language() -> dict[type[models.Model], Q]:
    """Return, for each model, the condition that a text is in one language alone."""
    found = {}
    for model in OWNERS:
        condition = Q()
        for name in pairs.fields(model):
            for here, there in (("ar", "en"), ("en", "ar")):
                empty = Q(**{f"{name}_{there}": ""}) | Q(**{f"{name}_{there}": None})
                condition |= ~Q(**{f"{name}_{here}": ""}) & Q(**{f"{name}_{here}__isnull": False}) & empty
        found[model] = condition
    return found


def board() -> list[BoardRow]:
    """Return every form in which something lags, is missing, or was changed and never sent to review."""
    lines = Lines()
    mark_lagging(lines)
    missing = one_language()
    for model, owner in OWNERS.items():
        for pk, number in Counter(
            rows_of(model).filter(missing[model]).values_list(owner, flat=True)
        ).items():
            lines.of(model, pk).missing += number
    for pk in unreviewed():
        lines.of(d.Perpetrator, pk).unreviewed = True
    return lines.ordered()


def lagging(limit: int) -> list[BoardRow]:
    """Return the first forms in which something lags; the cheap part of the board, for the home page."""
    lines = Lines()
    mark_lagging(lines)
    return name_them(lines.ordered()[:limit])


def mark_lagging(lines: "Lines") -> None:
    for model, owner in OWNERS.items():
        for pk, number in Counter(rows_of(model).exclude(stale={}).values_list(owner, flat=True)).items():
            lines.of(model, pk).lagging += number


def unreviewed() -> list[Any]:
    """Return the dossiers that were changed after they were last sent to review."""
    last = (
        Submission.objects.texts()
        .filter(document__public_id=models.OuterRef("public_id"))
        .order_by("-submitted_at")
        .values("submitted_at")[:1]
    )
    rows = d.Perpetrator.objects.annotate(sent=models.Subquery(last)).filter(sent__lt=models.F("updated_at"))
    return list(rows.values_list("pk", flat=True))


def name_them(lines: list[BoardRow]) -> list[BoardRow]:
    """Give each line of a page the words of its row: a constant number of queries for a kind of form."""
    by_form: dict[type[models.Model], list[BoardRow]] = {}
    for line in lines:
        by_form.setdefault(line.form, []).append(line)
    for form, rows in by_form.items():
        named = rows_of(form).prefetch_related(*NAMED_BY.get(form, ()))
        found = named.in_bulk([row.pk for row in rows])
        for row in rows:
            row.title = str(found[row.pk]) if row.pk in found else "—"
    return lines


@dataclass(frozen=True)
class PairToConfirm:
    """Two texts of which one lags behind the other."""

    key: str
    label: str
    ar: str
    en: str
    lags: str


def lagging_pairs(form: type[models.Model], pk: Any) -> list[PairToConfirm]:
    """Return the pairs of a form that are out of step."""
    found = []
    for model, owner in OWNERS.items():
        if FORMS.get(model, model) is not form:
            continue
        for row in rows_of(model).filter(**{owner: pk}).exclude(stale={}):
            for name, lang in sorted(row.stale.items()):
                label = label_of(cast(Field, model._meta.get_field(name)))
                texts = {side: getattr(row, f"{name}_{side}") for side in ("ar", "en")}
                read = hashlib.sha256(f"{texts['ar']}\0{texts['en']}".encode()).hexdigest()[:16]
                # The key says what was read: a text that changed meanwhile is not confirmed by it.
                key = f"{model._meta.label_lower}:{row.pk}:{name}:{read}"
                found.append(PairToConfirm(key, label, **texts, lags=lang))
    return found


def confirm(form: type[models.Model], pk: Any, keys: list[str]) -> int:
    """Note that somebody read both texts of these pairs and that they say the same. Return how many."""
    allowed = {pair.key for pair in lagging_pairs(form, pk)}
    models_of = {model._meta.label_lower: model for model in OWNERS}
    done = 0
    for key in allowed & set(keys):
        label, row_pk, name, _read = key.split(":")
        row = rows_of(models_of[label]).get(pk=row_pk)
        row.stale = {field: lang for field, lang in row.stale.items() if field != name}
        row.save()
        done += 1
    return done


@dataclass(frozen=True)
class Overdue:
    """A live dossier whose legal status nobody checked for more than thirty days."""

    title: str
    url: str
    checked: Any


def overdue(on: Any, limit: int = 15) -> list[Overdue]:
    """Return live dossiers whose status is live and was last checked more than thirty days before."""
    live = Document.objects.live().filter(kind="dossier")
    numbers = live.exclude(live__in=settled()).values("public_id")
    rows = d.Perpetrator.objects.filter(public_id__in=numbers).prefetch_related("names")
    rows = rows.filter(Q(checked_on=None) | Q(checked_on__lt=on - FRESH)).order_by("checked_on")
    return [
        Overdue(str(row), reverse("admin:dossiers_perpetrator_change", args=[row.pk]), row.checked_on)
        for row in rows[:limit]
    ]


@dataclass(frozen=True)
class Corrected:
    """A live dossier that prints an incident otherwise than the desk now has it."""

    title: str
    incident: str
    url: str


def corrected(limit: int = 15) -> list[Corrected]:
    """Return live dossiers with an incident that was corrected since they were published (domain.md K4)."""
    found = list(corrections.corrected())[:limit]
    rows = d.Perpetrator.objects.filter(public_id__in={number for number, _crime in found})
    people = {row.public_id: row for row in rows.prefetch_related("names")}
    return [
        Corrected(str(row), str(crime), reverse("admin:dossiers_perpetrator_change", args=[row.pk]))
        for number, crime in found
        if (row := people.get(number))
    ]


def settled() -> Any:
    """Return the editions that lists show under a legal status that does not grow old."""
    return Listing.objects.filter(kind="dossier", facets__name="status", facets__code__in=SETTLED).values(
        "edition"
    )
