"""The regulations a decree rests on: named rightly, in force, and all of them in its Mengingat."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from probis.law.peraturan import Peraturan, StatusPeraturan, perubahan, singkatan, status
from probis.law.tanggal import baca_tanggal
from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.contradictions._bacaan import cite, original
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.makna import Makna
from probis.reading.regulations import Rujukan, known, named
from probis.rules._aturan import lipat

PEMERIKSAAN = Pemeriksaan(
    "K53",
    Tingkat.PERINGATAN,
    "Peraturan disebut benar, berlaku, dan tercantum dalam Mengingat",
    "Keputusan hanya sekuat dasarnya. Peraturan yang dipakai di dalam teks tetapi tidak dalam Mengingat, yang judulnya "
    "lain dari judul resminya, atau yang sudah dicabut pada tanggal keputusan membuka ruang sanggahan.",
)
_TITLES = (
    "Pembentukan dan Susunan Perangkat Daerah",
    "Organisasi dan Tata Kerja",
    "Kedudukan, Susunan Organisasi, Tugas dan Fungsi serta Tata Kerja",
    "Rencana Pembangunan Jangka Menengah Daerah",
)
"""Titles that regulations of many bodies share; known in general, certain in their wording."""
_PLANS = re.compile(r"\b(?:RPJMD|RPJPD|RPD|Renstra|Rencana Pembangunan (?:Jangka Menengah )?Daerah)\b", re.IGNORECASE)
_NEAR, _SAME = 85.0, 99.5


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield regulations used and not cited, cited by another title, revoked, or short of their last amendment."""
    bases = original(naskah, Makna.MENGINGAT)
    cited = [(one, basis) for basis in bases for one in _flat(named(basis.teks))]
    if bases:
        yield from _missing(naskah, bases, {_key(one.peraturan) for one, _ in cited})
    day = next((found for k in original(naskah, Makna.TANGGAL) if (found := baca_tanggal(k.teks))), None)
    for one, basis in cited:
        law = known(one.peraturan)
        if law is None or one.dalam_judul:
            continue
        # "PP 18/2016 jo. PP 72/2019 tentang Perangkat Daerah" gives both the title of the first.
        joined = [
            other
            for two, at in cited
            if at is basis and (other := known(two.peraturan)) and law.id in other.diubah_oleh
        ]
        titles = [law.tentang, *(other.tentang for other in joined)]
        torn = re.search('[“”"]', one.peraturan.tentang) is not None  # a line of another column ran into it
        if one.peraturan.tentang and not torn and all(_differs(one.peraturan.tentang, title) for title in titles):
            pesan = f"{singkatan(law)} berjudul {cite(law.tentang)}, bukan {cite(one.peraturan.tentang)}."
            yield Pertentangan(basis, pesan, "Tulis judul resminya.", kata=one.peraturan.tentang)
        for pesan, number in _gazetted(one.peraturan, law):
            yield Pertentangan(basis, pesan, "Samakan dengan tempat pengundangannya.", kata=f"Nomor {number}")
        if day is None:
            continue
        if status(law, day) is StatusPeraturan.DICABUT:
            pesan = f"{singkatan(law)} sudah dicabut pada tanggal keputusan ini."
            yield Pertentangan(basis, pesan, "Ganti dengan penggantinya.")
        last = perubahan(law, day)
        told = {_key(two.peraturan) for two, other in cited if other is basis}
        if last and _key(last[-1]) not in told:
            pesan = f"Pada tanggal keputusan ini {singkatan(law)} terakhir diubah dengan {singkatan(last[-1])}."
            yield Pertentangan(basis, pesan, "Sebutkan perubahan terakhirnya.", tingkat=Tingkat.CATATAN)


def _gazetted(printed: Peraturan, law: Peraturan) -> Iterator[tuple[str, int | str]]:
    """Yield what is wrong with the gazette printed with a regulation, where the right one is known, and its number."""
    for called, mine, right in (("Lembaran Negara", printed.ln, law.ln), ("Berita Negara", printed.bn, law.bn)):
        if mine is not None and right is not None and (mine.tahun, mine.nomor) != (right.tahun, right.nomor):
            wrong = f"Tahun {mine.tahun} " if mine.tahun != right.tahun else ""
            told = f"dalam {called} Tahun {right.tahun} Nomor {right.nomor}, bukan {wrong}Nomor {mine.nomor}"
            yield f"{singkatan(law)} diundangkan {told}.", mine.nomor
    if printed.tln and law.tln and printed.tln != law.tln:
        pesan = f"{singkatan(law)} ada dalam Tambahan Lembaran Negara Nomor {law.tln}, bukan Nomor {printed.tln}."
        yield pesan, printed.tln


def _flat(found: Sequence[Rujukan]) -> Iterator[Rujukan]:
    for one in found:
        yield one
        yield from one.perubahan


def _key(peraturan: Peraturan) -> tuple[str, str, int | None]:
    return str(peraturan.jenis), peraturan.nomor, peraturan.tahun


def _differs(printed: str, official: str) -> bool:
    one, two = lipat(printed), lipat(official)
    return bool(one and two) and not one.startswith(two) and not two.startswith(one) and fuzz.ratio(one, two) < _SAME


def _missing(
    naskah: Naskah, bases: Sequence[Kutipan], cited: set[tuple[str, str, int | None]]
) -> Iterator[Pertentangan]:
    told: set[tuple[str, str, int | None]] = set()
    titles: set[str] = set()
    for kutipan in original(naskah, Makna.DASAR, Makna.TELAAHAN, Makna.TEKS, Makna.TUGAS):
        for one in _flat(named(kutipan.teks)):
            key = _key(one.peraturan)
            title = one.peraturan.tentang
            wrong = _standard(title)
            if wrong and " tentang " not in title and title not in titles:
                titles.add(title)
                pesan = f"Judul {cite(title)} tampak salah tulis."
                yield Pertentangan(kutipan, pesan, f"Biasanya “{wrong} …”; periksa judul resminya.", kata=title)
            if one.peraturan.nomor and key not in cited and key not in told:
                told.add(key)
                number = f"Nomor {one.peraturan.nomor}"
                pesan = f"{singkatan(one.peraturan)} dipakai di sini, tetapi tidak tercantum dalam Mengingat."
                yield Pertentangan(kutipan, pesan, "Cantumkan dalam Mengingat.", (bases[0],), kata=number)
    plan = next((k for k in original(naskah, Makna.DOKUMEN) if _PLANS.search(k.teks)), None)
    if plan is not None and not any(_PLANS.search(k.teks) for k in bases):
        pesan = (
            f"{cite(plan.teks)} menjadi dasar isi lampiran, tetapi peraturan yang menetapkannya tidak "
            "tercantum dalam Mengingat."
        )
        yield Pertentangan(plan, pesan, "Cantumkan peraturan yang menetapkan rencana itu.", (bases[0],))


def _standard(title: str) -> str:
    """Return the title that many share and that this one nearly begins with, or nothing."""
    words = lipat(title).split()
    for standard in _TITLES:
        fit = lipat(standard)
        begins = " ".join(words[: len(fit.split())])
        if begins != fit and fuzz.ratio(begins, fit) >= _NEAR:
            return standard
    return ""
