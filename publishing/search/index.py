"""Writing the index. Called by the projection; what it holds is what the listings' rows say."""

from collections.abc import Iterable, Iterator
from typing import Any

from publishing.kinds import NameRow, PassageRow
from publishing.search import keys, sounds, texts
from publishing.search.keys import Word
from publishing.search.models import NameWord, Passage, Spelling, WordForm, WordUse

CHUNK = 500  # SQLite binds a limited number of values in one statement


def write(listing: Any, names: list[NameRow], passages: list[PassageRow]) -> None:
    """Replace what a listing is found by."""
    forget(listing)
    write_names([(listing, names)])
    write_passages(listing, passages)


def forget(listing: Any) -> None:
    """Remove what a listing is found by, and every word that nobody else's name has."""
    borne = set(WordUse.objects.filter(spelling__listing=listing).values_list("word", flat=True))
    listing.spellings.all().delete()
    listing.passages.all().delete()
    NameWord.objects.filter(pk__in=borne, uses=None).delete()


def write_names(listed: Iterable[tuple[Any, list[NameRow]]]) -> None:
    """Add the spellings of names of one or many listings."""
    rows = [
        (listing, name, keys.words(name["read_as"] or name["text"]))
        for listing, names in listed
        for name in sorted(names, key=lambda name: not name["primary"])
    ]
    known = _word_keys({word for _l, _n, words in rows for several in words for word in several})
    spellings = Spelling.objects.bulk_create(
        [
            Spelling(
                listing=listing,
                text=name["text"],
                lang=name["lang"],
                primary=name["primary"],
                read_as=name["read_as"],
                sort=listing.sort,
                words=[[known[word] for word in several] for several in words],
            )
            for listing, name, words in rows
        ],
        batch_size=CHUNK,
    )
    uses: dict[tuple[int, int], WordUse] = {}
    for spelling, (listing, _name, words) in zip(spellings, rows, strict=True):
        for place, several in enumerate(words):
            inner = 0 < place < len(words) - 1
            for word in several:
                use = WordUse(
                    word_id=known[word], spelling=spelling, inner=inner, length=len(words), sort=listing.sort
                )
                # A name may say a word twice; it counts where it stands first or last.
                uses.setdefault((known[word], spelling.pk), use).inner &= inner
    WordUse.objects.bulk_create(uses.values(), batch_size=CHUNK)


def _word_keys(words: set[Word]) -> dict[Word, int]:
    """Return the primary key of each word, adding those that no name had before."""
    found = dict(_stored(words))
    new = sorted(words - set(found), key=lambda word: (word.key, word.sound, word.arabic))
    rows = NameWord.objects.bulk_create(
        [NameWord(key=word.key, sound=word.sound, arabic=word.arabic) for word in new], batch_size=CHUNK
    )
    WordForm.objects.bulk_create(
        [
            WordForm(form=form, word=row, key=word.key, sound=word.sound, arabic=word.arabic)
            for word, row in zip(new, rows, strict=True)
            for form in sorted(filed_under(word))
        ],
        batch_size=CHUNK,
    )
    return {**found, **{word: row.pk for word, row in zip(new, rows, strict=True)}}


def _stored(words: set[Word]) -> Iterator[tuple[Word, int]]:
    wanted = sorted({word.key for word in words})
    for start in range(0, len(wanted), CHUNK):
        rows = NameWord.objects.filter(key__in=wanted[start : start + CHUNK])
        for pk, key, sound, arabic in rows.values_list("pk", "key", "sound", "arabic"):
            yield Word(key, sound, arabic), pk


def filed_under(word: Word) -> set[str]:
    """Return every form under which a word of the index is looked up."""
    return {word.key, *beginnings(word.key), *same(word), *_near(word)}


def same(word: Word) -> set[str]:
    """Return the forms of a word's consonants, which other spellings and the other script share."""
    return {f"~{skeleton}" for skeleton in word.skeletons}


def _near(word: Word) -> set[str]:
    """Return the forms that a spelling with one consonant more, or another one, shares."""
    rests = {f"-{rest}" for skeleton in sorted(word.skeletons) for rest in sounds.shortened(skeleton)}
    return rests | _mistaken(word)


def _mistaken(word: Word) -> set[str]:
    """Return the form that words share whose consonants are often mistaken for one another."""
    coarse = {sounds.coarse(skeleton) for skeleton in word.skeletons}
    return {f"={skeleton}" for skeleton in coarse if len(skeleton) > 1}


def nearly(word: Word) -> set[str]:
    """Return the forms to look up for words that are nearly this one."""
    forms = _mistaken(word)
    for skeleton in word.skeletons:
        forms.add(f"-{skeleton}")
        for rest in sounds.shortened(skeleton):
            forms.add(f"~{rest}")
            if len(skeleton) > 3:  # shorter ones would be near to half of all names
                forms.add(f"-{rest}")
    return forms


BEGINNING = range(2, 6)


def beginnings(key: str) -> set[str]:
    return {f"^{key[:length]}" for length in BEGINNING if length < len(key)}


def beginning(key: str) -> str:
    """Return the form to look up for words that begin like this."""
    return f"^{key[: BEGINNING[-1]]}"


def write_passages(listing: Any, passages: list[PassageRow]) -> None:
    """Add passages. The number of what is listed, INC-0007, finds each of them as one word."""
    Passage.objects.bulk_create(
        [
            Passage(
                listing=listing,
                kind=listing.kind,
                sort=f"{listing.sort[:80]} {place:04}",
                anchor=row["anchor"],
                text_ar=row["ar"],
                text_en=row["en"],
                words=" ".join(
                    dict.fromkeys(
                        [*texts.stems(row["ar"]), *texts.stems(row["en"]), *texts.numbers(listing.key)]
                    )
                ),
            )
            for place, row in enumerate(passages)
        ],
        batch_size=CHUNK,
    )
