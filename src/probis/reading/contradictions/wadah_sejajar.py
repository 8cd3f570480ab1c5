"""A process cannot stand beside others and hold them at once."""

from collections.abc import Iterator

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.contradictions._bacaan import coded, depth, original, said, series
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.contradictions._proses import matcher
from probis.reading.makna import Makna

PEMERIKSAAN = Pemeriksaan(
    "K17",
    Tingkat.PERINGATAN,
    "Proses yang sejajar bukan wadah",
    "Proses yang kodenya sejajar dengan yang lain tidak dapat sekaligus memuatnya: masukan dan keluarannya terhitung "
    "dua kali, dan tidak jelas siapa yang bertanggung jawab atas keseluruhannya.",
)


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield each relation "part of" between processes whose codes stand on one level."""
    ends: dict[str, list[Kutipan]] = {}
    for kutipan in original(naskah, Makna.DARI, Makna.KE):
        ends.setdefault(kutipan.induk, []).append(kutipan)
    if not coded(naskah):
        return
    match = matcher(naskah)
    for relation in original(naskah, Makna.HUBUNGAN):
        if relation.nomor != "bagian_dari":
            continue
        both = ends.get(relation.id, [])
        found = {k.id: match(k.teks) for k in both}
        whole = next((found[k.id] for k in both if k.sebagai == Makna.KE), None)
        inside = [one for k in both if k.sebagai == Makna.DARI and (one := found[k.id]) is not None]
        beside = [one for one in inside if whole is not None and depth(one.nomor) == depth(whole.nomor)]
        if whole is not None and beside:
            codes = series(list(dict.fromkeys(one.nomor for one in beside)))
            pesan = f"Menurut kalimat ini {codes} bagian dari {said(whole)}, padahal kodenya sejajar."
            saran = "Jadikan semuanya sub proses, atau sebutkan bahwa hubungannya hanya pengaruh."
            yield Pertentangan(relation, pesan, saran, (whole, *beside))
