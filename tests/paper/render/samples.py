"""A paper that holds every kind of block, with names that try to be markup."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from probis.drawing.scene import Scene, Shape
from probis.drawing.scene import Text as Line
from probis.paper import (
    Align,
    Cell,
    Clause,
    Clauses,
    Column,
    Definition,
    DefinitionList,
    Facts,
    Figure,
    Heading,
    Image,
    Item,
    Letterhead,
    NumberedList,
    Numbering,
    Page,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Row,
    Run,
    Section,
    Signature,
    Table,
    Watermark,
    bold,
    italic,
    text,
)

EVIL = "R&D <b>\"kutip\"</b> #1 *tebal* $x$ _a_ @acu [b] \\ // `c` ~ = - '1' {{x}} #panic()"
LONG = "PERTANGGUNGJAWABANKEUANGANDAERAHKABUPATENKOTADANPROVINSINUSATENGGARA"
DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><circle cx="10" cy="10" r="9"/></svg>'
SCENE = Scene(
    900,
    500,
    "Peta & <uji>",
    "Peta proses dengan tujuh proses",
    (Shape("rect", 10, 10, 880, 480), Line(450, 250, "Halo & <dunia>", 14, anchor="middle")),
)


def listed(*words: str, numbering: Numbering = Numbering.DECIMAL) -> NumberedList:
    return NumberedList(tuple(Item(text(word)) for word in words), numbering)


def long_table(rows: int) -> Table:
    body: list[Row] = []
    for n in range(1, rows + 1):
        body.append(
            Row(
                (
                    Cell(text(f"{n}."), rows=2),
                    Cell(text(f"misi {n}"), rows=2),
                    Cell(text(LONG)),
                    Cell(blocks=(listed("satu", "dua"),)),
                )
            )
        )
        body.append(Row((Cell(text("tujuan")), Cell(text("sasaran")))))
    head = (
        Row((Cell(text("Visi : maju"), columns=4),)),
        Row(tuple(Cell(text(word)) for word in ("NO", "MISI", "TUJUAN", "SASARAN"))),
    )
    return Table(
        (Column(width_mm=11, align=Align.CENTER), Column(), Column(), Column()), tuple(body), head, text("Ket.")
    )


def register(columns: int) -> Table:
    """A register with turned heads, evil names, numbers and a sum."""
    names = ["No", *(f"{n} {EVIL if n % 2 else LONG}" for n in range(1, columns - 1)), "Bagian"]
    head = Row(tuple(Cell(text(name), turned_mm=40 if 0 < n < columns - 1 else 0) for n, name in enumerate(names)))

    def row(n: int) -> Row:
        number, share = Cell(text(f"{n},5"), number=Decimal(f"{n}.5")), Cell(text("40 %"), number=Decimal("0.4"))
        marks = tuple(Cell(text("=SUM(A1)" if k == n else "")) for k in range(columns - 2))
        return Row((number, *marks, replace(share, percent=True)))

    total = Row((Cell(text("Jumlah"), columns=columns - 1), Cell(text("3"), number=Decimal(3))))
    return Table((Column(width_mm=12),) * columns, (row(1), row(2)), (head,), size_pt=8, foot=(total,), keys=1)


def everything() -> Paper:
    first = Section(
        (
            Letterhead((bold("GUBERNUR CONTOH"),), Image(DOT.encode(), "svg", (20, 20), "Lambang negara")),
            Heading(text("KEPUTUSAN GUBERNUR\nNOMOR 1"), 1, align=Align.CENTER),
            Paragraph(text("biasa ", italic("miring "), Run("garis", underline=True), Run("usulan", tag=True))),
            Clauses(
                (
                    Clause(bold("Menimbang"), (listed("bahwa " + EVIL, "bahwa " + LONG, numbering=Numbering.LOWER),)),
                    Clause(
                        bold("KESATU"),
                        (NumberedList((Item(text("luar"), (listed("dalam", numbering=Numbering.LOWER_PAREN),)),)),),
                    ),
                )
            ),
            Signature((text("Ditetapkan di Kota"), bold("GUBERNUR,")), bold("NAMA"), (text("paraf"),)),
        )
    )
    second = Section(
        (
            Facts(((text("NOMOR"), text("1")), (text("TANGGAL"), text("2"))), at_mm=70, head=text("LAMPIRAN")),
            Heading(text("Visi"), 2, "I."),
            Heading(text("Lompat jauh"), 6, "A."),
            long_table(30),
            PageBreak(),
            DefinitionList((Definition(text("Istilah"), text("Arti")),)),
            Figure(Picture(SCENE), text("Gambar satu")),
        )
    )
    third = Section((Heading(text("PETA\nBO-01"), 2), Figure(Picture(SCENE), fill=True)), Page().turned())
    return Paper("Judul & <uji>", date(2020, 8, 14), (first, second, third), watermark=Watermark("RANCANGAN"))


EMPTY_BLOCKS = (
    Heading(()),
    Paragraph(()),
    NumberedList(()),
    NumberedList((Item(()),)),
    DefinitionList(()),
    Clauses(()),
    Clauses((Clause((), ()),)),
    Table((Column(),), ()),
    Table((Column(), Column()), (Row((Cell(), Cell())),)),
    Figure(Picture(Scene(1, 1, ""))),
    Letterhead(()),
    Facts(()),
    Signature((), ()),
    PageBreak(),
)
