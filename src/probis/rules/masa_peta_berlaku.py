"""A map whose years are past describes work that may no longer be done."""

from collections.abc import Iterator
from datetime import date

from probis.model import Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran

ATURAN = Aturan(
    nomor="K52",
    tingkat=Tingkat.PERINGATAN,
    judul="Masa peta belum lewat",
    mengapa="Peta berlaku selama masa rencana yang dilayaninya. Sesudah itu peta harus ditinjau dan ditetapkan lagi. "
    "Keputusan yang bertanggal di luar masa petanya juga perlu diperiksa. Dinilai pada tanggal yang diminta.",
    perbaikan="Buat peta periode berikutnya, misalnya dengan `probis baru --dari`, dan tetapkan.",
    dasar=(("permenpanrb-19-2018", "evaluasi peta proses bisnis"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield a period that is over on the day of judgement, and a decree dated outside the period."""
    instansi, decree = bahan.model.instansi, bahan.model.keputusan
    if bahan.pada is not None and bahan.pada > date(instansi.periode.akhir, 12, 31):
        pesan = f"Masa peta ini, {instansi.periode}, sudah lewat."
        yield Pelanggaran("instansi", pesan, "Buat dan tetapkan peta periode berikutnya.", "periode")
    if decree is not None and decree.tanggal is not None:
        first, last = instansi.periode.awal, instansi.periode.akhir
        if not first <= decree.tanggal.year <= last:
            pesan = f"Keputusan ditetapkan tahun {decree.tanggal.year}, di luar masa peta {instansi.periode}."
            yield Pelanggaran("keputusan", pesan, "Periksa tanggal keputusan dan `periode` instansi.", "tanggal")
