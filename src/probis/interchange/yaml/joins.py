"""Rows with their exits to nodes and flows: the next row where nothing is said, splits and joins as own nodes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from probis.interchange.yaml.exits import Exit, Row
from probis.interchange.yaml.marked import Entries, Mark, Report, Word, entries, key_mark, shown, word
from probis.interchange.yaml.slug import Taken, is_id
from probis.model import JenisAlur, SifatGerbang, Tingkat

MAX_SPLITS = 30
"""Splits of one lintas fungsi whose joins are looked for; a page holds two or three."""


@dataclass
class _Arc:
    """A flow on its way to the model: ends as ids, its other fields in `node`."""

    dari: str
    ke: str
    jenis: str
    node: Entries
    mark: Mark


class Joiner:
    """Makes splits, joins and implied flows explicit; see `join`."""

    def __init__(self, report: Report, alamat: str) -> None:
        self.report = report
        self.alamat = alamat
        self.arcs: list[_Arc] = []
        self.rows: list[Row] = []
        self.ids = Taken(())
        self.splits: list[str] = []

    def join(
        self, starts: Sequence[Row], rows: Sequence[Row], ends: Sequence[Row], extra: Sequence[Entries], ids: set[str]
    ) -> tuple[list[Entries], list[Entries]]:
        """Return (nodes, flows) in the model's form; `extra` are flows written out by the file itself."""
        self.ids = Taken(ids)
        first = rows[0] if rows else ends[0] if len(ends) == 1 else None
        for start in starts:
            if rows and "jalur" in rows[0].node and "jalur" not in start.node:
                start.node["jalur"] = rows[0].node["jalur"]
            if first is not None:
                start.out.append(Exit([word(first.id, start.mark)], JenisAlur.URUT, _bare(start.mark)))
        leaving = {str(flow.get("dari", "")).strip() for flow in extra}
        self._implied(rows, ends, leaving)
        for row in (*starts, *rows, *ends):
            self._add(row)
        self._awaited(rows)
        self._meetings()
        self._lanes(ends)
        return [row.node for row in self.rows], [*map(_flow, self.arcs), *extra]

    # Flows ---------------------------------------------------------------------------------------------------------

    def _implied(self, rows: Sequence[Row], ends: Sequence[Row], leaving: set[str]) -> None:
        """Let each row without an exit of its own go to the next row; the last one to the only end."""
        awaited = {name for row in rows for name in row.setelah}
        following = [*rows[1:], ends[0] if len(ends) == 1 else None]
        for row, after in zip(rows, following, strict=False):
            if row.stated or row.kind == "selesai" or row.id in awaited or row.id in leaving:
                continue
            if after is not None and after.setelah:
                self._bypass(row, after)
            elif after is not None and after.kind != "mulai":
                row.out.insert(0, Exit([word(after.id, row.mark)], JenisAlur.URUT, _bare(row.mark)))

    def _bypass(self, row: Row, after: Row) -> None:
        """Report a row that only its place leads into one that waits for others."""
        waits = ", ".join(f"“{shown(name)}”" for name in after.setelah[:5])
        self.report.add(
            row.mark,
            f"Lanjutan “{shown(row.id)}” tidak jelas: langkah berikutnya, “{shown(after.id)}”, menunggu {waits} saja.",
            f"Tulis ke: pada “{shown(row.id)}”, atau tambahkan “{shown(row.id)}” ke setelah pada “{shown(after.id)}”.",
            alamat=f"{self.alamat}/{row.id}" if is_id(row.id) else self.alamat,
        )

    def _add(self, row: Row) -> None:
        self.rows.append(row)
        for exit_ in row.out:
            if len(exit_.targets) > 1:
                gate = self._gate(f"{row.id}-pecah", row, exit_.node.mark)
                self.rows.append(gate)
                self.splits.append(gate.id)
                self._arc(row.id, gate.id, exit_)
                for target in exit_.targets:
                    self._arc(gate.id, target, Exit([target], JenisAlur.URUT, _bare(target.mark)))
            else:
                for target in exit_.targets:
                    self._arc(row.id, target, exit_)

    def _arc(self, dari: str, ke: str, exit_: Exit) -> None:
        self.arcs.append(_Arc(dari, str(ke), exit_.jenis, exit_.node, exit_.node.mark))

    def _gate(self, base: str, like: Row, mark: Mark) -> Row:
        id_ = self.ids.new(base)
        node = entries(
            mark,
            {"id": word(id_, mark), "jenis": word("gerbang", mark), "sifat": word(SifatGerbang.SERENTAK, mark)},
        )
        lane = like.node.get("jalur")
        if isinstance(lane, Word):
            node["jalur"] = word(lane, mark)
        return Row(id_, "gerbang", node, mark)

    # Joins ---------------------------------------------------------------------------------------------------------

    def _awaited(self, rows: Sequence[Row]) -> None:
        """Put a join before each row that says `setelah`, and lead there what it waits for."""
        for row in rows:
            names = list(dict.fromkeys(row.setelah))
            if len(names) == 1:
                self._lead(names[0], row, row.id)
            elif names:
                gate = self._before(row, row.exits_at["setelah"])
                for name in names:
                    self._lead(name, row, gate.id)
                self._arc(gate.id, row.id, Exit([], JenisAlur.URUT, _bare(gate.mark)))

    def _before(self, row: Row, mark: Mark) -> Row:
        gate = self._gate(f"{row.id}-gabung", row, mark)
        self.rows.insert(self.rows.index(row), gate)
        return gate

    def _lead(self, name: Word, row: Row, target: str) -> None:
        """Lead the flows from the named row to `row` into `target`; a row that says nothing gets such a flow."""
        named = next((one for one in self.rows if one.id == name), None)
        origins = {str(name)} | {arc.ke for arc in self.arcs if arc.dari == name and arc.ke in self.splits}
        found = [arc for arc in self.arcs if arc.dari in origins and arc.ke == row.id and arc.jenis == JenisAlur.URUT]
        for arc in found:
            arc.ke = target
        said = [arc.ke for arc in self.arcs if arc.dari == name and arc.jenis == JenisAlur.URUT]
        if found or (named is not None and named.stated and self._disagree(name, row, said)):
            return
        self._arc(str(name), target, Exit([], JenisAlur.URUT, _bare(name.mark)))

    def _disagree(self, name: Word, row: Row, said: Iterable[str]) -> bool:
        onward = ", ".join(f"“{shown(one)}”" for one in said)
        self.report.add(
            name.mark,
            f"“{shown(row.id)}” menunggu “{shown(name)}”, tetapi “{shown(name)}” "
            + (f"berlanjut ke {onward}." if onward else "tidak berlanjut ke sana."),
            f"Tulis ke: {shown(row.id)} pada “{shown(name)}”, atau hapus “{shown(name)}” dari setelah.",
            alamat=f"{self.alamat}/{row.id}",
        )
        return True

    def _meetings(self) -> None:
        """Put a join where branches of one split that this file only implied come together again."""
        if len(self.splits) > MAX_SPLITS:
            self.report.add(
                self.rows[0].mark,
                f"Lintas fungsi ini berpisah serentak di {len(self.splits)} tempat; tempat gabungnya tidak dicari.",
                "Tulis gerbang gabungnya sendiri, atau bagi menjadi beberapa lintas fungsi.",
                alamat=self.alamat,
                tingkat=Tingkat.PERINGATAN,
            )
            return
        for split in list(self.splits):
            branches = self._branches(split)
            for row in list(self.rows):
                entering = self._first_meeting(split, row, branches)
                if entering is None:
                    continue
                if any(len(arcs) > 1 for arcs in entering.values()):
                    self._unclear(row)
                    continue
                gate = self._before(row, row.mark)
                for arcs in entering.values():
                    arcs[0].ke = gate.id
                self._arc(gate.id, row.id, Exit([], JenisAlur.URUT, _bare(gate.mark)))
                branches = self._branches(split)

    def _first_meeting(self, split: str, row: Row, branches: Mapping[str, set[str]]) -> dict[str, list[_Arc]] | None:
        """Return the flows into `row` by branch, where several branches of the split meet there first."""
        if row.kind in ("gerbang", "selesai", "mulai"):
            return None
        entering: dict[str, list[_Arc]] = {}
        for arc in self.arcs:
            if arc.ke != row.id or arc.jenis != JenisAlur.URUT:
                continue
            own = {arc.ke} if arc.dari == split else branches.get(arc.dari, set())
            if len(own) > 1:
                return None
            for branch in own:
                entering.setdefault(branch, []).append(arc)
        return entering if len(entering) > 1 else None

    def _branches(self, split: str) -> dict[str, set[str]]:
        """Return for each node the first nodes of the branches by which it is reached from the split."""
        onward: dict[str, list[str]] = {}
        for arc in self.arcs:
            if arc.jenis == JenisAlur.URUT:
                onward.setdefault(arc.dari, []).append(arc.ke)
        reached: dict[str, set[str]] = {}
        for branch in onward.get(split, []):
            waiting = [branch]
            while waiting:
                here = waiting.pop()
                if here != split and branch not in reached.setdefault(here, set()):
                    reached[here].add(branch)
                    waiting.extend(onward.get(here, []))
        return reached

    def _unclear(self, row: Row) -> None:
        self.report.add(
            row.mark,
            f"Cabang serentak bertemu di “{shown(row.id)}” lewat lebih dari satu jalan; tempat gabungnya tidak jelas.",
            "Tulis gerbangnya sendiri: satu langkah gerbang: serentak sebelum langkah ini.",
            alamat=f"{self.alamat}/{row.id}",
            tingkat=Tingkat.PERINGATAN,
        )

    # Lanes ---------------------------------------------------------------------------------------------------------

    def _lanes(self, ends: Sequence[Row]) -> None:
        """Put each end written above the rows into the lane of the first node that flows into it."""
        lanes = {row.id: row.node.get("jalur") for row in self.rows}
        for end in ends:
            sources = {arc.dari for arc in self.arcs if arc.ke == end.id}
            lane = next((lanes[row.id] for row in self.rows if row.id in sources), None)
            if isinstance(lane, Word) and "jalur" not in end.node:
                end.node["jalur"] = word(lane, end.mark)


def _bare(mark: Mark) -> Entries:
    made = Entries()
    made.mark, made.keys_at = mark, {}
    return made


def _flow(arc: _Arc) -> Entries:
    made = Entries(arc.node)
    made.mark = arc.mark
    made.keys_at = {key: key_mark(arc.node, key, arc.mark) for key in arc.node}
    made["dari"], made["ke"] = word(arc.dari, arc.mark), word(arc.ke, arc.mark)
    made["jenis"] = word(arc.jenis, arc.mark)
    return made
