"""A process without supplier, input, output or customer stands outside the work of the body."""

from collections.abc import Iterator

from probis.model import Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran

ATURAN = Aturan(
    nomor="K19",
    tingkat=Tingkat.GALAT,
    judul="Setiap proses punya pemasok, masukan, keluaran, dan pelanggan",
    mengapa="Peta proses dan peta sub proses digambar dengan prinsip pemasok–masukan–proses–keluaran–pelanggan. Tanpa "
    "salah satunya tidak jelas untuk siapa proses itu ada atau dari mana bahannya.",
    perbaikan="Lengkapi aliran produknya di aliran.yaml; ujung yang belum diketahui boleh kosong, tetapi tetap "
    "dilaporkan.",
    dasar=(("permenpanrb-19-2018", "peta proses dan peta sub proses"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each process or sub process with what it lacks of the four."""
    for proses in bahan.model.proses:
        masukan, keluaran = bahan.model.masukan(proses.id), bahan.model.keluaran(proses.id)
        lacks = [
            word
            for word, there in (
                ("pemasok", any(aliran.dari for aliran in masukan)),
                ("masukan", bool(masukan)),
                ("keluaran", bool(keluaran)),
                ("pelanggan", any(aliran.ke for aliran in keluaran)),
            )
            if not there
        ]
        if lacks:
            listed = lacks[0] if len(lacks) == 1 else ", ".join(lacks[:-1]) + " dan " + lacks[-1]
            pesan = f"{proses.kode} {proses.nama}".strip() + f" belum punya {listed}."
            yield Pelanggaran(f"proses/{proses.id}", pesan, "Tambahkan alirannya.")
