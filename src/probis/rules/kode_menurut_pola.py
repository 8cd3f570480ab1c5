"""A code that does not follow the body's grammar cannot be cited, sorted or continued."""

import re
from collections.abc import Iterator

from probis.edits import Ganti
from probis.model import Proses, Temuan, Tingkat, pisah_kode, tulis_kode
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, lipat_kode

ATURAN = Aturan(
    nomor="K01",
    tingkat=Tingkat.GALAT,
    judul="Kode proses mengikuti pola",
    mengapa="Kode menghubungkan peta proses, peta sub proses, peta lintas fungsi, dan SOP. Kode yang ditulis dengan "
    "pola berbeda tidak dapat dirujuk dengan pasti.",
    perbaikan="Tulis kode menurut pola pada profil instansi, atau ubah polanya bila seluruh instansi memakainya.",
    sendiri="Kode yang hanya berbeda huruf besar, pemisah, atau angka nol ditulis menurut pola.",
    dasar=(("permenpanrb-19-2018", "prinsip definitif"),),
)


def _follows(bahan: Bahan, kode: str, depth: int) -> bool:
    profil = bahan.model.instansi.profil
    parts = pisah_kode(profil.pola_sub_proses if depth else profil.pola_proses, kode)
    if parts is None or depth == 0:
        return parts is not None
    return "{induk}" not in profil.pola_sub_proses or _follows(bahan, parts[0], depth - 1)


def _contoh(bahan: Bahan, proses: Proses) -> str:
    profil = bahan.model.instansi.profil
    line = bahan.model.garis_induk(proses)[::-1]
    kode = ""
    for depth, here in enumerate(line):
        pola = profil.pola_sub_proses if depth else profil.pola_proses
        digits = "".join(c if c.isdigit() else " " for c in here.kode).split()
        nomor = int(digits[-1][:6]) if digits else len(bahan.model.anak(here.induk)) or 1
        kode = here.kode if _follows(bahan, here.kode, depth) else tulis_kode(pola, nomor, kode)
    return kode


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each process whose code is absent or does not follow the grammar of its level."""
    for proses in bahan.model.proses:
        depth = len(bahan.model.garis_induk(proses)) - 1
        at = f"proses/{proses.id}"
        if not proses.kode:
            pesan = f"Proses “{proses.nama}” belum berkode."
            yield Pelanggaran(at, pesan, f"Tulis seperti {_contoh(bahan, proses)}.", "kode")
        elif not _follows(bahan, proses.kode, depth):
            pesan = f"Kode “{proses.kode}” tidak mengikuti pola."
            yield Pelanggaran(at, pesan, f"Tulis seperti {_contoh(bahan, proses)}.", "kode")


def mend(bahan: Bahan, temuan: Temuan) -> Ganti | None:
    """Write the same code by the pattern, where only its case, its separators or leading zeros are other ones."""
    proses = bahan.model.cari_proses(temuan.alamat.removeprefix("proses/"))
    if proses is None or not proses.kode:
        return None
    right = _contoh(bahan, proses)
    taken = any(one.kode == right for one in bahan.model.proses)
    same = _bare(right) == _bare(proses.kode)
    return Ganti(temuan.alamat, "kode", proses.kode, right) if same and not taken else None


def _bare(kode: str) -> tuple[str, ...]:
    parts = re.findall(r"[a-z]+|[0-9]+", lipat_kode(kode))
    return tuple(part.lstrip("0") or "0" for part in parts)
