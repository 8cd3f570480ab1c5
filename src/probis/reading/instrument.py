"""Blocks to the part of the instrument each stands in, copies of it told apart; the annex's own text stays open."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from probis.reading.bagian import Bagian
from probis.reading.blocks import Block, Label
from probis.reading.document import Kind


@dataclass(frozen=True, slots=True)
class Place:
    """The part of a block, None in the annex's own text; `copy` counts the times the document began anew before it."""

    bagian: Bagian | None
    copy: int = 0


OFFICE = re.compile(
    r"(?:a\.?\s?n\.?\s+|(?:plt|plh|pj|pjs|ub|u\.b)\b\.?\s+)?"
    r"(?:GUBERNUR|BUPATI|WALI\s?KOTA|MENTERI|PRESIDEN|KEPALA|SEKRETARIS|DIREKTUR|DIREKSI|KETUA|REKTOR|INSPEKTUR"
    r"|JAKSA AGUNG|PANGLIMA|LURAH|CAMAT|DEKAN|PENJABAT|PELAKSANA|WAKIL|DEPUTI|ASISTEN|PIMPINAN|ARSIPARIS)\b",
    re.IGNORECASE,
)
"""How the office of a signatory begins, with the words that say it is held for another."""

SIGNED = re.compile(
    r"\(?\s*(?:t\.?t\.?d\.?(?:\s*/\s*cap)?|d\.?t\.?o\.?|cap\b.*|tanda tangan)\s*\)?\.?$|meterai", re.IGNORECASE
)
RANK = re.compile(
    r"(?:pembina|penata|pengatur|pangkat|juru|golongan|brigjen|kolonel)\b|(?:nip|nrp|nidn|nik)\b", re.IGNORECASE
)
"""How a line under a signatory's name begins: the rank, or the number of an official."""
DATED = re.compile(
    r"(?P<place>[A-Z][\w'.-]*(?: [A-Z][\w'.-]*){0,4}),\s*(?:tanggal\s+)?"
    r"(?P<day>\d{1,2}\s+[A-Z][a-z]{2,8}\s+(?:19|20)\d\d)"
)
"""Place and day on one line: "Kupang, 5 Mei 2022"."""
INSTRUMENT = re.compile(
    r"(?:salinan\s+)?(?:rancangan\s+)?(?:(?:surat\s+)?keputusan|peraturan|instruksi|surat\s+edaran)\s+(?:bersama\s+)?"
    r"(?:gubernur|bupati|wali\s?kota|menteri|presiden|kepala|sekretaris|direktur|direksi|ketua|rektor|dekan|inspektur|daerah|badan"
    r"|pimpinan|majelis|panglima|kapolri|mahkamah|ombudsman|direktorat|sekda|lembaga|dewan|komisi|jaksa|pemerintah|arsip|otoritas|camat|lurah|desa|bersama)\b",
    re.IGNORECASE,
)
"""How the name of an instrument begins: its kind and who makes it."""

_OPENINGS: tuple[tuple[Bagian, re.Pattern[str]], ...] = tuple(
    (bagian, re.compile(pattern, re.IGNORECASE))
    for bagian, pattern in (
        (Bagian.MENIMBANG, r"m\s?en(?:im|irn)bang\s*(?:[:;?]|$|(?:[a-z][.)]\s*)?bahwa\b)"),
        (
            Bagian.MENGINGAT,
            r"m\s?engingat\s*(?:[:;?]|$|(?:\d[.)]\s*)?(?:undang|pasal|peraturan|keputusan|ketetapan)\b|1\s?[.)]\s)"
            r"|dasar\s*:\s*(?:$|(?:1[.)]\s?)?(?:undang|pasal|peraturan|keputusan|instruksi)\b)",
        ),
        (Bagian.MEMPERHATIKAN, r"(?:memperhatikan|membaca|mendengar)\s*(?:[:;?]|$)"),
        (Bagian.DIKTUM, r"m\s?e\s?m\s?u\s?t\s?u\s?s\s?k\s?a\s?n\s*(?:[:;]|$)|menetapkan\s*(?:[:;]|$)"),
        (
            Bagian.PENUTUP,
            r"(?:ditetapkan|dikeluarkan|diundangkan)\s*(?:di\b|pada\b|:)|agar\s+(?:supaya\s+)?setiap\s+orang",
        ),
        (
            Bagian.TEMBUSAN,
            r"(?:t\s?e\s?m\s?b\s?u\s?s\s?a\s?n|tindasan)\s*(?:[:;,.]|$|ini\b|disampaikan|kepada|keputusan|dikirim|yth)|"
            r"(?:salinan|petikan)\s.{0,80}\bdisampaikan\b",
        ),
        (
            Bagian.KEPALA_LAMPIRAN,
            r"(?:salinan\s+)?lampiran\b(?!\s+(?:keputusan|peraturan)\s+ini)\s*(?:[IVXL]+\b|\d{1,2}\b)?\s*"
            r"(?:[:.]|$|keputusan|peraturan|instruksi|surat)",
        ),
    )
)
_ORDER = (Bagian.KEPALA, Bagian.MENIMBANG, Bagian.MENGINGAT, Bagian.MEMPERHATIKAN, Bagian.DIKTUM)
_BODY = (Bagian.MENIMBANG, Bagian.MENGINGAT, Bagian.MEMPERHATIKAN, Bagian.DIKTUM)
_HEAD_LINE = re.compile(
    r"(?:salinan\s+)?(?:lampiran|keputusan|peraturan|instruksi|surat|nomor|no\.|tanggal|tgl|tentang|tahun|judul)\b",
    re.IGNORECASE,
)
_NO_NAME = re.compile(
    r"(?:provinsi|propinsi|kabupaten|kota|kecamatan|republik|pemerintah|kementerian|dinas|badan|salinan|paraf|mengetahui|bab|selaku)\b",
    re.IGNORECASE,
)
_OFFICE_GOES_ON = re.compile(
    r"(?:dan|serta|pada|di|untuk|bidang|urusan|sekretariat|umum|daerah|nasional)\b|" + _NO_NAME.pattern, re.IGNORECASE
)
_TITLE_GOES_ON = re.compile(
    r"(?:dinas|badan|biro|sekretariat|inspektorat|kecamatan|kelurahan|kabupaten|kota|provinsi|tahun|kementerian|lembaga"
    r"|di lingkungan|pada|pemerintah|unit|rumah sakit|puskesmas|kantor|satuan)\b",
    re.IGNORECASE,
)
_CITES = re.compile(
    r"(?:pasal\s+\d[\w\s,()]{0,60}?\s)?(?:undang\W{0,3}undang|peraturan\s+(?:pemerintah|presiden|daerah|menteri|gubernur"
    r"|bupati|wali\s?kota)|keputusan\s+(?:presiden|menteri))\b",
    re.IGNORECASE,
)
_LAW = re.compile(r"undang\W{0,3}undang\s+(?:republik\s+indonesia\s+)?nomor\s+\d+\s+tahun\b", re.IGNORECASE)
_WITHIN = 15  # how many blocks ahead an opening may stand for what precedes it to belong to the same page


def _is_field(text: str) -> bool:
    """Whether a text is "Dasar :", which heads the legal bases of an instrument but also those of a SOP."""
    return text[:5].casefold() == "dasar"


def opening_text(text: str) -> Bagian | None:
    """Return the part of the instrument that the first words of a line open."""
    return next((each for each, pattern in _OPENINGS if pattern.match(text.lstrip("-* "))), None)


def opening(block: Block) -> Bagian | None:
    """Return the part of the instrument that a block opens by its first words."""
    if len(block.text) > 400 and not _OPENINGS[0][1].match(block.text) and not _OPENINGS[1][1].match(block.text):
        return None
    if block.counts is Label.DIKTUM:
        return Bagian.DIKTUM
    return next((each for each, pattern in _OPENINGS if pattern.match(block.text)), None)


def is_name(text: str) -> bool:
    """Whether a text can be a person's name as it stands under a signature."""
    words = re.sub(r"[\s,.()]+", " ", text).split()
    if not 1 <= len(words) <= 10 or len(text) > 80 or re.search(r"\d|[:;/|]", text) or max(map(len, words)) < 3:
        return False
    if (
        OFFICE.match(text)
        or _HEAD_LINE.match(text)
        or _NO_NAME.match(text)
        or opening(Block(text, 0, 0))
        or SIGNED.match(text)
    ):
        return False
    return text.isupper() or all(word[0].isupper() for word in words if len(word) > 3)


@dataclass(slots=True)
class _Walk:
    """Where the walk through the blocks stands."""

    bagian: Bagian | None
    copy: int = 0
    closed: bool = False  # the instrument or its annex was signed
    annexed: bool = False  # a head of an annex was seen
    reminded: bool = False  # "Mengingat" was seen
    subject: frozenset[str] = frozenset()
    office: str = ""
    seen: set[Bagian | None] = field(default_factory=set)
    earlier: dict[str, Bagian | None] = field(default_factory=dict)


def placed(blocks: Sequence[Block], titled: Callable[[Block], bool]) -> tuple[Place, ...]:
    """Return the place of each block; `titled` says which headings open a part of an annex."""
    has_instrument = any(opening(block) in _BODY and not _is_field(block.text) for block in blocks)
    subject, office = _head(blocks)
    walk = _Walk(Bagian.KEPALA if has_instrument else None, subject=subject, office=office)
    places: list[Place] = []
    for at, block in enumerate(blocks):
        if block.passage and walk.bagian in (Bagian.DIKTUM, Bagian.BATANG_TUBUH):
            places.append(Place(None, walk.copy))
            continue
        walk.bagian = _next(walk, blocks, at, titled, places)
        places.append(Place(walk.bagian, walk.copy))
        walk.earlier.setdefault(_key(block), walk.bagian)
        walk.seen.add(walk.bagian)
    return tuple(places)


def _next(
    walk: _Walk, blocks: Sequence[Block], at: int, titled: Callable[[Block], bool], places: list[Place]
) -> Bagian | None:
    block, now = blocks[at], walk.bagian
    opened = _opened(walk, blocks, at)
    if opened is not None:
        return _entered(walk, blocks, at, opened, places)
    if walk.closed and (again := _again(walk, blocks, at)) is not None:
        return again.bagian
    if block.counts in (Label.CHAPTER, Label.ARTICLE) and now in (*_BODY, Bagian.BATANG_TUBUH):
        return Bagian.BATANG_TUBUH
    if now is Bagian.KEPALA_LAMPIRAN:
        return now if _heads_annex(walk, blocks, at, titled) else None
    if (now is None or walk.closed) and _is_signature(walk, blocks, at):
        walk.closed = True
        return Bagian.PENUTUP
    if now in (Bagian.MENIMBANG, Bagian.MENGINGAT):
        return _ordered(walk, block, now)
    if now in (Bagian.PENUTUP, Bagian.TEMBUSAN):
        return now if _goes_on(walk, blocks, at, titled) else None
    return now


def _opened(walk: _Walk, blocks: Sequence[Block], at: int) -> Bagian | None:
    """Return the part that a block opens where the walk stands: the same words may open none there."""
    block, now, opened = blocks[at], walk.bagian, opening(blocks[at])
    dictum = block.counts is Label.DIKTUM
    if opened is Bagian.KEPALA_LAMPIRAN and not _is_annex_head(walk, blocks, at):
        opened = None
    if now is None and (opened in (Bagian.TEMBUSAN, Bagian.MEMPERHATIKAN) or (opened is Bagian.DIKTUM and dictum)):
        return None
    if opened is Bagian.MENGINGAT and now not in (Bagian.KEPALA, Bagian.MENIMBANG) and _is_field(block.text):
        return None
    if opened is Bagian.DIKTUM and now is Bagian.BATANG_TUBUH and not dictum and not walk.closed:
        return now  # an article that sets something
    if opened is Bagian.PENUTUP and now in (Bagian.KEPALA, Bagian.MENIMBANG):
        return now  # a day or an order told in a consideration
    if opened is None and now in (Bagian.DIKTUM, Bagian.BATANG_TUBUH) and _dated(blocks, at):
        return Bagian.PENUTUP
    return opened


def _entered(walk: _Walk, blocks: Sequence[Block], at: int, opened: Bagian, places: list[Place]) -> Bagian:
    """Return the part that was opened, with what that means for the walk kept in it."""
    if opened in _BODY and (walk.bagian is None or walk.closed):
        if opened in walk.seen:
            _begin_copy(walk, blocks, at, places)
    elif opened is Bagian.PENUTUP:
        walk.closed = True
    elif opened is Bagian.KEPALA_LAMPIRAN:
        if not walk.annexed:  # pages out of their order, not another copy: it has no annex yet
            walk.copy = 0
        walk.annexed, walk.closed = True, False
    else:
        walk.reminded = walk.reminded or opened is Bagian.MENGINGAT
    return opened


def _ordered(walk: _Walk, block: Block, now: Bagian) -> Bagian:
    """Return where an item of the preamble belongs: a copy may put both heads before the items of both."""
    if now is Bagian.MENGINGAT:
        return Bagian.MENIMBANG if block.text[:5].casefold() == "bahwa" else now
    cites = _CITES.match(block.text) is not None and block.counts in (Label.NUMBER, None)
    surely = walk.reminded or bool(block.label) or _LAW.match(block.text) is not None
    return Bagian.MENGINGAT if cites and surely else now


def _key(block: Block) -> str:
    return re.sub(r"\W+", " ", block.text.casefold()).strip()


def _head(blocks: Sequence[Block]) -> tuple[frozenset[str], str]:
    """Return the words of the subject and the office, as the head of the instrument has them."""
    subject: frozenset[str] = frozenset()
    office = ""
    for at, block in enumerate(blocks[:40]):
        if opening(block) in _BODY:
            break
        if block.text.strip(" :").casefold() == "tentang" and at + 1 < len(blocks) and not subject:
            subject = frozenset(_key(blocks[at + 1]).split())
        if OFFICE.match(block.text) and block.text.isupper():
            office = block.text.rstrip(" ,")
    return subject, office


def _is_annex_head(walk: _Walk, blocks: Sequence[Block], at: int) -> bool:
    """Whether "Lampiran …" is the head of one, not a word in a list: it names the instrument, or its lines follow."""
    text = blocks[at].text
    if len(text) > 300 or text.rstrip().endswith((";", ".")):
        return False
    if re.search(r"\b(?:keputusan|peraturan|instruksi)\b", text, re.IGNORECASE):
        return True
    ahead = [blocks[each].text for each in range(at + 1, min(at + 4, len(blocks)))]
    if any(re.match(r"(?:keputusan|peraturan|instruksi|nomor|tentang)\b", each, re.IGNORECASE) for each in ahead):
        return True
    return text.isupper() and (walk.closed or at == 0)


def _heads_annex(walk: _Walk, blocks: Sequence[Block], at: int, titled: Callable[[Block], bool]) -> bool:
    """Whether a block still belongs to the head of the annex: its lines, its subject, its title."""
    block, before = blocks[at], blocks[at - 1].text.strip(" :")
    if block.kind is not Kind.TEXT and block.kind is not Kind.ROW:
        return False
    if before.casefold() == "tentang" or (_HEAD_LINE.match(block.text) and not block.label):
        return True
    if block.label or len(block.text) > 300 or block.kind is Kind.ROW or not block.text.isupper():
        return False
    words = frozenset(_key(block).split())
    likeness = len(words & walk.subject) / max(1, len(words))
    if likeness >= 0.7 and len(words) > 2:
        return True
    if not _HEAD_LINE.match(before) and before.isupper() and not titled(blocks[at - 1]):
        return bool(_TITLE_GOES_ON.match(block.text))
    if _TITLE_GOES_ON.match(block.text):
        return True
    return "PROSES BISNIS" in block.text if titled(block) else bool(_HEAD_LINE.match(before))


def _dated(blocks: Sequence[Block], at: int) -> bool:
    """Whether place and day stand here as over a letter's signature, an office right below: "Kupang, 5 Mei 2022"."""
    text, label = blocks[at].text, blocks[at].label
    return not label and len(text) < 80 and DATED.fullmatch(text) is not None and _signs(blocks[at + 1 : at + 4])


def _signs(blocks: Sequence[Block]) -> bool:
    return any(OFFICE.match(each.text) and not each.label for each in blocks)


def _is_signature(walk: _Walk, blocks: Sequence[Block], at: int) -> bool:
    """Whether an office stands here with a name under it: that of the head, or one that ends like a signature.

    The office may go on in the next two lines, up to its comma; the name may stand in its own paragraph.
    """
    text = _bare(blocks[at].text)
    if not OFFICE.match(text) or len(text) > 120 or blocks[at].label:
        return False
    held, _, name = text.partition(",")
    if (
        walk.office
        and _key(Block(held, 0, 0)) == _key(Block(walk.office, 0, 0))
        and name.strip()
        and is_name(name.strip())
    ):
        return True
    whole = [_bare(each.text) for each in blocks[at : at + 5]]
    length = office_length(whole)
    text, first = " ".join(whole[:length]), at + length
    ahead = list(blocks[first : first + 3])
    signed = [bool(SIGNED.match(each.text)) for each in ahead]
    names = [is_name(_bare(each.text)) and each.kind is Kind.TEXT for each in ahead]
    if not any(names[:2]) and not (any(signed) and any(names)):
        return False
    same = _key(Block(text, 0, 0)) == _key(Block(walk.office, 0, 0)) != ""
    after = names.index(True) + 1
    last = len(ahead) == after or bool(re.match(r"NIP\b", ahead[after].text)) if after <= len(ahead) else False
    return same or any(signed) or (text.endswith(",") and last)


def office_length(lines: Sequence[str]) -> int:
    """Return of how many lines an office is, which the first begins: up to its comma, or as its words go on."""
    text = lines[0]
    if text.rstrip().endswith(","):
        return 1
    length = 1
    for at, line in enumerate(lines[1:5], 1):
        if SIGNED.match(line) or OFFICE.match(line) or RANK.match(line) or _capitals(line) != _capitals(text):
            break
        text = f"{text} {line}"
        if len(text) > 240 or opening_text(line) is not None:
            break
        if line.rstrip().endswith(","):
            return at + 1
        if length == at and _OFFICE_GOES_ON.match(line):
            length = at + 1
    return length


def _capitals(text: str) -> bool:
    """Whether a text is in capitals, but for the short words that say an office is held for another."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return bool(words) and all(word.isupper() for word in words)


def _bare(text: str) -> str:
    """A line without a stray sign before it."""
    return re.sub(r"^\S\s(?=\S{3})", "", text).rstrip()


def _goes_on(walk: _Walk, blocks: Sequence[Block], at: int, titled: Callable[[Block], bool]) -> bool:
    """Whether a block still belongs to the closing or the receivers before it."""
    block = blocks[at]
    if block.kind in (Kind.PICTURE, Kind.DRAWING):
        return not walk.annexed
    if walk.bagian is Bagian.TEMBUSAN:
        before = blocks[at - 1]
        if block.counts in (Label.NUMBER, Label.MARK, Label.LETTER, Label.CLAUSE):
            return block.count != 1 or not before.label or before.counts is not block.counts
        if block.kind is Kind.TEXT and before.label and before.text.rstrip().endswith("."):
            return False
    earlier = walk.earlier.get(_key(block), Bagian.KEPALA)
    if earlier is None and len(_key(block)) > 12:
        return False
    return not titled(block) and block.counts not in (Label.CHAPTER, Label.ROMAN, Label.DECIMAL)


def _begin_copy(walk: _Walk, blocks: Sequence[Block], at: int, places: list[Place]) -> None:
    """Begin a copy at an opening; what stands before it on the page and repeats the instrument belongs to it too."""
    walk.copy, walk.closed = walk.copy + 1, False
    back = at - 1
    while back >= 0 and places[back].bagian is None and walk.earlier.get(_key(blocks[back])) in _ORDER:
        places[back] = Place(walk.earlier[_key(blocks[back])], walk.copy)
        back -= 1


def _again(walk: _Walk, blocks: Sequence[Block], at: int) -> Place | None:
    """Return the part of a copy that begins at a block without an opening, after the document was signed."""
    block = blocks[at]
    known = walk.earlier.get(_key(block)) if len(_key(block)) > 24 else None
    if known is Bagian.KEPALA and not INSTRUMENT.match(block.text):
        return None
    part = known if known in _ORDER else _ahead(blocks, at)
    if part is None:
        return None
    walk.copy, walk.closed = walk.copy + 1, False
    return Place(part, walk.copy)


def _ahead(blocks: Sequence[Block], at: int) -> Bagian | None:
    """Return the part that precedes the opening that follows soon, where this block is that part's and no closing's."""
    block = blocks[at]
    if block.counts is None and not INSTRUMENT.match(block.text) and not block.text.startswith("bahwa"):
        return None
    for each in blocks[at + 1 : at + 1 + _WITHIN]:
        opened = opening(each)
        if opened in (Bagian.KEPALA_LAMPIRAN, Bagian.PENUTUP, Bagian.TEMBUSAN):
            return None
        if opened in _BODY:
            if block.text.startswith("bahwa"):
                return Bagian.MENIMBANG
            if INSTRUMENT.match(block.text) and not block.label:
                return Bagian.KEPALA
            before = _ORDER[max(0, _ORDER.index(opened) - 1)]
            return Bagian.MENGINGAT if before is Bagian.MEMPERHATIKAN else before
    return None
