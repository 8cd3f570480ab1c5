"""Short forms that people write (a line of sources, a bare sentence, no id) to the full form of the model."""

import re
from collections.abc import Callable, Mapping

from pydantic import BaseModel

from probis.interchange.yaml.marked import Entries, Mark, Word, entries, word
from probis.interchange.yaml.slug import Taken, flow_id, is_id, product_flow_id, relation_id, slug
from probis.model import (
    Aliran,
    Alur,
    Ayat,
    Diktum,
    Fungsi,
    Hubungan,
    Jalur,
    JenisSumber,
    Pejabat,
    Penjelasan,
    Periode,
    Rincian,
    Sumber,
    TemuanEvaluasi,
    TindakLanjut,
    Visi,
)

_SUMBER = re.compile(r"(?P<jenis>[A-Za-z]+)(?P<sela>\s*,\s*|\s+|$)(?P<sisa>.*)", re.DOTALL)
_PERIODE = re.compile(r"([0-9]{4})\s*(?:–|-|s\.d\.)\s*([0-9]{4})")

_SENTENCE: Mapping[type[BaseModel], str] = {
    Visi: "bunyi",
    Fungsi: "bunyi",
    Diktum: "bunyi",
    Ayat: "bunyi",
    Rincian: "bunyi",
    TemuanEvaluasi: "bunyi",
    TindakLanjut: "bunyi",
    Pejabat: "jabatan",
}


def sumber_from(text: str) -> dict[str, str]:
    """Return the fields of a source written as one text: "keputusan 186–190", "usulan, dasar tugas subbagian".

    What stands after a decree's kind are its lines; after any other kind, or a comma, what the source names.
    """
    found = _SUMBER.fullmatch(text.strip())
    if found is None:
        return {"jenis": text.strip()}
    made = {"jenis": found["jenis"]}
    if found["sisa"]:
        lines = found["jenis"].lower() == JenisSumber.KEPUTUSAN and "," not in found["sela"]
        made["baris" if lines else "acuan"] = found["sisa"]
    return made


def sumber_to(sumber: Sumber) -> str | None:
    """Return the source as one text where that says all of it, else None."""
    lines = sumber.jenis is JenisSumber.KEPUTUSAN and sumber.baris
    rest = f" {sumber.baris}" if lines else f", {sumber.acuan}" if sumber.acuan else ""
    text = f"{sumber.jenis}{rest}"
    return text if Sumber.model_validate(sumber_from(text)) == sumber else None


def periode_to(periode: Periode) -> str:
    """Return the period as one text: "2018–2023"."""
    return str(periode)


def opened(cls: type[BaseModel], text: Word) -> Entries | None:
    """Return the mapping that a single text stands for where a thing of this class is wanted, or None."""
    if cls is Sumber:
        return _entries(text.mark, sumber_from(text))
    if cls is Periode:
        years = _PERIODE.fullmatch(text.strip())
        return _entries(text.mark, {"awal": years[1], "akhir": years[2]}) if years else None
    if cls is Jalur:
        return entries(text.mark, {"id": word(text if is_id(text) else slug(text), text.mark), "pelaku": text})
    if cls in _SENTENCE:
        return entries(text.mark, {_SENTENCE[cls]: text})
    return None


def _entries(mark: Mark, texts: Mapping[str, str]) -> Entries:
    return entries(mark, {key: word(text, mark) for key, text in texts.items()})


def opens_text(cls: type[BaseModel]) -> bool:
    """Tell whether a single text may stand where a thing of this class is wanted."""
    return cls in (Sumber, Periode, Jalur) or cls in _SENTENCE


# Ids that follow from the rest ---------------------------------------------------------------------------------------


def _text(node: Entries, key: str) -> str:
    value = node.get(key)
    return value.strip() if isinstance(value, Word) else ""


def _end(node: Entries, key: str) -> str | None:
    value = node.get(key)
    return None if not isinstance(value, Word) or value.blank else value.strip()


_DERIVED: Mapping[type[BaseModel], Callable[[Entries, str, int], str]] = {
    Aliran: lambda node, _, __: product_flow_id(_text(node, "produk"), _end(node, "dari"), _end(node, "ke")),
    Hubungan: lambda node, _, __: relation_id(_text(node, "jenis"), _text(node, "dari"), _text(node, "ke")),
    Penjelasan: lambda node, _, __: f"nomor-{slug(_text(node, 'nomor'))}",
    Alur: lambda node, _, __: flow_id(_text(node, "dari"), _text(node, "ke")),
    Fungsi: lambda _, holder, number: f"{slug(holder, 100)}-fungsi-{number}",
    Visi: lambda _, __, ___: "visi",
    Jalur: lambda node, _, __: slug(_text(node, "pelaku")),
}


def without_id(cls: type[BaseModel]) -> bool:
    """Tell whether things of this class may be written without an id."""
    return cls in _DERIVED


def id_derived(element: BaseModel) -> str | None:
    """Return the id that an element would get if its file held none, where the canonical form leaves it out."""
    match element:
        case Aliran():
            return product_flow_id(element.produk, element.dari, element.ke)
        case Hubungan():
            return relation_id(element.jenis, element.dari, element.ke)
        case Penjelasan():
            return f"nomor-{element.nomor}"
        case Alur():
            return flow_id(element.dari, element.ke)
    return None


def add_ids(cls: type[BaseModel], elements: list[Entries], holder: str) -> None:
    """Give an id to each element of a list that has none, where one follows from what it says."""
    derive = _DERIVED.get(cls)
    if derive is None:
        return
    taken = Taken(_text(node, "id") for node in elements)
    for number, node in enumerate(elements, start=1):
        if not _text(node, "id"):
            node["id"] = word(taken.new(derive(node, holder, number)), node.mark)
