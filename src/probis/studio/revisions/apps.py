"""Names this feature for Django's tables."""

from django.apps import AppConfig


class Revisions(AppConfig):
    """The tables of the studio are called revisi_…"""

    name = "probis.studio.revisions"
    label = "revisi"
