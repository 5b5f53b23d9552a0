from django.urls import path, re_path

import publishing.pages.converters  # noqa: F401 - registers <edition:…>
from publishing.pages import views

plain = [
    re_path(r"^data/(?P<name>[a-z-]+(?:\.[a-z]+){1,2})$", views.data_file, name="data-file"),
    path("data/schemas/<slug:name>.json", views.json_schema, name="json-schema"),
    path("editions/<slug:public_id>/<edition:number>.json", views.edition_json, name="edition-json"),
]
