"""The files of a body's folder: which part of the value each holds, and in what form."""

from collections.abc import Mapping

from probis.law import Peraturan
from probis.model import (
    Aliran,
    Arah,
    Beku,
    Berkas,
    Evaluasi,
    Hubungan,
    Instansi,
    Keputusan,
    Naskah,
    Organisasi,
    Pengecualian,
    Penjelasan,
    Produk,
    Proses,
    Sop,
)

LINTAS_FUNGSI = "lintas-fungsi"
"""The folder that holds one file for each lintas fungsi; its name without ending is the id."""


class BagianProduk(Beku):
    """The file of the dictionary of products."""

    produk: tuple[Produk, ...] = ()


class BagianProses(Beku):
    """The file of all processes, sub processes beside those above them."""

    proses: tuple[Proses, ...] = ()


class BagianAliran(Beku):
    """The file of what flows between processes, how they relate, and the sentences about it."""

    aliran: tuple[Aliran, ...] = ()
    hubungan: tuple[Hubungan, ...] = ()
    penjelasan: tuple[Penjelasan, ...] = ()


class BagianSop(Beku):
    """The file of the register of SOPs."""

    sop: tuple[Sop, ...] = ()


class BagianPeraturan(Beku):
    """The file of the body's own regulations."""

    peraturan: tuple[Peraturan, ...] = ()


class BagianPengecualian(Beku):
    """The file of exceptions."""

    pengecualian: tuple[Pengecualian, ...] = ()


class BagianEvaluasi(Beku):
    """The file of evaluations."""

    evaluasi: tuple[Evaluasi, ...] = ()


class BagianBerkas(Beku):
    """The file that lists the files kept beside the map."""

    berkas: tuple[Berkas, ...] = ()


class BagianNaskah(Beku):
    """The file of what documents say; it stands beside the value."""

    naskah: tuple[Naskah, ...] = ()


WHOLE: Mapping[str, tuple[str, type[Beku]]] = {
    "instansi.yaml": ("instansi", Instansi),
    "arah.yaml": ("arah", Arah),
    "organisasi.yaml": ("organisasi", Organisasi),
    "keputusan.yaml": ("keputusan", Keputusan),
}
"""Files that hold one thing: the field of the value it is, and its class."""

LISTS: Mapping[str, type[Beku]] = {
    "produk.yaml": BagianProduk,
    "proses.yaml": BagianProses,
    "aliran.yaml": BagianAliran,
    "sop.yaml": BagianSop,
    "peraturan.yaml": BagianPeraturan,
    "pengecualian.yaml": BagianPengecualian,
    "evaluasi.yaml": BagianEvaluasi,
    "berkas.yaml": BagianBerkas,
    "naskah.yaml": BagianNaskah,
}
"""Files that hold lists, each under the name of the value's field."""

ORDER = (
    "instansi.yaml",
    "arah.yaml",
    "organisasi.yaml",
    "produk.yaml",
    "proses.yaml",
    "aliran.yaml",
    LINTAS_FUNGSI,
    "sop.yaml",
    "peraturan.yaml",
    "keputusan.yaml",
    "pengecualian.yaml",
    "evaluasi.yaml",
    "berkas.yaml",
    "naskah.yaml",
)
"""The order in which files are read, written and reported."""


def form(file: str) -> type[Beku]:
    """Return the class that holds what this file says."""
    return WHOLE[file][1] if file in WHOLE else LISTS[file]
