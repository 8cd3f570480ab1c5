"""Turns a size into the files of a generated body: real in shape, free of chance, to test and measure growth.

The examples are here, too, read once for all tests of a process: nobody can change a model.
"""

from functools import cache
from pathlib import Path

from probis.documents import writer
from probis.interchange import yaml
from probis.model import PetaProsesBisnis
from probis.paper import Paper
from probis.store.folder import read_folder

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"

UNITS = ("loket", "verifikasi", "teknis", "pimpinan", "arsip")
PARTIES = ("pemohon", "instansi-lain")


@cache
def example(name: str) -> PetaProsesBisnis:
    """What the example of that name says."""
    model = yaml.read(read_folder(EXAMPLES / name)).nilai
    assert model is not None
    return model


@cache
def decree(name: str) -> Paper:
    """The decree of the example of that name, with its maps drawn."""
    return writer("keputusan")(example(name))


def body(size: int, subs: int = 3) -> dict[str, bytes]:
    """The YAML files of a body with `size` processes, each with `subs` sub processes and as many lintas fungsi.

    Every lintas fungsi has a decision, a limited return, parallel branches and two ends; their lengths differ.
    """
    processes = [f"proses-{n}" for n in range(1, size + 1)]
    leaves = [(f"{p}-sub-{k}", p, n, k) for n, p in enumerate(processes, 1) for k in range(1, subs + 1)]
    files = {
        "instansi.yaml": _instansi(),
        "organisasi.yaml": _organisasi(),
        "produk.yaml": "produk:\n" + "".join(f"- id: hasil-{p}\n  nama: hasil {n}\n" for n, p in enumerate(processes)),
        "proses.yaml": "proses:\n"
        + "".join(_process(n, p) for n, p in enumerate(processes, 1))
        + "".join(_leaf(id, p, n, k) for id, p, n, k in leaves),  # noqa: A001
        "aliran.yaml": "aliran:\n" + "".join(_flows(processes, n, p, subs) for n, p in enumerate(processes)),
    }
    for id, _, n, k in leaves:  # noqa: A001
        files[f"lintas-fungsi/{id}.yaml"] = _lanes(id, 3 + (n + k) % 5)
    return {name: text.encode() for name, text in files.items()}


def _instansi() -> str:
    return (
        "skema: 1\nid: badan-uji\nnama: Badan Uji Pertumbuhan\njenis: badan\ntempat: Contoh\n"
        "periode:\n  awal: 2025\n  akhir: 2029\nprofil:\n  pola_proses: BU-{nn}\n  pola_sub_proses: '{induk}.{n}'\n"
    )


def _organisasi() -> str:
    units = "".join(f"- id: {u}\n  nama: Bagian {u.title()}\n  induk: badan\n" for u in UNITS)
    parties = "".join(f"- id: {p}\n  nama: {p.replace('-', ' ').title()}\n" for p in PARTIES)
    return f"unit:\n- id: badan\n  nama: Badan Uji\n{units}pihak:\n{parties}"


def _process(n: int, id: str) -> str:
    kelompok = ("utama", "pendukung", "lainnya")[0 if n % 4 else 1 + n % 2]
    owner = UNITS[n % len(UNITS)]
    name = f"- id: {id}\n  kode: BU-{n:02}\n  nama: Pengelolaan urusan ke-{n}\n"
    return f"{name}  kelompok: {kelompok}\n  pemilik: {owner}\n"


def _leaf(id: str, parent: str, n: int, k: int) -> str:
    return f"- id: {id}\n  kode: BU-{n:02}.{k}\n  nama: Penanganan bagian {k} dari urusan {n}\n  induk: {parent}\n"


def _flows(processes: list[str], n: int, id: str, subs: int) -> str:
    giver = PARTIES[n % 2] if n % 3 == 0 else f"{processes[n - 1]}-sub-{subs}"
    rows = [(f"bahan {n}", giver, f"{id}-sub-1")]
    rows += [(f"antara {n}.{k}", f"{id}-sub-{k}", f"{id}-sub-{k + 1}") for k in range(1, subs)]
    rows.append((f"hasil-{id}", f"{id}-sub-{subs}", PARTIES[(n + 1) % 2]))
    return "".join(f"- produk: {what}\n  dari: {a}\n  ke: {b}\n" for what, a, b in rows)


def _lanes(process: str, middle: int) -> str:
    steps = [
        "- id: ajukan\n  jalur: pemohon\n  kegiatan: Mengajukan permohonan layanan\n  hasil: surat permohonan\n",
        "- id: terima\n  jalur: loket\n  kegiatan: Menerima dan mencatat permohonan\n  waktu: 1 jam\n",
        "- id: lengkap\n  jalur: verifikasi\n  putusan: Berkas lengkap?\n  pilihan:\n    Ya: bagi\n"
        "    Tidak: {kembali: ajukan, paling_banyak: 2, lalu: gugur}\n",
        "- id: bagi\n  jalur: verifikasi\n  gerbang: serentak\n  ke: [langkah-1, sejajar]\n",
    ]
    for k in range(1, middle + 1):
        lane = ("teknis", "verifikasi")[k % 2]
        after = f"langkah-{k + 1}" if k < middle else "gabung"
        steps.append(
            f"- id: langkah-{k}\n  jalur: {lane}\n  kegiatan: Menelaah pokok bahasan nomor {k}\n"
            f"  waktu: {k} HK\n  ke: {after}\n"
        )
    steps += [
        "- id: sejajar\n  jalur: arsip\n  kegiatan: Mencari berkas terdahulu\n  waktu: 2 HK\n  ke: gabung\n",
        "- id: gabung\n  jalur: teknis\n  gerbang: serentak\n  ke: putuskan\n",
        "- id: putuskan\n  jalur: pimpinan\n  kegiatan: Menandatangani keputusan\n  waktu: 1 HK\n  ke: selesai\n",
    ]
    lanes = ", ".join(("pemohon", *UNITS))
    ends = "selesai:\n  selesai: Keputusan disampaikan\n  gugur: Permohonan dikembalikan\n"
    return f"proses: {process}\njalur: [{lanes}]\nmulai: Permohonan siap\n{ends}langkah:\n{''.join(steps)}"
