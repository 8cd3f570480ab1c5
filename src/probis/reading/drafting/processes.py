"""Processes as printed at their places to Proses: one a code, with its group, parent, owner and open questions."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from probis.interchange.yaml.slug import slug
from probis.model import Kelompok, Kutipan, LabelKelompok, Profil, Proses, Sumber, baca_kode, tulis_kode
from probis.reading.bagian import Bagian
from probis.reading.drafting.organisation import Roster
from probis.reading.drafting.sheet import Sheet, Written, capped, item, name
from probis.reading.likeness import Likeness
from probis.reading.makna import Makna
from probis.reading.names import code_similarity, folded, similarity

_SAME_CODE, _BLURRED, _ALIKE, _LIKELY = 95.0, 90.0, 60.0, 60.0
_WHOLE = 12.0
"""What speaks for a process of the whole map before its sub processes, where the explanation of a map names it."""
_SHARP = str.maketrans("oOlI", "0011")
_MOST_GAP = 20
_GROUPS: tuple[tuple[Kelompok, str], ...] = (
    (Kelompok.UTAMA, r"\b(?:utama|inti|pokok)\b"),
    (Kelompok.PENDUKUNG, r"\b(?:pendukung|penunjang)\b"),
    (Kelompok.LAINNYA, r"\b(?:lainnya|lain)\b"),
)
_MANAGING = re.compile(r"\bmanaj(?:emen|erial)\b|\bpengelolaan\s+organisasi\b", re.IGNORECASE)
"""What many bodies call the third group. Beside the name of another group it tells what that one does."""
_KINDS = (Makna.PROSES, Makna.SUB_PROSES, Makna.LINTAS_FUNGSI)


@dataclass
class Entry:
    """A process on its way to the draft: all places that print it, the first of them first."""

    id: str
    kode: str
    nama: str
    kutipan: list[Kutipan] = field(default_factory=list)
    induk: str | None = None
    kelompok: Kelompok | None = None
    dari_kelompok: Kutipan | None = None
    sumber: tuple[Sumber, ...] = ()


class Processes:
    """The processes of a draft; `find` turns a name as printed into the id it means."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.entries: dict[str, Entry] = {}
        self._codes: dict[str, list[Entry]] = {}
        self._names: dict[str, str] = {}
        self._short: dict[str, str] = {}  # names without what stands in brackets after them
        self._asked: dict[str, str] = {}
        self._like: tuple[int, Likeness] | None = None
        for kutipan in capped(sheet.of(*_KINDS)):
            self._take(kutipan)

    def _take(self, kutipan: Kutipan) -> None:
        words, kode = name(item(kutipan)), name(kutipan.nomor)
        if not words and not kode:
            return
        above = self.sheet.about.get(kutipan.induk, "").removeprefix("proses/")
        induk = above if above in self.entries else None
        entry = self._known(kode, words, induk)
        if entry is None:
            entry = self.add(words or kode, kode, induk)
        entry.kutipan.append(kutipan)
        if entry.induk is None and induk != entry.id and not self._above(induk, entry.id):
            entry.induk = induk
        self.sheet.became(f"proses/{entry.id}", kutipan)
        group = self._group(kutipan)
        if group is not None and entry.kelompok is None:
            entry.kelompok, entry.dari_kelompok = group

    def add(self, words: str, kode: str = "", induk: str | None = None) -> Entry:
        """Add a process."""
        entry = Entry(self.sheet.ends.new(slug(words)), kode, words, induk=induk)
        self.entries[entry.id] = entry
        self._codes.setdefault(_bare(kode), []).append(entry)
        self._names.setdefault(folded(words), entry.id)
        if plain := re.sub(r"\s*\([^()]*\)\s*$", "", words):
            self._short.setdefault(folded(plain), entry.id)
        return entry

    def _above(self, induk: str | None, id_: str) -> bool:
        """Whether `id_` stands above `induk`: then it cannot stand under it."""
        seen = 0
        while induk is not None and seen < len(self.entries):
            if induk == id_:
                return True
            induk, seen = self.entries[induk].induk, seen + 1
        return False

    def _known(self, kode: str, words: str, induk: str | None) -> Entry | None:
        """The entry that this place prints again: by its code where it has one, else by its name."""
        if not kode:
            same = self.entries.get(self._names.get(folded(words), ""))
            return same if same is not None and (induk is None or same.induk in (None, induk)) else None
        for entry in self._codes.get(_bare(kode), ()):
            if code_similarity(entry.kode, kode) >= 100 or not words:
                return entry
            if code_similarity(entry.kode, kode) >= _SAME_CODE and similarity(entry.nama, words) >= _ALIKE:
                return entry
        bare = self.entries.get(self._names.get(folded(words), ""))
        if bare is not None and bare.kode and code_similarity(bare.kode, kode) >= _BLURRED:
            return bare
        if bare is not None and not bare.kode and (bare.induk is None or bare.induk == induk):
            bare.kode = kode
            self._codes.setdefault(_bare(kode), []).append(bare)
            return bare
        return None

    def _group(self, kutipan: Kutipan) -> tuple[Kelompok, Kutipan] | None:
        above = self.sheet.by_id.get(kutipan.induk)
        said = self.sheet.under(kutipan, Makna.KELOMPOK)
        if above is not None and above.sebagai == Makna.KELOMPOK:
            said = [above, *said]
        for each in said:
            words = f"{each.teks} {each.catatan}"
            if (kind := _kind_of(words)) is not None:
                return kind, each
        return None

    def coded(self, kode: str, words: str) -> str | None:
        """Return the id of the process with this code; of several, of the one that is called so."""
        kode = name(kode)
        held = [each for each in self._codes.get(_bare(kode), ()) if code_similarity(each.kode, kode) >= 100]
        if len(held) > 1:
            held = [each for each in held if folded(each.nama) == folded(words)]
        return held[0].id if kode and len(held) == 1 else None

    def find(self, words: str) -> str | None:
        """Return the id of the process that is called so."""
        key = folded(words)
        return self._names.get(key) or self._short.get(key) or self._asked.get(key) or None

    def near(self, jenis: str, kutipan: Kutipan, words: str, least: float = _LIKELY) -> str | None:
        """Return the id of the process that is called nearly so, where a person says that it is the same."""
        key = folded(words)
        if key in self._asked:
            return self._asked[key] or None
        held = list(self.entries.values())[:300]
        if self._like is None or self._like[0] != len(held):
            self._like = (len(held), Likeness(entry.nama for entry in held))
        whole = _WHOLE if kutipan.bagian == Bagian.PENJELASAN else 0.0
        pairs = [(self._like[1].score(entry.nama, words), entry) for entry in held]
        if max((score for score, _ in pairs), default=0.0) < least:
            return None
        pairs = [(score + whole * (entry.induk is None and score >= least - whole), entry) for score, entry in pairs]
        ranked = sorted(((s, e) for s, e in pairs if s >= least), key=lambda pair: -pair[0])[:4]
        choice = self.sheet.questions.choose(
            jenis,
            (words,),
            f"Baris {kutipan.baris} menyebut “{words}”. Apakah itu proses di bawah ini?",
            (kutipan, *ranked[0][1].kutipan[:1]),
            (
                ("lain", "Bukan; biarkan terbuka.", 0),
                *((e.id, f"Ya: {e.kode} {e.nama}".replace(":  ", ": "), min(s, 99)) for s, e in ranked),
            ),
            "lain",
        )
        self._asked[key] = "" if choice == "lain" else choice
        return self._asked[key] or None


def _kind_of(words: str) -> Kelompok | None:
    """The group that words name, None where they name none or several."""
    found = [kind for kind, pattern in _GROUPS if re.search(pattern, words, re.I)]
    if not found and _MANAGING.search(words):
        return Kelompok.LAINNYA
    return found[0] if len(found) == 1 else None


def _bare(kode: str) -> str:
    return ".".join(part.lstrip("0") or "0" for part in re.findall(r"[^\W\d_]+|\d+", kode.casefold()))


# The grammar of the codes --------------------------------------------------------------------------------------------


def grammar(found: Processes) -> Profil:
    """Return the profile with the code grammars that most codes follow; what they do not tell stays as it is."""
    entries = found.entries.values()
    given: dict[str, str] = {}
    top = _pattern([entry.kode for entry in entries if entry.induk is None and entry.kode])
    if top:
        given["pola_proses"] = top
    sub: Counter[str] = Counter()
    for entry in entries:
        above = found.entries.get(entry.induk or "")
        if above is None or not entry.kode or not above.kode:
            continue
        shape = re.fullmatch(r"(.*\D)?(\d{1,4})", entry.kode)
        if shape and shape[1] and _bare(shape[1]) == _bare(above.kode):
            joint = re.search(r"[^\w]*$", shape[1])
            width = len(shape[2]) if shape[2].startswith("0") else 1
            sub["{induk}" + (joint.group() if joint else "") + "{" + "n" * width + "}"] += 1
    if sub:
        given["pola_sub_proses"] = max(sub.items(), key=lambda each: each[1])[0]
    profil = Profil.model_validate(given) if all(len(each) <= 60 for each in given.values()) else Profil()
    more: dict[str, object] = {"label_kelompok": _labels(found.sheet)}
    if families := _families([entry.kode for entry in entries if entry.induk is None and entry.kode], profil):
        more["tingkat_aturan"] = {"kode-menurut-pola": "mati"}
        pesan = f"Kode proses mengikuti beberapa pola ({families}); profil hanya memuat satu, maka aturannya dimatikan."
        found.sheet.missing("kode", pesan)
    return Profil.model_validate({**profil.model_dump(), **more})


def _families(codes: Sequence[str], profil: Profil) -> str:
    """The patterns of top codes that count anew for each group, or in letters; empty where one pattern holds.

    Codes that are only spelt otherwise (separator, zeros, what scans confuse) are of the one pattern.
    """
    other: dict[str, int] = {}
    for code in codes:
        number, _ = _numbered(code)
        if number is not None and code_similarity(code, tulis_kode(profil.pola_proses, number)) >= _BLURRED:
            continue
        found = re.fullmatch(r"(.*?)(\d{1,3}|[A-Z]|[IVX]{1,5})", code)
        if found is None:
            return ""
        shape = "angka" if found[2].isdigit() else "huruf"
        other[f"{found[1]} dengan {shape}".strip()] = other.get(f"{found[1]} dengan {shape}".strip(), 0) + 1
    if sum(other.values()) < max(2, 0.2 * len(codes)):
        return ""
    held = [profil.pola_proses] if sum(other.values()) < len(codes) else []
    return ", ".join((*held, *other))


def _labels(sheet: Sheet) -> LabelKelompok:
    """What the text calls the three groups, where it names them: "Proses Manajerial", "Kegiatan Utama"."""
    said: dict[str, str] = {}
    for kutipan in capped(sheet.of(Makna.KELOMPOK)):
        words = name(item(kutipan))
        kind = _kind_of(words)
        if kind is None or not re.fullmatch(r"(?:(?:proses|kegiatan)\s+)?(?:bisnis\s+)?[^\W\d]{3,20}", words, re.I):
            continue
        words = words if " " in words else f"Proses {words}"
        said.setdefault(kind.value, " ".join(word.capitalize() for word in words.split()))
    return LabelKelompok.model_validate(said)


def _pattern(codes: Sequence[str]) -> str:
    """The letters and the width of the number that most codes have, as a grammar; empty where they have no number."""
    shapes: Counter[tuple[str, int]] = Counter()
    for kode in codes:
        shape = re.fullmatch(r"([^{}]*?)(\d{1,4})", kode)
        if shape:
            width = len(shape[2]) if shape[2].startswith("0") else 1
            shapes[shape[1], width] += 1
    if not shapes:
        return ""
    (letters, width), _ = max(shapes.items(), key=lambda each: each[1])
    width = next((wide for begun, wide in shapes if begun == letters and wide > 1), width)
    return f"{letters}{{{'n' * width}}}"


# Settling ------------------------------------------------------------------------------------------------------------


def processes(sheet: Sheet, found: Processes, made: Roster, profil: Profil) -> tuple[Proses, ...]:
    """Return the processes with what the text says of each; what it leaves open becomes proposals."""
    cased = _cased(sheet, found)
    counted = _counted(found)
    kodes = {entry.id: _code(sheet, found, entry, profil, counted=counted) for entry in found.entries.values()}
    tops = [entry for entry in found.entries.values() if entry.induk is None and entry.kutipan]
    none = len(tops) > 1 and not any(entry.kelompok for entry in tops)
    together = _asked_group(sheet, tops) if none else None
    result: list[Proses] = []
    siblings: dict[str | None, list[Entry]] = {}
    for entry in found.entries.values():
        siblings.setdefault(entry.induk, []).append(entry)
    for entry in found.entries.values():
        places = entry.kutipan
        sources = [sheet.source(*places[:20])] if places else list(entry.sumber)
        above = found.entries.get(entry.induk or "")
        if above is not None and entry.kode and above.kode and not entry.kode.startswith(above.kode):
            sources.append(sheet.proposed(f"kode {entry.kode} mirip kode {above.kode}", ("induk",)))
        group = entry.kelompok
        if entry.dari_kelompok is not None:
            sources.append(sheet.source(entry.dari_kelompok, untuk=("kelompok",)))
        if entry.induk is None and group is None and places:
            group = together if together is not None or none else _asked_group(sheet, [entry])
        owner, others = _owners(sheet, made, places)
        result.append(
            Proses(
                id=entry.id,
                kode=kodes[entry.id],
                nama=cased(_name(sheet, entry)),
                kelompok=group if entry.induk is None else None,
                induk=entry.induk,
                pemilik=owner,
                terlibat=others,
                sumber=tuple(sources),
            )
        )
    for induk, group_of in siblings.items():
        result += _gaps(sheet, induk, kodes.get(induk or "", ""), group_of, profil, kodes)
    if not result:
        sheet.missing("proses", "Tidak ada proses yang terbaca.")
    return tuple(result)


def _code(sheet: Sheet, found: Processes, entry: Entry, profil: Profil, *, counted: bool) -> str:
    """The code as printed; where it is spelt otherwise than the others, as decided."""
    wanted = _wanted(found, entry, profil) if counted else entry.kode
    score = code_similarity(entry.kode, wanted)
    if wanted == entry.kode:
        return entry.kode
    first = entry.kutipan[0]
    choice = sheet.questions.choose(
        "kode-beda-ejaan",
        (entry.kode, wanted),
        f"Baris {first.baris} menulis kode “{entry.kode}”; kode lain ditulis seperti “{wanted}”. Mana yang dipakai?",
        entry.kutipan[:5],
        (("tercetak", f"Seperti tercetak: {entry.kode}.", 100 - score), ("menurut-pola", f"{wanted}.", score)),
        "tercetak",
        "kode",
    )
    if isinstance(choice, Written):
        return choice
    return wanted if choice == "menurut-pola" else entry.kode


def _numbered(kode: str) -> tuple[int | None, str]:
    """The number that a code ends in, letters that stand for digits taken as such, and what stands before it."""
    found = re.search(r"(?<![A-Za-z0-9])([0-9oOlI]{1,4})\W*$|(?<![0-9])([0-9]{1,4})\W*$", kode)
    if found is None:
        return None, kode
    return int((found[1] or found[2]).translate(_SHARP)), kode[: found.start()].rstrip("-./–—_ ")


def _wanted(found: Processes, entry: Entry, profil: Profil, deep: int = 9) -> str:
    """The code as the grammar of the others writes it; as printed where it has another shape altogether."""
    above = found.entries.get(entry.induk or "")
    number, before = _numbered(entry.kode)
    if number is None or not deep or (above is not None and not above.kode):
        return entry.kode
    if above is None:
        made = tulis_kode(profil.pola_proses, number)
    else:
        base = _wanted(found, above, profil, deep - 1)
        made = tulis_kode(profil.pola_sub_proses, number, base if code_similarity(base, before) >= _BLURRED else before)
    return made if code_similarity(entry.kode, made) >= _BLURRED else entry.kode


def _counted(found: Processes) -> bool:
    """Whether the codes of the text count in digits."""
    codes = [entry.kode for entry in found.entries.values() if entry.kode]
    return 2 * sum(kode[-1:].isdigit() for kode in codes) > len(codes)


def _name(sheet: Sheet, entry: Entry) -> str:
    """The name at its first place; where others are printed under the same code, as decided."""
    names: dict[str, Kutipan] = {}
    for kutipan in entry.kutipan:
        if words := name(item(kutipan)):
            names.setdefault(folded(words), kutipan)
    if len(names) < 2:
        return entry.nama
    options = list(names.values())[:8]
    scores = [_printed_well(entry, item(kutipan), options) for kutipan in options]
    choice = sheet.questions.choose(
        "nama-ganda",
        (entry.kode or entry.nama, *sorted(names)),
        f"{entry.kode or 'Proses ini'} bernama lebih dari satu. Nama mana yang dipakai?",
        options,
        tuple((f"nama-{n}", f"“{name(item(k))}” (baris {k.baris})", scores[n - 1]) for n, k in enumerate(options, 1)),
        "nama-1",
        "nama",
    )
    if isinstance(choice, Written):
        return choice
    return name(item(options[int(choice.rpartition("-")[2]) - 1]))


def _printed_well(entry: Entry, words: str, options: Sequence[Kutipan]) -> float:
    """How likely this is the right name of several under a code: the first, the one most printed, the clean one."""
    key = folded(words)
    times = sum(folded(item(kutipan)) == key for kutipan in entry.kutipan)
    most = max(sum(folded(item(k)) == folded(item(o)) for k in entry.kutipan) for o in options)
    score = 55.0 if words == item(options[0]) else 40.0
    score += 10 if times == most and times > 1 else 0
    for other in options:
        if (theirs := item(other)) != words and _unblurred(theirs) == _unblurred(words):
            score += 25 if _blots(words) < _blots(theirs) else -25
    return min(90.0, max(10.0, score))


def _unblurred(words: str) -> str:
    """Words with what scans confuse made one."""
    return folded(words).replace("rn", "m").replace("0", "o").replace("1", "l").replace("i", "l").replace(" ", "")


def _blots(words: str) -> int:
    """How many marks of a scan a name bears: "rn" for "m", digits and capitals inside words."""
    return len(re.findall(r"rn|(?<=[a-z])[0-9A-Z]|(?<=[A-Z])[0-9l](?=[A-Z])", words))


def _asked_group(sheet: Sheet, entries: Sequence[Entry]) -> Kelompok | None:
    """The group of processes of which the text says none; all of them at once where it groups none at all."""
    first = entries[0]
    named = ", ".join(f"{entry.kode} “{entry.nama}”".strip() for entry in entries[:4])
    which = (
        f"proses {named}" if len(entries) == 1 else f"{len(entries)} proses ini ({named}{', …' * (len(entries) > 4)})"
    )
    choice = sheet.questions.choose(
        "kelompok",
        (first.kode, first.nama) if len(entries) == 1 else ("semua proses", *(entry.nama for entry in entries)),
        f"Termasuk kelompok mana {which}? Naskah tidak mengatakannya.",
        [kutipan for entry in entries[:8] for kutipan in entry.kutipan[:1]],
        (
            ("kosong", "Belum ditentukan.", 0),
            ("utama", "Proses utama.", 50),
            ("pendukung", "Proses pendukung.", 30),
            ("lainnya", "Proses lainnya.", 20),
        ),
        "kosong",
    )
    return None if choice == "kosong" else Kelompok(choice)


def _owners(sheet: Sheet, made: Roster, places: Iterable[Kutipan]) -> tuple[str | None, tuple[str, ...]]:
    ids: dict[str, None] = {}
    aside: dict[str, None] = {}
    for place in places:
        for kutipan in sheet.under(place, Makna.PEMILIK, Makna.PIHAK):
            words = name(item(kutipan))
            if words and kutipan.sebagai == Makna.PEMILIK:
                ids[made.take("pemilik", kutipan, words, inside=True)] = None
            elif words:
                aside[made.take("pihak", kutipan, words, inside=made.within(words))] = None
    inside = [id_ for id_ in ids if id_ not in made.parties]
    owner = inside[0] if inside else None
    return owner, tuple(id_ for id_ in (ids | aside) if id_ != owner)


def _gaps(
    sheet: Sheet, induk: str | None, kode_induk: str, group: Sequence[Entry], profil: Profil, kodes: dict[str, str]
) -> Iterable[Proses]:
    """Ask what a number means that is not there though higher ones are; yield what is put in its place."""
    pola = profil.pola_sub_proses if induk is not None else profil.pola_proses
    bases = [kode_induk]
    digits: dict[int, Entry] = {}
    for entry in group:
        number, before = _numbered(entry.kode)
        if number is not None and entry.kutipan and (induk is None or _bare(before) == _bare(kode_induk)):
            digits[number] = entry
            bases.append(before)
        if (
            induk is None
            and number is not None
            and baca_kode(pola, kodes[entry.id]) is None
            and code_similarity(entry.kode, tulis_kode(pola, number)) < _BLURRED
        ):
            return
    missing = [number for number in range(1, max(digits, default=0)) if number not in digits]
    if 2 * sum(entry.kode[-1:].isdigit() for entry in group) <= len(group):
        return
    if not digits or len(missing) > min(_MOST_GAP, 2 * len(digits)):
        return
    for number in missing:
        kode = tulis_kode(pola, number, bases[-1])
        after = digits[min(each for each in digits if each > number)]
        choice = sheet.questions.choose(
            "nomor-kosong",
            (kode, after.kode),
            f"Nomor {kode} tidak ada, padahal {after.kode} ada (baris {after.kutipan[0].baris}). Apa maksudnya?",
            after.kutipan[:1],
            (
                ("biarkan", "Nomornya memang tidak dipakai.", 50),
                ("cadangkan", "Prosesnya terlewat; sediakan tempatnya untuk dinamai.", 50),
            ),
            "biarkan",
            "nama proses yang terlewat",
        )
        if choice == "cadangkan" or isinstance(choice, Written):
            id_ = sheet.ends.new(slug(kode))
            nama = choice if isinstance(choice, Written) else f"(belum bernama: {kode})"[:300]
            source = sheet.proposed(f"nomor yang dilompati sebelum {after.kode}")
            yield Proses(id=id_, kode=kode, nama=nama, induk=induk, sumber=(source,))


# Capitals ------------------------------------------------------------------------------------------------------------

_SMALL = frozenset(
    [
        "dan",
        "atau",
        "di",
        "ke",
        "dari",
        "pada",
        "untuk",
        "yang",
        "dalam",
        "dengan",
        "serta",
        "bagi",
        "oleh",
        "per",
        "atas",
        "tentang",
    ]
)


def _cased(sheet: Sheet, found: Processes) -> "type[str] | _Case":
    """Ask once whether names that are printed in capitals are to be written with capital first letters."""
    loud = [entry for entry in found.entries.values() if len(entry.nama) > 8 and entry.nama.isupper()]
    if len(loud) < 2:
        return str
    choice = sheet.questions.choose(
        "huruf-besar",
        ("nama proses",),
        f"{len(loud)} nama proses dicetak dengan huruf besar semua. Bagaimana menulisnya?",
        [entry.kutipan[0] for entry in loud[:5] if entry.kutipan],
        (("tercetak", "Seperti tercetak.", 20), ("awal-besar", "Huruf besar hanya di awal kata.", 80)),
        "tercetak",
    )
    return _Case(sheet) if choice == "awal-besar" else str


class _Case:
    """A name in capitals to one with capital first letters; abbreviations that the text itself uses stay."""

    def __init__(self, sheet: Sheet) -> None:
        words = (word for k in sheet.naskah.kutipan if not k.teks.isupper() for word in re.findall(r"[^\W_]+", k.teks))
        self._short = {word for word in words if word.isupper() and len(word) > 1}

    def __call__(self, words: str) -> str:
        """Return the name; one that is not all in capitals stays as it is."""
        if not words.isupper():
            return words
        return re.sub(r"[^\W_]+", self._word, words)

    def _word(self, found: re.Match[str]) -> str:
        word = found.group()
        if word in self._short or re.search(r"\d", word) or not re.search(r"[AEIOU]", word):
            return word
        small = word.casefold()
        return small if small in _SMALL and found.start() else small.capitalize()
