"""What the document says that every process has, and some have not: a group, a map of its sub processes."""

import re
from collections.abc import Iterator, Sequence

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.bagian import Bagian
from probis.reading.contradictions._bacaan import at, coded, depth, folded, name, original, part, said, series
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.makna import Makna

PEMERIKSAAN = Pemeriksaan(
    "K12",
    Tingkat.PERINGATAN,
    "Setiap proses berkelompok dan dijabarkan",
    "Peta proses membagi proses atas utama, pendukung, dan lainnya, dan setiap proses dijabarkan dalam peta sub "
    "proses. Naskah yang mengatakannya tetapi tidak melakukannya tidak lengkap.",
)
_EVERY = re.compile(r"(?:setiap|seluruh|semua)\b.{0,160}\bdijabarkan", re.IGNORECASE | re.DOTALL)


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield groups without process, processes without sub process, and the sentence that promises both."""
    processes = coded(naskah)
    if not processes:
        return
    groups = original(naskah, Makna.KELOMPOK)
    held = {k.induk for k in processes} | {k.id for k in groups if k.induk}
    bare = [k for k in groups if k.id not in held]
    named = list(dict.fromkeys(" ".join(k.teks.split()) for k in bare))
    drawn = any(part(k) == Bagian.PETA_PROSES for k in original(naskah, Makna.GAMBAR))  # the picture shows the groups
    if bare and len(bare) == len(groups) and not drawn:
        pesan = f"Naskah menyebut {series(named[:4])}, tetapi tidak menyebutkan kelompok setiap proses."
        promise = _promise(naskah)
        there = (promise,) if promise is not None else ()
        yield Pertentangan(bare[0], pesan, "Sebutkan proses mana termasuk kelompok mana.", (*there, processes[0]))
        if promise is not None:
            yield _promised(promise, bare, processes)
    yield from _whole(processes, _promise(naskah))


def _promise(naskah: Naskah) -> Kutipan | None:
    """Return the sentence that promises sub processes of every process, where one does."""
    for kutipan in original(naskah, Makna.DEFINISI, Makna.TEKS, Makna.PENGUMUMAN):
        if part(kutipan) == Bagian.PETA_SUB_PROSES and _EVERY.search(kutipan.teks):
            return kutipan
    return None


def _promised(promise: Kutipan, groups: Sequence[Kutipan], processes: Sequence[Kutipan]) -> Pertentangan:
    pesan = "Kalimat ini mewajibkan setiap proses dijabarkan, tetapi proses pendukung dan lainnya tidak ada yang "
    pesan += "dijabarkan: hanya proses berkode yang muncul, tanpa kelompok."
    return Pertentangan(promise, pesan, "Jabarkan juga proses pendukung dan lainnya.", (groups[0], processes[0]))


def _whole(processes: Sequence[Kutipan], promise: Kutipan | None) -> Iterator[Pertentangan]:
    least = min(depth(k.nomor) for k in processes)
    below: dict[str, dict[str, Kutipan]] = {}
    for kutipan in processes:
        if depth(kutipan.nomor) > least:
            above = folded(kutipan.nomor).rpartition("-")[0]
            below.setdefault(above, {}).setdefault(folded(kutipan.nomor), kutipan)
    top: dict[str, Kutipan] = {}
    for kutipan in processes:
        if depth(kutipan.nomor) == least and name(kutipan):
            top.setdefault(folded(kutipan.nomor), kutipan)
    bare = [kutipan for code, kutipan in top.items() if code not in below]
    if bare and len(bare) < len(top):
        first, *rest = bare
        pesan = f"{_row(bare)} tidak dijabarkan menjadi sub proses"
        pesan += f", padahal setiap proses harus dijabarkan ({at(promise)})." if promise is not None else ""
        if promise is None:
            pesan += f"; {len(top) - len(bare)} proses lainnya dijabarkan."
        there = (promise,) if promise is not None else ()
        level = Tingkat.PERINGATAN if promise is not None else Tingkat.CATATAN
        yield Pertentangan(first, pesan, "Jabarkan prosesnya.", (*there, *rest), level)
    alone = [(kutipan, only) for code, kutipan in top.items() if len(only := [*below.get(code, {}).values()]) == 1]
    if alone:
        pesan = f"{_row([k for k, _ in alone])} hanya mempunyai satu sub proses, "
        pesan += f"{series([f'{only.nomor} pada {at(only)}' for _, (only,) in alone])}."
        saran = "Lengkapi sub prosesnya, atau gabungkan dengan prosesnya."
        places = tuple(only for _, (only,) in alone) + tuple(k for k, _ in alone[1:])
        yield Pertentangan(alone[0][0], pesan, saran, places, Tingkat.CATATAN)


def _row(processes: Sequence[Kutipan]) -> str:
    """Return processes as the subject of a sentence: one with its name, several with their code and line."""
    if len(processes) == 1:
        return said(processes[0])
    return series([f"{k.nomor} ({at(k)})" for k in processes])
