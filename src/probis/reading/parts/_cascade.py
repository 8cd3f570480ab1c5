"""Words to the level of the cascade they name: visi, misi, tujuan, sasaran, indikator, strategi, program."""

import re

from probis.reading.blocks import label_of
from probis.reading.makna import Makna
from probis.reading.parts._sentences import sentences

LONGEST = 5000
"""Beyond so many characters no paragraph is searched for what it tells: none that a person wrote is longer."""

RANK = (
    Makna.VISI,
    Makna.MISI,
    Makna.TUJUAN,
    Makna.SASARAN,
    Makna.STRATEGI,
    Makna.PROGRAM,
    Makna.INDIKATOR,
)
"""From what is reached last to what is done first; an indicator measures any of them."""

_KINDS = (
    (re.compile(r"[il1]nd[il1]kator|\bik[ust]u?\b|target kinerja", re.IGNORECASE), Makna.INDIKATOR),
    (re.compile(r"\bv[il1]s[il1]\b", re.IGNORECASE), Makna.VISI),
    (re.compile(r"\bm[il1]s[il1]\b", re.IGNORECASE), Makna.MISI),
    (re.compile(r"\btujuan\b", re.IGNORECASE), Makna.TUJUAN),
    (re.compile(r"\bsasaran\b", re.IGNORECASE), Makna.SASARAN),
    (re.compile(r"\bstrateg[il1]\b|\barah kebijakan\b", re.IGNORECASE), Makna.STRATEGI),
    (re.compile(r"\bprogram\b", re.IGNORECASE), Makna.PROGRAM),
)
_HEAD = re.compile(
    r"(?P<kind>v[il1]s[il1]|m[il1]s[il1]|tujuan|sasaran|strateg[il1]|arah kebijakan|program(?: prioritas)?"
    r"|[il1]nd[il1]kator(?: k[il1]nerja)?(?: utama)?(?: tujuan| sasaran| program)?|ik[ustk]?\b)"
    r"(?: strategis| daerah| prioritas| kinerja| (?:program|kegiatan)(?= \d))?(?P<rest>\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_SPACED = re.compile(r"^(?:[A-Z] ){3,12}[A-Z]\b")
"""A heading whose letters stand apart: "V I S I"."""
_NUMBERED = re.compile(
    r"\s*(?:ke-? ?)?(?P<number>\d{1,2}(?:\.\d{1,2})*|[IVX]{1,5}(?:\.\d{1,2})*|[A-Z]\.?\d(?:\.\d)*"
    r"|kesatu|pertama|kedua|ketiga|keempat|kelima|keenam|ketujuh)\b\s*[.:,)–—-]?\s*(?P<text>.*)",
    re.IGNORECASE | re.DOTALL,
)


_QUALIFIER = re.compile(
    r"\s*(?:(?:kepala daerah|gubernur|bupati|wali ?kota|rpjmd|rpjpd|renstra|pembangunan|provinsi|kabupaten|kota|dinas"
    r"|badan|biro|inspektorat|kementerian|lembaga|komisi|universitas|rumah sakit|kecamatan|kelurahan|desa|pemerintah"
    r"|daerah|perangkat daerah|sekretariat|perumda|perusahaan|organisasi|instansi|tahun|yang|dari|dan)\b.*)?[:.]?\s*",
    re.IGNORECASE,
)


def column_kind(head: str) -> Makna | None:
    """Return what a column of a table holds by its head: one word of the cascade in a few words."""
    if len(head.split()) > 6:
        return None
    return next((kind for pattern, kind in _KINDS if pattern.search(head)), None)


def named(text: str) -> tuple[Makna, str, str] | None:
    """Return (level, number as printed, the words) of a text like "Misi 2: Membangun …" or "Visi :"."""
    found = _HEAD.match(_SPACED.sub(lambda wide: wide[0].replace(" ", ""), text, count=1))
    if found is None:
        return None
    kind = column_kind(found.group("kind"))
    rest = found.group("rest")
    if kind is None or _OF_THE_TEXT.match(rest):
        return None
    numbered = _NUMBERED.match(rest)
    if numbered is not None and (not numbered.group("text") or re.match(r"\W*[\s:.)–—-]", rest)):
        return kind, numbered.group("number"), _WHOSE.sub("", _NAMELY.sub("", numbered.group("text").strip()), count=1)
    at_once = _AT_ONCE.fullmatch(rest)
    if at_once is not None:
        return kind, "", at_once["text"]
    after = re.match(r"\s*(?:[:–—-]|\?(?=\s+[A-Z])|\.(?=\s+[A-Z(“\"]))\s*(.*)", rest, re.DOTALL)
    if after is not None:
        return _again(kind, after.group(1).strip())
    of = _OF.match(rest)
    if of is not None and not _LEVEL.search(rest, 0, of.start("text")):
        return _again(kind, of["text"].strip())
    if len(rest) < 120 and _QUALIFIER.fullmatch(rest) and not re.search(r"\b(?:adalah|ialah|yaitu|yakni)\b", rest):
        return kind, "", ""
    return None


def _again(kind: Makna, words: str) -> tuple[Makna, str, str]:
    """What a head says of an item that names its level once more: "Misi yang diemban : Misi ke-5, yaitu …"."""
    inner = named(words) if words[:4].casefold() == str(kind)[:4] else None
    return inner if inner is not None and inner[0] is kind and inner[1] else (kind, "", words)


_WHOSE = re.compile(r"^(?:[A-Z][\w()/-]{1,24}\s+){1,4}:\s+(?=\S)")
"""Of which plan an item is, between its number and its words: "Misi ke-1 RPJMD : …"."""
_AT_ONCE = re.compile(
    r"\s+(?P<text>(?:Menjadi|Menjadikan|(?:Me|Ter|Ber|Di|Ke|Tur|Nai)[a-z]{1,14}nya|Me[a-z]{3,14}kan)\b[^:]+)", re.DOTALL
)
"""Words of an aim right after its level, from which only a column parted them: "Visi   Menjadi sekolah …"."""
_NAMELY = re.compile(r"(?:,\s*)?(?:yaitu|yakni|adalah|ialah|berbunyi)\s+", re.IGNORECASE)
_OF = re.compile(r"(?: [\w.()/-]+){1,10} ?: ?(?P<text>\S.*)", re.DOTALL)
_LEVEL = re.compile(r"\b(?:visi|misi|tujuan|sasaran|indikator)(?:nya)?\b", re.IGNORECASE)
_OF_THE_TEXT = re.compile(
    r"(?:\s+(?:dari|disusunnya|utama|umum|dan\s+\w+))?\s+(?:penyusunan|penetapan|pembuatan|dokumen|peta|pedoman|keputusan|peraturan"
    r"|lampiran|naskah|kajian)\b",
    re.IGNORECASE,
)
"""What follows a level that is one of the text, not of the body: "tujuan penyusunan peta"."""
_INDICATOR = r"indikator(?:nya)?(?:\s+(?:kinerja|utama|sasaran|tujuan|keberhasilan|kunci)){0,3}"
_SAID = re.compile(
    r"\b(?P<kind>visi|misi|tujuan|sasaran)\b(?P<between>[^.;:“”\"]{0,160})[:,]?\s*[“\"](?P<text>[^“”\"]{8,500})[”\"]"
    rf"(?P<measure>[\s,]+(?:(?:yang\s+)?diukur\s+\w+|dengan)\s+{_INDICATOR}\s[^“”\";]{{6,300}})?",
    re.IGNORECASE,
)
_FIRST = re.compile(r"(?<=\s)(?:\(1\)|\(a\)|1\)|a\))\s+(?=[A-Za-z])")
"""The label of the first item in a sentence."""
_TO_LIST = re.compile(
    r"(?:[:,]|\b(?:yaitu|yakni|adalah|ialah|meliputi|mencakup|berupa|atas|dari|berikut|visi|misi|tujuan|sasaran))$",
    re.IGNORECASE,
)
"""What stands before it."""
_NEAREST = re.compile(r"\b(visi|misi|tujuan|sasaran)(?:\s+(?:strategis|utama|daerah))?\s*$", re.IGNORECASE)
"""A level right before a quotation, which it is then of, whatever the sentence named before."""
_BARE = re.compile(
    r"\b(?P<kind>[Vv]isi|[Mm]isi|[Tt]ujuan|[Ss]asaran)\b[^.;:“”\"]{0,120}?\b(?:adalah|ialah|yaitu|yakni)\s+"
    r"(?P<text>(?:[A-Z]|(?:ter|me|ber)\w{3,14}nya\b|me\w{2,12}kan\b|menjadi\b|meningkat)[^;“”\"]{8,400})(?<!:)$"
)
_CAPITALS = re.compile(
    r"\b(?P<kind>[Vv]isi)\b[^.;:“”\"]{0,80}:?\s+"
    r"(?P<text>[A-Z]{3,20}(?:,? (?:[A-Z&]{1,20}(?:-[A-Z]{2,20})?|\d{4})){2,20})(?=[.,;]|$)"
)
"""A vision that a sentence sets off in capitals."""
_JOINED = re.compile(
    r"(?:\s+(?:strategis|kinerja))?\s*(?:,|/|&|\bdan\b|\bserta\b|\bsampai\b)[\s,&/]*(?:dan\s+|serta\s+)?"
)
LEAD_END = re.compile(r"(?:\b(?:sebagai|seperti)\s+berikut|\bberikut(?:\s+ini)?)\s*[:.?]?$|[:?]$", re.IGNORECASE)
_TAIL = 90  # so many characters after the level it names, a sentence leads in to something else


def said(text: str) -> list[tuple[Makna, str, str]]:
    """Return (level, number, words) of what sentences say of the cascade: 'Visi Dinas adalah "Sungai Bersih"'."""
    if len(text) > LONGEST:
        return []
    return [each for one in _whole(text) for each in _sayings(one)]


_COUNTED = re.compile(r"(?:\b(?:dua|tiga|empat|lima)|\d\s*\(\w+\))\s*$", re.IGNORECASE)
_AND = re.compile(r"(?:,\s*(?:dan|serta)?\s*|\s+(?:dan|serta)\s+)(?=(?:me|ter|ber)[a-z]{3,14}nya\b)")
"""Between aims that a sentence has counted: "dua sasaran, yaitu meningkatnya … dan menurunnya …"."""
_SEVERAL = re.compile(
    r"(?:,\s*|\s+)(?:serta|dan|dengan|diturunkan)\s+(?=(?:(?:se|satu|dua|tiga|empat|lima|\d)\w*\s+(?:\(\w+\)\s+)?)"
    r"(?:tujuan|sasaran)\b[^.;:]{0,40},?\s+(?:yaitu|yakni)\b)"
)
"""Where a sentence turns to another level: ", serta dua sasaran, yaitu …"."""


def _sayings(text: str) -> list[tuple[Makna, str, str]]:
    """What one sentence says: in quotation marks, else in plain words, in capitals, or counted up."""
    if len(parts := _SEVERAL.split(text)) > 1:
        return [each for part in parts for each in _sayings(part.strip(" ,"))]
    quoted = list(_SAID.finditer(text))
    found = quoted or list(_BARE.finditer(text)) or list(_CAPITALS.finditer(text))
    made = [
        (kind, "", stripped(each["text"]) + (each.groupdict().get("measure") or ""))
        for each in found
        if not _OF_THE_TEXT.match(text, each.end("kind")) and (kind := column_kind(_of_quoted(each))) is not None
    ]
    if len(made) == len(found) == 1 and not quoted and _COUNTED.search(text[: found[0].start()]):
        made = [(kind, number, stripped(each)) for kind, number, words in made for each in _AND.split(words)]
    return made if quoted else made + _enumerated(text)


def _enumerated(text: str) -> list[tuple[Makna, str, str]]:
    """What a sentence counts up: "… dalam dua misi, yakni (1) menata pasar, dan (2) merawat sungai"."""
    begins = _FIRST.search(text)
    kind = leads(f"{text[: begins.start()].rstrip(' :,')}:") if begins is not None else None
    if begins is None or kind is None or _TO_LIST.search(text[: begins.start()].rstrip()) is None:
        return []
    return [(kind, number, words) for number, words in items(text[begins.start() :])]


def of_the_text(text: str) -> bool:
    """Whether a sentence tells or leads in to the aim of the text itself: "Sasaran dari dokumen ini adalah …"."""
    found = _LEVEL.match(text.removeprefix("Adapun ").removeprefix("Maksud dan "))
    return found is not None and _OF_THE_TEXT.match(found.string, found.end()) is not None


def _whole(text: str) -> list[str]:
    """The sentences of a text, none parted inside quotation marks."""
    made: list[str] = []
    for each in sentences(text):
        if made and sum(made[-1].count(mark) for mark in '“”"') % 2:
            made[-1] = f"{made[-1]} {each}"
        else:
            made.append(each)
    return made


def _of_quoted(found: re.Match[str]) -> str:
    nearest = _NEAREST.search(found["between"]) if "between" in found.groupdict() else None
    return nearest[1] if nearest is not None else found["kind"]


_ASIDE = re.compile(
    r"\s+(?:(?:dan|serta)\s+misi\s+)?(?:tersebut|itu|ini|dimaksud|sebagaimana\s+dimaksud|di\s+atas)\b", re.IGNORECASE
)
"""What follows a level that a sentence only refers to: "visi tersebut"."""


def leads(text: str, open_end: bool = False) -> Makna | None:
    """Return the level whose items a sentence leads in to: "yang diwujudkan melalui 4 (empat) misi:".

    A sentence that leads in to several at once opens a table, no list. `open_end` takes a sentence that breaks off
    before what it says, as it does where that stands in a line of its own.
    """
    if len(text) > LONGEST or not (open_end or LEAD_END.search(text)) or of_the_text(text):
        return None
    every = list(_LEVEL.finditer(text, max(text.rfind(". ", 0, len(text) - 1), 0)))
    named_here = [each for each in every if not _ASIDE.match(text, each.end())] or every
    if not named_here or (len(text) - named_here[-1].end() > _TAIL and named_here[-1].start()):
        return None
    if len(named_here) > 1 and _JOINED.fullmatch(text, named_here[-2].end(), named_here[-1].start()):
        return None
    return column_kind(named_here[-1].group().removesuffix("nya"))


_CODED = re.compile(
    r"(?P<code>(?P<kind>[A-Z]{1,4})[ .-]?\d{1,2}(?:[.-]\d{1,2}){0,3})\.?\s*[:)–-]?\s+(?P<text>[A-Za-z“\"].*)", re.DOTALL
)
_LETTERS = {
    "V": Makna.VISI,
    "M": Makna.MISI,
    "T": Makna.TUJUAN,
    "TS": Makna.TUJUAN,
    "S": Makna.SASARAN,
    "SS": Makna.SASARAN,
    "SP": Makna.SASARAN,
    "SK": Makna.SASARAN,
    "ST": Makna.SASARAN,
    "I": Makna.INDIKATOR,
    "IK": Makna.INDIKATOR,
    "IKU": Makna.INDIKATOR,
    "IKS": Makna.INDIKATOR,
    "IKT": Makna.INDIKATOR,
    "IKP": Makna.INDIKATOR,
    "IKK": Makna.INDIKATOR,
    "IKD": Makna.INDIKATOR,
    "IKSS": Makna.INDIKATOR,
    "IKSP": Makna.INDIKATOR,
    "IKSK": Makna.INDIKATOR,
    "IS": Makna.INDIKATOR,
    "IT": Makna.INDIKATOR,
}
"""The letters with which plans number the levels of their cascade."""


def coded(text: str) -> tuple[Makna, str, str] | None:
    """Return (level, code as printed, the words) of a text like "S1.2 Meningkatnya …" or "IKU 1.1 : Persentase …"."""
    found = _CODED.match(text)
    kind = _LETTERS.get(found["kind"]) if found is not None else None
    return (kind, found["code"], found["text"].strip()) if found is not None and kind is not None else None


_BY = r"(?:yang\s+)?di(?:ukur|tunjukkan|tandai)\s+(?:dengan|oleh|melalui|dari|berdasarkan)"
_MEASURED = re.compile(
    rf"(?P<aim>[^;]{{8,300}}?)[\s,;–-]+\(?(?:(?:dengan|{_BY})\s+{_INDICATOR}\s*:?\s+|{_INDICATOR}\s*[:=]\s*|indikatornya\s+|{_BY}\s+)"
    r"(?:(?:adalah|ialah|yaitu|yakni|berupa)\s+)?(?P<measure>.{6,400})",
    re.IGNORECASE | re.DOTALL,
)
"""What is reached, and by what one sees it."""


def measured(text: str) -> tuple[str, str]:
    """Return (aim, its measure) of an item that says both: "Meningkatnya … dengan indikator jumlah …"; "" for none."""
    found = _MEASURED.fullmatch(text)
    if found is None:
        return text, ""
    measure = stripped(found["measure"])
    return found["aim"], measure.removesuffix(")") if measure.count(")") > measure.count("(") else measure


def stripped(text: str) -> str:
    """Return the words of an item without the marks that end it and the quotation marks around it."""
    text = text.strip()
    text = re.sub(r"[\s;,]+(?:dan|serta|atau)$", "", text)
    return text.rstrip(" ;,").strip("“”\"'‘’ ").removesuffix(".").rstrip('“”" ')


_ITEM = re.compile(
    r"(?:^|(?<=[\s;.,]))(\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|\d{1,2}[.)]|[a-z][.)]|\(\d{1,2}\)|\([a-z]\))\s+(?=\S)"
)


def items(text: str) -> list[tuple[str, str]]:
    """Return the items in a cell as (number as printed, words): by lines, or by numbers that count up in one line."""
    parts: list[tuple[str, str]] = []
    for line in text.split("\n"):
        for piece in _counted(line.strip()):
            label, counts, _, rest = label_of(piece)
            number, words = (label.strip("().:"), rest) if counts is not None and rest else ("", piece)
            if not words.strip(" -–•"):
                continue
            if parts and not label and (words[:1].islower() or parts[-1][0]):
                parts[-1] = (parts[-1][0], f"{parts[-1][1]} {words}")
            else:
                parts.append((number if number not in ("-", "•") else "", words))
    return [(number, stripped(words)) for number, words in parts if stripped(words)]


def _counted(line: str) -> list[str]:
    marks = list(_ITEM.finditer(line))
    values = [label_of(found.group())[2] for found in marks]
    cuts = [0]
    wanted = values[0] + 1 if marks and marks[0].start() == 0 else 0
    for found, value in list(zip(marks, values, strict=True))[1:]:
        if wanted and value == wanted:
            cuts.append(found.start())
            wanted += 1
    return [line[start:end].strip() for start, end in zip(cuts, [*cuts[1:], len(line)], strict=True)]
