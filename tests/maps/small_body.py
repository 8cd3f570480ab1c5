"""A small body by hand: three groups of processes, sub processes, flows of every kind, units, and one lintas fungsi."""

from __future__ import annotations

from typing import Any

from probis.model import PetaProsesBisnis

USULAN = [{"jenis": "usulan", "acuan": "lazimnya"}]

BODY: dict[str, Any] = {
    "instansi": {
        "id": "kecamatan",
        "nama": "Kecamatan Contoh",
        "jenis": "kecamatan",
        "periode": {"awal": 2025, "akhir": 2029},
        "profil": {"label_kelompok": {"utama": "Proses Inti", "lainnya": "Proses Manajerial"}},
    },
    "organisasi": {
        "unit": [
            {"id": "kec", "nama": "Kecamatan Contoh"},
            {"id": "sekretariat", "nama": "Sekretariat", "induk": "kec", "staf": True},
            {"id": "seksi-satu", "nama": "Seksi Pelayanan", "induk": "kec"},
            {"id": "seksi-dua", "nama": "Seksi Pemerintahan", "induk": "kec"},
            {"id": "regu", "nama": "Regu Loket", "induk": "seksi-satu"},
        ],
        "jabatan": [{"id": "camat", "nama": "Camat Contoh", "unit": "kec", "jenis": "pimpinan", "kepala": True}],
        "pihak": [{"id": "warga", "nama": "Warga"}, {"id": "desa", "nama": "Pemerintah Desa"}],
    },
    "produk": [
        {"id": "berkas", "nama": "Berkas permohonan"},
        {"id": "surat", "nama": "Surat keterangan"},
        {"id": "catatan", "nama": "Catatan"},
    ],
    "proses": [
        {
            "id": "layanan",
            "kode": "01",
            "nama": "Pelayanan",
            "kelompok": "utama",
            "pemilik": "seksi-satu",
            "terlibat": ["warga", "seksi-dua", "hantu"],
        },
        {"id": "layanan-a", "kode": "01.1", "nama": "Penerimaan", "induk": "layanan"},
        {"id": "layanan-b", "kode": "01.2", "nama": "Penerbitan", "induk": "layanan"},
        {
            "id": "pembinaan",
            "kode": "02",
            "nama": "Pembinaan",
            "kelompok": "utama",
            "pemilik": "seksi-dua",
            "sumber": [{"jenis": "usulan", "acuan": "lazimnya", "untuk": ["pemilik"]}],
        },
        {"id": "mutu", "nama": "Mutu", "kelompok": "utama"},
        {"id": "arsip", "nama": "Arsip", "kelompok": "pendukung"},
    ],
    "aliran": [
        {"id": "a1", "produk": "berkas", "dari": "warga", "ke": "layanan-a"},
        {"id": "a2", "produk": "berkas", "dari": "layanan-a", "ke": "layanan-b"},
        {"id": "a3", "produk": "surat", "dari": "layanan-b", "ke": "warga", "sumber": USULAN},
        {"id": "a4", "produk": "surat", "dari": "layanan-b", "ke": "desa"},
        {"id": "a5", "produk": "catatan", "dari": "layanan-b", "ke": "pembinaan"},
        {"id": "a6", "produk": "laporan lisan", "dari": "pembinaan"},
        {"id": "a7", "produk": "catatan", "dari": "antah", "ke": "arsip"},
        {"id": "a8", "produk": "catatan", "dari": "pembinaan", "ke": "layanan"},
    ],
    "hubungan": [
        {"id": "h1", "jenis": "bagian_dari", "dari": "layanan", "ke": "mutu"},
        {"id": "h2", "jenis": "bagian_dari", "dari": "pembinaan", "ke": "mutu"},
        {"id": "h3", "jenis": "koordinasi", "dari": "arsip", "ke": "desa"},
    ],
    "penjelasan": [
        {"id": "p1", "nomor": 1, "bunyi": "Pelayanan menghasilkan catatan bagi pembinaan;", "tentang": ["a5"]},
        {"id": "p2", "nomor": 2, "bunyi": "Keduanya bagian dari mutu;", "tentang": ["h1", "h2"]},
    ],
    "lintas_fungsi": [
        {
            "id": "penerbitan",
            "proses": "layanan-b",
            "batas": "3 HK sejak berkas lengkap",
            "volume": "8 per tahun",
            "jalur": [
                {"id": "warga", "pelaku": "warga"},
                {"id": "loket", "pelaku": "regu"},
                {"id": "satu", "pelaku": "seksi-satu"},
                {"id": "lain", "pelaku": "entah"},
            ],
            "simpul": [
                {"id": "mulai", "jenis": "mulai", "jalur": "warga", "nama": "Surat dibutuhkan"},
                {
                    "id": "ajukan",
                    "jenis": "kegiatan",
                    "jalur": "warga",
                    "nama": "Mengajukan berkas",
                    "hasil": ["berkas", "catatan"],
                    "waktu": "1 jam",
                },
                {
                    "id": "terima",
                    "jenis": "kegiatan",
                    "jalur": "loket",
                    "nama": "Menerima",
                    "pakai": ["berkas"],
                    "pelaksana": ["camat"],
                    "waktu": "10 menit",
                    "sumber": USULAN,
                },
                {"id": "lengkap", "jenis": "putusan", "jalur": "loket", "nama": "Lengkap?"},
                {"id": "bagi", "jenis": "gerbang", "jalur": "loket"},
                {"id": "cek", "jenis": "kegiatan", "jalur": "satu", "nama": "Memeriksa", "pakai": ["berkas"]},
                {"id": "paraf", "jenis": "panggil", "jalur": "satu", "nama": "Paraf", "lintas_fungsi": "penerbitan"},
                {"id": "temu", "jenis": "gerbang", "jalur": "satu"},
                {"id": "tunggu", "jenis": "tunggu", "jalur": "satu", "produk": "surat", "paling_lama": "5 HK"},
                {"id": "usai", "jenis": "selesai", "jalur": "warga", "nama": "Surat diterima"},
                {"id": "gugur", "jenis": "selesai", "jalur": "loket", "nama": "Ditolak"},
            ],
            "alur": [
                {"id": "f1", "dari": "mulai", "ke": "ajukan"},
                {"id": "f2", "dari": "ajukan", "ke": "terima"},
                {"id": "f3", "dari": "terima", "ke": "lengkap"},
                {"id": "f4", "dari": "lengkap", "ke": "bagi", "nama": "Ya", "peluang": "70 %"},
                {
                    "id": "f5",
                    "dari": "lengkap",
                    "ke": "ajukan",
                    "nama": "Tidak",
                    "jenis": "kembali",
                    "paling_banyak": 2,
                },
                {"id": "f6", "dari": "bagi", "ke": "cek"},
                {"id": "f7", "dari": "bagi", "ke": "paraf"},
                {"id": "f8", "dari": "cek", "ke": "temu"},
                {"id": "f9", "dari": "paraf", "ke": "temu"},
                {"id": "f10", "dari": "temu", "ke": "tunggu"},
                {"id": "f11", "dari": "tunggu", "ke": "usai"},
                {"id": "f12", "dari": "tunggu", "ke": "gugur", "jenis": "tenggat"},
                {"id": "f13", "dari": "tunggu", "ke": "hilang", "jenis": "pesan"},
            ],
            "letak": [{"simpul": "cek", "setelah": "lengkap", "baris": 2}, {"alur": "f5", "sisi": "atas"}],
        }
    ],
}


def small_body(**changes: Any) -> PetaProsesBisnis:
    """The body, some of its parts replaced."""
    return PetaProsesBisnis.model_validate({**BODY, **changes})
