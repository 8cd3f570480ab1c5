"""Processes are named by what is done, steps by what somebody does: the one with a noun of action, the other a verb."""

import re
from collections.abc import Iterator

from probis.model import Kegiatan, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, alamat, sebut

ATURAN = Aturan(
    nomor="K08",
    tingkat=Tingkat.CATATAN,
    judul="Proses bernama kata benda kerja, kegiatan bernama kata kerja aktif",
    mengapa="Nama proses seperti “Penataan Kelembagaan” menyebut kerja yang utuh; nama kegiatan seperti “Menelaah "
    "usulan” menyebut yang dilakukan seseorang. Aturan gaya ini mati kecuali diberi tingkat pada "
    "`profil.tingkat_aturan`.",
    perbaikan="Mulai nama proses dengan kata seperti penataan, evaluasi, atau fasilitasi, dan nama kegiatan dengan "
    "kata kerja seperti menyusun atau memeriksa.",
    dasar=(("permenpanrb-19-2018", "penamaan proses dan kegiatan"),),
    bawaan=False,
)

_NOUN = re.compile(
    r"(?:pe\w{2,}|ke\w{3,})an\b|\w+(?:asi|isis|isme|ing|men|si)\b|(?:layanan|telaah|reviu|survei|audit|paraf)\b", re.I
)
_VERB = re.compile(
    r"(?!berita|berkas|beranda|berlian|beras|menteri|mentor|menu|merek\b|metod|metro|melodi|media|termin|teritor|terapi)"
    r"(?:me|ber|ter)\w{3,}",
    re.I,
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each process that begins with no noun of action, and each activity that begins with no active verb."""
    for proses in bahan.model.proses:
        if not _NOUN.match(proses.nama):
            pesan = f"Nama {sebut(proses)} tidak berawal kata benda kerja."
            yield Pelanggaran(f"proses/{proses.id}", pesan, "Mulai dengan kata seperti penataan atau evaluasi.", "nama")
    for peta in bahan.model.lintas_fungsi:
        for simpul in peta.simpul:
            if isinstance(simpul, Kegiatan) and simpul.nama and not _VERB.match(simpul.nama):
                pesan = f"Kegiatan “{simpul.nama}” tidak berawal kata kerja aktif."
                yield Pelanggaran(alamat(peta, simpul.id), pesan, "Mulai dengan kata kerja, misalnya menyusun.", "nama")
