"""Chance to an annex as some office would write it, and what stands in it: headings, labels, leads and order vary."""

import random
from collections.abc import Callable, Iterator

Truth = dict[str, set[tuple[str, str]]]
"""Kind of quotation to pairs: (unit, unit above), (code, name), or ("", words)."""

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
HEADS: tuple[Callable[[int, str], str], ...] = (
    lambda at, words: f"{chr(64 + at)}. {words}",
    lambda at, words: f"{chr(64 + at)}. {words.upper()}",
    lambda at, words: f"{ROMAN[at - 1]}. {words.upper()}",
    lambda at, words: f"BAB {ROMAN[at - 1]}\n{words.upper()}",
    lambda at, words: f"BAB {ROMAN[at - 1]} {words.upper()}",
    lambda at, words: f"{at}. {words.upper()}",
    lambda _, words: f"                    {words.upper()}",
    lambda at, words: f"BAGIAN {at}\n{words.upper()}",
    lambda *_: "",
)
TITLES = {
    "lain": ("Pendahuluan", "Sekilas Dinas", "Latar Belakang", "Penutup"),
    "arah": ("Visi dan Misi", "Arah Strategis", "Landasan Perencanaan", "Cita-cita Dinas"),
    "fungsi": ("Tugas dan Fungsi", "Kedudukan", "Peran Dinas", "Uraian Tugas dan Fungsi"),
    "unit": ("Susunan Organisasi", "Organisasi", "Perangkat Dinas", "Kelembagaan", "Unit Kerja"),
    "proses": ("Peta Proses", "Rincian Proses Bisnis", "Kegiatan Pokok", "Inventaris Proses"),
    "relasi": ("Penjelasan Peta Relasi", "Catatan Hubungan", "Hubungan Antarproses", "Keterangan"),
    "tabel": ("Penanggung Jawab", "Pemilik Proses", "Siapa Mengerjakan Apa"),
}
LABELS: tuple[Callable[[int], str], ...] = (
    lambda at: f"{chr(97 + at)}. ",
    lambda at: f"{at + 1}. ",
    lambda at: f"{at + 1}) ",
    lambda at: f"({at + 1}) ",
    lambda _: "- ",
    lambda _: "• ",
    lambda at: f"({chr(97 + at)}) ",
)
VISION = "Laras Kota Niaga yang Ramah"
MISSIONS = ("Meningkatkan pelayanan pasar", "Memajukan usaha mikro", "Menata kawasan dagang")
AIMS = ("Meningkatnya omzet pedagang", "Menurunnya sengketa kios", "Terwujudnya pasar yang bersih")
FUNCTIONS = ("perumusan kebijakan perdagangan", "pembinaan pedagang pasar", "pengelolaan retribusi")
UNITS = (
    ("Sekretariat", ("Subbagian Umum", "Subbagian Keuangan")),
    ("Bidang Perdagangan", ("Seksi Distribusi", "Seksi Promosi")),
    ("Bidang Pasar", ()),
    ("UPTD Metrologi Legal", ()),
)
PROCESSES = (
    (("PSR.1", "Penataan Pasar"), (("PSR.1.1", "Pembagian Kios"), ("PSR.1.2", "Penertiban Lapak"))),
    (("PSR.2", "Pengawasan Barang"), (("PSR.2.1", "Pemeriksaan Timbangan"),)),
    (("PSR.3", "Pengelolaan Umum"), (("PSR.3.1", "Pengelolaan Surat"),)),
)
RELATIONS = (
    "Bidang Pasar menyampaikan data kios kepada Sekretariat.",
    "Bidang Perdagangan mengirimkan laporan harga kepada Bidang Pasar.",
    "Sekretariat berkoordinasi dengan Inspektorat Daerah.",
)
VISIONS = (
    f"Visi: {VISION}\nMisi:",
    f'Visi Kota Laras adalah "{VISION}".\nUntuk mencapai visi tersebut ditetapkan misi sebagai berikut:',
    f"Visi\n{VISION}\n\nMisi",
    f'Dinas mendukung visi daerah, yaitu "{VISION}", yang dijalankan melalui misi:',
)
DUTIES = (
    "Dinas Perdagangan menyelenggarakan fungsi:",
    "Dinas mempunyai tugas membantu Wali Kota di bidang perdagangan. Dalam melaksanakan tugas tersebut, Dinas"
    " menyelenggarakan fungsi:",
    "Fungsi Dinas meliputi:",
)
ARRANGED = (
    "Susunan organisasi Dinas terdiri atas:",
    "Organisasi Dinas tersusun sebagai berikut:",
    "Struktur organisasi Dinas Perdagangan:",
    "Unit kerja pada Dinas adalah:",
)


class Annex:
    """An annex that one chance writes."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._indent = " " * chance.choice((0, 3, 5))
        self._marks = chance.random() < 0.5
        self._label, self._below = chance.sample(LABELS, 2)
        self.truth: Truth = {}

    def text(self) -> str:
        """Write it, and keep what is true of it."""
        head = self._chance.choice(HEADS)
        order = [each for each in TITLES if each == "proses" or self._chance.random() < 0.9]
        if self._chance.random() < 0.3:
            self._chance.shuffle(order)
        lines = [
            "LAMPIRAN",
            "KEPUTUSAN KEPALA DINAS PERDAGANGAN KOTA LARAS",
            "NOMOR 5 TAHUN 2024",
            "TENTANG PETA PROSES BISNIS DINAS PERDAGANGAN",
        ]
        for at, part in enumerate(order, 1):
            lines += ["", head(at, self._chance.choice(TITLES[part])), ""]
            lines += getattr(self, f"_{part}")()
        return "\n".join(lines) + "\n"

    def _told(self, kind: str, *pairs: tuple[str, str]) -> None:
        self.truth.setdefault(kind, set()).update(pairs)

    def _list(self, items: tuple[str, ...], label: Callable[[int], str], indent: str) -> Iterator[str]:
        for at, item in enumerate(items):
            ends = ("." if at == len(items) - 1 else "; dan" if at == len(items) - 2 else ";") if self._marks else ""
            yield f"{indent}{label(at)}{item}{ends}"

    def _items(self, items: tuple[str, ...]) -> list[str]:
        return list(self._list(items, self._label, self._indent))

    def _lain(self) -> list[str]:
        return ["Dinas Perdagangan Kota Laras mengurus pasar rakyat dan ketersediaan bahan pokok."]

    def _arah(self) -> list[str]:
        self._told("visi", ("", VISION))
        self._told("misi", *(("", each) for each in MISSIONS))
        lines = [self._chance.choice(VISIONS), *self._items(MISSIONS)]
        if self._chance.random() < 0.6:
            self._told("sasaran", *(("", each) for each in AIMS))
            lines += ["", self._chance.choice(("Sasaran:", "Sasaran strategis:")), *self._items(AIMS)]
        return lines

    def _fungsi(self) -> list[str]:
        self._told("fungsi", *(("", each) for each in FUNCTIONS))
        return [self._chance.choice(DUTIES), *self._items(FUNCTIONS)]

    def _unit(self) -> list[str]:
        lines = [self._chance.choice(ARRANGED)]
        for at, (unit, below) in enumerate(UNITS):
            self._told("unit", (unit, ""), *((each, unit) for each in below))
            leads = ", terdiri atas:" if below and self._marks else ";" if self._marks else ""
            lines.append(f"{self._indent}{self._label(at)}{unit}{leads}")
            lines += self._list(below, self._below, self._indent + "    ")
        return lines

    def _proses(self) -> list[str]:
        labelled, lines = self._chance.random() < 0.4, []
        for at, (process, below) in enumerate(PROCESSES):
            self._told("proses", process)
            self._told("sub proses", *below)
            lines.append(self._indent + (self._label(at) if labelled else "") + " ".join(process))
            lines += [
                f"{self._indent}    {self._below(each) if labelled else ''}{' '.join(sub)}"
                for each, sub in enumerate(below)
            ]
        return lines

    def _relasi(self) -> list[str]:
        lead = ["Hubungan antarunit dijelaskan sebagai berikut:"] if self._chance.random() < 0.5 else []
        self._told("penjelasan", *(("", each) for each in RELATIONS))
        return [*lead, *(f"{self._indent}{self._label(at)}{each}" for at, each in enumerate(RELATIONS))]

    def _tabel(self) -> list[str]:
        return [
            "| Kode | Nama Proses | Penanggung Jawab |",
            "|---|---|---|",
            *(f"| {code} | {name} | Bidang Pasar |" for (code, name), _ in PROCESSES),
        ]
