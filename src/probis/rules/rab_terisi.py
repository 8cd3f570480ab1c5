"""A process without its code in the government reference architecture cannot be found by the evaluators of SPBE."""

from collections.abc import Iterator

from probis.model import Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, deret

ATURAN = Aturan(
    nomor="K58",
    tingkat=Tingkat.CATATAN,
    judul="Setiap proses menyebut kode referensi arsitektur (RAB) bila instansi memakainya",
    mengapa="Arsitektur SPBE menghubungkan proses bisnis dengan referensi nasional. Instansi yang sudah mengisi kode "
    "bagi sebagian prosesnya perlu mengisinya bagi semua; instansi yang belum mulai tidak dinilai.",
    perbaikan="Isi `rab` pada prosesnya.",
    dasar=(("perpres-132-2022", "referensi arsitektur proses bisnis"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield, once, the processes of the first level without `rab`, where at least one has it."""
    processes = bahan.model.anak(None)
    lacking = [proses.kode or proses.nama for proses in processes if not proses.rab]
    if lacking and len(lacking) < len(processes):
        pesan = f"{len(lacking)} dari {len(processes)} proses belum menyebut kode RAB: {deret(lacking)}."
        yield Pelanggaran("instansi", pesan, "Isi `rab` pada prosesnya.")
