"""The exits of one row (ke, kembali, pesan, bila_lewat, pilihan) to a list of single exits."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import ValidationError

from probis.interchange.yaml import words
from probis.interchange.yaml.build import key_form
from probis.interchange.yaml.marked import Entries, Items, Mark, Report, Word, key_mark, mark_of, shown, word
from probis.interchange.yaml.shape import fields
from probis.interchange.yaml.slug import is_id
from probis.model import Alur, JenisAlur, Rentang

JENIS: Mapping[str, JenisAlur] = {
    "ke": JenisAlur.URUT,
    "kembali": JenisAlur.KEMBALI,
    "pesan": JenisAlur.PESAN,
    "bila_lewat": JenisAlur.TENGGAT,
}
"""The key that holds the target of an exit, and the kind of flow it makes."""

EXIT_KEYS = (*JENIS, "pilihan", "setelah")
STATED = ("ke", "kembali", "pesan", "pilihan")
"""Keys that say where the work goes on, so that nothing is implied."""

_EXTRA = tuple(name for name in fields(Alur) if name not in ("dari", "ke", "jenis"))


@dataclass
class Exit:
    """One exit: its targets (several are taken in parallel), its kind, and the other fields of its flow."""

    targets: list[Word]
    jenis: JenisAlur
    node: Entries


@dataclass
class Row:
    """One row: the fields of its node in the model's names, and how it goes on."""

    id: str
    kind: str
    node: Entries
    mark: Mark
    exits: dict[str, object] = field(default_factory=dict)
    exits_at: dict[str, Mark] = field(default_factory=dict)
    out: list[Exit] = field(default_factory=list)
    setelah: list[Word] = field(default_factory=list)

    @property
    def stated(self) -> bool:
        """Whether the row says itself where the work goes on."""
        return any(key in self.exits for key in STATED)


def lewat(paling_lama: object) -> str:
    """Return the name of the flow that is taken when the longest wait has passed: "lewat 5 HK"."""
    if isinstance(paling_lama, Rentang):
        return f"lewat {paling_lama.ringkas}"
    if isinstance(paling_lama, str) and paling_lama.strip():
        try:
            return lewat(Rentang.model_validate(str(paling_lama)))
        except ValidationError:
            pass
    return "lewat waktu"


def lalu_name(jawab: str, paling_banyak: int) -> str:
    """Return the name of the exit taken when a return may not be taken again: "Tidak, sudah 2 kali"."""
    return f"{jawab}, sudah {paling_banyak} kali" if jawab else f"Sudah {paling_banyak} kali"


def row_exits(row: Row, report: Report, alamat: str) -> None:
    """Fill `row.out` and `row.setelah` from the keys of the row, in the order written."""
    _Exits(row, report, f"{alamat}/{row.id}" if is_id(row.id) else alamat).fill()


class _Exits:
    def __init__(self, row: Row, report: Report, alamat: str) -> None:
        self.row = row
        self.report = report
        self.alamat = alamat

    def fill(self) -> None:
        for key, node in self.row.exits.items():
            at = self.row.exits_at[key]
            if isinstance(node, Word) and node.blank:
                self._say(at, words.blank(key))
            elif key == "setelah":
                self.row.setelah = self._targets(node, key, at)
            elif key == "pilihan":
                self._answers(node, at)
            else:
                self._plain(key, node, at)

    def _say(self, mark: Mark, said: words.Said) -> None:
        self.report.add(mark, *said, alamat=self.alamat)

    # ke, kembali, pesan, bila_lewat --------------------------------------------------------------------------------

    def _plain(self, key: str, node: object, at: Mark) -> None:
        name = lewat(self.row.node.get("paling_lama")) if key == "bila_lewat" else ""
        written = list(node) if isinstance(node, Items) else [node]
        texts = [one for one in written if isinstance(one, Word)]
        parallel = key == "ke" and len(texts) > 1 and self.row.kind not in ("gerbang", "putusan", "selesai")
        if parallel and len(texts) == len(written):
            self.row.out.append(Exit(self._targets(node, key, at), JenisAlur.URUT, _flow(at)))
            return
        for one in written:
            if isinstance(one, Entries):
                self._mapping(one, key, name)
            else:
                for target in self._targets(one, key, at):
                    self.row.out.append(Exit([target], JENIS[key], _flow(target.mark, name)))

    def _targets(self, node: object, key: str, at: Mark) -> list[Word]:
        written = list(node) if isinstance(node, Items) else [node]
        good = []
        for one in written:
            if not isinstance(one, Word):
                self._say(mark_of(one, at), words.not_text(key, one))
            elif one.blank:
                self._say(one.mark, (f"Ada butir kosong pada “{key}”.", "Tulis id langkah yang dituju, atau hapus."))
            else:
                good.append(word(one.strip(), one.mark))
        return good

    def _mapping(self, node: Entries, key: str, name: str, jawab: Word | None = None) -> None:
        """Take one exit written as a mapping: its target under ke, kembali, pesan or bila_lewat, and its fields."""
        made = _flow(node.mark, name if jawab is None else "")
        if jawab is not None:
            made["nama"], made.keys_at["nama"] = jawab, jawab.mark
        target, lalu, jenis = self._split(node, made, key, answer=jawab is not None)
        if target is None:
            wanted = "ke" if key == "pilihan" else key
            self._say(
                node.mark,
                (f"Jalan ini pada “{key}” belum menyebut tujuannya.", f"Tulis “{wanted}:” dengan id langkah."),
            )
            return
        at = mark_of(target, node.mark)
        targets = self._targets(target, key, at)
        if len(targets) > 1 and jenis is JenisAlur.URUT and self.row.kind != "gerbang":
            self.row.out.append(Exit(targets, jenis, made))
        else:
            self.row.out.extend(Exit([one], jenis, _copy(made)) for one in targets)
        if lalu is not None:
            self._then(node, made, lalu)

    def _split(
        self, node: Entries, made: Entries, key: str, *, answer: bool
    ) -> tuple[object | None, object | None, JenisAlur]:
        target: object | None = None
        lalu: object | None = None
        jenis = JENIS.get(key, JenisAlur.URUT)
        cut = [name for name, value in node.items() if isinstance(value, Word) and value.bare]
        if cut:
            self._say(key_mark(node, cut[0], node.mark), words.swallowed("", cut))
        for written, value in node.items():
            wanted, at = key_form(written), key_mark(node, written, node.mark)
            if written in cut:
                continue
            if wanted in JENIS and target is not None:
                self._say(at, ("Jalan ini menyebut dua tujuan.", "Tulis satu jalan untuk setiap tujuan."))
            elif wanted in JENIS:
                target = value
                jenis = jenis if wanted == "ke" else JENIS[wanted]
            elif wanted == "lalu":
                lalu = value
            elif wanted == "jawab" and key == "pilihan":
                made["nama"], made.keys_at["nama"] = value, at
            elif wanted in _EXTRA and not (wanted == "nama" and answer):
                made[wanted], made.keys_at[wanted] = value, at
            else:
                known = ("jawab",) if key == "pilihan" else ()
                self._say(at, words.unknown_key(written, "jalan keluar", (*known, *JENIS, *_EXTRA, "lalu")))
        return target, lalu, jenis

    def _then(self, node: Entries, made: Entries, lalu: object) -> None:
        """Make the third exit explicit that a limited return hides."""
        limit = made.get("paling_banyak")
        number = str(limit).strip().removesuffix(" kali") if isinstance(limit, Word) else ""
        at = key_mark(node, "lalu", node.mark)
        if not (number.isascii() and number.isdigit() and len(number) < 10):
            self._say(at, ("“lalu” perlu batas pengulangan.", "Tulis juga paling_banyak, misalnya paling_banyak: 2."))
            return
        nama = made.get("nama")
        for target in self._targets(lalu, "lalu", at):
            name = lalu_name(str(nama).strip() if isinstance(nama, Word) else "", int(number))
            self.row.out.append(Exit([target], JenisAlur.URUT, _flow(target.mark, name)))

    # pilihan -------------------------------------------------------------------------------------------------------

    def _answers(self, node: object, at: Mark) -> None:
        if isinstance(node, Items):
            for one in node:
                if isinstance(one, Entries):
                    self._mapping(one, "pilihan", "")
                else:
                    said = words.not_entries("pilihan", ["jawab", "ke"], one)
                    self._say(mark_of(one, at), said)
            return
        if not isinstance(node, Entries):
            self._say(at, words.not_entries("pilihan", ["Ya", "Tidak"], node))
            return
        for jawab, value in node.items():
            mark = key_mark(node, jawab, at)
            answer = word(jawab, mark)
            if isinstance(value, Entries):
                self._mapping(value, "pilihan", "", answer)
            elif isinstance(value, Word) and value.bare:
                self._say(mark, words.swallowed("", [jawab]))
            elif isinstance(value, Word) and value.blank:
                self._say(
                    mark, (f"Jawaban “{shown(jawab)}” belum menyebut tujuannya.", "Tulis id langkah sesudah titik dua.")
                )
            else:
                made = _flow(mark, jawab)
                targets = self._targets(value, "pilihan", mark)
                split = len(targets) > 1 and self.row.kind != "gerbang"
                groups = [targets] if split else [[one] for one in targets]
                self.row.out.extend(Exit(group, JenisAlur.URUT, _copy(made)) for group in groups)


def _flow(mark: Mark, name: str = "") -> Entries:
    made = Entries()
    made.mark, made.keys_at = mark, {}
    if name:
        made["nama"], made.keys_at["nama"] = word(name, mark), mark
    return made


def _copy(node: Entries) -> Entries:
    made = Entries(node)
    made.mark, made.keys_at = node.mark, dict(node.keys_at)
    return made
