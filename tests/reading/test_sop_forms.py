"""Steps of SOPs and maps in the forms in which bodies print them: several in a file, sentences, unlike tables."""

import pytest

from probis.model import Kutipan
from probis.reading.draft import draft
from reading.decrees import text

ANNEX = "LAMPIRAN\nKEPUTUSAN KEPALA DINAS UJI\nNOMOR 1 TAHUN 2024\n\n"
CASES = {
    "a column that tells where the work goes if it is refused": (
        "txt",
        ANNEX
        + """IV. PETA LINTAS FUNGSI

PB.01.01 Penerbitan Izin

No\tTahapan\tUnit Pelaksana\tJangka Waktu\tApabila ditolak
1\tPermohonan diajukan\tPemohon\t1 hari\t-
2\tBerkas diperiksa\tPetugas Loket\t1 x 24 jam\tkembali ke tahap 1
3\tIzin ditetapkan\tKepala Dinas\t1 hari\tke tahap 2
""",
        [
            "PB.01.01 Penerbitan Izin: 1 Permohonan diajukan [Pemohon] 1 hari",
            "PB.01.01 Penerbitan Izin: 2 Berkas diperiksa [Petugas Loket] 1 x 24 jam → 1",
            "PB.01.01 Penerbitan Izin: 3 Izin ditetapkan [Kepala Dinas] 1 hari → 2",
        ],
    ),
    "counted titles, steps counted in words before a comma": (
        "txt",
        ANNEX
        + """V. PETA LINTAS FUNGSI

SOP 1 : Penanganan Aduan
Langkah ke-1, Pelapor menyampaikan aduan kepada petugas piket.
Langkah ke-2, Petugas piket mencatat aduan.
Langkah ke-3, Kepala Seksi menugaskan anggota; bila aduan tidak jelas, kembali ke langkah ke-2.

2. PLF.02 Pengaduan
   a. Masyarakat: menyampaikan pengaduan
   b. Admin: mencatat pengaduan
3. PLF.03 Bantuan
   a. Pemohon -> mengajukan surat
   b. Kepala Seksi -> memeriksa surat
""",
        [
            "Penanganan Aduan: 1 menyampaikan aduan kepada petugas piket [Pelapor]",
            "Penanganan Aduan: 2 mencatat aduan [Petugas piket]",
            "Penanganan Aduan: 3 menugaskan anggota [Kepala Seksi] → 2",
            "PLF.02 Pengaduan: a menyampaikan pengaduan [Masyarakat]",
            "PLF.02 Pengaduan: b mencatat pengaduan [Admin]",
            "PLF.03 Bantuan: a mengajukan surat [Pemohon]",
            "PLF.03 Bantuan: b memeriksa surat [Kepala Seksi]",
        ],
    ),
    "a heading that goes on with the number of the SOP, fields that follow each other in a line": (
        "txt",
        ANNEX
        + """IV. PETA LINTAS FUNGSI

PROSEDUR KAJI CEPAT (Ut-2.1) Nomor SOP : 360/SOP-02/BPBD/2025
Nama SOP : Kaji Cepat Disahkan oleh: Kepala Pelaksana

No\tKegiatan\tPelaksana\tWaktu
1\tMelaporkan kejadian\tPemerintah Desa\t10 menit
2\tMemeriksa laporan\tPetugas Posko\t15 menit
""",
        [
            "Kaji Cepat: 1 Melaporkan kejadian [Pemerintah Desa] 10 menit",
            "Kaji Cepat: 2 Memeriksa laporan [Petugas Posko] 15 menit",
        ],
    ),
    "a signature below a table, in the column of one who carries out": (
        "txt",
        ANNEX
        + """V. PETA LINTAS FUNGSI

B.02 Verifikasi Berkas

No\tKegiatan\tPemohon\tPetugas\tWaktu
1\tMenyerahkan berkas\tV\t\t10 menit
2\tMemeriksa berkas\t\tV\t1 hari
\t\t\tSEKRETARIS KOMISI UJI,\t
\t\t\tNURHAYATI LADJIDA\t
""",
        [
            "B.02 Verifikasi Berkas: 1 Menyerahkan berkas [Pemohon] 10 menit",
            "B.02 Verifikasi Berkas: 2 Memeriksa berkas [Petugas] 1 hari",
        ],
    ),
    "a procedure of a hospital: fields beside their values, steps in a cell": (
        "md",
        """| RSUD MELATI | PEMERIKSAAN DARAH | |
|---|---|---|
| No. Dokumen | No. Revisi | Halaman |
| 12/SPO/2023 | 01 | 1/2 |

| PENGERTIAN | Pengambilan contoh darah pasien |
|---|---|
| PROSEDUR | 1. Petugas memanggil pasien.<br>2. Petugas mengambil darah; jika gagal ulangi langkah 1.<br>3. Analis \
memeriksa contoh selama 30 menit. |
| UNIT TERKAIT | 1. Laboratorium<br>2. Rawat Inap |
""",
        [
            "PEMERIKSAAN DARAH: 1 memanggil pasien [Petugas]",
            "PEMERIKSAAN DARAH: 2 mengambil darah [Petugas] → 1",
            "PEMERIKSAAN DARAH: 3 memeriksa contoh [Analis] 30 menit",
        ],
    ),
    "steps of two maps, each in one paragraph": (
        "txt",
        ANNEX
        + """PETA LINTAS FUNGSI

PK.01.02 Penerbitan Kartu Nelayan
Langkah: 1. Nelayan menyerahkan formulir; 2. Petugas loket memeriksa formulir, jika tidak lengkap dikembalikan ke nomor
1; 3. Kepala Bidang menandatangani kartu (1 hari).

PK.01.03 Pendaftaran Kapal
Langkah: 1. Pemilik kapal mengajukan berkas; 2. Syahbandar memeriksa kapal.
""",
        [
            "PK.01.02 Penerbitan Kartu Nelayan: 1 menyerahkan formulir [Nelayan]",
            "PK.01.02 Penerbitan Kartu Nelayan: 2 memeriksa formulir [Petugas loket] → 1",
            "PK.01.02 Penerbitan Kartu Nelayan: 3 menandatangani kartu [Kepala Bidang] 1 hari",
            "PK.01.03 Pendaftaran Kapal: 1 mengajukan berkas [Pemilik kapal]",
            "PK.01.03 Pendaftaran Kapal: 2 memeriksa kapal [Syahbandar]",
        ],
    ),
    "steps in sentences that tell what they need and give, which are no flows": (
        "txt",
        ANNEX
        + """F. PETA LINTAS FUNGSI: KH.3.2 PENERBITAN REKOMENDASI

Kegiatan berlangsung dalam urutan berikut.
1.  Analis Kawasan mengirim surat kepada pemohon, dengan kelengkapan berkas permohonan, paling lama 2 hari,
    menghasilkan surat panggilan.
2.  Kepala Dinas menandatangani rekomendasi, dengan kelengkapan konsep rekomendasi, paling lama 1 jam, menghasilkan
    rekomendasi. Apabila konsep keliru, kembali ke langkah 1.
""",
        [
            "KH.3.2 PENERBITAN REKOMENDASI: 1 mengirim surat kepada pemohon [Analis Kawasan] 2 hari",
            "KH.3.2 PENERBITAN REKOMENDASI: 2 menandatangani rekomendasi [Kepala Dinas] 1 jam → 1",
        ],
    ),
    "a number with a comma that a scan made of its point, and a column of those by whom it is done": (
        "md",
        """## SOP Pelayanan Kartu

| Urutan | Uraian Langkah | Dikerjakan oleh | Lama | Hasil |
|---|---|---|---|---|
| 1. | Menerima berkas | Petugas | 5 menit | Tanda terima |
| 2, | Memeriksa berkas | Verifikator | 1 jam | Lembar hasil |
| 3. | Menerbitkan kartu | Kepala Dinas | 1 hari | Kartu |
""",
        [
            "Pelayanan Kartu: 1 Menerima berkas [Petugas] 5 menit",
            "Pelayanan Kartu: 2 Memeriksa berkas [Verifikator] 1 jam",
            "Pelayanan Kartu: 3 Menerbitkan kartu [Kepala Dinas] 1 hari",
        ],
    ),
    "a list under a sentence, returned to somebody": (
        "txt",
        ANNEX
        + """F. PETA LINTAS FUNGSI: KH.3.1 FASILITASI PERMOHONAN

Kegiatan berlangsung dalam urutan berikut.
1.  Kelompok Tani mengajukan permohonan.
2.  Seksi Kawasan memeriksa permohonan; jika belum lengkap permohonan dikembalikan kepada Kelompok Tani.
3.  Kepala Dinas: menandatangani rekomendasi.
""",
        [
            "KH.3.1 FASILITASI PERMOHONAN: 1 mengajukan permohonan [Kelompok Tani]",
            "KH.3.1 FASILITASI PERMOHONAN: 2 memeriksa permohonan [Seksi Kawasan] → 1",
            "KH.3.1 FASILITASI PERMOHONAN: 3 menandatangani rekomendasi [Kepala Dinas]",
        ],
    ),
    "two SOPs with marks of other kinds, and names in one cell": (
        "md",
        """## SOP Pelayanan A

| No | Uraian Kegiatan | Pemohon | Staf | Kasi | Waktu | Output | Keterang an |
|---|---|---|---|---|---|---|---|
| 1 | Mengajukan berkas | O | - | - | 5 menit | Berkas | |
| 2 | Memeriksa berkas | Tidak | <> | | 5 menit | Berkas | Tidak lengkap → 1 |
| 3 | Menyetujui | | ↓ | V | - | Surat | ditolak → 2 |

## SOP Pelayanan B

| No | Mutu Baku: Waktu | Output | Uraian Kegiatan | Pelaksana |
|---|---|---|---|---|
| 1 | 5 menit | Surat | Menerima surat | Staf TU, Kasubbag Umum |
| 2 | 1 hari | Arsip | Menyimpan. Bila salah, kembali ke tahap pertama | Arsiparis |
""",
        [
            "Pelayanan A: 1 Mengajukan berkas [Pemohon] 5 menit",
            "Pelayanan A: 2 Memeriksa berkas [Staf] 5 menit → 1",
            "Pelayanan A: 3 Menyetujui [Kasi] → 2",
            "Pelayanan B: 1 Menerima surat [Staf TU] [Kasubbag Umum] 5 menit",
            "Pelayanan B: 2 Menyimpan. Bila salah, kembali ke tahap pertama [Arsiparis] 1 hari → 1",
        ],
    ),
    "no numbers, two rows of heads": (
        "txt",
        """STANDAR OPERASIONAL PROSEDUR
PENERIMAAN TAMU

Nomor SOP : 12/SOP/2024

Kegiatan\tPelaksana\t\tMutu Baku\t\t\tKeterangan
\tTamu\tResepsionis\tKelengkapan\tWaktu\tOutput\t
Mengisi buku tamu\t√\t\tKTP\t2 menit\tBuku terisi\t
Menghubungi pejabat\t\t√\tBuku tamu\t3 menit\tJawaban\tBila tidak ada, kembali ke langkah sebelumnya
Mengantar tamu\t\t√\t-\t5 menit\tTamu diterima\t
""",
        [
            "PENERIMAAN TAMU: 1 Mengisi buku tamu [Tamu] 2 menit",
            "PENERIMAAN TAMU: 2 Menghubungi pejabat [Resepsionis] 3 menit → 1",
            "PENERIMAAN TAMU: 3 Mengantar tamu [Resepsionis] 5 menit",
        ],
    ),
    "a table that goes on under another heading": (
        "md",
        """# SOP Rawat Inap

C. URAIAN PROSEDUR

| No | Kegiatan | Pelaksana | Waktu |
|---|---|---|---|
| 1 | Mendaftar | Pasien | 5 menit |
| 2 | Memeriksa | Dokter | 9 menit |

**Lanjutan Uraian Prosedur**

| No | Kegiatan | Pelaksana | Waktu |
|---|---|---|---|
| 3 | Memulangkan pasien | Dokter | 4 menit |
""",
        [
            "Rawat Inap: 1 Mendaftar [Pasien] 5 menit",
            "Rawat Inap: 2 Memeriksa [Dokter] 9 menit",
            "Rawat Inap: 3 Memulangkan pasien [Dokter] 4 menit",
        ],
    ),
    "a step that is torn over two pages": (
        "txt",
        """STANDAR OPERASIONAL PROSEDUR

Nomor SOP\t: 1/SOP
Nama SOP\t: Pinjam Arsip

No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\tKet.
\t\tPeminjam\tArsiparis\tKelengkapan\tWaktu\tOutput\t
1\t2\t3\t4\t5\t6\t7\t8
1.\tMengisi formulir\t●\t\tFormulir\t5 menit\tFormulir terisi\t
2.\tMencari arsip di\t\t●\tFormulir terisi\t9 menit\tArsip\t

Halaman 1 dari 2

No\tKegiatan\tPelaksana\t\tMutu Baku\t\t\tKet.
\t\tPeminjam\tArsiparis\tKelengkapan\tWaktu\tOutput\t
\trak penyimpanan\t\t\t\t\t\tBila tidak ada, ke langkah 1
3.\tMenyerahkan arsip\t\t●\tArsip\t2 menit\tTanda terima\t
""",
        [
            "Pinjam Arsip: 1 Mengisi formulir [Peminjam] 5 menit",
            "Pinjam Arsip: 2 Mencari arsip di rak penyimpanan [Arsiparis] 9 menit → 1",
            "Pinjam Arsip: 3 Menyerahkan arsip [Arsiparis] 2 menit",
        ],
    ),
    "a column of numbers under the word for steps, without times": (
        "md",
        """## Peta Lintas Fungsi PB.02.03 Penerbitan Surat

| Langkah | Uraian | Pelaksana |
|---|---|---|
| 1 | Menyerahkan KTP | Pemohon |
| 2 | Memeriksa dokumen | Petugas Loket |
""",
        [
            "PB.02.03 Penerbitan Surat: 1 Menyerahkan KTP [Pemohon]",
            "PB.02.03 Penerbitan Surat: 2 Memeriksa dokumen [Petugas Loket]",
        ],
    ),
    "several doers in a cell": (
        "md",
        """SOP Pemeriksaan Kapal

| No | Kegiatan | Pelaksana | Waktu |
|---|---|---|---|
| 1 | Memeriksa lambung | Penguji dan Nakhoda | 1 hari |
| 2 | Menyetujui hasil | Juru Ukur | 1 jam |
| 3 | Membahas hasil | Juru Ukur dan Petugas Loket | 1 jam |
| 4 | Mencatat hasil | Pengelola Data dan Informasi | 1 jam |
| 5 | Menandatangani | Nakhoda | 1 jam |
""",
        [
            "Pemeriksaan Kapal: 1 Memeriksa lambung [Penguji] [Nakhoda] 1 hari",
            "Pemeriksaan Kapal: 2 Menyetujui hasil [Juru Ukur] 1 jam",
            "Pemeriksaan Kapal: 3 Membahas hasil [Juru Ukur] [Petugas Loket] 1 jam",
            "Pemeriksaan Kapal: 4 Mencatat hasil [Pengelola Data dan Informasi] 1 jam",
            "Pemeriksaan Kapal: 5 Menandatangani [Nakhoda] 1 jam",
        ],
    ),
    "sentences that tell relations are no steps": (
        "txt",
        ANNEX
        + """E. PETA LINTAS FUNGSI

1. Bidang Keuangan menyampaikan laporan kepada Sekretariat.
2. Bidang Aset menyerahkan data barang kepada Bidang Keuangan.
""",
        [],
    ),
    "a head whose columns a scan ran together": (
        "txt",
        ANNEX
        + """G. PETA LINTAS FUNGSI SD-4.1 PENERIMAAN TAMU

NO URAIAN KEGIATAN PELAKSANA WAKTU KELUARAN
l\tMenyampaikan surat\tMasyarakat\t-\tSurat
2\tMendisposisi surat\tSekretaris\t9 menit\tLembar disposisi
""",
        [
            "SD-4.1 PENERIMAAN TAMU: 1 Menyampaikan surat [Masyarakat]",
            "SD-4.1 PENERIMAAN TAMU: 2 Mendisposisi surat [Sekretaris] 9 menit",
        ],
    ),
    "a table that says by whom each step is done": (
        "md",
        """LAMPIRAN
KEPUTUSAN KEPALA DINAS UJI
NOMOR 1 TAHUN 2024

# PETA LINTAS FUNGSI PEMBERIAN IZIN LABUH

| Urutan | Rincian Langkah | Dikerjakan Oleh | Lama |
|---|---|---|---|
| 1 | Mengajukan izin labuh | Nakhoda | 1 hari |
| 2 | Memeriksa kapal | Syahbandar | 2 hari |
""",
        [
            "PEMBERIAN IZIN LABUH: 1 Mengajukan izin labuh [Nakhoda] 1 hari",
            "PEMBERIAN IZIN LABUH: 2 Memeriksa kapal [Syahbandar] 2 hari",
        ],
    ),
    "remarks after the steps are none": (
        "txt",
        """STANDAR OPERASIONAL PROSEDUR PENGADUAN

Langkah-langkah:
1. Pelapor menyampaikan pengaduan.
   Waktu: 10 menit
2. Kapus memutuskan tindak lanjut; jika ditolak kembali ke langkah 1.

Catatan:
1. Pengaduan tanpa nama tidak diproses.
2. Petugas menyampaikan jawaban paling lama 5 hari.
""",
        [
            "PENGADUAN: 1 menyampaikan pengaduan [Pelapor] 10 menit",
            "PENGADUAN: 2 memutuskan tindak lanjut [Kapus] → 1",
        ],
    ),
    "steps in running prose, under a heading on procedures": (
        "txt",
        ANNEX
        + """BAB IV
PROSEDUR KERJA

PD.01.02 Penerbitan Izin Penelitian

Petugas loket menerima berkas, lalu mencatatnya. Kepala Seksi memeriksa berkas; apabila berkas
tidak lengkap, berkas dikembalikan kepada petugas loket. Selanjutnya Kepala Bidang memaraf konsep surat.
""",
        [
            "PD.01.02 Penerbitan Izin Penelitian: 1 menerima berkas, lalu mencatatnya [Petugas loket]",
            "PD.01.02 Penerbitan Izin Penelitian: 2 memeriksa berkas [Kepala Seksi] → 1",
            "PD.01.02 Penerbitan Izin Penelitian: 3 memaraf konsep surat [Kepala Bidang]",
        ],
    ),
    "headings that only lead in to the steps of a process": (
        "txt",
        ANNEX
        + """D. Langkah-langkah Proses KS-02.01 Pengelolaan Surat Masuk

1) Arsiparis menerima surat masuk (5 menit).
2) Sekretaris membaca surat; dan
3) Kepala Dinas mendisposisikan surat.

E. Langkah-langkah Proses KS-02.02 Pengelolaan Surat Keluar

1) Pelaksana mengonsep surat.
2) Kepala Subbagian mengoreksi konsep; jika ada perbaikan kembali ke langkah 1.
""",
        [
            "KS-02.01 Pengelolaan Surat Masuk: 1 menerima surat masuk [Arsiparis] 5 menit",
            "KS-02.01 Pengelolaan Surat Masuk: 2 membaca surat [Sekretaris]",
            "KS-02.01 Pengelolaan Surat Masuk: 3 mendisposisikan surat [Kepala Dinas]",
            "KS-02.02 Pengelolaan Surat Keluar: 1 mengonsep surat [Pelaksana]",
            "KS-02.02 Pengelolaan Surat Keluar: 2 mengoreksi konsep [Kepala Subbagian] → 1",
        ],
    ),
    "steps numbered in words, of two SOPs": (
        "txt",
        ANNEX
        + """SOP 1
PENYUSUNAN RENCANA

Langkah 1: Kepala Subbagian menyiapkan bahan rencana.
Langkah 2: Kepala Dinas menyetujui rencana. Jika belum disetujui, kembali ke Langkah 1.

SOP 2
EVALUASI KINERJA

Langkah 1: Analis Kinerja menghimpun capaian.
Langkah 2: Kepala Dinas menetapkan hasil evaluasi.
""",
        [
            "PENYUSUNAN RENCANA: 1 menyiapkan bahan rencana [Kepala Subbagian]",
            "PENYUSUNAN RENCANA: 2 menyetujui rencana [Kepala Dinas] → 1",
            "EVALUASI KINERJA: 1 menghimpun capaian [Analis Kinerja]",
            "EVALUASI KINERJA: 2 menetapkan hasil evaluasi [Kepala Dinas]",
        ],
    ),
    "steps behind marks, under the title of the annex": (
        "txt",
        ANNEX
        + """PROSEDUR PELAYANAN PERPUSTAKAAN KELILING

Kode: PK.01.01

Uraian prosedur:
- Koordinator menyusun jadwal layanan.
- Pengemudi menyiapkan kendaraan.
- Pustakawan melayani peminjaman buku.
""",
        [
            "PROSEDUR PELAYANAN PERPUSTAKAAN KELILING: 1 menyusun jadwal layanan [Koordinator]",
            "PROSEDUR PELAYANAN PERPUSTAKAAN KELILING: 2 menyiapkan kendaraan [Pengemudi]",
            "PROSEDUR PELAYANAN PERPUSTAKAAN KELILING: 3 melayani peminjaman buku [Pustakawan]",
        ],
    ),
    "steps right under the codes and names of maps, doers with colons and arrows": (
        "txt",
        ANNEX
        + """VI. PETA LINTAS FUNGSI

K1a Penerbitan surat keterangan

1. Pemohon menyerahkan surat pengantar;
2. Petugas Loket memeriksa berkas; bila tidak lengkap, kembali ke langkah 1;

K5a Penanganan surat masuk

Pelaksana: Arsiparis, Camat

1. Arsiparis -> mencatat surat masuk
2. Camat : memberikan disposisi
""",
        [
            "K1a Penerbitan surat keterangan: 1 menyerahkan surat pengantar [Pemohon]",
            "K1a Penerbitan surat keterangan: 2 memeriksa berkas [Petugas Loket] → 1",
            "K5a Penanganan surat masuk: 1 mencatat surat masuk [Arsiparis]",
            "K5a Penanganan surat masuk: 2 memberikan disposisi [Camat]",
        ],
    ),
    "two doers in one cell, run together": (
        "md",
        """## SOP SEWA

| No | Kegiatan | Pelaksana | Waktu | Keluaran |
|---|---|---|---|---|
| 1 | Mengajukan permohonan | Pemohon | 1 jam | Permohonan |
| 2 | Menyetujui permohonan | Kepala Badan | 1 jam | Persetujuan |
| 3 | Menandatangani perjanjian | Kepala Badan Pemohon | 1 jam | Perjanjian |
""",
        [
            "SEWA: 1 Mengajukan permohonan [Pemohon] 1 jam",
            "SEWA: 2 Menyetujui permohonan [Kepala Badan] 1 jam",
            "SEWA: 3 Menandatangani perjanjian [Kepala Badan] [Pemohon] 1 jam",
        ],
    ),
    "the steps of a SOP among its other headings, all in one list": (
        "txt",
        ANNEX
        + """BAB II
STANDAR OPERASIONAL PROSEDUR

A. SOP Penerbitan Izin

1. Pengertian
   Izin adalah dokumen yang diberikan kepada pelaku usaha.
2. Persyaratan
   a. Fotokopi KTP;
   b. NPWP.
3. Prosedur
   a. Pemohon mengisi formulir;
   b. Kepala Seksi melakukan verifikasi; apabila tidak lengkap kembali ke huruf a;
4. Waktu penyelesaian : 3 hari kerja

B. SOP Pengaduan

1. Pengertian
   Pengaduan adalah penyampaian keluhan.
2. Prosedur
   a. Masyarakat menyampaikan pengaduan;
   b. Petugas mencatat pengaduan;
""",
        [
            "Penerbitan Izin: a mengisi formulir [Pemohon]",
            "Penerbitan Izin: b melakukan verifikasi [Kepala Seksi] → a",
            "Pengaduan: a menyampaikan pengaduan [Masyarakat]",
            "Pengaduan: b mencatat pengaduan [Petugas]",
        ],
    ),
    "a paragraph under the code and name of each map": (
        "txt",
        ANNEX
        + """PETA LINTAS FUNGSI

AB-01 Pelayanan Perizinan

Petugas loket memeriksa berkas. Tim teknis meninjau lapangan. Apabila tidak sesuai, berkas dikembalikan kepada petugas
loket. Kepala Dinas menandatangani izin.

AB-03 Pengelolaan Surat

Pertama, agendaris mencatat surat masuk. Kedua, Sekretaris memberi disposisi. Terakhir, agendaris mengarsipkan surat.
""",
        [
            "AB-01 Pelayanan Perizinan: 1 memeriksa berkas [Petugas loket]",
            "AB-01 Pelayanan Perizinan: 2 meninjau lapangan [Tim teknis] → 1",
            "AB-01 Pelayanan Perizinan: 3 menandatangani izin [Kepala Dinas]",
            "AB-03 Pengelolaan Surat: 1 mencatat surat masuk [agendaris]",
            "AB-03 Pengelolaan Surat: 2 memberi disposisi [Sekretaris]",
            "AB-03 Pengelolaan Surat: 3 mengarsipkan surat [agendaris]",
        ],
    ),
    "marks of several kinds: a number in brackets, an arrow with its word, an oval; a title that is no SOP": (
        "md",
        """# SOP AP

## SOP 01: Penerbitan Izin

| No | Kegiatan | Pemohon | Petugas Loket | Kepala Dinas | Persyaratan | Waktu | Output |
|---|---|:-:|:-:|:-:|---|---|---|
| 1 | Mengajukan permohonan | (1) | | | Formulir | 10 menit | Permohonan |
| 2 | Memeriksa berkas | ↩ Tidak | ◇ | | Permohonan | 15 menit | Berkas lengkap |
| 3 | Menandatangani izin | | | 1 | Konsep izin | 1 hari | Izin |
| 4 | Menyerahkan izin | ⬭ | ▢ | | Izin | 5 menit | Tanda terima |
""",
        [
            "Penerbitan Izin: 1 Mengajukan permohonan [Pemohon] 10 menit",
            "Penerbitan Izin: 2 Memeriksa berkas [Petugas Loket] 15 menit",
            "Penerbitan Izin: 3 Menandatangani izin [Kepala Dinas] 1 hari",
            "Penerbitan Izin: 4 Menyerahkan izin [Pemohon] [Petugas Loket] 5 menit",
        ],
    ),
    "who, how long and what comes of it, in brackets": (
        "txt",
        ANNEX
        + """SOP Penerbitan Izin
1. Menerima berkas (Pelaksana: Petugas Loket; Waktu: 10 menit; Output: tanda terima)
2. Memeriksa berkas (Pelaksana: Kepala Seksi; Waktu: 1 jam). Bila tidak lengkap, kembali ke langkah 1.
""",
        [
            "Penerbitan Izin: 1 Menerima berkas [Petugas Loket] 10 menit",
            "Penerbitan Izin: 2 Memeriksa berkas [Kepala Seksi] 1 jam → 1",
        ],
    ),
    "SOPs under numbered headings, each with its number": (
        "txt",
        ANNEX
        + """STANDAR OPERASIONAL PROSEDUR

1. PENERBITAN IZIN
   Nomor SOP : 503/11/2024
   Langkah-langkah :
   1) Petugas menerima berkas
   2) Kepala Dinas menandatangani izin

2. PENGELOLAAN ARSIP
   Nomor SOP : 503/12/2024
   Langkah-langkah :
   1) Arsiparis mencatat arsip
   2) Arsiparis menyimpan arsip
""",
        [
            "PENERBITAN IZIN: 1 menerima berkas [Petugas]",
            "PENERBITAN IZIN: 2 menandatangani izin [Kepala Dinas]",
            "PENGELOLAAN ARSIP: 1 mencatat arsip [Arsiparis]",
            "PENGELOLAAN ARSIP: 2 menyimpan arsip [Arsiparis]",
        ],
    ),
    "maps under their names, in a part with an illegible numeral": (
        "txt",
        ANNEX
        + """V. PETA SUB PROSES

UT.01 PELAYANAN
UT.01.1 Pelayanan Kartu
UT.01.2 Pelayanan Kapal

V1.  PETA LINTAS FUNGSI

UT.01/2 PELAYANAN KAPAL
(merupakan peta lintas fungsi dari UT.01 Pelayanan)

1. Kepala Bidang Sarana, Mutu dan Promosi memeriksa kapal.
2. Atasan langsung menelaah laporan;

bila tidak lengkap, kembali ke langkah 1.
3. Dalam hal berkas lengkap, petugas loket mencatat kapal.
""",
        [
            "UT.01/2 PELAYANAN KAPAL: 1 memeriksa kapal [Kepala Bidang Sarana, Mutu dan Promosi]",
            "UT.01/2 PELAYANAN KAPAL: 2 menelaah laporan [Atasan langsung] → 1",
            "UT.01/2 PELAYANAN KAPAL: 3 mencatat kapal [petugas loket]",
        ],
    ),
    "two maps under headings that say so": (
        "txt",
        ANNEX
        + """V. PETA LINTAS FUNGSI

A. Peta lintas fungsi Pelayanan Kapal (UT.01.2)

1. Perangkat Daerah mengirimkan usul.
2. Wali Kota menetapkan keputusan.

B. Peta lintas fungsi Pelayanan Kartu (UT.01.1)

1. Tim Pemeriksa memeriksa nelayan.
2. Kepala Dinas menandatangani kartu.
""",
        [
            "Pelayanan Kapal (UT.01.2): 1 mengirimkan usul [Perangkat Daerah]",
            "Pelayanan Kapal (UT.01.2): 2 menetapkan keputusan [Wali Kota]",
            "Pelayanan Kartu (UT.01.1): 1 memeriksa nelayan [Tim Pemeriksa]",
            "Pelayanan Kartu (UT.01.1): 2 menandatangani kartu [Kepala Dinas]",
        ],
    ),
    "a column that tells where the work goes back": (
        "md",
        """# PETA LINTAS FUNGSI

UT.01 Penerbitan Surat

| No. | Langkah | Pelaksana | Waktu | Keluaran | Kembali ke |
|---|---|---|---|---|---|
| 1. | Menyerahkan permohonan | Pemohon | 5 menit | Berkas | |
| 2. | Meneliti berkas | Petugas | 15 menit | Berkas lengkap | 1 |
| 3. | Memaraf surat | Kepala Seksi | 10 menit | Konsep | langkah 2 |
""",
        [
            "UT.01 Penerbitan Surat: 1 Menyerahkan permohonan [Pemohon] 5 menit",
            "UT.01 Penerbitan Surat: 2 Meneliti berkas [Petugas] 15 menit → 1",
            "UT.01 Penerbitan Surat: 3 Memaraf surat [Kepala Seksi] 10 menit → 2",
        ],
    ),
    "sentences that say where the work begins and ends": (
        "txt",
        """STANDAR OPERASIONAL PROSEDUR
Judul : Penerbitan Kartu

Alur dimulai dari pemohon yang mengisi formulir. Selanjutnya petugas loket memeriksa berkas. Kemudian Kepala Seksi
memaraf kartu. Alur berakhir setelah Kepala Bidang menandatangani kartu.
""",
        [
            "Penerbitan Kartu: 1 mengisi formulir [pemohon]",
            "Penerbitan Kartu: 2 memeriksa berkas [petugas loket]",
            "Penerbitan Kartu: 3 memaraf kartu [Kepala Seksi]",
            "Penerbitan Kartu: 4 menandatangani kartu [Kepala Bidang]",
        ],
    ),
    "articles that tell procedures among lists of other things": (
        "txt",
        """PERATURAN BUPATI UJI
NOMOR 2 TAHUN 2023
TENTANG
LAYANAN PERIZINAN

MEMUTUSKAN:
Menetapkan : PERATURAN BUPATI TENTANG LAYANAN PERIZINAN.

BAB II
PROSEDUR
Pasal 5
(1) Langkah-langkah penerbitan izin praktik sebagai berikut:
a. pemohon mengajukan permohonan;
b. petugas loket memeriksa berkas; dan
c. Kepala Dinas menandatangani izin.
(2) Permohonan sebagaimana dimaksud pada ayat (1) dilampiri:
a. fotokopi ijazah;
b. surat pernyataan.

Pasal 6
Tata cara pengaduan masyarakat dilaksanakan dengan urutan sebagai berikut:
a. pelapor menyampaikan pengaduan;
b. tim verifikasi menelaah pengaduan paling lama 3 (tiga) hari kerja.

Pasal 7
(1) Pemberian bantuan dilakukan sebagai berikut:
1. lurah mengusulkan penerima;
2. camat memeriksa usulan.
(2) Tugas Tim dilaksanakan sebagai berikut:
a. Ketua memimpin rapat;
b. Sekretaris menyiapkan bahan.
(3) Langkah-langkah sebagaimana dimaksud pada ayat (2) sebagai berikut:
a. Ketua memimpin rapat;
b. Sekretaris menyiapkan bahan.
""",
        [
            "penerbitan izin praktik: a mengajukan permohonan [pemohon]",
            "penerbitan izin praktik: b memeriksa berkas [petugas loket]",
            "penerbitan izin praktik: c menandatangani izin [Kepala Dinas]",
            "pengaduan masyarakat: a menyampaikan pengaduan [pelapor]",
            "pengaduan masyarakat: b menelaah pengaduan [tim verifikasi] 3 (tiga) hari kerja",
            "Pemberian bantuan: 1 mengusulkan penerima [lurah]",
            "Pemberian bantuan: 2 memeriksa usulan [camat]",
        ],
    ),
}


def _step(step: Kutipan, made: tuple[Kutipan, ...]) -> str:
    names = {each.id: each.teks for each in made}
    under = [each for each in made if each.induk == step.id]
    doers = "".join(f" [{each.teks}]" for each in under if each.sebagai == "pelaksana")
    times = "".join(f" {each.teks}" for each in under if each.sebagai == "waktu")
    back = "".join(f" → {each.nomor}" for each in under if each.sebagai == "kembali")
    return f"{names.get(step.induk, '')}: {step.nomor} {step.teks}{doers}{times}{back}"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_steps(case: str) -> None:
    suffix, content, steps = CASES[case]
    made = text(content, f"naskah.{suffix}").naskah.kutipan
    assert len({each.id for each in made}) == len(made)
    assert [_step(each, made) for each in made if each.sebagai == "langkah"] == steps


def test_what_a_step_needs_and_gives_is_told_in_its_sentence() -> None:
    content = CASES["steps in sentences that tell what they need and give, which are no flows"][1]
    made = text(content, "naskah.txt").naskah.kutipan
    assert not [each for each in made if each.sebagai == "aliran"]
    assert [(each.sebagai, each.teks) for each in made if each.sebagai in ("kelengkapan", "keluaran")] == [
        ("kelengkapan", "berkas permohonan"),
        ("keluaran", "surat panggilan"),
        ("kelengkapan", "konsep rekomendasi"),
        ("keluaran", "rekomendasi"),
    ]


def test_the_code_of_its_process_is_a_field_of_a_sop_and_a_table_of_levels_is_none() -> None:
    content = """# PETA PROSES

| Proses (Level 0) | Subproses (Level 1) | Aktivitas (Level 2) | Penanggung Jawab |
|---|---|---|---|
| BP.1 Pangan | BP.1.1 Cadangan Pangan | BP.1.1.1 Pengadaan beras | Bidang Pangan |

# SOP

| Nomor SOP | 500/07/2024 |
|---|---|
| Nama SOP | Penyaluran Beras |

Kode proses : BP.1.1

| No | Kegiatan | Pelaksana | Waktu | Keluaran |
|---|---|---|---|---|
| 1 | Mengajukan permohonan | Pemohon | 1 jam | Permohonan |
| 2 | Mengeluarkan beras | Petugas Gudang | 1 jam | Beras |
"""
    naskah = text(content, "naskah.md").naskah
    fields = {each.nomor: each.teks for each in naskah.kutipan if each.sebagai == "identitas sop"}
    assert fields == {"nomor sop": "500/07/2024", "nama sop": "Penyaluran Beras", "kode proses": "BP.1.1"}
    steps = [_step(each, naskah.kutipan) for each in naskah.kutipan if each.sebagai == "langkah"]
    assert steps == [
        "Penyaluran Beras: 1 Mengajukan permohonan [Pemohon] 1 jam",
        "Penyaluran Beras: 2 Mengeluarkan beras [Petugas Gudang] 1 jam",
    ]
    model = draft(naskah).model
    codes = {each.id: each.kode for each in model.proses}
    assert [codes[each.proses] for each in model.lintas_fungsi] == ["BP.1.1"]
