"""The example beside the decree: each word it takes from a line stands there, and no line of the decree is lost."""

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from pydantic import BaseModel

from probis.interchange.yaml import read
from probis.law import cari_peraturan
from probis.law.kalimat import semua_kalimat
from probis.law.peraturan import nama_lengkap
from probis.law.tanggal import tanggal_panjang
from probis.model import (
    Aliran,
    Arah,
    Bacaan,
    Hubungan,
    JenisSumber,
    Kelompok,
    Pengecualian,
    Penjelasan,
    PetaProsesBisnis,
    Proses,
    Sumber,
    Unsur,
)

_ROOT = Path(__file__).parents[2]
_SHARED = Path(os.environ.get("PROBIS_SHARED", _ROOT.parent / "shared"))
_DECREE = _SHARED / "reference" / "keputusan-253-2020.txt"
_EXAMPLE = _ROOT / "examples" / "biro-organisasi-ntt"

pytestmark = pytest.mark.skipif(not _DECREE.exists(), reason="the decree is not here")

_HEADINGS = {
    "kop",
    "judul",
    "judul lampiran",
    "judul gambar",
    "kepala tabel",
    "coretan",
    "halaman",
}
"""What the decree says in its form, not about the body; the rest of its lines must stand in an element."""
_SECOND_COPY = 362
"""From this line on the file repeats a page of the draft."""


class Claim(NamedTuple):
    """One text that the example says it took from these lines of the decree."""

    alamat: str
    baris: tuple[int, ...]
    teks: str


@cache
def decree() -> tuple[str, ...]:
    return tuple(_DECREE.read_text(encoding="utf-8").split("\n"))


@cache
def bacaan() -> Bacaan:
    files = {
        str(path.relative_to(_EXAMPLE)): path.read_bytes() for path in sorted(_EXAMPLE.rglob("*")) if path.is_file()
    }
    return read(files)


def model() -> PetaProsesBisnis:
    nilai = bacaan().nilai
    assert nilai is not None, bacaan().temuan
    return nilai


def fold(text: str) -> str:
    """Fold case, markup, marks and spaces, so that texts compare by their words."""
    plain = re.sub(r"<[^>]+>", "", text).casefold()
    return " ".join(re.sub(r"[\W_]+", " ", plain).split())


def lines_of(baris: str) -> tuple[int, ...]:
    first, _, last = baris.partition("–")
    return tuple(range(int(first), int(last or first) + 1))


def text_of(baris: tuple[int, ...]) -> str:
    return fold(" ".join(decree()[number - 1] for number in baris))


def from_decree(element: Unsur, field: str) -> Iterator[Sumber]:
    """Yield the sources in the decree of this field: those that name it, else those of the whole element."""
    exact = [sumber for sumber in element.sumber if field in sumber.untuk]
    for sumber in exact or [sumber for sumber in element.sumber if not sumber.untuk]:
        if sumber.jenis is JenisSumber.KEPUTUSAN:
            yield sumber


_FIELDS = ("bunyi", "nama", "kode", "tugas", "tentang", "nomor", "tempat", "menimbang", "tembusan")


def texts(value: object) -> Iterator[str]:
    """Yield each text within a field."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from texts(item)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts(getattr(value, name))
    elif hasattr(value, "values"):
        for item in value.values():
            yield from texts(item)


def claims() -> Iterator[Claim]:
    """Yield every text that the example takes from the decree, with the lines it names."""
    peta = model()
    for alamat, element in peta.unsur():
        if not isinstance(element, Unsur) or alamat.startswith("lintas-fungsi/"):
            continue
        if isinstance(element, Pengecualian | Aliran | Hubungan) or alamat in ("instansi", "keputusan"):
            continue
        for field in (*_FIELDS[:4],) if not isinstance(element, Penjelasan) else ("bunyi",):
            for sumber in from_decree(element, field):
                for text in texts(getattr(element, field, "")):
                    if text:
                        yield Claim(alamat, lines_of(sumber.baris), text)
    yield from _particulars(peta)
    yield from _direction(peta.arah)
    yield from _flows(peta)
    for own in peta.peraturan:
        if own.asal.startswith("keputusan baris "):
            lines = lines_of(own.asal.removeprefix("keputusan baris "))
            yield Claim(f"peraturan/{own.id}", lines, f"Nomor {own.nomor} Tahun {own.tahun}")
            yield Claim(f"peraturan/{own.id}", lines, own.tentang)


def _particulars(peta: PetaProsesBisnis) -> Iterator[Claim]:
    keputusan = peta.keputusan
    assert keputusan is not None
    for alamat, element, fields in (
        ("instansi", peta.instansi, ("nama", "tempat", "pejabat")),
        ("keputusan", keputusan, (*_FIELDS[4:], "diktum", "penanda_tangan", "bunyi")),
    ):
        for field in fields:
            for sumber in from_decree(element, field):
                for text in texts(getattr(element, field)):
                    if text:
                        yield Claim(alamat, lines_of(sumber.baris), text)
    for sumber in from_decree(keputusan, "mengingat"):
        for id_ in keputusan.mengingat:
            found = cari_peraturan(id_)
            assert found is not None, id_
            yield Claim("keputusan", lines_of(sumber.baris), nama_lengkap(found))
    for sumber in from_decree(keputusan, "tanggal"):
        day = keputusan.tanggal
        assert day is not None
        yield Claim("keputusan", lines_of(sumber.baris), tanggal_panjang(day))


def _direction(arah: Arah) -> Iterator[Claim]:
    yield Claim("arah", (65,), arah.dokumen)
    for line, paragraph in zip((128, 130, 132), arah.telaahan, strict=True):
        yield Claim("arah", (line,), paragraph)


def _flows(peta: PetaProsesBisnis) -> Iterator[Claim]:
    """Yield what flows and relations name: the product, and each end by the words that the line has for it."""
    called: dict[tuple[str, str], str] = {}
    for kutipan in bacaan().naskah[0].kutipan:
        if kutipan.sebagai in ("nama", "sebutan", "pihak"):
            called[kutipan.baris, kutipan.tentang.partition("/")[2]] = kutipan.teks
    for aliran in peta.aliran:
        for sumber in from_decree(aliran, "produk"):
            yield Claim(f"aliran/{aliran.id}", lines_of(sumber.baris), peta.nama_produk(aliran.produk))
    for kind, elements in (("aliran", peta.aliran), ("hubungan", peta.hubungan)):
        for element in elements:
            for field in ("dari", "ke"):
                for sumber in from_decree(element, field):
                    end = getattr(element, field)
                    assert (sumber.baris, end) in called, f"{kind}/{element.id}: {end} is not on line {sumber.baris}"
                    yield Claim(f"{kind}/{element.id}", lines_of(sumber.baris), called[sumber.baris, end])


def test_the_example_reads_without_a_finding() -> None:
    assert bacaan().temuan == ()


def test_every_text_stands_on_the_lines_it_names() -> None:
    wrong = [claim for claim in claims() if fold(claim.teks) not in text_of(claim.baris)]
    assert wrong == []


def test_every_kind_of_element_rests_on_the_decree() -> None:
    kinds = {claim.alamat.partition("/")[0] for claim in claims()}
    assert kinds >= {
        *("visi", "misi", "tujuan", "sasaran", "area", "arah", "unit", "fungsi", "jabatan", "pihak", "produk"),
        *("proses", "aliran", "hubungan", "penjelasan", "peraturan", "instansi", "keputusan"),
    }


def test_every_line_is_quoted_and_each_quotation_stands_there() -> None:
    (naskah,) = bacaan().naskah
    assert naskah.jumlah_baris == len(decree())
    quoted: dict[int, list[str]] = {}
    for kutipan in naskah.kutipan:
        (line,) = lines_of(kutipan.baris)
        quoted.setdefault(line, []).append(fold(kutipan.teks))
        assert fold(kutipan.teks) in text_of((line,)), kutipan
    lost = {
        number: words
        for number, line in enumerate(decree(), 1)
        if (words := set(fold(line).split()) - set(" ".join(quoted.get(number, ())).split()))
    }
    assert lost == {}


def test_every_line_that_says_something_stands_in_an_element_or_has_its_note() -> None:
    """Uncovered lines: none. What the two lists of goals say differently is held as a quotation with a note."""
    covered = {line for claim in claims() for line in claim.baris}
    open_lines = [
        (kutipan.baris, kutipan.teks)
        for kutipan in bacaan().naskah[0].kutipan
        if kutipan.sebagai not in _HEADINGS
        and not kutipan.catatan
        and int(kutipan.baris) < _SECOND_COPY
        and int(kutipan.baris) not in covered
    ]
    assert open_lines == []


def test_each_quotation_speaks_of_something_known() -> None:
    peta = model()
    unknown = [
        kutipan.tentang
        for kutipan in bacaan().naskah[0].kutipan
        if kutipan.tentang
        and peta.cari(kutipan.tentang) is None
        and cari_peraturan(kutipan.tentang.removeprefix("peraturan/")) is None
    ]
    assert unknown == []


def test_the_decree_s_numbers() -> None:
    """Seven processes, nineteen lintas fungsi, fourteen explanations, three bagian and seven sub bagian."""
    peta = model()
    core = [proses for proses in peta.anak(None) if peta.kelompok(proses) is Kelompok.UTAMA]
    assert [proses.kode for proses in core] == [f"BO-{number:02}" for number in range(1, 8)]
    named = [[leaf.kode for leaf in peta.anak(proses.id) if not leaf.usulan("nama")] for proses in core]
    assert [len(codes) for codes in named] == [3, 2, 3, 3, 4, 1, 3]
    assert [penjelasan.nomor for penjelasan in peta.penjelasan] == list(range(1, 15))
    assert all(penjelasan.tentang for penjelasan in peta.penjelasan)
    (root,) = peta.unit_akar()
    assert [len(peta.unit_anak(unit.id)) for unit in peta.unit_anak(root.id)] == [3, 2, 2]
    assert [len(peta.arah.misi), len(peta.arah.tujuan), len(peta.arah.sasaran)] == [5, 8, 16]
    assert len(root.fungsi) == 5


def test_the_number_that_the_decree_skips_is_filled_by_a_proposal_only() -> None:
    """BO-06.1 stands nowhere in the decree: nothing of it may claim a line, and its gap is told."""
    peta = model()
    core = [proses for proses in peta.anak(None) if peta.kelompok(proses) is Kelompok.UTAMA]
    (added,) = [leaf for proses in core for leaf in peta.anak(proses.id) if leaf.usulan("nama")]
    assert added.kode == "BO-06.1"
    assert "BO-06.1" not in "\n".join(decree())
    assert "tidak memuat BO-06.1" in added.catatan
    (drawn,) = [one for one in peta.lintas_fungsi if one.proses == added.id]
    flows = [one for one in peta.aliran if added.id in (one.dari, one.ke)]
    for element in (added, drawn, *drawn.simpul, *flows):
        assert all(sumber.jenis is JenisSumber.USULAN for sumber in element.sumber), element.id


def test_what_the_decree_does_not_say_is_a_proposal() -> None:
    """No owner, group or customer may look as if the decree had named it."""
    peta = model()
    assert all(proses.usulan("pemilik") for proses in peta.proses)
    assert all(proses.usulan("kelompok") for proses in peta.anak(None))
    named = {"karo"}
    assert {j.id for j in peta.organisasi.jabatan if not j.usulan()} == named
    for proses in peta.proses:
        assert isinstance(proses, Proses)
        assert proses.sumber, proses.id
    for aliran in peta.aliran:
        assert aliran.sumber, aliran.id


def test_every_sentence_that_the_body_words_itself_has_a_place_in_the_decree() -> None:
    keputusan = model().keputusan
    assert keputusan is not None
    assert set(keputusan.bunyi) <= {slot.nama for slot in semua_kalimat()}
