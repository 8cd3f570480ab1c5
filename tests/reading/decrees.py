"""Small texts of unlike bodies that tests of reading share."""

import os
from pathlib import Path

from probis.reading.formats import read
from probis.reading.quotations import Quoted, quoted

NTT = Path(os.environ.get("PROBIS_SHARED", Path(__file__).parents[3] / "shared")) / "reference/keputusan-253-2020.txt"


def text(content: str, name: str = "naskah.txt") -> Quoted:
    """Return what a text says."""
    return quoted(read(name, content.encode()))


PERBUP = """BUPATI SUMBER JAYA
PROVINSI JAWA TENGAH

PERATURAN BUPATI SUMBER JAYA
NOMOR 12 TAHUN 2021
TENTANG
PETA PROSES BISNIS PEMERINTAH KABUPATEN SUMBER JAYA

DENGAN RAHMAT TUHAN YANG MAHA ESA

BUPATI SUMBER JAYA,

Menimbang : a. bahwa untuk melaksanakan ketentuan Pasal 2
               Peraturan Menteri Pendayagunaan Aparatur Negara dan
               Reformasi Birokrasi Nomor 19 Tahun 2018 perlu disusun
               peta proses bisnis;
            b. bahwa berdasarkan pertimbangan sebagaimana dimaksud
               dalam huruf a, perlu menetapkan Peraturan Bupati;

Mengingat : 1. Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;
            2. Undang-Undang Nomor 13 Tahun 1950 tentang Pembentukan Daerah-daerah Kabupaten dalam
               Lingkungan Propinsi Jawa Tengah;
            3. Peraturan Daerah Kabupaten Sumber Jaya Nomor 5 Tahun 2016 tentang Pembentukan dan
               Susunan Perangkat Daerah (Lembaran Daerah Kabupaten Sumber Jaya Tahun 2016 Nomor 5,
               Tambahan Lembaran Daerah Kabupaten Sumber Jaya Nomor 31) sebagaimana telah diubah
               dengan Peraturan Daerah Kabupaten Sumber Jaya Nomor 3 Tahun 2020 tentang Perubahan
               atas Peraturan Daerah Kabupaten Sumber Jaya Nomor 5 Tahun 2016 tentang Pembentukan
               dan Susunan Perangkat Daerah (Lembaran Daerah Kabupaten Sumber Jaya Tahun 2020 Nomor 3);

MEMUTUSKAN:

Menetapkan : PERATURAN BUPATI TENTANG PETA PROSES BISNIS PEMERINTAH KABUPATEN SUMBER JAYA.

BAB I
KETENTUAN UMUM

Pasal 1

Dalam Peraturan Bupati ini yang dimaksud dengan:
1. Daerah adalah Kabupaten Sumber Jaya.
2. Bupati adalah Bupati Sumber Jaya.
3. Peta Proses Bisnis adalah diagram yang menggambarkan hubungan kerja.

BAB II
PENYUSUNAN

Bagian Kesatu
Umum

Pasal 2

(1) Peta proses bisnis disusun oleh setiap perangkat daerah sesuai dengan
Pasal 3 ayat (1) huruf a.
(2) Peta proses bisnis sebagaimana dimaksud pada ayat (1) meliputi:
a. peta proses;
b. peta subproses; dan
c. peta lintas fungsi.

BAB III
KETENTUAN PENUTUP

Pasal 3

Pada saat Peraturan Bupati ini mulai berlaku, Peraturan Bupati Sumber Jaya Nomor 40 Tahun 2017
tentang Peta Bisnis Proses dicabut dan dinyatakan tidak berlaku.

Pasal 4

Peraturan Bupati ini mulai berlaku pada tanggal diundangkan.

Agar setiap orang mengetahuinya, memerintahkan pengundangan Peraturan Bupati ini dengan
penempatannya dalam Berita Daerah Kabupaten Sumber Jaya.

Ditetapkan di Sumber Jaya
pada tanggal 3 Maret 2021

BUPATI SUMBER JAYA,

ttd

SUTRISNO HADI

Diundangkan di Sumber Jaya
pada tanggal 4 Maret 2021

SEKRETARIS DAERAH KABUPATEN SUMBER JAYA,

ttd

DWI LESTARI

BERITA DAERAH KABUPATEN SUMBER JAYA TAHUN 2021 NOMOR 12

LAMPIRAN I
PERATURAN BUPATI SUMBER JAYA
NOMOR 12 TAHUN 2021
TENTANG
PETA PROSES BISNIS PEMERINTAH
KABUPATEN SUMBER JAYA

VISI DAN MISI

Visi : Maju bersama

LAMPIRAN II
PERATURAN BUPATI SUMBER JAYA
NOMOR 12 TAHUN 2021
TENTANG
PETA PROSES BISNIS PEMERINTAH KABUPATEN SUMBER JAYA

PETA PROSES

01 Perencanaan pembangunan

BUPATI SUMBER JAYA,

ttd

SUTRISNO HADI
"""
