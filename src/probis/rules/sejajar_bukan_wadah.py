"""A process beside others that also holds them is counted twice: a reader cannot tell where its own work begins."""

from collections.abc import Iterator

from probis.model import JenisHubungan, Proses, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran

ATURAN = Aturan(
    nomor="K17",
    tingkat=Tingkat.PERINGATAN,
    judul="Proses yang sejajar bukan wadah bagi yang lain",
    mengapa="Proses yang menurut penjelasannya bagian dari proses lain, tetapi berdiri sejajar dengannya, digambar dua "
    "kali: sekali sebagai bagian, sekali sebagai tetangga. Pekerjaan wadahnya sendiri tidak tampak.",
    perbaikan="Jadikan proses itu sub proses, atau ganti hubungannya dengan aliran produk, pengaruh, atau koordinasi.",
    dasar=(("permenpanrb-19-2018", "tingkatan peta"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each process that others of its own level are said to be part of, with those others."""
    model = bahan.model
    parts: dict[str, list[Proses]] = {}
    for hubungan in model.hubungan:
        part, whole = model.cari_proses(hubungan.dari), model.cari_proses(hubungan.ke)
        if hubungan.jenis is JenisHubungan.BAGIAN_DARI and part and whole and part.induk == whole.induk:
            parts.setdefault(whole.id, []).append(part)
    for id, found in parts.items():  # noqa: A001
        whole = model.cari_proses(id)
        name = f"{whole.kode} {whole.nama}".strip() if whole is not None else id
        names = [part.kode or part.nama for part in found]
        listed = names[0] if len(names) == 1 else ", ".join(names[:-1]) + " dan " + names[-1]
        pesan = f"{listed} disebut bagian dari {name}, padahal sejajar dengannya."
        yield Pelanggaran(f"proses/{id}", pesan, "Jadikan sub proses, atau ubah jenis hubungannya.")
