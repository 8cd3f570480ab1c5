"""What holds by construction in a model is guarded where a folder comes from elsewhere: each fault has its finding."""

import pytest

from probis.interchange import yaml
from probis.rules import TERPENUHI, check
from rules.kasus import DASAR

FAULTS = {
    "K10 two groups": ("proses.yaml", "kelompok: utama", "kelompok: [utama, pendukung]", "“kelompok” harus satu teks"),
    "K10 no such group": ("proses.yaml", "kelompok: utama", "kelompok: inti", "utama, pendukung, atau lainnya"),
    "K10 another group below": (
        "proses.yaml",
        "  induk: pelayanan",
        "  induk: pelayanan\n  kelompok: pendukung",
        "masuk kelompok pendukung, sedangkan prosesnya kelompok utama",
    ),
    "K13 no parent": ("proses.yaml", "induk: pelayanan", "induk: pelayanann", "Rujukan `induk` menunjuk proses"),
    "K16 inputs of a parent by themselves": (
        "proses.yaml",
        "  pemilik: bidang-pelayanan",
        "  pemilik: bidang-pelayanan\n  masukan: [permohonan]",
        "Isian “masukan” tidak dikenal",
    ),
    "K16 a flow to nowhere": ("aliran.yaml", "ke: pendaftaran", "ke: pendaftarann", "Rujukan `ke` menunjuk"),
    "K23 a supplier beside the flow": (
        "aliran.yaml",
        "  ke: pendaftaran",
        "  ke: pendaftaran\n  pelanggan: penerbitan",
        "Isian “pelanggan” tidak dikenal",
    ),
    "K27 a process that nobody owns": ("proses.yaml", "  pemilik: bidang-pelayanan\n", "", "belum punya pemilik"),
    "K29 a unit of an older structure": (
        "proses.yaml",
        "pemilik: bidang-pelayanan",
        "pemilik: bidang-lama",
        "Rujukan `pemilik` menunjuk",
    ),
    "K33 a lane that nobody is": (
        "lintas-fungsi/penerbitan.yaml",
        "sekretariat]",
        "sekretariat, biro-hilang]",
        "Rujukan `pelaku` menunjuk",
    ),
}
"""File, what stands there, what is written instead, and part of what must be said."""

WRITTEN = {"K55", "K56", "K59"}
"""Hold for what is written and kept, not for what is read in: the tests of documents and stores prove them."""


@pytest.mark.parametrize("fault", FAULTS)
def test_a_folder_from_elsewhere_with_the_fault_is_told_so(fault: str) -> None:
    path, right, wrong, said = FAULTS[fault]
    files = {one.relative_to(DASAR).as_posix(): one.read_bytes() for one in DASAR.rglob("*.yaml")}
    text = files[path].decode()
    assert right in text
    bacaan = yaml.read({**files, path: text.replace(right, wrong, 1).encode()})
    found = bacaan.temuan if bacaan.nilai is None else check(bacaan.nilai, bacaan.naskah)
    told = [one for one in found if said in f"{one.pesan} {one.saran}"]
    assert told, [one.pesan for one in found]
    assert all(one.tingkat == "galat" for one in told)


def test_all_that_holds_by_construction_is_tried() -> None:
    assert {fault.split()[0] for fault in FAULTS} == {one.nomor for one in TERPENUHI} - WRITTEN
