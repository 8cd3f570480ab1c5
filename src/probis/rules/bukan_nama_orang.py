"""A map that names people is wrong on the day one of them is moved."""

import re
from collections.abc import Iterator

from probis.model import PetaProsesBisnis, Tingkat
from probis.rules._aturan import Aturan, Bahan, Pelanggaran, alamat, lipat

ATURAN = Aturan(
    nomor="K67",
    tingkat=Tingkat.PERINGATAN,
    judul="Proses, unit, jabatan, dan jalur tidak dinamai dengan nama orang",
    mengapa="Pekerjaan melekat pada jabatan. Peta yang menyebut orang harus diubah setiap kali orangnya pindah, dan "
    "memuat data pribadi yang tidak diperlukan.",
    perbaikan="Tulis jabatan atau unitnya. Nama orang hanya pada pejabat yang menandatangani.",
    dasar=(("permenpanrb-19-2018", "peta relasi: unit organisasi"),),
)

_GELAR = re.compile(
    r"(?:^|[\s,])(?:Dra?s?\.|Ir\.|Prof\.|H\.|Hj\.)\s?[A-Z]"  # before a name
    r"|,\s?(?:S\.?(?:E|H|T|P|Sos|IP|Kom|Pd|Ag|KM|STP|Si|AP|Psi|Ked|Ak)"  # after it
    r"|M\.?(?:M|H|T|Si|Sc|AP|Pd|Kom|Kes|Ak|A|Eng|PA|Ec)|A\.?Md|Ph\.?D|SSTP|STP)\b\.?"
)
_SAPAAN = re.compile(
    r"^(?:Bapak|Bpk\.?|Ibu|Pak|Bu|Sdr\.?|Sdri\.?)\s+"
    r"(?!Hamil|Menyusui|Bersalin|Nifas|Bayi|Kota|Rumah|Kandung|Asuh|Pengganti|dan\b|atau\b)[A-Z]\w+(?:\s[A-Z]\w+){0,3}$"
)
_NIP = re.compile(r"\b(?:NIP\b|\d{8}\s?\d{6}\s?\d\s?\d{3}\b)")


def check(bahan: Bahan) -> Iterator[Pelanggaran]:
    """Yield each process, unit, position, party and lane whose name is or holds the name of a person.

    A person is told by a title before or after the name, by a form of address, by a NIP, or by being one of the
    officials that the model itself names.
    """
    known = _people(bahan.model)
    for at, name in _names(bahan.model):
        why = _person(name, known)
        if why:
            pesan = f"“{name}” tampaknya nama orang ({why})."
            yield Pelanggaran(at, pesan, "Tulis jabatan atau unitnya.", "nama")


def _names(model: PetaProsesBisnis) -> Iterator[tuple[str, str]]:
    organisasi = model.organisasi
    yield from ((f"proses/{one.id}", one.nama) for one in model.proses)
    yield from ((f"unit/{one.id}", one.nama) for one in organisasi.unit)
    yield from ((f"jabatan/{one.id}", one.nama) for one in organisasi.jabatan)
    yield from ((f"pihak/{one.id}", one.nama) for one in organisasi.pihak)
    for peta in model.lintas_fungsi:
        for jalur in peta.jalur:
            if jalur.nama or model.cari_pelaku(jalur.pelaku) is None:
                yield alamat(peta, "jalur", jalur.id), jalur.nama or jalur.pelaku


def _people(model: PetaProsesBisnis) -> set[str]:
    decree = model.keputusan
    officials = [model.instansi.pejabat, *(sop.disahkan for sop in model.sop)]
    officials += [decree.penanda_tangan, decree.pengesah] if decree is not None else []
    return {lipat(one.nama) for one in officials if one is not None and one.nama}


def _person(name: str, known: set[str]) -> str:
    if lipat(name) in known:
        return "pejabat yang disebut dalam peta ini"
    for pattern, why in ((_NIP, "ada NIP"), (_SAPAAN, "ada sapaan"), (_GELAR, "ada gelar")):
        if pattern.search(name):
            return why
    return ""
