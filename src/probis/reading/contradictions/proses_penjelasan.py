"""A process that explanations name and no map holds is either forgotten or has another name."""

import re
from collections.abc import Iterator

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.bagian import Bagian
from probis.reading.contradictions._bacaan import amends, cite, coded, original, pieces, series, topics
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.contradictions._proses import explained, is_work, matcher
from probis.reading.makna import Makna
from probis.rules._aturan import lipat

PEMERIKSAAN = Pemeriksaan(
    "K05",
    Tingkat.PERINGATAN,
    "Proses dan pihak dalam penjelasan ada pada peta",
    "Penjelasan menerangkan gambar peta proses. Proses yang disebutnya tanpa kode dan tanpa peta tidak terjabarkan, "
    "dan pihak yang disebutnya harus tampak pada peta relasi (K32).",
)
_QUALITY = re.compile(
    r"(?:mutu|kualitas|kinerja|capaian|pencapaian|hasil|jumlah|tingkat|nilai|indeks|efektivitas|efisiensi|kepuasan)\b",
    re.IGNORECASE,
)
"""What is said of work and is no work."""
_WORK = re.compile(
    r"\bpe[mnr]?\w{2,}an\b|\b(?!komisi|organisasi|instansi|provinsi|direksi|koperasi|asosiasi|federasi|institusi)"
    r"\w{3,}(?:si|isis|ing)\b",
    re.IGNORECASE,
)
"""A word for work, anywhere in a name: who receives something is often a person, a group or a bank."""
_PERSON = re.compile(
    r"(?:bendahara|kepala|ketua|pejabat|petugas|tim|panitia|pemohon|pemilik|penerima|penanggung|pelaku|peserta|pengguna"
    r"|pengurus|pemangku|pelaksana|penyedia|pelanggan|pegawai|anggota|satuan|rapat)\b",
    re.IGNORECASE,
)
_ENTRIES = (Makna.PIHAK, Makna.UNIT, Makna.PEMILIK, Makna.PROSES)


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield, a sentence each, the names that are no coded process, or the work of a party that nothing here feeds.

    Then each party that the map of relations does not hold, where that map can be read.
    """
    if not coded(naskah):
        return
    by_id = {k.id: k for k in original(naskah)}
    parties = tuple(lipat(k.teks) for k in original(naskah, Makna.PIHAK))
    match = matcher(naskah)
    known = {pieces(k.nomor) for k in coded(naskah)}
    amending = amends(naskah)
    unknown: dict[str, list[str]] = {}
    for named in explained(naskah):
        if match(named.teks) is None and not lipat(named.teks).startswith(parties):
            for kutipan in named.kutipan:
                sentence = _sentence(kutipan, by_id)
                code = pieces(kutipan.nomor) if kutipan.nomor == kutipan.teks else ()
                works = is_work(named.teks) or (kutipan.sebagai == Makna.KE and _works(named.teks))
                works = works and bool(topics(named.teks)) and not _PERSON.match(named.teks)
                if sentence is None or (code and (code in known or amending)) or not (works or code):
                    continue
                if parties and lipat(named.teks).endswith(parties):
                    yield from _foreign(naskah, named.teks, kutipan, sentence)
                else:
                    unknown.setdefault(sentence.id, []).append(named.teks)
    for id_, names in unknown.items():
        told = series([cite(each) for each in dict.fromkeys(names)])
        only = all(pieces(each) and any(letter.isdigit() for letter in each) for each in names)
        lacks = "yang tidak ada dalam daftar proses" if only else "yang tidak berkode dan tidak dipetakan"
        saran = "Petakan prosesnya, atau pakai nama proses yang ada."
        pesan = f"Penjelasan menyebut {told}, {lacks}."
        yield Pertentangan(by_id[id_], pesan, saran, coded(naskah)[:1], kata=names[0])
    yield from _parties(naskah)


def _works(name: str) -> bool:
    return _WORK.search(name) is not None and _QUALITY.match(name) is None


def _foreign(naskah: Naskah, work: str, kutipan: Kutipan, sentence: Kutipan) -> Iterator[Pertentangan]:
    """What another body does is no process of this one; what it is given must come from one."""
    beside = [k for k in original(naskah, Makna.DARI, Makna.PRODUK) if k.induk == kutipan.induk]
    product = next((k for k in beside if k.sebagai == Makna.PRODUK), None)
    if kutipan.sebagai == Makna.KE and product is not None and all(k is product for k in beside):
        pesan = f"{cite(work)} dikerjakan pihak lain, tetapi proses yang menghasilkan bahannya, {cite(product.teks)}, "
        saran = "Sebutkan proses yang menghasilkannya."
        yield Pertentangan(sentence, f"{pesan}tidak disebut.", saran, tingkat=Tingkat.CATATAN, kata=work)


def _sentence(kutipan: Kutipan, by_id: dict[str, Kutipan]) -> Kutipan | None:
    above = by_id.get(kutipan.induk)
    return by_id.get(above.induk) if above is not None else None


def _parties(naskah: Naskah) -> Iterator[Pertentangan]:
    related = [k for k in original(naskah) if k.bagian == Bagian.PETA_RELASI]
    if not any(k.sebagai in _ENTRIES for k in related):
        return  # a map that is a picture, or lost, may hold them all
    elsewhere = [
        lipat(k.teks) for k in original(naskah) if k.bagian in ("peta-relasi", "struktur") and k.sebagai != "definisi"
    ]
    seen: set[str] = set()
    for kutipan in original(naskah, Makna.PIHAK):
        key = lipat(kutipan.teks)
        if (
            kutipan.bagian != "penjelasan"
            or key in seen
            or key.endswith(" halaman")
            or any(key in text for text in elsewhere)
        ):
            continue
        seen.add(key)
        pesan = f"{cite(kutipan.teks)} disebut dalam penjelasan, tetapi tidak ada pada peta relasi."
        yield Pertentangan(
            kutipan, pesan, "Masukkan pihak ini ke peta relasi.", tingkat=Tingkat.CATATAN, kata=kutipan.teks
        )
