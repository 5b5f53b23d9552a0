"""Side effects of a publication, promised inside its transaction and done after the commit.

They are idempotent, so a process that dies between the two loses nothing: the next publication or
`manage.py drain_outbox` does what was promised. One that fails keeps its place and stops no other.
"""

import logging
import shutil
from pathlib import Path

from django.conf import settings
from django.db import transaction

from publishing import kinds
from publishing.models import Edition, Outbox
from publishing.vocabulary import Change

logger = logging.getLogger(__name__)


def promise(edition: Edition, remove: list[str] | None = None) -> None:
    """Promise what follows from an edition; `remove` names images that an erased body showed."""
    Outbox.objects.create(edition=edition, remove=remove or [])
    transaction.on_commit(drain)


def drain() -> int:
    """Do everything that was promised and not yet done. Return how many promises were kept."""
    kept = 0
    waiting = list(Outbox.objects.filter(done=False).select_related("edition__document").order_by("pk"))
    for entry in waiting:
        try:
            unpublish_media(entry.remove)
            for edition in shown_again(entry.edition):
                publish_media(edition)
        except OSError:
            logger.exception("An image of %s could not be copied or removed.", entry.edition)
            continue
        Outbox.objects.filter(pk=entry.pk).update(done=True)
        kept += 1
    return kept


def shown_again(edition: Edition) -> list[Edition]:
    """Return the editions whose images this one puts before readers: its own, and after a withdrawal all."""
    restored = edition.change == Change.RESTORE
    return list(edition.document.editions.order_by("number")) if restored else [edition]


def unpublish_media(names: list[str]) -> None:
    """Take from the public those images that no readable edition of any document shows."""
    for name in names:
        picture = name.partition("-")[0]  # a content names the picture, not its renditions
        showing = Edition.objects.filter(content__contains=picture).select_related("document__live")
        if all(edition.document.hidden_for for edition in showing):
            for file in Path(settings.MEDIA_PUBLIC).glob(f"{picture.removesuffix('.jpg')}*"):
                file.unlink(missing_ok=True)


def publish_media(edition: Edition) -> None:
    """Copy the images that a live edition shows to where readers' requests are answered from."""
    if edition.erased or edition.read_header()["kind"] == "tombstone":
        return
    target = Path(settings.MEDIA_PUBLIC)
    for name in kinds.get(edition.document.kind).media(edition.read()):
        target.mkdir(parents=True, exist_ok=True)
        if not (target / name).exists():
            shutil.copyfile(Path(settings.MEDIA_ROOT) / "portraits" / name, target / f".{name}")
            (target / f".{name}").rename(target / name)
