"""The parts of a new folder to the comment lines at their heads: what belongs there and how it is written."""

from collections.abc import Mapping

_ARAH = """
# Arah instansi, dikutip dari RPJMD, RPD, atau rencana strategis. Tulis seperti:
#
# dokumen: RPJMD Kabupaten Contoh 2025–2029
# visi: Contoh yang maju dan melayani
# misi:
# - id: misi-1
#   bunyi: Memperbaiki tata kelola pemerintahan
# tujuan:
# - {id: tujuan-1, bunyi: Pemerintahan yang cepat dan terbuka, misi: misi-1}
# sasaran:
# - {id: sasaran-1, bunyi: Meningkatnya kinerja perangkat daerah, tujuan: tujuan-1}
# dilayani: [misi-1, tujuan-1, sasaran-1]
"""

_ORGANISASI = """
# Unit, jabatan, dan pihak di luar instansi. Tambahkan di bawah seperti:
#
# unit:
# - id: kelembagaan
#   nama: Subbagian Kelembagaan
#   induk: id-unit-di-atasnya
# jabatan:
# - {id: analis, nama: Analis Kelembagaan, unit: kelembagaan}
# pihak:
# - {id: masyarakat, nama: Masyarakat, jenis: masyarakat}
#
# Yang belum dikonfirmasi: tambahkan baris “sumber: usulan, dasarnya”.
"""

_PRODUK = """
# Kamus produk: dokumen, data, jasa, atau keadaan yang diserahkan dari satu pihak ke pihak lain. Tulis seperti:
#
# produk:
# - {id: usul, nama: Surat usul penataan}
# - {id: data-pegawai, nama: Data pegawai, jenis: data}
"""

_PROSES = """
# Proses dan sub prosesnya; yang paling bawah mendapat satu berkas di folder lintas-fungsi. Tulis seperti:
#
# proses:
# - id: penataan
#   kode: {KODE}
#   nama: Penataan Kelembagaan
#   kelompok: utama
#   pemilik: id-unit
#   melayani: [sasaran-1]
# - id: penataan-dinas
#   kode: {SUBKODE}
#   nama: Penataan Kelembagaan Dinas
#   induk: penataan
"""

_ALIRAN = """
# Apa yang mengalir, dari mana, ke mana; ujungnya proses, unit, atau pihak. Tulis seperti:
#
# aliran:
# - {produk: usul, dari: perangkat-daerah, ke: penataan-dinas}
# hubungan:
# - {jenis: koordinasi, dari: penataan, ke: bagian-hukum}
# penjelasan:
# - nomor: 1
#   bunyi: Penataan kelembagaan dikoordinasikan dengan Bagian Hukum.
#   tentang: [koordinasi--penataan--bagian-hukum]
"""

_PERATURAN = """
# Peraturan instansi sendiri; peraturan nasional sudah dikenal Probis. Tulis seperti:
#
# peraturan:
# - id: perbup-12-2022
#   jenis: perkada
#   pembentuk: Bupati Contoh
#   nomor: 12
#   tahun: 2022
#   tentang: Kedudukan, Susunan Organisasi, Tugas, Fungsi, dan Tata Kerja
#
# Lalu sebut id-nya pada “dasar” di organisasi.yaml dan “mengingat” di keputusan.yaml.
"""

_KEPUTUSAN = """
# Keputusan yang menetapkan peta ini. Tanpa nomor dan tanggal, naskahnya rancangan.
# Menimbang dan diktum memakai kalimat baku bila tidak ditulis. Sesudah ditetapkan tambahkan seperti:
#
# nomor: 100.3.3/12/2026
# tanggal: 2 Maret 2026
# tembusan: [Inspektur]
"""


def hints(pola: str, pola_sub: str) -> Mapping[str, str]:
    """Return the comment of each part of an empty folder; codes are shown in the body's own grammar."""
    from probis.model import tulis_kode

    first = tulis_kode(pola, 1)
    proses = _PROSES.replace("{KODE}", _quoted(first)).replace("{SUBKODE}", _quoted(tulis_kode(pola_sub, 1, first)))
    return {
        "arah.yaml": _ARAH,
        "organisasi.yaml": _ORGANISASI,
        "produk.yaml": _PRODUK,
        "proses.yaml": proses,
        "aliran.yaml": _ALIRAN,
        "peraturan.yaml": _PERATURAN,
        "keputusan.yaml": _KEPUTUSAN,
    }


def heads(comments: Mapping[str, str]) -> dict[str, bytes]:
    """Return files that hold nothing but their comments, with the line that names their JSON Schema."""
    return {
        name: f"# yaml-language-server: $schema=.skema/{name.removesuffix('.yaml')}.json\n{text.strip()}\n".encode()
        for name, text in comments.items()
    }


def _quoted(code: str) -> str:
    return code if code[:1].isalpha() and ": " not in code and " #" not in code else f'"{code}"'
