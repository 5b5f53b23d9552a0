from django.db import models
from django.utils.translation import gettext_lazy as _

from publishing.bilingual import Vocabulary
from publishing.working.fields import CleanCharField, CleanTextField, CodeField, LinkField
from publishing.working.rows import Ordered, WorkingRow

LINK_KINDS = Vocabulary("""
un      | United Nations          | الأمم المتحدة
ngo     | Organisations           | منظمات
victims | Associations of victims | جمعيات الضحايا
media   | Media                   | وسائل إعلام
""")

PAGES = Vocabulary("""
statement   | The campaign's statement        | بيان الحملة
about       | About                           | من نحن
methodology | Methodology                     | المنهجية
legal       | Legal notice                    | إشعار قانوني
corrections | Corrections and right of reply  | التصحيح وحق الرد
safety      | Reading safely                  | القراءة بأمان
cite        | How to cite                     | كيف تحيل إلى السجل
""")


class Page(WorkingRow):
    """A standing page; its slug is its address and its identity."""

    bilingual = ("title", "body")

    slug = CodeField(_("page"), vocabulary=PAGES, unique=True)
    title = CleanCharField(_("title"), max_length=200, blank=True)
    body = CleanTextField(_("text"), blank=True)

    class Meta:
        verbose_name = _("standing page")
        verbose_name_plural = _("standing pages")
        ordering = ["slug"]

    def __str__(self) -> str:
        return str(PAGES[self.slug])


class LinkList(WorkingRow):
    """The recommended links, published together as one document."""

    name = models.CharField(max_length=20, unique=True, default="links", editable=False)

    class Meta:
        verbose_name = _("recommended links")
        verbose_name_plural = _("recommended links")

    def __str__(self) -> str:
        return str(_("Recommended links"))


class Link(Ordered):
    bilingual = ("name", "text")

    list = models.ForeignKey(LinkList, models.CASCADE, related_name="links")
    name = CleanCharField(_("name"), max_length=200, blank=True)
    url = LinkField(_("web address"))
    kind = CodeField(_("kind"), vocabulary=LINK_KINDS, default="ngo")
    text = CleanCharField(_("description"), max_length=300, blank=True)

    class Meta(Ordered.Meta):
        verbose_name = _("link")
        verbose_name_plural = _("links")

    def __str__(self) -> str:
        return self.name or self.url
