"""A citation becomes the fields it was made of, also spoilt, also in prose."""

import pytest

from probis.law import semua_peraturan
from probis.law.peraturan import Peraturan, kutipan, perubahan
from probis.reading.regulations import cited

FIELDS = ("jenis", "pembentuk", "nomor", "tahun", "tentang", "ln", "tln", "bn")


def fields(peraturan: Peraturan) -> dict[str, object]:
    return {field: getattr(peraturan, field) for field in FIELDS}


@pytest.mark.parametrize("peraturan", semua_peraturan(), ids=lambda p: p.id)
def test_every_national_regulation_comes_back_from_its_citation(peraturan: Peraturan) -> None:
    found = cited(kutipan(peraturan) + ";")
    assert found is not None
    assert fields(found.peraturan) == fields(peraturan)
    assert found.peraturan.id == peraturan.id
    last = [each.id for each in perubahan(peraturan)[-1:]]
    assert list(found.peraturan.diubah_oleh) == last
    assert [fields(each.peraturan) for each in found.perubahan] == [fields(p) for p in perubahan(peraturan)[-1:]]
