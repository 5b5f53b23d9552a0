from django.urls import path

import publishing.pages.converters  # noqa: F401 - registers <edition:…>
from publishing.pages import views

plain = [
    path("editions/<slug:public_id>/<edition:number>.json", views.edition_json, name="edition-json"),
]
