"""A sentence to the processes it names, each with its code, and to who answers for which."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from probis.reading.codes import Codes
from probis.reading.names import folded
from probis.reading.parts._cascade import stripped
from probis.reading.parts._parties import is_unit, owners
from probis.reading.parts._process_table import GROUP_WORDS

_BRACKETED = re.compile(
    r"\s*(?:[(\[]\s*(?:kode\s*(?:proses\s*)?:?\s*)?(?P<inner>[^()\[\]]{1,24})[)\]]"
    r"|,?\s+(?:dengan|ber|yang\s+ber)\s?kode\s+(?:proses\s+)?(?P<said>[^\s,;()]{1,24}))",
    re.IGNORECASE,
)
_JOINS = frozenset(
    (
        "dan",
        "di",
        "ke",
        "dari",
        "dengan",
        "untuk",
        "pada",
        "atas",
        "bagi",
        "melalui",
        "kepada",
        "antar",
        "dalam",
        "serta",
    )
).union(("terhadap", "tentang", "oleh", "secara", "berbasis", "atau", "&", "-", "–", "/"))
_LEADS = re.compile(
    r"[,;:.]\s+|\b(?:meliputi|mencakup|terdiri\s+(?:atas|dari)|adalah|ialah|yaitu|yakni|antara\s+lain|terdapat|berupa"
    r"|di(?:mulai|awali|lanjutkan|susul|ikuti|akhiri|tutup|teruskan|susun|hasilkan|laksanakan|mulakan)(?:\s+(?:dari|dengan|oleh|melalui|pada))?"
    r"|(?:ber|men)?(?:mulai|lanjut|akhir|uju)\s+(?:dari|dengan|ke|pada)|dan|serta|kemudian|lalu|selanjutnya|setelah\s+itu"
    r"|(?:sub\s?-?)?proses(?:nya)?|kegiatan|tahap|pada|dalam|ke|dari|menjadi|oleh|dengan|hasil)\b\s*:?",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"(?:(?:Sub\s?-?\s?)?Proses|Kegiatan|Tahap(?:an)?|Kode|Dan|Serta)\s+(?=[A-Z])")
_TAIL = re.compile(
    rf"\s*[(\[]\s*(?P<group>(?:kelompok\s+)?(?:proses\s+)?(?:bisnis\s+)?{GROUP_WORDS})\s*[)\]]\s*$"
    r"|\s*[(\[,;:–—-]\s*(?:dengan\s+)?(?:unit\s+|pejabat\s+)?(?:kerja\s+)?(?:penanggung\s*-?\s*jawab|pemilik(?:\s+proses)?|pengampu|PJ"
    r"|(?:yang\s+)?(?:di(?:kelola|laksanakan|ampu|koordinasikan|selenggarakan|tangani|jalankan|miliki)\s+)?oleh)"
    r"\s*[:–-]?\s+(?P<owner>[^()\[\]:;]{3,160})[)\]]?\s*[.;]?\s*$|\s*[(\[]\s*(?P<unit>[^()\[\]]{4,120})[)\]]\s*$|\s+[–—]\s+(?P<beside>[^–—]{4,120})$",
    re.IGNORECASE,
)
_OWNED: tuple[re.Pattern[str], ...] = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<owner>[^:;]{3,200}?)\s+(?:(?:secara\s+)?bersama(?:\s?-\s?sama)?\s+|masing\s?-\s?masing\s+)?(?:bertanggung\s*jawab\s+(?:penuh\s+)?(?:atas|terhadap|untuk)|(?:menjadi|merupakan|adalah"
        r"|ialah|sebagai|selaku)\s+(?:pemilik|penanggung\s*jawab|pengampu)(?:\s+(?:atas|dari|untuk|bagi))?|mengampu)\s+(?P<process>.{2,300})",
        r"(?:unit\s+)?(?:pemilik|penanggung\s*jawab|pengampu)\s+(?:(?:atas|untuk|dari|bagi)\s+)?(?P<process>.{2,200}?)\s*"
        r"(?:\b(?:adalah|ialah|yaitu|yakni|dipegang\s+oleh|ada\s+pada|berada\s+pada)\s|:\s)\s*(?P<owner>.{3,300})",
        r"(?P<process>.{2,300}?),?\s+(?:(?:menjadi|merupakan|adalah|(?:berada\s+)?(?:di\s?)?(?:dalam|pada|bawah))\s+"
        r"(?:tanggung\s*jawab|kewenangan)(?:\s+dari)?|di(?:miliki|ampu|kelola|laksanakan|selenggarakan|koordinasikan|jalankan|tangani|pertanggung\s?jawabkan)"
        r"(?:\s+(?:utama|langsung))?(?:\s+(?:oleh|kepada))?|dengan\s+(?:penanggung\s*jawab|pemilik(?:\s+proses)?|pengampu)\s*:?"
        r"|(?:penanggung\s*jawab|pemilik(?:\s+proses)?)(?:nya)?\s*(?:adalah|ialah|yaitu|:))\s+(?P<owner>.{3,300})",
    )
)
_FOR = re.compile(
    r"(?P<owner>[^:;]{3,200}?)\s+(?:untuk|atas|pada|bagi)\s+(?P<process>(?:(?i:(?:sub\s?)?proses)\s|[A-Z]).{1,300})"
)
_OWNER_ENDS = re.compile(
    r"\s*(?:[.;]|,?\s+(?:yang|terdiri|meliputi|mencakup|untuk|sebagaimana|sesuai|dalam|guna|melalui|kecuali|sedangkan|(?<!sama\s)dengan\s+(?!KPH|UPT|Bidang|Dinas)"
    r"|berdasarkan|setelah|sejak)\b)",
)

_INLINE = re.compile(r"(?:^|(?<=[\s;:]))(\(?\d{1,2}[.)]|\(?[a-z][.)])\s+(?=\S)")


FLAT = re.compile(
    r"(?:no\.?\s+)?(?:kode\s+)?(?:nama\s+)?(?:sub\s?)?proses(?:\s+bisnis)?(?:\s*(?:/|dan|atau)\s*sub\s?proses)?\s+(?:unit\s+)?(?:penanggung\s*jawab|pemilik|pengampu|unit)"
    r"(?:\s+(?:proses|kerja|utama|organisasi|bisnis)){0,2}",
    re.IGNORECASE,
)
"""The head of a table of processes and owners as one line."""


@dataclass(frozen=True, slots=True)
class Named:
    """A code in a sentence and the words right before it, the name they end with, and whether that is sure."""

    code: str
    before: str
    name: str
    sure: bool


def bracketed(text: str, grammar: Codes) -> list[Named]:
    """Return the processes that a sentence names with the code behind the name: "… Perizinan (KH.1), …"."""
    made: list[Named] = []
    begins = 0
    for found in _BRACKETED.finditer(text):
        words = (found.group("inner") or found.group("said") or "").strip()
        coded = grammar.at(words, weak=True)
        if coded is None or coded.rest:
            continue
        before = text[begins : found.start()]
        name, sure = name_before(before)
        made.append(Named(coded.code, before, name, sure))
        begins = found.end()
    return made


def name_before(text: str) -> tuple[str, bool]:
    """Return the name that a text ends with, and whether its capitals tell where it begins."""
    words = text.split()
    begins = len(words)
    for at in range(len(words) - 1, max(-1, len(words) - 21), -1):
        word = words[at]
        bare = word.strip("“”\"'()")
        if at < len(words) - 1 and word.endswith((";", ":", ".")) and len(bare) > 3:
            break
        if at < len(words) - 1 and word.endswith(",") and not _enumerates(words[at + 1 :]):
            break
        if bare[:1].isupper() or bare[:1].isdigit():
            begins = at
        elif bare.casefold() not in _JOINS and not (at + 1 < len(words) and word.endswith(",")):
            break
    name = " ".join(words[begins:])
    while (lead := _NO_NAME.match(name)) is not None:
        name = name[lead.end() :]
    if len(name.split()) > 1 or (name and begins == 0):
        return stripped(re.sub(r"^\(?(?:\d{1,2}|[a-z])[.)]\s+", "", name)), True
    pieces = [piece for piece in _LEADS.split(text) if piece and piece.strip(" ,;:.")]
    return (stripped(pieces[-1].strip(" ,;:.")) if pieces else ""), False


def _enumerates(after: list[str]) -> bool:
    """Whether words after a comma are the rest of a name: "Hukum, Kerja Sama, dan Komunikasi", all short."""
    last = next((at for at, word in enumerate(after) if word in ("dan", "serta")), None)
    return last is not None and last <= 4 and len(after) - last <= 4 and not any(w.endswith((";", ":")) for w in after)


def listed(text: str, grammar: Codes) -> tuple[str, list[tuple[str, str]]] | None:
    """Return (words before, [(code, name)]) of a line that holds several codes, each with its name behind it.

    None where the codes stand in a sentence: only names with capitals stand between them.
    """
    starts = [0] + [found.end() for found in re.finditer(r"\s+(?:[|“”\"-]\s*)?", text[:2000])]
    found = [(at, coded) for at in starts if (coded := grammar.at(text[at:])) is not None]
    if not found or (len(found) == 1 and (found[0][0] == 0 or not text[: found[0][0]].rstrip().endswith(":"))):
        return None
    made: list[tuple[str, str]] = []
    for (at, coded), end in zip(found, [at for at, _ in found[1:]] + [len(text)], strict=True):
        name = re.sub(r"(?:\s+[-–—|“”\".\d]+)+$", "", text[at + len(coded.code) : end].strip(' :|-–—“”"\t'))
        if name and not (name[:1].isupper() or name[:1] in "(“"):
            return None
        if re.search(r"\b(?:dan|atau|pada|dari|proses|ke|oleh)$|[,(]$", text[:at].rstrip()) and at:
            return None
        made.append((coded.code, name))
    return text[: found[0][0]].strip(), made


def tails(name: str) -> Iterator[tuple[str, str, str]]:
    """Yield (name without it, what it is, words) of what stands behind a name: its group, or who answers for it."""
    for _ in range(3):
        found = _TAIL.search(name)
        if found is None or not found.start():
            return
        name = name[: found.start()].rstrip(" ,;")
        if found.group("group"):
            yield name, "kelompok", found.group("group")
        elif found.group("owner"):
            for each in owners([found.group("owner").strip()]):
                yield name, "pemilik", each
        elif is_unit(unit := (found.group("unit") or found.group("beside"))) and unit[:1].isupper():
            for each in owners([unit.strip()]):
                yield name, "pemilik", each
        else:
            return


def unwoven(text: str, names: Collection[str]) -> tuple[str, str]:
    """Return (name, owner) of a row whose cells run together: by a name printed elsewhere, or where a unit begins."""
    words = text.split()
    for name in sorted(names, key=len, reverse=True):
        wanted = [folded(word) for word in name.split()]
        rest: list[str] = []
        at = 0
        for word in words:
            if at < len(wanted) and folded(word) == wanted[at]:
                at += 1
            else:
                rest.append(word)
        if at == len(wanted):
            owner = " ".join(rest).strip(" |")
            return name, owner if is_unit(owner) else ""
    for found in re.finditer(r"\s+(?:\|\s*)?", text):
        if (
            is_unit(text[found.end() :])
            and text[found.end()].isupper()
            and " dan" not in text[found.start() - 4 : found.start()]
        ):
            return stripped(text[: found.start()]), text[found.end() :]
    return text, ""


def owned(sentence: str, *, led: bool = False) -> tuple[str, list[str]] | None:
    """Return (words that name processes, owners) of a sentence that tells who answers for what.

    `led` where it stands in a list of owners, which needs no verb: "Bidang Pasar untuk proses PS.01 dan PS.02".
    """
    for pattern in (*_OWNED, _FOR) if led else _OWNED:
        found = pattern.match(sentence)
        if found is None:
            continue
        words = found.group("owner")
        ends = _OWNER_ENDS.search(words)
        told = [each for each in owners([words[: ends.start()] if ends else words]) if _names_owner(each)]
        if told:
            return found.group("process"), told
    return None


def _names_owner(text: str) -> bool:
    return (
        len(text.split()) <= 14
        and text[:1].isupper()
        and (is_unit(text) or re.match(r"[A-Z]{3,7}\s+[A-Z]", text) is not None)
    )


def two(piece: tuple[str, str]) -> list[tuple[str, str]]:
    """Return a piece of a list cut before a code that another code and name come before: "K1 Tera dan K2 Ukur"."""
    return [(piece[0], each) for each in re.split(r"\s+(?:dan|serta)\s+(?=[A-Z]{1,6}[-./]?\d)", piece[1])]


_COUNT = re.compile(
    r"^(?:ada\s+)?(?:\d{1,2}\s*(?:\([a-z ]{2,20}\)\s*)?|(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan)\s+)"
    r"(?:(?:sub\s?-?\s?)?proses\b)?\s*,?\s*(?:(?:yaitu|yakni|ialah|adalah|meliputi)\b)?\s*:?\s*(?=[A-Z])",
)
"""How many, before the names themselves: "dua proses, yakni …"."""


def pieces(rest: str) -> list[tuple[str, str]]:
    """Return ("", words) of each item of a list that a sentence tells: by its labels, its semicolons or its commas."""
    rest = _COUNT.sub("", rest)
    marks = list(_INLINE.finditer(rest))
    if marks:
        cuts = [found.start() for found in marks] + [len(rest)]
        return [("", stripped(rest[found.end() : end])) for found, end in zip(marks, cuts[1:], strict=True)]
    two = re.fullmatch(r"(pe\w+an\b[^,;]+?)\s+(?:dan|serta)\s+(pe\w+an\s[^,;]+)", rest.strip(" ."), re.IGNORECASE)
    if two is not None:
        return [("", stripped(two[1])), ("", stripped(two[2]))]
    parts = re.split(r";\s*(?:dan\s+)?" if ";" in rest else r",\s*(?:dan\s+|serta\s+)?|\s+serta\s+(?=[A-Z])", rest)
    return [("", stripped(part)) for part in parts if part.strip()]
