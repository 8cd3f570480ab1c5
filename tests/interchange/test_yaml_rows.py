"""The rows of a lintas fungsi become nodes and flows with nothing left implied."""

from probis.interchange.yaml import read, write
from probis.model import AcuanLuar, Alur, JenisAlur, LintasFungsi, Panggil, Sumber, Tingkat

BODY = b"id: biro\nnama: Biro\njenis: biro\nperiode: {awal: 2018, akhir: 2023}\n"


def lintas_fungsi(text: str, *, warnings: int = 0) -> LintasFungsi:
    bacaan = read({"instansi.yaml": BODY, "lintas-fungsi/x.yaml": f"proses: p\n{text}".encode()})
    assert [temuan.tingkat for temuan in bacaan.temuan] == [Tingkat.PERINGATAN] * warnings, bacaan.temuan
    assert bacaan.nilai is not None
    again = read(write(bacaan.nilai))
    assert again.nilai == bacaan.nilai
    (peta,) = bacaan.nilai.lintas_fungsi
    return peta


def flows(peta: LintasFungsi) -> list[str]:
    return [said(alur) for alur in peta.alur]


def said(alur: Alur) -> str:
    kind = "" if alur.jenis is JenisAlur.URUT else f" {alur.jenis}"
    return f"{alur.dari} > {alur.ke}{kind}" + (f" ({alur.nama})" if alur.nama else "")


def nodes(peta: LintasFungsi) -> list[str]:
    return [f"{simpul.jenis} {simpul.id} {simpul.jalur or '-'}" for simpul in peta.simpul]


def test_rows_follow_each_other_from_the_start_to_the_only_end() -> None:
    peta = lintas_fungsi(
        """
mulai: Diterima
selesai: {sah: Disahkan}
jalur: [tu, karo]
langkah:
- {id: agenda, jalur: tu, kegiatan: Mengagendakan}
- {id: paraf, jalur: karo, kegiatan: Memaraf}
"""
    )
    assert nodes(peta) == ["mulai mulai tu", "kegiatan agenda tu", "kegiatan paraf karo", "selesai sah karo"]
    assert flows(peta) == ["mulai > agenda", "agenda > paraf", "paraf > sah"]
    assert [(jalur.id, jalur.pelaku) for jalur in peta.jalur] == [("tu", "tu"), ("karo", "karo")]


def test_with_two_ends_the_last_row_leads_nowhere_by_itself() -> None:
    peta = lintas_fungsi("selesai: {sah: Sah, gugur: Gugur}\nlangkah:\n- {id: a, kegiatan: A}\n")
    assert flows(peta) == []
    assert nodes(peta) == ["kegiatan a -", "selesai sah -", "selesai gugur -"]


def test_a_row_gets_an_id_from_its_first_words() -> None:
    peta = lintas_fungsi(
        """
langkah:
- kegiatan: Menyusun konsep surat persetujuan Gubernur atas Raperda
- kegiatan: Menyusun konsep surat
- kegiatan: Menyusun konsep surat
- {id: menyusun-konsep-surat-3, kegiatan: C}
"""
    )
    assert [simpul.id for simpul in peta.simpul] == [
        "menyusun-konsep-surat-persetujuan-gubernur",
        "menyusun-konsep-surat",
        "menyusun-konsep-surat-2",
        "menyusun-konsep-surat-3",
    ]


def test_answers_lead_to_their_steps_and_a_limited_return_shows_its_third_exit() -> None:
    peta = lintas_fungsi(
        """
langkah:
- {id: ajukan, kegiatan: Mengajukan}
- id: lengkap
  putusan: Lengkap?
  pilihan:
    Ya: {ke: telaah, peluang: 70 %}
    Tidak: {kembali: ajukan, paling banyak: 2 kali, lalu: gugur}
- {id: telaah, kegiatan: Menelaah, ke: []}
- {id: gugur, selesai: Gugur}
"""
    )
    assert flows(peta) == [
        "ajukan > lengkap",
        "lengkap > telaah (Ya)",
        "lengkap > ajukan kembali (Tidak)",
        "lengkap > gugur (Tidak, sudah 2 kali)",
    ]
    ya, tidak, _ = peta.keluar("lengkap")
    assert str(ya.peluang) == "70"
    assert tidak.paling_banyak == 2


def test_several_targets_make_a_split_and_where_its_branches_meet_a_join() -> None:
    peta = lintas_fungsi(
        """
langkah:
- id: lengkap
  jalur: a
  putusan: Lengkap?
  pilihan:
    Ya: [telaah, telaah-hukum]
    Tidak: gugur
- {id: telaah, jalur: a, kegiatan: Menelaah, ke: rapat}
- {id: telaah-hukum, jalur: b, kegiatan: Menelaah, ke: rapat}
- {id: rapat, jalur: c, kegiatan: Membahas, ke: []}
- {id: gugur, selesai: Gugur}
"""
    )
    assert nodes(peta) == [
        "putusan lengkap a",
        "gerbang lengkap-pecah a",
        "kegiatan telaah a",
        "kegiatan telaah-hukum b",
        "gerbang rapat-gabung c",
        "kegiatan rapat c",
        "selesai gugur -",
    ]
    assert flows(peta) == [
        "lengkap > lengkap-pecah (Ya)",
        "lengkap > gugur (Tidak)",
        "lengkap-pecah > telaah",
        "lengkap-pecah > telaah-hukum",
        "telaah > rapat-gabung",
        "telaah-hukum > rapat-gabung",
        "rapat-gabung > rapat",
    ]


def test_a_join_may_be_said_by_what_waits_by_what_leads_there_or_by_both() -> None:
    split = "langkah:\n- {id: bagi, gerbang: serentak, ke: [a, b]}\n"
    rows = ("- {id: a, kegiatan: A%s}\n- {id: b, kegiatan: B%s}\n- {id: c, kegiatan: C, ke: []%s}\n",)
    wanted = ["bagi > a", "bagi > b", "a > c-gabung", "b > c-gabung", "c-gabung > c"]
    for first, second, third in (
        ("", "", ", setelah: [a, b]"),
        (", ke: c", "", ", setelah: [a, b]"),
        (", ke: c", ", ke: c", ", setelah: [a, b]"),
    ):
        assert flows(lintas_fungsi(split + rows[0] % (first, second, third))) == wanted
    made = "langkah:\n- {id: bagi, kegiatan: Membagi, ke: [a, b]}\n" + rows[0] % (", ke: c", ", ke: c", "")
    assert flows(lintas_fungsi(made)) == [
        "bagi > bagi-pecah",
        *(flow.replace("bagi >", "bagi-pecah >") for flow in wanted),
    ]


def test_waiting_for_one_step_is_a_plain_flow() -> None:
    peta = lintas_fungsi(
        "langkah:\n- {id: a, kegiatan: A}\n- {id: b, kegiatan: B, ke: []}\n- {id: c, kegiatan: C, ke: [], setelah: a}"
    )
    assert flows(peta) == ["a > c"]


def test_branches_that_meet_by_several_ways_are_left_alone_and_said() -> None:
    peta = lintas_fungsi(
        """
langkah:
- {id: bagi, kegiatan: Membagi, ke: [a, b]}
- {id: a, putusan: Perlu?, pilihan: {Ya: c, Tidak: rapat}}
- {id: c, kegiatan: C, ke: rapat}
- {id: b, kegiatan: B, ke: rapat}
- {id: rapat, kegiatan: Membahas, ke: []}
""",
        warnings=1,
    )
    assert "rapat-gabung" not in [simpul.id for simpul in peta.simpul]


def test_branches_of_an_explicit_split_are_not_joined_unasked() -> None:
    peta = lintas_fungsi(
        """
langkah:
- {id: g, gerbang: serentak, ke: [a, b]}
- {id: a, kegiatan: A, ke: c}
- {id: b, kegiatan: B, ke: c}
- {id: c, kegiatan: C, ke: []}
"""
    )
    assert flows(peta) == ["g > a", "g > b", "a > c", "b > c"]


def test_nested_splits_join_where_each_ends() -> None:
    peta = lintas_fungsi(
        """
langkah:
- {id: s, kegiatan: S, ke: [a, b]}
- {id: a, kegiatan: A, ke: [c, d]}
- {id: c, kegiatan: C, ke: e}
- {id: d, kegiatan: D, ke: e}
- {id: e, kegiatan: E, ke: f}
- {id: b, kegiatan: B, ke: f}
- {id: f, kegiatan: F, ke: []}
"""
    )
    assert "e-gabung > e" in flows(peta)
    assert "f-gabung > f" in flows(peta)
    assert {alur.dari for alur in peta.masuk("e-gabung")} == {"c", "d"}
    assert {alur.dari for alur in peta.masuk("f-gabung")} == {"b", "e"}


def test_messages_and_time_outs_are_flows_of_their_own() -> None:
    peta = lintas_fungsi(
        """
selesai: {gugur: Gugur, sah: Sah}
langkah:
- {id: perbaiki, jalur: pemkab, kegiatan: Memperbaiki, pesan: tunggu}
- {id: tunggu, jalur: biro, tunggu: Menunggu perbaikan, paling_lama: 5HK, bila_lewat: gugur}
- {id: kirim, jalur: biro, kegiatan: Mengirim, pesan: perbaiki, ke: sah}
"""
    )
    assert flows(peta) == [
        "perbaiki > tunggu pesan",
        "tunggu > kirim",
        "tunggu > gugur tenggat (lewat 5 HK)",
        "kirim > perbaiki pesan",
        "kirim > sah",
    ]


def test_nothing_is_implied_into_a_start_or_out_of_an_end() -> None:
    peta = lintas_fungsi(
        """
langkah:
- {id: a, kegiatan: A}
- {id: m, mulai: Dijadwalkan}
- {id: b, kegiatan: B}
- {id: s, selesai: S}
- {id: c, kegiatan: C}
"""
    )
    assert flows(peta) == ["m > b", "b > s"]


def test_a_call_names_a_map_here_or_elsewhere() -> None:
    peta = lintas_fungsi(
        "langkah:\n- {id: a, panggil: paraf-berjenjang, nama: Paraf}\n"
        "- {id: b, panggil: {instansi: bkd, alamat: lintas-fungsi/mutasi, nama: Mutasi}, ke: []}\n"
    )
    here, elsewhere = peta.simpul
    assert isinstance(here, Panggil) and (here.lintas_fungsi, here.nama) == ("paraf-berjenjang", "Paraf")
    assert isinstance(elsewhere, Panggil)
    assert elsewhere.lintas_fungsi == AcuanLuar(instansi="bkd", alamat="lintas-fungsi/mutasi", nama="Mutasi")


def test_references_to_nothing_are_kept() -> None:
    peta = lintas_fungsi(
        """
langkah:
- {id: a, kegiatan: A, ke: entah}
- {id: b, kegiatan: B, ke: [], setelah: tiada}
alur:
- {dari: hilang, ke: a}
"""
    )
    assert flows(peta) == ["a > entah", "tiada > b", "hilang > a"]


def test_lanes_and_sources_have_short_and_long_forms() -> None:
    peta = lintas_fungsi(
        """
sumber: keputusan 186–190
jalur:
- tu
- {id: tim, pelaku: tatalaksana, nama: Tim penyusun}
- {pelaku: Biro Hukum}
langkah:
- {id: a, kegiatan: A, ke: [], sumber: ["usulan, dasar tugas, subbagian", wawancara]}
"""
    )
    assert [(jalur.id, jalur.pelaku, jalur.nama) for jalur in peta.jalur] == [
        ("tu", "tu", ""),
        ("tim", "tatalaksana", "Tim penyusun"),
        ("biro-hukum", "Biro Hukum", ""),
    ]
    assert peta.sumber == (Sumber.model_validate({"jenis": "keputusan", "baris": "186–190"}),)
    first, second = peta.simpul[0].sumber
    assert (first.jenis, first.acuan) == ("usulan", "dasar tugas, subbagian")
    assert (second.jenis, second.acuan) == ("wawancara", "")


def test_places_lead_to_the_lines() -> None:
    row = "- id: a\n  jalur: tu\n  kegiatan: A\n  waktu: 2 HK\n  ke: b\n- {id: b, selesai: B}\n"
    text = f"proses: p\njalur: [tu]\nlangkah:\n{row}"
    bacaan = read({"instansi.yaml": BODY, "lintas-fungsi/x.yaml": text.encode()})
    at = {alamat: tempat.baris for alamat, tempat in bacaan.tempat.items() if tempat.berkas != "instansi.yaml"}
    assert at["lintas-fungsi/x"] == 1
    assert at["lintas-fungsi/x#proses"] == 1
    assert at["lintas-fungsi/x/jalur/tu"] == 2
    assert at["lintas-fungsi/x/a"] == 4
    assert at["lintas-fungsi/x/a#nama"] == 6
    assert at["lintas-fungsi/x/a#waktu"] == 7
    assert at["lintas-fungsi/x/alur/a--b"] == 8
    assert at["lintas-fungsi/x/b"] == 9
    assert bacaan.nilai is not None
    assert all(bacaan.cari_tempat(alamat) for alamat, _ in bacaan.nilai.unsur())
