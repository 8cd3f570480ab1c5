"""A lintas fungsi without a SOP is a picture on a wall; two SOPs in force for one give two ways to do the same."""

from collections.abc import Iterator

from probis.model import StatusSop, Tingkat, Varian
from probis.rules._aturan import Aturan, Bahan, Pelanggaran

ATURAN = Aturan(
    nomor="K46",
    tingkat=Tingkat.PERINGATAN,
    judul="Setiap lintas fungsi punya satu SOP",
    mengapa="Peta proses bisnis dijabarkan ke dalam SOP, dan penilai reformasi birokrasi menghitung perbandingannya. "
    "Lintas fungsi yang berjalan tanpa SOP belum punya petunjuk kerja; dua SOP yang berlaku bersama memberi dua "
    "petunjuk. Bagi instansi yang belum memuat satu pun SOP, aturan ini diam.",
    perbaikan="Susun SOP-nya dari peta (`probis tulis FOLDER sop --id ID`) dan muat di sop.yaml, atau cabut SOP yang "
    "berlebih.",
    dasar=(("permenpanrb-35-2012", "penyusunan SOP"), ("permenpanrb-19-2018", "peta dasar SOP")),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each lintas fungsi as it is done now that no SOP tells, and each SOP in force beside an earlier one."""
    model = bahan.model
    if not model.sop:
        return
    told = {sop.lintas_fungsi for sop in model.sop if sop.status is not StatusSop.DICABUT}
    for peta in model.lintas_fungsi:
        if peta.varian is Varian.KINI and peta.id not in told:
            pesan = f"{model.kode(peta.proses)} {model.sebutan(peta.proses)}".strip() + " belum punya SOP."
            yield Pelanggaran(f"lintas-fungsi/{peta.id}", pesan, "Susun SOP-nya dari peta ini.")
    first: dict[str, str] = {}
    for sop in model.sop:
        if sop.status is StatusSop.BERLAKU and first.setdefault(sop.lintas_fungsi, sop.id) != sop.id:
            pesan = f"SOP ini berlaku bersama SOP “{first[sop.lintas_fungsi]}” untuk lintas fungsi yang sama."
            yield Pelanggaran(f"sop/{sop.id}", pesan, "Cabut yang lama: tulis `status: dicabut`.", "status")
