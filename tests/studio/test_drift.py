"""Placements by hand that drawings do not keep: told on the map, counted with the findings, found once."""

import re
from dataclasses import replace

import pytest
from django.test import Client

from probis.maps import find_map
from probis.model import Pengecualian, Simbol
from probis.studio.maps import drift
from studio.test_pages import crawl, opened_at


def words(text: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", text).split())


def line_of_the_wish(base: str) -> int:
    opened = opened_at(base)
    place = opened.tempat["lintas-fungsi/proses-1-sub-1#letak/0/setelah"]
    assert place.baris > 20
    return place.baris


def test_a_map_lists_what_it_does_not_keep_with_its_line(client: Client, placed: str) -> None:
    page = f"{placed}lintas-fungsi/proses-1-sub-1/"
    for query in ("", "?simbol=bpmn", "?lapis=temuan", "?legenda=tidak"):
        text = client.get(page + query).content.decode()
        section = words(text[text.index('id="letak"') :].partition("</section>")[0])
        assert "Letak yang tidak dipertahankan gambar ini (1)" in section, query
        assert "“Mengajukan permohonan layanan” tidak di kanan “Menandatangani keputusan”" in section
        assert f"lintas-fungsi/proses-1-sub-1.yaml, baris {line_of_the_wish(placed)}" in section
        assert "Hanya di" not in section
        side = words(text[text.index('id="h-tem"') :].partition("</section>")[0])
        assert "1 letak tidak dipertahankan gambar" in side
        assert "Tidak ada temuan di halaman ini" not in side
    for path in ("lintas-fungsi/proses-1-sub-2/", "", "proses/proses-1/"):
        assert 'id="letak"' not in client.get(placed + path).content.decode()


def test_the_page_of_findings_counts_what_no_map_keeps(client: Client, placed: str) -> None:
    text = client.get(f"{placed}temuan/").content.decode()
    section = words(text[text.index('id="letak"') :].partition("</section>")[0])
    assert "Letak yang tidak dipertahankan gambar 1 tempat" in section
    assert f"baris {line_of_the_wish(placed)}" in section
    assert f'href="{placed}lintas-fungsi/proses-1-sub-1/#letak"' in text
    assert 'id="letak"' not in client.get(f"{placed}temuan/?tingkat=galat").content.decode()
    crawl(client, placed, [f"{placed}temuan/", f"{placed}lintas-fungsi/proses-1-sub-1/"])
    assert 'id="letak"' not in client.get("/badan-keliru/2025-2029/temuan/").content.decode()


def test_drift_is_found_once_for_each_notation(placed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened, kind = opened_at(placed), find_map("peta-lintas-fungsi")
    assert kind is not None
    asked: list[str] = []

    def counted(model, subject, *media):
        asked.append(f"{model.instansi.profil.simbol} {len(media)}")
        return kind.unkept(model, subject, *media)

    monkeypatch.setattr(drift, "_UNKEPT", drift.Kept(8))
    counting = replace(kind, unkept=counted)
    for _ in range(3):
        for simbol in (None, Simbol.BPMN):
            assert len(drift.unkept(opened, counting, "proses-1-sub-1", simbol)) == 1
    assert asked == ["bagan_alir 2", "bpmn 2"]


def test_what_rules_say_or_an_exception_excuses_is_not_said_again(placed: str) -> None:
    opened, kind = opened_at(placed), find_map("peta-lintas-fungsi")
    assert kind is not None
    (found,) = drift._found(opened, kind, "proses-1-sub-1", None)
    told = replace(opened, temuan=(*opened.temuan, found))
    assert drift._found(told, kind, "proses-1-sub-1", None) == ()
    excuse = Pengecualian(id="lama", aturan=found.aturan, unsur=(found.alamat,), alasan="Menunggu rapat.")
    model = opened.model.model_copy(update={"pengecualian": (excuse,)})
    assert drift._found(replace(opened, model=model), kind, "proses-1-sub-1", None) == ()


def test_the_page_of_findings_does_not_wait_for_many_drawings(
    client: Client, placed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drift, "ENOUGH", -1.0)
    text = client.get(f"{placed}temuan/").content.decode()
    assert re.search(r"\d+ gambar belum diperiksa", text)

    def fail(*_: object) -> None:
        raise RuntimeError("rahasia")

    monkeypatch.setattr(drift, "ENOUGH", 60.0)
    monkeypatch.setattr(drift, "unkept", fail)
    response = client.get(f"{placed}temuan/")
    assert response.status_code == 200
    assert "rahasia" not in response.content.decode()
