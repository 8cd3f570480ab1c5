"""Lines to blocks: paragraphs put together again, each with the label in front of it ("1.", "a.", "KESATU")."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from probis.reading.document import Cell, Kind, Line


class Label(StrEnum):
    """How a label counts: 1 2 3, a b c, A B C, I II III, i ii iii, KESATU KEDUA, (1), Pasal 1, BAB I, 1.1, a mark."""

    NUMBER = "1"
    LETTER = "a"
    CAPITAL = "A"
    ROMAN = "I"
    SMALL_ROMAN = "i"
    DIKTUM = "KESATU"
    CLAUSE = "(1)"
    ARTICLE = "Pasal"
    CHAPTER = "BAB"
    DECIMAL = "1.1"
    MARK = "-"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a row, a picture or a drawing: its words without label, the label as printed, and its lines.

    `count` is the label as a number (1 for "a", "I", "KESATU"), 0 for a mark or none. `within` tells apart the blocks
    that begin in one line, from 0. `passage` counts the passages that an amendment sets in place of others, 0 outside.
    """

    text: str
    first: int
    last: int
    kind: Kind = Kind.TEXT
    label: str = ""
    counts: Label | None = None
    count: int = 0
    page: int | None = None
    bold: bool = False
    centred: bool = False
    heading: int = 0
    indent: float = 0.0
    cells: tuple[Cell, ...] = ()
    table: int | None = None
    within: int = 0
    passage: int = 0

    @property
    def baris(self) -> str:
        """Its lines as a quotation names them: "12" or "12–14"."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"

    @property
    def printed(self) -> str:
        """Label and text as they stand in the document."""
        return f"{self.label} {self.text}".strip()


DIKTUM = [
    "KESATU",
    "KEDUA",
    "KETIGA",
    "KEEMPAT",
    "KELIMA",
    "KEENAM",
    "KETUJUH",
    "KEDELAPAN",
    "KESEMBILAN",
    "KESEPULUH",
    "KESEBELAS",
    "KEDUABELAS",
    "KETIGABELAS",
    "KEEMPATBELAS",
    "KELIMABELAS",
]
_DIKTUM = {word: number for number, word in enumerate(DIKTUM, 1)} | {"PERTAMA": 1}
_DIKTUM_WORDS = "|".join([each.replace("BELAS", r"\s?BELAS") for each in reversed(DIKTUM)] + ["PERTAMA"])

DIKTUM_ALONE = re.compile(rf"(?i:{_DIKTUM_WORDS})\s*:?")
"""The name of a dictum that stands on a line of its own."""
_CARDINALS = ("SATU", "DUA", "TIGA", "EMPAT", "LIMA", "ENAM", "TUJUH", "DELAPAN", "SEMBILAN", "SEPULUH")

ROMAN = re.compile(r"(?=[IVXL])(XL|L?X{0,3})(IX|IV|V?I{0,3})")

ORDINAL = r"(?i:ke(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas)(?:\s?belas)?|pertama)\b"
"""How the divisions of a chapter count: "Bagian Kesatu"."""
_KEYWORDS = re.compile(
    r"(?:NOMOR|TANGGAL|TENTANG|LAMPIRAN|MEMUTUSKAN|MENETAPKAN|Menimbang|Menirnbang|Mengingat|Memperhatikan|Memutuskan|Menetapkan"
    r"|MENIMBANG|MENGINGAT|MEMPERHATIKAN|Ditetapkan|Diundangkan|pada tanggal|Pada tanggal"
    r"|T(?:embusan|EMBUSAN|indasan|INDASAN)|Salinan"
    r"|DENGAN RAHMAT|NIP|NRP|Bagian "
    + ORDINAL
    + r"\b.{0,80}$|Paragraf \d{1,2}\b.{0,80}$|[A-H]\.[A-Z][a-z]+(?: [A-Za-z]+){0,5} ?:?$|BAB ?[IVXL]+"
    r"|Pasal ?(?:[\dl]+[A-Z]?|[IVX]+)\.?\s*$|Agar (?:supaya )?setiap orang\b"
    r"|(?:BERITA|LEMBARAN) (?:DAERAH|NEGARA) .{0,80}\bTAHUN \d{4}|ttd)(?:\b|$)",
)
_OPENS = re.compile(
    r"((?:men(?:im|irn)bang|mengingat|memperhatikan|membaca|mendengar|menetapkan|memutuskan|tembusan|tindasan)\s*:)\s*(?=\S)"
    r"|(dasar\s*:)\s*(?=(?:1[.)]\s?)?(?:undang|peraturan|keputusan|instruksi|pasal)\b)"
    r"|((?:misi|tujuan|sasaran|indikator|strategi|program|tugas|fungsi)(?: [a-z]+){0,2}\s*:)\s*(?=(?:1|a)[.)]\s)",
    re.IGNORECASE,
)
"""A word that opens a part, or heads a list, on one line with its first item."""
QUOTES = tuple('"“”„')
"""The marks that open or close a quotation."""
_FEW = 30  # lines, below which no width can be told

_FIELD = re.compile(r"[A-Z][A-Za-z()/ ]{2,40}\s?:\s?\S")
"""A line of a form: "Tanggal Pembuatan : 5 Mei 2022"."""
_TITLED = re.compile(r"[A-Z][a-z]+(?:[ -][A-Za-z][a-z]*){0,3}\s?:\s?\S")
"""A line that names what it tells: "Motto: Melayani dengan hati"."""
_NAMES = re.compile(
    r"(?:pemilik|penanggung\s?jawab|pengampu|pelaksana|unit(?: kerja)?|kode|nama|tugas|fungsi|keluaran|masukan|pemasok"
    r"|pelanggan|produk)(?: [a-z]+){0,3}\s?:\s?\S",
    re.IGNORECASE,
)
"""A line that tells one thing of the process above it: "Pemilik proses: Bidang X"."""
_INTRODUCES = re.compile(r"[A-Z][^.;:]{0,60}:")
"""A short line that ends in a colon: the head of a list ("Sasaran Strategis:")."""
_LAW = r"(?:Undang\W{0,3}[Uu]ndang|Peraturan|Keputusan|Instruksi|Ketetapan)\b"
_LABELS: tuple[tuple[Label, re.Pattern[str]], ...] = (
    (Label.DIKTUM, re.compile(rf"({_DIKTUM_WORDS})\s*:?(?:\s+|$)")),
    (Label.DIKTUM, re.compile(rf"((?i:{_DIKTUM_WORDS}))\s*:(?:\s+|$)")),
    (
        Label.CHAPTER,
        re.compile(
            r"((?:BAB|Bab(?=\s*[IVXL]+\s*(?:[—–:.-]|$)))\s*[IVXL]+|BAGIAN\s+(?:[IVXL]+|\d{1,2})"
            rf"|(?:BAB|BAGIAN)\s+(?:{'|'.join(_CARDINALS)}|{_DIKTUM_WORDS}))\b\s*[.:—–-]?\s*"
        ),
    ),
    (Label.ARTICLE, re.compile(r"(Pasal\s*(?:[\dl]{1,3}[A-Z]{0,2}|[IVX]{1,5}))(?:\.?\s*$|\s*:\s*)")),
    (Label.DECIMAL, re.compile(r"(\d{1,2}(?:\.\d{1,2})+)\.?\s+")),
    (Label.NUMBER, re.compile(r"(\d{1,3}(?:[.)]|[A-Z][.)](?=\s)))\s*(?=\D|$)")),
    (Label.NUMBER, re.compile(rf"(\d{{1,2}})\s?,?\s?(?={_LAW})")),
    (Label.NUMBER, re.compile(r"(\d{1,2})\s[.)]\s(?=[A-Za-z])")),
    (
        Label.NUMBER,
        re.compile(
            r"(\d{1,2})\s+(?=(?:Sekretariat|Bidang|Bagian|Seksi|Sub ?[Bb]agian|Sub ?[Bb]idang|UPTD?)\s+[A-Z]"
            r"|Sekretariat$)"
        ),
    ),
    (Label.CLAUSE, re.compile(r"(\(\d{1,2}\))\s*")),
    (Label.CLAUSE, re.compile(r"(\([a-z]\))\s+")),
    (Label.ROMAN, re.compile(r"([IVXL]{1,6}[.)])\s+")),
    (Label.CAPITAL, re.compile(r"([A-Z][.)])\s+(?=\S{2})")),
    (
        Label.LETTER,
        re.compile(r"([a-z][.)])(?:\s+|(?=[a-z]{3,20}[ ,]))|([a-z])(?:\s?[.,]?\s?(?=[Bb]ahwa\b)|\s[.)]\s(?=[A-Za-z]))"),
    ),
    (Label.SMALL_ROMAN, re.compile(r"([ivx]{2,5}[.)])\s+")),
    (Label.MARK, re.compile(r"([-–—•·▪●○◦*✓➢])\s+")),
)
_CODED = re.compile(
    r"\[?[A-Z]{1,8}(?:[-./][A-Z]{1,6})? ?(?:\d{1,4}[A-Za-z]?|[-./](?:[\dlO]{1,4}[A-Za-z]?|[A-Z]\d{0,2}))"
    r"(?:[-./](?:[\dlO]{1,3}[A-Za-z]?|[A-Z]{1,3}\d{1,2}|[A-Za-z])){0,4}\]?[.:]?\s+(?:[-–:]\s+)?\(?[A-Z][A-Za-z]"
    r"|0\d{1,2}\s+(?!(?:Jan|Feb|Mar|Apr|Mei|Jun|Jul|Agu|Sep|Okt|Nov|Des))[A-Z][a-z]{3}|[IVX]{1,4}\s+[A-Z]{3,}"
    r"|[A-Z]{1,4}[-./][IVX]{1,5}\s+[A-Z][a-z]{3}|(?!\d{1,3}\.\d{3}\s)\d{1,4}(?:\.\d{1,3}){1,4}\s+[A-Z][a-z]{3}"
)
STANDS_ALONE = re.compile(
    r"(?:visi|misi|tujuan|sasaran|indikator(?: kinerja)?|strategi"
    r"|(?:uraian |rincian )?tugas(?: pokok)?|fungsi|latar belakang|ruang lingkup"
    r"|maksud dan tujuan|(?:visi|misi|tujuan|tugas)(?:, [a-z]+){0,3},? dan [a-z]+(?: strategis)?"
    r"|(?:susunan|struktur) organisasi|penjelasan(?: proses)?|pendahuluan|penutup"
    r"|peta (?:sub ?)?proses(?: bisnis)?|peta relasi"
    r"|dasar hukum|kualifikasi pelaksana|keterkaitan|peringatan|peralatan ?(?:/|dan) ?perlengkapan"
    r"|pencatatan (?:dan|&) pendataan|(?:nomor|nama) sop|(?:tanggal|tgl\.?) (?:pembuatan|revisi|efektif)|disahkan oleh"
    r"|(?:tujuan|sasaran) (?:strategis|program|kegiatan|perusahaan|organisasi|dinas|badan|instansi|kecamatan"
    r"|rumah sakit|kementerian|lembaga|biro|perangkat daerah|inspektorat|universitas)(?: [a-z]+){0,2}"
    r"|(?:tata nilai|nilai-nilai)(?: [a-z]+){0,2}"
    r"|(?:visi|misi) (?:pemerintah|kabupaten|kota|provinsi|dinas|badan|kecamatan|daerah|universitas|rumah sakit)"
    r"(?: [a-z]+){0,6}"
    r"|peta lintas fungsi"
    r"|(?:kelompok )?proses (?:bisnis )?(?:inti|utama|pendukung|penunjang|lainnya|manajerial|manajemen))[ :]*",
    re.IGNORECASE,
)
"""A line that is a heading by its words alone: "Misi", "Tugas dan Fungsi"."""
_TELLS = re.compile(
    r"(?:Proses|Sub ?proses|Kegiatan|Peta|Tahap|Unit)\b(?: \w+){0,3} (?:ini|adalah|yang|di[a-z]+kan|bertujuan)\b"
)
"""A sentence that tells of the process whose code and name stand in the line above it."""
_CASCADE = re.compile(
    r"(?:V[il1]s[il1]|M[il1]s[il1]|Tujuan|Sasaran|[Il1]nd[il1]kator(?: [Kk][il1]nerja)?|IK[USTK]|Strateg[il1])"
    r"(?:(?: [A-Za-z]+){0,3}(?: (?:ke-?)?[0-9IVX][0-9.]{0,8})?\s*:"
    r"|(?: (?:ke-?)?[0-9IVX][0-9]?(?:\.\d){0,3})[.)]?\s+(?:[–-]\s)?[A-Z])"
)
_APART = re.compile(r"\s*(?:Visi|Misi|Tujuan|Sasaran|Indikator)\s{3,40}[A-Z1]")
"""A level in a column of its own, left of what it says."""
_MEMBER = re.compile(
    r"(?:Sub ?[Bb]agian|Sub ?[Bb]idang|Subbag|Seksi|Bidang|Bagian|Sekretariat|Kepala|Kelompok (?:Jabatan|Substansi)"
    r"|UPTD?|Unit Pelaksana|Fakultas|Lembaga|Urusan|Inspektur|Direktorat|Subdirektorat|Biro|Pusat|Asisten)\b"
)


_POST = re.compile(
    r"(?:Kepala|Sekretaris|Ka(?:sub\s?b?ag|si|bid|bag)|Wakil|Camat|Lurah|Ketua|Direktur|Inspektur|Koordinator|Kelompok|Jabatan)"
    r"(?:\s[A-Z][\w./()-]*|\sdan){0,7}"
)
"""A line that is nothing but a post, as in a tree that is drawn by indentation."""


def label_of(text: str) -> tuple[str, Label | None, int, str]:
    """Return (label as printed, how it counts, its number, the rest) of the start of a text.

    A quotation mark before a label is passed over: so begins what an amendment sets in place of other words.
    """
    if text[:1] in QUOTES and text[1:2].isalnum():
        inner = label_of(text[1:])
        return inner if inner[1] is not None else ("", None, 0, text)
    for counts, pattern in _LABELS:
        found = pattern.match(text)
        if found is None:
            continue
        label, rest = found.group(1) or found.group(2), text[found.end() :]
        if counts is Label.MARK:
            inner = label_of(rest)
            return inner if inner[1] is not None else (label, counts, 0, rest)
        return label, counts, _number(counts, label), rest.strip()
    return "", None, 0, text


def _number(counts: Label, label: str) -> int:
    word = label.strip("().:")
    if counts is Label.DIKTUM:
        return _DIKTUM[re.sub(r"\s+", "", word.upper())]
    if counts in (Label.ROMAN, Label.SMALL_ROMAN, Label.CHAPTER):
        last = re.sub(r"^(?:BAB|Bab|BAGIAN)\s*", "", word).upper()
        if last in _CARDINALS:
            return _CARDINALS.index(last) + 1
        if (ordinal := re.sub(r"\s+", "", last)) in _DIKTUM:
            return _DIKTUM[ordinal]
        return int(last) if last.isdigit() else roman(last)
    if counts in (Label.LETTER, Label.CAPITAL) or (counts is Label.CLAUSE and word.isalpha()):
        return ord(word.casefold()) - ord("a") + 1
    digits = re.findall(r"\d+", word.replace("l", "1") if counts is Label.ARTICLE and word[-1] == "l" else word)
    return int(digits[-1]) if digits else roman(word.split()[-1])


def roman(word: str) -> int:
    """Return the value of a Roman number in capitals, 0 for what is none."""
    if not word or not ROMAN.fullmatch(word):
        return 0
    values = [{"I": 1, "V": 5, "X": 10, "L": 50}[sign] for sign in word]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))


def blocks(lines: Sequence[Line]) -> tuple[Block, ...]:
    """Return the lines as blocks, in the same order.

    Empty lines are no block; they end one, unless the next line surely goes on.
    """
    made: list[Block] = []
    open_: list[Line] = []
    width = width_of(lines)
    gap = False  # an empty line stands before this one
    for line in lines:
        empty = line.kind is Kind.TEXT and not line.text.strip()
        if empty:
            gap = True
            continue
        parted = gap and line.begins is not False
        if line.kind is not Kind.TEXT or (open_ and (parted or _begins(line, open_, width))):
            made += _closed(open_)
            open_ = []
        gap = False
        if line.kind is not Kind.TEXT:
            made.append(_whole(line))
        else:
            open_.append(line)
    made += _closed(open_)
    return tuple(_told_apart(made))


def _told_apart(made: Sequence[Block]) -> Iterator[Block]:
    first, within = 0, 0
    for block in made:
        within = within + 1 if block.first == first else 0
        first = block.first
        yield replace(block, within=within) if within else block


def width_of(lines: Sequence[Line]) -> int:
    """Return the width in characters at which the lines were broken, 0 where paragraphs are whole lines."""
    lengths = sorted(_reach(line) for line in lines if line.text.strip() and line.kind is Kind.TEXT)
    widest = lengths[int(0.97 * len(lengths))] if len(lengths) >= _FEW else 0
    full = sum(widest - 10 <= length <= widest + 4 for length in lengths)
    return widest if 40 <= widest <= 120 and full >= 0.1 * len(lengths) else 0


def _reach(line: Line) -> int:
    return len(line.raw.rstrip()) if line.raw else len(line.text)


_GOES_ON = re.compile(r"[a-z,]\s(?:kepada|dari|oleh|pada|bagi|untuk|dengan|serta|atau|antara|terhadap)$")
"""A line that ends in the middle of a clause: what comes after it is no paragraph of its own."""


_DAY_DONE = re.compile(r"(?:pada\s+)?tanggal\s*:?\s*\d[\w\s./-]{4,24}\d{4}", re.IGNORECASE)
"""The day of a signature, which is a line of its own."""
_TTD = re.compile(r"\(?t\.?t\.?d\.?\)?", re.IGNORECASE)
_FOR_ANOTHER = re.compile(r"a\.?\s?n\.?\s+[A-Z]")
_HOLDER = re.compile(r"(?:kepala|sekretaris|asisten|wakil|direktur|deputi|inspektur|plt\.|plh\.)\s", re.IGNORECASE)
"""The line over an office that says for whom it signs, and how that office begins."""
_CITES = re.compile(r"(?:Nomor|Tahun|huruf|angka|ayat|Pasal)$")
"""Before a number that is part of a citation, no label."""
_ROW = re.compile(r"\d{1,2}\s+[A-Z][a-z]")
_REFERS = re.compile(r"\bdiktum(?:\s+[A-Z]{5,16},?){0,6}(?:\s+(?:dan|atau|dan/atau|sampai\s+dengan))?$", re.IGNORECASE)
"""Before a dictum's name that is only spoken of: "sebagaimana dimaksud dalam Diktum"."""


def _signs(text: str, before: str) -> bool:
    """Whether a line is one of a signature, each of which is its own: the day, the office under it, the word "ttd"."""
    if _DAY_DONE.fullmatch(text.strip()):
        return before[:14].casefold().startswith(("ditetapkan di ", "dikeluarkan di", "diundangkan di"))
    return _TTD.fullmatch(text.strip()) is not None or (_DAY_DONE.fullmatch(before) is not None and text.isupper())


_COUNTED = re.compile(
    r"(?:Tabel|Gambar|Bagan)\s+\d|(?:Langkah|Tahap)\s+(?:\d{1,2}\s?[:.–—]|ke\s?-\s?\d{1,2}\s?[:.,–—])"
    r"|(?:Sub ?[Pp]roses|Proses)(?: [A-Z][a-z]+){0,2} \d{1,2}(?:\.\d{1,2}){0,3}\.?(?:\s?[:–—-])?\s+[A-Z]"
)
"""A line that begins with what it is and which: "Tabel 3", "Langkah 2:", "Proses Utama 1. Perizinan"."""


_IN_BRACKETS = re.compile(r"\((?:[IVX]{1,5}|[A-Z]{1,6}(?=[-./ ]?\d))(?:[-./ ]?\d{1,3}){0,4}\)\s+[A-Z][a-z]")
"""A line that begins with a code in brackets: "(II.1) Evaluasi"."""


def _begins(line: Line, open_: Sequence[Line], width: int) -> bool:
    """Whether a line begins a block of its own after those that are open."""
    text, before, first = line.text, open_[-1].text.rstrip(), open_[0].text
    if line.begins is not None:
        return line.begins or _signs(text, before)
    if text.strip() == ":" or before == ":":  # a cell of its own in a table that was copied as text
        return before == ":" and label_of(text)[1] is not None
    if _opens_part(text, before):
        return True
    if (labelled := _labelled(text, before)) is not None:
        return labelled
    if _GOES_ON.search(before) and text[:1].isalpha() and not (before.isupper() or text.isupper()):
        return False
    if _APART.match(line.raw) or _stands_out(text.strip(), before) or _is_one_more(text, open_[-1].text, first):
        return True
    return _ran_out(line, open_, width) or _ended(text, before, open_)


def _opens_part(text: str, before: str) -> bool:
    """Whether a line opens a part of the instrument, or stands right below a word that does or in a signature."""
    if _KEYWORDS.match(text.lstrip("-* ")) or _KEYWORDS.fullmatch(before.rstrip(" :*")):
        return True
    if _DAY_DONE.fullmatch(before) and (text[:1].isupper() or _FOR_ANOTHER.match(text)):
        return True
    return _FOR_ANOTHER.match(before) is not None and _HOLDER.match(text) is not None


def _labelled(text: str, before: str) -> bool | None:
    """Whether the label of a line begins a block, None where it has none: "Nomor" before it makes it a number."""
    label, counts, _, rest = label_of(text)
    if counts is None or (counts is Label.NUMBER and _CITES.search(before)):
        return None
    if counts is Label.DIKTUM and _REFERS.search(before) and rest[:1] != ":" and not rest[:1].isupper():
        return False
    return bool(label)


def _stands_out(text: str, before: str) -> bool:
    """Whether a line is a heading by its words, or stands below one that is."""
    if _INTRODUCES.fullmatch(text) or _COUNTED.match(text):
        return True
    if STANDS_ALONE.fullmatch(text) and text[:1].isupper():
        return True
    return STANDS_ALONE.fullmatch(label_of(before)[3]) is not None and (text[:1].isupper() or text[:1] in '“"')


def _is_one_more(text: str, last: str, first: str) -> bool:
    """Whether a line is of the kind of those before it: a post, a unit, a field, a row of a plan under its number."""
    if _POST.fullmatch(text.strip()) and (_POST.fullmatch(last.strip()) or _MEMBER.match(first)):
        return True
    _, counts, _, rest = label_of(first)
    if _CASCADE.match(text) or (_MEMBER.match(text) and _MEMBER.match(rest)):
        return True
    if _NAMES.match(text) or (_FIELD.match(text) and _FIELD.match(last)):
        return True
    if counts is Label.DECIMAL and _ROW.match(text):
        return True
    if _IN_BRACKETS.match(text) and (last.rstrip().isupper() or first[:1] == "("):
        return True
    return _CODED.match(rest) is not None and _TELLS.match(text) is not None


def _ran_out(line: Line, open_: Sequence[Line], width: int) -> bool:
    """Whether the line before had room for the first word of this one, which no sentence needs here."""
    if _reach(open_[-1]) + len(line.text.split(maxsplit=1)[0]) > 0.8 * width or not line.text[:1].isupper():
        return False
    considers = "bahwa " in open_[0].text  # a consideration goes on to its “;”
    return not (considers or open_[-1].text.isupper() or line.text.isupper())


def _ended(text: str, before: str, open_: Sequence[Line]) -> bool:
    """Whether the line before surely ends: by its mark, before a code, or where capitals begin or end."""
    if before.endswith((";", ":")) or (_CODED.match(text) and not before.endswith((",", "(", "Nomor", "dan"))):
        return True
    if before.endswith(".") and _TITLED.match(text):
        return True
    if before.endswith(".") and text[:1].isupper() and len(before) < 0.8 * max(len(each.text) for each in open_):
        return True
    return before.isupper() != text.isupper() and len(before) > 3


def _closed(lines: Sequence[Line]) -> Iterator[Block]:
    if not lines:
        return
    text = lines[0].text.strip()
    for line in lines[1:]:
        more = line.text.strip()
        split = text.endswith("-") and more[:1].islower() and text[-2:-1].isalpha()
        text = text[:-1] + more if split else f"{text} {more}"
    first = lines[0]
    for passage in _passages(text):
        label, counts, count, rest = label_of(passage)
        yield Block(
            rest if label else passage,
            first.number,
            lines[-1].number,
            Kind.TEXT,
            label,
            counts,
            count,
            first.page,
            first.bold,
            first.centred,
            first.heading,
            first.indent,
        )


def _passages(text: str) -> list[str]:
    """Return a paragraph cut after each word that opens a part and stands on one line with its first item."""
    cut = []
    while (opens := _OPENS.match(text.lstrip("-* "))) is not None:
        text = text.lstrip("-* ")
        cut.append(next(filter(None, opens.groups())))
        text = text[opens.end() :]
    return [*cut, text]


def _whole(line: Line) -> Block:
    text = line.text.strip("\n")
    return Block(text, line.number, line.number, line.kind, page=line.page, cells=line.cells, table=line.table)
