"""The whole: a body's peta proses bisnis as one immutable value, and the look-ups that many questions need."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Self

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from probis.law.peraturan import Peraturan
from probis.model.arah import Arah
from probis.model.berkas import Berkas
from probis.model.evaluasi import Evaluasi
from probis.model.instansi import Instansi
from probis.model.keputusan import Keputusan
from probis.model.lintas_fungsi import LintasFungsi
from probis.model.organisasi import Fungsi, Jabatan, Organisasi, Pihak, UnitKerja
from probis.model.pengecualian import Pengecualian
from probis.model.produk import Produk
from probis.model.proses import Aliran, Hubungan, Kelompok, Penjelasan, Proses
from probis.model.sop import Sop
from probis.model.unsur import Beku, Unsur

SKEMA = 1
"""Version of the shape of the value; `interchange/yaml/upgrade` lifts older files to it."""

SATU_RUANG_ID = (
    ("unit", "jabatan", "pihak", "proses"),
    ("misi", "tujuan", "sasaran", "indikator", "area", "fungsi"),
)
"""Kinds whose elements one reference may name, so that their ids are unique together."""


class PetaProsesBisnis(Beku):
    """PetaProsesBisnis (business-process map): all that a body says of its processes, as one value.

    Ids are unique within their kind; unit, jabatan, pihak and proses share one space of ids, and so do misi, tujuan,
    sasaran, indikator, area and fungsi, because one reference may name any of them. References may name nothing.
    The lintas fungsi stand in the order of their ids: what order readers see is that of their processes.
    """

    skema: int = SKEMA
    instansi: Instansi
    arah: Arah = Arah()
    organisasi: Organisasi = Organisasi()
    produk: tuple[Produk, ...] = ()
    proses: tuple[Proses, ...] = ()
    aliran: tuple[Aliran, ...] = ()
    hubungan: tuple[Hubungan, ...] = ()
    penjelasan: tuple[Penjelasan, ...] = ()
    lintas_fungsi: tuple[LintasFungsi, ...] = ()
    sop: tuple[Sop, ...] = ()
    peraturan: tuple[Peraturan, ...] = ()
    keputusan: Keputusan | None = None
    pengecualian: tuple[Pengecualian, ...] = ()
    evaluasi: tuple[Evaluasi, ...] = ()
    berkas: tuple[Berkas, ...] = ()

    @model_validator(mode="after")
    def _canonical(self) -> Self:
        ordered = tuple(sorted(self.lintas_fungsi, key=lambda peta: peta.id))
        if ordered != self.lintas_fungsi:
            object.__setattr__(self, "lintas_fungsi", ordered)
        return self

    @model_validator(mode="after")
    def _unique(self) -> Self:
        for kind, id in self.kembar():  # noqa: A001
            raise PydanticCustomError("probis", f"Id “{id}” ({kind}) dipakai lebih dari sekali.")
        return self

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy with some fields replaced; look-ups are computed anew."""
        copied = super().model_copy(update=update, deep=deep)
        for name in set(copied.__dict__) - set(type(self).model_fields):
            del copied.__dict__[name]
        return copied

    def kembar(self) -> tuple[tuple[str, str], ...]:
        """Return (kind, id) of each id that stands twice where it must stand once."""
        space = {kind: kinds[0] for kinds in SATU_RUANG_ID for kind in kinds}
        seen: set[tuple[str, str]] = set()
        twice: list[tuple[str, str]] = []
        for kind, elements in self.jenis.items():
            for element in elements:
                key = (space.get(kind, kind), element.id)
                if key in seen:
                    twice.append((kind, element.id))
                seen.add(key)
        return tuple(twice)

    @property
    def jenis(self) -> Mapping[str, tuple[Unsur | Peraturan, ...]]:
        """All elements by kind; the kind is the first word of an address ("proses/penataan-kelembagaan")."""
        arah, organisasi = self.arah, self.organisasi
        return {
            "visi": (arah.visi,) if arah.visi else (),
            "misi": arah.misi,
            "tujuan": arah.tujuan,
            "sasaran": arah.sasaran,
            "indikator": arah.indikator,
            "area": arah.area,
            "unit": organisasi.unit,
            "fungsi": tuple(fungsi for unit in organisasi.unit for fungsi in unit.fungsi),
            "jabatan": organisasi.jabatan,
            "pihak": organisasi.pihak,
            "produk": self.produk,
            "proses": self.proses,
            "aliran": self.aliran,
            "hubungan": self.hubungan,
            "penjelasan": self.penjelasan,
            "lintas-fungsi": self.lintas_fungsi,
            "sop": self.sop,
            "peraturan": self.peraturan,
            "pengecualian": self.pengecualian,
            "evaluasi": self.evaluasi,
            "berkas": self.berkas,
        }

    def unsur(self) -> Iterator[tuple[str, Unsur | Peraturan]]:
        """Yield (address, element) of everything that has an id, also within each lintas fungsi."""
        yield "instansi", self.instansi
        if self.keputusan is not None:
            yield "keputusan", self.keputusan
        for kind, elements in self.jenis.items():
            for element in elements:
                yield f"{kind}/{element.id}", element
        for peta in self.lintas_fungsi:
            at = f"lintas-fungsi/{peta.id}"
            yield from ((f"{at}/{simpul.id}", simpul) for simpul in peta.simpul)
            yield from ((f"{at}/jalur/{jalur.id}", jalur) for jalur in peta.jalur)
            yield from ((f"{at}/alur/{alur.id}", alur) for alur in peta.alur)

    @cached_property
    def _by_address(self) -> Mapping[str, Unsur | Peraturan]:
        return dict(self.unsur())

    def cari(self, alamat: str) -> Unsur | Peraturan | None:
        """Return the element at an address, or None."""
        return self._by_address.get(alamat)

    def cari_proses(self, id: str | None) -> Proses | None:
        """Return the process with this id, or None."""
        found = self.cari(f"proses/{id}")
        return found if isinstance(found, Proses) else None

    def cari_pelaku(self, id: str | None) -> UnitKerja | Jabatan | Pihak | None:
        """Return the unit, position or party with this id, or None."""
        for kind in ("unit", "jabatan", "pihak"):
            found = self.cari(f"{kind}/{id}")
            if isinstance(found, UnitKerja | Jabatan | Pihak):
                return found
        return None

    def cari_lintas_fungsi(self, id: str | None) -> LintasFungsi | None:
        """Return the lintas fungsi with this id, or None."""
        found = self.cari(f"lintas-fungsi/{id}")
        return found if isinstance(found, LintasFungsi) else None

    def sebutan(self, id: str | None) -> str:
        """Return what a reader calls the unit, position, party, process or product with this id; else the id."""
        if id is None:
            return ""
        pelaku = self.cari_pelaku(id)
        if pelaku is not None:
            return pelaku.sebutan
        named = self.cari(f"proses/{id}") or self.cari(f"produk/{id}")
        return named.nama if isinstance(named, Proses | Produk) else id

    def nama_produk(self, id: str) -> str:
        """Return the product's name, or the plain text that stands in its place."""
        produk = self.cari(f"produk/{id}")
        return produk.nama if isinstance(produk, Produk) else id

    # The tree of processes --------------------------------------------------------------------------------------

    @cached_property
    def _children(self) -> Mapping[str | None, tuple[Proses, ...]]:
        children: dict[str | None, list[Proses]] = {}
        known = {proses.id for proses in self.proses}
        for proses in self.proses:
            children.setdefault(proses.induk if proses.induk in known else None, []).append(proses)
        return {
            induk: tuple(sorted(group, key=lambda p: (p.urutan is None, p.urutan or 0)))
            for induk, group in children.items()
        }

    def anak(self, id: str | None) -> tuple[Proses, ...]:
        """Return the sub processes of a process in their order; of None, the processes of the peta proses."""
        return self._children.get(id, ())

    def daun(self) -> tuple[Proses, ...]:
        """Return the processes that are not broken down further, in the order of the tree."""
        return tuple(proses for proses in self.pohon() if not self.anak(proses.id))

    def pohon(self, id: str | None = None) -> Iterator[Proses]:
        """Yield all processes under `id`, each before its sub processes."""
        for proses in self.anak(id):
            yield proses
            yield from self.pohon(proses.id)

    def garis_induk(self, proses: Proses) -> tuple[Proses, ...]:
        """Return the process and those above it, itself first; a circle ends where it closes."""
        line: list[Proses] = []
        here: Proses | None = proses
        while here is not None and here not in line:
            line.append(here)
            here = self.cari_proses(here.induk)
        return tuple(line)

    def kelompok(self, proses: Proses) -> Kelompok | None:
        """Return the group of a process: its own, else that of the process above it."""
        return next((p.kelompok for p in self.garis_induk(proses) if p.kelompok is not None), None)

    def label_kelompok(self, kelompok: Kelompok) -> str:
        """Return what this body calls a group of processes."""
        label = self.instansi.profil.label_kelompok
        return {Kelompok.UTAMA: label.utama, Kelompok.PENDUKUNG: label.pendukung}.get(kelompok, label.lainnya)

    def kode(self, id: str) -> str:
        """Return the code of a process, or "" where it has none."""
        proses = self.cari_proses(id)
        return proses.kode if proses is not None else ""

    # SIPOC, computed from `aliran` --------------------------------------------------------------------------------

    @cached_property
    def _within(self) -> Mapping[str, frozenset[str]]:
        within: dict[str, set[str]] = {proses.id: set() for proses in self.proses}
        for proses in self.proses:
            for above in self.garis_induk(proses):
                within[above.id].add(proses.id)
        return {id: frozenset(ids) for id, ids in within.items()}  # noqa: A001

    def cakupan(self, id: str) -> frozenset[str]:
        """Return the ids of a process and all its sub processes."""
        return self._within.get(id, frozenset({id}))

    def masukan(self, id: str) -> tuple[Aliran, ...]:
        """Return the flows that enter the frame of a process: its inputs, with their suppliers."""
        return self._crossing[0].get(id, ())

    def keluaran(self, id: str) -> tuple[Aliran, ...]:
        """Return the flows that leave the frame of a process: its outputs, with their customers."""
        return self._crossing[1].get(id, ())

    @cached_property
    def _crossing(self) -> tuple[Mapping[str, tuple[Aliran, ...]], Mapping[str, tuple[Aliran, ...]]]:
        enters: dict[str, list[Aliran]] = {}
        leaves: dict[str, list[Aliran]] = {}
        for aliran in self.aliran:
            for end, other, found in ((aliran.ke, aliran.dari, enters), (aliran.dari, aliran.ke, leaves)):
                proses = self.cari_proses(end)
                for above in self.garis_induk(proses) if proses is not None else ():
                    if other not in self.cakupan(above.id):
                        found.setdefault(above.id, []).append(aliran)
        return {k: tuple(v) for k, v in enters.items()}, {k: tuple(v) for k, v in leaves.items()}

    # Who takes part ------------------------------------------------------------------------------------------------

    def peta_dari(self, id: str) -> tuple[LintasFungsi, ...]:
        """Return the lintas fungsi of a process."""
        return tuple(peta for peta in self.peta_cakupan(id) if peta.proses == id)

    def peta_cakupan(self, id: str) -> tuple[LintasFungsi, ...]:
        """Return the lintas fungsi of a process and of all its sub processes."""
        return self._maps_within.get(id, ())

    @cached_property
    def _maps_within(self) -> Mapping[str, tuple[LintasFungsi, ...]]:
        found: dict[str, list[LintasFungsi]] = {}
        for peta in self.lintas_fungsi:
            proses = self.cari_proses(peta.proses)
            line = [one.id for one in self.garis_induk(proses)] if proses is not None else [peta.proses]
            for above in line:
                found.setdefault(above, []).append(peta)
        return {above: tuple(maps) for above, maps in found.items()}

    @cached_property
    def _order(self) -> Mapping[str, int]:
        return {proses.id: number for number, proses in enumerate(self.proses)}

    def pemilik(self, proses: Proses) -> str | None:
        """Return the id of the owner of a process: its own, else that of the process above it."""
        return next((p.pemilik for p in self.garis_induk(proses) if p.pemilik), None)

    def peserta(self, id: str) -> tuple[str, ...]:
        """Return the ids of all who take part in a process or below it: owner, `terlibat`, then lanes."""
        ids: dict[str, None] = {}
        covered = [self.proses[n] for n in sorted(self._order[one] for one in self.cakupan(id) if one in self._order)]
        top = self.cari_proses(id)
        if top is not None and top.pemilik:
            ids[top.pemilik] = None
        for proses in covered:
            ids.update(dict.fromkeys(filter(None, (proses.pemilik, *proses.terlibat))))
        for peta in self.peta_cakupan(id):
            ids.update(dict.fromkeys(jalur.pelaku for jalur in peta.jalur))
        return tuple(ids)

    def di_dalam(self, id: str) -> bool:
        """Tell whether this is a unit or position of the body, not an outside party."""
        return isinstance(self.cari_pelaku(id), UnitKerja | Jabatan)

    def unit_akar(self) -> tuple[UnitKerja, ...]:
        """Return the units without a unit above them: the body itself, as a rule."""
        known = {unit.id for unit in self.organisasi.unit}
        return tuple(unit for unit in self.organisasi.unit if unit.induk not in known)

    def unit_anak(self, id: str) -> tuple[UnitKerja, ...]:
        """Return the units directly under a unit, in the order written."""
        return tuple(unit for unit in self.organisasi.unit if unit.induk == id)

    def semua_fungsi(self) -> tuple[Fungsi, ...]:
        """Return the functions of all units."""
        return tuple(fungsi for unit in self.organisasi.unit for fungsi in unit.fungsi)
