"""Who answers for a process, told in columns, lists and sentences, becomes its owner."""

import pytest

from reading.processes import told


def test_an_owner_between_a_process_and_those_below_it_is_of_the_former() -> None:
    text = """A. DAFTAR PROSES

| Kode | Proses | Penanggung Jawab | Kode | Subproses |
|------|--------|------------------|------|-----------|
| K1 | Pelayanan Umum | Seksi Pelayanan | K1-A | Legalisasi Surat |
| | | | K1-B | Rekomendasi Izin |
| K2 | Ketenteraman | Seksi Ketertiban | K2-A | Patroli Wilayah |
"""
    assert told(text, "pemilik") == [("K1", "pemilik", "Seksi Pelayanan"), ("K2", "pemilik", "Seksi Ketertiban")]


ANSWERING = {
    "units behind codes": """A. DAFTAR PROSES

K1 Pelayanan Umum
K2 Ketenteraman

B. PENANGGUNG JAWAB

K1   : Seksi Pelayanan
K2   : Seksi Ketertiban
""",
    "units before codes": """A. DAFTAR PROSES

K1 Pelayanan Umum
K2 Ketenteraman

B. SIAPA MENGERJAKAN

Penanggung jawab proses terdiri atas:
a. Seksi Pelayanan untuk K1; dan
b. Seksi Ketertiban untuk K2.
""",
    "behind a dash": """A. DAFTAR PROSES

Kelompok Utama:
K1 Pelayanan Umum — Seksi Pelayanan
Kelompok Pendukung:
K2 Ketenteraman — Seksi Ketertiban
""",
    "cells of codes and names, marks that a line explains": """A. DAFTAR PROSES

| Kode/Nama Proses | Seksi Pelayanan | Seksi Ketertiban |
| K1 Pelayanan Umum | ◆ | ● |
| K2 Ketenteraman | ● | ◆ |

Keterangan: ◆ penanggung jawab; ● unit terkait
""",
    "names before a colon": """A. PENANGGUNG JAWAB PROSES

Nama Proses : Unit Penanggung Jawab
Pelayanan Umum : Seksi Pelayanan
Ketenteraman : Seksi Ketertiban

B. DAFTAR PROSES

K1 Pelayanan Umum
K2 Ketenteraman Wilayah

Ketenteraman Wilayah : Seksi Ketertiban
""",
    "sentences that tell of processes again": """A. DAFTAR PROSES

1. Proses Utama, meliputi:
a. Pelayanan Umum (K1); dan
b. Ketenteraman (K2).

Pelayanan Umum (K1) dilaksanakan Seksi Pelayanan; Ketenteraman (K2) dilaksanakan Seksi Ketertiban.
""",
    "behind a semicolon": """A. DAFTAR PROSES

a. K1 : Pelayanan Umum; Penanggung jawab : Seksi Pelayanan.
b. K2 : Ketenteraman; Penanggung jawab : Seksi Ketertiban.
""",
    "groups before names before codes": """A. DAFTAR PROSES

| Kelompok Proses | Nama Proses | Kode Proses | Unit Pemilik Proses |
| Proses Utama | Pelayanan Umum | K1 | Seksi Pelayanan |
| | Ketenteraman | K2 | Seksi Ketertiban |
""",
    "fields below names": """A. DAFTAR PROSES

1. PELAYANAN UMUM (Kode: K1)
   Penanggung jawab utama : Seksi Pelayanan
   Unit pendukung : Sekretariat, Seksi Pemerintahan
2. KETENTERAMAN (Kode: K2)
   Pengampu proses : Seksi Ketertiban
""",
    "rows between groups": """A. DAFTAR PROSES

KODE\tNAMA PROSES\tPERANGKAT DAERAH PENANGGUNG JAWAB

PROSES UTAMA
K1\tPelayanan Umum\tSeksi Pelayanan

PROSES PENDUKUNG
K2\tKetenteraman\tSeksi Ketertiban
""",
}


@pytest.mark.parametrize("name", ANSWERING)
def test_who_answers_is_told_beside_codes(name: str) -> None:
    assert told(ANSWERING[name], "pemilik") == [
        ("K1", "pemilik", "Seksi Pelayanan"),
        ("K2", "pemilik", "Seksi Ketertiban"),
    ]


def test_who_answers_for_all_processes_of_a_group() -> None:
    text = """A. Peta Proses

Proses utama terdiri atas Rehabilitasi (DS.U1) dan Jaminan Sosial (DS.U2). Proses pendukung terdiri atas
Keuangan (DS.P1) dan Kepegawaian (DS.P2).

Rehabilitasi dilaksanakan oleh Bidang Rehabilitasi. Seluruh proses pendukung dilaksanakan oleh Sekretariat.
"""
    assert told(text, "pemilik") == [
        ("DS.P1", "pemilik", "Sekretariat"),
        ("DS.P2", "pemilik", "Sekretariat"),
    ]


def test_one_sentence_may_name_who_answers_for_several_processes() -> None:
    text = """A. PETA SUB PROSES

KW.1-A Penyiapan Titik Dasar
KW.1-B Pengukuran Bidang Tanah
KW.2-A Pemberian Hak
KW.2-B Pemeliharaan Data

Penanggung jawab subproses KW.1-A dan KW.1-B adalah Seksi Pengukuran, penanggung jawab subproses KW.2-A adalah Seksi
Penetapan Hak, sedangkan penanggung jawab subproses KW.2-B adalah Seksi Pendaftaran.
"""
    assert told(text, "pemilik") == [
        ("KW.1-A", "pemilik", "Seksi Pengukuran"),
        ("KW.1-B", "pemilik", "Seksi Pengukuran"),
        ("KW.2-A", "pemilik", "Seksi Penetapan Hak"),
        ("KW.2-B", "pemilik", "Seksi Pendaftaran"),
    ]


def test_processes_and_owners_that_are_told_side_by_side_are_matched_in_their_order() -> None:
    text = """A. PETA PROSES

DH-01 Manajemen Lalu Lintas
DH-02 Angkutan
DH-03 Pengujian Kendaraan
DH-04 Perparkiran
DH-05 Keuangan

Proses DH-01 menjadi tanggung jawab Bidang Lalu Lintas, proses DH-02 menjadi tanggung jawab Kedeputian Angkutan,
sedangkan proses DH-03 dan DH-04 masing-masing menjadi tanggung jawab UPTD Pengujian Kendaraan dan UPTD Perparkiran.
Proses DH-05 diampu oleh Bidang Lalu Lintas dan Subbagian Keuangan.
"""
    assert told(text, "pemilik") == [
        ("DH-01", "pemilik", "Bidang Lalu Lintas"),
        ("DH-02", "pemilik", "Kedeputian Angkutan"),
        ("DH-03", "pemilik", "UPTD Pengujian Kendaraan"),
        ("DH-04", "pemilik", "UPTD Perparkiran"),
        ("DH-05", "pemilik", "Bidang Lalu Lintas"),
        ("DH-05", "pemilik", "Subbagian Keuangan"),
    ]


def test_a_group_of_one_process_is_no_definition_and_owners_may_answer_together() -> None:
    text = """BAB I
PROSES

Pasal 4

(1) Proses utama terdiri atas:
a. pelayanan kesehatan (kode LK.1); dan
b. pelayanan pendidikan (kode LK.2).
(2) Proses lainnya adalah perencanaan dan pengawasan (kode LK.3).

Pasal 5

(1) Bagian Organisasi dan Bagian Hukum bersama-sama mengampu proses LK.3.
(2) Dinas Kesehatan secara bersama bertanggung jawab atas proses LK.1.
"""
    assert told(text, "definisi") == []
    assert told(text, "pemilik") == [
        ("LK.1", "pemilik", "Dinas Kesehatan"),
        ("LK.3", "pemilik", "Bagian Hukum"),
        ("LK.3", "pemilik", "Bagian Organisasi"),
    ]


def test_who_answers_for_which_process_is_no_list_of_owners_of_the_last_one() -> None:
    text = """A. PETA PROSES

BL-1 Produksi Benih
BL-2 Pengujian Mutu
BL-3 Pengendalian Mutu

Penanggung jawab proses:
a. Seksi Produksi bertanggung jawab atas proses BL-1;
b. Seksi Pengujian bertanggung jawab atas proses BL-2; dan
c. Subbagian Tata Usaha bertanggung jawab atas proses BL-3.
"""
    assert told(text, "pemilik") == [
        ("BL-1", "pemilik", "Seksi Produksi"),
        ("BL-2", "pemilik", "Seksi Pengujian"),
        ("BL-3", "pemilik", "Subbagian Tata Usaha"),
    ]


@pytest.mark.parametrize("head", ["Bagian Pengampu", "Perangkat Daerah Penanggung Jawab", "Instansi Pemilik"])
def test_owners_stand_under_heads_that_name_their_kind(head: str) -> None:
    text = f"""A. DAFTAR PROSES

| Kode | Nama Proses | {head} |
| S1 | Perumusan Kebijakan | Bagian Hukum |
| S2 | Pengendalian Pembangunan | Bagian Administrasi |
"""
    assert told(text, "pemilik") == [("S1", "pemilik", "Bagian Hukum"), ("S2", "pemilik", "Bagian Administrasi")]
