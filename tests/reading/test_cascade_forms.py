"""Directions as bureaus write them: what each form tells of visi, misi, tujuan, sasaran and indikator, and "
"no more."""

import pytest

from reading.decrees import text

LEVELS = ("visi", "misi", "tujuan", "sasaran", "indikator")
FORMS = {
    "an aim and its measure in one sentence, with the unit in brackets": (
        "BAB II\nARAH KEBIJAKAN STRATEGIS\n\n"
        "Tujuan yang ingin dicapai Dinas Perikanan pada periode 2021–2026 adalah\n"
        "meningkatnya kesejahteraan nelayan, dengan indikator Nilai Tukar Nelayan (NTN).\n\n"
        "Sasaran Dinas Perikanan adalah sebagai berikut:\n"
        "1. Meningkatnya produksi tangkap, dengan indikator: volume produksi tangkap (ton);\n"
        "2. Meningkatnya kinerja Dinas, yang diukur dengan nilai SAKIP (angka).\n",
        {
            "tujuan": ["meningkatnya kesejahteraan nelayan"],
            "sasaran": ["Meningkatnya produksi tangkap", "Meningkatnya kinerja Dinas"],
            "indikator": ["Nilai Tukar Nelayan (NTN)", "volume produksi tangkap (ton)", "nilai SAKIP (angka)"],
        },
    ),
    "several measures in one line": (
        "1. TUJUAN DAN SASARAN\n\nTujuan 1 : Meningkatnya akses pendidikan\n"
        "    Sasaran 1.1 : Meningkatnya partisipasi sekolah\n"
        "        Indikator Sasaran : a. APK PAUD; b. APM SD; dan c. APM SMP\n"
        "    Sasaran 1.2 : Meningkatnya mutu guru\n        Indikator Sasaran : Persentase guru bersertifikat\n",
        {
            "tujuan": ["Meningkatnya akses pendidikan"],
            "sasaran": ["Meningkatnya partisipasi sekolah", "Meningkatnya mutu guru"],
            "indikator": ["APK PAUD", "APM SD", "APM SMP", "Persentase guru bersertifikat"],
        },
    ),
    "a vision that begins small, a motto, and measures as a list under each aim": (
        "A. VISI DAN MISI\nVisi RSUD Tanjung Asri yaitu menjadi rumah sakit yang ramah.\nMisi RSUD Tanjung Asri:\n"
        "- memberikan pelayanan paripurna; dan\n- mengelola keuangan secara akuntabel.\n"
        "Motto: Melayani dengan hati.\n\n"
        "B. SASARAN STRATEGIS DAN INDIKATOR KINERJA\n1) Meningkatnya mutu pelayanan\n   a) Bed Occupancy Rate\n"
        "   b) Net Death Rate\n2) Meningkatnya kepuasan pelanggan\n   a) Indeks Kepuasan Masyarakat\n",
        {
            "visi": ["menjadi rumah sakit yang ramah"],
            "misi": ["memberikan pelayanan paripurna", "mengelola keuangan secara akuntabel"],
            "sasaran": ["Meningkatnya mutu pelayanan", "Meningkatnya kepuasan pelanggan"],
            "indikator": ["Bed Occupancy Rate", "Net Death Rate", "Indeks Kepuasan Masyarakat"],
        },
    ),
    "a list that goes on after the measure of its first item": (
        "I. ARAH STRATEGIS\n\n    Misi      : 1. Meningkatkan layanan warga\n"
        "                2. Memberdayakan nagari\n"
        "    Sasaran   : 1. Meningkatnya kepuasan warga\n                   Indikator: Indeks kepuasan\n"
        "                2. Meningkatnya swadaya nagari\n                   Indikator: Nilai swadaya (rupiah)\n",
        {
            "misi": ["Meningkatkan layanan warga", "Memberdayakan nagari"],
            "sasaran": ["Meningkatnya kepuasan warga", "Meningkatnya swadaya nagari"],
            "indikator": ["Indeks kepuasan", "Nilai swadaya (rupiah)"],
        },
    ),
    "a paragraph of several sentences": (
        "A.  Keterkaitan dengan Rencana Strategis\n\n"
        "    Badan mengampu satu tujuan dan dua sasaran. Tujuan tersebut adalah\n"
        "    “Terwujudnya pendapatan daerah yang optimal”, diukur dengan indikator rasio kemandirian fiskal.\n"
        "    Sasaran pertama ialah meningkatnya penerimaan pajak dengan indikator pertumbuhan pajak. Sasaran\n"
        "    kedua ialah meningkatnya kepatuhan wajib pajak dengan indikator tingkat kepatuhan.\n",
        {
            "tujuan": ["Terwujudnya pendapatan daerah yang optimal"],
            "sasaran": ["meningkatnya penerimaan pajak", "meningkatnya kepatuhan wajib pajak"],
            "indikator": ["rasio kemandirian fiskal", "pertumbuhan pajak", "tingkat kepatuhan"],
        },
    ),
    "aims of the text are none of the body": (
        "I. PENDAHULUAN\n\n   A. Maksud dan Tujuan\n      Tujuan penyusunan peta proses bisnis adalah:\n"
        "      1. memudahkan koordinasi;\n"
        "      2. menyederhanakan prosedur.\n   B. Sasaran\n"
        "      Sasaran dari dokumen ini adalah tersusunnya peta yang lengkap.\n\n"
        "II. SASARAN PROGRAM DAN SASARAN KEGIATAN\n   Sasaran Program (SP) :\n"
        "   SP1. Meningkatnya kualitas jalan nasional\n"
        "        IKP 1.1 Persentase kemantapan jalan\n   Sasaran Kegiatan (SK) :\n"
        "   SK1. Tersedianya dokumen teknis\n"
        "        IKK 1.1 Jumlah dokumen perencanaan\n",
        {
            "sasaran": ["Meningkatnya kualitas jalan nasional", "Tersedianya dokumen teknis"],
            "indikator": ["Persentase kemantapan jalan", "Jumlah dokumen perencanaan"],
        },
    ),
    "missions by their numbers in the plan": (
        "BAB II RENCANA STRATEGIS\n\nVisi Bupati dan Wakil Bupati terpilih\n"
        "TERWUJUDNYA KABUPATEN YANG MAJU DAN LESTARI\n\n"
        "Misi yang terkait dengan tugas Dinas\nMisi 2. Mempercepat pembangunan jalan\nMisi 4. Menjaga lingkungan\n\n"
        "Tujuan Dinas\nT.1 Meningkatnya mutu jalan\nT.2 Meningkatnya mutu air\n\nIndikator Kinerja\n"
        "I.1 Persentase jalan mantap\n",
        {
            "visi": ["TERWUJUDNYA KABUPATEN YANG MAJU DAN LESTARI"],
            "misi": ["Mempercepat pembangunan jalan", "Menjaga lingkungan"],
            "tujuan": ["Meningkatnya mutu jalan", "Meningkatnya mutu air"],
            "indikator": ["Persentase jalan mantap"],
        },
    ),
    "articles of an annex": (
        "BAB II\nVISI, MISI, TUJUAN, DAN SASARAN\n\nPasal 4\nMisi Universitas:\na. menyelenggarakan pendidikan; dan\n"
        "b. melaksanakan penelitian.\n\nPasal 5\n(1) Sasaran Universitas terdiri atas:\n"
        "    a. meningkatnya kualitas lulusan;\n    b. meningkatnya jumlah publikasi.\n\nPasal 6\n"
        "Peta proses bisnis bertujuan untuk:\na. menggambarkan hubungan kerja; dan\nb. menjadi dasar SOP.\n",
        {
            "misi": ["menyelenggarakan pendidikan", "melaksanakan penelitian"],
            "sasaran": ["meningkatnya kualitas lulusan", "meningkatnya jumlah publikasi"],
        },
    ),
    "missions counted up in a sentence, and aims of its own": (
        "A. Visi dan Misi Kepala Daerah\n\n"
        "   Pembangunan provinsi berpijak pada visi: SAGARA TIMUR BERDIKARI DAN BERBUDAYA.\n"
        "   Visi itu diuraikan dalam tiga misi, yakni (1) memajukan pendidikan,\n"
        "   (2) memperkuat ekonomi, dan (3) menata birokrasi.\n\nB. Tujuan dan Sasaran Dinas\n\n"
        "   Dinas mendukung misi kedua. Sasarannya adalah:\n"
        "   (a) meningkatnya koperasi sehat (indikator: persentase koperasi sehat); dan\n"
        "   (b) meningkatnya omzet usaha mikro (indikator: rata-rata omzet).\n\n"
        "C. Tugas Pokok\n\n"
        "   Dinas mempunyai tugas melaksanakan urusan koperasi dengan tujuan kesejahteraan anggota.\n",
        {
            "visi": ["SAGARA TIMUR BERDIKARI DAN BERBUDAYA"],
            "misi": ["memajukan pendidikan", "memperkuat ekonomi", "menata birokrasi"],
            "sasaran": ["meningkatnya koperasi sehat", "meningkatnya omzet usaha mikro"],
            "indikator": ["persentase koperasi sehat", "rata-rata omzet"],
        },
    ),
    "a numbered line for each level": (
        'A. LANDASAN STRATEGIS\n   1. Visi RPJMD : "Rimba Raya Tangguh dan Terhubung"\n'
        "   2. Misi RPJMD yang diemban : Misi ke-5, yaitu Mewujudkan reformasi birokrasi\n"
        "   3. Tujuan Bagian Organisasi : Meningkatnya efektivitas kelembagaan\n   4. Sasaran Bagian Organisasi :\n"
        "      a. Meningkatnya kematangan kelembagaan;\n      b. Meningkatnya kualitas pelayanan.\n"
        "   5. Indikator Kinerja Utama :\n      a. Nilai kematangan organisasi;\n      b. Indeks pelayanan publik.\n",
        {
            "visi": ["Rimba Raya Tangguh dan Terhubung"],
            "misi": ["Mewujudkan reformasi birokrasi"],
            "tujuan": ["Meningkatnya efektivitas kelembagaan"],
            "sasaran": ["Meningkatnya kematangan kelembagaan", "Meningkatnya kualitas pelayanan"],
            "indikator": ["Nilai kematangan organisasi", "Indeks pelayanan publik"],
        },
    ),
    "lists of other things between": (
        "I. VISI, MISI, DAN TATA NILAI\n\nVisi\nMenjadi perusahaan air minum yang sehat.\n\nMisi\n"
        "1) Menyediakan air minum yang sehat.\n2) Mengelola perusahaan secara efisien.\n\nTata Nilai\n"
        "1) Jujur\n2) Tangguh\n\n"
        "Tujuan Perusahaan\nTercapainya cakupan pelayanan sebesar 80 persen.\n\nSasaran Perusahaan\n"
        "a) Turunnya kehilangan air\n"
        "b) Naiknya jumlah sambungan\n",
        {
            "visi": ["Menjadi perusahaan air minum yang sehat"],
            "misi": ["Menyediakan air minum yang sehat", "Mengelola perusahaan secara efisien"],
            "tujuan": ["Tercapainya cakupan pelayanan sebesar 80 persen"],
            "sasaran": ["Turunnya kehilangan air", "Naiknya jumlah sambungan"],
        },
    ),
    "headings with decimals, of which one names no level": (
        "2. TUJUAN DAN SASARAN\n\n   2.1. Tujuan\n"
        '        Inspektorat menetapkan tujuan "Meningkatnya mutu pengawasan".\n'
        "        Indikator tujuan: Level kapabilitas APIP.\n   2.2. Sasaran\n"
        "        2.2.1. Meningkatnya tindak lanjut temuan\n"
        "               Indikator: a) Persentase temuan BPK yang selesai\n"
        "                          b) Persentase temuan intern yang selesai\n"
        "        2.2.2. Meningkatnya maturitas SPIP\n"
        "               Indikator: Nilai maturitas SPIP\n   2.3. Program\n        Pengawasan dan penunjang.\n",
        {
            "tujuan": ["Meningkatnya mutu pengawasan"],
            "sasaran": ["Meningkatnya tindak lanjut temuan", "Meningkatnya maturitas SPIP"],
            "indikator": [
                "Level kapabilitas APIP",
                "Persentase temuan BPK yang selesai",
                "Persentase temuan intern yang selesai",
                "Nilai maturitas SPIP",
            ],
        },
    ),
    "aims with codes of one level only": (
        "BAB II\nARAH STRATEGIS KEMENTERIAN\n\nMisi : 1. Menyusun kebijakan\n       2. Memperkuat pengawasan\n"
        "Sasaran Strategis : SS1 Meningkatnya pulau yang dikelola (indikator: jumlah pulau)\n"
        "       SS2 Meningkatnya kepatuhan (indikator: persentase kepatuhan)\n",
        {
            "misi": ["Menyusun kebijakan", "Memperkuat pengawasan"],
            "sasaran": ["Meningkatnya pulau yang dikelola", "Meningkatnya kepatuhan"],
            "indikator": ["jumlah pulau", "persentase kepatuhan"],
        },
    ),
    "a table with bars and no sides": (
        "BAB II VISI MISI DAN KINERJA\n\nHubungan misi dan tujuan digambarkan pada tabel di bawah ini.\n\n"
        "MISI                   | TUJUAN                  | SASARAN                 | INDIKATOR\n"
        "-----------------------+-------------------------+-------------------------+---------------------\n"
        "a. Menumbuhkan budaya  | Meningkatnya literasi   | Meningkatnya kunjungan  | Jumlah kunjungan\n"
        "   baca                | masyarakat              | perpustakaan            |\n"
        "                       |                         | Meningkatnya koleksi    | Jumlah judul koleksi\n"
        "b. Menyelamatkan arsip | Terselamatkannya arsip  | Meningkatnya arsip yang | Persentase arsip\n"
        "   daerah              | daerah                  | dikelola                | tertata\n",
        {
            "misi": ["Menumbuhkan budaya baca", "Menyelamatkan arsip daerah"],
            "tujuan": ["Meningkatnya literasi masyarakat", "Terselamatkannya arsip daerah"],
            "sasaran": [
                "Meningkatnya kunjungan perpustakaan",
                "Meningkatnya koleksi",
                "Meningkatnya arsip yang dikelola",
            ],
            "indikator": ["Jumlah kunjungan", "Jumlah judul koleksi", "Persentase arsip tertata"],
        },
    ),
    "paragraphs of an article that refer to each other": (
        'BAB II\nARAH KINERJA\n\nPasal 4\n\n(1) Dinas melaksanakan visi Bupati, yaitu "Bersama Membangun Desa".\n'
        "(2) Visi sebagaimana dimaksud pada ayat (1) dicapai melalui misi:\n    a. meningkatkan kualitas hidup; dan\n"
        "    b. memperkuat tata kelola desa.\n"
        "(3) Sasaran untuk mencapai misi sebagaimana dimaksud pada ayat (2) huruf a adalah:\n"
        "    1. meningkatnya status desa; dan\n    2. meningkatnya kapasitas desa.\n"
        "(4) Sasaran peta proses bisnis ini adalah seluruh unit organisasi.\n",
        {
            "visi": ["Bersama Membangun Desa"],
            "misi": ["meningkatkan kualitas hidup", "memperkuat tata kelola desa"],
            "sasaran": ["meningkatnya status desa", "meningkatnya kapasitas desa"],
        },
    ),
    "heads and words that only blanks part": (
        "A.  Arah Organisasi\n\n    Visi                     Menjadi sekolah vokasi yang unggul\n"
        "    Misi                     1. Menyelenggarakan pendidikan\n"
        "                             2. Melaksanakan penelitian\n"
        "    Tujuan                   Dihasilkannya lulusan yang siap kerja\n"
        "    Sasaran                  1. Meningkatnya serapan lulusan\n"
        "                             2. Meningkatnya kerja sama\n",
        {
            "visi": ["Menjadi sekolah vokasi yang unggul"],
            "misi": ["Menyelenggarakan pendidikan", "Melaksanakan penelitian"],
            "tujuan": ["Dihasilkannya lulusan yang siap kerja"],
            "sasaran": ["Meningkatnya serapan lulusan", "Meningkatnya kerja sama"],
        },
    ),
    "numbered aims with a short word for their measures": (
        "2.  SASARAN STRATEGIS BADAN\n\n    Sasaran 1   Meningkatnya kesiapsiagaan bencana\n"
        "                IKU: 1) Indeks ketahanan daerah\n                     2) Jumlah desa tangguh\n"
        "    Sasaran 2   Meningkatnya kecepatan penanganan\n                IKU: Waktu tanggap darurat\n",
        {
            "sasaran": ["Meningkatnya kesiapsiagaan bencana", "Meningkatnya kecepatan penanganan"],
            "indikator": ["Indeks ketahanan daerah", "Jumlah desa tangguh", "Waktu tanggap darurat"],
        },
    ),
    "marks beside the head, and whose mission it is": (
        "I. KERANGKA KINERJA\n\nMisi ke-1 RPJMD : Meningkatkan kualitas manusia\n"
        "  Tujuan          : Meningkatnya kesehatan\n"
        "  Sasaran         : - Menurunnya angka stunting\n                      Indikator : Prevalensi stunting\n"
        "                    - Meningkatnya harapan hidup\n                      Indikator : Umur harapan hidup\n",
        {
            "misi": ["Meningkatkan kualitas manusia"],
            "tujuan": ["Meningkatnya kesehatan"],
            "sasaran": ["Menurunnya angka stunting", "Meningkatnya harapan hidup"],
            "indikator": ["Prevalensi stunting", "Umur harapan hidup"],
        },
    ),
    "aims told in a background, and aims of the decree": (
        "BAB I PENDAHULUAN\nA. Latar Belakang\n   Sasaran tata laksana adalah meningkatnya efisiensi proses.\n"
        "B. Tujuan\n"
        "   1. Memberikan gambaran proses bisnis;\n   2. Menjadi acuan penyusunan SOP.\n\n"
        "BAB II TUJUAN DAN SASARAN SEKRETARIAT JENDERAL\n   Tujuan   : Terwujudnya layanan yang prima\n"
        "   Sasaran  : Meningkatnya kepuasan layanan\n",
        {"tujuan": ["Terwujudnya layanan yang prima"], "sasaran": ["Meningkatnya kepuasan layanan"]},
    ),
    "cells that hang below their numbers": (
        "B. KETERKAITAN VISI, MISI, TUJUAN, DAN SASARAN\n\n"
        "   MISI                     TUJUAN                    SASARAN\n"
        "   1. Membangun manusia     1.1 Meningkatnya mutu     1.1.1 Meningkatnya lama\n"
        "      yang unggul               pendidikan                  sekolah\n"
        "                                                      1.1.2 Menurunnya putus\n"
        "                                                            sekolah\n"
        "                            1.2 Meningkatnya          1.2.1 Menurunnya\n"
        "                                kesehatan                   stunting\n"
        "   2. Menata birokrasi      2.1 Terwujudnya           2.1.1 Meningkatnya\n"
        "                                birokrasi bersih            akuntabilitas\n",
        {
            "misi": ["Membangun manusia yang unggul", "Menata birokrasi"],
            "tujuan": ["Meningkatnya mutu pendidikan", "Meningkatnya kesehatan", "Terwujudnya birokrasi bersih"],
            "sasaran": [
                "Meningkatnya lama sekolah",
                "Menurunnya putus sekolah",
                "Menurunnya stunting",
                "Meningkatnya akuntabilitas",
            ],
        },
    ),
    "levels that end in a full stop, with items in one line": (
        "I. LANDASAN STRATEGIS\n\nVisi, misi, dan sasaran Institut ditetapkan sebagai berikut.\n\n"
        "Visi. Menjadi institut seni yang mendunia.\n\n"
        "Misi. (a) Menyelenggarakan pendidikan seni. (b) Melestarikan tradisi.\n\n"
        "Sasaran. (1) Meningkatnya jumlah karya. (2) Meningkatnya serapan lulusan.\n",
        {
            "visi": ["Menjadi institut seni yang mendunia"],
            "misi": ["Menyelenggarakan pendidikan seni", "Melestarikan tradisi"],
            "sasaran": ["Meningkatnya jumlah karya", "Meningkatnya serapan lulusan"],
        },
    ),
    "headings whose letters stand apart": (
        'BAB II\nPERENCANAAN STRATEGIS\n\n2.1 V I S I\n    "Petani Sejahtera, Pangan Berdaulat"\n\n2.2 M I S I\n'
        "    1. Meningkatkan produksi\n    2. Meningkatkan pendapatan\n\n2.3 SASARAN\n"
        "    2.3.1 Bertambahnya luas tanam\n"
        "          - Luas tanam padi (ha)\n          - Luas tanam jagung (ha)\n    2.3.2 Bertambahnya nilai hasil\n"
        "          - Jumlah kelompok pengolah\n",
        {
            "visi": ["Petani Sejahtera, Pangan Berdaulat"],
            "misi": ["Meningkatkan produksi", "Meningkatkan pendapatan"],
            "sasaran": ["Bertambahnya luas tanam", "Bertambahnya nilai hasil"],
            "indikator": ["Luas tanam padi (ha)", "Luas tanam jagung (ha)", "Jumlah kelompok pengolah"],
        },
    ),
    "a sentence that turns from level to level": (
        "A. ARAH STRATEGIS\n\n"
        '   Dinas mendukung visi Gubernur "Budaya Hidup, Rakyat Rukun" dengan misi ketiga "Merawat warisan".\n\n'
        "   Dari misi itu diturunkan satu tujuan, yaitu terpeliharanya warisan budaya, serta dua sasaran, yaitu "
        "meningkatnya cagar budaya yang dipugar dan meningkatnya partisipasi sanggar.\n\n"
        "   Keberhasilan sasaran tersebut diukur dengan indikator:\n   1. jumlah cagar budaya; dan\n"
        "   2. jumlah sanggar.\n",
        {
            "visi": ["Budaya Hidup, Rakyat Rukun"],
            "misi": ["Merawat warisan"],
            "tujuan": ["terpeliharanya warisan budaya"],
            "sasaran": ["meningkatnya cagar budaya yang dipugar", "meningkatnya partisipasi sanggar"],
            "indikator": ["jumlah cagar budaya", "jumlah sanggar"],
        },
    ),
    "a table that names the level of each row": (
        "II. KASKADE KINERJA BAGIAN HUKUM\n\n"
        "    Level            Uraian                                         Indikator\n"
        "    Tujuan           Terwujudnya produk hukum yang berkualitas      Indeks reformasi hukum\n"
        "    Sasaran          Meningkatnya kualitas rancangan perda          Persentase raperda disetujui\n"
        "                     Meningkatnya bantuan hukum                     Jumlah perkara didampingi\n",
        {
            "tujuan": ["Terwujudnya produk hukum yang berkualitas"],
            "sasaran": ["Meningkatnya kualitas rancangan perda", "Meningkatnya bantuan hukum"],
            "indikator": ["Indeks reformasi hukum", "Persentase raperda disetujui", "Jumlah perkara didampingi"],
        },
    ),
    "aims numbered by their kind, each with its measure": (
        "A. Sasaran Kinerja\n\n   Kinerja Direktorat diukur dengan dua sasaran program.\n"
        "   Sasaran program 1: Terlaksananya pembinaan pulau; indikatornya persentase pulau yang dibina.\n"
        "   Sasaran program 2: Tersusunnya norma; indikatornya jumlah norma yang ditetapkan.\n",
        {
            "sasaran": ["Terlaksananya pembinaan pulau", "Tersusunnya norma"],
            "indikator": ["persentase pulau yang dibina", "jumlah norma yang ditetapkan"],
        },
    ),
    "what explains a vision, and a mission by its number": (
        "II. VISI, MISI, TUJUAN DAN SASARAN\n\n    Visi daerah adalah “Kota Tenun yang Mandiri”. Makna visi tersebut:\n"
        "    1. Mandiri berarti mampu membiayai sendiri;\n    2. Tenun berarti warisan yang dijaga.\n\n"
        "    Untuk mewujudkannya terdapat lima misi. Dinas mendukung Misi 2, yaitu:\n    “Memajukan industri tenun”\n\n"
        "    Sasaran :\n    1. Meningkatnya produksi tenun\n       Indikator : Nilai produksi (rupiah)\n"
        "    2. Meningkatnya pasar tenun\n       Indikator : Nilai ekspor (USD)\n",
        {
            "visi": ["Kota Tenun yang Mandiri"],
            "misi": ["Memajukan industri tenun"],
            "sasaran": ["Meningkatnya produksi tenun", "Meningkatnya pasar tenun"],
            "indikator": ["Nilai produksi (rupiah)", "Nilai ekspor (USD)"],
        },
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_directions_are_told_and_no_more(form: str) -> None:
    content, expected = FORMS[form]
    said = text(f"LAMPIRAN\nKEPUTUSAN KEPALA DINAS\n\n{content}").naskah.kutipan
    told = {kind: [each.teks for each in said if each.sebagai == kind] for kind in LEVELS}
    assert {kind: words for kind, words in told.items() if words} == expected


def test_a_row_of_one_cell_tells_the_level_above_the_rows_below_it() -> None:
    content = (
        "# LAMPIRAN\n\n## II. PERJANJIAN KINERJA\n\n| SASARAN STRATEGIS | INDIKATOR KINERJA |\n| --- | --- |\n"
        "| **Tujuan: Meningkatnya mutu layanan** | |\n| Meningkatnya mutu rawat jalan | Waktu tunggu |\n"
    )
    said = {each.sebagai: each for each in text(content, "naskah.md").naskah.kutipan if each.sebagai in LEVELS}
    assert {kind: each.teks for kind, each in said.items()} == {
        "tujuan": "Meningkatnya mutu layanan",
        "sasaran": "Meningkatnya mutu rawat jalan",
        "indikator": "Waktu tunggu",
    }
    assert said["sasaran"].induk == said["tujuan"].id


def test_the_card_of_a_process_tells_no_aim_of_the_body() -> None:
    content = (
        "LAMPIRAN\nKEPUTUSAN KEPALA BIRO\n\nA. PETA PROSES BISNIS\n\n   BO-01 Penyusunan Kebijakan\n"
        "         Tujuan  : tersedianya kebijakan yang tepat\n         Sasaran : perangkat daerah\n"
        "         Pemilik : Bagian Kebijakan\n   BO-02 Pembinaan\n         Tujuan  : tertatanya kelembagaan\n"
        "         Pemilik : Bagian Kelembagaan\n\nC. PENUTUP\n"
        "   Peta ini dievaluasi untuk mencapai visi, misi, dan tujuan.\n"
    )
    assert not [each for each in text(content).naskah.kutipan if each.sebagai in LEVELS]


@pytest.mark.parametrize(("number", "cell"), [("1.", "1"), ("1.", "Misi I"), ("1.", "Kesatu"), ("M1", "M1")])
def test_a_cell_that_refers_to_an_item_of_a_list_puts_its_row_under_it(number: str, cell: str) -> None:
    content = (
        f"II. VISI, MISI, TUJUAN, DAN SASARAN\n\nMisi:\n{number} Menata pasar\n"
        f"{number.replace('1', '2')} Merawat jalan\n\n"
        "   Kode     Sasaran                       Indikator                     Misi\n"
        f"   S1       Meningkatnya omzet            Omzet pedagang                {cell}\n"
        f"   S2       Meningkatnya kebersihan       Jumlah los bersih             {cell}\n"
        f"   S3       Menurunnya keluhan            Jumlah keluhan                {cell}\n"
    )
    said = text(content).naskah.kutipan
    first = next(each for each in said if each.sebagai == "misi")
    assert {(each.nomor, each.induk) for each in said if each.sebagai == "sasaran"} == {
        ("S1", first.id),
        ("S2", first.id),
        ("S3", first.id),
    }


def test_a_cell_whose_lines_were_put_together_tells_each_measure() -> None:
    content = (
        "# LAMPIRAN\n\n## II. TUJUAN DAN SASARAN\n\n| SASARAN | INDIKATOR |\n| --- | --- |\n"
        "| Meningkatnya mutu dan terjangkaunya layanan | Persentase contoh yang memenuhi standar "
        "Jumlah usaha yang dibina |\n"
        "| Meningkatnya Indeks Ruang Hijau | Rasio dan Jumlah taman |\n"
    )
    said = [each for each in text(content, "naskah.md").naskah.kutipan if each.sebagai in LEVELS]
    assert [each.teks for each in said] == [
        "Meningkatnya mutu dan terjangkaunya layanan",
        "Persentase contoh yang memenuhi standar",
        "Jumlah usaha yang dibina",
        "Meningkatnya Indeks Ruang Hijau",
        "Rasio dan Jumlah taman",
    ]
