"""Bodies to write about: one whole and small, with another grammar and evil names, and one that holds nothing."""

from datetime import date
from typing import Any

from probis.model import PetaProsesBisnis

EVIL = "R&D <b>\"kutip\"</b> #1 *tebal* $x$ '=SUM(A1)'"
LONG = "PERTANGGUNGJAWABANKEUANGANDAERAHKABUPATENKOTADANPROVINSINUSATENGGARA"
PROPOSED = [{"jenis": "usulan", "acuan": "dugaan"}]


def whole(**changes: Any) -> PetaProsesBisnis:
    """A kecamatan-sized agency with everything a decree can hold."""
    data: dict[str, Any] = {
        "instansi": {
            "id": "dinas-uji",
            "nama": "Dinas Uji Kabupaten Contoh",
            "nama_singkat": "Dinas Uji",
            "jenis": "dinas",
            "tempat": "Kota Contoh",
            "periode": {"awal": 2025, "akhir": 2029},
            "profil": {
                "pola_proses": "{nn}",
                "label_kelompok": {"utama": "Proses Inti", "pendukung": "Proses Penunjang", "lainnya": "Manajemen"},
            },
        },
        "arah": {
            "dokumen": "RPJMD Kabupaten Contoh 2025-2029",
            "visi": {"id": "visi", "bunyi": "Contoh maju"},
            "misi": [
                {"id": "m1", "bunyi": "Misi satu tentang " + EVIL},
                {"id": "m2", "bunyi": "Misi dua", "sumber": PROPOSED},
                {"id": "m3", "bunyi": "Misi tanpa tujuan"},
            ],
            "tujuan": [
                {"id": "t1", "bunyi": "Tujuan satu", "misi": "m1"},
                {"id": "t2", "bunyi": "Tujuan dua", "misi": "m1"},
                {"id": "t3", "bunyi": "Tujuan lepas", "misi": "tidak-ada"},
            ],
            "sasaran": [
                {"id": "s1", "bunyi": "Sasaran satu", "tujuan": "t1"},
                {"id": "s2", "bunyi": "Sasaran " + LONG, "tujuan": "t1"},
                {"id": "s3", "bunyi": "Sasaran lepas"},
            ],
            "dilayani": ["m1", "s1"],
        },
        "organisasi": {
            "dasar": ["perda-contoh-5-2021"],
            "unit": [
                {
                    "id": "dinas",
                    "nama": "Dinas Uji Kabupaten Contoh",
                    "nama_singkat": "Dinas Uji",
                    "tugas": "membantu Bupati melaksanakan urusan uji.",
                    "fungsi": [
                        {"id": "f1", "bunyi": "perumusan kebijakan uji"},
                        {"id": "f2", "bunyi": "pelaksanaan kebijakan uji", "sumber": PROPOSED},
                        {"id": "f3", "bunyi": "evaluasi"},
                    ],
                },
                {"id": "sekretariat", "nama": "Sekretariat", "induk": "dinas", "staf": True},
                {"id": "bidang", "nama": "Bidang " + EVIL, "induk": "dinas"},
                {"id": "seksi", "nama": "Seksi Pelayanan", "induk": "bidang"},
            ],
            "jabatan": [{"id": "kepala", "nama": "Kepala Dinas", "unit": "dinas", "kepala": True}],
            "pihak": [{"id": "warga", "nama": "Masyarakat"}],
        },
        "produk": [{"id": "izin", "nama": "Izin"}, {"id": "permohonan", "nama": "Permohonan"}],
        "proses": [
            {"id": "layanan", "kode": "01", "nama": "Pelayanan " + EVIL, "kelompok": "utama", "pemilik": "bidang"},
            {"id": "izin-baru", "kode": "01.01", "nama": "Izin Baru", "induk": "layanan", "pemilik": "seksi"},
            {"id": "izin-ubah", "kode": "01.02", "nama": "Perubahan Izin", "induk": "layanan", "sumber": PROPOSED},
            {"id": "umum", "kode": "02", "nama": "Administrasi Umum", "kelompok": "pendukung"},
        ],
        "aliran": [
            {"id": "a1", "produk": "permohonan", "dari": "warga", "ke": "izin-baru"},
            {"id": "a2", "produk": "izin", "dari": "izin-baru", "ke": "warga", "sumber": PROPOSED},
        ],
        "hubungan": [{"id": "h1", "jenis": "dasar", "dari": "umum", "ke": "layanan"}],
        "penjelasan": [
            {"id": "p3", "nomor": 3, "bunyi": "Administrasi umum menjadi dasar pelayanan", "tentang": ["h1"]},
            {"id": "p1", "nomor": 1, "bunyi": "Permohonan diajukan masyarakat", "tentang": ["a1"]},
        ],
        "lintas_fungsi": [
            {
                "id": "izin-baru",
                "proses": "izin-baru",
                "jalur": [{"id": "warga", "pelaku": "warga"}, {"id": "seksi", "pelaku": "seksi"}],
                "simpul": [
                    {"id": "mulai", "jenis": "mulai", "jalur": "warga", "nama": "Ada permohonan"},
                    {
                        "id": "periksa",
                        "jenis": "kegiatan",
                        "jalur": "seksi",
                        "nama": "Memeriksa permohonan",
                        "tindakan": "memeriksa",
                        "sumber": PROPOSED,
                    },
                    {"id": "lengkap", "jenis": "putusan", "jalur": "seksi", "nama": "Lengkap?"},
                    {"id": "terbit", "jenis": "selesai", "jalur": "seksi", "nama": "Izin terbit"},
                    {"id": "tolak", "jenis": "selesai", "jalur": "warga", "nama": "Ditolak"},
                ],
                "alur": [
                    {"id": "a", "dari": "mulai", "ke": "periksa"},
                    {"id": "b", "dari": "periksa", "ke": "lengkap"},
                    {"id": "c", "dari": "lengkap", "ke": "terbit", "nama": "ya"},
                    {"id": "d", "dari": "lengkap", "ke": "tolak", "nama": "tidak"},
                ],
            }
        ],
        "peraturan": [
            {
                "id": "perda-contoh-5-2021",
                "jenis": "perda-kabkota",
                "pembentuk": "Kabupaten Contoh",
                "nomor": "5",
                "tahun": 2021,
                "tentang": "Susunan Perangkat Daerah",
                "diubah_oleh": ["perda-contoh-2-2023"],
            },
            {
                "id": "perda-contoh-2-2023",
                "jenis": "perda-kabkota",
                "pembentuk": "Kabupaten Contoh",
                "nomor": "2",
                "tahun": 2023,
                "tentang": "Perubahan atas Peraturan Daerah Nomor 5 Tahun 2021",
            },
        ],
        "keputusan": {
            "bentuk": "keputusan_bupati",
            "nomor": "100.3/1/2025",
            "tanggal": date(2025, 3, 2),
            "mencabut": ["Keputusan Bupati Contoh Nomor 9 Tahun 2020"],
            "tembusan": ["Inspektur Kabupaten Contoh"],
            "penanda_tangan": {"jabatan": "Bupati Contoh", "nama": "Nama Bupati"},
        },
    }
    return PetaProsesBisnis.model_validate({**data, **changes})


def bare() -> PetaProsesBisnis:
    """A body of which nothing is known but its name, kind and period."""
    return PetaProsesBisnis.model_validate(
        {
            "instansi": {
                "id": "kosong",
                "nama": "Badan Kosong",
                "jenis": "badan",
                "periode": {"awal": 2025, "akhir": 2029},
            }
        }
    )
