"""What stands under a heading or a sentence to the part it is by itself: units, functions, directions, relations."""

import re
from collections.abc import Callable, Sequence

from probis.reading.bagian import Bagian
from probis.reading.blocks import Block, Label
from probis.reading.document import Kind
from probis.reading.units import is_member

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
_AIM = re.compile(r"^(?:tujuan|sasaran)\b(?!\s+(?:penyusunan|peta|pedoman|keputusan|peraturan|dokumen))", re.IGNORECASE)
_VISION = re.compile(
    r"\bvisi\b[^.“\"]{0,160}?(?:\badalah|\bialah|\byaitu|\byakni|\bberbunyi|\bsebagai\s+berikut|:)?\s*[“\"]",
    re.IGNORECASE,
)
_LABELLED = re.compile(r"(?:visi|misi)(?:\s+(?:ke-?\s?)?(?:\d{1,2}|[IVX]{1,4}))?\s*[:–—-]\s*\S", re.IGNORECASE)
_RELATION = re.compile(
    r"\b(?:me(?:nyampaikan|ngirim(?:kan)?|nyerahkan|mberi(?:kan)?|neruskan|laporkan|nyediakan|ngajukan|nyalurkan|minta"
    r"|masok|nerima|nyetorkan|ndistribusikan)\b.{1,200}?\b(?:kepada|ke|dari|bagi|untuk|melalui)\b"
    r"|(?:berkoordinasi|bekerja\s*sama|bersinergi|dikonsultasikan|dikoordinasikan)\b"
    r"|di(?:sampaikan|kirim(?:kan)?|serahkan|laporkan|teruskan|berikan|ajukan)\b.{0,120}?\b(?:kepada|oleh|ke)\b"
    r"|(?:menjadi|merupakan|sebagai)\s+(?:salah\s+satu\s+)?(?:dasar|masukan|bahan|acuan|landasan|bagian|input|data)\b"
    r"|digunakan\s+(?:oleh|dalam|untuk|sebagai)\b)",
    re.IGNORECASE,
)
_MOST = 60  # blocks of a list that are looked at


def items(blocks: Sequence[Block], at: int) -> list[Block]:
    """Return the items of the list that begins right after a block: labelled, or entries of a structure."""
    held: list[Block] = []
    for block in blocks[at + 1 : at + 1 + _MOST]:
        if block.kind is not Kind.TEXT:
            break
        if not block.label and not (is_unit(block) and not block.text.rstrip().endswith(":")):
            break
        if block.counts in (Label.CHAPTER, Label.ARTICLE):
            break
        held.append(block)
    return held


def listed(items: Sequence[Block], lead: str = "") -> Bagian | None:
    """Return the part that the items of a list are of themselves, with the words that lead in to it."""
    if len(items) < 2:
        return None
    if _share(items, is_unit) >= 0.7 and (_ARRANGED.search(lead) or not _NO_STRUCTURE.search(lead)):
        return Bagian.STRUKTUR
    if _share(items, _relates) >= 0.6:
        return Bagian.PENJELASAN
    return None


def _share(items: Sequence[Block], holds: Callable[[Block], bool]) -> float:
    return sum(holds(each) for each in items) / len(items)


def is_unit(block: Block) -> bool:
    """Whether a block can be an entry of a structure: the name of a unit or a post, no sentence."""
    text = block.text.strip()
    return is_member(text) and len(text.split()) <= 14 and text[:1].isupper() and not _relates(block)


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
    if _LABELLED.match(text):
        return Bagian.ARAH
    if _FUNCTIONS.search(text) and (text.endswith(":") or _listing(blocks, at)):
        return Bagian.TUGAS_FUNGSI
    if _TASK.search(text) and not block.label:
        return within if within is Bagian.STRUKTUR else Bagian.TUGAS_FUNGSI
    if _VISION.search(text) and not block.label:
        return Bagian.ARAH
    if block.label or not _leads(blocks, at):
        return None
    held = items(blocks, at)
    if _DIRECTION.search(text) or _AIM.match(text):
        return Bagian.ARAH if held or text.endswith(":") else None
    if _STRUCTURE.search(text) and listed(held, text) is Bagian.STRUKTUR:
        return Bagian.STRUKTUR
    return None


def _listing(blocks: Sequence[Block], at: int) -> bool:
    return at + 1 < len(blocks) and bool(blocks[at + 1].label)


def _leads(blocks: Sequence[Block], at: int) -> bool:
    text = blocks[at].text.rstrip()
    return text.endswith(":") or (_listing(blocks, at) and len(text.split()) < 60)
