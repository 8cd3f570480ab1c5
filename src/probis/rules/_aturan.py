"""What every rule is made of: what it sees, what it says, and the page that explains it."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from probis.edits import Perbaikan
from probis.law.peraturan import cari_peraturan, singkatan
from probis.model import LintasFungsi, Naskah, PetaProsesBisnis, Proses, Temuan, Tingkat


@dataclass(frozen=True, slots=True)
class Bahan:
    """Bahan (material): the model, the texts of documents about it, and the date of judgement where one is given."""

    model: PetaProsesBisnis
    naskah: tuple[Naskah, ...] = ()
    pada: date | None = None


@dataclass(frozen=True, slots=True)
class Pelanggaran:
    """Pelanggaran (breach): one place that does not hold the rule; the runner adds rule, level and file.

    `tingkat` is set only where the breach is lighter or heavier than the rule's own level; `jalan` where only a
    certain run of the work leads there: its nodes in order.
    """

    alamat: str
    pesan: str
    saran: str = ""
    bidang: str = ""
    tingkat: Tingkat | None = None
    jalan: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Aturan:
    """Aturan (rule): its working number, level, title, why it is there, how to mend a breach, and what it rests on.

    `dasar` pairs the id of a regulation in `law/` with the place or principle in it. A rule that is not `bawaan` is
    asked only where the body's profile gives it a level. `sendiri` says what its `mend` does, where it has one.
    `juga_di_gambar` where some of it shows only on the drawn maps, so that the rule alone cannot tell whether an
    exception is still needed.
    """

    nomor: str
    tingkat: Tingkat
    judul: str
    mengapa: str
    perbaikan: str
    dasar: tuple[tuple[str, str], ...]
    bawaan: bool = True
    sendiri: str = ""
    juga_di_gambar: bool = False

    @property
    def rujukan(self) -> tuple[str, ...]:
        """What it rests on as readers cite it: "PermenPANRB 19/2018, Bab II huruf A"."""
        named = ((cari_peraturan(id_), id_, place) for id_, place in self.dasar)
        return tuple(
            ", ".join(filter(None, (singkatan(law) if law is not None else id_, place))) for law, id_, place in named
        )


Pemeriksa = Callable[[Bahan], Iterator[Pelanggaran]]

Pembetul = Callable[[Bahan, Temuan], Perbaikan | None]
"""What a rule's `mend` is, where it has one: the repair of a finding on which everybody would agree, else None."""


def lipat(teks: str) -> str:
    """Fold case, spaces and the marks between words, so that texts compare by their words."""
    return " ".join(re.sub(r"[\W_]+", " ", teks.casefold()).split())


def lipat_kode(kode: str) -> str:
    """Fold the separators of a code: "BO.04" and "BO-04" become equal."""
    return re.sub(r"[^0-9a-z]+", "-", kode.casefold()).strip("-")


def sebut(proses: Proses) -> str:
    """Code and name of a process, as a sentence begins with them."""
    return f"{proses.kode} {proses.nama}".strip()


def alamat(peta: LintasFungsi, *bagian: str) -> str:
    """The address of a lintas fungsi, or of a part of it."""
    return "/".join(("lintas-fungsi", peta.id, *bagian))


def deret(kata: Sequence[str], paling_banyak: int = 5) -> str:
    """Words as a row, "a, b, dan c"; beyond `paling_banyak` the rest is counted."""
    shown, rest = list(kata[:paling_banyak]), len(kata) - paling_banyak
    if rest > 0:
        shown.append(f"{rest} lainnya")
    if len(shown) < 3:
        return " dan ".join(shown)
    return ", ".join(shown[:-1]) + f", dan {shown[-1]}"
