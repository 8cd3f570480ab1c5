"""A function that no process serves is not carried out; a process that no function names has no ground."""

import re
from collections.abc import Iterator, Sequence

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.contradictions._bacaan import (
    at,
    cite,
    coded,
    depth,
    folded,
    name,
    original,
    said,
    shares_topic,
    topics,
)
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.makna import Makna

PEMERIKSAAN = Pemeriksaan(
    "K48",
    Tingkat.PERINGATAN,
    "Setiap fungsi dilayani proses, setiap proses berdasar fungsi",
    "Evaluator menanyakan kesesuaian peta dengan tugas dan fungsi (LKE A). Yang dibandingkan pokok katanya: urusan "
    "yang disebut fungsi, nama unit, dan nama proses.",
)
_BESIDE = re.compile(r"pendukung|lain|manaj", re.IGNORECASE)
_OTHER = re.compile(r"(?:tugas|fungsi)\s+lain\b", re.IGNORECASE)

_SUPPORT = re.compile(r"administrasi|ketatausahaan|kesekretariatan|dukungan|pelayanan umum", re.IGNORECASE)
_HOUSEHOLD = frozenset(("keuangan", "kepegawaian", "usaha", "tata", "perlengkapan", "rumah", "tangga", "aset", "hukum"))
"""What every unit that serves a body within it does, whether or not a function names it."""


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield functions without process, processes without function or unit, units without process or function."""
    processes = coded(naskah)
    functions = [k for k in original(naskah, Makna.FUNGSI, Makna.TUGAS) if not _OTHER.search(k.teks)]
    if not processes or not functions:
        return
    done = frozenset().union(*(topics(name(k)) for k in processes))
    units = original(naskah, Makna.UNIT)
    idle = [unit for unit in units if topics(unit.teks) and not shares_topic(topics(unit.teks), done)]
    for kutipan in functions:
        words = topics(kutipan.teks)
        if kutipan.sebagai == Makna.FUNGSI and words and not shares_topic(words, done):
            its = tuple(unit for unit in idle if shares_topic(topics(unit.teks), words))
            idle = [unit for unit in idle if unit not in its]
            pesan = f"Fungsi {cite(kutipan.teks)} tidak dilayani proses mana pun dalam naskah ini"
            pesan += f", padahal unitnya ada: {cite(its[0].teks)} pada {at(its[0])}." if its else "."
            yield Pertentangan(kutipan, pesan, "Tambahkan prosesnya, biasanya di antara proses pendukung.", its)
    if _exceptional(idle, units, 0.2):
        for unit in idle:
            pesan = f"Tidak ada proses yang namanya memuat urusan {cite(unit.teks)}."
            yield Pertentangan(unit, pesan, "Sebutkan proses yang dikerjakan unit ini.", tingkat=Tingkat.CATATAN)
    yield from _groundless(naskah, processes, functions)
    yield from _unfounded(units, functions, idle)
    yield from _catch_all(naskah)


def _unfounded(
    units: Sequence[Kutipan], functions: Sequence[Kutipan], idle: Sequence[Kutipan]
) -> Iterator[Pertentangan]:
    """Units whose work no task and no function names, where nearly all others' is named."""
    named = frozenset().union(*(topics(k.teks) for k in functions))
    supported = any(_SUPPORT.search(k.teks) for k in functions)
    bare = [
        unit
        for unit in units
        if (words := topics(unit.teks)) and not shares_topic(words, named) and not (supported and words <= _HOUSEHOLD)
    ]
    first = next((k for k in functions if k.sebagai == Makna.FUNGSI), functions[0])
    if _exceptional(bare, units, 0.2):
        for unit in bare:
            if unit not in idle:
                pesan = f"Tidak ada tugas atau fungsi yang menyebut urusan {cite(unit.teks)}."
                yield Pertentangan(unit, pesan, "Sebutkan fungsi unit ini.", (first,), Tingkat.CATATAN)


def _catch_all(naskah: Naskah) -> Iterator[Pertentangan]:
    """The function "other tasks", where the text says that "other processes" serve such and shows none of them."""
    other = next((k for k in original(naskah, Makna.FUNGSI) if _OTHER.search(k.teks)), None)
    groups = {k.id: k for k in original(naskah, Makna.KELOMPOK) if "lain" in k.teks.casefold()}
    if other is not None and groups and not any(k.induk in groups for k in coded(naskah)):
        group = next(iter(groups.values()))
        pesan = f"Fungsi {cite(other.teks)} dilayani {cite(group.teks)} menurut {at(group)}, "
        pesan += "tetapi tidak ada proses yang termasuk di situ."
        yield Pertentangan(other, pesan, "Sebut proses lainnya, atau katakan tidak ada.", (group,), Tingkat.CATATAN)


def _groundless(naskah: Naskah, processes: tuple[Kutipan, ...], functions: list[Kutipan]) -> Iterator[Pertentangan]:
    named = frozenset().union(*(topics(k.teks) for k in functions))
    units = original(naskah, Makna.UNIT)
    owned = frozenset().union(*(topics(k.teks) for k in units)) if units else frozenset()
    least = min(depth(k.nomor) for k in processes)
    groups = {k.id: k.teks for k in original(naskah, Makna.KELOMPOK)}
    beside = {folded(k.nomor) for k in processes if _BESIDE.search(groups.get(k.induk, ""))}  # wherever it is told
    core = {
        k.nomor: k
        for k in reversed(processes)
        if depth(k.nomor) == least and topics(name(k)) and folded(k.nomor) not in beside
    }
    top = sorted(core.values(), key=lambda k: k.baris_pertama)
    for words, others, told, saran in (
        (
            named,
            functions,
            "Tidak ada tugas atau fungsi yang menyebut urusan",
            "Sebutkan fungsi yang menjadi dasarnya.",
        ),
        (
            owned,
            units,
            "Tidak ada unit dalam susunan organisasi yang namanya memuat urusan",
            "Sebutkan unit penanggung jawabnya.",
        ),
    ):
        bare = [k for k in top if not shares_topic(topics(name(k)), words)]
        if others and _exceptional(bare, top):
            for kutipan in bare:
                level = Tingkat.CATATAN if others is units else None  # names of units are shorter than what they do
                yield Pertentangan(kutipan, f"{told} {said(kutipan)}.", saran, tuple(others[:1]), level)


def _exceptional(few: Sequence[Kutipan], all_: Sequence[Kutipan], share: float = 0.4) -> bool:
    """Whether those without a partner are exceptions: where most have none, the document words them otherwise."""
    return len(few) <= share * len(all_)
