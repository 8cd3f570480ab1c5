"""Addresses to views. Every page of a map stands under /<body>/<period>/."""

from django.urls import path, re_path

from probis.studio.decree import views as decree
from probis.studio.direction import views as direction
from probis.studio.findings import views as findings
from probis.studio.home import errors
from probis.studio.home import views as home
from probis.studio.maps import views as maps
from probis.studio.organisation import views as organisation
from probis.studio.papers import views as papers
from probis.studio.reading import views as reading
from probis.studio.sources import views as sources

_EDITION = "<slug:instansi>/<slug:edisi>"
_UPLOAD = r"^baca/(?P<sha256>[0-9a-f]{64})/"
_FILE = r"^(?P<instansi>[-\w]+)/(?P<edisi>[-\w]+)/gambar/(?P<peta>[-\w]+)(?:/(?P<id>[-\w]+))?\.(?P<form>svg|png|pdf)$"
_PAPER = (
    r"^(?P<instansi>[-\w]+)/(?P<edisi>[-\w]+)/dokumen/(?P<nama>[-\w]+)(?:/(?P<id>[-\w]+))?"
    r"\.(?P<form>pdf|docx|xlsx|html)$"
)

urlpatterns = [
    path("", home.home),
    path("cari/", home.search),
    path("baca/", reading.drop, name="drop"),
    re_path(f"{_UPLOAD}$", reading.reading, name="reading"),
    re_path(f"{_UPLOAD}putusan/$", reading.decided),
    re_path(f"{_UPLOAD}jadikan/$", reading.made_body),
    re_path(f"{_UPLOAD}lagi/$", reading.again),
    re_path(f"{_UPLOAD}hapus/$", reading.delete),
    re_path(rf"{_UPLOAD}laporan\.json$", reading.report_file),
    re_path(rf"{_UPLOAD}rancangan\.zip$", reading.draft_file),
    path("gaya-dokumen.css", papers.style),
    path(f"{_EDITION}/", maps.whole),
    path(f"{_EDITION}/relasi/", maps.relations),
    path(f"{_EDITION}/relasi/matriks/", maps.matrix),
    path(f"{_EDITION}/proses/<slug:id>/", maps.process),
    path(f"{_EDITION}/lintas-fungsi/<slug:id>/", maps.cross),
    re_path(_FILE, maps.file),
    path(f"{_EDITION}/arah/", direction.direction),
    path(f"{_EDITION}/organisasi/", organisation.organisation),
    path(f"{_EDITION}/keputusan/", decree.decree),
    path(f"{_EDITION}/dokumen/", papers.listed),
    path(f"{_EDITION}/dokumen/<slug:nama>/", papers.preview),
    path(f"{_EDITION}/dokumen/<slug:nama>/<slug:id>/", papers.preview),
    re_path(_PAPER, papers.file),
    path(f"{_EDITION}/temuan/", findings.findings),
    path(f"{_EDITION}/sumber/", sources.sources),
    path(f"{_EDITION}/berkas/<slug:id>", sources.file),
]

handler400 = errors.unreadable
handler403 = errors.refused
handler404 = errors.missing
handler500 = errors.failed
