"""Three words for a body to the files of one whose maps are whole: every product made, handed over, used and named.

The three differ in grammar, tree of units, tongue and shape of work; nothing in them is a fault that a reader would
name, so that what a rule says of them is to be judged.
"""

from dataclasses import dataclass
from random import Random

import yaml as plain


@dataclass(frozen=True)
class Kind:
    """What tells one body from the other."""

    id: str
    name: str
    kind: str
    code: str
    sub: str
    head: str
    units: tuple[tuple[str, str], ...]
    parties: tuple[tuple[str, str], ...]
    things: tuple[str, ...]


KINDS = (
    Kind(
        "rsud-contoh", "Rumah Sakit Umum Daerah Contoh", "badan", "RS-{nn}", "{induk}.{n}", "Direktur",
        (("pelayanan", "Bidang Pelayanan Medik"), ("keperawatan", "Bidang Keperawatan"),
         ("penunjang", "Bidang Penunjang"), ("keuangan", "Bagian Keuangan")),
        (("pasien", "Pasien"), ("penjamin", "Penjamin Biaya")),
        ("rawat jalan", "rawat inap", "gawat darurat", "farmasi", "laboratorium", "rekam medis", "gizi", "rujukan"),
    ),
    Kind(
        "dinas-contoh", "Dinas Penanaman Modal Contoh", "dinas", "P{n}", "{induk}-{nn}", "Kepala Dinas",
        (("perizinan", "Bidang Perizinan"), ("pengawasan", "Bidang Pengawasan"), ("promosi", "Bidang Promosi"),
         ("sekretariat", "Sekretariat")),
        (("pemohon", "Pemohon"), ("dinas-teknis", "Dinas Teknis")),
        ("izin usaha", "izin bangunan", "izin reklame", "pengaduan", "kunjungan lapangan", "peta peluang", "kemitraan",
         "insentif"),
    ),
    Kind(
        "balai-contoh", "Balai Arsip Contoh", "lainnya", "{nn}", "{induk}.{nn}", "Kepala Balai",
        (("akuisisi", "Seksi Akuisisi"), ("pengolahan", "Seksi Pengolahan"), ("pemanfaatan", "Seksi Pemanfaatan"),
         ("tata-usaha", "Subbagian Tata Usaha")),
        (("pencipta-arsip", "Pencipta Arsip"), ("peneliti", "Peneliti")),
        ("arsip statis", "arsip foto", "arsip peta", "naskah kuno", "restorasi", "alih media", "pameran", "temu"),
    ),
)  # fmt: skip

WORKS = ("Penyelenggaraan", "Pengelolaan", "Penanganan", "Pengembangan")


def sound_body(which: int, processes: int, seed: int = 0) -> dict[str, bytes]:
    """The YAML files of the body `which` (0 to 2) with so many processes."""
    kind, chance = KINDS[which], Random(f"{which} {processes} {seed}")
    units = [{"id": "kantor", "nama": kind.name, "fungsi": []}]
    units += [{"id": one, "nama": name, "induk": "kantor"} for one, name in kind.units]
    posts = [{"id": "pimpinan", "nama": kind.head, "unit": "kantor", "kepala": True}]
    posts += [
        {"id": f"kepala-{one}", "nama": f"Kepala {name}", "unit": one, "kepala": True} for one, name in kind.units
    ]
    parties = [{"id": one, "nama": name, "jenis": "lainnya"} for one, name in kind.parties]
    proses: list[dict[str, object]] = []
    aliran: list[dict[str, object]] = []
    produk: dict[str, str] = {}
    maps: dict[str, dict[str, object]] = {}
    fungsi: list[dict[str, str]] = []
    for number in range(processes):
        thing = kind.things[number % len(kind.things)] + (f" gelombang {number}" if number >= len(kind.things) else "")
        slug = thing.replace(" ", "-")
        group = "utama" if number < max(1, processes - 2) else "pendukung" if number == processes - 2 else "lainnya"
        owner = kind.units[number % len(kind.units)][0]
        code = kind.code.replace("{nn}", f"{number + 1:02}").replace("{n}", str(number + 1))
        fungsi.append({"id": f"fungsi-{slug}", "bunyi": f"penyelenggaraan {thing}"})
        party = chance.choice(kind.parties)[0]
        proses.append(
            {"id": slug, "kode": code, "nama": f"{WORKS[number % 4]} {thing.title()}", "kelompok": group,
             "pemilik": owner, "terlibat": [party], "melayani": ["sasaran-1", f"fungsi-{slug}"]}
        )  # fmt: skip
        before = f"permohonan-{slug}"
        produk[before] = f"surat permohonan {thing}"
        parts = chance.randint(2, 4)
        for part in range(1, parts + 1):
            leaf, made = f"{slug}-{part}", f"keputusan-{slug}-{part}"
            produk[made] = f"keputusan {thing} tahap {part}"
            sub = kind.sub.replace("{induk}", code).replace("{nn}", f"{part:02}").replace("{n}", str(part))
            name = ("Pendaftaran", "Pemeriksaan", "Penetapan", "Pelaporan")[part - 1]
            proses.append({"id": leaf, "kode": sub, "nama": f"{name} {thing.title()}", "induk": slug})
            aliran.append({"produk": before, "dari": party if part == 1 else f"{slug}-{part - 1}", "ke": leaf})
            maps[leaf] = _work(chance, kind, leaf, owner, party, before, made, thing, produk)
            before = made
        aliran.append({"produk": before, "dari": f"{slug}-{parts}", "ke": party})
    units[0]["fungsi"] = fungsi
    files: dict[str, object] = {
        "instansi.yaml": {
            "skema": 1, "id": kind.id, "nama": kind.name, "jenis": kind.kind, "tempat": "Contoh",
            "periode": {"awal": 2025, "akhir": 2029},
            "profil": {"pola_proses": kind.code, "pola_sub_proses": kind.sub},
        },
        "organisasi.yaml": {"unit": units, "jabatan": posts, "pihak": parties},
        "arah.yaml": {
            "visi": "Layanan yang terjangkau",
            "misi": [{"id": "misi-1", "bunyi": "Mendekatkan layanan"}],
            "tujuan": [{"id": "tujuan-1", "bunyi": "Layanan mudah dicapai", "misi": "misi-1"}],
            "sasaran": [{"id": "sasaran-1", "bunyi": "Waktu layanan berkurang", "tujuan": "tujuan-1"}],
        },
        "produk.yaml": {"produk": [{"id": one, "nama": name} for one, name in produk.items()]},
        "proses.yaml": {"proses": proses},
        "aliran.yaml": {"aliran": aliran},
    }  # fmt: skip
    files |= {f"lintas-fungsi/{leaf}.yaml": content for leaf, content in maps.items()}
    return {name: plain.safe_dump(data, allow_unicode=True, sort_keys=False).encode() for name, data in files.items()}


def _work(
    chance: Random, kind: Kind, leaf: str, owner: str, party: str, given: str, made: str, thing: str,
    produk: dict[str, str],
) -> dict[str, object]:  # fmt: skip
    """One lintas fungsi: received, checked with a limited return, worked on in parallel or in a row, signed, given."""
    other = chance.choice([one for one, _ in kind.units if one != owner])

    def product(what: str) -> str:
        produk[f"{what}-{leaf}"] = f"{what.replace('-', ' ')} {thing} {leaf.rpartition('-')[2]}"
        return f"{what}-{leaf}"

    listed, notes, draft = product("lembar-periksa"), product("telaah"), product("rancangan-keputusan")
    step = lambda id_, lane, name, uses, makes, time, **more: {  # noqa: E731
        "id": id_, "jalur": lane, "kegiatan": name, "pakai": uses, "hasil": makes, "waktu": time, **more,
    }  # fmt: skip
    subject = f"{thing} {leaf.rpartition('-')[2]}"
    rows: list[dict[str, object]] = [
        step("terima", other, f"Menerima berkas {subject}", [given], [listed], "1 jam", tindakan="mencatat"),
        {"id": "lengkap", "jalur": owner, "putusan": "Berkas lengkap?", "pakai": [given, listed], "waktu": "1 jam",
         "pilihan": {"Ya": "bagi" if len(leaf) % 2 else "telaah",
                     "Tidak": {"kembali": "terima", "paling_banyak": 2, "lalu": "ditolak"}}},
    ]  # fmt: skip
    review = step("telaah", owner, f"Menelaah isi {subject}", [given, listed], [notes], "2 HK", tindakan="menelaah")
    if len(leaf) % 2:
        check_ = product("hasil-lapangan")
        rows += [
            {"id": "bagi", "jalur": owner, "gerbang": "serentak", "ke": ["telaah", "lapangan"]},
            {**review, "ke": "temu"},
            step("lapangan", other, f"Memeriksa lapangan {subject}", [listed], [check_], "3 HK", ke="temu"),
            {"id": "temu", "jalur": owner, "gerbang": "serentak", "ke": "susun"},
        ]
        uses = [notes, check_]
    else:
        rows.append({**review, "ke": "susun"})
        uses = [notes]
    rows += [
        step("susun", owner, f"Menyusun rancangan {subject}", uses, [draft], "2 HK", tindakan="menyusun"),
        step("tetapkan", "pimpinan", f"Menetapkan keputusan {subject}", [draft], [made], "1 HK", tindakan="menetapkan"),
        step("serahkan", other, f"Menyerahkan keputusan {subject}", [made], [made], "1 jam", tindakan="menyampaikan",
             ke="selesai"),
    ]  # fmt: skip
    return {
        "proses": leaf,
        "batas": "30 HK",
        "jalur": [owner, other, "pimpinan"],
        "mulai": "Berkas masuk",
        "selesai": {"selesai": "Keputusan diserahkan", "ditolak": "Berkas dikembalikan"},
        "langkah": rows,
    }
