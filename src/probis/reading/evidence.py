"""What stands under a heading or a sentence to the part it is by itself: units, functions, directions, relations."""

import re
from collections.abc import Callable, Sequence

from probis.reading.annex import is_heading
from probis.reading.bagian import Bagian
from probis.reading.blocks import Block, Label
from probis.reading.codes import Codes, looks_coded
from probis.reading.document import Kind
from probis.reading.units import is_member, is_sentence, lead

_FUNCTIONS = re.compile(
    r"\b(?:menyelenggarakan|mempunyai|melaksanakan|menjalankan|memiliki|mengemban)\s+(?:tugas\s+dan\s+)?fungsi\b"
    r"|^(?:tugas\s+(?:pokok\s+)?dan\s+)?fungsi\b[^.;]{0,120}:$",
    re.IGNORECASE,
)
_TASK = re.compile(r"\b(?:mempunyai|memiliki|mengemban)\s+tugas\b", re.IGNORECASE)
_STRUCTURE = re.compile(
    r"\b(?:susunan|struktur|perangkat|unsur|organisasi|kelembagaan|kelengkapan|unit|satuan\s+kerja|jabatan|membawah\w+)\b",
    re.IGNORECASE,
)
_ARRANGED = re.compile(r"\b(?:susunan|struktur|organisasi|perangkat|kelembagaan|tersusun|membawah\w+)\b", re.IGNORECASE)
_NO_STRUCTURE = re.compile(r"\b(?:proses|peta|kegiatan|rapat|tim|oleh|wajib|kepada)\b", re.IGNORECASE)
_DIRECTION = re.compile(r"\b(?:visi|misi)\b", re.IGNORECASE)
_OF_THE_TEXT = r"penyusunan|peta|pedoman|keputusan|peraturan|dokumen"
"""Words after "tujuan" and the like that make it one of the text, not of the body."""
_AIM = re.compile(rf"(?:visi|misi|tujuan|sasaran)\b(?!\s+(?:{_OF_THE_TEXT}))", re.IGNORECASE)
_TELLS_AIM = re.compile(
    rf"(?:visi|misi|tujuan|sasaran)\b(?!\s+(?:{_OF_THE_TEXT}|adalah\s+(?:rumusan|gambaran|pernyataan|keadaan|upaya|hasil)))",
    re.IGNORECASE,
)
_SAYS = re.compile(r"\b(?:adalah|ialah|yaitu|yakni|berbunyi)\b|:\s*\S|[“\"]", re.IGNORECASE)
_RULES = re.compile(
    r"\b(?:sebagaimana\s+(?:dimaksud|tercantum)|tercantum|ditetapkan\s+(?:dengan|dalam))\b", re.IGNORECASE
)
_VISION = re.compile(
    r"\bvisi\b[^.“\"]{0,160}?(?:\badalah|\bialah|\byaitu|\byakni|\bberbunyi|\bsebagai\s+berikut|:)?\s*[“\"]",
    re.IGNORECASE,
)
_SAYS_AIM = re.compile(
    r"\b(?:tujuan|sasaran)\s+(?:strategis|utama|kinerja|pertama|kedua|ketiga|ke-?\d|tersebut|yang|(?-i:[A-Z]))[^.;:“”\"]{0,100}"
    r"\b(?:adalah|ialah|yaitu|yakni)\s+[“\"]?(?:me|ter|ber)[a-z]{3,14}nya\b",
    re.IGNORECASE,
)
"""A sentence that says an aim: "Sasaran Dinas ialah meningkatnya …"."""
_VISION_ALONE = re.compile(r"visi(?:\s+[A-Z][\w()-]*){0,6}\s*:?", re.IGNORECASE)
"""The name of a vision, whose words stand below it in quotation marks."""
_LABELLED = re.compile(
    r"(?:visi|misi)(?:\s+(?:ke-?\s?)?(?:\d{1,2}|[IVX]{1,4})|(?:\s+[\w/-]+){1,5}(?=\s*:))?\s*[:–—-]\s*\S",
    re.IGNORECASE,
)
"""A line that names the vision or a mission and says what it is: "Visi RPJMD : …"."""
_AIM_LABELLED = re.compile(r"(?:tujuan|sasaran)(?:\s+[\w/-]+){0,5}\s*:\s*(?:me|ter|ber)[a-z]{3,14}nya\b", re.IGNORECASE)
"""A line that does so for an aim, of the body where it stands in no part on processes."""
_MEASURED = re.compile(r"indikator(?:\s+[\w/-]+){0,3}\s*:", re.IGNORECASE)
_RELATION = re.compile(
    r"\b(?:me(?:nyampaikan|ngirim(?:kan)?|nyerahkan|mberi(?:kan)?|neruskan|laporkan|nyediakan|ngajukan|nyalurkan|minta"
    r"|masok|nerima|nyetorkan|ndistribusikan)\b.{1,200}?\b(?:kepada|ke|dari|bagi|untuk|melalui)\b"
    r"|(?:berkoordinasi|bekerja\s*sama|bersinergi|dikonsultasikan|dikoordinasikan)\b"
    r"|di(?:sampaikan|kirim(?:kan)?|serahkan|laporkan|teruskan|berikan|ajukan)\b.{0,120}?\b(?:kepada|oleh|ke)\b"
    r"|(?:menjadi|merupakan|sebagai)\s+(?:salah\s+satu\s+)?(?:dasar|masukan|bahan|acuan|landasan|bagian|input|data)\b"
    r"|digunakan\s+(?:oleh|dalam|untuk|sebagai)\b)",
    re.IGNORECASE,
)
_AIMED = re.compile(
    r"(?:meningkat|menurun|terwujud|tercapai|terlaksana|tersedia|terpenuhi|terselenggara|membaik|menguat|persentase|jumlah"
    r"|indeks|nilai|opini|rasio|tingkat|program|angka|predikat|skor)\w*\b",
    re.IGNORECASE,
)
"""How an aim or its measure is worded, also where it has a code."""
_HEADS = {
    name: re.compile(pattern, re.IGNORECASE)
    for name, pattern in {
        "code": r"(?:no\.?\s+|nomor\s+)?kode\b|id\b|nomor\s+(?:proses|peta)",
        "process": r"(?:nama\s+|daftar\s+|uraian\s+|judul\s+)?(?:peta\s+)?proses\b(?!\s+kerja)|(?:level\s+|l)0\b",
        "sub": r"(?:nama\s+|kode\s+|uraian\s+)?(?:peta\s+)?sub\s*-?\s*proses\b",
        "owner": r"(?:unit\s+)?(?:penanggung\s*-?\s*jawab|pemilik|pengampu|koordinator)|pic\b|process\s+owner",
        "flow": r"pemasok|masukan|input\b|keluaran|output\b|pelanggan|supplier|customer|produk\b|pemangku",
        "group": r"kelompok|jenis|kategori|klasifikasi|tipe\b",
        "step": r"(?:uraian\s+|rincian\s+|langkah\s*-?\s*)?(?:kegiatan|aktivitas|langkah|prosedur|tahapan?)\b",
        "doer": r"(?:unit\s+|unsur\s+)?(?:pelaksana|pelaku|aktor)\b|pihak\b",
        "measure": r"(?:mutu|kelengkapan|persyaratan|waktu|durasi|output|keluaran|input)\b",
        "aim": r"(?:visi|misi|tujuan|sasaran|indikator|strategi|program|target|iku)\b",
        "giver": r"(?:unit\s+)?(?:pemberi|pengirim|penyedia|asal|dari)\b",
        "taker": r"(?:unit\s+)?(?:penerima|kepada|tujuan|ke)\b",
        "unit": r"(?:nama\s+)?(?:unit|jabatan|satuan|bagian|perangkat|organisasi|bidang)\b",
        "rank": r"(?:unit\s+|jabatan\s+|pejabat\s+)?eselon\b|(?:jenjang|tingkat)\s+(?:[IVX\d]+|jabatan)\b",
        "above": r".*\b(?:atasan|induk|di\s*bawah|bertanggung\s*jawab\s+kepada)\b",
        "task": r"(?:uraian\s+|rincian\s+)?(?:tugas|fungsi)\b",
    }.items()
}
"""What a cell in the head of a table says that its column holds."""
_NUMBER = re.compile(r"n[o0]\.?|nomor", re.IGNORECASE)
_OVER = (Label.CHAPTER, Label.ARTICLE, Label.DIKTUM)
_TO_COME = re.compile(
    r"\b(?:berikut(?:\s+ini)?|yaitu|yakni|adalah|ialah|meliputi|mencakup|terdiri\s+(?:atas|dari))\s*[.,]?$",
    re.IGNORECASE,
)
"""How a sentence ends that leads in to a list without a colon."""
_SEQUENCE = re.compile(
    r"\b(?:urutan|alur|langkah(?:-langkah)?|tahap(?:an)?|prosedur|mekanisme|rangkaian|tata\s+cara)\b", re.IGNORECASE
)
_ACTS = re.compile(r"[A-Za-z][\w/.]*(?:\s+[\w/.,()]+){0,8}?\s+(?:me[nmlry][a-z]+|ber[a-z]{3,}|datang)\b")
"""A step in a sentence: who does it, and a verb."""
DOING = re.compile(
    r"(?:(?:dan|serta)\s+)?(?:pe[a-z]{4,}an|koordinasi|fasilitasi|evaluasi|supervisi|monitoring|sosialisasi|administrasi|verifikasi"
    r"|validasi|advokasi|sinkronisasi|inventarisasi|penyelenggara\w+)(?:nya)?\b",
    re.IGNORECASE,
)
"""How a function is worded: a noun of doing."""
_MOST, _FEW = 60, 6  # blocks of a list, and of a run of codes, that are looked at


def items(blocks: Sequence[Block], at: int) -> list[Block]:
    """Return the items of the list that begins right after a block: labelled, or entries of a structure."""
    held: list[Block] = []
    for block in blocks[at + 1 : at + 1 + _MOST]:
        if block.kind is not Kind.TEXT:
            break
        if not block.label and not (is_unit(block) and not block.text.rstrip().endswith(":")):
            break
        if held and looks_coded(block.text) is not None and looks_coded(held[0].text) is None:
            break
        heads = (held or block.counts is Label.ROMAN) and is_heading(block) and not is_unit(block)
        if block.counts in _OVER or heads:
            break
        held.append(block)
    return held


def is_next_function(block: Block, before: str) -> bool:
    """Whether a block without a label is the next of the functions that stand on lines of their own."""
    if block.kind is not Kind.TEXT or block.label or DOING.match(block.text) is None:
        return False
    ended = before.rstrip().removesuffix(" dan")
    return ended.endswith(";") or (ended.endswith(":") and ";" in block.text)


def listed(items: Sequence[Block], lead: str = "") -> Bagian | None:
    """Return the part that the items of a list are of themselves, with the words that lead in to it."""
    if len(items) < 2:
        return None
    if _share(items, is_unit) >= 0.7 and (_ARRANGED.search(lead) or not _NO_STRUCTURE.search(lead)):
        return Bagian.STRUKTUR
    if _SEQUENCE.search(lead) and len(items) > 2 and _share(items, _acts) >= 0.7:
        return Bagian.PETA_LINTAS_FUNGSI
    return Bagian.PENJELASAN if _share(items, _relates) >= 0.6 else None


def _share(items: Sequence[Block], holds: Callable[[Block], bool]) -> float:
    return sum(holds(each) for each in items) / len(items)


def is_unit(block: Block) -> bool:
    """Whether a block can be an entry of a structure: the name of a unit or a post, no sentence.

    An entry may say that others stand under it: "1. Biro Perencanaan, yang membawahi:".
    """
    text = block.text.strip()
    over = lead(text) if block.label and text.endswith(":") else None
    text = over[0] if over is not None else text
    named = is_member(text) and len(text.split()) <= 14 and text[:1].isupper()
    return named and not is_sentence(text) and not _relates(block)


def _acts(block: Block) -> bool:
    return _ACTS.match(block.text) is not None


def is_aim(block: Block) -> bool:
    """Whether a block is worded as an aim or a measure, or heads some: "Meningkatnya mutu …", "Tujuan Dinas"."""
    return _AIMED.match(block.text) is not None or _AIM.match(block.text) is not None


def _relates(block: Block) -> bool:
    return len(block.text.split()) > 4 and _RELATION.search(block.text[:600]) is not None


def told(blocks: Sequence[Block], at: int, within: Bagian | None = None) -> Bagian | None:
    """Return the part that a sentence tells itself to be of, or leads in to; None where it says nothing of it.

    `within` is the part it stands in: a structure may tell the task of each of its units.
    """
    block = blocks[at]
    text = block.text.strip()
    if block.kind is not Kind.TEXT or not text or len(text) > 1200:
        return None
    if _LABELLED.match(text) or (within is Bagian.ARAH and _MEASURED.match(text)):
        return Bagian.ARAH
    if within in (Bagian.LAIN, Bagian.ARAH) and (_AIM_LABELLED.match(text) or _SAYS_AIM.search(text)):
        return Bagian.ARAH
    if _FUNCTIONS.search(text) and (text.endswith(":") or _listing(blocks, at)):
        return Bagian.TUGAS_FUNGSI
    if _TASK.search(text) and not block.label:
        return within if within is Bagian.STRUKTUR else Bagian.TUGAS_FUNGSI
    if _VISION.search(text) and not block.label:
        return Bagian.ARAH
    if _VISION_ALONE.fullmatch(text) and at + 1 < len(blocks) and blocks[at + 1].text[:1] in ("“", '"'):
        return Bagian.ARAH
    numbered = block.counts in (Label.CAPITAL, Label.ROMAN, Label.DECIMAL) and _TO_COME.search(text) is not None
    if (block.label and not numbered) or not _leads(blocks, at):
        return None
    held = items(blocks, at)
    if _DIRECTION.search(text) or _AIM.match(text):
        return Bagian.ARAH if held or text.endswith(":") else None
    part = listed(held, text)
    return part if part is not Bagian.STRUKTUR or _STRUCTURE.search(text) or _is_composed(text) else None


def _is_composed(text: str) -> bool:
    """Whether a sentence says of a unit or a body what it is made of: "Kantor Wilayah terdiri dari:"."""
    over = lead(text)
    return over is not None and is_member(over[0]) and not is_sentence(over[0])


def _listing(blocks: Sequence[Block], at: int) -> bool:
    return at + 1 < len(blocks) and bool(blocks[at + 1].label)


def _leads(blocks: Sequence[Block], at: int) -> bool:
    text = blocks[at].text.rstrip()
    held = _listing(blocks, at) or (at + 1 < len(blocks) and is_unit(blocks[at + 1]))
    return text.endswith(":") or (held and (_TO_COME.search(text) is not None or _short(text)))


def goes_on(blocks: Sequence[Block], at: int) -> bool:
    """Whether what a sentence tells goes on in the next block: it leads in to a list, or breaks off."""
    return _leads(blocks, at) or not blocks[at].text.rstrip().endswith((".", '"', "”"))


def _short(text: str) -> bool:
    return len(text.split()) <= 8 and not text.endswith((".", ";"))


def begins(blocks: Sequence[Block], at: int) -> bool:
    """Whether a block is the first item of a list."""
    block = blocks[at]
    marked = block.counts is Label.MARK and (at == 0 or blocks[at - 1].counts is not Label.MARK)
    return block.count == 1 or marked


def alone(blocks: Sequence[Block], at: int) -> Bagian | None:
    """Return the part of a list that begins here without a sentence before it: of units, or of relations."""
    held = items(blocks, at - 1)
    part = listed(held) if len(held) > 2 else None
    if part is not Bagian.STRUKTUR:
        return part
    told_of = at > 0 and not blocks[at - 1].label and blocks[at - 1].text.rstrip().endswith(":")
    return part if is_unit(held[0]) and not told_of else None


def coded(blocks: Sequence[Block], at: int, grammar: Codes) -> bool:
    """Whether processes with their codes begin here, or with the next block: several, none worded as an aim."""
    names = []
    head = blocks[at].kind is Kind.TEXT and not blocks[at].label and len(blocks[at].text.split()) <= 4
    first = at + (head and grammar.at(blocks[at].text, weak=True) is None)
    for block in blocks[first : first + _FEW]:
        found = grammar.at(block.text, weak=True) if block.kind is Kind.TEXT else None
        if found is None:
            break
        names.append(found.rest)
    return len(names) > 2 and not any(
        _AIMED.match(name) or is_member(name) or not 0 < len(name.split()) <= 12 for name in names
    )


def table(rows: Sequence[Block]) -> Bagian | None:
    """Return the part that a table is of by the cells of its head, of one row or two."""
    if not rows or rows[0].kind is not Kind.ROW:
        return None
    heads = [" ".join(cell.text.split()) for cell in rows[0].cells if cell.text.strip()]
    if len(heads) < 2 or any(len(head.split()) > 8 for head in heads):
        return None
    has = {name: sum(bool(pattern.match(head)) for head in heads) for name, pattern in _HEADS.items()}
    if has["aim"] > 1:
        return None
    if has["step"] and has["doer"] + has["measure"] > 1:
        return Bagian.PETA_LINTAS_FUNGSI
    if has["giver"] and has["taker"] and not has["process"]:
        return Bagian.PENJELASAN
    if has["sub"] and not has["process"]:
        return Bagian.PETA_SUB_PROSES
    if has["process"] or has["sub"]:
        known = has["code"] + has["owner"] + has["flow"] + has["group"] + has["sub"]
        return Bagian.PETA_PROSES if known or (rows[1:] and table(rows[1:])) else None
    numbered = sum(bool(_NUMBER.fullmatch(head)) for head in heads)
    levels = has["unit"] > 1 and has["unit"] + numbered == len(heads)  # units of one kind beside those of another
    if (has["unit"] and has["above"]) or has["rank"] > 1 or levels:
        return Bagian.STRUKTUR
    return Bagian.TUGAS_FUNGSI if has["unit"] and has["task"] else None


def told_within(blocks: Sequence[Block]) -> list[Bagian | None]:
    """Return for the blocks of dicta or articles what their own words tell: a direction, or units that a list names.

    A sentence and the list under it are told; definitions of words are not, nor what an article says a unit leads.
    """
    made: list[Bagian | None] = []
    part: Bagian | None = None
    lead: Label | None = None
    defining = False
    for at, block in enumerate(blocks):
        if block.counts in (Label.CHAPTER, Label.ARTICLE, Label.DIKTUM):
            part, defining = None, False
        defining = defining or "dimaksud dengan" in block.text
        found = None if defining or block.kind is not Kind.TEXT else _within(blocks, at)
        if found is not None:
            part, lead = found, block.counts
        elif part is not None and (not block.label or block.counts is lead or block.kind is not Kind.TEXT):
            part = None
        made.append(part)
    return made


_LEADS_AIMS = re.compile(
    r"\b(?:me(?:laksanakan|netapkan|mpunyai|miliki|ngemban|ndukung|njalankan|rumuskan)|di(?:tetapkan|jabarkan|rumuskan|wujudkan)"
    r"|dengan|melalui|dalam|ke)\s+(?:\d{1,2}\s+\(\w+\)\s+)?(?:misi|tujuan|sasaran)(?:\s+[\w-]+){0,4}\s*:$",
    re.IGNORECASE,
)
"""How a sentence ends that leads in to missions or aims, whatever it began with."""


def _within(blocks: Sequence[Block], at: int) -> Bagian | None:
    text = blocks[at].text.strip()
    held = items(blocks, at)
    if _TELLS_AIM.match(text) and (_SAYS.search(text) or (text.endswith(":") and held)) and not _RULES.search(text):
        return Bagian.ARAH
    if held and _LEADS_AIMS.search(text[-160:]) and listed(held) is None:
        return Bagian.ARAH
    own = [each for each in held if each.counts is held[0].counts]
    leads = text.endswith(":") and lead(text) is None and not _FUNCTIONS.search(text)
    return Bagian.STRUKTUR if leads and _STRUCTURE.search(text) and listed(own) is Bagian.STRUKTUR else None
