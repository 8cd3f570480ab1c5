"""A map that nobody has looked at for a year is trusted on its word."""

from collections.abc import Iterator
from datetime import date

from probis.model import Evaluasi, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran

ATURAN = Aturan(
    nomor="K57",
    tingkat=Tingkat.PERINGATAN,
    judul="Peta dievaluasi sedikitnya setahun sekali, dan temuannya ditindaklanjuti",
    mengapa="Kelengkapan evaluasi menanyakan kapan peta terakhir dievaluasi dan apa tindak lanjutnya. Dinilai pada "
    "tanggal yang diminta, sejak setahun sesudah keputusan ditetapkan.",
    perbaikan="Evaluasi petanya, catat hasilnya sebagai `evaluasi`, dan isi `tindak_lanjut` temuannya.",
    dasar=(("permenpanrb-19-2018", "pemantauan dan evaluasi"),),
)

_YEAR = 366


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield a map whose decree and last evaluation are over a year old that day, and evaluation findings left open."""
    model, day = bahan.model, bahan.pada
    decree = model.keputusan.tanggal if model.keputusan is not None else None
    held = [one for one in model.evaluasi if day is None or one.tanggal <= day]
    last = max((one.tanggal for one in held), default=None)
    if day is not None and decree is not None and _old(max(decree, last or decree), day):
        pesan = f"Evaluasi terakhir {last:%Y-%m-%d}." if last else "Peta ini belum pernah dievaluasi."
        yield Pelanggaran("instansi", pesan, "Evaluasi petanya, dan catat hasilnya sebagai `evaluasi`.")
    for one in held:
        open_ones = _open(one)
        if open_ones > 0 and (day is None or _old(one.tanggal, day)):
            pesan = f"{open_ones} temuan evaluasi {one.tanggal:%Y-%m-%d} belum selesai ditindaklanjuti."
            yield Pelanggaran(
                f"evaluasi/{one.id}", pesan, "Isi `tindak_lanjut`, dan `selesai` bila sudah.", "tindak_lanjut"
            )


def _old(when: date, day: date) -> bool:
    return (day - when).days > _YEAR


def _open(evaluasi: Evaluasi) -> int:
    """How many findings have no finished follow-up; follow-ups name no finding, so they are counted."""
    return len(evaluasi.temuan) - sum(one.selesai for one in evaluasi.tindak_lanjut)
