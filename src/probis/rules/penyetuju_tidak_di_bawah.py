"""Approval by somebody under the one who made the thing is no approval."""

from collections.abc import Iterator

from probis.model import Jabatan, Kegiatan, LintasFungsi, PetaProsesBisnis, Tindakan, Tingkat, UnitKerja
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, alamat
from probis.rules._rangkaian import Langkah, mundur

ATURAN = Aturan(
    nomor="K63",
    tingkat=Tingkat.PERINGATAN,
    judul="Yang menyetujui tidak berada di bawah yang menyusun",
    mengapa="Persetujuan, paraf, dan penandatanganan berjenjang ke atas. Konsep yang disetujui bawahan penyusunnya "
    "tidak pernah benar-benar diperiksa, atau jalurnya tertukar.",
    perbaikan="Periksa jalur kedua langkah itu dan `tindakan`-nya, atau betulkan `induk` unitnya pada struktur.",
    dasar=(("permenpanrb-35-2012", "prinsip kepatuhan hukum dan kejelasan wewenang"),),
)

_MENYETUJUI = {
    Tindakan.MEMARAF: "memaraf",
    Tindakan.MENYETUJUI: "menyetujui",
    Tindakan.MENANDATANGANI: "menandatangani",
    Tindakan.MENETAPKAN: "menetapkan",
}


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each approval whose doer stands, in the tree of units, under the doer of what is approved."""
    model = bahan.model
    for peta in model.lintas_fungsi:
        before = mundur(peta)
        for simpul in peta.simpul:
            act = _MENYETUJUI.get(simpul.tindakan) if isinstance(simpul, Kegiatan) and simpul.tindakan else None
            if isinstance(simpul, Kegiatan) and act is not None:
                for maker in _makers(peta, simpul, before):
                    if _under(model, _doer(peta, simpul), _doer(peta, maker)):
                        who, whose = model.sebutan(_doer(peta, simpul)), model.sebutan(_doer(peta, maker))
                        pesan = f"Pada “{simpul.nama}” {who} {act} yang disusun {whose}, atasannya."
                        saran = "Periksa jalur dan `tindakan` kedua langkah itu."
                        yield Pelanggaran(alamat(peta, simpul.id), pesan, saran)


def _makers(peta: LintasFungsi, simpul: Kegiatan, before: Langkah) -> list[Kegiatan]:
    """The nearest steps before this one that draw something up; further ones were approved on the way."""
    found: list[Kegiatan] = []
    seen: set[str] = set()
    todo = list(before.get(simpul.id, ()))
    while todo:
        here = todo.pop(0)
        node = peta.cari_simpul(here)
        if here in seen or node is None:
            continue
        seen.add(here)
        if isinstance(node, Kegiatan) and node.tindakan is Tindakan.MENYUSUN:
            found.append(node)
        else:
            todo.extend(before.get(here, ()))
    return found


def _under(model: PetaProsesBisnis, one: str | None, other: str | None) -> bool:
    """Whether `one` stands under `other`; the body as a whole stands for whichever of its parts, above nobody."""
    if any(unit.id == other for unit in model.unit_akar()):
        return False
    below, above = _line(model, one), _line(model, other)
    return bool(above) and len(below) > len(above) and above[0] in below


def _doer(peta: LintasFungsi, simpul: Kegiatan) -> str | None:
    jalur = peta.cari_jalur(simpul.jalur)
    return simpul.pelaksana[0] if simpul.pelaksana else jalur.pelaku if jalur else None


def _line(model: PetaProsesBisnis, who: str | None) -> list[str]:
    """The unit of somebody and those above it, nearest first; who is not its head stands one step under the unit."""
    found = model.cari_pelaku(who)
    line: list[str] = []
    unit = who
    if isinstance(found, Jabatan):
        unit = found.unit
        line = [] if found.kepala else [found.id]
    here = model.cari_pelaku(unit)
    while isinstance(here, UnitKerja) and here.id not in line:
        line.append(here.id)
        here = model.cari_pelaku(here.induk)
    return line
