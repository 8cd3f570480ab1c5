"""A function that no process serves is not carried out; a process that no function names has no ground."""

import re
from collections.abc import Iterator

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.contradictions._bacaan import cite, coded, depth, name, original, said, shares_topic, topics
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.makna import Makna

PEMERIKSAAN = Pemeriksaan(
    "K48",
    Tingkat.PERINGATAN,
    "Setiap fungsi dilayani proses, setiap proses berdasar fungsi",
    "Evaluator menanyakan kesesuaian peta dengan tugas dan fungsi (LKE A). Yang dibandingkan pokok katanya: urusan "
    "yang disebut fungsi, nama unit, dan nama proses.",
)
_OTHER = re.compile(r"(?:tugas|fungsi)\s+lain\b", re.IGNORECASE)


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield functions without process, processes without function or unit, units without process."""
    processes = coded(naskah)
    functions = [k for k in original(naskah, Makna.FUNGSI, Makna.TUGAS) if not _OTHER.search(k.teks)]
    if not processes or not functions:
        return
    done = frozenset().union(*(topics(name(k)) for k in processes))
    for kutipan in functions:
        words = topics(kutipan.teks)
        if kutipan.sebagai == Makna.FUNGSI and words and not shares_topic(words, done):
            pesan = f"Fungsi {cite(kutipan.teks)} tidak dilayani proses mana pun dalam naskah ini."
            yield Pertentangan(kutipan, pesan, "Tambahkan prosesnya, biasanya di antara proses pendukung.")
    yield from _groundless(naskah, processes, functions, done)


def _groundless(
    naskah: Naskah, processes: tuple[Kutipan, ...], functions: list[Kutipan], done: frozenset[str]
) -> Iterator[Pertentangan]:
    named = frozenset().union(*(topics(k.teks) for k in functions))
    units = original(naskah, Makna.UNIT)
    owned = frozenset().union(*(topics(k.teks) for k in units)) if units else frozenset()
    least = min(depth(k.nomor) for k in processes)
    seen: set[str] = set()
    for kutipan in processes:
        words = topics(name(kutipan))
        if depth(kutipan.nomor) != least or kutipan.nomor in seen or not words:
            continue
        seen.add(kutipan.nomor)
        if not shares_topic(words, named):
            pesan = f"Tidak ada tugas atau fungsi yang menyebut urusan {said(kutipan)}."
            yield Pertentangan(kutipan, pesan, "Tunjukkan fungsi yang menjadi dasarnya.", tuple(functions[:1]))
        if units and not shares_topic(words, owned):
            pesan = f"Tidak ada unit dalam susunan organisasi yang namanya memuat urusan {said(kutipan)}."
            yield Pertentangan(kutipan, pesan, "Sebut unit penanggung jawabnya.", units[:1])
    for unit in units:
        words = topics(unit.teks)
        if words and not shares_topic(words, done):
            pesan = f"Urusan {cite(unit.teks)} tidak tampak pada proses mana pun."
            saran = "Tunjukkan proses yang dikerjakan unit ini."
            yield Pertentangan(unit, pesan, saran, tingkat=Tingkat.CATATAN)
