"""A sentence of an explanation to the flows and relations it tells: from where, to where, of what."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from probis.reading.blocks import Block
from probis.reading.codes import lone
from probis.reading.makna import Makna
from probis.reading.names import folded
from probis.reading.parts._cascade import LONGEST, stripped
from probis.reading.parts._parties import starts_party


class Role(StrEnum):
    """What the words before and after a verb are."""

    BASIS = "dasar"  # before: product or process; after: process
    INFLUENCE = "pengaruh"
    PART = "bagian_dari"
    CONTROL = "pengendalian"  # after: who controls; before, where the verb is active
    COORDINATION = "koordinasi"
    MATERIAL = "bahan"  # before: product; after: process
    MAKES = "menghasilkan"  # after: product
    NEEDS = "membutuhkan"  # after: product, its receiver before
    GIVES = "menyampaikan"  # before: product; after: party
    COMES = "berasal"  # before: product; after: who gives it
    UPON = "dilaksanakan"  # after: the product that the process before works on


@dataclass(frozen=True, slots=True)
class Relation:
    """What a clause tells: `kind` is a relation's, empty for a flow; `verb` as printed; ends and product as printed."""

    kind: str
    verb: str
    text: str
    sources: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    product: str = ""
    codes: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())  # of the sources and the targets, where known


_TO = r"(?:\s+(?:bagi|untuk|dalam|terhadap|pada|dari|atas))?"
_VERBS: tuple[tuple[Role, str], ...] = (
    (
        Role.PART,
        r"(?:merupakan|adalah|menjadi)\s+(?:salah\s+satu\s+)?bagian\s+(?:dari|integral\s+dari|dalam)|termasuk\s+dalam",
    ),
    (
        Role.BASIS,
        r"(?:(?:menjadi|sebagai|merupakan|dijadikan|digunakan\s+sebagai)\s+){1,3}(?:dasar|landasan|acuan|pedoman|rujukan)"
        rf"(?:\s+(?:hukum|utama))?{_TO}|mendasari|ditindaklanjuti\s+(?:dengan|melalui|oleh|dalam)"
        r"|dilanjutkan\s+(?:dengan|ke|pada)",
    ),
    (
        Role.MATERIAL,
        r"(?:(?:menjadi|sebagai|merupakan|dijadikan|digunakan\s+sebagai)\s+){1,3}(?:bahan|masukan|input|data)"
        rf"(?:\s+(?:dasar|masukan|pertimbangan|utama|baku))?{_TO}|(?:di(?:guna|manfaat)kan)\s+(?:untuk|oleh|dalam|pada|bagi)",
    ),
    (
        Role.INFLUENCE,
        r"mem?pengaruhi|berpengaruh\s+(?:pada|terhadap)|berdampak\s+(?:pada|terhadap)|mendukung|menunjang|mendorong",
    ),
    (
        Role.CONTROL,
        r"(?:berada\s+)?(?:di\s?)?(?:dalam|bawah)\s+(?:pembinaan|pengawasan|pengendalian)"
        r"(?:\s*(?:,|dan|serta)\s*(?:pembinaan|pengawasan|pengendalian))*(?:\s+(?:oleh|dari))?"
        r"|di(?:awasi|kendalikan|bina|supervisi|evaluasi|pantau|periksa|audit)\s+oleh"
        r"|me(?:ngendalikan|ngawasi|ngevaluasi|nyupervisi|mantau|mbina|mbawahi|nilai|meriksa|ngaudit|reviu|ngarahkan|ngoordinasikan)"
        r"(?:\s+(?:pelaksanaan|penyelenggaraan|kinerja|mutu))?",
    ),
    (
        Role.COORDINATION,
        r"(?:(?:di|ber)koordinasi(?:kan)?|(?:secara\s+)?terkoordinasi)\s+(?:dengan|bersama|kepada)|bekerja\s*sama\s+dengan|bersinergi\s+dengan"
        r"|dikonsultasikan\s+(?:dengan|kepada|ke)|di(?:laksana|selenggara|laku|kerja)kan\s+bersama(?:\s?-?\s?sama)?(?:\s+dengan)?"
        r"|(?:sejalan|seiring|beriringan|bersamaan|serentak|selaras|terpadu|terintegrasi)\s+dengan"
        r"|terkait(?:\s+(?:erat|langsung))?\s+dengan|(?:saling\s+)?ber(?:kaitan|hubungan)(?:\s+(?:erat|langsung))?\s+dengan"
        r"|(?:memiliki|mempunyai)\s+(?:keterkaitan|hubungan|kaitan)(?:\s+(?:erat|langsung|kerja))?\s+dengan",
    ),
    (
        Role.GIVES,
        r"di(?:sampaikan|laporkan|serahkan|kirim(?:kan)?|teruskan|ajukan|berikan|usulkan)\s+(?:kepada|ke|pada)",
    ),
    (Role.MAKES, r"menghasilkan|memproduksi|menerbitkan"),
    (Role.NEEDS, r"membutuhkan|memerlukan|menggunakan|menerima|mengacu\s+pada|berdasarkan|berpedoman\s+pada"),
    (Role.COMES, r"(?:berasal|diperoleh|bersumber|diterima)\s+dari"),
    (Role.UPON, r"dilaksanakan\s+(?:pada|terhadap|atas)"),
)
_VERB = re.compile("|".join(f"(?P<r{at}>\\b(?:{pattern})\\b)" for at, (_, pattern) in enumerate(_VERBS)), re.IGNORECASE)
_CUT = re.compile(r",\s+(?:dan|serta|sedangkan|sehingga|kemudian|selanjutnya)\s+|;\s*(?:dan\s+)?", re.IGNORECASE)
_ACTION = re.compile(
    r"(?:pe(?:ng|ny|m|n|r|l)?\w+an|evaluasi|monitoring|fasilitasi|koordinasi|verifikasi|sosialisasi|implementasi|asistensi"
    r"|supervisi|promosi|distribusi|rekrutmen|mutasi|survei|audit|reviu|standardisasi|inventarisasi)\b",
    re.IGNORECASE,
)
_THING = re.compile(
    r"(?:hasil|data|dokumen|laporan|pencapaian|capaian|rekomendasi|informasi|sarana|prasarana|peraturan|surat|anggaran"
    r"|rencana|pedoman|kebijakan|nilai|indeks|daftar|usulan|keputusan|standar|perjanjian)\b",
    re.IGNORECASE,
)
_RESULT = re.compile(r"(?:hasil|output|keluaran|produk)\s+(?:dari\s+|pelaksanaan\s+)?(?P<process>.+)", re.IGNORECASE)
OPENS = re.compile(
    r"^(?:\W|\b(?:dan|serta|sedangkan|kemudian|selanjutnya|lalu|setelah\s+itu|sementara(?:\s+itu)?|adapun|sebaliknya|selain\s+itu"
    r"|di\s?samping\s+itu|demikian\s+(?:juga|pula))\b)+",
    re.IGNORECASE,
)
"""Words that join a clause to the one before it."""
_LEFT = re.compile(
    r"(?:[\s,]+(?:yang|dan|serta|juga|akan|dapat|harus|wajib|telah|selalu|selanjutnya|kemudian|dengan|cara"
    r"|di(?:laksanakan|lakukan|selenggarakan|jalankan|kerjakan)"
    r"|(?:dalam|pada)\s+(?:pelaksanaan|penyelenggaraan|pengerjaan|penerapan|praktik|tahap|proses)nya))+$",
    re.IGNORECASE,
)
"""Words between a name and its verb that belong to neither: "dalam pelaksanaannya", "dilaksanakan dengan"."""
_BRACKETS = re.compile(r"\s*\([^()]{1,24}\)$")
_BOTH = re.compile(r"(?<=\))\s*,?\s+(?:dan|serta)\s+(?=\S[^()]*\([^()]{1,24}\)(?:\s|,|$))")
"""Between two names that both have a code in brackets after them."""
_AMONG = re.compile(
    r"(?:di\s)?antara\s+(?P<a>\S.{1,120}?)\s+(?:dan|dengan)\s+(?P<b>\S.{1,120}?)\s+(?P<verb>(?:terdapat|terjalin|ada|terjadi)"
    r"\s+(?:hubungan|keterkaitan|koordinasi|kerja\s*sama|sinergi))\b",
    re.IGNORECASE,
)
"""Two that have to do with one another: "Antara X dan Y terdapat hubungan koordinasi"."""
_ROLE = tuple(role for role, _ in _VERBS)
_FLOWS = (Role.MATERIAL, Role.MAKES, Role.NEEDS, Role.GIVES, Role.COMES, Role.UPON)


def is_thing(text: str) -> bool:
    """Whether words name something that flows (a document, data, a result) and not work that is done."""
    if _THING.match(text):
        return True
    return not _ACTION.match(text) and (text.isupper() and len(text.split()) < 4)


def before_verb(text: str) -> str:
    """Return the words before the first verb that tells a relation, the whole text where there is none."""
    found = _VERB.search(text[:LONGEST])
    return text[: found.start()].strip(" ,") if found is not None and found.start() > 1 else text


def relations(sentence: str, names: Collection[str] = ()) -> Iterator[Relation]:
    """Yield what a sentence tells; `names` are folded names of processes, which are never cut apart."""
    text = sentence[:LONGEST].strip().rstrip(" ;.")
    among = _AMONG.match(text)
    if among is not None:
        yield Relation(Role.COORDINATION, among["verb"], text, (stripped(among["a"]),), (stripped(among["b"]),))
        return
    found = _verbs(text)
    begins, before, made = 0, "", False
    for at, verb in enumerate(found):
        until = found[at + 1].start() if at + 1 < len(found) else len(text)
        cut = next(iter(_CUT.finditer(text, verb.end(), until)), None) if at + 1 < len(found) else None
        end = cut.start() if cut is not None else until
        subject = text[begins : verb.start()].strip(" ,") or before
        subject = _LEFT.sub("", OPENS.sub("", subject))
        object_ = text[verb.end() : end].strip(" ,:")
        object_ = re.sub(r"\s+(?:yang|dan|serta|juga|akan|untuk|kemudian)$", "", object_)
        if subject and object_:
            role = _role(verb)
            thing = (made and subject == before) or (is_thing(subject) and not _known(subject, names))
            yield _relation(role, verb.group(), text[begins:end].strip(" ,"), subject, object_, names, thing)
            made = role is Role.MAKES
        before = object_
        begins = cut.end() if cut is not None else end


def _verbs(text: str) -> list[re.Match[str]]:
    """Return the verbs of a sentence; "dalam pembinaan" after another verb of the same clause says only what for."""
    made: list[re.Match[str]] = []
    for each in _VERB.finditer(text):
        aside = each.group().casefold().startswith("dalam ") and made and "," not in text[made[-1].end() : each.start()]
        if each.start() > 1 and not (aside and _role(each) is Role.CONTROL):
            made.append(each)
    return made


def _role(verb: re.Match[str]) -> Role:
    return _ROLE[int((verb.lastgroup or "r0")[1:])]


def _relation(
    role: Role, verb: str, text: str, subject: str, object_: str, names: Collection[str], thing: bool
) -> Relation:
    before, after = enumerated(subject, names), enumerated(object_, names)
    verb = " ".join(verb.split())
    if role in _FLOWS or (thing and role in (Role.BASIS, Role.INFLUENCE)):
        return _flow(role, verb, text, (subject, before), (object_, after), thing, names)
    if role is Role.CONTROL and not verb.casefold().startswith("me"):
        return Relation(role, verb, text, after, before)
    return Relation(role, verb, text, before, after)


def _flow(
    role: Role,
    verb: str,
    text: str,
    subject: tuple[str, tuple[str, ...]],
    object_: tuple[str, tuple[str, ...]],
    thing: bool,
    names: Collection[str],
) -> Relation:
    if role is Role.MAKES:
        return Relation("", verb, text, subject[1], (), stripped(object_[0]))
    if role is Role.NEEDS:
        product, _, giver = object_[0].partition(" dari ")
        return Relation("", verb, text, (stripped(giver),) if giver else (), subject[1], stripped(product))
    if role is Role.GIVES and not thing and not _ACTION.match(subject[0]) and not _known(subject[0], names):
        return Relation("", verb, text, (), object_[1], stripped(subject[0]))
    if role is Role.COMES:
        return Relation("", verb, text, object_[1], (), stripped(subject[0]))
    if role is Role.UPON:
        return Relation("", verb, text, (), subject[1], stripped(object_[0]))
    if thing:
        made = _RESULT.match(subject[0])
        sources = (stripped(made.group("process")),) if made is not None else ()
        return Relation("", verb, text, sources, object_[1], stripped(subject[0]))
    return Relation("", verb, text, subject[1], object_[1])


def enumerated(text: str, names: Collection[str] = ()) -> tuple[str, ...]:
    """Return the names told one after the other; a name that is known whole, or needs its "dan", stays whole."""
    text = stripped(text)
    if _known(text, names):
        return (text,)
    if len(listed := coded_apart(text)) > 1:
        return tuple(listed)
    parts = [part.strip() for part in re.split(r",\s*(?:dan\s+|serta\s+)?|;\s*", _BOTH.sub("; ", text)) if part.strip()]
    made: list[str] = []
    for part in parts:
        made += _two(part, names)
    return tuple(stripped(each) for each in made)


def _known(text: str, names: Collection[str]) -> bool:
    """Whether words are the name of a process, with or without its code in brackets after it."""
    return folded(text) in names or folded(_BRACKETS.sub("", text)) in names


def coded_apart(text: str) -> list[str]:
    """Return codes, or codes and bodies, that are told one after the other; the text alone where it is no such list."""
    parts = [part for part in re.split(r"\s*,\s*(?:dan\s+|serta\s+)?|\s+(?:dan|serta)\s+", text) if part]
    listed = any(map(lone, parts)) and all(lone(part) or starts_party(part) for part in parts)
    return parts if listed else [text]


def both(text: str) -> list[str]:
    """Return names one by one where each has its code in brackets after it."""
    return _BOTH.split(text)


def _two(part: str, names: Collection[str]) -> list[str]:
    if _known(part, names):
        return [part]
    for found in re.finditer(r"\s+(?:dan|serta)\s+", part):
        left, right = part[: found.start()], part[found.end() :]
        known = _known(left, names) and _known(right, names)
        if starts_party(right) and starts_party(left):
            return [left, *_two(right, names)]
        if known or (len(left.split()) > 1 and _ACTION.match(right) and right[:1].isupper() and _ACTION.match(left)):
            return [left, *_two(right, names)]
    return [part]


_ENDS: tuple[tuple[Makna, re.Pattern[str]], ...] = tuple(
    (what, re.compile(pattern, re.IGNORECASE))
    for what, pattern in (
        (Makna.DARI, r"(?:unit\s+|pihak\s+|proses\s+)?(?:pemberi|pengirim|asal|sumber|dari|penyerah)\b"),
        (Makna.KE, r"(?:unit\s+|pihak\s+|proses\s+)?(?:penerima|tujuan|kepada|ke)\b"),
        (
            Makna.PRODUK,
            r"(?:yang\s+di\w+|(?:bentuk|jenis|isi|uraian)?\s*(?:informasi|dokumen|data|produk|keluaran|hasil|objek|materi|barang|aliran))\b",
        ),
    )
)


def flow_columns(block: Block) -> dict[Makna, int]:
    """Return the columns of giver, receiver and thing, by a row that is the head of a table of flows."""
    found: dict[Makna, int] = {}
    for cell in block.cells:
        text = " ".join(cell.text.split())
        what = next((what for what, pattern in _ENDS if pattern.match(text) and len(text.split()) < 5), None)
        if what is not None:
            found.setdefault(what, cell.column)
    return found if Makna.DARI in found and Makna.KE in found else {}
