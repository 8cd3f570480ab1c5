"""The sentences of papers as data: names in them, what is filled and what stands as it is."""

from probis.law.kalimat import NAMA_UMUM, cari_kalimat, nama_dalam, semua_kalimat, terisi


def test_known_names_are_filled_once_and_nothing_else_means_anything() -> None:
    values = {"instansi": "Dinas {sebutan}", "sebutan": "X"}
    assert terisi("{instansi} dan {sebutan}", values) == "Dinas {sebutan} dan X"
    for odd in ("{0}", "{lain}", "{instansi!r}", "{instansi.__class__}", "{instansi[0]}", "{{", "}", "{ instansi }"):
        assert terisi(odd, values) == odd


def test_a_sentence_knows_the_names_of_all_and_those_of_its_default() -> None:
    found = cari_kalimat("dasar-tugas")
    assert found is not None
    assert found.dikenal == {*NAMA_UMUM, "pembentukan", "tugas"}
    change = cari_kalimat("ubah-butir")
    assert change is not None and {"hal", "semula", "menjadi", "keputusan_lama"} <= change.dikenal


def test_every_default_uses_names_that_are_known() -> None:
    for kalimat in semua_kalimat():
        for sentence in (kalimat.bunyi, *kalimat.bentuk.values()):
            assert set(nama_dalam(sentence)) <= kalimat.dikenal
