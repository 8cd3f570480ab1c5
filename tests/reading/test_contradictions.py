"""Every check of a text: one sound decree, of which nothing is told, and edits of it that each bring one fault.

A further case is one line in FAULTS: the check, a passage of the decree, what it becomes, and the words of the line
where the check must speak; nothing there where that is the first line the edit changes.
"""

from pathlib import Path
from typing import NamedTuple

import pytest

from probis.model import Temuan
from probis.reading.contradictions import check, contradictions
from probis.reading.formats import read
from probis.reading.quotations import quoted

SOUND = (Path(__file__).parent / "sound_decree.txt").read_text(encoding="utf-8")
STEPS = "\nNo\tKegiatan\tPetugas\tKepala Bidang\n1\tMenerima permintaan\t√\t\n2\tMenyetujui peminjaman\t\t√\n"


class Fault(NamedTuple):
    check: str
    sound: str
    faulty: str
    at: str = ""


SUBPROCESSES = SOUND[SOUND.index("DP-01 Pengelolaan Koleksi\n DP-01.1") : SOUND.index("C. PETA RELASI")]
EVALUATED = (
    SUBPROCESSES.replace("DP-02 ", " DP-01.3 Evaluasi Koleksi\nDP-02 ")
    .replace("DP-03 ", " DP-02.3 Evaluasi Layanan\nDP-03 ")
    .replace("Keuangan\n", "Keuangan\n DP-03.3 Pemantauan Anggaran\n")
)
ANNEX_DAY = "TANGGAL : 4 Mei 2021\n"
ANNEX_TITLE = "TENTANG : PETA PROSES BISNIS DINAS PERPUSTAKAAN KABUPATEN LEMBAH SARI TAHUN 2021-2026\n"
FAULTS = (
    Fault("angka-dan-huruf", "3 (tiga) area", "3 (empat) area"),
    Fault("angka-dan-huruf", ", (2) Ketatalaksanaan dan (3) Pelayanan Publik", " dan (2) Ketatalaksanaan"),
    Fault(
        "badan-dan-jabatan",
        "2. Ketatausahaan mendukung Pengelolaan Koleksi.",
        "2. Ketatausahaan dikoordinasikan dengan Inspektorat Daerah.",
    ),
    Fault(
        "daftar-berbeda",
        "1. Meningkatnya kunjungan perpustakaan;",
        "1. Meningkatnya kunjungan ke perpustakaan;",
        at="1. Meningkatkan minat baca masyarakat\t1.",
    ),
    Fault("daftar-berbeda", "\t1. Meningkatkan kepuasan masyarakat\t", "\t1. Meningkatkan Kepuasan Masyarakat\t"),
    Fault(
        "daftar-berbeda",
        "2. Meningkatkan kepuasan masyarakat.",
        "2. Meningkatkan kepuasan masyarakat;\n3. Menurunkan angka kemiskinan kota.",
        at="3. Menurunkan",
    ),
    Fault("derau-naskah", "\nLAMPIRAN :", "\nu\n\nLAMPIRAN :", at="u\n\nLAMPIRAN"),
    Fault("ejaan-kode", "DP-02.2 Bimbingan", "DP.02.2 Bimbingan"),
    Fault("ejaan-kode", "DP-02.1 Peminjaman Buku\n DP", "DP-O2.1 Peminjaman Buku\n DP"),
    Fault("ejaan-naskah", "diperlukan hubungan", "diperlukan praktek hubungan"),
    Fault("ejaan-naskah", "1. Inspektur Kabupaten", "1. Inspekturat Kabupaten"),
    Fault(
        "fungsi-tanpa-proses",
        "3. pelaksanaan ketatausahaan dinas; dan\n4.",
        "3. pelaksanaan ketatausahaan dinas;\n4. pelestarian naskah kuno; dan\n5.",
        at="4. pelestarian",
    ),
    Fault("fungsi-tanpa-proses", "4. Bagian Tata Usaha", "4. Bagian Tata Usaha\n5. Bidang Kearsipan", at="5. Bidang"),
    Fault(
        "gambar-tidak-ada",
        STEPS,
        "Peta lintas fungsi digambarkan sebagai berikut:\n",
    ),
    Fault(
        "gambar-tidak-ada",
        STEPS,
        "\n",
        at="DP-02.1 Peminjaman Buku\n\n",
    ),
    Fault("huruf-besar", "2. pelayanan pembaca perpustakaan", "2. Pelayanan pembaca perpustakaan"),
    Fault(
        "huruf-besar",
        "(3) Pelayanan Publik.",
        "(3) Pelayanan Publik. Dukungan bagi Misi pertama nyata. Karena itu misi pertama diutamakan.",
    ),
    Fault("jenis-peta", SOUND[SOUND.index("C. PETA RELASI") : SOUND.index("D. PETA LINTAS")], "", at="c. peta relasi"),
    Fault("jenis-peta", "c. peta relasi; dan\nd. peta lintas fungsi.", "c. peta lintas fungsi.", at="a. peta proses"),
    Fault("jumlah-daftar", "\t\t\t2. Meningkatnya koleksi perpustakaan\n", "", at="D. Sasaran"),
    Fault("kepala-lampiran", "NOMOR : 188/21/ORG/2021", "NOMOR : 188/12/ORG/2021"),
    Fault("kepala-lampiran", "TANGGAL : 4 Mei 2021", "TANGGAL : 5 Mei 2021"),
    Fault("kepala-lampiran", ANNEX_DAY + ANNEX_TITLE, "", at="LAMPIRAN : KEPUTUSAN"),
    Fault("kode-ganda", "DP-02.2 Bimbingan Pembaca", "DP-02.1 Penyuluhan Minat"),
    Fault("kode-tanpa-induk", "DP-03.2 Penatausahaan Keuangan", "DP-07.1 Penatausahaan Keuangan"),
    Fault("kode-terlewat", "DP-03.2 Penatausahaan Keuangan", "DP-03.3 Penatausahaan Keuangan"),
    Fault(
        "masa-berbeda",
        "Misi, Tujuan dan Sasaran RPJMD Kabupaten Lembah Sari 2021-2026\n\nA.",
        "Misi, Tujuan dan Sasaran RPJMD Kabupaten Lembah Sari 2016-2021\n\nA.",
    ),
    Fault("masa-berbeda", "pada tanggal 4 Mei 2021", "pada tanggal 4 Mei 2023", at="PETA PROSES BISNIS DINAS"),
    Fault("nama-berbeda", "DP-02 Pelayanan Pembaca\n DP-02.1", "DP-02 Layanan bagi Pembaca\n DP-02.1"),
    Fault(
        "nama-berbeda",
        "2. Ketatausahaan mendukung Pengelolaan Koleksi.",
        "2. Ketatausahaan (DP-03) menyampaikan laporan kepada Pelayanan Kunjungan Pembaca Buku (DP-02).",
    ),
    Fault(
        "nama-berbeda",
        "2. Ketatausahaan mendukung Pengelolaan Koleksi.",
        "2. Ketatausahaan (DP-03) menyampaikan laporan kepada Pengelolaan Koleksi (DP-02).",
    ),
    Fault("nama-kembar", "DP-03.2 Penatausahaan Keuangan", "DP-03.2 Penatausahaan Surat"),
    Fault("nama-kembar", "DP-01.2 Pengolahan Koleksi", "DP-01.2 Pengelolaan dan Pemeliharaan Koleksi"),
    Fault("nomor-loncat", "3. Bidang Layanan Pembaca\n4.", "3. Bidang Layanan Pembaca\n5.", at="5. Bagian"),
    Fault(
        "peraturan-disebut",
        "3. Peraturan Daerah Kabupaten Lembah Sari Nomor 9 Tahun 2016",
        "3. Peraturan Daerah Kabupaten Lembah Sari Nomor 8 Tahun 2016",
        at="Dinas Perpustakaan dibentuk",
    ),
    Fault(
        "peraturan-disebut",
        "1. Undang-Undang Nomor 43 Tahun 2007 tentang Perpustakaan;",
        "1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik (Lembaran Negara Republik Indonesia Tahun 2009 "
        "Nomor 122, Tambahan Lembaran Negara Republik Indonesia Nomor 5038);",
    ),
    Fault(
        "proses-penjelasan",
        "2. Ketatausahaan mendukung Pengelolaan Koleksi.",
        "2. Ketatausahaan mendukung Penyelenggaraan Pameran.",
    ),
    Fault(
        "rencana-disebut", "Sasaran RPJMD Kabupaten Lembah Sari 2021-2026\n\nVisi", "Sasaran RPJMD Kabupaten LS\n\nVisi"
    ),
    Fault("rujukan-dalam", "dalam huruf a, perlu", "dalam huruf a dan huruf c, perlu"),
    Fault(
        "rujukan-dalam",
        "dalam huruf a, perlu menetapkan Keputusan Bupati",
        "dalam huruf c perlu menetapkan Peraturan Bupati",
    ),
    Fault("rujukan-dalam", "sebagaimana dimaksud dalam Diktum KESATU", "sebagaimana dimaksud dalam Diktum KEENAM"),
    Fault(
        "rujukan-dalam",
        "diperlukan hubungan kerja yang jelas;\n            b. bahwa",
        "diperlukan hubungan kerja yang jelas;\n            b. bahwa mutu sebagaimana dimaksud pada huruf a terukur;"
        "\n            c. bahwa",
        at="b. bahwa mutu",
    ),
    Fault(
        "salah-kolom", "\t\t\t2. Meningkatnya koleksi perpustakaan\n", "\t\t2. Meningkatnya koleksi perpustakaan\t\n"
    ),
    Fault(
        "saling-mendahului",
        "2. Ketatausahaan mendukung Pengelolaan Koleksi.",
        "2. Hasil Pelayanan Pembaca menjadi dasar Pengelolaan Koleksi.",
    ),
    Fault(
        "saling-mendahului",
        "2. Ketatausahaan mendukung Pengelolaan Koleksi.",
        "2. Data Pembaca menjadi dasar pengelolaan dan pengembangan Arsip;\n"
        "3. Pengelolaan Arsip menjadi dasar Pengembangan Arsip.",
        at="3. Pengelolaan Arsip",
    ),
    Fault("salinan-berbeda", "pada tanggal 4 Mei 2021", "pada tanggal         2021"),
    Fault("singkatan-naskah", "1. pengelolaan koleksi perpustakaan;", "1. pengelolaan koleksi perpustakaan dan PBB;"),
    Fault("singkatan-naskah", "1. Pengelolaan Koleksi menjadi", "1. Pengelolaan SDM dan Koleksi menjadi"),
    Fault("tanda-baca", "NOMOR : 188/21/ORG/2021", "NOMOR : 188/21 /ORG/2021"),
    Fault("tanda-baca", "(3) Pelayanan Publik.", "(3) Pelayanan Publik,"),
    Fault(
        "tanda-baca", "BUPATI LEMBAH SARI,\n\nSITI RAHAYU\n\nTembusan", "BUPATI LEMBAH SARI\n\nSITI RAHAYU\n\nTembusan"
    ),
    Fault("tanda-baca", "2. Meningkatkan mutu layanan publik.", "2. Meningkatkan mutu layanan publik;"),
    Fault("tata-bahasa", "diperlukan hubungan kerja", "diperlukan meningkatkan hubungan kerja"),
    Fault("tata-bahasa", "1. pengelolaan koleksi perpustakaan", "1. pengelolaan dan pedoman koleksi perpustakaan"),
    Fault("tata-bahasa", "Susunan Organisasi Dinas", "Susunan Organisasi dan Tata Kerja Dinas"),
    Fault("tata-bahasa", "1. Pengelolaan Koleksi menjadi dasar", "1. Pengelolaan Koleksi mempengaruhi"),
    Fault(
        "tata-bahasa",
        "(3) Pelayanan Publik.",
        "(3) Pelayanan Publik. Untuk mencapai area perubahan tersebut maka perpustakaan menjadi kekuatan kunci.",
    ),
    Fault("tata-bahasa", "KESATU terdiri atas:", "KESATU terdiri dari:"),
    Fault(
        "tidak-dijabarkan",
        "DP-03 Ketatausahaan\n DP-03.1 Penatausahaan Surat\n DP-03.2 Penatausahaan Keuangan\n",
        "",
        at="DP-03 Ketatausahaan",
    ),
    Fault("tidak-dijabarkan", " DP-02.2 Bimbingan Pembaca\n", "", at="DP-02 Pelayanan Pembaca"),
    Fault("tanpa-evaluasi", SUBPROCESSES, EVALUATED.replace(" DP-02.3 Evaluasi Layanan\n", ""), at="DP-02 Pelayanan"),
    Fault(
        "wadah-sejajar",
        "2. Ketatausahaan mendukung Pengelolaan Koleksi.",
        "2. Pelayanan Pembaca merupakan bagian dari Pengelolaan Koleksi.",
    ),
)

STILL_SOUND = (
    (ANNEX_TITLE, ""),
    (ANNEX_DAY, ""),
    (
        "2. Ketatausahaan mendukung Pengelolaan Koleksi.",
        "2. Proses Ketatausahaan (DP-03) menyampaikan laporan kepada proses Pengelolaan Koleksi (DP-01).",
    ),
    (SUBPROCESSES, EVALUATED),
    (SUBPROCESSES, EVALUATED.replace(" DP-03.3 Pemantauan Anggaran\n", "")),
    ("(3) Pelayanan Publik.", "(3) Pelayanan Publik. Untuk itu perpustakaan menjadi kekuatan kunci, maka diutamakan."),
    ("diperlukan hubungan kerja", "perlu meningkatkan hubungan kerja"),
    ("diperlukan hubungan kerja", "diperlukan menteri yang menjalin hubungan kerja"),
    ("oleh Bupati.\n\nSusunan", "oleh Bupati sesuai dengan peraturan.\n\nSusunan"),
    ("1. pengelolaan koleksi perpustakaan;", "1. pengelolaan dan pelestarian koleksi perpustakaan;"),
    ("diperlukan hubungan kerja", "diperlukan pengembangan sumber daya manusia (SDM) dan hubungan kerja"),
    ("area perubahan, yaitu", "area perubahan dari 3 (tiga) area perubahan, yaitu"),
    ("area perubahan, yaitu", "area perubahan dari 8 (delapan) area perubahan, yaitu"),
    (
        "yang jelas;\n            b. bahwa",
        "yang jelas;\n            b. bahwa sesuai dengan huruf c Peraturan Menteri "
        "Dalam Negeri hal itu diatur;\n            c. bahwa",
    ),
    (
        "1. Undang-Undang Nomor 43 Tahun 2007 tentang Perpustakaan;",
        "1. Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik (Lembaran Negara Republik Indonesia Tahun 2009 "
        "Nomor 112, Tambahan Lembaran Negara Republik Indonesia Nomor 5038);",
    ),
    (
        "1. Undang-Undang Nomor 43 Tahun 2007 tentang Perpustakaan;",
        "1. UU No. 23 Tahun 2014 tentang Pemerintahan Daerah stdd UU No. 11 Tahun 2020;",
    ),
    (
        "2. Ketatausahaan mendukung Pengelolaan Koleksi.",
        "2. Hasil Pelayanan Pembaca menjadi dasar Pengelolaan Koleksi pada tahun berikutnya.",
    ),
    (
        "1. pengelolaan koleksi perpustakaan;",
        "1. pengelolaan koleksi perpustakaan oleh Pejabat Pengelola Informasi dan Dokumentasi (PPID) dengan Teknologi "
        "Informasi (TI);",
    ),
    ("dalam huruf a, perlu", "dalam huruf a dan huruf f Peraturan Menteri Dalam Negeri, perlu"),
    (
        "mulai berlaku pada tanggal ditetapkan.",
        "mulai berlaku pada tanggal ditetapkan dan mengganti ketentuan dalam Diktum KEENAM Keputusan Bupati Lembah "
        "Sari Nomor 5 Tahun 2019 tentang Tim Perpustakaan.",
    ),
    ("1. Pengelolaan Koleksi menjadi dasar", "1. Pengadaan Koleksi menjadi dasar"),
    ("KABUPATEN LEMBAH SARI TAHUN 2021-2026\n\nI.", "KABUPATEN LEMBAH SARI\nTAHUN 2021-2026\n\nI."),
)
"""Edits that bring no fault, where a check that looks too hastily would see one."""


LETTERED = SUBPROCESSES.replace(".1 ", "-S1 ").replace(".2 ", "-S2 ")
NOT_SAID = (
    ("kode-tanpa-induk", SUBPROCESSES, LETTERED),
    *(
        (slug, SUBPROCESSES, SUBPROCESSES.replace("DP-02 Pelayanan", "C.2 Pelayanan Pembaca\nDP-02 Pelayanan"))
        for slug in ("nama-kembar", "ejaan-kode", "tidak-dijabarkan", "gambar-tidak-ada")
    ),
    (
        "kepala-lampiran",
        "NOMOR : 188/21/ORG/2021\nTANGGAL : 4 Mei 2021\nTENTANG : PETA",
        "NOMOR : 188/21/ORG/2021 TENTANG\nPETA",
    ),
    (
        "fungsi-tanpa-proses",
        "3. pelaksanaan ketatausahaan dinas; dan\n4.",
        "3. pelaksanaan ketatausahaan dinas;\n4. perumusan kebijakan teknis di bidang perpustakaan; dan\n5.",
    ),
    (
        "fungsi-tanpa-proses",
        SOUND[SOUND.index("1. Proses utama") : SOUND.index("\nPenjelasan Proses")],
        "No\tKode\tNama Proses\tKelompok\n1\tDP-01\tPengelolaan Koleksi\tProses Utama\n"
        "2\tDP-02\tPelayanan Pembaca\tProses Utama\n3\tDP-03\tKetatausahaan\tProses Pendukung\n"
        "4\tDP-04\tPenjilidan Kliping\tProses Pendukung\n",
    ),
    (
        "saling-mendahului",
        "2. Ketatausahaan mendukung Pengelolaan Koleksi.",
        "2. Data Pembaca menjadi dasar pengelolaan dan pengembangan Arsip;\n"
        "3. Pengelolaan Arsip menjadi dasar Pemeliharaan Gedung.",
    ),
    ("nama-berbeda", "DP-02 Pelayanan Pembaca\n DP-02.1", "DP-02 Pelayanan Pembaca terdiri atas:\n DP-02.1"),
    (
        "singkatan-naskah",
        "2. Ketatausahaan mendukung Pengelolaan Koleksi.",
        "2. Ketatausahaan mendukung DP-VII pada dinas lain.",
    ),
    (
        "ejaan-naskah",
        "1. Undang-Undang Nomor 43 Tahun 2007 tentang Perpustakaan;",
        "1. Undang-Undang Nomor 14 Tahun 1950 tentang Pembentukan Daerah-daerah dalam Lingkungan Propinsi Contoh;",
    ),
    (
        "proses-penjelasan",
        "2. Ketatausahaan mendukung Pengelolaan Koleksi.",
        "2. Pelayanan Pembaca menyampaikan setoran kepada Bendahara Penerimaan.",
    ),
    (
        "gambar-tidak-ada",
        "Kode\tProses\tBidang Koleksi\tBidang Layanan Pembaca\tBagian Tata Usaha\n"
        "DP-01\tPengelolaan Koleksi\t√\t\t√\nDP-02\tPelayanan Pembaca\t\t√\t√\nDP-03\tKetatausahaan\t\t\t√\n",
        "Hubungan antarproses dijelaskan sebagai berikut:\n"
        "1. Pengelolaan Koleksi menyampaikan daftar koleksi kepada Pelayanan Pembaca.\n"
        "2. Pelayanan Pembaca menyampaikan laporan kepada Ketatausahaan.\n",
    ),
    (
        "gambar-tidak-ada",
        "1. Proses utama\n DP-01",
        "Peta proses digambarkan sebagai berikut.\n1. Proses utama\n DP-01",
    ),
    (
        "badan-dan-jabatan",
        "2. Ketatausahaan mendukung Pengelolaan Koleksi.",
        "2. Ketatausahaan dikoordinasikan dengan Inspektorat Kabupaten.",
    ),
    (
        "badan-dan-jabatan",
        "2. Ketatausahaan mendukung Pengelolaan Koleksi.",
        "2. Ketatausahaan dikoordinasikan dengan Inspektorat.",
    ),
    ("derau-naskah", "\nLAMPIRAN :", "\n----------------\n\nLAMPIRAN :"),
    ("derau-naskah", "KESATU : Peta", "KESATU\n:\nPeta"),
    ("ejaan-kode", "DP-03.2 Penatausahaan Keuangan", "DP-03.2 Penatausahaan Keuangan\n DP-03.2A Penatausahaan Aset"),
    (
        "kode-tanpa-induk",
        "DP-03.2 Penatausahaan Keuangan",
        "DP-03.2 Penatausahaan Keuangan\n DP-03.2A Penatausahaan Aset",
    ),
    (
        "ejaan-naskah",
        "oleh Bupati.\n\nSusunan",
        "oleh Bupati.\n\nSurat dikirim ke layananpembaca@lembahsari.example untuk layanan pembaca.\n\nSusunan",
    ),
    ("kepala-lampiran", "NOMOR : 188/21/ORG/2021", "NOMOR : 188/2l/ORG/2021"),
    ("kepala-lampiran", "TANGGAL : 4 Mei 2021", "TANGGAL : 4 Mei 202l"),
    ("salinan-berbeda", "pada tanggal 4 Mei 2021", "pada tanggal Il Mei 2021"),
    (
        "proses-penjelasan",
        "2. Ketatausahaan mendukung Pengelolaan Koleksi.",
        "2. Pelayanan Pembaca menyampaikan daftar buku kepada kelompok pembaca.",
    ),
    (
        "proses-penjelasan",
        "2. Ketatausahaan mendukung Pengelolaan Koleksi.",
        "2. Laporan DP-03.1 disampaikan kepada DP-02.1.",
    ),
    (
        "tanda-baca",
        "BUPATI LEMBAH SARI,\n\nSITI RAHAYU\n\nTembusan",
        "BUPATI LEMBAH\nSARI,\n\nSITI RAHAYU\n\nTembusan",
    ),
    (
        "fungsi-tanpa-proses",
        "3. pelaksanaan ketatausahaan dinas; dan\n4.",
        "3. pelaksanaan ketatausahaan dinas;\n4. pengawasan atas pelaksanaan tugas di lingkungan dinas; dan\n5.",
    ),
    (
        "fungsi-tanpa-proses",
        "4. Bagian Tata Usaha",
        "4. Bagian Tata Usaha\n5. UPTD Perpustakaan Keliling Wilayah Barat",
    ),
)
"""A check and an edit of which it says nothing, whatever the others say of it."""


def findings(text: str) -> tuple[Temuan, ...]:
    return check(quoted(read("naskah.txt", text.encode())).naskah)


def line_of(fault: Fault, text: str) -> int:
    """The line that has the words of `at`, or else the first that the edit changes."""
    if fault.at:
        return text[: text.index(fault.at)].count("\n") + 1
    pairs = enumerate(zip(SOUND.split("\n"), text.split("\n"), strict=False), start=1)
    return next(number for number, (one, other) in pairs if one != other)


def test_of_a_sound_decree_nothing_is_told() -> None:
    assert [(temuan.tempat, temuan.pesan) for temuan in findings(SOUND)] == []


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.check}: {fault.faulty[:30].strip()}")
def test_a_fault_is_told_at_its_line(fault: Fault) -> None:
    assert SOUND.count(fault.sound) == 1, "the passage must stand once"
    text = SOUND.replace(fault.sound, fault.faulty)
    told = [temuan for temuan in findings(text) if temuan.aturan == fault.check]
    lines = [temuan.tempat.baris for temuan in told if temuan.tempat is not None]
    assert line_of(fault, text) in lines, [(temuan.tempat, temuan.pesan) for temuan in findings(text)]


OTHER_PLACES = (
    ("kepala-lampiran", "NOMOR : 188/21/ORG/2021", "NOMOR : 188/12/ORG/2021", "NOMOR 188/21/ORG/2021"),
    (
        "daftar-berbeda",
        "\t1. Meningkatkan kepuasan masyarakat\t",
        "\t1. Meningkatkan Kepuasan Masyarakat\t",
        "2. Meningkatkan kep",
    ),
    (
        "nama-berbeda",
        "DP-02 Pelayanan Pembaca\n DP-02.1",
        "DP-02 Layanan bagi Pembaca\n DP-02.1",
        "DP-02 Pelayanan Pembaca",
    ),
    ("ejaan-kode", "DP-02.2 Bimbingan", "DP.02.2 Bimbingan", "DP-01.1 Pengadaan"),
    ("kode-ganda", "DP-02.2 Bimbingan Pembaca", "DP-02.1 Penyuluhan Minat", "DP-02.1 Peminjaman Buku"),
    ("kode-terlewat", "DP-03.2 Penatausahaan Keuangan", "DP-03.3 Penatausahaan Keuangan", "DP-03.1 Penatausahaan"),
    ("huruf-besar", "2. pelayanan pembaca perpustakaan", "2. Pelayanan pembaca perpustakaan", "1. pengelolaan koleksi"),
    (
        "singkatan-naskah",
        "1. Pengelolaan Koleksi menjadi",
        "1. Pengelolaan SDM dan Koleksi menjadi",
        "1. Meningkatkan kualitas",
    ),
    (
        "tanda-baca",
        "2. Meningkatkan mutu layanan publik.",
        "2. Meningkatkan mutu layanan publik;",
        "2. Meningkatkan kepuasan",
    ),
    ("masa-berbeda", "pada tanggal 4 Mei 2021", "pada tanggal 4 Mei 2023", "pada tanggal 4 Mei 2023"),
    ("tidak-dijabarkan", " DP-02.2 Bimbingan Pembaca\n", "", " DP-02.1 Peminjaman"),
    ("gambar-tidak-ada", STEPS, "\n", "d. peta lintas fungsi"),
    (
        "saling-mendahului",
        "2. Ketatausahaan mendukung Pengelolaan Koleksi.",
        "2. Hasil Pelayanan Pembaca menjadi dasar Pengelolaan Koleksi.",
        "1. Pengelolaan Koleksi menjadi",
    ),
)


@pytest.mark.parametrize(("slug", "sound", "faulty", "other"), OTHER_PLACES, ids=[each[0] for each in OTHER_PLACES])
def test_a_finding_shows_the_other_place(slug: str, sound: str, faulty: str, other: str) -> None:
    text = SOUND.replace(sound, faulty)
    line = text[: text.index(other)].count("\n") + 1
    assert any(line in [place.baris for place in temuan.lain] for temuan in findings(text) if temuan.aturan == slug)


@pytest.mark.parametrize(("sound", "other"), STILL_SOUND)
def test_of_what_only_looks_like_a_fault_nothing_is_told(sound: str, other: str) -> None:
    assert SOUND.count(sound) == 1, "the passage must stand once"
    assert [(temuan.tempat, temuan.pesan) for temuan in findings(SOUND.replace(sound, other))] == []


@pytest.mark.parametrize(("slug", "sound", "other"), NOT_SAID, ids=[f"{each[0]}: {each[2][:30]}" for each in NOT_SAID])
def test_a_check_is_silent_about_what_is_no_fault_of_its_kind(slug: str, sound: str, other: str) -> None:
    assert SOUND.count(sound) == 1, "the passage must stand once"
    told = [(temuan.tempat, temuan.pesan) for temuan in findings(SOUND.replace(sound, other)) if temuan.aturan == slug]
    assert told == []


AMENDMENT = (
    "1. Pengelolaan Koleksi menjadi dasar",
    "7. Pengelolaan Koleksi menjadi dasar",
)


def test_an_amendment_leaves_out_what_it_does_not_change() -> None:
    """Codes, numbers and years that lack in it stand in the decree it amends."""
    title = "PETA PROSES BISNIS DINAS"
    text = SOUND.replace(title, f"PERUBAHAN ATAS KEPUTUSAN BUPATI NOMOR 5 TAHUN 2020 TENTANG {title}", 1)
    text = text.replace(*AMENDMENT).replace(" DP-02.1 Peminjaman Buku\n", "").replace("DP-03 Ketatausahaan\n", "")
    silent = {"kode-terlewat", "kode-tanpa-induk", "nomor-loncat", "masa-berbeda"}
    assert text != SOUND and not [temuan.pesan for temuan in findings(text) if temuan.aturan in silent]


WRAPPED = (
    (
        "diperlukan hubungan kerja yang jelas",
        "diperlukan hubungan\n               kerja dan praktek kerja yang jelas",
        "praktek",
    ),
    ("diperlukan hubungan kerja yang jelas", "hubungan\n               kerja diperlukan meningkatkan", "diperlukan"),
    (
        "sebagaimana dimaksud dalam huruf a, perlu",
        "sebagaimana\n       dimaksud dalam huruf a dan huruf f, perlu",
        "huruf f",
    ),
    ("dimaksud dalam Diktum KESATU", "dimaksud\ndalam Diktum KEENAM", "Diktum KEENAM"),
)


@pytest.mark.parametrize(("sound", "faulty", "words"), WRAPPED, ids=[each[2] for each in WRAPPED])
def test_a_fault_is_told_at_the_line_of_its_words(sound: str, faulty: str, words: str) -> None:
    """In a paragraph of several lines, where the text of the lines is at hand."""
    text = SOUND.replace(sound, faulty, 1)
    made = quoted(read("naskah.txt", text.encode()))
    lines = {line.number: line.text for line in made.document.lines}
    told = [temuan.tempat.baris for temuan in check(made.naskah, lines) if temuan.tempat is not None]
    assert text[: text.index(words)].count("\n") + 1 in told


def test_what_has_one_cause_is_told_once() -> None:
    text = SOUND
    for word, misread in (("Menimbang", "Menirnbang"), ("Nomor 43", "Nornor 43"), ("LAMPIRAN", "LAMPlRAN")):
        text = text.replace(word, misread, 1)
    text = text.replace("Tahun 2007", "Tahun 2O07", 1).replace("Tahun 2016", "Tahun 2O16", 1)
    told = [temuan for temuan in findings(text) if temuan.aturan == "derau-naskah"]
    assert len(told) == 1 and len(told[0].lain) >= 3, [temuan.pesan for temuan in told]


def test_every_check_is_tried() -> None:
    assert {fault.check for fault in FAULTS} == set(contradictions())


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault.check}: {fault.faulty[:30].strip()}")
def test_a_finding_says_what_and_where(fault: Fault) -> None:
    """Every sentence is whole, and every other place is a line of the text."""
    text = SOUND.replace(fault.sound, fault.faulty)
    for temuan in findings(text):
        assert temuan.pesan.endswith((".", "?")) and "  " not in temuan.pesan and "“”" not in temuan.pesan
        assert temuan.tempat is not None and 0 < temuan.tempat.baris <= text.count("\n") + 1
        assert all(0 < place.baris <= text.count("\n") + 1 for place in temuan.lain)


def test_a_text_that_lost_any_of_its_lines_is_still_searched() -> None:
    lines = SOUND.split("\n")
    for lost in range(0, len(lines), 7):
        text = "\n".join([*lines[:lost], *lines[lost + 1 :]])
        assert all(temuan.tempat is not None and temuan.pesan for temuan in findings(text))
