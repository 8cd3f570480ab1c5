"""Codes and names of processes that the copy tore, and heads of groups over them: each is read as one."""

import pytest

from reading.test_parts_processes import read_text, tree

TORN = {
    "a separator that was lost": (
        """C. PETA PROSES

PSR.U1   Penataan Los
   PSR.U1.1   Pendataan Los
   PSR.U1.2   Pembagian Los
PSR U2   Penarikan Retribusi
   PSR.U2.1   Penetapan Retribusi
PSR.D1   Tata Usaha
""",
        [
            ("PSR.U1", "Penataan Los", ""),
            ("PSR.U1.1", "Pendataan Los", "PSR.U1"),
            ("PSR.U1.2", "Pembagian Los", "PSR.U1"),
            ("PSR U2", "Penarikan Retribusi", ""),
            ("PSR.U2.1", "Penetapan Retribusi", "PSR U2"),
            ("PSR.D1", "Tata Usaha", ""),
        ],
    ),
    "blanks around the separators": (
        """C. PETA PROSES

KB-A1   Pembibitan Kopi
KB - A2   Pascapanen Kopi
KB-A2-1   Penjemuran
KB-B1   Keuangan
""",
        [
            ("KB-A1", "Pembibitan Kopi", ""),
            ("KB - A2", "Pascapanen Kopi", ""),
            ("KB-A2-1", "Penjemuran", "KB - A2"),
            ("KB-B1", "Keuangan", ""),
        ],
    ),
    "a name that goes on in the next line": (
        """C. PETA PROSES

PS.1     Penyusunan Rencana Tata Letak Kios dan
         Los Pasar
PS.2     Pemeliharaan Saluran, Jalan, serta
         Atap
PS.3     Tata Usaha
""",
        [
            ("PS.1", "Penyusunan Rencana Tata Letak Kios dan Los Pasar", ""),
            ("PS.2", "Pemeliharaan Saluran, Jalan, serta Atap", ""),
            ("PS.3", "Tata Usaha", ""),
        ],
    ),
}


@pytest.mark.parametrize("name", TORN)
def test_torn_codes_and_names_are_put_together(name: str) -> None:
    text, expected = TORN[name]
    assert tree(text) == expected


HEADED = {
    "numbered headings over codes with letters": (
        """4. PETA PROSES

4.1 Ranah Pelayanan (Proses Utama)

- A1 Pendaftaran Pasien
- A2 Pengobatan

4.2 Ranah Tata Kelola (Proses Pendukung)

- B1 Keuangan
- B2 Kepegawaian
""",
        [("A1", "Proses Utama"), ("A2", "Proses Utama"), ("B1", "Proses Pendukung"), ("B2", "Proses Pendukung")],
    ),
    "lettered headings": (
        """III. PETA PROSES

A. Kelompok Niaga (Proses Inti)
TN.1 Penjualan Karcis
TN.2 Pemanduan
B. Kelompok Kantor (Proses Pendukung)
TN.3 Kearsipan
""",
        [("TN.1", "Proses Inti"), ("TN.2", "Proses Inti"), ("TN.3", "Proses Pendukung")],
    ),
}


@pytest.mark.parametrize("name", HEADED)
def test_a_heading_tells_the_group_in_brackets(name: str) -> None:

    text, expected = HEADED[name]
    made = read_text(text).kutipan
    names = {each.id: each.teks for each in made if each.sebagai == "kelompok"}
    assert [(each.nomor, names.get(each.induk, "")) for each in made if each.sebagai == "proses"] == expected


def test_suppliers_and_customers_that_are_processes_keep_code_and_name_apart() -> None:
    made = read_text("""C. PETA PROSES

| Pemasok | Masukan | Proses | Keluaran | Pelanggan |
|---|---|---|---|---|
| Pedagang | Surat permohonan | LP-1 Pendaftaran Pedagang | Daftar pedagang | LP-2 Pembagian Los |
| LP-1 Pendaftaran Pedagang | Daftar pedagang | LP-2 Pembagian Los | Kartu los | Pedagang |
""").kutipan
    ends = [(each.sebagai, each.nomor, each.teks) for each in made if each.sebagai in ("pemasok", "pelanggan")]
    assert ends == [
        ("pemasok", "", "Pedagang"),
        ("pelanggan", "LP-2", "Pembagian Los"),
        ("pemasok", "LP-1", "Pendaftaran Pedagang"),
        ("pelanggan", "", "Pedagang"),
    ]
