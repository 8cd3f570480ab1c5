"""Step tables of SOPs to LintasFungsi with lanes, steps, times, products and returns, and to the register of SOPs."""

import re
from collections.abc import Iterable, Iterator, Sequence

from pydantic import TypeAdapter, ValidationError

from probis.interchange.yaml.slug import Taken, flow_id, slug, step_id
from probis.model import (
    Alur,
    Jalur,
    JenisAlur,
    Kegiatan,
    Kutipan,
    LintasFungsi,
    Mulai,
    Pejabat,
    Putusan,
    Rentang,
    RincianLangkah,
    Selesai,
    SimpulApaPun,
    Sop,
)
from probis.reading.drafting.decree import Regulations
from probis.reading.drafting.flows import Products
from probis.reading.drafting.organisation import Roster
from probis.reading.drafting.processes import Processes
from probis.reading.drafting.sheet import Sheet, capped, day_of, item, name, sentence, text
from probis.reading.makna import Makna
from probis.reading.names import similarity

_RANGE: TypeAdapter[Rentang] = TypeAdapter(Rentang)
_TIME = re.compile(
    r"(\d{1,4}(?:[.,]\d{1,2})?)\s*(?:\([^()]{0,40}\)\s*)?(?:(?:-|–|s\.?d\.?|sampai)\s*(\d{1,4}(?:[.,]\d{1,2})?))?\s*"
    r"(?:\([^()]{0,40}\)\s*)?(menit|jam|hari\s+kerja|hk|hari|minggu|bulan)\b",
    re.IGNORECASE,
)
_LISTS = {
    "kualifikasi pelaksana": "kualifikasi",
    "keterkaitan": "keterkaitan",
    "peralatan": "peralatan",
    "pencatatan": "pencatatan",
}
_DATES = {
    "tanggal pembuatan": "tanggal_pembuatan",
    "tanggal revisi": "tanggal_revisi",
    "tanggal efektif": "tanggal_efektif",
}
_CODE = re.compile(r"[A-Z]{1,6}[-.]?\d{1,3}(?:[-.]\d{1,3}){0,4}|(?=.*\b0\d)\d{1,3}(?:\.\d{1,3}){1,4}")
"""The code of a process, not the number of a heading: it has letters or a leading zero."""
_ALIKE = 60.0  # how like its name a SOP is called that has the code of a process
_LEAD = re.compile(
    r"^(?:(?:SOP|standar\s+operasional\s+prosedur|kode|peta\s+lintas\s+fungsi)\s*:?"
    r"|alur(?:\s+(?:kerja|proses|lintas\s+(?:unit|fungsi)))?\s*:)\s+(?=\S)",
    re.IGNORECASE,
)
"""What a title says before code and name."""
_BEHIND = re.compile(r"(?P<name>\S.*?)\s*[(\[](?P<kode>[^()\[\]]{1,24})[)\]]")
_MOST_MAPS, _MOST_STEPS, _MOST_LANES = 300, 150, 40
_UNLESS = re.compile(r"[.;,]\s+(?=(?:jika|bila|apabila|kalau|dalam\s+hal)\b)", re.IGNORECASE)


class Steps:
    """The lintas fungsi and SOPs that step tables give."""

    def __init__(
        self, sheet: Sheet, found: Processes, made: Roster, products: Products, regulations: Regulations
    ) -> None:
        self._sheet, self._processes, self._roster, self._products = sheet, found, made, products
        self._regulations = regulations
        self._map_ids, self._sop_ids = Taken(()), Taken(())
        self.maps: list[LintasFungsi] = []
        self.sop: list[Sop] = []
        named = sheet.of(Makna.LINTAS_FUNGSI, Makna.SUB_PROSES, Makna.PROSES)
        self._coded = [each for each in named if each.nomor]
        self._coded_beside = {each.baris: each for each in self._coded}
        for kutipan in list(capped(sheet.of(Makna.SOP)))[:_MOST_MAPS]:
            if item(kutipan):
                self._take(kutipan)
        for kutipan, steps in list(self._untitled())[:_MOST_MAPS]:
            self._keep(kutipan, kutipan.nomor, name(item(kutipan)), (), steps)

    def free_id(self, base: str) -> str:
        """Return an id for a map that no other has."""
        return self._map_ids.new(base)

    def _take(self, sop: Kutipan) -> None:
        said = self._sheet.under(sop)
        steps = [each for each in said if each.sebagai == Makna.LANGKAH and sentence(each)][:_MOST_STEPS]
        kode, title = self._titled(sop, steps)
        self._keep(sop, kode, title, said, steps)

    def _titled(self, sop: Kutipan, steps: Sequence[Kutipan]) -> tuple[str, str]:
        """Code and name in a title, or those of the map that was read beside it, or that stands over its steps."""
        title = name(_LEAD.sub("", item(sop))) or name(item(sop))
        if (beside := self._coded_beside.get(sop.baris)) is not None:  # the title was read as that of a map, too
            return beside.nomor, name(item(beside)) or title
        kode, _, rest = title.partition(" ")
        if rest[:1].isupper() and (_CODE.fullmatch(kode) or self._processes.coded(kode, rest) is not None):
            return kode, rest
        behind = _BEHIND.fullmatch(title)
        if behind is not None and self._processes.coded(behind["kode"], behind["name"]) is not None:
            return behind["kode"], name(behind["name"])
        until = steps[0].baris_pertama if steps else 0
        over = [each for each in self._coded if sop.baris_pertama < each.baris_pertama < until]
        if len(over) == 1 and self._processes.find(title) is None:
            own = self._processes.coded(over[0].nomor, "")
            return over[0].nomor, self._processes.entries[own].nama if own else name(item(over[0]))
        return sop.nomor, title

    def _untitled(self) -> Iterator[tuple[Kutipan, list[Kutipan]]]:
        """Yield the steps that stand under no title, with the map of a process that was read before them."""
        steps = [each for each in self._sheet.of(Makna.LANGKAH) if not each.induk and sentence(each)]
        groups: dict[str, tuple[Kutipan, list[Kutipan]]] = {}
        for step in steps:
            before = [each for each in self._coded if each.baris_pertama < step.baris_pertama]
            over = max(before, key=lambda each: each.baris_pertama, default=None)
            if over is not None and over.bagian == step.bagian:
                groups.setdefault(over.id, (over, []))[1].append(step)
        yield from ((over, held[:_MOST_STEPS]) for over, held in groups.values())

    def _keep(self, sop: Kutipan, kode: str, title: str, said: Sequence[Kutipan], steps: Sequence[Kutipan]) -> None:
        own = next((each.teks for each in said if each.nomor == "kode proses"), "")
        proses = (self._processes.coded(own, "") if own else None) or self._process(sop, kode, title)
        id_ = self._map_ids.new(slug(title))
        rincian: list[RincianLangkah] = []
        if steps:
            self.maps.append(self._map(sop, id_, proses, steps, rincian))
        elif not said:
            return
        self._sheet.became(f"sop/{id_}", sop)
        self.sop.append(self._register(sop, id_, title, said, rincian))

    def _process(self, sop: Kutipan, kode: str, title: str) -> str:
        coded = self._processes.coded(kode, title) if kode else None
        if coded is not None and similarity(self._processes.entries[coded].nama, title) < _ALIKE:
            coded = None
        found = coded or self._processes.find(title) or self._processes.near("proses-sop", sop, title, 75.0)
        if found is None:
            entry = self._processes.add(title, text(kode) if _CODE.fullmatch(kode) else "")
            entry.sumber = (self._sheet.source(sop),)
            found = entry.id
        return found

    def _map(
        self, sop: Kutipan, id_: str, proses: str, steps: Sequence[Kutipan], rincian: list[RincianLangkah]
    ) -> LintasFungsi:
        ids, lanes = Taken(("mulai", "selesai")), dict[str, Jalur]()
        nodes: list[Kegiatan | Putusan] = []
        places: dict[str, str] = {}
        for step in steps:
            node = self._node(step, ids, lanes, rincian)
            nodes.append(node)
            places.setdefault(step.nomor.strip(" ."), node.id)
            self._sheet.became(f"lintas-fungsi/{id_}/{node.id}", step, *self._sheet.under(step))
        first, last = nodes[0], nodes[-1]
        source = (self._sheet.source(steps[0], steps[-1]),)
        whole: list[SimpulApaPun] = [
            Mulai(id="mulai", jalur=first.jalur, sumber=source),
            *nodes,
            Selesai(id="selesai", jalur=last.jalur, sumber=source),
        ]
        flows = list(self._flows(steps, nodes, places))
        return LintasFungsi(
            id=id_,
            proses=proses,
            jalur=tuple(lanes.values()),
            simpul=tuple(whole),
            alur=tuple(flows),
            sumber=(self._sheet.source(sop),),
        )

    def _node(
        self, step: Kutipan, ids: Taken, lanes: dict[str, Jalur], rincian: list[RincianLangkah]
    ) -> Kegiatan | Putusan:
        under = self._sheet.under(step)
        doers: dict[str, None] = {}
        for each in under:
            words = name(item(each)) if each.sebagai == Makna.PELAKSANA else ""
            if words and len(lanes) < _MOST_LANES:
                doers[self._roster.take("pelaksana", each, words)] = None
        who = list(doers)
        for one in who[:1]:
            if one not in lanes:
                lanes[one] = Jalur(id=slug(one), pelaku=one, sumber=(self._sheet.source(step),))
        decides = step.catatan == "keputusan"
        words = name(_UNLESS.split(sentence(step), maxsplit=1)[0].rstrip(" .;,"))  # what follows, the exits say
        words = words[:1].upper() + words[1:]
        made: dict[str, object] = {
            "id": ids.new(step_id(words)),
            "nama": words,
            "jalur": lanes[who[0]].id if who else None,
            "bersama": tuple(who[1:]),
            "pakai": tuple(self._of(under, Makna.KELENGKAPAN)),
            "hasil": tuple(self._of(under, Makna.KELUARAN)),
            "sumber": (self._sheet.source(step),),
        }
        times = [text(each.teks) for each in under if each.sebagai == Makna.WAKTU]
        made["waktu"] = next((span for each in times if (span := span_of(each)) is not None), None)
        if times and made["waktu"] is None:
            made["catatan"] = f"Waktu menurut naskah: {times[0]}"[:5000]
        remarks = [text(each.teks) for each in under if each.sebagai == Makna.KETERANGAN]
        if remarks:
            rincian.append(RincianLangkah(simpul=str(made["id"]), keterangan="; ".join(remarks)[:5000]))
        return Putusan.model_validate(made) if decides else Kegiatan.model_validate(made)

    def _of(self, under: Iterable[Kutipan], kind: Makna) -> Iterable[str]:
        ids: dict[str, None] = {}
        for each in under:
            if each.sebagai == kind:
                parts = [part.strip(" -–•.,") for part in _things(each.teks)]
                ids.update(dict.fromkeys(self._products.take(each, part) for part in parts[:20] if part))
        return ids

    def _flows(
        self, steps: Sequence[Kutipan], nodes: Sequence[Kegiatan | Putusan], places: dict[str, str]
    ) -> Iterable[Alur]:
        taken = Taken(())

        def flow(dari: str, ke: str, at: Kutipan, words: str = "", kind: JenisAlur = JenisAlur.URUT) -> Alur:
            source = (self._sheet.source(at),)
            return Alur(id=taken.new(flow_id(dari, ke)), dari=dari, ke=ke, nama=name(words), jenis=kind, sumber=source)

        yield flow("mulai", nodes[0].id, steps[0])
        for number, (step, node) in enumerate(zip(steps, nodes, strict=True)):
            after = nodes[number + 1].id if number + 1 < len(nodes) else "selesai"
            aside = list(self._aside(step, node.id, places, after))
            other = aside[0][1] if aside else ""
            yes = _otherwise(other)
            yield flow(node.id, after, step, yes if isinstance(node, Putusan) else "")
            no = "Ya" if yes == "Tidak" else "Tidak"
            for at, words, target, kind in aside:
                yield flow(node.id, target, at, words or (no if isinstance(node, Putusan) else ""), kind)

    def _aside(
        self, step: Kutipan, own: str, places: dict[str, str], after: str
    ) -> Iterable[tuple[Kutipan, str, str, JenisAlur]]:
        """What leaves a step besides the next one: back or ahead, as the text says it in words."""
        for each in self._sheet.under(step):
            if each.sebagai not in ("kembali", "lanjut"):
                continue
            target = places.get(each.nomor.strip(" ."))
            if target is None or target in (own, after):
                continue
            kind = JenisAlur.KEMBALI if each.sebagai == Makna.KEMBALI else JenisAlur.URUT
            yield each, text(each.catatan), target, kind

    def _register(
        self, sop: Kutipan, id_: str, title: str, said: Sequence[Kutipan], rincian: Sequence[RincianLangkah]
    ) -> Sop:
        made: dict[str, object] = {
            "id": self._sop_ids.new(id_),
            "lintas_fungsi": id_,
            "judul": title,
            "rincian": tuple(rincian),
            "sumber": (self._sheet.source(sop),),
        }
        lists: dict[str, list[str]] = {}
        laws: dict[str, None] = {}
        for each in said:
            if each.sebagai != Makna.IDENTITAS_SOP:
                continue
            field, words = each.nomor, text(each.teks)
            self._sheet.became(f"sop/{made['id']}", each)
            if field in _LISTS:
                lists.setdefault(_LISTS[field], []).append(words)
            elif field in _DATES and (day := day_of(words)) is not None:
                made[_DATES[field]] = day
            elif field == "nomor sop":
                made["nomor"] = name(words)
            elif field == "peringatan":
                made["peringatan"] = f"{made.get('peringatan', '')} {words}".strip()[:5000]
            elif field == "disahkan oleh":
                made["disahkan"] = _official(words)
            elif field == "dasar hukum" and (law := self._regulations.of(each)) is not None:
                laws[law] = None
        made |= {field: tuple(words) for field, words in lists.items()} | {"dasar_hukum": tuple(laws)}
        return Sop.model_validate(made)


def _otherwise(when: str) -> str:
    """The name of the exit that is taken where `when` does not hold: "lengkap" beside "tidak lengkap"."""
    words = when.casefold()
    if words in ("ya", "y"):
        return "Tidak"
    found = re.fullmatch(r"(?:tidak|belum)\s+(\S.*)", when, re.IGNORECASE)
    return found[1] if found is not None and words != "tidak" else "Ya"


def _things(words: str) -> list[str]:
    """What a cell lists: parts set off by semicolons, or by commas where they are plain names of documents."""
    if ";" in words:
        return words.split(";")
    if re.search(r"[()]|\btentang\b|\bnomor\b|\btahun\b", words, re.IGNORECASE):
        return [words]
    parts = re.split(r",\s+(?:dan\s+|serta\s+)?", words)
    return parts if all(0 < len(part.split()) <= 6 for part in parts) else [words]


def _official(words: str) -> Pejabat:
    """Who approves: the office, and name and NIP where they follow it."""
    nip = re.search(r"\bNIP\.?\s*:?\s*([\d ]{8,30})", words)
    words = words[: nip.start()] if nip is not None else words
    held = re.search(r",?\s*\b(?=(?:dr|drg|drs|dra|ir|h|hj|prof|apt|ns)\.\s*\S)", words, re.IGNORECASE)
    held = held or re.search(r",\s*(?=[A-Z][^\s,]+\s+[A-Z])", words)
    office, named = (words[: held.start()], words[held.end() :]) if held is not None else (words, "")
    if not office.strip(" ,"):
        office, named = words, ""
    return Pejabat(jabatan=name(office).strip(" ,"), nama=name(named).strip(" ,"), nip=nip[1].strip() if nip else "")


def span_of(words: str) -> Rentang | None:
    """Return a time as printed ("1 (satu) hari kerja", "30 menit") as a range, or None where it is none."""
    found = _TIME.search(words)
    if found is None:
        return None
    unit = " ".join(found[3].casefold().split())
    unit = "HK" if unit in ("hk", "hari kerja") else unit
    span = "–".join(part.replace(".", ",") for part in (found[1], found[2]) if part)
    try:
        return _RANGE.validate_python(f"{span} {unit}")
    except ValidationError:
        return None
