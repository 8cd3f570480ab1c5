"""Bodies of any width, free of chance: so many processes, relations, parties and flows, spread by a seed."""

from __future__ import annotations

from typing import Any

from probis.model import PetaProsesBisnis

PROCESSES = (
    "Penyusunan Kebijakan Teknis", "Pembinaan dan Pengawasan Perangkat Daerah", "Pengelolaan Data dan Informasi",
    "Fasilitasi Penyelenggaraan Urusan", "Evaluasi Kinerja", "Pelayanan Perizinan Terpadu",
)  # fmt: skip
PARTIES = (
    "Dinas Kesehatan", "Badan Keuangan Daerah", "Inspektorat Daerah", "Pemerintah Kabupaten/Kota",
    "Kementerian Dalam Negeri", "DPRD", "Masyarakat", "Pelaku Usaha",
)  # fmt: skip
KINDS = ("dasar", "pengaruh", "pengendalian", "koordinasi")


class _Spread:
    """Numbers that look like chance and are the same each time (a linear congruence, as in Numerical Recipes)."""

    def __init__(self, seed: int) -> None:
        self.state = seed

    def below(self, most: int) -> int:
        self.state = (self.state * 1664525 + 1013904223) % 2**32
        return (self.state >> 8) % most


def wide_body(
    processes: int = 30,
    relations: int = 60,
    parties: int = 40,
    flows: int = 90,
    *,
    seed: int = 1,
    subs: int = 0,
    larger: str | None = None,
    paper: str = "F4",
) -> PetaProsesBisnis:
    """The body; each flow has a product of its own. With `subs` each process has parts, which flows name, too."""
    spread = _Spread(seed)
    top = [f"p{i}" for i in range(1, processes + 1)]
    leaves = [f"{p}-{k}" for p in top for k in range(1, subs + 1)]
    ends = [*top, *leaves]
    units = [f"u{i}" for i in range(9)]
    outside = [f"q{i}" for i in range(parties)]
    named: list[dict[str, Any]] = []
    for i, p in enumerate(top, 1):
        share = i / processes
        group = "utama" if share <= 0.6 else "pendukung" if share <= 0.9 else "lainnya"
        taking = [units[spread.below(9)], *(outside[spread.below(parties)] for _ in range(3 if parties else 0))]
        named.append(
            {
                "id": p,
                "kode": f"BX-{i:02}",
                "nama": f"{PROCESSES[i % len(PROCESSES)]} {i}",
                "kelompok": group,
                "pemilik": units[i % 9],
                "terlibat": list(dict.fromkeys(taking)),
            }
        )
        named.extend(
            {"id": f"{p}-{k}", "kode": f"BX-{i:02}.{k}", "nama": f"Penanganan bagian {k}", "induk": p}
            for k in range(1, subs + 1)
        )
    aliran = []
    for i in range(flows):
        own = ends[spread.below(len(ends))]
        others = [*outside, *units[:3], *(ends if subs else ())]
        other = others[spread.below(len(others))]
        if other == own:
            continue
        pair = {"dari": other, "ke": own} if spread.below(2) else {"dari": own, "ke": other}
        aliran.append({"id": f"a{i}", "produk": f"hasil nomor {i}", **pair})
    hubungan = []
    for i in range(relations):
        a, b = spread.below(processes), spread.below(processes)
        if a != b:
            hubungan.append({"id": f"h{i}", "jenis": KINDS[i % 4], "dari": top[a], "ke": top[b]})
    explained = [
        {"id": f"j{n}", "nomor": n, "bunyi": f"Penjelasan nomor {n} tentang hubungan antarproses;", "tentang": ids}
        for n, ids in enumerate(([h["id"] for h in hubungan[k::15]] for k in range(15)), 1)
        if ids
    ]
    kertas = {"ukuran": paper, **({"ukuran_peta_besar": larger} if larger else {})}
    return PetaProsesBisnis.model_validate(
        {
            "instansi": {
                "id": "bx",
                "nama": "Badan Contoh Pengelolaan",
                "jenis": "badan",
                "periode": {"awal": 2025, "akhir": 2029},
                "profil": {"kertas": kertas},
            },
            "organisasi": {
                "unit": [{"id": "bx", "nama": "Badan Contoh"}]
                + [{"id": u, "nama": f"Bidang Urusan {i}", "induk": "bx"} for i, u in enumerate(units)],
                "pihak": [{"id": q, "nama": f"{PARTIES[i % len(PARTIES)]} {i}"} for i, q in enumerate(outside)],
            },
            "proses": named,
            "aliran": aliran,
            "hubungan": hubungan,
            "penjelasan": explained,
        }
    )
