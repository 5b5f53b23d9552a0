"""How form fields are drawn: Django's own widgets by Jinja2, those of the desk by Django's engine.

The dossier's form has some six hundred widgets; Jinja2 draws Django's templates of them faster.
"""

from typing import Any

from django.forms.renderers import DjangoTemplates, Jinja2


class Renderer(DjangoTemplates):
    """Django ships each template of `django/forms/` for both engines; the admin has its own for one."""

    def __init__(self) -> None:
        self.quick = Jinja2()

    def get_template(self, template_name: str) -> Any:
        if template_name.startswith("django/forms/"):
            return self.quick.get_template(template_name)
        return super().get_template(template_name)
