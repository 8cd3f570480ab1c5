"""Visions, missions and goals that a sentence tells, not a heading with a list under it."""

import pytest

from reading.decrees import text

SENTENCES = {
    "quoted, and a list after it": (
        'Visi pembangunan daerah yang didukung Dinas adalah "Lembah Subur, Warga Makmur". Untuk mencapainya '
        "ditetapkan misi:\n1)  menjaga mata air; dan\n2)  membuka pasar petani.\n",
        [("visi", "Lembah Subur, Warga Makmur"), ("misi", "menjaga mata air"), ("misi", "membuka pasar petani")],
    ),
    "set off in a line of its own": (
        "Rencana ini disusun menurut visi Bupati, yaitu\n\n      “KOTA TEPI DANAU YANG TENANG”\n\n"
        "yang dijabarkan ke dalam 2 (dua) misi:\n\n1. Menata tepi danau;\n2. Menguatkan nelayan.\n",
        [("visi", "KOTA TEPI DANAU YANG TENANG"), ("misi", "Menata tepi danau"), ("misi", "Menguatkan nelayan")],
    ),
    "a heading that says whose it is": (
        "Visi RPJMD Kabupaten: Maju Bersama\n\nTujuan Inspektorat ialah:\na. Meningkatnya mutu pengawasan\n",
        [("visi", "Maju Bersama"), ("tujuan", "Meningkatnya mutu pengawasan")],
    ),
    "without quotation marks": (
        "Visi Lembaga adalah Terwujudnya perairan yang aman dan lestari.\n",
        [("visi", "Terwujudnya perairan yang aman dan lestari")],
    ),
    "a word that ends like dan": ("Sasaran: Meningkatnya kinerja Badan\n", [("sasaran", "Meningkatnya kinerja Badan")]),
    "the level right before the quotation": (
        "Dinas mendukung misi ke-2, dengan tujuan “Meningkatnya kesejahteraan petani”.\n",
        [("tujuan", "Meningkatnya kesejahteraan petani")],
    ),
    "an item and its measure": (
        "Sasaran yang hendak dicapai adalah:\na. Meningkatnya produksi padi dengan indikator jumlah produksi (ton);\n"
        "b. Membaiknya jalan desa (indikator: panjang jalan mantap).\n",
        [("sasaran", "Meningkatnya produksi padi"), ("sasaran", "Membaiknya jalan desa")],
    ),
    "letters before the numbers": (
        "Misi : M1. Menata pasar\nM2. Merawat sungai\n\nT1  Tertatanya pasar\n    S1.1  Meningkatnya omzet pedagang\n"
        "          IKU 1.1.1  Persentase kios terisi\nT2  Bersihnya sungai\n",
        [
            ("misi", "Menata pasar"),
            ("misi", "Merawat sungai"),
            ("tujuan", "Tertatanya pasar"),
            ("sasaran", "Meningkatnya omzet pedagang"),
            ("tujuan", "Bersihnya sungai"),
        ],
    ),
    "heads on one line with their first items": (
        "Misi      :  1.  Menata pasar\n             2.  Merawat sungai\n\nSasaran   :  a.  Naiknya omzet\n"
        "             b.  Bersihnya sungai\n",
        [
            ("misi", "Menata pasar"),
            ("misi", "Merawat sungai"),
            ("sasaran", "Naiknya omzet"),
            ("sasaran", "Bersihnya sungai"),
        ],
    ),
    "a measure named by its short word": (
        "Sasaran: Naiknya omzet\nIKU: Omzet pedagang\n",
        [("sasaran", "Naiknya omzet")],
    ),
    "marks that a scan read for others": (
        "misi:\n1. Menata kota:\n2. Merawat taman.\n\nTujuan ? Meningkatnya kerapian kota.\n",
        [("misi", "Menata kota"), ("misi", "Merawat taman"), ("tujuan", "Meningkatnya kerapian kota")],
    ),
    "the level named in its own column": (
        "| Misi | Sasaran |\n|---|---|\n| Misi 3: Menata kota | Meningkatnya kerapian |\n",
        [("misi", "Menata kota"), ("sasaran", "Meningkatnya kerapian")],
    ),
}


@pytest.mark.parametrize("case", SENTENCES)
def test_it_is_told_as_the_sentence_tells_it(case: str) -> None:
    content, expected = SENTENCES[case]
    said = text(f"II. VISI, MISI, TUJUAN, DAN SASARAN\n\n{content}").naskah.kutipan
    told = [(each.sebagai, each.teks) for each in said if each.sebagai in ("visi", "misi", "tujuan", "sasaran")]
    assert told == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "Untuk mewujudkan visi dan misi itu disusun tujuan, sasaran, dan indikator sebagai berikut:",
        "Visi adalah rumusan umum mengenai keadaan yang diinginkan pada akhir masa rencana.",
        "Setiap bidang mendukung sasaran yang menjadi tanggung jawabnya.",
    ],
)
def test_a_sentence_about_them_is_none_of_them(sentence: str) -> None:
    said = text(f"II. ARAH KEBIJAKAN DAERAH\n\n{sentence}\n").naskah.kutipan
    assert not [each for each in said if each.sebagai in ("visi", "misi", "tujuan", "sasaran")]


@pytest.mark.parametrize("heading", ["B. Haluan Kota", "B. Arah Kebijakan"])
def test_a_vision_stands_in_quotation_marks_under_its_name(heading: str) -> None:
    said = text(f"LAMPIRAN\n\n{heading}\n\n1. Visi\n\n“Kota Bukit yang Sejuk”\n\n2. Organisasi\n").naskah.kutipan
    assert [each.teks for each in said if each.sebagai == "visi"] == ["Kota Bukit yang Sejuk"]


def test_a_lead_in_after_an_item_without_an_end_is_no_part_of_it() -> None:
    streets = [f"{chr(65 + at // 6)}nggrek {chr(97 + at % 6) * 2}" for at in range(36)]
    wide = "".join(
        f"dan pedagang di sepanjang Jalan {each} yang ikut menata los dan kios sekitarnya,\n" for each in streets
    )
    content = (
        f"II. VISI, MISI, TUJUAN, DAN SASARAN\n\n{wide}pasar.\n\nTujuan Dinas ialah:\n\n"
        "•   Terwujudnya pasar rakyat yang bersih, teduh, dan ramah bagi pedagang\n\n"
        "dengan sasaran sebagai berikut:\n\n•   Meningkatnya kebersihan los\n"
    )
    said = [(each.sebagai, each.teks) for each in text(content).naskah.kutipan if each.sebagai in ("tujuan", "sasaran")]
    assert said == [
        ("tujuan", "Terwujudnya pasar rakyat yang bersih, teduh, dan ramah bagi pedagang"),
        ("sasaran", "Meningkatnya kebersihan los"),
    ]


def test_only_what_the_text_nests_stands_under_another() -> None:
    content = "Misi\nM1 Menata pasar\nM2 Merawat sungai\n\nT1 Tertatanya pasar\nS1.1 Meningkatnya omzet\n"
    content += "T2 Bersihnya sungai\n"
    said = text(f"II. VISI, MISI, TUJUAN, DAN SASARAN\n\n{content}").naskah.kutipan
    above = {each.nomor: each.induk for each in said if each.sebagai in ("tujuan", "sasaran")}
    first = next(each.id for each in said if each.nomor == "T1")
    assert above == {"T1": "", "S1.1": first, "T2": ""}


TABLE = """| MISI | TUJUAN | SASARAN | INDIKATOR |
|---|---|---|---|
| Misi 2 | 2.1 Tumbuhnya usaha | 2.1.1 Naiknya omzet 2.1.2 Naiknya jumlah pasar | Jumlah usaha |
"""


def test_a_cell_may_only_refer_to_a_mission_and_hold_several_aims() -> None:
    said = text(f"III. KETERKAITAN VISI, MISI, TUJUAN, DAN SASARAN\n\n{TABLE}", "naskah.md").naskah.kutipan
    told = [(each.sebagai, each.nomor, each.teks) for each in said if each.sebagai in ("misi", "tujuan", "sasaran")]
    assert told == [
        ("tujuan", "2.1", "Tumbuhnya usaha"),
        ("sasaran", "2.1.1", "Naiknya omzet"),
        ("sasaran", "2.1.2", "Naiknya jumlah pasar"),
    ]


WIDE = (
    "<table><tr><th>SASARAN</th><th colspan='2'>INDIKATOR</th></tr><tr><td></td><td>URAIAN</td><td>SATUAN</td></tr>"
    "<tr><td>Naiknya omzet</td><td>Omzet pedagang</td><td>rupiah</td></tr></table>\n"
)


def test_heads_below_a_wide_head_are_no_items() -> None:
    said = text(f"III. KETERKAITAN VISI, MISI, TUJUAN, DAN SASARAN\n\n{WIDE}", "naskah.md").naskah.kutipan
    assert [each.teks for each in said if each.sebagai == "indikator"] == ["Omzet pedagang"]


@pytest.mark.parametrize(
    "lead",
    [
        "Misi yang ditempuh untuk mewujudkan visi tersebut:",
        "Untuk mewujudkan visi sebagaimana dimaksud, Dinas melaksanakan misi:",
        "Visi itu dijabarkan ke dalam misi sebagai berikut:",
    ],
)
def test_a_sentence_that_refers_to_the_vision_leads_in_to_missions(lead: str) -> None:
    content = f"II. VISI DAN MISI\n\nVisi: Pasar Ramai\n\n{lead}\n1. Menata los; dan\n2. Merawat jalan.\n"
    said = text(content).naskah.kutipan
    assert [each.teks for each in said if each.sebagai == "misi"] == ["Menata los", "Merawat jalan"]


def test_an_article_leads_in_to_missions_whatever_it_begins_with() -> None:
    content = (
        "PERATURAN BUPATI PANJANG\nNOMOR 5 TAHUN 2022\nTENTANG\nPETA PROSES BISNIS\n\nBUPATI PANJANG,\n\n"
        "Menimbang : bahwa peta perlu ditetapkan;\n\nMengingat : 1. Undang-Undang Nomor 6 Tahun 2014 tentang Desa;\n\n"
        "MEMUTUSKAN:\n\nMenetapkan : PERATURAN BUPATI TENTANG PETA PROSES BISNIS.\n\nPasal 1\n\n"
        "(1) Dalam mewujudkan visi sebagaimana dimaksud pada Pasal 2, Dinas melaksanakan misi:\n"
        "    a. menata los; dan\n    b. merawat jalan.\n"
    )
    said = text(content).naskah.kutipan
    assert [each.teks for each in said if each.sebagai == "misi"] == ["menata los", "merawat jalan"]


def cascade(content: str, *kinds: str) -> list[str]:
    return [each.teks for each in text(content).naskah.kutipan if each.sebagai in kinds]


def test_a_column_may_only_number_the_missions_and_items_that_begin_alike_are_rows_of_their_own() -> None:
    content = (
        "A.  ARAH PEMBANGUNAN\n\n    Misi :\n        1.  Membangun manusia;\n        2.  Menata birokrasi.\n\n"
        "    Misi    Tujuan                     Sasaran                       Indikator\n"
        "    1       Terwujudnya kehidupan      Meningkatnya mutu pembinaan   Persentase lembaga\n"
        "            beragama yang rukun        keagamaan                     keagamaan yang dibina\n"
        "                                       Meningkatnya ketepatan        Persentase hibah yang\n"
        "                                       penyaluran hibah keagamaan    tersalur tepat waktu\n"
        "            Terwujudnya                Meningkatnya koordinasi       Jumlah rumusan kebijakan\n"
        "            kesejahteraan sosial       kebijakan kesejahteraan       yang ditindaklanjuti\n"
        "    2       Terwujudnya tata kelola    Meningkatnya nilai            Nilai evaluasi\n"
        "            yang akuntabel             akuntabilitas kinerja\n\n"
        "B.  TUGAS, FUNGSI, DAN SUSUNAN\n\n    Biro mempunyai tugas membantu Asisten dalam penyiapan kebijakan.\n"
    )
    assert cascade(content, "misi") == ["Membangun manusia", "Menata birokrasi"]
    assert cascade(content, "tujuan") == [
        "Terwujudnya kehidupan beragama yang rukun",
        "Terwujudnya kesejahteraan sosial",
        "Terwujudnya tata kelola yang akuntabel",
    ]
    assert cascade(content, "sasaran")[:3] == [
        "Meningkatnya mutu pembinaan keagamaan",
        "Meningkatnya ketepatan penyaluran hibah keagamaan",
        "Meningkatnya koordinasi kebijakan kesejahteraan",
    ]
    assert len(cascade(content, "indikator")) == 4


def test_a_table_in_columns_ends_at_a_numbered_heading_left_of_it() -> None:
    content = (
        "   1.2  Tujuan, Sasaran, dan Indikator\n\n"
        "        TUJUAN                           SASARAN                          INDIKATOR\n"
        "        Terselenggaranya pemilihan       Meningkatnya mutu daftar         Persentase pemilih ganda\n"
        "        yang demokratis                  pemilih\n"
        "        Terwujudnya kantor yang          Meningkatnya tertib              Jumlah temuan\n"
        "        akuntabel                        keuangan                         pemeriksaan\n\n"
        "   1.3  Organisasi\n"
        "        Sekretariat dipimpin oleh Sekretaris dan terdiri dari Subbagian Data; serta Subbagian Umum.\n"
        "        Sekretariat menyelenggarakan fungsi:\n        -  penyusunan program;\n"
        "        -  pengelolaan kepegawaian.\n"
    )
    aims = ["Terselenggaranya pemilihan yang demokratis", "Terwujudnya kantor yang akuntabel"]
    assert cascade(content, "tujuan") == aims
    assert cascade(content, "fungsi") == ["penyusunan program", "pengelolaan kepegawaian"]


LAID_OUT = {
    "two aims in a row, then a heading": (
        "Misi: 1. Menata pasar\n      2. Merawat sungai\n\n"
        "    Misi    Tujuan                    Sasaran                       Indikator\n"
        "    1       Tertatanya pasar rakyat   Meningkatnya kebersihan       Persentase los\n"
        "            yang teduh                los pasar                     yang bersih\n"
        "                                      Meningkatnya jumlah           Jumlah kios yang\n"
        "                                      kios terisi                   tersewa penuh\n"
        "    2       Lestarinya sungai kota    Menurunnya sampah sungai      Berat sampah\n\n"
        "C.  TUGAS DAN FUNGSI\n\n    Dinas mempunyai tugas membantu Bupati. Dinas menyelenggarakan fungsi:\n"
        "    a.  perumusan kebijakan;\n    b.  pelaksanaan kebijakan.\n",
        {
            "misi": ["Menata pasar", "Merawat sungai"],
            "tujuan": ["Tertatanya pasar rakyat yang teduh", "Lestarinya sungai kota"],
            "sasaran": [
                "Meningkatnya kebersihan los pasar",
                "Meningkatnya jumlah kios terisi",
                "Menurunnya sampah sungai",
            ],
            "indikator": ["Persentase los yang bersih", "Jumlah kios yang tersewa penuh", "Berat sampah"],
        },
    ),
    "an index that goes on below what grows, then a numbered heading": (
        "    TUJUAN                       SASARAN                     INDIKATOR\n"
        "    Terwujudnya kota yang        Meningkatnya                Nilai indeks kota\n"
        "    layak huni                   Indeks Ruang Terbuka\n"
        "                                 Menurunnya kawasan          Persentase luas\n"
        "                                 kumuh                       kawasan kumuh\n\n"
        "  1.3  Organisasi\n       Sekretariat dipimpin oleh Sekretaris dan terdiri dari dua subbagian.\n",
        {
            "misi": [],
            "tujuan": ["Terwujudnya kota yang layak huni"],
            "sasaran": ["Meningkatnya Indeks Ruang Terbuka", "Menurunnya kawasan kumuh"],
            "indikator": ["Nilai indeks kota", "Persentase luas kawasan kumuh"],
        },
    ),
    "a scan": (
        "Sasaran dan indikator kinerja:\n   a. Sasaran: Meningkatnya kepuasan warga\n      Indlkator: Indeks kepuasan\n"
        "   b. Sasaran: Meningkatnya mutu jalan\n      1ndikator: Panjang jalan mantap\n",
        {
            "misi": [],
            "tujuan": [],
            "sasaran": ["Meningkatnya kepuasan warga", "Meningkatnya mutu jalan"],
            "indikator": ["Indeks kepuasan", "Panjang jalan mantap"],
        },
    ),
}


@pytest.mark.parametrize("case", LAID_OUT)
def test_each_cell_is_an_item_of_its_own(case: str) -> None:
    content, expected = LAID_OUT[case]
    said = text(f"LAMPIRAN\n\nB.  VISI, MISI, TUJUAN, DAN SASARAN\n\n{content}").naskah.kutipan
    assert {kind: [each.teks for each in said if each.sebagai == kind] for kind in expected} == expected


@pytest.mark.parametrize(
    "cell", ["1", "Misi I", "Ke-1", "Misi ke-1", "Misi Kesatu", "M1", "1 dan 2", "1, 2", "Misi 1 dan Misi 2"]
)
def test_a_cell_of_numbers_alone_refers_to_a_mission(cell: str) -> None:
    table = f"| Misi | Tujuan | Sasaran |\n|---|---|---|\n| {cell} | Tertatanya pasar | Naiknya omzet |\n"
    said = text(f"II. VISI, MISI, TUJUAN, DAN SASARAN\n\nMisi:\n1. Menata\n\n{table}", "naskah.md").naskah.kutipan
    assert [each.teks for each in said if each.sebagai in ("misi", "tujuan", "sasaran")] == [
        "Menata",
        "Tertatanya pasar",
        "Naiknya omzet",
    ]
