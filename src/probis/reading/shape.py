"""The shape of a report as plain data: what `report.rows` writes and what reads it holds to."""

from typing import TypedDict


class DokumenRow(TypedDict):
    """The document: name, format, number of lines, pages (0 where it has none) and pictures."""

    nama: str
    format: str
    baris: int
    halaman: int
    gambar: int


class AngkaRow(TypedDict):
    """Signs and lines by how they were understood; how many of a hundred signs were."""

    huruf: dict[str, int]
    baris: dict[str, int]
    persen: float


class BagianRow(TypedDict):
    """A part of the document and how many quotations it has."""

    bagian: str
    kutipan: int


class PetikanRow(TypedDict):
    """A passage of a line, and how it was understood: "terbaca", "derau" or "belum"."""

    teks: str
    taraf: str


class BarisRow(TypedDict):
    """A line of the text, passage by passage; several rows of a table may have one number."""

    nomor: int
    halaman: int | None
    petikan: list[PetikanRow]


class KutipanRow(TypedDict):
    """A quotation as `Kutipan` has it; `baris` is a line or first and last."""

    id: str
    baris: str
    halaman: int | None
    bagian: str
    sebagai: str
    nomor: str
    teks: str
    induk: str | None
    tentang: str | None
    catatan: str | None


class TempatRow(TypedDict):
    """Another place of a finding."""

    baris: int
    kutipan: str


class TemuanRow(TypedDict):
    """What contradicts itself, with its place and the other places."""

    pemeriksaan: str
    judul: str
    tingkat: str
    baris: int | None
    kutipan: str
    pesan: str
    saran: str | None
    lain: list[TempatRow]


class PilihanRow(TypedDict):
    """A choice of a proposal."""

    kunci: str
    bunyi: str
    skor: int


class UsulRow(TypedDict):
    """A proposal, with the decision on it where there is one."""

    id: str
    jenis: str
    pertanyaan: str
    kutipan: list[str]
    pilihan: list[PilihanRow]
    bawaan: str
    putusan: str | None
    isian: str | None
    usang: bool


class KurangRow(TypedDict):
    """What the text does not say."""

    hal: str
    pesan: str
    baris: int | None


class DerauRow(TypedDict):
    """What stands in the file and is no part of the text."""

    baris: str
    teks: str
    apa: str


class BelumRow(TypedDict):
    """A passage that was not understood."""

    baris: int
    teks: str


class LaporanRows(TypedDict):
    """The report; `skema` says which shape it has."""

    skema: int
    dokumen: DokumenRow
    angka: AngkaRow
    bagian: list[BagianRow]
    baris: list[BarisRow]
    kutipan: list[KutipanRow]
    temuan: list[TemuanRow]
    usul: list[UsulRow]
    kurang: list[KurangRow]
    derau: list[DerauRow]
    rancangan: dict[str, int]
    belum_terbaca: list[BelumRow]
