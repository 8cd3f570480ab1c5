"""Model to findings, one rule a file: the rules are discovered, the file name is the rule's name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from rapidfuzz import fuzz, process

from probis.model import Naskah, Pengecualian, PetaProsesBisnis, Temuan, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, Pemeriksa
from probis.rules._sendirinya import TERPENUHI, Terpenuhi

__all__ = ["TERPENUHI", "Aturan", "Bahan", "Pelanggaran", "RuleModule", "Terpenuhi", "all_rules", "check", "excused"]


OFF = "mati"
"""The level that a profile gives a rule that is not to be asked."""


@dataclass(frozen=True, slots=True)
class RuleModule:
    """A rule with its name (slug) and the function that looks for breaches."""

    slug: str
    aturan: Aturan
    check: Pemeriksa


@cache
def all_rules() -> Mapping[str, RuleModule]:
    """Return every rule of this package by its slug, sorted by working number."""
    found = []
    for info in iter_modules(__path__):
        if not info.name.startswith("_"):
            module = import_module(f"{__name__}.{info.name}")
            found.append(RuleModule(info.name.replace("_", "-"), module.ATURAN, module.check))
    return {rule.slug: rule for rule in sorted(found, key=lambda rule: (rule.aturan.nomor, rule.slug))}


def check(
    model: PetaProsesBisnis, naskah: tuple[Naskah, ...] = (), pada: date | None = None, keep_going: bool = False
) -> tuple[Temuan, ...]:
    """Return what the rules find in the model, rule by rule; excused findings carry their reason in `alasan`.

    `pada` is the date of judgement: exceptions whose last day has passed excuse nothing then; without a date they
    all hold. With `keep_going` a rule that fails becomes a finding itself and the others go on.
    """
    bahan = Bahan(model, naskah, pada)
    levels = model.instansi.profil.tingkat_aturan
    found = [
        replace(temuan, tingkat=Tingkat(levels[rule.slug])) if levels.get(rule.slug) in list(Tingkat) else temuan
        for rule in all_rules().values()
        if levels.get(rule.slug, "" if rule.aturan.bawaan else OFF) != OFF
        for temuan in _run(rule, bahan, keep_going)
    ]
    found += _misnamed(levels)
    used: set[str] = set()
    judged = tuple(_excuse(temuan, bahan, used) for temuan in found)
    return judged + tuple(_idle(bahan, used))


def excused(found: tuple[Temuan, ...], model: PetaProsesBisnis, pada: date | None) -> tuple[Temuan, ...]:
    """Return findings made elsewhere, those that an exception of the model excuses with its reason, as `check` does."""
    bahan = Bahan(model, (), pada)
    return tuple(_excuse(temuan, bahan, set()) for temuan in found)


def _misnamed(levels: Mapping[str, str]) -> Iterator[Temuan]:
    """Levels in the profile for rules that are none, and levels that are none."""
    for slug, level in levels.items():
        at = ("tingkat-aturan", Tingkat.PERINGATAN, "instansi")
        if slug not in all_rules():
            near = process.extractOne(slug, sorted(all_rules()), scorer=fuzz.ratio, score_cutoff=70)
            saran = f"Maksud Anda {near[0]}?" if near else "Tulis nama aturan yang ada."
            yield Temuan(*at, f"Profil memberi tingkat bagi aturan “{slug}” yang tidak ada.", saran, "profil")
        elif level not in (*Tingkat, OFF):
            pesan = f"Tingkat “{level}” bagi aturan “{slug}” tidak ada."
            yield Temuan(*at, pesan, "Tulis galat, peringatan, catatan, atau mati.", "profil")


def _run(rule: RuleModule, bahan: Bahan, keep_going: bool) -> list[Temuan]:
    try:
        return [
            Temuan(
                rule.slug,
                breach.tingkat or rule.aturan.tingkat,
                breach.alamat,
                breach.pesan,
                breach.saran,
                breach.bidang,
                jalan=breach.jalan,
            )
            for breach in rule.check(bahan)
        ]
    except Exception:
        if not keep_going:
            raise
        pesan = f"Aturan “{rule.slug}” tidak dapat dijalankan pada peta ini."
        return [Temuan(rule.slug, Tingkat.GALAT, "instansi", pesan, "Laporkan kepada pengembang Probis.")]


def _holds(pengecualian: Pengecualian, pada: date | None) -> bool:
    return pada is None or pengecualian.sampai is None or pada <= pengecualian.sampai


def _excuse(temuan: Temuan, bahan: Bahan, used: set[str]) -> Temuan:
    for pengecualian in bahan.model.pengecualian:
        if pengecualian.aturan == temuan.aturan and temuan.alamat in pengecualian.unsur:
            used.add(pengecualian.id)
            if _holds(pengecualian, bahan.pada):
                return replace(temuan, alasan=pengecualian.alasan or "tanpa alasan tertulis")
    return temuan


def _idle(bahan: Bahan, used: set[str]) -> list[Temuan]:
    idle = []
    for pengecualian in bahan.model.pengecualian:
        at = f"pengecualian/{pengecualian.id}"
        if pengecualian.aturan not in all_rules():
            pesan = f"Aturan “{pengecualian.aturan}” tidak ada."
            idle.append(Temuan("pengecualian", Tingkat.PERINGATAN, at, pesan, "Tulis nama aturan yang ada.", "aturan"))
        elif pengecualian.id not in used and not all_rules()[pengecualian.aturan].aturan.juga_di_gambar:
            pesan = f"Pengecualian dari aturan “{pengecualian.aturan}” tidak lagi diperlukan: tidak ada temuannya."
            idle.append(Temuan("pengecualian", Tingkat.CATATAN, at, pesan, "Hapus pengecualian ini."))
        elif not _holds(pengecualian, bahan.pada):
            pesan = f"Masa pengecualian dari aturan “{pengecualian.aturan}” berakhir {pengecualian.sampai}."
            saran = "Perbaiki temuannya, atau perpanjang dengan alasan baru."
            idle.append(Temuan("pengecualian", Tingkat.PERINGATAN, at, pesan, saran, "sampai"))
    return idle
