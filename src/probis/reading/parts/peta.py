"""What a decree says of its maps: kinds, definitions, announcements of pictures, and pictures that are there.

"jenis peta" is a kind in a list under a diktum, an article or a sentence. "definisi" is the whole sentence, `catatan`
the word it defines. "pengumuman" is the sentence that announces something, `catatan` what follows it: "gambar",
"tabel", "daftar" (also titles of maps with their codes), or "tanpa gambar" where none of these stands before the next
part. "gambar" is a picture or drawing in the file, `catatan` the words of its caption, above or below it, or the code
and name, or heading, it stands under. A caption is "teks", `nomor` what it counts ("Gambar 2").
"""

import re
from collections.abc import Iterator, Sequence

from probis.model import Kutipan
from probis.reading.annex import MAPS, is_heading, titled
from probis.reading.blocks import Block, Label
from probis.reading.codes import Codes, codes
from probis.reading.document import Kind
from probis.reading.makna import Makna
from probis.reading.parts._cascade import LONGEST, stripped
from probis.reading.parts._quote import quote
from probis.reading.parts._sentences import sentences
from probis.reading.sections import Bagian, Section

_MAP_KINDS = (
    r"peta\s+(?:sub\s*-?\s*proses|lintas\s+(?:fungsi|unit)|relasi|hubungan|proses(?:\s+bisnis)?)"
    r"(?:\s+(?:utama|pendukung|lainnya|level\s+\d|organisasi|bisnis))?"
)
_KIND = re.compile(
    rf"(?P<kind>{_MAP_KINDS}|peta\s+[\w-]+(?:\s+(?!yang\b|ditulis\b|dituangkan\b|digambarkan\b|disajikan\b|untuk\b|dengan\b"
    r"|dan\b|sebagaimana\b|dalam\b|pada\b)[\w-]+){0,4})"
    r"(?:\s*\([^()]{1,60}\))?(?:\s*[;.,:]|\s*$|\s+(?:yang|ditulis|dituangkan|digambarkan|disajikan|untuk|dengan|dan|sebagaimana|dalam"
    r"|pada)\b)",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"(?:meliputi|terdiri\s+(?:atas|dari)|mencakup|memuat|berupa|yaitu|yakni|adalah|ialah|sebagai\s+berikut"
    r"|ditetapkan(?=\s*:))\s*(?:jenis\s+)?:?\s*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_APART = re.compile(r"\s*(?:[,;]|\bdan/atau\b|\bdan\b|\bserta\b|\batau\b)\s*", re.IGNORECASE)
_DEFINITION = re.compile(
    r"(?P<term>[A-Z][\w/-]*(?:\s+[\w/&-]+){0,9}?(?:\s*\([^()]{1,60}\))?)"
    r"(?:,?\s+(?:yang\s+)?(?:untuk\s+)?selanjutnya\s+(?:disebut|disingkat)[^.;]{0,120}?)?,?\s+(?:adalah|ialah|merupakan)\s+(?=\S)",
    re.DOTALL,
)
_NO_TERM = re.compile(
    r"\b(?:sebagaimana|berikut|tersebut|ini|itu|dimaksud|untuk|dalam\s+rangka|maka|bahwa|di\s+antaranya)\b"
    r"|\byang\s+(?:pertama|kedua|ketiga|keempat|kelima|terakhir)\b|^(?:visi|misi|tujuan|sasaran)\s",
    re.IGNORECASE,
)
_OWNED = re.compile(
    r"(?:pemilik|penanggung\s*-?\s*jawab|pengampu|pelaksana|koordinator)\s+(?:(?:dari|atas|untuk|bagi)\s+)?"
    r"(?:(?:peta\s+)?(?:sub\s*-?\s*)?proses\s+)?(?:bisnis\s+)?(?:dengan\s+kode\s+)?",
    re.IGNORECASE,
)
_GROUP = re.compile(r"(?:[\w-]+\s+)?proses\s+(?:utama|inti|pendukung|lainnya|manajemen|manajerial)\b", re.IGNORECASE)
_ANNOUNCES = re.compile(
    r"(?:di(?:gambarkan|sajikan|jabarkan|uraikan|tampilkan|tunjukkan|tuangkan)|tergambar|terlihat|dapat\s+dilihat|adalah|yaitu)\s+"
    r"(?:sebagai\s+berikut|(?:dalam|pada|dengan)\s+(?:gambar|bagan|diagram|skema|lampiran)|(?:di\s+)?bawah\s+ini)"
    r"|sebagai\s+berikut\s*[:.]?\s*$|sebagaimana\s+(?:gambar|bagan)\s+(?:berikut|di\s*bawah)|\bgambar\s+(?:berikut|di\s*bawah)",
    re.IGNORECASE,
)
_SHOWN = re.compile(r"\b(?:peta|gambar|bagan|diagram|proses|skema|struktur)\b", re.IGNORECASE)
_CAPTION = re.compile(
    r"(?P<number>(?:gambar|bagan|diagram|skema|grafik|tabel|foto)\s+(?:\d{1,3}|[IVX]{1,4}|[A-Z](?=[.\d]))(?:[.-]\d{1,3}){0,3})"
    r"(?:\s*[.:–—-]+\s*|\s+(?=[A-Z(]))(?P<words>[^;]{3,200})",
    re.IGNORECASE,
)


def read(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield kinds of map, definitions, announcements, captions and pictures; headings of maps as "judul"."""
    grammar = codes(block for section in sections for block in section.blocks)
    place = _Place()
    captions = _captions([block for section in sections for block in section.blocks])
    for number, section in enumerate(sections):
        after = [block for each in sections[number + 1 : number + 3] for block in each.blocks[:3]]
        yield from _kinds(section)
        for at, block in enumerate(section.blocks):
            place.pass_by(section, block, grammar)
            if block.kind in (Kind.PICTURE, Kind.DRAWING):
                named = captions.get((block.first, block.within)) or place.words
                yield quote(section, block, Makna.GAMBAR, block.text or "gambar", nomor="", catatan=named)
            elif (caption := _caption(block)) is not None:
                yield quote(section, block, Makna.TEKS, nomor=caption["number"], catatan="keterangan gambar atau tabel")
            elif block.kind is Kind.TEXT:
                follows = [*section.blocks[at + 1 : at + 4], *after]
                yield from _said(section, block, follows, grammar)


def _caption(block: Block) -> re.Match[str] | None:
    """The number and words of a caption; a sentence that only speaks of a picture is none."""
    found = _CAPTION.fullmatch(block.text.strip()) if block.kind is Kind.TEXT and not block.label else None
    if found is None or (found["words"][:1].islower() and not re.match(r"peta\b|bagan\b", found["words"])):
        return None
    return found


def _captions(blocks: Sequence[Block]) -> dict[tuple[int, int], str]:
    """The words of the caption of each picture that has one, by its place: it stands right below or above it."""
    made: dict[tuple[int, int], str] = {}
    for at, block in enumerate(blocks):
        caption = _caption(block)
        if caption is None or caption["number"].casefold().startswith("tabel"):
            continue
        near = [each for each in (at - 1, at + 1) if 0 <= each < len(blocks)]
        shown = [blocks[each] for each in near if blocks[each].kind in (Kind.PICTURE, Kind.DRAWING)]
        free = next((each for each in shown if (each.first, each.within) not in made), None)
        if free is not None:
            made[free.first, free.within] = caption["words"].strip(" .")
    return made


class _Place:
    """The last heading or coded name that the reading went by."""

    words = ""

    def pass_by(self, section: Section, block: Block, grammar: Codes) -> None:
        """Take in a block."""
        if block.kind is not Kind.TEXT or section.bagian in (Bagian.PENUTUP, Bagian.TEMBUSAN):
            return
        coded = grammar.at(block.text)
        if coded is not None and len(block.text.split()) <= 30:
            self.words = f"{coded.code} {coded.rest}".strip()
        elif is_heading(block):
            self.words = block.text.strip(" :")


def _kinds(section: Section) -> Iterator[Kutipan]:
    """The kinds of map in a list or a sentence, once a place."""
    lead: Block | None = None
    style: Label | None = None  # of the marks of the list under way
    for block in section.blocks:
        if block.kind is not Kind.TEXT:
            continue
        told = _TELLS.search(block.text)
        if told is not None and re.search(r"\bpeta\b", block.text[: told.start()], re.IGNORECASE):
            rest = told.group("rest").strip()
            lead, style = (block if not rest else None), None
            found = [each for part in _APART.split(rest.split(". ")[0]) if (each := _KIND.match(part)) is not None]
            if len(found) > 1:
                for urut, each in enumerate(found, 1):
                    kind = " ".join(each.group("kind").split())
                    yield quote(section, block, Makna.JENIS_PETA, kind, nomor="", urut=urut)
            continue
        if block.text.rstrip().endswith(":") and re.search(r"\bpeta\b", block.text, re.IGNORECASE):
            lead, style = block, None  # what it leads in to are kinds where they are worded as maps
            continue
        item = _KIND.match(block.text.strip())
        if lead is not None and item is not None and block.label and style in (None, block.counts):
            style = block.counts
            number = "" if block.counts is Label.MARK else None
            yield quote(section, block, Makna.JENIS_PETA, stripped(item.group("kind")), nomor=number)
        elif lead is not None and not (block.label and len(block.text.split()) < 12):
            lead = None


def _said(section: Section, block: Block, follows: Sequence[Block], grammar: Codes) -> Iterator[Kutipan]:
    text = block.text[:LONGEST].strip()
    maps = section.bagian in MAPS
    if maps or section.tells in (Bagian.BATANG_TUBUH, Bagian.LAIN):
        definitions, others = 0, list(sentences(text))
        for sentence in sentences(text):
            found = _DEFINITION.match(sentence)
            if found is None or _NO_TERM.search(found.group("term")) or _ANNOUNCES.search(found.group()):
                continue
            said = sentence[found.end() :]
            if re.match(r"sebagai\s+berikut", said, re.IGNORECASE) or _part(sentence, found):
                continue
            if _owns(said, grammar) or (_GROUP.match(found.group("term")) and grammar.beside(said) is not None):
                continue
            definitions += 1
            others.remove(sentence)
            yield quote(
                section,
                block,
                Makna.DEFINISI,
                sentence,
                nomor=None if definitions == 1 and block.counts is Label.NUMBER else "",
                catatan=found.group("term"),
                urut=0 if definitions == 1 else definitions,
            )
        if maps and definitions:  # what else is said of the map that is defined
            for urut, sentence in enumerate((each for each in others if not _ANNOUNCES.search(each)), 1):
                yield quote(section, block, Makna.TEKS, sentence, nomor="", urut=urut)
    if section.bagian in (*MAPS, Bagian.STRUKTUR, Bagian.LAIN, Bagian.BATANG_TUBUH, Bagian.PENJELASAN, Bagian.SOP):
        last = next(reversed(list(sentences(text))), "")
        if len(text.split()) > 3 and _ANNOUNCES.search(last) and _SHOWN.search(last):
            yield quote(section, block, Makna.PENGUMUMAN, last, nomor="", catatan=_after(section, follows, grammar))
    if maps and is_heading(block) and titled(block) is not None and grammar.at(text) is None:
        yield quote(section, block, Makna.JUDUL)


def _owns(said: str, grammar: Codes) -> bool:
    """Whether a predicate names the process that somebody owns: "… adalah pemilik proses PU.1"."""
    owned = _OWNED.match(said)
    return owned is not None and grammar.at(said[owned.end() :]) is not None


def _part(sentence: str, found: re.Match[str]) -> bool:
    """Whether a sentence says what something belongs to or which one it is, not what the word means."""
    said = sentence[found.end() :]
    if found.group().rstrip().endswith("merupakan"):
        return (
            re.match(
                r"(?:salah\s+satu\s+)?(?:bagian\s+(?:dari|(?:yang\s+)?tidak|integral)|satu\s+kesatuan|dasar|bahan|unsur)\b",
                said,
                re.IGNORECASE,
            )
            is not None
        )
    return _GROUP.match(found.group("term")) is not None and not said[:1].islower()


def _after(section: Section, follows: Sequence[Block], grammar: Codes) -> str:
    for block in follows:
        if block.kind in (Kind.PICTURE, Kind.DRAWING):
            return "gambar"
        if block.kind is Kind.ROW:
            return "tabel"
        if grammar.at(block.text) is not None or (block.label and not is_heading(block)):
            return "daftar"
        if is_heading(block) and not re.match(r"gambar|bagan|diagram", block.text, re.IGNORECASE):
            again = titled(block)
            if again is not section.bagian or block.label:
                break
    return "tanpa gambar"
