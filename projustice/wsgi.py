import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "projustice.settings")

django_application = get_wsgi_application()

from projustice.stored import with_store  # noqa: E402 - Django first

application = with_store(django_application)
