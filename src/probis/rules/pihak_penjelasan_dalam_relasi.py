"""A body that a sentence of the explanation names, and that no map shows, is known to the text alone."""

from collections.abc import Iterator

from probis.model import PetaProsesBisnis, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran
from probis.rules._badan import disebut, kenalan

ATURAN = Aturan(
    nomor="K32",
    tingkat=Tingkat.PERINGATAN,
    judul="Pihak yang disebut Penjelasan Proses ada dalam peta relasi",
    mengapa="Penjelasan Proses menyebut siapa yang memberi, mengendalikan, atau menilai. Pihak yang disebut di sana "
    "tetapi tidak ada dalam peta relasi membuat naskah dan gambarnya saling membantah. Begitu "
    "juga nama yang pasti nama badan tetapi tidak ada dalam organisasi.",
    perbaikan="Tambahkan pihak itu pada organisasi.yaml dan pada `terlibat` prosesnya, atau betulkan namanya.",
    dasar=(("permenpanrb-19-2018", "peta relasi"), ("permenpanrb-19-2018", "penjelasan peta proses")),
)


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each sentence with somebody who takes part in no process, and with a body that the model does not know.

    The body itself need not be named in a peta relasi, and where nobody takes part in anything yet nothing is judged.
    """
    model = bahan.model
    if not model.penjelasan:
        return
    present = _present(model)
    if not present:
        return
    known = kenalan(model)
    own = {unit.id for unit in model.unit_akar()}
    for penjelasan in model.penjelasan:
        at, seen = f"penjelasan/{penjelasan.id}", set(own)
        for one in disebut(penjelasan.bunyi, known):
            if (one.pelaku or one.kata) in seen:
                continue
            seen.add(one.pelaku or one.kata)
            where = f"Penjelasan nomor {penjelasan.nomor} menyebut {one.kata}"
            if one.pelaku is None:
                pesan = f"{where}, yang tidak ada dalam organisasi."
                saran = "Tambahkan sebagai pihak, atau betulkan namanya."
                yield Pelanggaran(at, pesan, saran, "bunyi")
            elif one.pelaku not in present:
                pesan = f"{where}, yang tidak ada dalam peta relasi."
                yield Pelanggaran(at, pesan, "Tambahkan pada `terlibat` proses yang diterangkan.", "bunyi")


def _present(model: PetaProsesBisnis) -> set[str]:
    """Who takes part in any process, each with the units above: a unit is there where a part of it is."""
    named = {who for proses in model.anak(None) for who in model.peserta(proses.id)}
    present: set[str] = set()
    for who in named:
        here = model.cari_pelaku(who)
        while here is not None and here.id not in present:
            present.add(here.id)
            here = model.cari_pelaku(getattr(here, "unit", None) or getattr(here, "induk", None))
    heads = {jabatan.id for jabatan in model.organisasi.jabatan if jabatan.unit in present}
    return present | heads if present else set()
