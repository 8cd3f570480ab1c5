"""Things and lines to what a screen reader says of them: name, kind, lane and where they lead."""

from __future__ import annotations

from typing import Final

from probis.interchange.bpmn.sheets import Line, Sheet, Thing

_KINDS: Final = {
    "task": "kegiatan", "call": "memanggil proses lain", "start": "kejadian awal", "end": "kejadian akhir",
    "event": "kejadian antara", "fork": "gerbang paralel", "decision": "gerbang", "data": "data", "note": "catatan",
}  # fmt: skip
_SIGNS: Final = {
    "user": "oleh orang", "service": "oleh aplikasi", "manual": "manual", "script": "skrip",
    "business-rule": "aturan", "send": "mengirim", "receive": "menerima", "sub-process": "subproses",
    "transaction": "transaksi", "ad-hoc": "subproses bebas", "event-sub-process": "subproses kejadian",
    "exclusive": "salah satu", "inclusive": "satu atau lebih", "event-based": "menurut kejadian",
    "complex": "bersyarat", "message": "pesan", "timer": "waktu", "error": "galat", "escalation": "eskalasi",
    "cancel": "batal", "compensation": "kompensasi", "conditional": "syarat", "link": "sambungan",
    "signal": "sinyal", "terminate": "penghentian", "multiple": "beberapa", "parallel-multiple": "beberapa sekaligus",
    "throw": "dikirim", "going-on": "tidak memutus", "loop": "berulang", "multi-parallel": "beberapa serentak",
    "multi-sequential": "beberapa berurutan", "store": "penyimpanan", "input": "masukan", "output": "keluaran",
}  # fmt: skip


def said_of_things(sheet: Sheet) -> dict[str, str]:
    """For each thing what is said: "Periksa berkas (kegiatan, oleh orang), Loket, menuju Lengkap?"."""
    names = names_of(sheet)
    out = {}
    for thing in sheet.things:
        targets = [names[line.target] for line in sheet.lines if line.source == thing.key and line.target in names]
        onward = f"menuju {', '.join(targets)}" if targets else ""
        kind = f"{_name(thing)} ({_kind(thing)})" if _name(thing) else _kind(thing)
        out[thing.key] = ", ".join(t for t in (kind, names.get(thing.lane, ""), onward) if t)
    return out


def said_of_line(line: Line, names: dict[str, str]) -> str:
    """What is said of a line: "Lengkap? → Kembalikan: tidak"."""
    ends = " → ".join(names.get(key, "garis") for key in (line.source, line.target))
    return f"{ends}: {' '.join(line.name.split())}" if line.name.strip() else ends


def names_of(sheet: Sheet) -> dict[str, str]:
    """What everything that a line may lead to is called."""
    strips = {s.key: " ".join(s.name.split()) for s in sheet.strips}
    groups = {g.key: g.name or "kelompok" for g in sheet.groups}
    return strips | groups | {t.key: _name(t) or _kind(t) for t in sheet.things}


def _name(thing: Thing) -> str:
    return " ".join(thing.name.split())


def _kind(thing: Thing) -> str:
    signs = (_SIGNS.get(sign, "") for sign in thing.sign.split("+"))
    return ", ".join([_KINDS[thing.kind], *filter(None, signs)])
