"""The steps of a lintas fungsi as a reader meets them: numbers, doers, products handed over, what comes next."""

from __future__ import annotations

from heapq import heapify, heappop, heappush

from probis.model import (
    AcuanLuar,
    Alur,
    Gerbang,
    JenisAlur,
    Kegiatan,
    LintasFungsi,
    Mulai,
    Panggil,
    PetaProsesBisnis,
    Putusan,
    Selesai,
    SifatGerbang,
    SimpulApaPun,
    Tunggu,
)


def reading_order(peta: LintasFungsi) -> tuple[SimpulApaPun, ...]:
    """The nodes so that each follows those that lead to it, returns apart; the written order decides the rest.

    A written order that keeps this already is returned as it is (Kahn 1962, smallest index first); nodes within a
    circle that is not marked as a return stand in their written order at the first one's place.
    """
    place = {simpul.id: i for i, simpul in enumerate(peta.simpul)}
    flows = [a for a in peta.alur if a.jenis is not JenisAlur.KEMBALI and a.dari in place and a.ke in place]
    waiting = dict.fromkeys(place, 0)
    for alur in flows:
        waiting[alur.ke] += alur.dari != alur.ke
    free = [place[node] for node, count in waiting.items() if not count]
    heapify(free)
    order: list[SimpulApaPun] = []
    done: set[int] = set()
    while len(order) < len(peta.simpul):
        at = heappop(free) if free else min(set(place.values()) - done)
        if at in done:
            continue
        done.add(at)
        order.append(peta.simpul[at])
        for alur in flows:
            if alur.dari == peta.simpul[at].id and alur.ke != alur.dari:
                waiting[alur.ke] -= 1
                if not waiting[alur.ke] and place[alur.ke] not in done:
                    heappush(free, place[alur.ke])
    return tuple(order)


def numbers(peta: LintasFungsi) -> dict[str, str]:
    """The number of each step that is worked, waited for or called; starts, ends, questions and bars have none."""
    worked = [s for s in reading_order(peta) if isinstance(s, Kegiatan | Tunggu | Panggil)]
    return {simpul.id: str(i) for i, simpul in enumerate(worked, start=1)}


def owner(model: PetaProsesBisnis, peta: LintasFungsi) -> str | None:
    """The id of who owns the process of this lintas fungsi: its own owner, else that of the process above it."""
    proses = model.cari_proses(peta.proses)
    line = model.garis_induk(proses) if proses is not None else ()
    return next((p.pemilik for p in line if p.pemilik), None)


def called(model: PetaProsesBisnis, simpul: Panggil) -> tuple[str, str, str, bool]:
    """Name, code, link key and whether it is known, of what a call calls."""
    target = simpul.lintas_fungsi
    if isinstance(target, AcuanLuar):
        return target.nama or target.alamat, target.instansi, "", True
    peta = model.cari_lintas_fungsi(target)
    if peta is None:
        return target, "", "", False
    proses = model.cari_proses(peta.proses)
    name, code = (proses.nama, proses.kode) if proses is not None else (peta.proses, "")
    return name, code, f"peta-lintas-fungsi/{peta.id}", True


def text_of(model: PetaProsesBisnis, simpul: SimpulApaPun) -> str:
    """What stands in the shape of a node."""
    match simpul:
        case Panggil():
            return simpul.nama or called(model, simpul)[0]
        case Tunggu() if not simpul.nama:
            what = model.nama_produk(simpul.produk) if simpul.produk else ""
            return f"Menunggu {what}".strip() if what else f"Menunggu {model.sebutan(simpul.pihak)}".strip()
        case Mulai():
            return simpul.nama or "Mulai"
        case Selesai():
            return simpul.nama or "Selesai"
        case Gerbang():
            return simpul.nama
        case _:
            return simpul.nama or simpul.id


def gate_word(model: PetaProsesBisnis, peta: LintasFungsi, simpul: Gerbang) -> str:
    """What a bar means to one who cannot see it."""
    if len(peta.masuk(simpul.id)) > 1:
        return "Bergabung"
    words = {
        SifatGerbang.SERENTAK: "Dikerjakan serentak",
        SifatGerbang.INKLUSIF: "Satu atau beberapa cabang",
        SifatGerbang.PERISTIWA: "Menurut kejadian yang lebih dahulu",
    }
    return words[simpul.sifat]


def time_of(simpul: SimpulApaPun) -> str:
    """The elapsed time that a step takes, as it stands in its corner."""
    waktu = getattr(simpul, "waktu", None)
    return waktu.ringkas if waktu is not None else ""


def doer(model: PetaProsesBisnis, peta: LintasFungsi, simpul: SimpulApaPun) -> str:
    """Who does it: the lane, and in brackets the positions that carry it out."""
    jalur = peta.cari_jalur(simpul.jalur)
    lane = (jalur.nama or model.sebutan(jalur.pelaku)) if jalur is not None else simpul.jalur or "belum diketahui"
    people = [
        model.sebutan(who)
        for who in getattr(simpul, "pelaksana", ())
        if model.sebutan(who) != lane and (jalur is None or who != jalur.pelaku)
    ]
    return f"{lane} ({', '.join(people)})" if people else lane


def exit_text(peta: LintasFungsi, alur: Alur) -> str:
    """What stands at the exit of a flow: its answer, how often it may be taken, which limit has passed."""
    text = alur.nama
    if alur.jenis is JenisAlur.TENGGAT and not text:
        source = peta.cari_simpul(alur.dari)
        limit = getattr(source, "paling_lama", None)
        text = f"lewat {limit.ringkas}" if limit is not None else "lewat batas waktu"
    if alur.paling_banyak is not None:
        times = f"paling banyak {alur.paling_banyak} kali"
        text = f"{text} · {times}" if text else times
    return text


def documents(model: PetaProsesBisnis, peta: LintasFungsi, alur: Alur) -> tuple[str, ...]:
    """The names of the products handed over along a flow that crosses lanes: what the source makes and the target
    uses, else what the source makes; a bar or a question hands on what came before it and is used after it.
    """
    source, target = peta.cari_simpul(alur.dari), peta.cari_simpul(alur.ke)
    if source is None or target is None or source.jalur == target.jalur:
        return ()
    if alur.jenis in (JenisAlur.KEMBALI, JenisAlur.TENGGAT):
        return ()
    used = _used(target)
    made = _made(source)
    if made:
        ids = tuple(p for p in made if p in used) or made
    else:
        ids = tuple(p for p in _made_before(peta, source) if p in used)
    return tuple(model.nama_produk(produk) for produk in dict.fromkeys(ids))


def _made(simpul: SimpulApaPun) -> tuple[str, ...]:
    if isinstance(simpul, Tunggu):
        return (simpul.produk,) if simpul.produk else ()
    return tuple(getattr(simpul, "hasil", ()))


def _used(simpul: SimpulApaPun) -> tuple[str, ...]:
    if isinstance(simpul, Tunggu):
        return (simpul.produk,) if simpul.produk else ()
    return tuple(getattr(simpul, "pakai", ()))


def _made_before(peta: LintasFungsi, simpul: SimpulApaPun) -> tuple[str, ...]:
    """What was made on the way to a bar or question, back to the first steps that make something."""
    found: list[str] = []
    seen, open_ = {simpul.id}, [simpul.id]
    while open_:
        for alur in peta.masuk(open_.pop(0)):
            before = peta.cari_simpul(alur.dari)
            if before is None or before.id in seen or alur.jenis is JenisAlur.KEMBALI:
                continue
            seen.add(before.id)
            made = _made(before)
            found.extend(made)
            if not made or isinstance(before, Putusan):
                open_.append(before.id)
    return tuple(dict.fromkeys(found))


def leads_to(model: PetaProsesBisnis, peta: LintasFungsi, simpul: SimpulApaPun, number: dict[str, str]) -> str:
    """Where a node leads, in words: "Ya: 6 Menelaah …; Tidak: kembali ke 1 Mengajukan …"."""
    parts = []
    for alur in peta.keluar(simpul.id):
        target = peta.cari_simpul(alur.ke)
        named = _named(model, peta, target, number) if target is not None else f"{alur.ke} (belum dikenal)"
        if alur.jenis is JenisAlur.KEMBALI:
            named = f"kembali ke {named}"
        elif alur.jenis is JenisAlur.PESAN:
            named = f"pesan ke {named}"
        text = exit_text(peta, alur)
        parts.append(f"{text}: {named}" if text else named)
    return "; ".join(parts)


def _named(model: PetaProsesBisnis, peta: LintasFungsi, simpul: SimpulApaPun, number: dict[str, str]) -> str:
    if isinstance(simpul, Gerbang):
        beyond = [peta.cari_simpul(a.ke) for a in peta.keluar(simpul.id)]
        names = [
            f"{number.get(s.id, '')} {text_of(model, s)}".strip()
            for s in beyond
            if s is not None and not isinstance(s, Gerbang)
        ]
        return " dan ".join(names) or gate_word(model, peta, simpul).lower()
    return f"{number.get(simpul.id, '')} {text_of(model, simpul)}".strip()
