"""Each rule fires on its bad cases, and only it unless the case names the others; it is silent on the good ones."""

import re

import pytest

from probis import law
from probis.interchange import yaml
from probis.model import PetaProsesBisnis, Temuan, Tingkat
from probis.rules import TERPENUHI, all_rules, check
from rules.kasus import DASAR, Kasus, all_cases


def _check(files: dict[str, bytes]) -> tuple[Temuan, ...]:
    bacaan = yaml.read(files)
    assert bacaan.nilai is not None, [str(t.tempat) + t.pesan for t in bacaan.temuan]
    return tuple(temuan for temuan in check(bacaan.nilai, bacaan.naskah) if not temuan.dikecualikan)


def _line(temuan: Temuan) -> str:
    return f"{temuan.tingkat} {temuan.alamat}: {temuan.pesan} {temuan.saran}".strip()


@pytest.mark.parametrize("kasus", all_cases(), ids=lambda kasus: f"{kasus.rule}/{kasus.name}")
def test_case(kasus: Kasus) -> None:
    found = _check(kasus.folder())
    assert [_line(t) for t in found if t.aturan == kasus.rule] == list(kasus.expected)
    heavy = {t.aturan for t in found if t.tingkat is not Tingkat.CATATAN}  # a note of another rule may stand beside
    assert heavy - {kasus.rule} <= kasus.others <= {t.aturan for t in found}


def test_base_body_is_clean() -> None:
    assert _check({p.relative_to(DASAR).as_posix(): p.read_bytes() for p in DASAR.rglob("*.yaml")}) == ()


def test_every_rule_has_good_and_bad_cases_and_no_case_is_orphaned() -> None:
    kinds = {(kasus.rule, kasus.good) for kasus in all_cases()}
    assert kinds == {(slug, good) for slug in all_rules() for good in (True, False)}
    assert all(bool(kasus.expected) != kasus.good for kasus in all_cases())


@pytest.mark.parametrize("slug", all_rules())
def test_rule_explains_itself(slug: str) -> None:
    aturan = all_rules()[slug].aturan
    assert all((aturan.judul, aturan.mengapa, aturan.perbaikan, aturan.dasar))
    assert re.fullmatch(r"K\d{2}", aturan.nomor)
    assert bool(aturan.sendiri) == (all_rules()[slug].mend is not None)  # its page says what is mended
    known = {peraturan.id for peraturan in law.semua_peraturan()}
    assert all(named in known for named, _ in aturan.dasar)


def test_working_numbers_are_unique() -> None:
    numbers = [rule.aturan.nomor for rule in all_rules().values()] + [one.nomor for one in TERPENUHI]
    assert len(set(numbers)) == len(numbers)


def test_an_exception_excuses_until_its_last_day() -> None:
    from datetime import date

    kasus = next(k for k in all_cases() if k.name == "baik-dengan-alasan")
    files = kasus.folder()
    files["pengecualian.yaml"] += b"  sampai: 2026-12-31\n"
    model = yaml.read(files).nilai
    assert isinstance(model, PetaProsesBisnis)
    excused = check(model, pada=date(2026, 12, 31))
    assert [t.alasan for t in excused] == ["Nomor 2 dipakai sub proses yang dihapus tahun 2026."]
    later = check(model, pada=date(2027, 1, 1))
    assert [(t.aturan, t.alasan) for t in later] == [("nomor-berurutan", ""), ("pengecualian", "")]
    assert later[1].pesan == "Masa pengecualian dari aturan “nomor-berurutan” berakhir 2026-12-31."


def test_an_exception_that_excuses_nothing_or_names_no_rule_is_reported() -> None:
    files = {p.relative_to(DASAR).as_posix(): p.read_bytes() for p in DASAR.rglob("*.yaml")}
    files["pengecualian.yaml"] = (
        b"pengecualian:\n- id: a\n  aturan: kode-unik\n  unsur: proses/pelayanan\n  alasan: sekadar\n"
        b"- id: b\n  aturan: tidak-ada\n  unsur: proses/pelayanan\n  alasan: sekadar\n"
    )
    assert [_line(t) for t in _check(files)] == [
        "catatan pengecualian/a: Pengecualian dari aturan “kode-unik” tidak lagi diperlukan: tidak ada temuannya. "
        "Hapus pengecualian ini.",
        "peringatan pengecualian/b: Aturan “tidak-ada” tidak ada. Tulis nama aturan yang ada.",
    ]


def test_a_rule_that_fails_becomes_a_finding_in_the_shell() -> None:
    from types import MappingProxyType
    from unittest.mock import patch

    from probis import rules

    def broken(bahan: rules.Bahan) -> object:
        raise RuntimeError("x")

    model = yaml.read({p.relative_to(DASAR).as_posix(): p.read_bytes() for p in DASAR.rglob("*.yaml")}).nilai
    assert model is not None
    rule = next(iter(rules.all_rules().values()))
    bad = rules.RuleModule("rusak", rule.aturan, broken)  # type: ignore[arg-type]
    with patch.object(rules, "all_rules", lambda: MappingProxyType({"rusak": bad})):
        with pytest.raises(RuntimeError):
            rules.check(model)
        assert rules.check(model, keep_going=True)[0].pesan == "Aturan “rusak” tidak dapat dijalankan pada peta ini."


def _with_levels(levels: str) -> tuple[Temuan, ...]:
    kasus = next(k for k in all_cases() if k.rule == "putusan-beruntun" and not k.good)
    files = kasus.folder()
    files["instansi.yaml"] += f"  tingkat_aturan: {{{levels}}}\n".encode()
    return tuple(t for t in _check(files) if t.aturan in ("putusan-beruntun", "tingkat-aturan"))


def test_the_profile_sets_the_level_of_a_rule_or_turns_it_off() -> None:
    assert [t.tingkat for t in _with_levels("putusan-beruntun: galat")] == [Tingkat.GALAT]
    assert _with_levels("putusan-beruntun: mati") == ()


def test_levels_for_no_rule_or_of_no_kind_are_reported() -> None:
    assert [_line(t) for t in _with_levels("putusan-beruntum: galat")][1:] == [
        "peringatan instansi: Profil memberi tingkat bagi aturan “putusan-beruntum” yang tidak ada. "
        "Maksud Anda putusan-beruntun?"
    ]
    assert [_line(t) for t in _with_levels("putusan-beruntun: berat")][1:] == [
        "peringatan instansi: Tingkat “berat” bagi aturan “putusan-beruntun” tidak ada. "
        "Tulis galat, peringatan, catatan, atau mati."
    ]
