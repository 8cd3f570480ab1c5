"""A function that no process serves is not carried out; a process that no function names has no ground."""

import re
from collections.abc import Iterator, Sequence

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.contradictions._bacaan import (
    amends,
    at,
    cite,
    coded,
    depth,
    folded,
    name,
    original,
    said,
    series,
    shares_topic,
    topics,
)
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.contradictions._proses import supporting
from probis.reading.makna import Makna

PEMERIKSAAN = Pemeriksaan(
    "K48",
    Tingkat.PERINGATAN,
    "Setiap fungsi dilayani proses, setiap proses berdasar fungsi",
    "Evaluator menanyakan kesesuaian peta dengan tugas dan fungsi (LKE A). Yang dibandingkan pokok katanya: urusan "
    "yang disebut fungsi, nama unit, dan nama proses.",
)
_OTHER = re.compile(r"(?:tugas|fungsi)\s+lain\b", re.IGNORECASE)

_FEW = 2  # processes without ground that are told each by itself
_PUBLIC = re.compile(r"hubungan masyarakat|humas", re.IGNORECASE)
_LOOSE = frozenset(("administrasi", "pembinaan", "urusan"))
_SUPPORT = re.compile(r"administrasi|ketatausahaan|kesekretariatan|dukungan|pelayanan umum", re.IGNORECASE)
_HOUSEHOLD_WORDS = """keuangan kepegawaian usaha tata perlengkapan rumah tangga aset hukum aparatur sumber daya manusia
    umum manajemen intern internal dukungan kesekretariatan ketatausahaan mutu angka kredit sarana prasarana arsip
    barang milik anggaran penganggaran"""
_HOUSEHOLD = frozenset(_HOUSEHOLD_WORDS.split())
"""What every unit that serves a body within it does, whether or not a function names it."""
_WORKS_ALIKE = (re.compile(r"\b(?:perencana\w*|rencana|program)\b", re.I), re.compile(r"\bpengawas\w*", re.I))
"""Work whose words say what is done and also about what."""
_TECHNICAL = re.compile(r"(?:UPTD?|unit pelaksana teknis|cabang|kesatuan|kelompok|KPH)\b", re.IGNORECASE)
"""Units that carry out what others rule: processes and functions are not named after them."""


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield functions without process, processes without function or unit, units without process or function."""
    processes = coded(naskah)
    functions = [k for k in original(naskah, Makna.FUNGSI, Makna.TUGAS) if not _OTHER.search(k.teks)]
    if not processes or not functions:
        return
    done = frozenset().union(*(topics(name(k)) for k in processes))
    units = [unit for unit in original(naskah, Makna.UNIT) if not _TECHNICAL.match(unit.teks)]
    idle = [unit for unit in units if topics(unit.teks) and not shares_topic(topics(unit.teks), done)]
    idle = [] if original(naskah, Makna.PEMILIK) else idle  # who owns a process is told there, by name
    texts = [name(k) for k in processes]
    field = frozenset().union(*(topics(k.teks) for k in original(naskah, Makna.TENTANG)[:1]))
    for kutipan in functions:
        words = topics(kutipan.teks)
        served = shares_topic(words, done) or _served(kutipan.teks, words, texts, done)
        # What names only the field of the body is served by all of them.
        if kutipan.sebagai == Makna.FUNGSI and words - field and not served:
            its = tuple(unit for unit in idle if shares_topic(topics(unit.teks), words))
            idle = [unit for unit in idle if unit not in its]
            pesan = f"Fungsi {cite(kutipan.teks)} tidak dilayani proses mana pun dalam naskah ini"
            pesan += f", padahal unitnya ada: {cite(its[0].teks)} pada {at(its[0])}." if its else "."
            yield Pertentangan(kutipan, pesan, "Tambahkan prosesnya, biasanya di antara proses pendukung.", its)
    if idle and _exceptional(idle, units, 0.2):
        pesan = f"Tidak ada proses yang namanya memuat urusan {_names(idle)}."
        saran = "Sebutkan proses yang dikerjakan unit itu, misalnya dengan kolom penanggung jawab."
        yield Pertentangan(idle[0], pesan, saran, tuple(idle[1:]), Tingkat.CATATAN)
    if not amends(naskah):  # its functions and units may stand in the decree it amends
        yield from _groundless(naskah, processes, functions)
    least = min(depth(k.nomor) for k in processes)
    first_level = frozenset().union(*(topics(name(k)) for k in processes if depth(k.nomor) == least))
    yield from _unfounded(units, functions, idle, first_level)
    yield from _catch_all(naskah)


def _served(text: str, words: frozenset[str], processes: Sequence[str], done: frozenset[str]) -> bool:
    """Whether processes do what a function says in other words: support of any kind, planning, supervision."""
    if _SUPPORT.search(text) and len(done & _HOUSEHOLD) > 1 and words <= _HOUSEHOLD | _LOOSE:
        return True
    return any(each.search(text) and any(each.search(one) for one in processes) for each in _WORKS_ALIKE)


def _codes(processes: Sequence[Kutipan]) -> str:
    return series([f"{said(k)} ({at(k)})" if number else said(k) for number, k in enumerate(processes)])


def _names(units: Sequence[Kutipan]) -> str:
    return series(
        [f"{cite(unit.teks)} ({at(unit)})" if number else cite(unit.teks) for number, unit in enumerate(units)]
    )


def _unfounded(
    units: Sequence[Kutipan], functions: Sequence[Kutipan], idle: Sequence[Kutipan], done: frozenset[str]
) -> Iterator[Pertentangan]:
    """Units whose work no task and no function names, where nearly all others' is named and a process does it."""
    named = frozenset().union(*(topics(k.teks) for k in functions))
    bare = [
        unit
        for unit in units
        if (words := topics(_PUBLIC.sub("", unit.teks))) and not shares_topic(words, named) and not words <= _HOUSEHOLD
        if unit not in idle and shares_topic(words, done)
    ]
    first = next((k for k in functions if k.sebagai == Makna.FUNGSI), functions[0])
    if bare and _exceptional(bare, units, 0.1):
        pesan = f"Tidak ada tugas atau fungsi yang menyebut urusan {_names(bare)}, padahal ada prosesnya."
        saran = "Sebutkan fungsi yang menjadi dasarnya."
        yield Pertentangan(bare[0], pesan, saran, (first, *bare[1:]), Tingkat.CATATAN)


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
    beside = supporting(naskah)  # wherever it is told
    core = {
        k.nomor: k
        for k in reversed(processes)
        if depth(k.nomor) == least and topics(name(k)) and folded(k.nomor) not in beside
    }
    top = sorted(core.values(), key=lambda k: k.baris_pertama)
    owners = {k.induk for k in original(naskah, Makna.PEMILIK)}
    with_owner = {folded(k.nomor) for k in processes if k.id in owners}
    unnamed = _bare(top, named)
    unowned = [k for k in _bare(top, owned) if folded(k.nomor) not in with_owner] if units else []
    both = [k for k in unnamed if k in unowned]
    for bare, told, saran, there, level in (
        (
            both,
            "Tidak ada tugas, fungsi, atau nama unit yang menyebut urusan",
            "Sebutkan fungsi yang menjadi dasarnya dan unit penanggung jawabnya.",
            (*functions[:1], *units[:1]),
            None,
        ),
        (
            [k for k in unnamed if k not in both],
            "Tidak ada tugas atau fungsi yang menyebut urusan",
            "Sebutkan fungsi yang menjadi dasarnya.",
            tuple(functions[:1]),
            None,
        ),
        (
            [k for k in unowned if k not in both],
            "Tidak ada unit dalam susunan organisasi yang namanya memuat urusan",
            "Sebutkan unit penanggung jawabnya.",
            tuple(units[:1]),
            Tingkat.CATATAN,  # names of units are shorter than what they do
        ),
    ):
        if len(bare) > _FEW:
            yield Pertentangan(bare[0], f"{told} {_codes(bare)}.", saran, (*there, *bare[1:]), Tingkat.CATATAN)
            continue
        for kutipan in bare:
            yield Pertentangan(kutipan, f"{told} {said(kutipan)}.", saran, there, level)


def _bare(top: Sequence[Kutipan], words: frozenset[str]) -> list[Kutipan]:
    """Return the processes whose name has none of these words, where they are exceptions."""
    own = [k for k in top if not topics(name(k)) <= _HOUSEHOLD and not _SUPPORT.search(name(k))]
    bare = [k for k in own if not shares_topic(topics(name(k)), words)]
    return bare if _exceptional(bare, top) else []


def _exceptional(few: Sequence[Kutipan], all_: Sequence[Kutipan], share: float = 0.4) -> bool:
    """Whether those without a partner are exceptions: where most have none, the document words them otherwise."""
    return len(few) <= share * len(all_)
