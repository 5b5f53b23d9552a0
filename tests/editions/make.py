"""Make the stored editions anew: one body of each schema, out of the sample record."""

import json
from collections.abc import Mapping
from pathlib import Path

from tests.sample_site import sample_site

FOLDER = Path(__file__).parent


def main() -> None:
    with sample_site():
        from publishing.models import Document
        from publishing.verbs import tombstone
        from publishing.vocabulary import Reason

        for kind in ("dossier", "news", "page", "links"):
            editions = [row.live for row in Document.objects.live().filter(kind=kind)]
            # The one that says most.
            keep(max((edition.read() for edition in editions if edition), key=lambda body: len(str(body))))
        document = Document.objects.live().filter(kind="news").earliest("public_id")
        notes = {"ar": "سُحب الخبر لأن مصدره لم يعد قائمًا.", "en": "Withdrawn: its source no longer stands."}
        keep(tombstone(document, Reason.SOURCE_FAILED, notes))


def keep(content: Mapping[str, object]) -> None:
    name = str(content["schema"]).replace("/", "-")
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    (FOLDER / f"{name}.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
