"""Blocks of an annex to the part each stands in, told by headings and by where their numbering goes on."""

import re

from probis.reading.bagian import Bagian
from probis.reading.blocks import Block, Label
from probis.reading.codes import Codes
from probis.reading.document import Kind

_LED = r"^(?:(?:daftar|bagan|gambar|skema|dokumen|tabel|diagram|uraian)\s+[\d.]*\s*)?"
_HEADINGS: tuple[tuple[Bagian, re.Pattern[str]], ...] = tuple(
    (bagian, re.compile(pattern, re.IGNORECASE))
    for bagian, pattern in (
        (Bagian.KETERKAITAN, r"\bketerkaitan\b.*\b(?:visi|misi|tujuan|sasaran)\b"),
        (Bagian.TELAAHAN, r"\btelaah"),
        (
            Bagian.PENJELASAN,
            r"^(?:penjelasan|keterangan|uraian)\b.*\b(?:proses|peta|hubungan|keterkaitan)\b|^penjelasan$",
        ),
        (
            Bagian.PETA_LINTAS_FUNGSI,
            _LED + r"peta\s+lintas\s*-?\s*fungsi\b|" + _LED + r"(?:proses\s+bisnis\s+)?lintas\s+fungsi\b"
            r"|\bcross[- ]functional\b|^peta\s+lintas\s+unit\b",
        ),
        (Bagian.PETA_RELASI, _LED + r"peta\s+(?:relasi|hubungan)\b|\brelationship\s+map\b"),
        (
            Bagian.PETA_SUB_PROSES,
            _LED + r"(?:peta\s+)?sub\s*-?\s*proses\b|" + _LED + r"(?:peta\s+)?proses(?:\s+bisnis)?\s+level\s+[1-9]",
        ),
        (Bagian.SOP, r"^standar\s+operasional\s+prosedur\b|^(?:daftar\s+)?sop\b"),
        (Bagian.STRUKTUR, _LED + r"(?:susunan|struktur)\s+organisasi\b"),
        (Bagian.TUGAS_FUNGSI, r"\btugas\b.*\bfungsi\b|^(?:tugas(?:\s+pokok)?|fungsi|mandat)$"),
        (
            Bagian.ARAH,
            r"\bvisi\b.*\bmisi\b|^(?:visi|misi|tujuan|sasaran)(?:\s+(?:strategis|dan\s+(?:sasaran|indikator.*)|\d.*"
            r"|kepala daerah.*|gubernur.*|bupati.*|wali\s*kota.*|rpjmd.*|renstra.*))?$|\btujuan\b.*\bsasaran\b",
        ),
        (
            Bagian.PETA_PROSES,
            _LED + r"peta\s+(?:bisnis\s+)?proses\b|" + _LED + r"proses\s+bisnis\b|"
            r"^(?:daftar|inventarisasi|identifikasi|rincian|kelompok)\s+(?:\w+\s+)?proses\b|"
            r"^proses\s+(?:utama|inti|pendukung|lainnya|manajerial)\b",
        ),
        (
            Bagian.LAIN,
            r"^(?:kata pengantar|daftar isi|pendahuluan|latar belakang|maksud|dasar hukum|landasan|ruang lingkup"
            r"|sistematika|penutup|metodologi|pengertian|ketentuan umum|gambaran umum|profil|isu strategis)\b",
        ),
    )
)
_VISION = re.compile(r"(?:visi|misi)\s*:\s*\S", re.IGNORECASE)
_GROUP = re.compile(
    r"^(?:kelompok\s+)?proses\s+(?:bisnis\s+)?(?:utama|inti|pendukung|lainnya|manajerial|manajemen)\b", re.IGNORECASE
)
_ANNEX_HEAD = re.compile(r"(?:nomor|tanggal|tentang|lampiran|peraturan|keputusan|tahun)\b", re.IGNORECASE)
_LEADER = re.compile(r"(?:\.{4}|…{2}|(?: \.){4})")


def is_heading(block: Block) -> bool:
    """Whether a block looks like a heading: short, no sentence, and labelled, bold, in capitals, or styled."""
    text = block.text.rstrip(" :")
    if block.kind is not Kind.TEXT or _LEADER.search(text):
        return False
    if not text or len(text) > 160 or text.endswith((";", ".")) or len(text.split()) > 22:
        return False
    shown = block.bold or block.heading or text.isupper() or block.text.rstrip().endswith(":")
    return bool(shown) or block.counts in (Label.ROMAN, Label.CAPITAL, Label.CHAPTER, Label.DECIMAL)


def titled(block: Block) -> Bagian | None:
    """Return the part whose heading has these words, whether or not the block looks like a heading."""
    text = block.text.strip(" :.")
    return next((bagian for bagian, pattern in _HEADINGS if pattern.search(text)), None)


MAPS = (
    Bagian.PETA_PROSES,
    Bagian.PETA_SUB_PROSES,
    Bagian.PETA_RELASI,
    Bagian.PETA_LINTAS_FUNGSI,
)
"""The parts that hold maps."""


class Annex:
    """Walks through the blocks of an annex and says which part each stands in."""

    def __init__(self, grammar: Codes) -> None:
        self.bagian = Bagian.LAIN
        self._grammar = grammar
        self._opened: dict[Label, int] = {}

    def head(self, block: Block) -> None:
        """Take in a block of the annex's head: its title names the part that follows where no heading does."""
        if block.text.isupper() and self._part(block) is not None:
            self.bagian = self._part(block) or self.bagian

    def begin(self) -> None:
        """Begin another annex."""
        self.bagian, self._opened = Bagian.LAIN, {}

    def next(self, block: Block) -> Bagian:
        """Return the part of the next block."""
        self.bagian = self._next(block)
        return self.bagian

    def opens(self, block: Block) -> bool:
        """Whether a block is the heading of a part."""
        return self._part(block) is not None

    def _part(self, block: Block) -> Bagian | None:
        if self._grammar.at(block.text) is not None:
            return None
        if block.kind is Kind.TEXT and self.bagian is not Bagian.KETERKAITAN and _VISION.match(block.text):
            return Bagian.ARAH
        return titled(block) if is_heading(block) else None

    def _next(self, block: Block) -> Bagian:
        bagian, part = self.bagian, self._part(block)
        if self._grammar.at(block.text) is not None:
            return bagian
        if block.counts is Label.CHAPTER and not block.text.strip():
            self._keep(block)
            return Bagian.LAIN
        if bagian is Bagian.SOP and part is Bagian.LAIN and block.counts not in (Label.ROMAN, Label.CHAPTER):
            return bagian
        grouped = _GROUP.match(block.text) is not None and bagian in MAPS
        if part is not None and not (grouped and not (block.counts is Label.ROMAN and self._follows(block))):
            self._keep(block)
            return part
        if (
            is_heading(block)
            and self._follows(block)
            and not _GROUP.match(block.text)
            and bagian not in (Bagian.STRUKTUR, Bagian.ARAH)
        ):
            self._keep(block)
            return Bagian.LAIN
        return bagian

    def _keep(self, block: Block) -> None:
        if block.counts is not None:
            ranks = list(self._opened)
            if block.counts in ranks:
                for deeper in ranks[ranks.index(block.counts) + 1 :]:
                    del self._opened[deeper]
            self._opened[block.counts] = block.count

    def _follows(self, block: Block) -> bool:
        return (
            block.counts in (Label.ROMAN, Label.CAPITAL, Label.CHAPTER)
            and block.counts in self._opened
            and block.count == self._opened[block.counts] + 1
        )
