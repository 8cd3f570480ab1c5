"""What went wrong to a page that says so in the house's words, without a word of the program."""

import logging
import sys

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

_SAYS = {
    400: ("Permintaan ini tidak dapat dibaca", "Alamat yang dituju tidak lengkap atau tidak dikenal studio ini."),
    403: ("Permintaan ini ditolak", "Halaman tempat Anda menekan tombol sudah usang. Muat ulang, lalu ulangi."),
    404: ("Halaman ini tidak ada", "Halaman ini tidak ada, atau Anda tidak terdaftar di instansinya."),
    405: ("Permintaan ini ditolak", "Halaman ini hanya dapat dibaca."),
    500: (
        "Halaman ini tidak dapat ditampilkan",
        "Ada yang keliru di dalam Probis. Peta Anda tidak berubah. Coba lagi; bila tetap begini, laporkan alamat "
        "halaman ini kepada pengelola.",
    ),
}


def unreadable(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer to a request that makes no sense."""
    return _page(request, 400)


def refused(request: HttpRequest, reason: str = "", exception: Exception | None = None) -> HttpResponse:
    """Answer to a request that is not allowed."""
    return _page(request, 403)


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Answer to an address that leads nowhere."""
    return _page(request, 404)


def failed(request: HttpRequest) -> HttpResponse:
    """Answer where the program failed; what happened goes to the log."""
    logging.getLogger("probis.studio").error("%s %s", request.method, request.path, exc_info=sys.exc_info())
    return _page(request, 500)


def _page(request: HttpRequest, status: int) -> HttpResponse:
    title, text = _SAYS[status]
    return render(request, "home/error.html", {"title": title, "text": text}, status=status)
