"""The rows of a lintas fungsi file to the nodes and flows of the model, nothing left implied."""

from collections.abc import Mapping

from probis.interchange.yaml import words
from probis.interchange.yaml.build import key_form
from probis.interchange.yaml.exits import EXIT_KEYS, Row, row_exits
from probis.interchange.yaml.joins import Joiner
from probis.interchange.yaml.marked import (
    Entries,
    Items,
    Mark,
    Report,
    Word,
    entries,
    items,
    key_mark,
    mark_of,
    shown,
    word,
)
from probis.interchange.yaml.shape import fields
from probis.interchange.yaml.slug import Taken, is_id, step_id
from probis.model import Gerbang, Kegiatan, Mulai, Panggil, Putusan, Selesai, Simpul, Tunggu

KINDS: Mapping[str, type[Simpul]] = {
    "kegiatan": Kegiatan,
    "putusan": Putusan,
    "tunggu": Tunggu,
    "panggil": Panggil,
    "gerbang": Gerbang,
    "mulai": Mulai,
    "selesai": Selesai,
}
"""The key that says what a row is and holds its text."""

HELD: Mapping[str, str] = {"panggil": "lintas_fungsi", "gerbang": "sifat"}
"""Where the text of the kind's key goes, if not to the node's name."""

MAX_ROWS = 500
"""Rows of one lintas fungsi that are read; a page holds some twenty."""

TOP = ("proses", "varian", "volume", "batas", "mulai", "selesai", "jalur", "langkah", "alur", "letak")
_LAST = ("sumber", "catatan", "tambahan", "asing")


def expand(node: Entries, id_: str, report: Report) -> Entries:
    """Return what a lintas fungsi file says in the model's own form: jalur, simpul, alur."""
    alamat = f"lintas-fungsi/{id_}"
    return _Expander(node, id_, alamat, report).whole()


class _Expander:
    def __init__(self, node: Entries, id_: str, alamat: str, report: Report) -> None:
        self.id = id_
        self.alamat = alamat
        self.report = report
        self.top = self._top(node)
        self.rows: list[Row] = []

    def whole(self) -> Entries:
        top = self.top
        self.rows = self._rows(top.get("langkah"))
        starts = self._short("mulai", Mulai)
        ends = self._short("selesai", Selesai)
        extra = self._extra_flows()
        joiner = Joiner(self.report, self.alamat)
        nodes, flows = joiner.join(
            starts, self.rows, ends, extra, {str(row.id) for row in (*starts, *self.rows, *ends)}
        )
        made = Entries()
        made.mark, made.keys_at = top.mark, dict(top.keys_at)
        made["id"] = word(self.id, top.mark)
        for key in (*TOP[:4], "jalur", "letak", *_LAST):
            if key in top:
                made[key] = top[key]
        made["simpul"], made.keys_at["simpul"] = items(nodes, top.mark), key_mark(top, "langkah", top.mark)
        made["alur"], made.keys_at["alur"] = items(flows, top.mark), key_mark(top, "langkah", top.mark)
        return made

    # The file's own keys -------------------------------------------------------------------------------------------

    def _top(self, node: Entries) -> Entries:
        made = Entries()
        made.mark, made.keys_at = node.mark, {}
        known = (*TOP, *_LAST)
        for key, value in node.items():
            wanted, at = key_form(key), key_mark(node, key, node.mark)
            if wanted == "id":
                if value != self.id:
                    self.report.add(
                        at,
                        "Id lintas fungsi adalah nama berkasnya.",
                        f"Hapus baris ini, atau namai berkasnya {shown(str(value))}.yaml.",
                        alamat=self.alamat,
                    )
            elif wanted not in known:
                self.report.add(at, *words.unknown_key(key, "lintas fungsi", known), alamat=self.alamat)
            elif wanted in made:
                self.report.add(at, *words.key_twice(key, made.keys_at[wanted]), alamat=self.alamat)
            else:
                made[wanted], made.keys_at[wanted] = value, at
        return made

    def _short(self, kind: str, cls: type[Simpul]) -> list[Row]:
        """Return the starts or ends written above the rows: one text, or id: text."""
        node = self.top.get(kind)
        at = key_mark(self.top, kind, self.top.mark)
        if node is None or (isinstance(node, Word) and node.blank):
            return []
        named: dict[str, object] = (
            {kind: node} if isinstance(node, Word) else dict(node) if isinstance(node, Entries) else {}
        )
        if not named and not isinstance(node, Entries):
            self._say(at, "", words.not_entries(kind, [kind], node))
        made = []
        for id_, text in named.items():
            mark = at if isinstance(node, Word) else key_mark(node, id_, at)
            if not isinstance(text, Word):
                self._say(mark, "", words.not_text(id_, text))
                continue
            fields_ = entries(mark, {"id": word(id_, mark), "jenis": word(kind, mark), "nama": text})
            made.append(Row(id_, kind, fields_, mark))
        return made

    def _extra_flows(self) -> list[Entries]:
        node = self.top.get("alur")
        flows = node if isinstance(node, Items) else [node] if isinstance(node, Entries) else []
        if node is not None and not flows and not (isinstance(node, Items) or (isinstance(node, Word) and node.blank)):
            self._say(key_mark(self.top, "alur", self.top.mark), "alur", words.not_list("alur", node))
        good = [flow for flow in flows if isinstance(flow, Entries)]
        for flow in flows:
            if not isinstance(flow, Entries):
                self._say(mark_of(flow, self.top.mark), "alur", words.not_entries("alur", ["dari", "ke"], flow))
        return good

    # Rows ----------------------------------------------------------------------------------------------------------

    def _rows(self, node: object) -> list[Row]:
        if node is None or (isinstance(node, Word) and node.blank):
            return []
        if not isinstance(node, Items):
            self._say(key_mark(self.top, "langkah", self.top.mark), "langkah", words.not_list("langkah", node))
            return []
        if len(node) > MAX_ROWS:
            said = (
                f"Lintas fungsi ini memuat {len(node)} langkah; paling banyak {MAX_ROWS}.",
                "Bagi menjadi beberapa lintas fungsi yang saling memanggil.",
            )
            self._say(node.mark, "langkah", said)
            return []
        written = [row for row in map(self._row, node) if row is not None]
        taken = Taken(row.id for row in written if row.id)
        for row in written:
            if not row.id:
                row.id = taken.new(step_id(str(row.node.get("nama") or row.node.get("lintas_fungsi") or row.kind)))
                row.node["id"] = word(row.id, row.mark)
        return written

    def _row(self, node: object) -> Row | None:
        if not isinstance(node, Entries):
            if not (isinstance(node, Word) and node.blank):
                said = words.not_entries("langkah", ["id", "jalur", "kegiatan"], node)
                self._say(mark_of(node, self.top.mark), "langkah", said)
            else:
                self._say(node.mark, "langkah", ("Ada langkah kosong.", "Isi langkah itu, atau hapus barisnya."))
            return None
        cut = [key for key, value in node.items() if isinstance(value, Word) and value.bare]
        if cut:
            self._swallowed(node, cut)
        keys = {key_form(key): key for key in node if key not in cut}
        kinds = [kind for kind in KINDS if kind in keys]
        if len(kinds) != 1:
            self._kind_missing(node, kinds)
            return None
        return self._fill(node, kinds[0], cut)

    def _fill(self, node: Entries, kind: str, cut: list[str]) -> Row:
        cls = KINDS[kind]
        known = [name for name in fields(cls) if name not in ("jenis", HELD.get(kind, "nama"))]
        exits = [key for key in EXIT_KEYS if key != "pilihan" or kind in ("putusan", "gerbang")]
        made = Entries()
        made.mark, made.keys_at = node.mark, {}
        row = Row("", kind, made, node.mark)
        for key, value in node.items():
            wanted, at = key_form(key), key_mark(node, key, node.mark)
            if key in cut:
                continue
            if wanted == kind:
                wanted = HELD.get(kind, "nama")
            elif wanted in exits:
                row.exits[wanted], row.exits_at[wanted] = value, at
                continue
            elif wanted not in known:
                said = words.unknown_key(key, f"langkah {kind}", ("id", kind, *known[1:], *exits))
                if wanted == "nama":
                    said = (said[0], f"Tulis teks langkah sesudah “{kind}:”.")
                self._say(at, _bidang(node), said)
                continue
            if wanted in made:
                self._say(at, _bidang(node), words.key_twice(key, made.keys_at[wanted]))
                continue
            made[wanted], made.keys_at[wanted] = value, at
        made["jenis"], made.keys_at["jenis"] = word(kind, node.mark), node.mark
        id_ = made.get("id")
        if isinstance(id_, Word) and id_.blank:
            del made["id"]
        elif isinstance(id_, Word):
            row.id = str(id_).strip()
        row_exits(row, self.report, self.alamat)
        return row

    def _kind_missing(self, node: Entries, kinds: list[str]) -> None:
        listed = words.enumerated(KINDS)
        if kinds:
            said = (
                f"Langkah ini menyebut {len(kinds)} jenis sekaligus: {', '.join(kinds)}.",
                "Pisahkan menjadi beberapa langkah, masing-masing satu jenis.",
            )
        else:
            said = ("Langkah ini belum menyebut jenis dan teksnya.", f"Tulis salah satu: {listed}.")
            near = {key: words.nearest(key_form(key), KINDS, 75) for key in node}
            guess = next(((key, kind) for key, kind in near.items() if kind), None)
            if guess:
                said = (f"Isian “{shown(guess[0])}” tidak dikenal pada langkah.", f"Maksud Anda “{guess[1]}”?")
                self._say(key_mark(node, guess[0], node.mark), _bidang(node), said)
                return
        self._say(node.mark, _bidang(node), said)

    def _swallowed(self, node: Entries, cut: list[str]) -> None:
        before = ""
        for key, value in node.items():
            if key == cut[0]:
                break
            before = str(value) if isinstance(value, Word) else ""
        self._say(key_mark(node, cut[0], node.mark), _bidang(node), words.swallowed(before, cut))

    def _say(self, mark: Mark, where: str, said: words.Said) -> None:
        alamat = f"{self.alamat}/{where}" if where and is_id(where) and where not in TOP else self.alamat
        self.report.add(mark, *said, alamat=alamat)


def _bidang(node: Entries) -> str:
    id_ = node.get("id")
    return str(id_) if isinstance(id_, Word) else ""
