"""Structure, mandate and parties of a text to an Organisasi, and each name that it uses to the one that it means."""

import re
from collections.abc import Iterable

from probis.interchange.yaml.slug import slug
from probis.model import (
    Fungsi,
    Instansi,
    Jabatan,
    JenisInstansi,
    JenisJabatan,
    JenisPihak,
    Kutipan,
    Organisasi,
    Pihak,
    UnitKerja,
)
from probis.reading.drafting.sheet import Sheet, capped, item, name
from probis.reading.likeness import Likeness
from probis.reading.makna import Makna
from probis.reading.names import folded

_NEAR, _SAME = 75.0, 99.5
_SHORT = 96.0  # how likely the first words of just one name of the structure mean that name
_PROPOSED = re.compile(r"\s*\(?\s*usulan\s*\)?\s*$", re.IGNORECASE)
"""How papers mark a name that is only proposed."""
_ASIDE = re.compile(r"\s*\([^()]*\)\s*$")
"""Who of a unit it is, behind the unit: "Seksi Pelayanan (Petugas Loket)"."""
_MOST_COMPARED = 200
_HEAD = re.compile(
    r"(?:kepala|ketua|direktur|camat|lurah|sekretaris|inspektur|asisten|kasubbag|kasubag|kabag|kabid)\b", re.I
)
_POST = re.compile(
    r"(?:kepala|ketua|direktur|camat|lurah|sekretaris|inspektur|asisten|kas?ub|kabag|kabid|kasi|analis|staf|pengelola"
    r"|pengadministrasi|petugas|operator|bendahara|pelaksana|pejabat|arsiparis|auditor|pranata|perencana|jfu|jft)\b",
    re.IGNORECASE,
)
_KINDS: tuple[tuple[JenisPihak, str], ...] = (
    (JenisPihak.LEGISLATIF, r"\bDPRD?\b|dewan perwakilan"),
    (JenisPihak.PENGAWAS, r"^inspektorat\b|\bBPKP?\b|badan pemeriksa keuangan|ombudsman"),
    (JenisPihak.INSTANSI_PUSAT, r"^kementerian\b|^menteri\b|\bnasional\b|republik indonesia"),
    (JenisPihak.PEMERINTAH_DAERAH, r"^pemerintah (?:provinsi|kabupaten|kota)\b"),
    (JenisPihak.PEJABAT, r"^(?:gubernur|bupati|wali ?kota|presiden|sekretaris daerah)\b"),
    (JenisPihak.MASYARAKAT, r"^(?:masyarakat|pemohon|warga|pengguna layanan|penduduk)\b"),
    (
        JenisPihak.PERANGKAT_DAERAH,
        r"^(?:dinas|badan|biro|bagian|sekretariat|kecamatan|perangkat daerah|opd|satuan polisi)\b",
    ),
)
_OWN: tuple[tuple[tuple[JenisInstansi, ...], str], ...] = (
    (
        (JenisInstansi.KEMENTERIAN, JenisInstansi.LEMBAGA),
        r"direktorat|deputi|sekretariat (?:jenderal|utama|kementerian)|inspektorat (?:jenderal|utama)|biro|pusat|balai",
    ),
    (
        (JenisInstansi.PROVINSI, JenisInstansi.KABUPATEN, JenisInstansi.KOTA),
        r"dinas|badan(?! (?:pemeriksa|pusat|nasional))|biro|bagian|sekretariat (?:daerah|dprd|dewan)"
        r"|inspektorat (?:daerah|kab|kota|prov)|kecamatan|kelurahan|satuan polisi",
    ),
    ((), r"bidang|bagian|sub ?bagian|sub ?bidang|subbag|seksi|sekretariat(?! (?:daerah|dprd|dewan|jenderal))|kelompok"),
)
"""Kinds of bodies and how names of their parts begin; the last are parts of any other body."""


def _key(words: str) -> str:
    """What two printings of one name share: "Subbag Umum", "Sub Bagian Umum" and "Subbagian Umum (usulan)"."""
    plain = _PROPOSED.sub("", words)
    return re.sub(r"\bsub ?(bag|bid)\b", r"sub\1ian", folded(plain)).replace("bidian", "bidang").replace(" ", "")


def _key_words(words: str) -> list[str]:
    """The words of a name, each as `_key` compares them."""
    joined = re.sub(r"\bsub ?(bag|bid)(?:ian|ang)?\b", r"sub\1", folded(_PROPOSED.sub("", words)))
    return joined.split()


class Roster:
    """Units, positions and parties of a draft; `find` and `take` turn a name as printed into the id it means."""

    def __init__(self, sheet: Sheet, instansi: Instansi) -> None:
        self._sheet = sheet
        self._names: dict[str, str] = {}
        self._asked: dict[str, str] = {}
        self.shown: dict[str, str] = {}
        self.units: dict[str, UnitKerja] = {}
        self.posts: dict[str, Jabatan] = {}
        self.parties: dict[str, Pihak] = {}
        self.root = sheet.ends.new(slug(instansi.sebutan))
        self._own = next((words for kinds, words in _OWN if instansi.jenis in kinds), _OWN[-1][1])
        self.units[self.root] = UnitKerja(
            id=self.root, nama=instansi.nama, nama_singkat=instansi.nama_singkat, sumber=instansi.sumber[:1]
        )
        self.named(self.root, instansi.nama, instansi.nama_singkat)
        self.shown[self.root] = instansi.nama

    def named(self, id_: str, *names: str) -> None:
        """Keep what else is called by this name; the first bearer of a name keeps it."""
        for each in names:
            if each:
                self.shown.setdefault(id_, each)
            if _key(each):
                self._names.setdefault(_key(each), id_)

    def find(self, words: str) -> str | None:
        """Return the id of who is called so, but for case, marks and known abbreviations."""
        return self._names.get(_key(words)) or self._asked.get(_key(words))

    def near(self, jenis: str, kutipan: Kutipan, words: str, least: float = _NEAR) -> str | None:
        """Return the id of who is called nearly so, where a person says that it is the same."""
        key = _key(words)
        if key in self._asked:
            return self._asked[key] or None
        held = list(self.shown.items())[:_MOST_COMPARED]
        like = Likeness(shown for _, shown in held)
        pairs = [(like.score(shown, words), id_) for id_, shown in held]
        short = self._shortened(words)
        ranked = sorted((pair for pair in pairs if least <= pair[0] < _SAME and pair[1] != short), reverse=True)[:5]
        ranked = [(_SHORT, short), *ranked] if short else ranked
        if not ranked:
            return None
        choice = self._sheet.questions.choose(
            jenis,
            (words,),
            f"“{words}” (baris {kutipan.baris}) hampir sama dengan nama lain dalam naskah. Siapa yang dimaksud?",
            (kutipan,),
            (
                ("lain", "Tersendiri, bukan salah satu dari itu.", 0),
                *((id_, f"Sama dengan “{self.shown[id_]}”.", score) for score, id_ in ranked),
            ),
            short or "lain",
        )
        self._asked[key] = "" if choice == "lain" else choice
        return self._asked[key] or None

    def _shortened(self, words: str) -> str:
        """Return the id of the one part of the body whose name begins with these words and goes on; else ""."""
        begun = _key_words(words)
        if len(begun) < 2:
            return ""
        parts = [id_ for id_ in (*self.units, *self.posts) if id_ != self.root][:_MOST_COMPARED]
        longer = [id_ for id_ in parts if _key_words(self.shown[id_])[: len(begun)] == begun]
        return longer[0] if len(longer) == 1 else ""

    def within(self, words: str) -> bool:
        """Whether a name is one of a part of the body, by the words with which parts of such a body begin."""
        return re.match(rf"(?:{self._own})\b", words, re.I) is not None

    def unit(self, kutipan: Kutipan, words: str, above: str | None, *, sure: bool = True) -> str:
        """Add a unit; `sure` says whether the text itself puts it under the one above."""
        id_ = self._sheet.ends.new(slug(words))
        sources = [self._sheet.source(kutipan)]
        if above is not None and not sure:
            sources.append(self._sheet.proposed("naskah tidak mengatakan di bawah unit mana", ("induk",)))
        self.units[id_] = UnitKerja(id=id_, nama=words, induk=above, sumber=tuple(sources))
        self.named(id_, words)
        self._sheet.became(f"unit/{id_}", kutipan)
        return id_

    def post(self, kutipan: Kutipan, words: str, unit: str | None) -> str:
        """Add a position."""
        id_ = self._sheet.ends.new(slug(words))
        functional = "fungsional" in words.casefold()
        head = bool(_HEAD.match(words)) and not functional
        kind = JenisJabatan.FUNGSIONAL if functional else JenisJabatan.PIMPINAN if head else JenisJabatan.PELAKSANA
        self.posts[id_] = Jabatan(
            id=id_, nama=words, unit=unit, jenis=kind, kepala=head, sumber=(self._sheet.source(kutipan),)
        )
        self.named(id_, words)
        self._sheet.became(f"jabatan/{id_}", kutipan)
        return id_

    def party(self, kutipan: Kutipan, words: str) -> str:
        """Add a party outside the body."""
        id_ = self._sheet.ends.new(slug(words))
        kind = next((kind for kind, pattern in _KINDS if re.search(pattern, words, re.I)), JenisPihak.LAINNYA)
        self.parties[id_] = Pihak(id=id_, nama=words, jenis=kind, sumber=(self._sheet.source(kutipan),))
        self.named(id_, words)
        self._sheet.became(f"pihak/{id_}", kutipan)
        return id_

    def take(self, jenis: str, kutipan: Kutipan, words: str, *, inside: bool = False) -> str:
        """Return the id of who is called so; who is new is added: a position by its words, else as `inside` says."""
        found = self.find(words) or self.find(_ASIDE.sub("", words)) or self.near(jenis, kutipan, words)
        if found is not None:
            kind = "unit" if found in self.units else "jabatan" if found in self.posts else "pihak"
            self._sheet.became(f"{kind}/{found}", kutipan)
            return found
        if inside and _POST.match(words):
            return self.post(kutipan, words, None)
        if inside:
            return self.unit(kutipan, words, self.root, sure=False)
        return (
            self.post(kutipan, words, None)
            if jenis == "pelaksana" and _POST.match(words)
            else self.party(kutipan, words)
        )


def roster(sheet: Sheet, instansi: Instansi) -> Roster:
    """Return the units and positions of the structure, and the parties, as the text names them."""
    made = Roster(sheet, instansi)
    places: dict[str, str] = {}
    leads = _leads(sheet)
    for kutipan in capped(sheet.of(Makna.UNIT, Makna.JABATAN_STRUKTUR)):
        words = name(item(kutipan))
        if not words:
            continue
        above = places.get(kutipan.induk, made.root)
        if kutipan.sebagai == Makna.UNIT or kutipan.id in leads:
            same = made.find(words)
            if same in made.units and same is not None and (same == made.root or made.units[same].induk == above):
                places[kutipan.id] = same
                sheet.became(f"unit/{same}", kutipan)
                continue
            places[kutipan.id] = made.unit(kutipan, words, above)
            continue
        head = re.match(r"(?:kepala|ketua|sekretaris)\s+(\S.*)$", words, re.I)
        own = made.find(head[1]) if head else None
        same = made.find(words)
        if same in made.posts and same is not None and "fungsional" not in words.casefold():
            sheet.became(f"jabatan/{same}", kutipan)
            continue
        made.post(kutipan, words, own if own in made.units else above)
    for kutipan in capped(sheet.of(Makna.PIHAK)):
        if words := name(item(kutipan)):
            made.take("pihak", kutipan, words, inside=made.within(words))
    return made


def _leads(sheet: Sheet) -> frozenset[str]:
    """The posts that name a part of the structure, for units stand under them and others beside them.

    Where the only post of a rank has everything under it ("Direktur"), it heads the body and is no part of it.
    """
    posts = [k for k in capped(sheet.of(Makna.JABATAN_STRUKTUR)) if sheet.under(k, Makna.UNIT)]
    return frozenset(k.id for k in posts if k.induk in sheet.by_id and len(item(k).split()) > 1)


def organisation(sheet: Sheet, made: Roster, dasar: Iterable[str]) -> Organisasi:
    """Return the whole, with the tasks and functions of each unit and the regulations that it rests on."""
    tasks: dict[str, list[Kutipan]] = {}
    functions: dict[str, list[Kutipan]] = {}
    for kutipan in capped(sheet.of(Makna.TUGAS)):
        if owner := _owner(sheet, made, kutipan):
            tasks.setdefault(owner, []).append(kutipan)
            sheet.became(f"unit/{owner}", kutipan)
    for kutipan in capped(sheet.of(Makna.FUNGSI)):
        if (owner := _owner(sheet, made, kutipan)) and item(kutipan):
            functions.setdefault(owner, []).append(kutipan)
    units = []
    for id_, unit in made.units.items():
        update: dict[str, object] = {}
        if id_ in tasks:
            update["tugas"] = "; ".join(item(each) for each in tasks[id_])[:5000]
            update["sumber"] = (*unit.sumber, sheet.source(*tasks[id_], untuk=("tugas",)))
        if id_ in functions:
            update["fungsi"] = tuple(_functions(sheet, id_, functions[id_]))
        units.append(unit.model_copy(update=update))
    if not tasks:
        sheet.missing("tugas", "Tugas instansi tidak ditemukan.")
    if not functions:
        sheet.missing("fungsi", "Fungsi instansi tidak ditemukan.")
    if len(units) < 2:
        sheet.missing("struktur", "Susunan organisasi tidak ditemukan.")
    return Organisasi(
        dasar=tuple(dict.fromkeys(dasar)),
        unit=tuple(units),
        jabatan=tuple(made.posts.values()),
        pihak=tuple(made.parties.values()),
    )


def _functions(sheet: Sheet, unit: str, quoted: Iterable[Kutipan]) -> Iterable[Fungsi]:
    for number, kutipan in enumerate(quoted, 1):
        id_ = sheet.goals.new(f"{unit[:90]}-fungsi-{number}")
        sheet.became(f"fungsi/{id_}", kutipan)
        yield Fungsi(id=id_, bunyi=item(kutipan), sumber=(sheet.source(kutipan),))


def _owner(sheet: Sheet, made: Roster, kutipan: Kutipan) -> str | None:
    """Whose task or function it is: the unit that the text names before it, else the body's."""
    words = name(kutipan.catatan)
    found = made.find(words) if words else made.root
    if found is None and f"{made.shown[made.root]} ".casefold().startswith(f"{words} ".casefold()):
        return made.root  # "Dinas" in the decree of one
    if found in made.units:
        return found
    if found in made.posts:
        return made.posts[found].unit
    head = re.match(r"(?:kepala|sekretaris)\s+(\S.*)$", words, re.I)
    if head is not None and (inner := made.find(head[1])) in made.units:
        return inner
    near = made.near("tugas", kutipan, words, 60.0)
    return near if near in made.units else None
