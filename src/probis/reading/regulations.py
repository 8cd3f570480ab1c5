"""Text to the regulations that it names: kind, maker, number, year, subject, gazettes and amendments, as printed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from probis.law.peraturan import JenisPeraturan, Lembaran, Peraturan, sebutan, semua_peraturan, singkatan
from probis.law.tanggal import baca_tanggal


@dataclass(frozen=True, slots=True)
class Rujukan:
    """Rujukan (reference): a regulation named in a text, from character `awal` to `akhir` of it.

    `peraturan` holds what is printed and nothing else; its id is that of the national list where kind, maker, number
    and year agree. `perubahan` are the amendments that the text names with it, in its order; `dalam_judul` is True
    where it stands in the title of another.
    """

    peraturan: Peraturan
    awal: int
    akhir: int
    perubahan: tuple["Rujukan", ...] = ()
    dalam_judul: bool = False


_J = JenisPeraturan
_HEADS: tuple[tuple[str, JenisPeraturan, str], ...] = (
    # pattern of the opening words; kind; first word of the maker's name, where the opening holds it
    (r"undang\s*[-‐‑–—―]?\s*undang\s+dasar", _J.UUD, ""),
    (r"ketetapan(?=\s+(?:majelis|mpr))", _J.TAP_MPR, ""),
    (r"pe(?:ra)?turan\s+pe(?:m|rn)erintah\s+pengganti\s+undang\s*[-‐‑–—―]?\s*undang", _J.PERPPU, ""),
    (r"undang\s*[-‐‑–—―]?\s*undang(?!\s+dasar)", _J.UU, ""),
    (r"pe(?:ra)?turan\s+pe(?:m|rn)erintah(?!\s+(?:provinsi|kabupaten|kota|daerah|desa))", _J.PP, ""),
    (r"peraturan\s+presiden", _J.PERPRES, ""),
    (r"keputusan\s+presiden", _J.KEPPRES, ""),
    (r"instruksi\s+presiden", _J.INPRES, ""),
    (r"peraturan(?=\s+(?:bersama\s+)?menteri\b)", _J.PERMEN, ""),
    (r"peraturan\s+daerah(?:\s+(?:khusus|istimewa))?(?=\s+(?:provinsi|propinsi|istimewa))", _J.PERDA_PROVINSI, ""),
    (r"peraturan\s+daerah", _J.PERDA_KABKOTA, ""),
    (r"qanun(?=\s+(?:aceh|provinsi))", _J.PERDA_PROVINSI, ""),
    (r"qanun", _J.PERDA_KABKOTA, ""),
    (r"peraturan(?=\s+gubernur\b)", _J.PERGUB, ""),
    (r"peraturan(?=\s+(?:bupati|wali\s?kota)\b)", _J.PERKADA, ""),
    (r"peraturan\s+(?:kepala\s+)?desa", _J.PERDES, ""),
    (
        r"peraturan(?=\s+(?:kepala|badan|lembaga|komisi|arsip|otoritas|dewan|mahkamah|kejaksaan|kepolisian|jaksa"
        r"|panglima|sekretaris|sekretariat|ombudsman|bank|direktur|direksi|rektor|ketua|perpustakaan|pusat|kantor|kapolri)\b)",
        _J.PERLEMBAGA,
        "",
    ),
    (
        r"keputusan(?=\s+(?:bersama|menteri|gubernur|bupati|wali\s?kota|kepala|badan|lembaga|komisi|arsip|sekretaris"
        r"|direktur|direksi|rektor|ketua|inspektur|dewan|mahkamah|jaksa|camat|lurah|pimpinan)\b)",
        _J.KEPUTUSAN,
        "",
    ),
    (
        r"surat\s+edaran(?:\s+bersama)?|se(?=\s+(?:menteri|gubernur|bupati|wali\s?kota|sekda|kepala)\b)",
        _J.SURAT_EDARAN,
        "",
    ),
)
_SHORT: Mapping[str, tuple[JenisPeraturan, str]] = {
    "uu": (_J.UU, ""),
    "perppu": (_J.PERPPU, ""),
    "perpu": (_J.PERPPU, ""),
    "pp": (_J.PP, ""),
    "perpres": (_J.PERPRES, ""),
    "keppres": (_J.KEPPRES, ""),
    "inpres": (_J.INPRES, ""),
    "perda": (_J.PERDA_KABKOTA, ""),
    "perdaprov": (_J.PERDA_PROVINSI, ""),
    "pergub": (_J.PERGUB, ""),
    "perbup": (_J.PERKADA, "Bupati"),
    "perwal": (_J.PERKADA, "Wali Kota"),
    "perwali": (_J.PERKADA, "Wali Kota"),
    "perwako": (_J.PERKADA, "Wali Kota"),
    "perwalikota": (_J.PERKADA, "Wali Kota"),
    "permenpan": (_J.PERMEN, "Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"),
    "kepgub": (_J.KEPUTUSAN, "Gubernur"),
    "kepbup": (_J.KEPUTUSAN, "Bupati"),
}
_SHORT_HEAD = r"(?:uu|perpp?u|pp|perpres|keppres|inpres|perda(?:prov)?|pergub|perbup|perwal(?:i(?:kota)?)?|perwako" + (
    r"|kepgub|kepbup|(?:permen|kepmen|se\s?men)\s?(?!n[o0e]\w*\s*\d)[a-z]{2,16}(?:[-/ ]?(?:rb|bpn))?"
    r"|perka\s+[a-z]{2,12})"
)
_HEAD = re.compile(
    r"(?<![\w/-])(?<!sebagai )(?<!menjadi )(?:"
    + "|".join(f"(?P<k{number}>{pattern})" for number, (pattern, _, _) in enumerate(_HEADS))
    + rf"|(?P<short>{_SHORT_HEAD})(?=\s*(?:n[o0](?:m|rn)?[o0e]?r?\b|\d)"
    r"|(?:\s+[A-Z][\w.]{1,20}){1,5}\s+n(?:o|omor)\b))(?!\w)",
    re.IGNORECASE,
)
_DIGIT = r"[\dOolI]"
_NUMBER = re.compile(
    r"\s*(?:(?:n[o0](?:m|rn)[o0e]r|nom0r|no\.?|nr\.?)(?=[\s:.\d])\s*[:.]?\s*)(?:[PKI]M\.?\s(?=\d))?"
    r"(?P<number>[0-9A-Za-z][\w.\-]{0,40}(?:\s?/\s?[\w.\-]{1,40}){0,7})",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"\s*(?P<number>\d{1,4})(?=\s*(?:/|tahun))", re.IGNORECASE)
_YEAR = re.compile(
    rf"\s*[,‘’'`]?\s*(?:tahun|thn\.?|th\.)\s*(?P<year>[12lI]{_DIGIT}{{3}})(?!\d)|\s*/\s*(?P<slash>[12]\d{{3}})",
    re.IGNORECASE,
)
_DATED = re.compile(r"\s*,?\s*(?:tanggal|tgl\.?)\s+(?P<date>\d{1,2}\s+[A-Za-z]{3,9}\s+\d{4})", re.IGNORECASE)
_ABOUT = re.compile(r"\s*,?\s*[\"“]?\s*(?:t[ea]n?tan[gq]|tenlang|te ntang)\s*[:]?\s*", re.IGNORECASE)
_GAZETTE = re.compile(r"[(\[]?\s*(?:tambahan\s+)?(?:lembaran|berita)\s+(?:negara|daerah)\b", re.IGNORECASE)
_MADE_LAW = re.compile(r"\s*(?:sebagai|menjadi)\s+undang\W{0,3}undang\b(?!\s*nomor)", re.IGNORECASE)
"""An emergency law made a law: its own gazette stands in the midst of the title of the law that does so."""
_BECOMES = re.compile(r"\s+(?:sebagai|menjadi)\s+undang\W{0,3}undang\b", re.IGNORECASE)
_ENTRY = re.compile(
    r"(?P<more>tambahan\s+)?(?P<kind>lembaran|berita)\s+(?:negara|daerah)(?P<whose>[^,;()\n]{0,90}?)"
    rf"(?:\s+(?:tahun|thn\.?)\s*(?P<year>[12lI]{_DIGIT}{{3}}))?\s*,?\s+(?:n[o0](?:m|rn)[o0e]r|no\.?)\s*[:.]?\s*"
    r"(?P<number>[0-9lOo][\w./\-]{0,20})(?:\s+(?:tahun|thn\.?)\s*(?P<after>[12]\d{3}))?",
    re.IGNORECASE,
)
_AMENDED = re.compile(
    r"[\s,;]*(?:yang|sebagaimana|sebagimana|sebagai\s?mana)?\s*(?:yang\s+)?(?:telah|sudah)?\s*(?:beberapa\s+kali\s*,?\s*)?"
    r"(?:di\s?ubah|dirubah|mengalami\s+perubahan)\s*,?\s*(?:beberapa\s+kali\s*,?\s*)?(?:dan\s+)?(?:yang\s+)?"
    r"(?:terakhir(?:\s+kali)?(?:\s+di\s?ubah)?\s*,?\s*)?(?:(?:untuk\s+)?(?:kedua|ketiga)\s+kali(?:nya)?\s*,?\s*)?"
    r"(?:dengan|oleh|melalui|berdasarkan)\s+",
    re.IGNORECASE,
)
_AMENDED_AT = re.compile(
    r"\b(?:sebag(?:ai)?\s?i?mana\s+(?:telah\s+)?|telah\s+)(?:beberapa\s+kali\s+)?di\s?r?ubah", re.I
)
_ALSO = re.compile(r"[\s,]*(?:dan\s+)?(?:terakhir|kemudian|serta|juga)?\s*(?:dengan|oleh)\s+", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|dan|serta)\s+", re.IGNORECASE)
_PARTICLE = re.compile(
    r"dan|di|atas|tentang|pada|untuk|dalam|yang|bagi|dari|ke|dengan|serta|terhadap|menjadi|oleh|atau|antara?|kepada"
    r"|secara|dan/atau|sebagai|melalui|bukan|tidak|nomor|tahun",
    re.IGNORECASE,
)
_MOST = 2000  # characters that one citation may take


def named(text: str, *, whole: bool = False, provinsi: bool = False) -> tuple[Rujukan, ...]:
    """Return the regulations that a text names, in its order, those in titles and amendments of others among them.

    With `whole` a title runs on to the gazette, the amendment or the end of the sentence, as in Mengingat; without, it
    ends where prose goes on. `provinsi` says of which level a Peraturan Daerah is that does not name its region.
    """
    found: list[Rujukan] = []
    at = 0
    while (head := _HEAD.search(text, at)) is not None:
        one = _reference(text, head, whole=whole, provinsi=provinsi)
        if one is None:
            at = head.end()
            continue
        found += _spread(one, text, provinsi=provinsi)
        at = max(one.perubahan[-1].akhir if one.perubahan else one.akhir, head.end())
    return tuple(found)


def cited(text: str, *, provinsi: bool = False) -> Rujukan | None:
    """Return the regulation that a legal basis cites, or None where it cites none."""
    return next(iter(named(text, whole=True, provinsi=provinsi)), None)


def known(peraturan: Peraturan) -> Peraturan | None:
    """Return the regulation of the national list that has the same kind, maker, number and year, or None."""
    return _national().get(_key(peraturan))


@cache
def _national() -> Mapping[tuple[str, str, str, int | None], Peraturan]:
    return {_key(each): each for each in semua_peraturan()}


@cache
def _shorts() -> Mapping[str, tuple[JenisPeraturan, str]]:
    made = dict(_SHORT)
    for each in semua_peraturan():
        short = re.sub(r"\s+\d.*", "", singkatan(each)).casefold()
        if each.pembentuk and short != sebutan(each).casefold():
            made.setdefault(re.sub(r"[^a-z]", "", short), (each.jenis, each.pembentuk))
    return made


def _key(peraturan: Peraturan) -> tuple[str, str, str, int | None]:
    maker = re.sub(r"[\W_]+", "", peraturan.pembentuk.casefold())
    return str(peraturan.jenis), maker, peraturan.nomor.casefold(), peraturan.tahun


def _spread(one: Rujukan, text: str, *, provinsi: bool) -> Iterator[Rujukan]:
    """Yield a reference, what its title names, and its amendments likewise, in the order of the text."""
    yield one
    about = text[one.awal : one.akhir].casefold().find("tentang")
    end = one.akhir
    at = one.awal + about if about > 0 else end
    while at < end and (head := _HEAD.search(text, at, end)) is not None:
        inner = _reference(text[:end], head, whole=True, provinsi=provinsi, inner=True)
        if inner is None:
            at = head.end()
            continue
        yield inner
        at = head.end()
    for each in one.perubahan:
        yield from _spread(each, text, provinsi=provinsi)


def _reference(
    text: str, head: re.Match[str], *, whole: bool, provinsi: bool, inner: bool = False, deep: int = 0
) -> Rujukan | None:
    jenis, maker, at = _kind(text, head, provinsi=provinsi)
    number, year, day = "", None, None
    if jenis is _J.UUD:
        found = re.compile(r"\s*(negara(?:\s+republik\s*indonesia)?)?(?:\s+tahun)?\s+(1945)", re.I).match(text, at)
        maker, year = (found.group(1) or "", 1945) if found else ("", None)
        at = found.end() if found else at
    else:
        placed = _numbered(text, at, short=head.group("short") is not None)
        if placed is None:
            return None
        between, number, at = placed
        if (
            head.group("short") is not None
            and (own := re.fullmatch(r"(\d{1,4})/((?:18|19|20)\d{2})", number)) is not None
        ):
            number, year = own.group(1), int(own.group(2))
        maker = _maker(jenis, between) or maker
        dated = _DATED.match(text, at)
        if dated is not None:
            day, at = baca_tanggal(re.sub(r"\s+", " ", dated.group("date"))), dated.end()
        found = _YEAR.match(text, at)
        if found is not None:
            year, at = int(_digits(found.group("year") or found.group("slash"))), found.end()
        elif (own := re.search(r"/((?:18|19|20|21)\d{2})$", number)) is not None:
            year = int(own.group(1))
        if dated is None and (dated := _DATED.match(text, at)) is not None:
            day, at = baca_tanggal(re.sub(r"\s+", " ", dated.group("date"))), dated.end()
    subject = ""
    about = _ABOUT.match(text, at)
    if about is not None:
        end = _subject_end(text, about.end(), whole=whole)
        if inner and (made := _BECOMES.search(text, about.end(), end)) is not None:
            end = made.start()
        subject, at = re.sub(r"\s+", " ", text[about.end() : end]).strip(' \t,.;"“”'), end
        at = about.end() + len(text[about.end() : end].rstrip(" ,.;"))
    entries, at = ((None, "", None), at) if inner else _gazettes(text, at)
    amendments: tuple[Rujukan, ...] = ()
    if not inner and deep < 6:
        amendments = _amendments(text, at, whole=whole, provinsi=provinsi, deep=deep)
    plain = Peraturan(
        id="x",
        jenis=jenis,
        pembentuk=maker[:300],
        nomor=number[:300],
        tahun=year if year is None or 1800 <= year <= 2200 else None,
        tentang=subject[:5000],
        tanggal=day,
        ln=entries[0],
        tln=entries[1],
        bn=entries[2],
        diubah_oleh=tuple(dict.fromkeys(each.peraturan.id for each in amendments)),
    )
    national = known(plain)
    named_ = plain.model_copy(update={"id": national.id if national else _slug(plain)})
    return Rujukan(named_, head.start(), at, amendments, dalam_judul=inner)


def _kind(text: str, head: re.Match[str], *, provinsi: bool) -> tuple[JenisPeraturan, str, int]:
    short = head.group("short")
    if short is not None:
        word = re.sub(r"[^a-z]", "", short.casefold())
        kind, maker = _shorts().get(word, (_initial(word), ""))
        if word == "perda" and provinsi:
            kind = _J.PERDA_PROVINSI
        return kind, maker, head.end()
    number = next(number for number in range(len(_HEADS)) if head.group(f"k{number}") is not None)
    kind = _HEADS[number][1]
    if kind is _J.PERDA_KABKOTA and provinsi and not re.match(r"\s+(?:kabupaten|kota)\b", text[head.end() :], re.I):
        kind = _J.PERDA_PROVINSI
    return kind, "", head.end()


def _initial(word: str) -> JenisPeraturan:
    """The kind of a regulation by the first letters of its short name: "kepmen…", "perka bkn", "permen…"."""
    kinds = {"kep": _J.KEPUTUSAN, "perka": _J.PERLEMBAGA, "se": _J.SURAT_EDARAN}
    return next((kind for start, kind in kinds.items() if word.startswith(start)), _J.PERMEN)


def _numbered(text: str, at: int, *, short: bool) -> tuple[str, str, int] | None:
    """Return (the words before "Nomor", the number, where it ends); None where no number follows soon."""
    if short and (bare := _BARE_NUMBER.match(text, at)) is not None:
        return "", bare.group("number"), bare.end()
    found = re.compile(r"\b(?:(?:n[o0](?:m|rn)[o0e]r|no\.)(?=[\s:.\d])|no(?=\s+\d))", re.IGNORECASE).search(
        text, at, at + 240
    )
    if found is None or (short and found.start() - at > 80):
        return None
    between = text[at : found.start()]
    if re.search(r"[;:]|\btentang\b|\bini\b|\bpasal\b|\bayat\b", between, re.I) or _HEAD.search(between):
        return None
    number = _NUMBER.match(text, found.start())
    if number is None:
        return None
    word = re.sub(r"\s*/\s*", "/", number.group("number")).rstrip(".-")
    end = number.start("number") + len(number.group("number").rstrip(".-"))
    if re.fullmatch(rf"{_DIGIT}{{1,4}}[A-Z]?", word):
        tail = word[-1] if word[-1].isupper() and word[-1] not in "OI" else ""
        word = _digits(word.removesuffix(tail)) + tail
    if not any(sign.isdigit() for sign in word):
        return None
    return between, word, end


def _digits(word: str) -> str:
    return word.translate(str.maketrans("OolLIiİı", "00111111"))


def _maker(jenis: JenisPeraturan, between: str) -> str:
    words = re.sub(r"\s+", " ", between).strip(" ,.")
    words = re.sub(r"\s+republik\s+indonesia$", "", words, flags=re.I) if jenis in _OF_THE_STATE else words
    if jenis in (_J.UU, _J.PERPPU, _J.PP, _J.PERPRES, _J.KEPPRES, _J.INPRES):
        return "" if re.fullmatch(r"(?:republik indonesia|ri)?", words, re.I) else words
    return words


_OF_THE_STATE = (_J.PERMEN, _J.TAP_MPR, _J.PERPRES, _J.KEPPRES, _J.INPRES)


def _subject_end(text: str, at: int, *, whole: bool) -> int:
    """Return where the title that begins at `at` ends."""
    end = min(len(text), at + _MOST)
    for gazette in _GAZETTE.finditer(text, at, end):
        close = text.find(")", gazette.end(), end)
        if close < 0 or _MADE_LAW.match(text, close + 1) is None:
            end = gazette.start()
            break
    if (stop := _AMENDED_AT.search(text, at, end)) is not None:
        end = stop.start()
    stop = re.compile(r";|\n|:(?=\s)|\.(?=\s+[A-Z]|\s*$)|\s\(?jo\.?\s|\sjuncto\s").search(text, at, end)
    end = stop.start() if stop is not None else end
    for head in _HEAD.finditer(text, at, end):
        if re.search(r"(?:,|\bdan|\bserta|\bmaupun)\s+(?:ketentuan\s+)?$", text[at : head.start()]) and _numbered(
            text, head.end(), short=head.group("short") is not None
        ):
            end = at + len(
                re.sub(r"(?:\s*,)?\s*(?:dan|serta|maupun)?\s+(?:ketentuan\s+)?$", "", text[at : head.start()])
            )
            break
    return end if whole else _prose_end(text, at, end)


def _prose_end(text: str, at: int, end: int) -> int:
    """Return where a title in running text ends: before the first small word that no title holds."""
    last = at
    before = ""
    for token in re.compile(r"\S+").finditer(text, at, end):
        word = token.group().strip("\"“”'’(),.")
        small = word[:1].islower()
        joins = _PARTICLE.fullmatch(word) or (word == "mengubah" and before.casefold() == "dengan")
        if (small and not joins) or (word == "Pasal" and before == "dan"):
            break
        if small and text[: token.start()].rstrip().endswith(",") and word not in ("dan", "serta", "dan/atau", "atau"):
            break
        if not small and word:
            last = token.end()
        before = word
    return last if last > at else end


def _gazettes(text: str, at: int) -> tuple[tuple[Lembaran | None, str, Lembaran | None], int]:
    """Return (LN or LD, its supplement's number, BN or BD) that stand right after a title, and where they end."""
    opens = re.compile(r"[\s,]*(?=[(\[]?\s*(?:tambahan\s+)?(?:lembaran|berita)\s+(?:negara|daerah)\b)", re.I).match(
        text, at
    )
    if opens is None:
        return (None, "", None), at
    begin = opens.end()
    close = re.compile(r"[)\];]").search(text, begin, begin + 500)
    end = (close.start() + (close.group() != ";")) if close is not None else min(len(text), begin + 500)
    if close is None and (stop := _AMENDED_AT.search(text, begin, end)) is not None:
        end = stop.start()
    ln, tln, bn = None, "", None
    for entry in _ENTRY.finditer(text, begin, end):
        number = _read_number(entry.group("number"))
        year = entry.group("year") or entry.group("after")
        if entry.group("more"):
            tln = tln or number
        elif year is not None and 1800 <= int(_digits(year)) <= 2200:
            made = Lembaran(tahun=int(_digits(year)), nomor=number)
            ln, bn = (ln or made, bn) if entry.group("kind").casefold() == "lembaran" else (ln, bn or made)
    return (ln, tln, bn), end


def _read_number(word: str) -> str:
    word = word.rstrip(".-/")
    return _digits(word) if re.fullmatch(rf"{_DIGIT}{{1,5}}", word) else word


def _amendments(text: str, at: int, *, whole: bool, provinsi: bool, deep: int) -> tuple[Rujukan, ...]:
    """Return the amendments named right after a regulation."""
    made: list[Rujukan] = []
    link = _AMENDED.match(text, at, min(len(text), at + 200))
    while link is not None and len(made) < 12:
        head = _HEAD.match(text, link.end())
        one = _reference(text, head, whole=whole, provinsi=provinsi, deep=deep + 1) if head is not None else None
        if one is None:
            break
        made += [one, *one.perubahan]
        made[-len(one.perubahan) - 1] = Rujukan(one.peraturan, one.awal, one.akhir)
        end = made[-1].akhir
        link = _AMENDED.match(text, end, min(len(text), end + 200)) or _ALSO.match(text, end, min(len(text), end + 60))
        link = link or (_AND.match(text, end) if whole else None)
        if link is not None and _HEAD.match(text, link.end()) is None:
            link = None
    return tuple(made)


_PREFIX: Mapping[JenisPeraturan, str] = {
    _J.PERDA_PROVINSI: "perda",
    _J.PERDA_KABKOTA: "perda",
    _J.PERLEMBAGA: "peraturan",
    _J.SURAT_EDARAN: "se",
}


def _slug(peraturan: Peraturan) -> str:
    """Return an id as the national list makes them: kind, number, year; the maker's initials where kinds are many."""
    head = _PREFIX.get(peraturan.jenis, str(peraturan.jenis))
    if peraturan.jenis in (_J.PERMEN, _J.PERLEMBAGA, _J.KEPUTUSAN, _J.SURAT_EDARAN):
        head += "-" + "".join(word[0] for word in re.findall(r"[A-Za-z]+", peraturan.pembentuk) if word != "dan")
    number = peraturan.nomor.removesuffix(f"/{peraturan.tahun}")
    slug = re.sub(r"[^a-z0-9]+", "-", f"{head}-{number}-{peraturan.tahun or ''}".casefold())[:80].strip("-")
    return slug or "peraturan"
