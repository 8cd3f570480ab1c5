"""A block to whether it is a heading, and its words to the part that they name."""

import re

from probis.reading.bagian import Bagian
from probis.reading.blocks import STANDS_ALONE, Block, Label
from probis.reading.document import Kind

_LED = r"^(?:(?:daftar|bagan|gambar|skema|dokumen|tabel|diagram|uraian)\s+[\d.]*\s*)?"
_BODY = (
    r"(?:perangkat\s+daerah|pemerintah\w*|dinas|badan|biro|kementerian|lembaga|komisi|rumah\s+sakit|kecamatan|kelurahan"
    r"|desa|kota|kabupaten|provinsi|universitas|perumda|perusahaan|sekretariat|inspektorat|instansi|organisasi|unit|satuan"
    r"|balai|kantor|rsud|puskesmas|politeknik|institut|sekolah|akademi|pusat|deputi|direktorat|perseroan)"
)
_HEADINGS: tuple[tuple[Bagian, re.Pattern[str]], ...] = tuple(
    (bagian, re.compile(pattern, re.IGNORECASE))
    for bagian, pattern in (
        (Bagian.KETERKAITAN, r"\bketerkaitan\b.*\b(?:visi|misi|tujuan|sasaran)\b"),
        (Bagian.TELAAHAN, r"\btelaah"),
        (
            Bagian.PENJELASAN,
            r"^(?:penjelasan|keterangan|uraian|catatan|narasi|deskripsi)\b.*\b(?:proses|peta|hubungan|keterkaitan|relasi)\b"
            r"|^(?:penjelasan|relasi|interaksi|(?:tata\s+)?hubungan(?:\s+kerja)?)$"
            r"|^(?:hubungan|keterkaitan|relasi|interaksi|tata\s+hubungan|aliran)\s+(?:kerja\s+)?(?:antar|(?:produk|informasi|data|dokumen)\b)",
        ),
        (
            Bagian.PETA_LINTAS_FUNGSI,
            _LED + r"peta\s+lintas\s*-?\s*fungsi\b|" + _LED + r"(?:proses\s+(?:bisnis\s+)?)?lintas\s+fungsi\b"
            r"|^(?:alur|diagram|bagan)\s+(?:kerja\s+)?lintas\s+(?:fungsi|unit)$"
            r"|\bcross[- ]functional\b|^peta\s+lintas\s+unit\b",
        ),
        (
            Bagian.PETA_RELASI,
            _LED + r"peta\s+(?:relasi|hubungan)\b|\brelationship\s+map\b"
            r"|^(?:daftar\s+)?(?:unit\s+)?(?:penanggung\s*-?\s*jawab|pemilik|pengampu)(?:\s+(?:peta|proses)\b.*)?$",
        ),
        (
            Bagian.PETA_SUB_PROSES,
            _LED
            + r"(?:peta\s+)?sub\s*-?\s*proses\b|"
            + _LED
            + r"(?:peta\s+)?proses(?:\s+bisnis)?\s+level\s+[1-9]|^level\s+[1-9]$",
        ),
        (
            Bagian.SOP,
            r"^standar\s+operasional\s+prosedur\b|^(?:daftar\s+)?sop\b|^prosedur\s+operasional\s+standar\b"
            r"|^(?:uraian\s+|urutan\s+|rincian\s+)?(?:prosedur|langkah(?:\s*-\s*langkah)?|tahapan)\s+"
            r"(?:kerja|kegiatan|pelaksanaan|pelayanan|proses\s+[A-Z]+[-.\d])(?!.*\bpenyusunan\s+peta)",
        ),
        (
            Bagian.TUGAS_FUNGSI,
            r"\btugas\b.*\bfungsi\b|^(?:(?:uraian\s+|rincian\s+)?tugas(?:\s+pokok)?|fungsi|mandat|kedudukan)"
            r"(?:(?:,|\s+dan)\s.*\b(?:fungsi|tugas|wewenang|kewenangan|organisasi|susunan))?$",
        ),
        (
            Bagian.STRUKTUR,
            _LED
            + r"(?:susunan|struktur|kelengkapan)\s+(?:organisasi|perangkat|kelembagaan|unit\s+(?:kerja|organisasi))\b"
            r"|^(?:susunan|struktur)$"
            r"|^bagan\s+organisasi\b"
            r"|^(?:organisasi|kelembagaan)(?:\s+(?:dan\s+tata\s+kerja\b.*|" + _BODY + r"\b.*))?$",
        ),
        (
            Bagian.ARAH,
            r"\bvisi\b.*\bmisi\b|\btujuan\b.*\bsasaran\b"
            r"|^(?:landasan|kerangka|haluan|konteks|orientasi)\s+(?:strategis|perencanaan|kinerja|kebijakan|pembangunan)\b.*$"
            r"|^arah(?:an)?(?:\s+(?:strategis|pembangunan|kinerja|dan|pengembangan|kebijakan)\b.*|\s+"
            + _BODY
            + r"\b.*)?$"
            r"|^(?:(?:rencana|perencanaan)\s+strategis|renstra)(?:\s+" + _BODY + r"\b.*)?$"
            r"|^(?:keterkaitan|keselarasan|dukungan|kontribusi)\s+(?:dengan|terhadap|pada)\b.*"
            r"\b(?:rencana\s+strategis|renstra|rpjm[dn]|rpjp[dn]|rencana\s+pembangunan)\b"
            r"|^(?:kaskade|cascading|penjenjangan)\b.*\b(?:kinerja|sasaran|tujuan|strategis)\b"
            r"|^(?:visi|misi|tujuan|sasaran)(?:\s+(?:strategis(?:\s+"
            + _BODY
            + r"\b.*)?|kinerja|utama|program|kegiatan|dan\s+(?:sasaran|indikator.*)|\d.*"
            r"|kepala daerah.*|gubernur.*|bupati.*|wali\s*kota.*|rpjmd.*|renstra.*|yang\s+didukung.*|"
            + _BODY
            + r"\b.*))?$",
        ),
        (
            Bagian.PETA_PROSES,
            _LED
            + r"(?:rincian\s+)?peta\s+(?:bisnis\s+)?proses\b|^(?:rincian|daftar|isi)\s+peta$|"
            + _LED
            + r"proses\s+bisnis\b|"
            r"^(?:daftar|inventaris(?:asi)?|identifikasi|rincian|kelompok|katalog|kamus|profil|kartu|matriks|hierarki|register"
            r"|pohon|jenjang)\s+(?:\w+\s+)?proses\b|^level\s+0$|"
            r"^proses\s+(?:utama|inti|pendukung|lainnya|manajerial|manajemen)\b"
            r"|^proses(?:\s?-\s?proses)?(?:\s+(?:dan\s+sub\s*-?\s*proses|kerja|perusahaan|" + _BODY + r"\b.*))?$",
        ),
        (
            Bagian.LAIN,
            r"^(?:kata pengantar|daftar isi|pendahuluan|latar belakang|maksud|dasar hukum|landasan|ruang lingkup"
            r"|sistematika|penutup|metodologi|pengertian|ketentuan umum|gambaran umum|profil|isu strategis)\b",
        ),
    )
)
VISION = re.compile(r"(?:visi|misi)\s*:\s*\S", re.IGNORECASE)
GROUP = re.compile(
    r"^(?:kelompok\s+)?proses\s+(?:bisnis\s+)?(?:utama|inti|pendukung|lainnya|manajerial|manajemen)\b", re.IGNORECASE
)
_LEADER = re.compile(r"(?:\.{4}|…{2}|(?: \.){4})")


def is_heading(block: Block) -> bool:
    """Whether a block looks like a heading: short, no sentence, and labelled, bold, in capitals, or styled."""
    text = block.text.rstrip(" :")
    if block.kind is not Kind.TEXT or _LEADER.search(text):
        return False
    if not text or len(text) > 160 or text.endswith((";", ".")) or len(text.split()) > 22:
        return False
    shown = block.bold or block.heading or text.isupper() or block.text.rstrip().endswith(":")
    shown = shown or (not block.label and text[:1].isupper() and STANDS_ALONE.fullmatch(text) is not None)
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
