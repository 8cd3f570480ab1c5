"""Work whose longest way takes more days than the limit cannot keep it."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from probis.analysis import CriticalPath, critical_paths, judged_on, sebut_simpul, working_days, working_days_within
from probis.model import Kerja, LintasFungsi, Tingkat, Tunggu
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, alamat, deret

ATURAN = Aturan(
    nomor="K44",
    tingkat=Tingkat.GALAT,
    judul="Waktu terlama tidak melampaui batas waktu",
    mengapa="Batas waktu hanya dapat dipenuhi bila jumlah waktu pada jalan terlama tidak melebihinya. Untuk batas yang "
    "dihitung sejak suatu kejadian, waktu menunggu tidak dihitung, sebab biasanya menghentikan hitungan, dan "
    "pelampauannya diperingatkan saja, sebab waktunya dihitung dari mulai. Jalan yang melampaui batas hanya bila semua "
    "pengembalian terjadi dicatat saja. Batas dalam hari kalender, minggu, atau bulan berisi hari kerja yang berbeda "
    "menurut hari mulainya, hari libur nasional, dan cuti bersama: yang tidak pasti terlampaui diperingatkan, "
    "atau dicatat bila hanya sekali-sekali.",
    perbaikan="Pendekkan waktu langkah pada jalan terlama, kerjakan serentak yang dapat serentak, atau betulkan "
    "`batas`-nya.",
    dasar=(("permenpanrb-35-2012", "mutu baku: waktu"), ("permenpanrb-19-2018", "evaluasi peta proses bisnis")),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each lintas fungsi whose longest time exceeds its `batas`, without returns or with them."""
    model = bahan.model
    limited = [peta for peta in model.lintas_fungsi if peta.batas is not None]
    if not limited:
        return
    day = judged_on(model, bahan.pada)
    paths = critical_paths(model, day)
    for peta in limited:
        limit = working_days(peta.batas.waktu, day) if peta.batas is not None else None
        if limit is not None:
            within = working_days_within(peta.batas.waktu, day) if peta.batas is not None else None
            yield from _judged(peta, paths[peta.id], limit, within)


def _judged(
    peta: LintasFungsi, path: CriticalPath, limit: Fraction, within: tuple[int, int] | None
) -> Iterator[Pelanggaran]:
    """What a longest way is against a limit; of one on the calendar only what no day to begin on allows is sure."""
    if path.longest is None:
        return
    since = peta.batas is not None and bool(peta.batas.sejak)
    own = path.longest.once - (_waited(peta, path) if since else 0)
    fewest, most = within or (limit, limit)
    if own > most:
        how, level = ("tanpa waktu menunggu " if since else ""), Tingkat.PERINGATAN if since else None
    elif within is not None and own > (limit if since else fewest):
        pesan = f"Jalan terlama memakan {_days(own)} HK, sedangkan batas {peta.batas} berisi {fewest} sampai {most} HK."
        saran = "Menurut hari mulainya dan hari libur, batas itu dapat terlampaui; pendekkan waktunya."
        level = Tingkat.PERINGATAN if own > limit else Tingkat.CATATAN  # as a rule exceeded, or only now and then
        yield Pelanggaran(alamat(peta), pesan, saran, "batas", level)
        return
    elif not since and path.longest.returned > most:
        own, how, level = path.longest.returned, "dengan semua pengembalian ", Tingkat.CATATAN
    else:
        return
    most_of = f", yang berisi paling banyak {most} HK" if within is not None else ""
    pesan = f"Jalan terlama {how}memakan {_days(own)} HK, melampaui batas {peta.batas}{most_of}."
    nodes = [peta.cari_simpul(id) for id in path.path]  # noqa: A001
    steps = [sebut_simpul(peta, one) for one in nodes if isinstance(one, Kerja)]
    saran = f"Periksa waktu pada {deret(steps, 4)}." if steps else "Periksa waktu langkah-langkahnya."
    yield Pelanggaran(alamat(peta), pesan, saran, "batas", level)


def _waited(peta: LintasFungsi, path: CriticalPath) -> Fraction:
    """How much of the longest way is waiting."""
    waits = {simpul.id for simpul in peta.simpul if isinstance(simpul, Tunggu)}
    pairs = [(here, there) for here, there in pairwise(path.path) if there in waits]
    return sum((path.reached[there].once - path.reached[here].once for here, there in pairs), Fraction(0))


def _days(days: Fraction) -> str:
    return f"{float(days):.1f}".removesuffix(".0").replace(".", ",")
