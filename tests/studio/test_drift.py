"""Placements by hand that drawings do not keep: told on the map, counted with the findings, found once."""

import re

import pytest
from django.test import Client

from probis.maps import find_map
from probis.model import Simbol
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
        assert f"lintas-fungsi/proses-1-sub-1.yaml, baris {line_of_the_wish(placed)}." in section
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
    assert f"baris {line_of_the_wish(placed)}." in section
    assert f'href="{placed}lintas-fungsi/proses-1-sub-1/#letak"' in text
    assert 'id="letak"' not in client.get(f"{placed}temuan/?tingkat=galat").content.decode()
    crawl(client, placed, [f"{placed}temuan/", f"{placed}lintas-fungsi/proses-1-sub-1/"])
    assert 'id="letak"' not in client.get("/badan-keliru/2025-2029/temuan/").content.decode()


def test_drift_is_found_once_for_each_notation(placed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    opened, kind = opened_at(placed), find_map("peta-lintas-fungsi")
    assert kind is not None
    asked: list[str] = []

    def counted(model, subject, medium):
        asked.append(f"{model.instansi.profil.simbol} {medium.name}")
        return kind.unkept(model, subject, medium)

    monkeypatch.setattr(drift, "_UNKEPT", drift.Kept(8))
    counting = replace(kind, unkept=counted)
    for _ in range(3):
        for simbol in (None, Simbol.BPMN):
            assert len(drift.unkept(opened, counting, "proses-1-sub-1", simbol)) == 1
    assert len(asked) == 4, asked
    assert len(set(asked)) == 4, asked


def test_what_one_medium_keeps_is_said_of_the_other_only_and_what_rules_say_is_not_said_again(placed: str) -> None:
    from dataclasses import replace

    opened, kind = opened_at(placed), find_map("peta-lintas-fungsi")
    assert kind is not None
    partly = replace(kind, unkept=lambda m, s, medium: kind.unkept(m, s, medium) if medium.continuous else ())
    (only,) = drift._found(opened, partly, "proses-1-sub-1", None)
    assert only[1] == "layar"
    told = replace(opened, temuan=(*opened.temuan, only[0]))
    assert drift._found(told, kind, "proses-1-sub-1", None) == ()


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
