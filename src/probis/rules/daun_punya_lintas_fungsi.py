"""A sub process without a lintas fungsi is promised work that nobody has described; a map belongs to one leaf."""

from collections.abc import Iterator

from probis.model import Kelompok, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran

ATURAN = Aturan(
    nomor="K15",
    tingkat=Tingkat.GALAT,
    judul="Setiap sub proses terakhir punya peta lintas fungsi",
    mengapa="Peta lintas fungsi menggambarkan siapa mengerjakan apa, dan menjadi dasar SOP. Sub proses yang tidak "
    "dijabarkan lagi tetapi tidak punya peta lintas fungsi tidak dapat dijadikan SOP. Bagi kelompok selain yang "
    "pertama ini peringatan.",
    perbaikan="Buat peta lintas fungsinya, atau jabarkan sub proses ini lebih lanjut.",
    dasar=(("permenpanrb-19-2018", "peta lintas fungsi"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each leaf sub process without a map, and each map whose process is not a leaf."""
    model = bahan.model
    mapped = {peta.proses for peta in model.lintas_fungsi}
    for proses in model.daun():
        if proses.induk is not None and proses.id not in mapped:
            utama = model.kelompok(proses) is Kelompok.UTAMA
            pesan = f"{proses.kode} {proses.nama}".strip() + " belum punya peta lintas fungsi."
            saran = "Buat berkas di lintas-fungsi/, atau jabarkan sub proses ini lebih lanjut."
            yield Pelanggaran(f"proses/{proses.id}", pesan, saran, "", None if utama else Tingkat.PERINGATAN)
    for peta in model.lintas_fungsi:
        owner = model.cari_proses(peta.proses)
        if owner is not None and model.anak(owner.id):
            pesan = f"Peta lintas fungsi ini milik {owner.kode} {owner.nama}, yang masih dijabarkan dalam sub proses."
            saran = "Pindahkan ke sub proses yang tidak dijabarkan lagi."
            yield Pelanggaran(f"lintas-fungsi/{peta.id}", pesan, saran, "proses")
