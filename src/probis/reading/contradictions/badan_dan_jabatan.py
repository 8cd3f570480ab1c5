"""A body and the office that heads it, called now by one name and now by another, look like two parties."""

import re
from collections.abc import Iterator, Sequence

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.contradictions._bacaan import at, cite, original
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.makna import Makna

PEMERIKSAAN = Pemeriksaan(
    "K32",
    Tingkat.CATATAN,
    "Badan dan pejabatnya disebut dengan nama yang sepadan",
    "Inspektur memimpin Inspektorat, Camat memimpin Kecamatan: badan yang di satu tempat disebut menurut badannya dan "
    "di tempat lain menurut pejabatnya terbaca sebagai dua pihak, apalagi bila nama wilayahnya pun lain.",
)

_HEADS = {
    "inspektur": "inspektorat",
    "camat": "kecamatan",
    "lurah": "kelurahan",
    "direktur": "direktorat",
    "sekretaris": "sekretariat",
}
_REACH = ("daerah", "provinsi", "kabupaten", "kota", "kementerian", "jenderal")
_NEAR = 2  # fewer letters than this may lack in the name of a body: "Inspektrat"
_ENDS = (Makna.DARI, Makna.KE)
_NAMED = (Makna.TEMBUSAN, Makna.PIHAK, Makna.UNIT, Makna.PEMILIK, *_ENDS)


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield, once a body, the place that names its head where another names the body: in one role, or elsewhere."""
    named = original(naskah, *_NAMED)
    for head, body in _HEADS.items():
        offices = [k for k in named if _first(k) == head]
        bodies = [k for k in named if _is(_first(k), body)]
        found = _mixed(offices, bodies) or _reaching(offices, bodies)
        if found is not None:
            yield found


def _mixed(offices: Sequence[Kutipan], bodies: Sequence[Kutipan]) -> Pertentangan | None:
    """One side of the relations of the explanations is now the office and now the body, of the same further name."""
    for kind in _ENDS:
        for office in (k for k in offices if k.sebagai == kind):
            twin = next((k for k in bodies if k.sebagai == kind and _rest(k) == _rest(office)), None)
            if twin is not None and twin.baris != office.baris:
                pesan = f"{cite(office.teks)} (pejabat) di sini, {cite(twin.teks)} (badan) pada {at(twin)}: satu pihak "
                saran = "Sebut badannya di kedua tempat, kecuali bila pejabatnya sendiri yang bertindak."
                return Pertentangan(office, f"{pesan}dengan dua sebutan.", saran, (twin,), kata=office.teks)
    return None


def _reaching(offices: Sequence[Kutipan], bodies: Sequence[Kutipan]) -> Pertentangan | None:
    """ "Inspektur Provinsi" heads no "Inspektorat Daerah": the word after the name is not the same."""
    for office in offices:
        reach = _reach(office)
        others = [k for k in bodies if _reach(k)]
        if not reach or not others or any(reach in _words(k) or _reach(k) in _words(office) for k in others):
            continue
        twin = others[0]
        pesan = f"{cite(twin.teks)} (badan) di sini, {cite(office.teks)} (pejabatnya) pada {at(office)}: "
        pesan += f"yang satu “{_reach(twin).capitalize()}”, yang lain “{reach.capitalize()}”."
        saran = "Pakai nama menurut peraturan pembentukannya di kedua tempat."
        return Pertentangan(twin, pesan, saran, (office,), kata=twin.teks)
    return None


def _words(kutipan: Kutipan) -> list[str]:
    return re.findall(r"[^\W\d_]+", kutipan.teks.casefold())


def _first(kutipan: Kutipan) -> str:
    return (_words(kutipan) or [""])[0]


def _rest(kutipan: Kutipan) -> list[str]:
    return _words(kutipan)[1:]


def _reach(kutipan: Kutipan) -> str:
    """Return the word that tells whose body it is, right after its name."""
    rest = _rest(kutipan)[:1]
    return rest[0] if rest and rest[0] in _REACH else ""


def _is(word: str, body: str) -> bool:
    """Whether a word is the name of a body, also where one letter is missing: "Inspektrat"."""
    if word == body:
        return True
    letters = iter(body)
    return 0 < len(body) - len(word) < _NEAR and all(letter in letters for letter in word)
