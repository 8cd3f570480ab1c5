"""The processes, what flows between them, how they relate, and the sentences that explain it."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from probis.model.unsur import Nama, Rujukan, RujukanProses, RujukanUjung, RujukanUnit, Teks, Unsur


class Kelompok(StrEnum):
    """Kelompok (group) of a process; what a body calls the three is a label in its profile."""

    UTAMA = "utama"
    PENDUKUNG = "pendukung"
    LAINNYA = "lainnya"


class Proses(Unsur):
    """Proses (process), or sub process where `induk` is set.

    `kode` follows the body's grammar and is never a key. `kelompok` stands at the top level, sub processes share it.
    `pemilik` owns it, `terlibat` take part beside those whose lanes its maps show; `melayani` names the objectives,
    functions, missions and goals it serves. `rab` is its code in the government reference architecture.
    """

    kode: Nama = ""
    nama: Nama
    kelompok: Kelompok | None = None
    induk: RujukanProses | None = None
    urutan: Annotated[int, Field(ge=0)] | None = None
    pemilik: RujukanUnit | None = None
    terlibat: tuple[Annotated[Nama, Rujukan(("unit", "jabatan", "pihak"))], ...] = ()
    melayani: tuple[Annotated[Nama, Rujukan(("misi", "tujuan", "sasaran", "area", "fungsi"))], ...] = ()
    indikator: tuple[Annotated[Nama, Rujukan(("indikator",), bebas=True)], ...] = ()
    aplikasi: tuple[Nama, ...] = ()
    rab: Nama = ""
    risiko: tuple[Teks, ...] = ()


class Aliran(Unsur):
    """Aliran (flow of a product) from a process, party or unit to another: the one truth of SIPOC.

    An empty end means: not known yet.
    """

    produk: Annotated[Nama, Rujukan(("produk",), bebas=True)]
    dari: RujukanUjung | None = None
    ke: RujukanUjung | None = None


class JenisHubungan(StrEnum):
    """JenisHubungan (kind of relation): basis, influence, part of, control, co-ordination."""

    DASAR = "dasar"
    PENGARUH = "pengaruh"
    BAGIAN_DARI = "bagian_dari"
    PENGENDALIAN = "pengendalian"
    KOORDINASI = "koordinasi"


class Hubungan(Unsur):
    """Hubungan (relation) between processes, parties or units that is not a flow of a product."""

    jenis: JenisHubungan
    dari: RujukanUjung
    ke: RujukanUjung


class Penjelasan(Unsur):
    """Penjelasan (explanation): one numbered sentence, about one or several flows and relations."""

    nomor: Annotated[int, Field(ge=1)]
    bunyi: Teks
    tentang: tuple[Annotated[Nama, Rujukan(("aliran", "hubungan"))], ...] = ()
