"""A SOP in force without its identity, or with doers who stand in another lane, cannot be carried out as it is set."""

from collections import Counter
from collections.abc import Iterator

from probis.analysis import sebut_simpul
from probis.model import (
    Jabatan,
    Kerja,
    LintasFungsi,
    PetaProsesBisnis,
    SimpulApaPun,
    Sop,
    StatusSop,
    Tingkat,
    UnitKerja,
)
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, alamat, deret

ATURAN = Aturan(
    nomor="K47",
    tingkat=Tingkat.PERINGATAN,
    judul="SOP yang berlaku lengkap identitasnya, dan pelaksana langkahnya ada pada jalurnya",
    mengapa="SOP yang berlaku diketahui dari nomor, tanggal, dan pengesahannya, dan menyebut siapa mengerjakan "
    "setiap langkah. Pelaksana dari unit lain daripada jalurnya menempatkan langkah itu pada kolom yang bukan "
    "miliknya; rincian untuk langkah yang bukan kegiatan, atau yang tertulis dua kali, tidak tercetak. Selebihnya "
    "blok identitas diturunkan dari peta, dan simbolnya selalu lima simbol baku, sebab SOP digambar dari peta.",
    perbaikan="Isi identitas SOP-nya pada sop.yaml; pindahkan langkahnya ke jalur pelaksananya, atau tulis pelaksana "
    "itu pada `bersama`.",
    dasar=(("permenpanrb-35-2012", "bagian identitas; pelaksana; simbol"),),
)

_KATA = {"disahkan": "nama dan jabatan yang mengesahkan"}


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield what a SOP in force lacks or tells of no activity, and the steps whose doers belong to another lane.

    Whether a SOP in force still shows its map is told by sop_sesuai_peta, a detail of no step by rujukan_dikenal.
    """
    model = bahan.model
    for sop in model.sop:
        peta = model.cari_lintas_fungsi(sop.lintas_fungsi)
        if peta is not None and sop.status is StatusSop.BERLAKU:
            yield from _identity(sop)
        if peta is not None and sop.status is not StatusSop.DICABUT:
            yield from _details(sop, peta)
    for peta in model.lintas_fungsi:
        for simpul in peta.simpul:
            strange = _strange(model, peta, simpul)
            if strange:
                names = deret([model.sebutan(one) for one in strange])
                lane = peta.cari_jalur(simpul.jalur)
                place = (lane.nama or model.sebutan(lane.pelaku)) if lane is not None else ""
                pesan = f"Pelaksana {sebut_simpul(peta, simpul)}, {names}, bukan bagian jalur {place}."
                saran = "Pindahkan langkahnya ke jalur pelaksananya, atau tulis pelaksana itu pada `bersama`."
                yield Pelanggaran(alamat(peta, simpul.id), pesan, saran, "pelaksana")


def _identity(sop: Sop) -> Iterator[Pelanggaran]:
    at = f"sop/{sop.id}"
    lacking = {
        "nomor": not sop.nomor,
        "tanggal_pembuatan": sop.tanggal_pembuatan is None,
        "tanggal_efektif": sop.tanggal_efektif is None,
        "tanggal_revisi": bool(sop.revisi) and sop.tanggal_revisi is None,
        "disahkan": sop.disahkan is None or not (sop.disahkan.nama and sop.disahkan.jabatan),
    }
    named = [_KATA.get(name, name.replace("_", " ")) for name, missing in lacking.items() if missing]
    if named:
        pesan = f"SOP {sop.nomor or sop.judul or sop.id} berlaku tanpa {deret(named)}."
        fields = ", ".join(f"`{name}`" for name, missing in lacking.items() if missing)
        yield Pelanggaran(at, pesan, f"Isi {fields}, atau tulis statusnya rancangan.")
    first = max(filter(None, (sop.tanggal_pembuatan, sop.tanggal_revisi)), default=None)
    if first is not None and sop.tanggal_efektif is not None and sop.tanggal_efektif < first:
        pesan = f"SOP {sop.nomor or sop.judul or sop.id} berlaku sebelum {'direvisi' if sop.revisi else 'dibuat'}."
        yield Pelanggaran(at, pesan, "Betulkan tanggalnya.", "tanggal_efektif")


def _details(sop: Sop, peta: LintasFungsi) -> Iterator[Pelanggaran]:
    times = Counter(one.simpul for one in sop.rincian)
    for id_, count in times.items():
        simpul = peta.cari_simpul(id_)
        if simpul is None:
            continue
        if not isinstance(simpul, Kerja):
            pesan = f"Rincian SOP menerangkan {sebut_simpul(peta, simpul)}, yang bukan kegiatan."
            yield Pelanggaran(f"sop/{sop.id}", pesan, "Hapus rincian itu, atau tulis id kegiatannya.", "rincian")
        elif count > 1:
            pesan = f"Rincian SOP untuk {sebut_simpul(peta, simpul)} tertulis {count} kali."
            yield Pelanggaran(f"sop/{sop.id}", pesan, "Gabungkan menjadi satu.", "rincian")


def _strange(model: PetaProsesBisnis, peta: LintasFungsi, simpul: SimpulApaPun) -> list[str]:
    """The doers who are posts of the body, but neither of the lane's unit nor of one above or below it."""
    lane = peta.cari_jalur(simpul.jalur)
    actor = model.cari_pelaku(lane.pelaku) if lane is not None else None
    if not isinstance(simpul, Kerja) or not isinstance(actor, UnitKerja | Jabatan):
        return []
    home = actor.id if isinstance(actor, UnitKerja) else actor.unit
    found = []
    for who in simpul.pelaksana:
        doer = model.cari_pelaku(who)
        if isinstance(doer, Jabatan) and who != actor.id and home and doer.unit:
            line, own = _line(model, doer.unit), _line(model, home)
            if home not in line and doer.unit not in own:
                found.append(who)
    return found


def _line(model: PetaProsesBisnis, id_: str) -> list[str]:
    """A unit and those above it; a circle ends where it closes."""
    line: list[str] = []
    here = model.cari_pelaku(id_)
    while isinstance(here, UnitKerja) and here.id not in line:
        line.append(here.id)
        here = model.cari_pelaku(here.induk)
    return line
