"""Where processes close with an evaluation, one that does not is never asked whether it worked."""

import re
from collections.abc import Iterator

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.contradictions._bacaan import amends, at, coded, depth, folded, name, said, series
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.contradictions._proses import supporting

PEMERIKSAAN = Pemeriksaan(
    "K12",
    Tingkat.CATATAN,
    "Proses yang sejenis dijabarkan sampai evaluasinya",
    "Bila sebagian proses diakhiri sub proses evaluasi atau pemantauan, proses lain yang tidak memilikinya tampak "
    "belum selesai dijabarkan: hasilnya tidak pernah dinilai.",
)

_EVALUATES = re.compile(
    r"\b(?:evaluasi|monitoring|monev|pemantauan|reviu|audit|penilaian|pengendalian|pengawasan)\b",
    re.IGNORECASE,
)
_SURE = re.compile(r"\b(?:evaluasi|monitoring|monev|pemantauan)\b", re.IGNORECASE)
_OF_POSTS = re.compile(r"\b(?:evaluasi|penilaian) (?:jabatan|kinerja pegawai)\b", re.IGNORECASE)
"""Work of its own that only sounds like an evaluation of the process."""
_LEAST = 2  # processes that close so before the others are asked for it


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield, once a text, the processes without a sub process that evaluates, where at least half have one.

    Asked are processes that were taken apart into several sub processes; one whose own name is such work is left out,
    and so is one that only supports the others.
    """
    processes = coded(naskah)
    if not processes or amends(naskah):
        return
    least = min(depth(k.nomor) for k in processes)
    below: dict[str, dict[str, str]] = {}
    top: dict[str, Kutipan] = {}
    for kutipan in processes:
        code = folded(kutipan.nomor)
        if depth(kutipan.nomor) == least and name(kutipan):
            top.setdefault(code, kutipan)
        elif depth(kutipan.nomor) == least + 1:
            below.setdefault(code.rpartition("-")[0], {})[code] = _OF_POSTS.sub("", name(kutipan))
    asked = [code for code in top if len(below.get(code, {})) > 1]
    closed = [code for code in asked if any(_SURE.search(each) for each in below[code].values())]
    asked = [code for code in asked if not _EVALUATES.search(name(top[code]))]
    beside = supporting(naskah)
    asked = [code for code in asked if code not in beside]
    bare = [code for code in asked if not any(_EVALUATES.search(each) for each in below[code].values())]
    if len(closed) < max(_LEAST, len(bare)) or not bare:
        return
    first, *rest = (top[code] for code in bare)
    told = series([said(first), *(f"{said(k)} ({at(k)})" for k in rest)])
    pesan = f"{told} tidak mempunyai sub proses evaluasi atau pemantauan, padahal {len(closed)} proses lain "
    pesan += f"mempunyainya ({series([top[code].nomor for code in closed[:5]])})."
    yield Pertentangan(first, pesan, "Tambahkan evaluasinya, atau jelaskan siapa yang menilai hasilnya.", tuple(rest))
