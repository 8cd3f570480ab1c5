"""The environment's choices to the module that Django reads: DJANGO_SETTINGS_MODULE=probis.studio.config.settings."""

import os

from probis.studio.config.values import home, hosts, settings, zone

globals().update(settings(home(os.environ), hosts(os.environ), zone(os.environ)))
