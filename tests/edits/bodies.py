"""The bodies that the edits are tried on: the examples as templates, and three kinds of body to make from them."""

from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
EXAMPLES = ("biro-organisasi-ntt", "kecamatan-telaga-arum")

OWN = {
    "biro-organisasi-ntt": (
        "Nusa Tenggara Timur",
        "NTT",
        "Kupang",
        "Viktor",
        "Laiskodat",
        "253/KEP",
        "Gerbang dan pusat",
    ),
    "kecamatan-telaga-arum": ("Telaga Arum", "Wana Kencana"),
}
"""Words by which only the example's own body is known, written here by hand, not taken from the code."""

NEW: dict[str, dict[str, Any]] = {
    "biro provinsi": {
        "nama": "Biro Organisasi Sekretariat Daerah Provinsi Sulawesi Tenggara",
        "tempat": "Kendari",
        "pejabat": "ANDI SUMANGERUKKA",
        "periode": {"awal": 2025, "akhir": 2029},
    },
    "bagian kabupaten": {
        "nama": "Bagian Organisasi Sekretariat Daerah Kabupaten Sleman",
        "tempat": "Sleman",
        "periode": {"awal": 2025, "akhir": 2029},
        "kode": "ORG",
    },
    "unit kementerian": {
        "nama": "Biro Organisasi dan Sumber Daya Manusia Sekretariat Jenderal Kementerian Kelautan dan Perikanan",
        "nama_singkat": "Biro Organisasi dan SDM",
        "tempat": "Jakarta",
        "periode": {"awal": 2025, "akhir": 2029},
        "kode": "SJ.{nn}",
    },
    "dinas kabupaten": {
        "nama": "Dinas Kesehatan Kabupaten Bantul",
        "tempat": "Bantul",
        "periode": {"awal": 2026, "akhir": 2030},
    },
    "kecamatan": {
        "nama": "Kecamatan Mlati Kabupaten Sleman",
        "tempat": "Sleman",
        "periode": {"awal": 2026, "akhir": 2030},
    },
}
