"""The words of a step to where it goes back or on, when, and whether something is decided in it."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from probis.reading.names import folded
from probis.reading.units import is_member, is_post


@dataclass(frozen=True, slots=True)
class Lompatan:
    """Lompatan (jump) that a sentence tells: to which step or to whom, when, and the words that say so."""

    text: str
    number: str
    when: str
    whom: str = ""
    back: bool = True


_STEP = (
    r"(?:(?:langkah|nomor|no\b\.?|kegiatan|tahap(?:an)?|butir|angka|poin|huruf|proses|aktivitas|prosedur|urutan)\s*)"
)
_ORDINAL_WORDS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")
_ORDINALS = {f"ke{word}": number for number, word in enumerate(_ORDINAL_WORDS, 1)} | {"pertama": 1, "awal": 1}
RETURNS = re.compile(
    r"\b(?:kembali|(?:di|me)?kembalikan|mengembalikan|di?ulang\w*|ditolak|lanjut\w*|langsung)\b|→|->|⇒", re.I
)
"""Words by which a condition tells where the work goes."""
_AGAIN = r"\b(?:kembali|balik|dikembalikan|mengembalikan|diulang(?:i)?|ulangi?|mengulang(?:i)?)\b"
_BACK = re.compile(
    rf"{_AGAIN}(?P<between>[^.;]{{0,80}}?)"
    rf"\b{_STEP}(?:ke\s*-?\s*)?\(?(?P<number>\d{{1,3}}|[ivx]{{2,4}}\b|[a-z]\b(?!\w))",
    re.IGNORECASE,
)
_BACK_SHORT = re.compile(
    r"\b(?:(?:kembali|dikembalikan|balik)\s+ke|(?:di)?ulang(?:i)?\s+(?:dari|mulai))\s*-?\s*(?P<number>\d{1,3})\b"
    r"|\b(?:revisi|perbaikan|diperbaiki|koreksi|berulang)\s+(?:lagi\s+)?(?:ke|dari|di|pada|mulai)\s+"
    rf"(?:{_STEP}){{1,2}}(?:ke\s*-?\s*)?(?P<start>\d{{1,3}})\b",
    re.IGNORECASE,
)
_BACK_WORD = re.compile(
    rf"{_AGAIN}[^.;]{{0,60}}?\b{_STEP}(?:yang\s+)?(?P<number>{'|'.join(_ORDINALS)}|sebelumnya)\b|{_AGAIN}\s+(?:ke|dari)\s+(?P<start>awal)\b",
    re.IGNORECASE,
)
_ARROW = re.compile(
    r"(?P<when>\b(?:tidak|belum|ditolak|ya|setuju|sesuai|lengkap|revisi|gagal|tms|ms|t|y|n)\b[^→;.()\d:]{0,40}?)\s*"
    rf"(?:→|->|=>|➔|⇒|:(?=\s*(?:kembali\s+)?ke\b))\s*(?:kembali\s+)?(?:ke\s+)?(?:{_STEP}){{0,2}}(?:ke\s*-?\s*)?"
    r"(?P<number>\d{1,3})\b",
    re.IGNORECASE,
)
_ON = re.compile(
    rf"\b(?:lanjut(?:kan)?|dilanjutkan|melanjutkan|menuju|langsung)\b(?P<between>[^.;]{{0,60}}?)\b{_STEP}"
    rf"(?:ke\s*-?\s*)?(?P<number>\d{{1,3}})\b",
    re.IGNORECASE,
)
_THERE = re.compile(
    rf"\b(?:jika|bila|apabila|kalau|tidak|belum|ditolak|ya|setuju)\b[^.;→]{{0,80}}?\b(?:ke|menuju)\s+{_STEP}(?:ke\s*-?\s*)?(?P<number>\d{{1,3}})\b"
    rf"|^\s*(?:lihat\s+|ke\s+){_STEP}(?:ke\s*-?\s*)?(?P<start>\d{{1,3}})\s*$",
    re.IGNORECASE,
)
"""A condition that only says where the work goes: "bila tidak ada, ke langkah 1"."""
_TO_WHOM = re.compile(
    r"\b(?:dikembalikan|mengembalikan|kembalikan|kembali)\b(?P<what>[^.;,]{0,60}?)\b(?:kepada|ke)\s+"
    r"(?P<whom>[A-Za-z][\w/() -]{2,80}?)(?=\s+(?:untuk|agar|guna|dengan|jika|apabila|bila|disertai)\b|[.;,]|$)",
    re.IGNORECASE,
)
_IF = re.compile(r"\b(?:jika|apabila|bila(?:mana)?|kalau|dalam\s+hal)\s+(?P<when>[^,.;:→]{2,120})", re.IGNORECASE)
_DECIDES = re.compile(
    r"\bapakah\b|\?\s*$|\b(?:jika|apabila|bila)\b[^.;]{0,60}\b(?:tidak|belum|ya|setuju|sesuai|lengkap|disetujui|ditolak)\b"
    r"|\b(?:ya|tidak)\s*(?:/|→|->|:)",
    re.IGNORECASE,
)


def decides(text: str) -> bool:
    """Whether a text says that something is decided: a question, or a condition that may fail."""
    return bool(_DECIDES.search(text))


def jumps(text: str, number: str = "") -> Iterator[Lompatan]:
    """Yield the jumps that a text tells, in its order; `number` is the step's own, to tell back from on."""
    taken: list[tuple[int, int]] = []
    found: list[tuple[int, Lompatan]] = []
    for pattern, back in (
        (_BACK, True),
        (_BACK_SHORT, True),
        (_BACK_WORD, True),
        (_ARROW, None),
        (_ON, False),
        (_THERE, None),
    ):
        for match in pattern.finditer(text):
            if any(begin < match.end() and match.start() < end for begin, end in taken):
                continue
            taken.append(match.span())
            where = _number(match.group("number") or match.groupdict()["start"], number)
            ahead = where.isdigit() and number.isdigit() and int(where) > int(number)
            inside = _IF.match(match.group())
            when = match.groupdict().get("when") or _when(text, match.start(), match.end())
            when = when or (inside.group("when") if inside is not None else "")
            when = when.rpartition("?")[2].strip()
            found.append((match.start(), Lompatan(_sentence(text, match), where, when, back=back or not ahead)))
    if not found:
        for match in _TO_WHOM.finditer(text):
            when = _when(text, match.start(), match.end())
            if when or "dikembalikan" in match.group().casefold():
                whom = re.sub(r"\s+", " ", match.group("whom")).strip()
                found.append((match.start(), Lompatan(_sentence(text, match), "", when, whom)))
    yield from (jump for _, jump in sorted(found, key=lambda pair: pair[0]))


def _number(words: str, own: str) -> str:
    """Return the number that words name: "kedua", "sebelumnya"; a figure or a letter as it stands."""
    words = words.casefold() if len(words) > 1 else words
    if words == "sebelumnya":
        return str(int(own) - 1) if own.isdigit() and int(own) > 1 else ""
    return str(_ORDINALS.get(words, words))


def people(text: str, known: Collection[str] = ()) -> list[str]:
    """Return those whom words name: parted by marks, and by commas or "dan" where each part is a person by itself.

    `known` are the folded names of those who stand alone elsewhere.
    """

    def is_one(piece: str) -> bool:
        return is_person(piece) or folded(piece) in known

    made: list[str] = []
    for part in re.split(r"\s*[;\n]\s*|\s+/\s+|(?:^|\s)\d{1,2}[.)]\s+", text.strip()):
        part = part.strip(" -–•.,")
        commas = re.split(r",\s*(?:dan\s+|serta\s+)?", part)
        words = [piece for each in commas for piece in re.split(r"\s+(?:dan|serta|bersama)\s+", each) if piece]
        pieces = next((each for each in (words, commas) if len(each) > 1 and all(map(is_one, each))), None)
        pieces = pieces or _run_together(part, known)
        if pieces is not None:
            made += pieces
        elif part:
            made.append(part)
    return made


def _run_together(text: str, known: Collection[str]) -> list[str] | None:
    """Return two who stand in one cell without a mark between them, where both stand alone elsewhere; else None."""
    words = text.split()
    halves = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, min(len(words), 12)))
    return next((list(each) for each in halves if all(folded(half) in known for half in each)), None)


def is_person(text: str) -> bool:
    """Whether words begin as a post, a unit, or somebody who works or comes."""
    return _PERSON.match(text) is not None or is_post(text) or is_member(text)


_PERSON = re.compile(
    r"(?:petugas|staf|tim|pemohon|operator|admin(?:istrator)?|verifikator|pelaksana|pengelola|bendahara|analis|arsiparis|dokter|perawat"
    r"|bidan|apoteker|pasien|kasir|pimpinan|kasubb?ag|kasi|kabid|kabag|kadis|sekretaris|wali\s?kota|bupati|gubernur|menteri|pegawai"
    r"|panitia|masyarakat|pelapor|pengguna|penyedia|notulis|pengadministrasi|resepsionis|ketua|anggota|warga|orang\s+tua|guru"
    r"|mahasiswa|dosen|satpam|sopir|pengemudi|penerima|kader|audit(?:or|i|ee)|tenaga\s+ahli|konsultan|rekanan|kontraktor|narasumber"
    r"|surveyor|peserta|agendaris|caraka|kurir|teknisi|programmer|pranata|penata|tenaga|fasilitator|pustakawan|laboran|mantri|juru"
    r"|pe(?:ng|ny|m|n)[a-z]{3,12}(?<!an))\b",
    re.IGNORECASE,
)


def _sentence(text: str, match: re.Match[str]) -> str:
    begin = max((text.rfind(sign, 0, match.start()) for sign in ".;(\n"), default=-1) + 1
    ends = [at for at in (text.find(sign, match.end()) for sign in ".;)\n") if at >= 0]
    return text[begin : min(ends, default=len(text))].strip()


def _when(text: str, start: int, end: int) -> str:
    """Return the condition of the sentence that has the jump: the last one before it, else the first one after."""
    begin = max((text.rfind(sign, 0, start) for sign in ".;\n"), default=-1) + 1
    before = list(_IF.finditer(text, begin, start))
    if before:
        when = before[-1].group("when")
    else:
        after = _IF.search(text, end)
        if after is None or re.search(r"[.;]", text[end : after.start()]):
            return ""
        when = after.group("when")
    return re.sub(r"\s+(?:maka|akan|dan|berkas|dokumen|kembali|dikembalikan|lanjut)$", "", when.strip(), flags=re.I)
