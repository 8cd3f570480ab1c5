"""A line of a form ("Pemilik Proses : Bidang Pasar") to the field of a process that it fills, and its values."""

import re

from probis.reading.makna import Makna
from probis.reading.parts._cascade import stripped
from probis.reading.parts._parties import owners
from probis.reading.parts._process_table import is_group

FIELD = re.compile(
    r"(?P<field>(?:(?:kode|nomor)\s+)?(?:proses\s+)?(?:induk|atasan)(?:\s+proses)?|kode(?:\s+proses)?|no(?:mor)?(?:\s+proses)?|nama(?:\s+(?:proses|peta))?(?:\s+bisnis)?|"
    r"(?:unit\s+|pejabat\s+)?(?:kerja\s+)?(?:penanggung\s*jawab|pemilik|pengampu)(?:\s+(?:utama|(?:sub\s?)?proses))?"
    r"|(?:kelompok|jenis|kategori)(?:\s+proses)?|(?:unit(?:\s+(?:kerja|organisasi))?|pihak|instansi|perangkat\s+daerah)\s+(?:(?:yang\s+)?ter(?:libat|kait)|pendukung)"
    r"|(?:masukan|input|keluaran|output|hasil|produk|pemasok|supplier|pelanggan|penerima|pengguna|customer)"
    r"(?:\s+proses)?)\s*:\s*(?P<value>.*)",
    re.IGNORECASE,
)
_FIELDS: tuple[tuple[Makna, re.Pattern[str]], ...] = (
    (Makna.MASUKAN, re.compile("^(?:masukan|input)")),
    (Makna.PEMASOK, re.compile("^(?:pemasok|supplier)")),
    (Makna.PELANGGAN, re.compile("^(?:pelanggan|penerima|pengguna|customer)")),
    (Makna.KELUARAN, re.compile("^(?:keluaran|output|hasil|produk)")),
    (Makna.PEMILIK, re.compile("penanggung|pemilik|pengampu")),
    (Makna.KELOMPOK, re.compile("^(?:kelompok|jenis|kategori)")),
    (Makna.PIHAK, re.compile("(?:libat|kait|pendukung)$")),
)
"""What the fields of a form tell of a process."""
LISTED = (Makna.MASUKAN, Makna.PEMASOK, Makna.PELANGGAN, Makna.KELUARAN)


def told_by(field: str, value: str) -> Makna | None:
    """Return what a field tells of a process; None for another field."""
    for what, pattern in _FIELDS:
        if pattern.search(field) is not None:
            return what if what is not Makna.KELOMPOK or is_group(value) else None
    return None


def values(what: Makna, value: str) -> list[str]:
    """Return the values of a field, each of several apart."""
    if what is Makna.PEMILIK:
        return owners([stripped(value)] if value else [])
    if what is Makna.KELOMPOK:
        return [stripped(value)]
    commas = what is Makna.PIHAK and ";" not in value
    values = [stripped(each) for each in re.split(r",\s*(?:dan\s+)?" if commas else r"\s*;\s*(?:dan\s+)?", value)]
    return [each for each in ((one.rstrip(".") for one in values) if what is Makna.PIHAK else values) if each]
