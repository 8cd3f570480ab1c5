"""A sentence to the bodies and offices it names."""

import re

_HEAD = (
    r"Dinas|Badan|Biro|Inspek\w{0,6}t|Inspektur|Sekretariat|Sekretaris Daerah|Kementerian"
    r"|Direktorat(?: Jenderal)?|Kantor|Balai|Lembaga|Satuan|Kecamatan"
    r"|Bagian|Bidang|Sub ?Bagian|Sub ?Bidang|Seksi|Gubernur|Bupati|Wali ?[Kk]ota|Menteri"
    r"|Presiden|Ombudsman|Komisi|Dewan|Tim|Pemerintah (?:Provinsi|Kabupaten|Kota|Daerah|Desa|Pusat)|Rumah Sakit"
    r"|Kepolisian|Kejaksaan|Pengadilan"
)
_GOES_ON = (
    r"(?:\s+(?:[A-Z][\w/.-]*"
    r"|(?:dan|serta|di)(?=\s+[A-Z])(?!\s+(?:Dinas|Badan|Biro|Inspektorat|Kementerian|Bagian|Bidang|Pe\w+an)\b)"
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
