from django.urls import path, re_path

import publishing.pages.converters  # noqa: F401 - registers <edition:…>
from dossiers.pages import views

CODE = r"(?P<code>[a-z0-9]+(?:[.-][a-z0-9]+)*)"

localized = [
    path("dossiers/", views.register, name="register"),
    path("dossiers/<slug:slug>/", views.dossier, name="dossier"),
    path("dossiers/<slug:slug>/editions/", views.editions, name="editions"),
    path("dossiers/<slug:slug>/editions/<edition:number>/", views.edition, name="edition"),
    path("dossiers/<slug:slug>/editions/<edition:number>/card.png", views.edition_card, name="edition-card"),
    path("dossiers/<slug:slug>/editions/<edition:number>/changes/", views.changes, name="changes"),
    path("crimes/", views.crimes, name="crimes"),
    re_path(r"^crimes/(?P<code>INC-[0-9]{4,5})/$", views.crime, name="crime"),
    path("justice/", views.proceedings, name="justice"),
    path("justice/sanctions/", views.sanctions, name="sanctions"),
    path("institutions/", views.institutions, name="institutions"),
    re_path(rf"^institutions/{CODE}/$", views.institution, name="institution"),
    re_path(r"^sources/(?P<code>SRC-[0-9]{4,6})/$", views.source, name="source"),
]
