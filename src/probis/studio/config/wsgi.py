"""The studio as one WSGI application, for waitress, gunicorn and tests."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "probis.studio.config.settings")
application = get_wsgi_application()
