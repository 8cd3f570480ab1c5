"""The table of working numbers is complete: each is a rule, held by construction, or a rule of the texts."""

import pytest

from probis.rules import TERPENUHI, all_rules

NASKAH = {"K50", "K51", "K54", "K55", "K56"}
"""What shows only in the text of a document: two places of it compared, its head and foot, its pictures."""

FURTHER = {
    "a process or lane named for a person": "bukan-nama-orang",
    "a step without a doer": "langkah-dalam-jalur",
    "a decision with one exit": "putusan-bercabang-bernama",
    "two decisions in a row": "putusan-beruntun",
    "a lane that only receives": "jalur-hanya-menerima",
    "approval by someone lower than the maker": "penyetuju-tidak-di-bawah",
    "a return without a limit": "kembali-berbatas",
    "soundness": "kerja-tuntas",
    "the same step in several maps": "langkah-tidak-kembar",
    "a document used before it is made": "dokumen-sesudah-dibuat",
    "critical path against the limit": "waktu-dalam-batas",
    "a unit of the structure in no map": "unit-terlibat",
    "a regulation not in force on the day of the decree": "peraturan-berlaku",
    "a period past": "masa-peta-berlaku",
    "spelling by a word list": "ejaan-baku",
    "verbs of activities": "kata-kerja",
    "nouns of products": "produk-kata-benda",
    "a SOP that its map has outgrown": "sop-sesuai-peta",
}
"""What a careful reader looks for beyond the sixty, and the rule that finds it."""


def test_every_working_number_is_a_rule_or_has_its_reason() -> None:
    rules = {rule.aturan.nomor for rule in all_rules().values()}
    held = {one.nomor: one for one in TERPENUHI}
    asked = {f"K{number:02}" for number in range(1, 61)}
    assert asked - rules - set(held) <= NASKAH
    assert all(one.sebab and one.judul for one in TERPENUHI)
    assert not rules & set(held)


@pytest.mark.parametrize("what", FURTHER)
def test_what_else_a_reader_looks_for_has_its_rule(what: str) -> None:
    assert FURTHER[what] in all_rules()


def test_rules_of_wording_are_off_unless_the_body_asks_for_them() -> None:
    off = {slug for slug, rule in all_rules().items() if not rule.aturan.bawaan}
    assert off == {"kata-kerja", "produk-kata-benda"}
