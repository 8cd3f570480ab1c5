"""One lintas fungsi: lanes, nodes and flows of the work that crosses units, and where people placed things."""

from enum import StrEnum
from typing import Annotated, Any, Literal, Self

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer, model_validator
from pydantic_core import PydanticCustomError

from probis.model.rentang import Batas, Persen, Rentang, Volume
from probis.model.unsur import (
    AcuanLuar,
    Beku,
    JenisSumber,
    Nama,
    Rujukan,
    RujukanAlur,
    RujukanJalur,
    RujukanLintasFungsi,
    RujukanPelaku,
    RujukanProduk,
    RujukanProses,
    RujukanSimpul,
    Sumber,
    Unsur,
)


class Varian(StrEnum):
    """Varian (variant): the work as it is done now, or as it is proposed to be."""

    KINI = "kini"
    USULAN = "usulan"


class Jalur(Unsur):
    """Jalur (lane) of a unit, position or party; `induk` nests it, `kolam` names the pool it stands in."""

    pelaku: RujukanPelaku
    nama: Nama = ""
    induk: RujukanJalur | None = None
    kolam: Nama = ""


class Tindakan(StrEnum):
    """Tindakan (act): what kind of doing an activity is; RACI and the approval rules rest on it."""

    MELAKSANAKAN = "melaksanakan"
    MENYUSUN = "menyusun"
    MEMERIKSA = "memeriksa"
    MENELAAH = "menelaah"
    MEMBAHAS = "membahas"
    MEMARAF = "memaraf"
    MENYETUJUI = "menyetujui"
    MENANDATANGANI = "menandatangani"
    MENETAPKAN = "menetapkan"
    MENCATAT = "mencatat"
    MENYAMPAIKAN = "menyampaikan"


class Simpul(Unsur):
    """Simpul (node) of a lintas fungsi; stands in one lane (`jalur`), which may be unknown yet."""

    jenis: str
    jalur: RujukanJalur | None = None
    nama: Nama = ""

    @model_serializer(mode="wrap")
    def _with_kind(self, dump: SerializerFunctionWrapHandler) -> dict[str, Any]:
        """Keep the kind also where defaults are left out: it tells the variants apart."""
        return {"jenis": self.jenis, **dump(self)}


class Kerja(Simpul):
    """Kerja (work): base of the nodes that take people, time and products."""

    pelaksana: tuple[Annotated[Nama, Rujukan(("jabatan", "unit", "pihak"))], ...] = ()
    bersama: tuple[RujukanPelaku, ...] = ()
    pakai: tuple[RujukanProduk, ...] = ()
    hasil: tuple[RujukanProduk, ...] = ()
    waktu: Rentang | None = None
    beban: Rentang | None = None
    tenggat: Batas | None = None


class Mulai(Simpul):
    """Mulai (start): the event that sets the work going."""

    jenis: Literal["mulai"] = "mulai"


class Selesai(Simpul):
    """Selesai (end): a state in which the work is over."""

    jenis: Literal["selesai"] = "selesai"


class Kegiatan(Kerja):
    """Kegiatan (activity): one step of work. `waktu` is elapsed time, `beban` effort, `tenggat` a deadline."""

    jenis: Literal["kegiatan"] = "kegiatan"
    tindakan: Tindakan | None = None


class Putusan(Kerja):
    """Putusan (decision): a question (`nama`) whose answers are the names of its exits; exactly one is taken."""

    jenis: Literal["putusan"] = "putusan"


class Tunggu(Simpul):
    """Tunggu (wait): for a product from a party, or for a time; `paling_lama` limits it.

    The flow of kind `tenggat` that leaves it says what happens when the limit has passed.
    """

    jenis: Literal["tunggu"] = "tunggu"
    produk: RujukanProduk | None = None
    pihak: RujukanPelaku | None = None
    waktu: Rentang | None = None
    paling_lama: Rentang | None = None


class Panggil(Kerja):
    """Panggil (call): another lintas fungsi, of this body or another, is carried out as one step."""

    jenis: Literal["panggil"] = "panggil"
    lintas_fungsi: RujukanLintasFungsi | AcuanLuar


class SifatGerbang(StrEnum):
    """SifatGerbang (kind of gateway): all branches, some of them, or the one whose event comes first."""

    SERENTAK = "serentak"
    INKLUSIF = "inklusif"
    PERISTIWA = "peristiwa"


class Gerbang(Simpul):
    """Gerbang (gateway): where the work splits without a question, or branches come together."""

    jenis: Literal["gerbang"] = "gerbang"
    sifat: SifatGerbang = SifatGerbang.SERENTAK


SimpulApaPun = Annotated[
    Mulai | Selesai | Kegiatan | Putusan | Tunggu | Panggil | Gerbang, Field(discriminator="jenis")
]


class JenisAlur(StrEnum):
    """JenisAlur (kind of flow): sequence, return to an earlier step, message, or time-out."""

    URUT = "urut"
    KEMBALI = "kembali"
    PESAN = "pesan"
    TENGGAT = "tenggat"


class Alur(Unsur):
    """Alur (flow) from one node to another.

    `nama` is the answer or condition; `paling_banyak` limits how often a return may be taken, `peluang` is how often
    this exit is taken, `bawaan` marks the exit taken when no other condition holds.
    """

    dari: RujukanSimpul
    ke: RujukanSimpul
    nama: Nama = ""
    jenis: JenisAlur = JenisAlur.URUT
    paling_banyak: Annotated[int, Field(ge=1, le=1000)] | None = None
    peluang: Persen | None = None
    bawaan: bool = False


class Sisi(StrEnum):
    """Sisi (side) of a node."""

    ATAS = "atas"
    BAWAH = "bawah"
    KIRI = "kiri"
    KANAN = "kanan"


class Geser(Beku):
    """Geser (shift) in points, kept for the screen only."""

    x: Annotated[int, Field(ge=-20000, le=20000)] = 0
    y: Annotated[int, Field(ge=-20000, le=20000)] = 0


class Letak(Beku):
    """Letak (placement) that a person chose; logical, so that it holds on every medium, but for `geser`.

    Of a node: same column as (`sekolom`), column after (`setelah`), row in its lane (`baris`). Of a lane: its place
    in the order (`urutan`). Of a flow: the side it leaves by (`sisi`).
    """

    simpul: RujukanSimpul | None = None
    jalur: RujukanJalur | None = None
    alur: RujukanAlur | None = None
    sekolom: RujukanSimpul | None = None
    setelah: RujukanSimpul | None = None
    baris: Annotated[int, Field(ge=1, le=50)] | None = None
    urutan: Annotated[int, Field(ge=1, le=200)] | None = None
    sisi: Sisi | None = None
    geser: Geser | None = None


class LintasFungsi(Unsur):
    """LintasFungsi (cross-functional map's content): the work of one leaf process, which gives it code and name.

    The order of `alur` means nothing beyond the exits of one node, so it is kept in the order of their sources.
    """

    proses: RujukanProses
    varian: Varian = Varian.KINI
    volume: Volume | None = None
    batas: Batas | None = None
    jalur: tuple[Jalur, ...] = ()
    simpul: tuple[SimpulApaPun, ...] = ()
    alur: tuple[Alur, ...] = ()
    letak: tuple[Letak, ...] = ()

    @model_validator(mode="after")
    def _canonical(self) -> Self:
        for kind, elements in (("Jalur", self.jalur), ("Langkah", self.simpul), ("Alur", self.alur)):
            seen: set[str] = set()
            for element in elements:
                if element.id in seen:
                    raise PydanticCustomError("probis", f"{kind} “{element.id}” tertulis dua kali.")
                seen.add(element.id)
        place = {simpul.id: number for number, simpul in enumerate(self.simpul)}
        ordered = tuple(sorted(self.alur, key=lambda alur: place.get(alur.dari, len(place))))
        if ordered != self.alur:
            object.__setattr__(self, "alur", ordered)
        return self

    def cari_simpul(self, id: str) -> "SimpulApaPun | None":
        """Return the node with this id, or None."""
        return next((simpul for simpul in self.simpul if simpul.id == id), None)

    def cari_jalur(self, id: str | None) -> Jalur | None:
        """Return the lane with this id, or None."""
        return next((jalur for jalur in self.jalur if jalur.id == id), None)

    def keluar(self, id: str) -> tuple[Alur, ...]:
        """Return the flows that leave this node."""
        return tuple(alur for alur in self.alur if alur.dari == id)

    def masuk(self, id: str) -> tuple[Alur, ...]:
        """Return the flows that enter this node."""
        return tuple(alur for alur in self.alur if alur.ke == id)

    def sumber_simpul(self, simpul: Simpul, field: str | None = None) -> Sumber | None:
        """Return the source a node (or its field) rests on: its own, else what the lintas fungsi says of it.

        In the sources of the lintas fungsi "simpul/<id>/<field>" is more exact than "simpul/<id>", that more than
        "simpul", that more than no `untuk` at all.
        """
        own = simpul.sumber_bidang(field)
        paths = ["", "simpul", f"simpul/{simpul.id}"] + ([f"simpul/{simpul.id}/{field}"] if field else [])
        best: tuple[int, Sumber] | None = None
        for sumber in self.sumber:
            rank = max((paths.index(path) for path in (sumber.untuk or ("",)) if path in paths), default=-1)
            if rank >= 0 and (best is None or rank >= best[0]):
                best = (rank, sumber)
        exact = best is not None and best[0] == 3
        return best[1] if best is not None and (own is None or exact) else own

    def simpul_usulan(self, simpul: Simpul, field: str | None = None) -> bool:
        """Tell whether the node (or its field) is a proposal that nobody has confirmed yet."""
        sumber = self.sumber_simpul(simpul, field)
        return sumber is not None and sumber.jenis is JenisSumber.USULAN

    def usulan(self, field: str | None = None) -> bool:
        """Tell whether the lintas fungsi (or the one field) is a proposal: as a whole, as long as a part rests on that.

        So it is confirmed as soon as each of its steps, and what it says itself, rests on something else.
        """
        if not super().usulan(field):
            return False
        return field is not None or self.sumber_bidang() in self.sumber_dipakai()

    def sumber_dipakai(self) -> tuple[Sumber, ...]:
        """Return the sources that a step, a field of one or the lintas fungsi itself still rests on."""
        used = [self.sumber_simpul(simpul) for simpul in self.simpul]
        used += [self.sumber_bidang(name) for name in ("proses", "volume", "batas") if getattr(self, name) is not None]
        for path in {path for sumber in self.sumber for path in sumber.untuk}:
            kind, _, rest = path.partition("/")
            id_, _, field = rest.partition("/")
            simpul = self.cari_simpul(id_) if kind == "simpul" else None
            if simpul is not None:
                used.append(self.sumber_simpul(simpul, field or None))
            elif kind != "simpul":
                used.append(self.sumber_bidang(path))
        known = {id(sumber) for sumber in used}
        return tuple(sumber for sumber in self.sumber if id(sumber) in known)
