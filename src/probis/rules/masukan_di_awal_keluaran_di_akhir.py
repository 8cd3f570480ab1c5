"""Work that begins without what the process takes, or can only end without what it gives, is not the process."""

from collections.abc import Iterator

from probis.analysis import sebut_simpul
from probis.model import Gerbang, Kerja, LintasFungsi, PetaProsesBisnis, SimpulApaPun, Tingkat, Tunggu
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, alamat, deret
from probis.rules._rangkaian import Langkah, maju, tercapai

ATURAN = Aturan(
    nomor="K38",
    tingkat=Tingkat.PERINGATAN,
    judul="Langkah pertama memegang masukan proses, dan akhirnya menyusul keluarannya",
    mengapa="Peta lintas fungsi menunjukkan bagaimana masukan menjadi keluaran. Bila masukan baru dipakai di tengah, "
    "awal petanya bukan awal prosesnya; bila setiap akhir dapat dicapai tanpa membuat satu keluaran pun, atau sesudah "
    "keluaran dibuat tidak ada akhir, hasil prosesnya tidak terjamin. Langkah pertama yang membuat masukan itu "
    "sendiri, karena pemasoknya digambar, sudah memegangnya.",
    perbaikan="Isi `pakai` langkah pertama, mulai peta dari langkah yang menerima masukannya, atau beri selesai "
    "sesudah langkah yang membuat keluarannya.",
    dasar=(("permenpanrb-19-2018", "pemasok–masukan–proses–keluaran–pelanggan"),),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each lintas fungsi whose first steps hold no input, and whose ends no output is sure to come before.

    An input that no step uses and an output that none makes are not told here: see masukan_dan_keluaran_dikerjakan.
    """
    for peta in bahan.model.lintas_fungsi:
        yield from _begun(bahan.model, peta)
        yield from _ended(bahan.model, peta)


def _begun(model: PetaProsesBisnis, peta: LintasFungsi) -> Iterator[Pelanggaran]:
    given = {aliran.produk for aliran in model.masukan(peta.proses)}
    first = _first(peta)
    users = [one for one in peta.simpul if given & _held(one)]
    if first and users and not any(one in first for one in users):
        named, holder = deret([sebut_simpul(peta, one) for one in first], 3), sebut_simpul(peta, users[0])
        pesan = f"Langkah pertama, {named}, tidak memegang masukan proses; yang pertama memegangnya {holder}."
        saran = "Isi `pakai` langkah pertama, atau mulai peta dari langkah yang menerima masukan."
        yield Pelanggaran(alamat(peta, first[0].id), pesan, saran, "pakai" if isinstance(first[0], Kerja) else "")


def _ended(model: PetaProsesBisnis, peta: LintasFungsi) -> Iterator[Pelanggaran]:
    wanted = {aliran.produk for aliran in model.keluaran(peta.proses)}
    makers = [one for one in peta.simpul if isinstance(one, Kerja) and wanted & set(one.hasil)]
    ends = {one.id for one in peta.simpul if one.jenis == "selesai"}
    if not makers or not ends:
        return
    onward = maju(peta)
    lost = [one for one in makers if not tercapai([one.id], onward) & ends]
    for one in lost:
        pesan = f"Sesudah {sebut_simpul(peta, one)} membuat keluaran proses tidak ada jalan maju ke selesai."
        yield Pelanggaran(alamat(peta, one.id), pesan, "Beri jalan dari langkah itu ke selesai.")
    if not lost and ends <= _without(peta, onward, {one.id for one in makers}):
        pesan = "Setiap selesai pada peta ini dapat dicapai tanpa membuat satu pun keluaran proses."
        saran = f"Pisahkan selesai sesudah {sebut_simpul(peta, makers[-1])} dari selesai tanpa keluaran."
        yield Pelanggaran(alamat(peta), pesan, saran)


def _without(peta: LintasFungsi, onward: Langkah, made: set[str]) -> set[str]:
    """The nodes that work can come to before any of `made`: a bar where branches meet waits for all of them."""
    bars = {one.id: set[str]() for one in peta.simpul if isinstance(one, Gerbang) and one.sifat == "serentak"}
    for here, there in onward.items():
        for one in there:
            bars.get(one, set()).add(here)
    reached: set[str] = set()
    todo = [one.id for one in peta.simpul if one.jenis == "mulai"]
    while todo:
        here = todo.pop()
        if here not in reached and here not in made and bars.get(here, set()) <= reached:
            reached.add(here)
            todo.extend(onward.get(here, ()))
    return reached


def _first(peta: LintasFungsi) -> list[SimpulApaPun]:
    """The steps and waits that work comes to first, behind gateways too."""
    onward = maju(peta)
    todo, seen, first = [one.id for one in peta.simpul if one.jenis == "mulai"], set[str](), list[SimpulApaPun]()
    while todo:
        for id_ in onward.get(todo.pop(), ()):
            there = peta.cari_simpul(id_)
            if there is None or id_ in seen:
                continue
            seen.add(id_)
            if isinstance(there, Kerja | Tunggu):
                first.append(there)
            else:
                todo.append(id_)
    return first


def _held(simpul: SimpulApaPun) -> set[str]:
    """What a step uses or makes, and what a wait waits for."""
    if isinstance(simpul, Kerja):
        return {*simpul.pakai, *simpul.hasil}
    return {simpul.produk} if isinstance(simpul, Tunggu) and simpul.produk else set()
