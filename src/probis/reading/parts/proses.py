"""Every place where the code or the name of a process is printed: in heads, lists, tables and sentences.

`nomor` is the code exactly as printed (empty where none is), `teks` the name as printed. `sebagai` is "proses", "sub
proses" or "lintas fungsi" by the part, the column and the depth of the code. `induk` is the process whose code begins
this one's, else what it stands under in its list: a process or its "kelompok". From tables come "pemilik", "masukan",
"keluaran", "pemasok", "pelanggan", with the process of their row as `induk`.
"""

from collections.abc import Iterator, Sequence

from probis.model import Kutipan
from probis.reading.parts._processes import processes
from probis.reading.sections import Section


def read(sections: Sequence[Section]) -> Iterator[Kutipan]:
    """Yield processes, sub processes, lintas fungsi, their groups, and what tables say of them."""
    yield from processes(sections)
