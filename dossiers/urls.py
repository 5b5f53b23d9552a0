from django.urls import path, re_path

import publishing.pages.converters  # noqa: F401 - registers <edition:…>
from dossiers.pages import other_forms, views
from dossiers.pages.atlas import CRIMES
from dossiers.pages.justice import CASES, SANCTIONS
from dossiers.pages.register import FILES

CODE = r"(?P<code>[a-z0-9]+(?:[.-][a-z0-9]+)*)"
CASE = r"(?P<key>[0-9a-f]{32})"

plain = [path("oembed", other_forms.oembed, name="oembed")]

localized = [
    FILES.pattern("dossiers/", views.register),
    path("dossiers/<slug:slug>/", views.dossier, name="dossier"),
    path("dossiers/<slug:slug>/editions/", views.editions, name="editions"),
    re_path(
        r"^dossiers/(?P<slug>[-a-zA-Z0-9_]+)/feed\.(?P<form>atom|json)$",
        other_forms.file_feed,
        name="file-feed",
    ),
    path("dossiers/<slug:slug>/editions/<edition:number>/", views.edition, name="edition"),
    path(
        "dossiers/<slug:slug>/editions/<edition:number>/card.png",
        other_forms.edition_card,
        name="edition-card",
    ),
    re_path(
        r"^dossiers/(?P<slug>[-a-zA-Z0-9_]+)/editions/(?P<number>[1-9][0-9]{0,5})/"
        r"(?P<name>BL-[0-9]{4,6}-e[0-9]{1,6})(?P<sources>-sources)?\.(?P<form>csl\.json|ris|bib)$",
        other_forms.edition_references,
        name="references",
    ),
    re_path(
        r"^dossiers/(?P<slug>[-a-zA-Z0-9_]+)/editions/(?P<number>[1-9][0-9]{0,5})/"
        r"(?P<name>BL-[0-9]{4,6}-e[0-9]{1,6})-(?P<lang>ar|en)\.pdf$",
        other_forms.edition_pdf,
        name="pdf",
    ),
    path("embed/<slug:public_id>/<edition:number>/", other_forms.embed_card, name="embed"),
    path("dossiers/<slug:slug>/editions/<edition:number>/changes/", views.changes, name="changes"),
    path("dossiers/<slug:slug>/editions/<edition:number>/since/", views.since, name="since"),
    path("timemap/dossiers/<slug:slug>/", other_forms.timemap, name="timemap"),
    path("timegate/dossiers/<slug:slug>/", other_forms.timegate, name="timegate"),
    CRIMES.pattern("crimes/", views.crimes),
    views.CRIME.pattern("crimes/(?P<code>INC-[0-9]{4,5})/", views.crime),
    CASES.pattern("justice/", views.proceedings),
    re_path(rf"^justice/cases/{CASE}/$", views.case, name="case"),
    re_path(rf"^justice/cases/{CASE}/feed\.(?P<form>atom|json)$", other_forms.case_feed, name="case-feed"),
    SANCTIONS.pattern("justice/sanctions/", views.sanctions),
    views.INSTITUTIONS.pattern("institutions/", views.institutions),
    re_path(rf"^institutions/{CODE}/$", views.institution, name="institution"),
    views.SOURCE.pattern("sources/(?P<code>SRC-[0-9]{4,6})/", views.source),
]
