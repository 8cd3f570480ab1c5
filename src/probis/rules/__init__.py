"""Model to findings, one rule a file: the rules are discovered, the file name is the rule's name."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from rapidfuzz import fuzz, process

from probis.edits import Ganti, Hapus, Perbaikan, repaired
from probis.model import Naskah, Pengecualian, PetaProsesBisnis, Temuan, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, Pembetul, Pemeriksa
from probis.rules._sendirinya import TERPENUHI, Terpenuhi
from probis.rules._terdekat import surely

__all__ = [
    "MENDING",
    "TERPENUHI",
    "Aturan",
    "Bahan",
    "Pelanggaran",
    "RuleModule",
    "Terpenuhi",
    "all_rules",
    "check",
    "excused",
    "mended",
]


MENDING = ("pengecualian", "tingkat-aturan")
"""What findings about the exceptions and levels themselves are called, beside the rules; both can be mended."""

OFF = "mati"
"""The level that a profile gives a rule that is not to be asked."""


@dataclass(frozen=True, slots=True)
class RuleModule:
    """A rule with its name (slug), the function that looks for breaches, and the one that mends them, if it has one."""

    slug: str
    aturan: Aturan
    check: Pemeriksa
    mend: Pembetul | None = None


@cache
def all_rules() -> Mapping[str, RuleModule]:
    """Return every rule of this package by its slug, sorted by working number."""
    found = []
    for info in iter_modules(__path__):
        if not info.name.startswith("_"):
            module = import_module(f"{__name__}.{info.name}")
            found.append(
                RuleModule(info.name.replace("_", "-"), module.ATURAN, module.check, getattr(module, "mend", None))
            )
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


# Repairs -----------------------------------------------------------------------------------------------------------


def mended(
    model: PetaProsesBisnis,
    naskah: tuple[Naskah, ...] = (),
    pada: date | None = None,
    pilih: Callable[[Temuan], bool] = lambda temuan: True,
) -> tuple[PetaProsesBisnis, tuple[tuple[Temuan, Perbaikan], ...]]:
    """Return the map with every certain repair, and for each the finding that it answers.

    A repair after which there is a new finding of level galat is not made. Excused findings are left alone, and so are
    those that `pilih` does not choose.
    """
    before = check(model, naskah, pada, keep_going=True)
    bahan = Bahan(model, naskah, pada)
    wanted: dict[Perbaikan, Temuan] = {}
    for temuan in before:
        repair = None if temuan.dikecualikan or not pilih(temuan) else _mend(bahan, temuan)
        if repair is not None:
            wanted.setdefault(repair, temuan)
    order = sorted(wanted, key=_rank)
    allowed = _errors(before)
    whole, done = _all(model, order)
    if len(done) == len(order) and not _errors(check(whole, naskah, pada, keep_going=True)) - allowed:
        return whole, tuple((wanted[repair], repair) for repair in done)
    made: list[Perbaikan] = []
    for repair in order:
        tried = repaired(model, repair)
        if tried is not None and not _errors(check(tried, naskah, pada, keep_going=True)) - allowed:
            model = tried
            made.append(repair)
    return model, tuple((wanted[repair], repair) for repair in made)


def _mend(bahan: Bahan, temuan: Temuan) -> Perbaikan | None:
    rule = all_rules().get(temuan.aturan)
    if rule is not None:
        return rule.mend(bahan, temuan) if rule.mend is not None else None
    if temuan.aturan == "tingkat-aturan":
        wrong = next(
            (slug for slug in bahan.model.instansi.profil.tingkat_aturan if f"“{slug}” yang" in temuan.pesan), ""
        )
        meant = surely(wrong, all_rules()) if wrong and wrong not in all_rules() else None
        return Ganti("instansi", "profil", wrong, meant) if meant else None
    found = bahan.model.cari(temuan.alamat)
    if temuan.aturan != "pengecualian" or not isinstance(found, Pengecualian):
        return None
    if temuan.bidang == "aturan":
        meant = surely(found.aturan, all_rules())
        return Ganti(temuan.alamat, "aturan", found.aturan, meant) if meant else None
    return Hapus(temuan.alamat) if not temuan.bidang and _asked(bahan.model, found.aturan) else None


def _asked(model: PetaProsesBisnis, slug: str) -> bool:
    """Whether the rule was asked at all, so that its silence means something."""
    rule = all_rules()[slug]
    return model.instansi.profil.tingkat_aturan.get(slug, "" if rule.aturan.bawaan else OFF) != OFF


def _rank(repair: Perbaikan) -> tuple[bool, int]:
    """Replacements first, then entries from the last of a list on, so that no number shifts."""
    return (isinstance(repair, Hapus), -repair.nomor if isinstance(repair, Hapus) else 0)


def _all(model: PetaProsesBisnis, order: list[Perbaikan]) -> tuple[PetaProsesBisnis, list[Perbaikan]]:
    done = []
    for repair in order:
        made = repaired(model, repair)
        if made is not None:
            model = made
            done.append(repair)
    return model, done


def _errors(found: tuple[Temuan, ...]) -> set[tuple[str, str, str]]:
    return {
        (temuan.aturan, temuan.alamat, temuan.bidang)
        for temuan in found
        if temuan.tingkat is Tingkat.GALAT and not temuan.dikecualikan
    }
