"""A sentence to the bodies and offices it names."""

import re
from collections.abc import Sequence

from probis.reading.units import is_post, rank

_HEAD = (
    r"Dinas|Badan|Biro|Inspek\w{0,6}t|Inspektur|Sekretariat|Sekretaris Daerah|Kementerian"
    r"|Direktorat(?: Jenderal)?|Kantor|Balai|Lembaga|Satuan|Kecamatan"
    r"|Bagian|Bidang|Sub ?Bagian|Sub ?Bidang|Seksi|Gubernur|Bupati|Wali ?[Kk]ota|Menteri"
    r"|Presiden|Ombudsman|Komisi|Dewan|Tim|Pemerintah (?:Provinsi|Kabupaten|Kota|Daerah|Desa|Pusat)|Rumah Sakit"
    r"|Kepolisian|Kejaksaan|Pengadilan|(?:Ked|D)eputi(?:an)?|Fakultas|Jurusan|Divisi|UPTD?|Puskesmas|Perwakilan|Kelurahan"
)
_GOES_ON = (
    r"(?:\s+(?:[A-Z][\w/.-]*"
    r"|(?:dan|serta|di)(?=\s+[A-Z])(?!\s+(?:Dinas|Badan|Biro|Inspektorat|Kementerian|Bagian|Bidang|Kantor|Seksi|Sekretariat|Satuan|Balai|Direktorat|UPTD?|Fakultas|Pe\w+an)\b)"
    r"|dan(?=\s+Pe\w+an(?:\s+[A-Z]\w*){0,4}\s*(?:[.,;]|$))))*"  # "Kelautan dan Perikanan", where the name ends so
)
_SHORT = (
    r"Bappe\w*|BAPPE\w*|Bapenda|Bapeda|Diskominfo\w*|Dinkes|Dinsos|Dis(?:dik|naker|pora|perindag|hub|par|dukcapil|kop)\w*|Kemen\w{2,14}|Setda|Setwan|DPRD|DPR"
    r"|BKD|BKN|BKPSDM\w*|BPSDM\w*|BPKAD|BPKP|BPK|BPS|BSSN|KASN|ANRI|KPK|BPBD|Satpol PP|OPD|SKPD|TAPD|LKPP|LAN|UKPBJ"
)
_PARTY = re.compile(rf"\b(?:(?:{_HEAD})\b{_GOES_ON}|(?:{_SHORT})\b(?:\s+(?:Provinsi|Kabupaten|Kota)(?:\s+[A-Z]\w*)*)?)")
_ALONE = re.compile(r"Bagian|Bidang|Tim|Badan|Balai|Lembaga|Satuan|Pusat|Kantor|Seksi|Dinas|Komisi|Dewan")


def starts_party(text: str) -> bool:
    """Whether a text begins with the name of a body or office."""
    return _PARTY.match(text) is not None


def parties(text: str) -> tuple[str, ...]:
    """Return the bodies and offices a text names, each once, as printed."""
    found = (" ".join(each.group().split()).strip(" ,.") for each in _PARTY.finditer(text))
    return tuple(dict.fromkeys(name for name in found if not _ALONE.fullmatch(name)))


_AND = re.compile(
    r"\s*[,/&+]\s*(?:dan\s+|serta\s+)?|\s+(?:dan|serta|bersama(?:\s*-?\s*sama)?(?:\s+dengan)?|dengan)\s+", re.IGNORECASE
)
_OTHER = re.compile(
    r"(?:Sekretariat|Sekretaris|Bidang|Bagian|Biro|Direktorat|Inspektorat|Inspektur|Sub\s?-?\s?[Bb]agian|Sub\s?-?\s?[Bb]idang|Seksi"
    r"|Dinas|Badan(?!\s+(?:Usaha|Hukum))|UPTD?B?|(?:Ked|D)eputi(?:an)?|Instalasi|Komite|Pusat|Balai|Kepala|Wakil|Tim|Divisi|Kantor|Satuan"
    r"|Asisten|(?:Sub\s?-?\s?)?[Kk]oordinator|Kelompok\s+Kerja|Puskesmas|Kecamatan|Fakultas|[A-Z]{3,7}\s+[A-Z])"
)


def owners(lines: Sequence[str]) -> list[str]:
    """Return the units that lines name: several in one line apart, one that goes on over lines together."""
    whole: list[str] = []
    for line in lines:
        if whole and is_unit(whole[-1]) and not is_unit(line) and not _OTHER.match(line):
            whole[-1] += f" {line}"
        else:
            whole.append(line)
    return [each for line in whole for part in _listed(line) for each in _apart(part)]


def _listed(line: str) -> list[str]:
    """Return what stands between semicolons or strokes, where each part is a unit by itself."""
    parts = [re.sub(r"^(?:dan|serta)\s+", "", part) for part in re.split(r"\s*;\s*|\s+/\s+", line.strip(" ;")) if part]
    return parts if all(is_unit(part) or _OTHER.match(part) for part in parts) else [line]


def is_unit(text: str) -> bool:
    """Whether words begin like the name of a unit, a body or a post."""
    return rank(text) > 0 or is_post(text) or starts_party(text)


def apart(text: str) -> list[str]:
    """Return the parties that words name one after the other; the first may be of any kind: "Warga dan Dinas X"."""
    made, begins = [], 0
    for found in _AND.finditer(text):
        if found.start() > begins and _OTHER.match(text, found.end()):
            made.append(text[begins : found.start()].strip(" ,"))
            begins = found.end()
    return [*made, text[begins:].strip(" ,")]


def _apart(line: str) -> list[str]:
    made, begins = [], 0
    first = line.split(maxsplit=1)[0] if line.split() else ""
    for found in _AND.finditer(line):
        left = line[begins : found.start()]
        if len(left.split()) > 0 and (is_unit(left) or _OTHER.match(left)) and _OTHER.match(line, found.end()):
            made.append(left)
            begins = found.end()
    made.append(line[begins:])
    cut = []
    for each in made:
        again = each.find(f" {first} ", 1) if _OTHER.match(f"{first} X") and len(made) == 1 else -1
        cut += [each[:again], each[again + 1 :]] if again > 0 and len(each[:again].split()) > 1 else [each]
    return [each.strip(" ,;.") for each in cut if each.strip(" ,;.")]
