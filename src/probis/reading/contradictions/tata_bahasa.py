"""A sentence whose grammar breaks says less than it should, and is quoted broken."""

import re
from collections.abc import Iterator, Sequence

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.contradictions._bacaan import cite, original, part, places
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.makna import Makna
from probis.rules._aturan import lipat

PEMERIKSAAN = Pemeriksaan(
    "K09",
    Tingkat.CATATAN,
    "Kalimat disusun menurut tata bahasa",
    "Kata kerja yang tidak cocok dengan yang mendahuluinya, perincian yang unsurnya tidak sejenis, dan kata kembar "
    "(“adalah merupakan”) membuat kalimat keputusan tidak jelas menyuruh apa.",
)

_VERB = r"me(?!nteri\b|ntal\b|ntor\b|nara\b|rek\b|reka\b|njadi\b|rupakan\b|lalui\b)(?:m|n|ng|ny|l|r|w|y)[a-z]{3,}"
_NO_NOUN = (
    "dengan|dan|atau|untuk|bagi|sehingga|lagi|agar|maka|karena|serta|yang|apabila|jika|bila|pada|dalam|di|ke|dari|oleh"
    "|itu|ini|saja|juga|tetapi|namun|sebagaimana|kemudian|terhadap|tidak|belum|adalah|secara|ketika|setelah|sebelum"
)
_PATTERNS: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (
        re.compile(rf"\b(?:diperlukan|dibutuhkan) {_VERB}\b", re.I),
        "sesudah “diperlukan” datang kata benda, bukan kata kerja “me-”",
        "Tulis “perlu me…” atau “diperlukan pe…an”.",
    ),
    (
        re.compile(r"\b(?:adalah merupakan|agar supaya|demi untuk|disebabkan karena|seperti misalnya)\b", re.I),
        "dua kata untuk satu arti",
        "Pakai salah satu saja.",
    ),
    (re.compile(r"\b(?:para|berbagai|beberapa) (\w{3,})-\1\b", re.I), "jamak dua kali", "Sebut katanya sekali."),
    (
        re.compile(
            r"(?:^|(?<=[.;] ))(?:Untuk|Berdasarkan|Dalam rangka|Dengan adanya)\b(?! (?:itu|ini)\b)"
            r"[^.;:]{10,160}?,? maka\b"
        ),
        "“maka” sesudah keterangan membuat kalimatnya tidak bersubjek jelas",
        "Hapus “maka”.",
    ),
    (re.compile(r"\bterdiri dari\b", re.I), "bentuk bakunya “terdiri atas”", "Tulis “terdiri atas”."),
    (
        re.compile(
            rf"(?<!tidak )(?<!belum )(?<!kurang )(?<!sudah )(?<!telah )\bsesuai (?!(?:{_NO_NOUN})\b)[a-z]\w+", re.I
        ),
        "“sesuai” diikuti “dengan”",
        "Tulis “sesuai dengan …”.",
    ),
    (
        re.compile(
            r"\b(?:susunan|struktur) organisasi(?:,| dan| serta) tata kerja\b.{0,150}?\bterdiri (?:atas|dari)\b", re.I
        ),
        "yang terdiri atas unit ialah susunan organisasinya, bukan tata kerjanya",
        "Sebut susunan organisasinya saja, atau tulis juga tata kerjanya.",
    ),
    (
        re.compile(r"\bantar (?!lain\b)[a-z]\w+"),
        "“antar” ditulis serangkai dengan kata sesudahnya",
        "Tulis serangkai, misalnya “antarunit”.",
    ),
    (
        re.compile(r"\bmemp(?:engaruhi|edulikan|arafrasakan)\b", re.I),
        "huruf p luluh sesudah “mem-”",
        "Tulis tanpa p: “memengaruhi”, “memedulikan”.",
    ),
)
# A heading that is a sentence which leads in to a list.
_LEADS = re.compile(r"\bterdiri (?:atas|dari)\b|:$")
_PROSE = (
    Makna.MENIMBANG, Makna.DIKTUM, Makna.PASAL, Makna.AYAT, Makna.BUTIR, Makna.TELAAHAN, Makna.TUGAS, Makna.FUNGSI,
    Makna.DEFINISI, Makna.TEKS, Makna.PENGUMUMAN, Makna.PENJELASAN,
)  # fmt: skip
_THINGS = r"(?:petunjuk|pedoman|kebijakan|bahan|laporan|standar|norma|data|dokumen|kriteria|prosedur)"
_UNLIKE = re.compile(rf"(?:pe\w{{3,}}an|koordinasi|evaluasi|fasilitasi|monitoring) dan {_THINGS}\b", re.IGNORECASE)
_JOINS = re.compile(r"\b(?:dan|serta|atau|maupun)\b|&|/", re.IGNORECASE)


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield, once a fault and at its first place, broken sentences; and each enumeration whose parts do not fit."""
    yield from _sentences([k for k in original(naskah, *_PROSE, Makna.JUDUL) if k.sebagai != Makna.JUDUL or _leads(k)])
    duties = original(naskah, Makna.FUNGSI, Makna.TUGAS)
    for kutipan in duties:
        found = _UNLIKE.match(kutipan.teks)
        if found is not None:
            pesan = (
                f"“{found.group()}” mencampur pekerjaan dengan benda: yang kedua tidak menyebut apa yang dikerjakan."
            )
            beside = tuple(k for k in duties if k.induk == kutipan.induk and k is not kutipan)
            saran = "Sebut pekerjaannya, misalnya “pemberian petunjuk teknis”."
            yield Pertentangan(kutipan, pesan, saran, beside[:1], kata=found.group())
    yield from _rows(naskah)


def _leads(kutipan: Kutipan) -> bool:
    return _LEADS.search(kutipan.teks) is not None


def _sentences(texts: Sequence[Kutipan]) -> Iterator[Pertentangan]:
    for pattern, what, saran in _PATTERNS:
        found: dict[int, tuple[str, Kutipan]] = {}
        for kutipan in texts:
            match = pattern.search(kutipan.teks)
            if match is not None and part(kutipan) != "mengingat":
                found.setdefault(kutipan.baris_pertama, (" ".join(match.group().split()), kutipan))
        if found:
            (words, first), *rest = found.values()
            more = f" Juga pada {places([k for _, k in rest])}." if rest else ""
            yield Pertentangan(first, f"“{words}”: {what}.{more}", saran, tuple(k for _, k in rest), kata=words)


def _rows(naskah: Naskah) -> Iterator[Pertentangan]:
    """Rows of three and more names in an explanation whose last two nothing joins."""
    ends: dict[tuple[str, str], list[str]] = {}
    for kutipan in original(naskah, Makna.DARI, Makna.KE):
        ends.setdefault((kutipan.induk, kutipan.sebagai), []).append(kutipan.teks)
    sentences = original(naskah, Makna.ALIRAN, Makna.HUBUNGAN)
    told: list[tuple[Kutipan, str]] = []
    for sentence in sentences:
        for kind in (Makna.DARI, Makna.KE):
            row = ends.get((sentence.id, str(kind)), [])
            text = sentence.teks
            if len(row) < 3 or any(name not in text for name in row):
                continue
            begin, end = text.index(row[-2]) + len(row[-2]), text.index(row[-1])
            if begin < end and not _JOINS.search(text[begin:end]) and text[begin:end].strip() == ",":
                told.append((sentence, row[-1]))
    lines = {lipat(k.baris) for k, _ in told}
    if told:
        (first, last), rest = told[0], [k for k, _ in told[1:]]
        more = f" Juga pada {places(rest)}." if rest and len(lines) > 1 else ""
        pesan = f"Perincian ini tidak punya “dan” di depan yang terakhir, {cite(last)}.{more}"
        yield Pertentangan(first, pesan, "Tulis “dan” di depan yang terakhir.", tuple(rest), kata=last)
