"""A placement by hand that names nothing, or that another one contradicts, is kept in the file but moves nothing."""

from collections.abc import Iterator

from rapidfuzz import fuzz, process

from probis.edits import Ganti, Hapus
from probis.model import Letak, LintasFungsi, Temuan, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran
from probis.rules._terdekat import surely

ATURAN = Aturan(
    nomor="K60",
    tingkat=Tingkat.PERINGATAN,
    judul="Setiap letak dapat dipenuhi",
    mengapa="`letak` menyimpan apa yang ditata dengan tangan. Langkah yang kemudian dihapus, atau dua letak yang "
    "saling bertentangan, membuat gambar tidak lagi seperti yang ditata. Letak itu tetap disimpan sampai ada yang "
    "menghapusnya. Pemeriksaan tidak menggambar: letak yang tidak dapat dipenuhi karena urutan kerja atau tempat di "
    "gambar baru dilaporkan bila petanya digambar, yaitu oleh `probis gambar` dan `probis bangun`, dengan nama aturan "
    "yang sama.",
    perbaikan="Hapus letak yang tidak berlaku lagi, atau ganti langkah yang disebutnya.",
    sendiri="Letak yang menyebut unsur yang sudah tidak ada, atau yang kosong, dihapus; salah eja yang "
    "pasti dibetulkan.",
    dasar=(("permenpanrb-19-2018", "peta lintas fungsi"),),
    juga_di_gambar=True,
)

_SASARAN = {
    "sekolom": "simpul",
    "setelah": "simpul",
    "baris": "simpul",
    "geser": "simpul",
    "urutan": "jalur",
    "sisi": "alur",
}
"""What each kind of placement is said of."""

_KATA = {"simpul": "langkah", "jalur": "jalur", "alur": "alur"}


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each placement that names nothing, says nothing, or contradicts an earlier one."""
    for peta in bahan.model.lintas_fungsi:
        yield from misplaced(peta)


def misplaced(peta: LintasFungsi) -> Iterator[Pelanggaran]:
    """The same of one lintas fungsi; `bidang` says which letak, counted from 0, and which of its fields."""
    at = f"lintas-fungsi/{peta.id}"
    for i, letak in enumerate(peta.letak):
        found = list(_unknown(at, i, letak, peta)) or list(_empty(at, i, letak))
        yield from found or _against(at, i, peta)


def _unknown(at: str, i: int, letak: Letak, peta: LintasFungsi) -> Iterator[Pelanggaran]:
    known = {
        "simpul": [simpul.id for simpul in peta.simpul],
        "jalur": [jalur.id for jalur in peta.jalur],
        "alur": [alur.id for alur in peta.alur],
    }
    for field, kind in (("simpul", "simpul"), ("sekolom", "simpul"), ("setelah", "simpul"), ("jalur", "jalur")):
        yield from _missing(at, f"letak/{i}/{field}", getattr(letak, field), _KATA[kind], known[kind])
    yield from _missing(at, f"letak/{i}/alur", letak.alur, _KATA["alur"], known["alur"])


def _missing(at: str, field: str, id_: str | None, word: str, known: list[str]) -> Iterator[Pelanggaran]:
    if not id_ or id_ in known:
        return
    near = process.extractOne(id_, sorted(known), scorer=fuzz.ratio, score_cutoff=75)
    saran = f"Maksud Anda {near[0]}?" if near else "Hapus letak ini bila tidak diperlukan lagi."
    yield Pelanggaran(at, f"Letak menyebut {word} “{id_}” yang tidak ada.", saran, field)


def _empty(at: str, i: int, letak: Letak) -> Iterator[Pelanggaran]:
    said = [name for name in _SASARAN if getattr(letak, name) is not None]
    if not said:
        named = letak.simpul or letak.jalur or letak.alur or ""
        pesan = f"Letak “{named}” tidak menyebut tempat." if named else "Letak ini kosong."
        saran = f"Tulis salah satu: {', '.join(_SASARAN)}; atau hapus letak ini."
        yield Pelanggaran(at, pesan, saran, f"letak/{i}")
    for name in said:
        owner = _SASARAN[name]
        if getattr(letak, owner) is None:
            pesan = f"Isian `{name}` pada letak hanya berlaku bersama `{owner}`."
            yield Pelanggaran(at, pesan, f"Tulis `{owner}:` dengan id {_KATA[owner]}nya.", f"letak/{i}/{name}")
        if name in ("sekolom", "setelah") and getattr(letak, name) == letak.simpul:
            pesan = f"Letak “{letak.simpul}” menyebut dirinya sendiri pada `{name}`."
            yield Pelanggaran(at, pesan, "Tulis langkah yang lain.", f"letak/{i}/{name}")


def _against(at: str, i: int, peta: LintasFungsi) -> Iterator[Pelanggaran]:
    """At most one contradiction a placement: with the first of those before it."""
    own = peta.letak[i]
    for j, other in enumerate(peta.letak[:i]):
        field, why = _contradiction(own, other)
        if field:
            pesan = f"Letak ke-{i + 1} bertentangan dengan letak ke-{j + 1}: {why}."
            yield Pelanggaran(at, pesan, "Hapus salah satunya; yang pertama yang dipakai.", f"letak/{i}/{field}")
            return


def _contradiction(own: Letak, other: Letak) -> tuple[str, str]:
    """The field that contradicts and how, both empty where none does."""
    for name in ("baris", "geser", "urutan", "sisi"):
        owner = _SASARAN[name]
        mine, theirs = getattr(own, name), getattr(other, name)
        same = getattr(own, owner) is not None and getattr(own, owner) == getattr(other, owner)
        if same and mine is not None and theirs is not None and mine != theirs:
            said = "digeser ke dua tempat" if name == "geser" else f"{name} {mine} dan {name} {theirs}"
            return name, f"“{getattr(own, owner)}” {said}"
    if own.urutan is not None and own.urutan == other.urutan and own.jalur != other.jalur:
        return "urutan", f"“{own.jalur}” dan “{other.jalur}” sama-sama urutan {own.urutan}"
    pair = {own.simpul, own.setelah}
    if own.setelah and other.setelah and (own.simpul, own.setelah) == (other.setelah, other.simpul):
        return "setelah", f"“{own.simpul}” dan “{own.setelah}” saling mendahului"
    if own.setelah and other.sekolom and pair == {other.simpul, other.sekolom}:
        return "setelah", f"“{own.simpul}” dan “{own.setelah}” juga diminta sekolom"
    if own.sekolom and other.setelah and {own.simpul, own.sekolom} == {other.simpul, other.setelah}:
        return "sekolom", f"“{own.simpul}” juga diminta tidak sekolom dengan “{own.sekolom}”"
    return "", ""


def mend(bahan: Bahan, temuan: Temuan) -> Ganti | Hapus | None:
    """Take out a placement that names what is gone or says nothing; a name that is surely misspelt is set right."""
    peta = bahan.model.cari_lintas_fungsi(temuan.alamat.removeprefix("lintas-fungsi/"))
    number, _, field = temuan.bidang.removeprefix("letak/").partition("/")
    if peta is None or not number.isdigit() or int(number) >= len(peta.letak):
        return None
    i = int(number)
    letak = peta.letak[i]
    gone = [breach for breach in _unknown(temuan.alamat, i, letak, peta) if breach.bidang == temuan.bidang]
    if not gone:
        return Hapus(temuan.alamat, "letak", i) if temuan.bidang == f"letak/{i}" else None
    target = getattr(letak, field)
    kind = {"jalur": peta.jalur, "alur": peta.alur}.get(field, peta.simpul)
    meant = surely(target, [one.id for one in kind])
    if meant:
        return Ganti(temuan.alamat, "letak", target, meant)
    return Hapus(temuan.alamat, "letak", i) if not gone[0].saran.startswith("Maksud") else None
