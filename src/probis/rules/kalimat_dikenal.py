"""A sentence for a place that no paper has, or with a name that nothing fills, is printed nowhere or as it stands."""

from collections.abc import Iterator

from rapidfuzz import fuzz, process

from probis.law.kalimat import Kalimat, cari_kalimat, nama_dalam, semua_kalimat
from probis.model import Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran

ATURAN = Aturan(
    nomor="K69",
    tingkat=Tingkat.PERINGATAN,
    judul="Kalimat keputusan mempunyai tempat",
    mengapa="`bunyi` pada keputusan mengganti kalimat baku menurut nama tempatnya. Nama yang salah tulis membuat "
    "kalimat itu tidak tercetak di mana pun; {nama} yang tidak dikenal tercetak apa adanya, dengan kurungnya.",
    perbaikan="Tulis nama tempat dan {nama} yang dikenal, atau hapus kalimatnya.",
    dasar=(("permendagri-80-2015", "bentuk keputusan"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each sentence without a place, each {name} that nothing fills, and each choice that is none."""
    decree = bahan.model.keputusan
    for slot, sentence in decree.bunyi.items() if decree is not None else ():
        found, field = cari_kalimat(slot), f"bunyi/{slot}"
        if found is None:
            near = _nearest(slot, [kalimat.nama for kalimat in semua_kalimat()])
            advice = f"Mungkin “{near}”." if near else "Hapus, atau tulis nama tempat yang dikenal."
            yield Pelanggaran("keputusan", f"Tidak ada tempat kalimat bernama “{slot}”.", advice, field)
        elif found.pilihan and sentence.strip() not in ("", *found.pilihan):
            said = f"“{sentence.strip()}” bukan pilihan untuk “{slot}”, jadi yang dipakai “{found.bunyi}”."
            yield Pelanggaran("keputusan", said, f"Pilih: {', '.join(found.pilihan)}.", field)
        else:
            yield from _names(found, sentence, field)


def _names(kalimat: Kalimat, sentence: str, field: str) -> Iterator[Pelanggaran]:
    for name in dict.fromkeys(nama_dalam(sentence)):
        if name not in kalimat.dikenal:
            near = _nearest(name, sorted(kalimat.dikenal))
            known = ", ".join(f"{{{each}}}" for each in sorted(kalimat.dikenal))
            advice = f"Mungkin {{{near}}}." if near else f"Yang dikenal: {known}."
            said = f"{{{name}}} dalam kalimat “{kalimat.nama}” tidak dikenal dan tercetak apa adanya."
            yield Pelanggaran("keputusan", said, advice, field)


def _nearest(name: str, known: list[str]) -> str:
    near = process.extractOne(name, known, scorer=fuzz.ratio, score_cutoff=70)
    return str(near[0]) if near else ""
