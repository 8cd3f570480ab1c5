"""Differences between two models by address: what is there is found, what is not there is not."""

from __future__ import annotations

from hypothesis import given

from probis.analysis import JenisPerbedaan, differences
from strategies import peta


@given(peta())
def test_a_model_does_not_differ_from_itself(model):  # type: ignore[no-untyped-def]
    assert differences(model, model.model_copy()) == ()


@given(peta(), peta())
def test_what_one_way_adds_the_other_removes(one, other):  # type: ignore[no-untyped-def]
    there, back = differences(one, other), differences(other, one)
    kinds = {JenisPerbedaan.DITAMBAH: JenisPerbedaan.DIHAPUS, JenisPerbedaan.DIHAPUS: JenisPerbedaan.DITAMBAH}
    turned = {(d.alamat, kinds.get(d.jenis, d.jenis)) for d in back}
    assert {(d.alamat, d.jenis) for d in there} == turned
    olds, news = dict(one.unsur()), dict(other.unsur())
    assert {d.alamat for d in there if d.jenis is JenisPerbedaan.DITAMBAH} == set(news) - set(olds)
    for each in there:
        if each.jenis is JenisPerbedaan.DIUBAH:
            for field, was, now in each.bidang:
                assert was != now
                assert was == getattr(olds[each.alamat], field, None)
                assert now == getattr(news[each.alamat], field, None)
