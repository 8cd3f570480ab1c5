"""The form of a decree by who sets it, on bodies of all kinds, and Mengingat whatever is cited."""

import re
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from documents.bodies import whole
from probis.documents import Keadaan, NotWritable, _map_pages, _organisation, writer
from probis.documents._decree import regulation
from probis.drawing.scene import Scene
from probis.law.peraturan import urutan
from probis.model import BentukKeputusan, JenisInstansi, PetaProsesBisnis
from probis.paper import (
    Clauses,
    Facts,
    Heading,
    Letterhead,
    NumberedList,
    Paper,
    Picture,
    Signature,
    Table,
    plain,
    walk,
)
from strategies import peta

BLANK = Picture(Scene(100, 100, "Peta"))
FORMS = [
    ("keputusan_gubernur", "Gubernur Nusa Contoh", "Keputusan Gubernur", "Kepala Biro Hukum", "Sekretaris Daerah"),
    ("keputusan_bupati", "Bupati Contoh", "Keputusan Bupati", "Kepala Bagian Hukum", "Sekretaris Daerah"),
    ("keputusan_wali_kota", "Wali Kota Contoh", "Keputusan Wali Kota", "Kepala Bagian Hukum", "Sekretaris Daerah"),
    ("keputusan_menteri", "Menteri Contoh", "Keputusan Menteri", "Kepala Biro Hukum", "Sekretaris Jenderal"),
    ("keputusan_kepala", "Kepala Badan Contoh", "Keputusan Kepala", "Kepala Bagian Hukum", "Sekretaris"),
]


@pytest.fixture(autouse=True)
def _blank_maps(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (_map_pages, _organisation):
        monkeypatch.setattr(module, "drawn", lambda *_: (BLANK,))


def written(decree: dict[str, Any], **options: Any) -> Paper:
    return writer("keputusan")(whole(keputusan=decree), **options)


def clauses(paper: Paper) -> dict[str, str]:
    """What stands behind each label."""
    out: dict[str, str] = {}
    for clause in (c for b in walk(paper) if isinstance(b, Clauses) for c in b.clauses):
        words = [plain(b.text) for b in clause.blocks if not isinstance(b, NumberedList)]  # type: ignore[union-attr]
        words += [plain(item.text) for b in clause.blocks if isinstance(b, NumberedList) for item in b.items]
        out[plain(clause.label)] = " | ".join(words)
    return out


@pytest.mark.parametrize(("form", "office", "short", "legal", "secretary"), FORMS, ids=[f[0] for f in FORMS])
def test_each_form_names_its_office_everywhere(form: str, office: str, short: str, legal: str, secretary: str) -> None:
    decree = {"bentuk": form, "nomor": "7", "tanggal": date(2025, 1, 2), "penanda_tangan": {"jabatan": office}}
    paper = written(decree)
    blocks = list(walk(paper))
    assert [plain(line) for b in blocks if isinstance(b, Letterhead) for line in b.lines] == [office.upper()]
    assert plain(next(b for b in blocks if isinstance(b, Heading)).text) == f"KEPUTUSAN {office.upper()} NOMOR : 7"
    assert [plain(b.above[-1]) for b in blocks if isinstance(b, Signature)] == [f"{office.upper()},"] * 2
    head = next(b for b in blocks if isinstance(b, Facts))
    assert plain(head.rows[0][1]) == f"KEPUTUSAN {office.upper()}"
    said = clauses(paper)
    assert said["KEEMPAT"] == f"{short} ini mulai berlaku pada tanggal ditetapkan."
    assert f"perlu menetapkan {short} tentang" in said["Menimbang"]
    national = form in ("keputusan_menteri", "keputusan_kepala")
    assert said["Menetapkan"].startswith(f"KEPUTUSAN {office.upper()} TENTANG PETA") == national
    assert bool(said["Menetapkan"]) == national
    assert paper.author == office
    copy = written(decree, keadaan=Keadaan.SALINAN)
    assert any(f"{legal.upper()}," in str(b) for b in walk(copy))
    draft = written(decree, keadaan=Keadaan.RANCANGAN)
    initials = next(b for b in walk(draft) if isinstance(b, Table))
    assert [plain(row.cells[1].text) for row in initials.body][-1] == secretary


@pytest.mark.parametrize("form", [f[0] for f in FORMS])
def test_a_form_without_a_named_office_leaves_its_place_open(form: str) -> None:
    head = next(b for b in walk(written({"bentuk": form})) if isinstance(b, Letterhead))
    assert re.fullmatch(r"[A-Z ]+ …+", plain(head.lines[0]))


@pytest.mark.parametrize("kind", list(JenisInstansi))
def test_every_kind_of_body_has_a_form(kind: JenisInstansi) -> None:
    data = whole().model_dump(exclude={"keputusan"})
    data["instansi"]["jenis"] = kind
    paper = writer("keputusan")(PetaProsesBisnis.model_validate(data))
    assert paper.watermark is not None
    assert clauses(paper)["KEEMPAT"].startswith("Keputusan ")


CITED = [
    "uu-64-1958",
    "uu-23-2014",
    "pp-18-2016",
    "perpres-81-2010",
    "permenpanrb-19-2018",
    "perda-contoh-5-2021",
    "perbup-contoh-3-2022",
    "perbup-contoh-9-2019",
    "uu-25-2009",
]
OWN = [
    *whole().model_dump()["peraturan"],
    *(
        {
            "id": f"perbup-contoh-{number}-{year}",
            "jenis": "perkada",
            "pembentuk": "Bupati Contoh",
            "nomor": str(number),
            "tahun": year,
            "tentang": "Tata Kerja",
        }
        for number, year in ((3, 2022), (9, 2019))
    ),
]


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.permutations(CITED), st.integers(1, len(CITED)))
def test_mengingat_comes_by_rank_and_date_however_it_is_written(ids: list[str], most: int) -> None:
    model = whole(keputusan={"bentuk": "keputusan_bupati", "mengingat": ids[:most]}, peraturan=OWN)
    said = clauses(writer("keputusan")(model, pada=date(2026, 11, 24)))["Mengingat"].split(" | ")
    found = [regulation(model, id_) for id_ in ids[:most]]
    known = sorted((each for each in found if each is not None), key=urutan)
    assert len(known) == len(said) == most
    assert all(each.tentang in sentence for each, sentence in zip(known, said, strict=True))
    assert all(a.jenis.pangkat <= b.jenis.pangkat for a, b in pairwise(known))


def test_mengingat_holds_gazettes_chains_and_the_bodys_own() -> None:
    model = whole(keputusan={"bentuk": "keputusan_bupati", "mengingat": CITED}, peraturan=OWN)
    said = clauses(writer("keputusan")(model, pada=date(2026, 11, 24)))["Mengingat"].split(" | ")
    assert said[2].startswith("Undang-Undang Nomor 23 Tahun 2014") and "Lembaran Negara" in said[2]
    assert "sebagaimana telah diubah beberapa kali terakhir dengan Undang-Undang Nomor 6 Tahun 2023" in said[2]
    assert (
        said[-3].startswith("Peraturan Daerah Kabupaten Contoh Nomor 5 Tahun 2021") and "Nomor 2 Tahun 2023" in said[-3]
    )
    assert ["Nomor 9 Tahun 2019" in said[-2], "Nomor 3 Tahun 2022" in said[-1]] == [True, True]
    assert all(sentence.startswith("Peraturan Bupati Contoh") for sentence in said[-2:])
    early = clauses(writer("keputusan")(model, pada=date(2015, 1, 1)))["Mengingat"]
    assert "Nomor 6 Tahun 2023" not in early


@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(peta(), st.sampled_from(BentukKeputusan))
def test_any_body_gets_a_decree_in_any_form(model: PetaProsesBisnis, form: BentukKeputusan) -> None:
    if model.keputusan is not None:
        model = model.model_copy(update={"keputusan": model.keputusan.model_copy(update={"bentuk": form})})
    paper = writer("keputusan")(model, pada=date(2026, 11, 24))
    regulates = model.keputusan is not None and form.peraturan
    assert {"Menimbang", "Mengingat", "Menetapkan"} <= set(clauses(paper))
    assert ("KESATU" in clauses(paper)) is not regulates
    assert ("Pasal 1" in {plain(b.text) for b in walk(paper) if isinstance(b, Heading)}) is regulates
    assert paper == writer("keputusan")(model, pada=date(2026, 11, 24))


@settings(deadline=None, max_examples=30, suppress_health_check=list(HealthCheck))
@given(peta(), peta())
def test_any_two_versions_give_a_decree_or_a_reason(old: PetaProsesBisnis, new: PetaProsesBisnis) -> None:
    set_before = whole().keputusan
    assert set_before is not None
    old = old.model_copy(update={"keputusan": set_before})
    new = new.model_copy(update={"instansi": old.instansi})
    try:
        paper = writer("keputusan-perubahan")(new, lama=old)
    except NotWritable as reason:
        assert str(reason)
        return
    assert paper.subject.startswith("Perubahan atas Keputusan Bupati Contoh Nomor 100.3/1/2025 tentang")
    with pytest.raises(NotWritable):
        writer("keputusan-perubahan")(old, lama=old)
