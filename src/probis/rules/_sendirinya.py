"""The rules that a model cannot break, each with the reason: what is kept in one place cannot disagree with itself."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Terpenuhi:
    """Terpenuhi (held): a rule by its working number and title, and why every model holds it."""

    nomor: str
    judul: str
    sebab: str


TERPENUHI = (
    Terpenuhi(
        "K10",
        "Setiap proses berada dalam satu kelompok",
        "`kelompok` satu isian; yang kosong atau lain daripada induknya dilaporkan K11.",
    ),
    Terpenuhi("K13", "Setiap peta sub proses punya induk", "Peta sub proses digambar dari proses dan anaknya."),
    Terpenuhi("K16", "Yang menembus bingkai sama dengan masukan dan keluaran induk", "Keduanya dihitung dari aliran."),
    Terpenuhi("K23", "Pemasok dan pelanggan yang berupa proses punya panah", "Panah digambar dari aliran yang sama."),
    Terpenuhi("K27", "Setiap proses muncul dalam peta relasi", "Peta relasi digambar dari semua proses."),
    Terpenuhi("K29", "Setiap pihak dalam peta ada dalam organisasi", "Rujukan yang tidak ada dilaporkan K45."),
    Terpenuhi(
        "K33", "Jalur sama dengan pihak dalam peta relasi", "Peta relasi mengambil jalur dari peta lintas fungsi."
    ),
    Terpenuhi("K55", "Keputusan memuat keempat peta", "Lampiran ditulis dari model yang sama, bagian demi bagian."),
    Terpenuhi("K56", "Setiap bagian yang mengumumkan gambar memuat gambar", "Gambar dibuat dari model saat ditulis."),
    Terpenuhi("K59", "Versi lama tersimpan dan dapat dibandingkan", "Setiap revisi disimpan; lihat lapis perbedaan."),
)
"""In the order of their numbers. On what is read from documents of others they are judged as rules of the text."""
