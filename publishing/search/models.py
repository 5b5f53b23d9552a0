"""The index: rows projected with the listings, and rebuilt with them."""

from django.db import models


class Spelling(models.Model):
    """One way to write the name of somebody who is listed."""

    listing = models.ForeignKey("publishing.Listing", models.CASCADE, related_name="spellings")
    text = models.CharField(max_length=300)
    lang = models.CharField(max_length=10)
    primary = models.BooleanField(default=False)
    read_as = models.CharField(max_length=300, blank=True)  # with the father's name, which is not shown
    sort = models.CharField(max_length=80)  # the listing's
    words = models.JSONField(default=list)  # keys of NameWord, in order; alternatives beside each other

    def __str__(self) -> str:
        return self.text


class NameWord(models.Model):
    """A word that occurs in names: its key and its sound (keys.Word). Shared by all who bear it."""

    key = models.CharField(max_length=80)
    sound = models.CharField(max_length=80)
    arabic = models.BooleanField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "sound", "arabic"], name="name_word_is_unique"),
        ]

    def __str__(self) -> str:
        return self.key


class WordForm(models.Model):
    """A form under which a word is looked up: its key, its consonants, its consonants less one.

    Repeats the word, so that looking one up reads this table alone.
    """

    form = models.CharField(max_length=90)
    word = models.ForeignKey(NameWord, models.CASCADE, related_name="forms")
    key = models.CharField(max_length=80)
    sound = models.CharField(max_length=80)
    arabic = models.BooleanField()

    class Meta:
        indexes = [models.Index(fields=["form", "word"], name="word_by_form")]

    def __str__(self) -> str:
        return self.form


class WordUse(models.Model):
    """A word stands in a spelling. `inner`: neither first nor last in it; `length`: how many words it has."""

    word = models.ForeignKey(NameWord, models.CASCADE, related_name="uses", db_index=False)
    spelling = models.ForeignKey(Spelling, models.CASCADE, related_name="uses")
    inner = models.BooleanField()
    length = models.PositiveSmallIntegerField()
    sort = models.CharField(max_length=80)  # the listing's

    class Meta:
        indexes = [models.Index(fields=["word", "inner", "length", "sort", "spelling"], name="use_by_word")]

    def __str__(self) -> str:
        return f"{self.word_id} in {self.spelling_id}"


class Passage(models.Model):
    """A text that readers can find: a paragraph, a title, a place; in both languages."""

    listing = models.ForeignKey("publishing.Listing", models.CASCADE, related_name="passages")
    kind = models.CharField(max_length=20)  # the listing's own
    sort = models.CharField(max_length=90)
    anchor = models.CharField(max_length=30, blank=True)
    text_ar = models.TextField(blank=True)
    text_en = models.TextField(blank=True)
    words = models.TextField()  # folded words of both, each once, between spaces

    class Meta:
        indexes = [models.Index(fields=["kind", "sort"], name="passage_by_kind")]

    def __str__(self) -> str:
        return f"{self.listing}#{self.anchor}"
