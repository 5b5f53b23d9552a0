from django.db import models
from django.utils.translation import gettext_lazy as _

from dossiers.models import CitationBase, Perpetrator
from news.vocabularies import NEWS_KINDS
from publishing.working.fields import CleanCharField, CleanTextField, CodeField, EdtfField
from publishing.working.rows import WorkingRow


class NewsItem(WorkingRow):
    bilingual = ("headline", "standfirst", "body", "byline")

    slug = models.SlugField(
        _("address"),
        max_length=100,
        unique=True,
        help_text=_("The last part of the page's address, in Latin letters."),
        error_messages={"unique": _("Another item has this address. Choose another one.")},
    )
    kind = CodeField(_("kind"), vocabulary=NEWS_KINDS, default="news")
    headline = CleanCharField(_("headline"), max_length=250, blank=True)
    standfirst = CleanTextField(_("standfirst"), blank=True)
    body = CleanTextField(
        _("text"), blank=True, help_text=_("Paragraphs, ## headings, > quotations, [links](https://…).")
    )
    byline = CleanCharField(_("by"), max_length=200, blank=True)
    event_date = EdtfField(_("date"))
    perpetrators = models.ManyToManyField(
        Perpetrator, blank=True, related_name="+", verbose_name=_("dossiers it names")
    )
    int_notes = CleanTextField(_("internal notes"), blank=True, help_text=_("Never published."))

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")
        ordering = ["-event_date", "slug"]

    def __str__(self) -> str:
        return self.slug


class NewsCitation(CitationBase):
    item = models.ForeignKey(NewsItem, models.CASCADE, related_name="citations")

    class Meta(CitationBase.Meta):
        verbose_name = _("source of the item")
        verbose_name_plural = _("sources of the item")
