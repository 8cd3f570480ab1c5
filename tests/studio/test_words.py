"""Values to the words and marks of pages."""

from datetime import UTC, date, datetime

import pytest

from probis.studio.body import words


def test_days_numbers_and_clocks_are_indonesian(monkeypatch: pytest.MonkeyPatch) -> None:
    assert words.tanggal(date(2026, 8, 5)) == "5 Agustus 2026"
    assert words.tanggal(None) == ""
    assert words.angka(1372) == "1.372"
    assert words.angka(999) == "999"
    monkeypatch.setattr(words, "today", lambda: date(2026, 11, 24))
    assert words.saat(datetime(2026, 11, 24, 2, 41, tzinfo=UTC)) == "hari ini 09.41"
    assert words.saat(datetime(2026, 11, 22, 18, 5, tzinfo=UTC)) == "23 November 2026 01.05"


def test_code_stands_out_and_markup_stays_text() -> None:
    assert words.coded("Isi `pemilik` & `kode`.") == "Isi <code>pemilik</code> &amp; <code>kode</code>."
    assert words.coded("satu ` saja") == "satu ` saja"
    assert words.coded("`<b>`") == "<code>&lt;b&gt;</code>"
    assert words.breakable("kab/<i>") == "kab/<wbr>&lt;i&gt;"


def test_proposals_are_underlined_and_still_heard() -> None:
    marked = '<span class="assumed">A &amp; B<span class="sr"> (usulan)</span></span>'
    assert words.proposed("A & B (usulan), C") == f"{marked}, C"
    assert words.proposed("") == ""
    assert "<script>" not in words.proposed("<script> (usulan)")
