from django.urls import path

import publishing.pages.converters  # noqa: F401 - registers <edition:…>
from publishing.pages import views

plain = [
    path("data/schemas/<slug:name>.json", views.json_schema, name="json-schema"),
    path("editions/<slug:public_id>/<edition:number>.json", views.edition_json, name="edition-json"),
]
