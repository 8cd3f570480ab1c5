"""Vision to indicators of a text to an Arah: the list where there is one, and what the table says beside it."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from probis.model import Arah, Area, Indikator, Kutipan, Misi, Sasaran, Tujuan, Visi
from probis.reading.bagian import Bagian
from probis.reading.drafting.sheet import Sheet, capped, item, name
from probis.reading.likeness import Likeness
from probis.reading.makna import Makna
from probis.reading.names import similarity

_NEAR, _SAME, _CLEARLY = 60.0, 99.5, 15.0
_MOST_COMPARED, _MOST_ABOVE = 200, 40
_TABLE = frozenset((str(Bagian.KETERKAITAN),))
_ASIDE = frozenset((str(Bagian.TELAAHAN), str(Bagian.MENIMBANG), str(Bagian.PENJELASAN)))


class _Said(NamedTuple):
    """A line of the cascade: its id in the draft, its words, and where it stands."""

    id: str
    kutipan: Kutipan
    bunyi: str


class _Pair(NamedTuple):
    """A line of the list beside the same line of the table."""

    said: _Said
    table: Kutipan


def direction(sheet: Sheet) -> Arah:
    """Return what the body is to reach, as the text lists it; differences to its table become proposals."""
    visi = next(iter(_listed(sheet, Makna.VISI)), None)
    misi, misi_pairs, _ = _level(sheet, Makna.MISI, "misi")
    tujuan, tujuan_pairs, open_goals = _level(sheet, Makna.TUJUAN, "tujuan")
    sasaran, sasaran_pairs, open_objectives = _level(sheet, Makna.SASARAN, "sasaran")
    above_goal = _parents(sheet, (tujuan, tujuan_pairs, open_goals), misi, misi_pairs, ("tujuan", "misi"))
    above_objective = _parents(
        sheet, (sasaran, sasaran_pairs, open_objectives), tujuan, tujuan_pairs, ("sasaran", "tujuan")
    )
    areas = [(sheet.goals.new(f"area-{n}"), k) for n, k in enumerate(capped(sheet.of(Makna.AREA)), 1)]
    for address, kutipan in areas:
        sheet.became(f"area/{address}", kutipan)
    if visi is not None:
        sheet.became("visi/visi", visi, *(k for k in sheet.of(Makna.VISI) if similarity(k.teks, visi.teks) >= _SAME))
    else:
        sheet.missing("visi", "Visi tidak ditemukan.", sheet.first(Makna.MISI, Makna.TUJUAN, Makna.SASARAN))
    for kind, found in (("Misi", misi), ("Tujuan", tujuan), ("Sasaran", sasaran)):
        if not found:
            sheet.missing(kind.casefold(), f"{kind} tidak ditemukan.")
    dokumen = sheet.first(Makna.DOKUMEN, bagian=(Bagian.ARAH,)) or sheet.first(Makna.DOKUMEN, bagian=_TABLE)
    return Arah(
        dokumen=name(item(dokumen)) if dokumen is not None else "",
        visi=Visi(id="visi", bunyi=item(visi), sumber=(sheet.source(visi),)) if visi is not None else None,
        misi=tuple(Misi(id=s.id, bunyi=s.bunyi, sumber=_sources(sheet, s, misi_pairs)) for s in misi),
        tujuan=tuple(
            Tujuan(id=s.id, bunyi=s.bunyi, misi=above_goal.get(s.id), sumber=_sources(sheet, s, tujuan_pairs))
            for s in tujuan
        ),
        sasaran=tuple(
            Sasaran(id=s.id, bunyi=s.bunyi, tujuan=above_objective.get(s.id), sumber=_sources(sheet, s, sasaran_pairs))
            for s in sasaran
        ),
        indikator=tuple(_indicators(sheet)),
        area=tuple(Area(id=id_, nama=name(item(k)), sumber=(sheet.source(k),)) for id_, k in areas if item(k)),
        dilayani=tuple(_served(sheet, misi)),
        telaahan=tuple(dict.fromkeys(s for k in capped(sheet.of(Makna.TELAAHAN)) if (s := item(k)))),
    )


def _listed(sheet: Sheet, kind: Makna) -> list[Kutipan]:
    """The quotations of the form that the draft follows: the list, else the table."""
    all_ = [kutipan for kutipan in sheet.of(kind) if kutipan.bagian not in _ASIDE and item(kutipan)]
    lists = [kutipan for kutipan in all_ if kutipan.bagian not in _TABLE]
    return list(capped(lists or all_))


def _level(sheet: Sheet, kind: Makna, word: str) -> tuple[list[_Said], list[_Pair], frozenset[str]]:
    made: list[_Said] = []
    seen: dict[str, _Said] = {}
    for kutipan in _listed(sheet, kind):
        words = item(kutipan)
        key = " ".join(words.casefold().split())
        if key in seen and kutipan.bagian in _TABLE:  # a cell that a table prints again on its next page
            sheet.became(f"{word}/{seen[key].id}", kutipan)
            continue
        above = sheet.by_id.get(kutipan.induk)
        at = sheet.about.get(above.id, "").rpartition("/")[2] if above is not None else ""
        numbers = at.partition("-")[2] if at.partition("-")[0] in ("misi", "tujuan") else ""
        own = "".join(sign for sign in kutipan.nomor.rstrip(".").rpartition(".")[2] if sign.isalnum()).lower()
        own = own if own.isascii() and own else str(len(made) + 1)
        id_ = sheet.goals.new(f"{word}-{numbers}-{own}"[:80] if numbers else f"{word}-{own}"[:80])
        said = _Said(id_, kutipan, words)
        sheet.became(f"{word}/{id_}", kutipan)
        seen.setdefault(key, said)
        made.append(said)
    table = [k for k in sheet.of(kind, bagian=_TABLE) if k.id not in sheet.about and item(k)][:_MOST_COMPARED]
    pairs, open_ = _besides(sheet, word, table, made)
    extra = [pair.said for pair in pairs if pair.said not in made]
    return made + extra, pairs, open_


def _besides(
    sheet: Sheet, word: str, table: Sequence[Kutipan], made: Sequence[_Said]
) -> tuple[list[_Pair], frozenset[str]]:
    """Set the lines of the table beside the list: the same, or proposals how they belong together.

    The second is what nobody has decided yet: ids of lines of the list that lines of the table may belong to.
    """
    like = Likeness([*(said.bunyi for said in made[:_MOST_COMPARED]), *(item(kutipan) for kutipan in table)])
    pairs: list[_Pair] = []
    near: dict[str, list[tuple[float, Kutipan]]] = {}
    alone: list[Kutipan] = []
    by_id = {said.id: said for said in made}
    for kutipan in table:
        words = item(kutipan)
        score, said = max(
            ((like.score(said.bunyi, words), said) for said in made[:_MOST_COMPARED]),
            key=lambda ranked: ranked[0],
            default=(0.0, None),
        )
        if said is not None and score >= _SAME:
            sheet.became(f"{word}/{said.id}", kutipan)
            pairs.append(_Pair(said, kutipan))
        elif said is not None and score >= _NEAR:
            near.setdefault(said.id, []).append((score, kutipan))
        else:
            alone.append(kutipan)
    undecided = set()
    for id_, held in near.items():
        lines = [kutipan for _, kutipan in held]
        choice = _near(sheet, word, by_id[id_], held)
        if choice == "sama":
            sheet.became(f"{word}/{id_}", *lines)
            pairs += [_Pair(by_id[id_], kutipan) for kutipan in lines]
        elif choice == "tambahkan":
            pairs += [_added(sheet, word, kutipan, item(kutipan)) for kutipan in lines]
        else:
            undecided.add(id_)
    if alone and _alone(sheet, word, alone) == "tambahkan":
        pairs += [_added(sheet, word, kutipan, item(kutipan)) for kutipan in alone]
    return pairs, frozenset(undecided)


def _near(sheet: Sheet, word: str, said: _Said, held: Sequence[tuple[float, Kutipan]]) -> str:
    """Ask whether lines of the table are the one of the list that they are like."""
    lines = [kutipan for _, kutipan in held]
    score = sum(each for each, _ in held) / len(held)
    told = "; ".join(f"“{item(kutipan)}” (baris {kutipan.baris})" for kutipan in lines[:6])
    asked = "Apakah keduanya sama?" if len(lines) == 1 else f"Apakah {len(lines)} baris tabel itu bagiannya?"
    return sheet.questions.choose(
        f"{word}-beda-bunyi",
        (said.bunyi, *sorted(item(kutipan) for kutipan in lines)),
        f"Daftar menulis {word} “{said.bunyi}” (baris {said.kutipan.baris}), tabel menulis {told}. {asked}",
        (said.kutipan, *lines),
        (
            ("terbuka", "Biarkan terbuka: bunyi daftar dipakai, tabel tidak dikaitkan.", 0),
            ("sama", "Ya; bunyi daftar dipakai, kaitannya diambil dari tabel.", score),
            ("tambahkan", f"Berbeda; tiap baris tabel menjadi {word} tersendiri.", 100 - score),
        ),
        "terbuka",
    )


def _alone(sheet: Sheet, word: str, lines: Sequence[Kutipan]) -> str:
    """Ask what becomes of lines of the table that are like none of the list."""
    told = "; ".join(f"“{item(kutipan)}” (baris {kutipan.baris})" for kutipan in lines[:8])
    more = f"; dan {len(lines) - 8} lagi" if len(lines) > 8 else ""
    return sheet.questions.choose(
        f"{word}-hanya-di-tabel",
        tuple(sorted(item(kutipan) for kutipan in lines)),
        f"Tabel keterkaitan memuat {len(lines)} {word} yang tidak ada dalam daftar: {told}{more}. Apakah ditambahkan?",
        lines[:20],
        (("biarkan", "Ikuti daftar; baris tabel itu tidak dipakai.", 50), ("tambahkan", f"Jadikan {word}.", 50)),
        "biarkan",
    )


def _added(sheet: Sheet, word: str, kutipan: Kutipan, words: str) -> _Pair:
    said = _Said(sheet.goals.new(f"{word}-tabel-{kutipan.baris_pertama}"), kutipan, words)
    sheet.became(f"{word}/{said.id}", kutipan)
    return _Pair(said, kutipan)


def _sources(sheet: Sheet, said: _Said, pairs: Iterable[_Pair]) -> tuple[object, ...]:
    own = (said.kutipan, *(pair.table for pair in pairs if pair.said is said and pair.table is not said.kutipan))
    return (sheet.source(*own),)


def _parents(
    sheet: Sheet,
    lines: tuple[Sequence[_Said], Sequence[_Pair], frozenset[str]],
    above: Sequence[_Said],
    above_pairs: Sequence[_Pair],
    words: tuple[str, str],
) -> dict[str, str]:
    """Return id to id of what it stands under: as the text says it in the list or the table, else as decided.

    Asked is only where one line above is clearly likelier than the others, and where no open question on the line
    itself would answer it; the rest is told as missing.
    """
    below, below_pairs, undecided = lines
    held = {said.kutipan.id: said.id for said in above} | {pair.table.id: pair.said.id for pair in above_pairs}
    places = {said.id: [said.kutipan] for said in below}
    for pair in below_pairs:
        places.setdefault(pair.said.id, []).append(pair.table)
    made: dict[str, str] = {}
    open_: list[_Said] = []
    for said in below:
        found = next((held[k.induk] for k in places[said.id] if k.induk in held), None)
        if found is not None:
            made[said.id] = found
        elif above:
            open_.append(said)
    like = Likeness(each.bunyi for each in above[:_MOST_ABOVE])
    untold = 0
    for said in open_:
        ranked = sorted(
            ((like.score(e.bunyi, said.bunyi), -n) for n, e in enumerate(above[:_MOST_ABOVE])), reverse=True
        )
        clear = ranked[0][0] >= _NEAR and (len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= _CLEARLY)
        if not clear or said.id in undecided:
            untold += 1
            continue
        key = sheet.questions.choose(
            f"induk-{words[0]}",
            (said.bunyi,),
            f"Di bawah {words[1]} mana {words[0]} “{said.bunyi}” (baris {said.kutipan.baris})? "
            "Naskah tidak mengatakannya.",
            (said.kutipan,),
            (
                ("kosong", "Belum ditentukan.", 0),
                *((above[-n].id, above[-n].bunyi, score) for score, n in ranked[:9]),
            ),
            "kosong",
        )
        if key != "kosong":
            made[said.id] = key
    if untold:
        pesan = f"Di bawah {words[1]} mana {untold} {words[0]} berdiri, naskah tidak mengatakannya."
        sheet.missing(f"induk {words[0]}", pesan, open_[0].kutipan)
    return made


def _indicators(sheet: Sheet) -> Iterable[Indikator]:
    for number, kutipan in enumerate(capped(_listed(sheet, Makna.INDIKATOR)), 1):
        above = sheet.about.get(kutipan.induk, "")
        id_ = sheet.goals.new(f"indikator-{number}")
        sheet.became(f"indikator/{id_}", kutipan)
        sasaran = above.removeprefix("sasaran/") if above.startswith("sasaran/") else None
        yield Indikator(id=id_, nama=name(item(kutipan)), sasaran=sasaran, sumber=(sheet.source(kutipan),))


def _served(sheet: Sheet, misi: Sequence[_Said]) -> Iterable[str]:
    """Yield the missions that the text sets beside the body's own work, where a person says that they are meant."""
    quoted = sheet.of(Makna.MISI, bagian=(Bagian.TELAAHAN,))
    for said in misi[:_MOST_COMPARED]:
        places = [kutipan for kutipan in quoted if similarity(item(kutipan), said.bunyi) >= _SAME]
        if not places:
            continue
        sheet.became(f"misi/{said.id}", *places)
        lines = ", ".join(dict.fromkeys(kutipan.baris for kutipan in places))
        choice = sheet.questions.choose(
            "dilayani",
            (said.bunyi,),
            f"Telaahan (baris {lines}) menyebut misi “{said.bunyi}”. Apakah instansi ini melayani misi itu?",
            places,
            (("biarkan", "Belum ditentukan.", 0), ("ya", "Ya, dilayani.", 90)),
            "biarkan",
        )
        if choice == "ya":
            yield said.id
