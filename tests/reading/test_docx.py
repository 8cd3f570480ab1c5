"""Word files read: words as a reader sees them, tables with merged cells, tables that only set text side by side."""

import io
from zipfile import ZipFile

import docx as python_docx
import pytest
from docx.shared import Pt

from probis.reading.blocks import blocks
from probis.reading.document import Cell, Document, Kind, Line
from probis.reading.formats import read
from reading.word import docx, listed, p, packed, parts, table

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c63000100000500010d0a2db4"
    "0000000049454e44ae426082"
)


def of(body: str, **parts: str) -> Document:
    return read("a.docx", docx(body, **parts))


def texts(document: Document) -> list[str]:
    return [line.text for line in document.lines]


def runs(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def t(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def noise(document: Document) -> list[tuple[int, str, str]]:
    return [(each.line, each.text, each.what) for each in document.noise]


def test_a_file_of_python_docx_comes_back_with_its_headings_and_looks() -> None:
    made = python_docx.Document()
    made.add_heading("BAB I PENDAHULUAN", 1)
    line = made.add_paragraph()
    line.add_run("Tebal ").bold = True
    line.add_run("semua").bold = True
    line.alignment = 1
    part = made.add_paragraph("Tidak ")
    part.add_run("semua").bold = True
    part.paragraph_format.left_indent = Pt(36)
    part.paragraph_format.first_line_indent = Pt(-18)
    out = io.BytesIO()
    made.save(out)
    heading, bold, plain = read("a.docx", out.getvalue()).lines
    assert (heading.text, heading.heading) == ("BAB I PENDAHULUAN", 1)
    assert (bold.text, bold.bold, bold.centred, bold.heading) == ("Tebal semua", True, True, 0)
    assert (plain.text, plain.bold, plain.indent, plain.begins) == ("Tidak semua", False, 18.0, True)


def test_bold_by_style_and_not_by_a_run_that_takes_it_away() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Tebal"/><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="K"><w:name w:val="Kuat"/><w:rPr><w:b/></w:rPr></w:style>'
    )
    body = (
        p("satu", '<w:pStyle w:val="T"/>')
        + p("dua", '<w:pStyle w:val="T"/>', '<w:b w:val="0"/>')
        + p("tiga", "", '<w:rStyle w:val="K"/>')
        + p("empat", "<w:rPr><w:b/></w:rPr>")
    )
    assert [line.bold for line in of(body, styles=styles).lines] == [True, False, True, False]


def test_breaks_tabs_signs_and_capitals() -> None:
    body = (
        runs(t("KEPUTUSAN BUPATI") + "<w:r><w:br/></w:r>" + t("NOMOR : 5"))
        + runs(
            "<w:r><w:tab/></w:r>" + t("a.") + "<w:r><w:tab/><w:t>bahwa</w:t><w:noBreakHyphen/><w:t>sanya</w:t></w:r>"
        )
        + runs('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t> ada</w:t></w:r>')
        + p("judul", "", "<w:caps/>")
        + p("per&#173;aturan&#8203;")
    )
    document = of(body)
    assert texts(document) == ["KEPUTUSAN BUPATI", "NOMOR : 5", "a. bahwa-sanya", "✓ ada", "JUDUL", "peraturan"]
    assert [line.begins for line in document.lines][:3] == [True, None, True]
    assert document.lines[2].indent == 36.0


def test_what_was_deleted_is_left_out_and_what_was_added_is_read() -> None:
    body = (
        runs(t("Bagian ") + "<w:del><w:r><w:delText>Lama</w:delText></w:r></w:del><w:ins>" + t("Baru") + "</w:ins>")
        + '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>' + t("Satu ") + "</w:p>" + runs(t("kalimat"))
        + '<w:p><w:pPr><w:rPr><w:del w:id="2"/></w:rPr></w:pPr><w:del><w:r><w:delText>Hilang</w:delText></w:r></w:del>'
        + "</w:p>"
        + runs("<w:moveFrom>" + t("pindah") + "</w:moveFrom><w:moveTo>" + t("di sini") + "</w:moveTo>")
    )  # fmt: skip
    document = of(body)
    assert texts(document) == ["Bagian Baru", "Satu kalimat", "di sini"]
    assert [(line, text) for line, text, what in noise(document) if "dihapus" in what] == [
        (1, "Lama"),
        (3, "Hilang"),
        (3, "pindah"),
    ]
    assert any("sisipan" in what for _, _, what in noise(document))


def test_a_deleted_row_is_left_out_and_noted() -> None:
    made = table(["a", "b"], ["c", "d"]).replace("<w:tr>", "<w:tr><w:trPr><w:del/></w:trPr>", 1)
    document = of(made)
    assert texts(document)[-1] == "c\td"
    assert noise(document) == [(1, "ab", "baris tabel yang dihapus dengan lacak perubahan")]


def test_hidden_text_is_noted() -> None:
    document = of(runs(t("tampak") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t> rahasia</w:t></w:r>"))
    assert (texts(document), noise(document)) == (["tampak"], [(1, "rahasia", "teks tersembunyi")])


def test_of_a_field_the_result_is_read_and_its_code_is_not() -> None:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    inner = char("begin") + "<w:r><w:instrText> PAGE </w:instrText></w:r>" + char("separate") + t("7") + char("end")
    code = "<w:r><w:instrText> IF </w:instrText></w:r>"
    whole = char("begin") + code + inner + t("kode") + char("separate") + t("hasil") + char("end")
    simple = '<w:fldSimple w:instr="DATE">' + t("2020") + "</w:fldSimple>"
    assert texts(of(runs(whole + t(" dan ") + simple))) == ["hasil dan 2020"]


def test_links_controls_and_boxes_are_text_once() -> None:
    box = (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>"
        "<wps:cNvSpPr txBox='1'/><wps:spPr><a:prstGeom prst='rect'/></wps:spPr><wps:txbx><w:txbxContent>"
        f"{p('SALINAN')}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        "</mc:Choice><mc:Fallback><w:pict><v:shape type='#_x0000_t202'><v:textbox><w:txbxContent>"
        f"{p('SALINAN')}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    body = (
        runs("<w:hyperlink>" + t("tautan") + "</w:hyperlink>")
        + f"<w:sdt><w:sdtPr/><w:sdtContent>{p('kendali')}</w:sdtContent></w:sdt>"
        + runs("<w:sdt><w:sdtContent>" + t("isian") + "</w:sdtContent></w:sdt>")
        + runs(t("dekat kotak") + box)
    )
    assert texts(of(body)) == ["tautan", "kendali", "isian", "dekat kotak", "SALINAN"]


def test_notes_and_comments_are_noise_at_their_paragraph() -> None:
    body = runs(t("Teks") + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:commentReference w:id="0"/></w:r>')
    document = of(
        p("Awal") + body,
        footnotes=f'<w:footnote w:id="2">{p("Lihat lampiran")}</w:footnote>',
        comments=f'<w:comment w:id="0">{p("Periksa lagi")}</w:comment>',
    )
    assert texts(document) == ["Awal", "Teks"]
    assert noise(document) == [(2, "Lihat lampiran", "catatan kaki"), (2, "Periksa lagi", "komentar")]


def test_running_heads_are_noise_and_the_head_of_the_first_page_is_text() -> None:
    section = (
        '<w:sectPr><w:headerReference w:type="first" r:id="header1"/>'
        '<w:headerReference w:type="default" r:id="header2"/>'
        '<w:footerReference w:type="default" r:id="footer1"/>{}</w:sectPr>'
    )
    heads = {"header1": p("BUPATI MAJU"), "header2": p("- 2 -"), "footer1": p("Biro Hukum")}
    first = of(p("KEPUTUSAN") + section.format("<w:titlePg/>"), **heads)
    assert texts(first) == ["BUPATI MAJU", "KEPUTUSAN"]
    assert noise(first) == [(2, "- 2 -", "kepala halaman"), (2, "Biro Hukum", "kaki halaman")]
    assert texts(of(p("KEPUTUSAN") + section.format(""), **heads)) == ["KEPUTUSAN"]


def test_pages_are_counted_where_the_file_says_so() -> None:
    rendered = "<w:r><w:lastRenderedPageBreak/></w:r>"
    broken = runs('<w:r><w:br w:type="page"/></w:r>')
    document = of(
        p("satu") + runs(rendered + t("dua")) + broken + runs(rendered + t("tiga")) + runs(rendered + t("empat"))
    )
    assert [line.page for line in document.lines if line.text] == [1, 2, 3, 4]
    assert [line.page for line in of(p("satu")).lines] == [None]


def test_contents_are_noise() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    document = of(p("BAB I 3", '<w:pStyle w:val="TOC1"/>') + p("BAB I"), styles=styles)
    assert (texts(document), noise(document)) == (["BAB I"], [(1, "BAB I 3", "baris daftar isi")])


def cell(text: str, properties: str = "") -> str:
    return f"<w:tcPr>{properties}</w:tcPr>{p(text)}"


def test_merged_cells_have_their_place_and_reach() -> None:
    made = table(
        [cell("NO", '<w:vMerge w:val="restart"/>'), cell("URAIAN", '<w:gridSpan w:val="2"/>'), cell("KET")],
        [cell("", "<w:vMerge/>"), cell("Kode"), cell("Nama"), cell("x")],
        [cell("1"), cell("P.1"), cell("Satu", '<w:vMerge w:val="restart"/>'), cell("")],
        [cell("2"), cell("P.2"), cell("", "<w:vMerge/>"), cell("y")],
    ).replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", 2)
    rows = [line.cells for line in of(made).lines]
    assert rows == [
        (Cell("NO", 0, 1, 2, True), Cell("URAIAN", 1, 2, 1, True), Cell("KET", 3, header=True)),
        (Cell("Kode", 1, header=True), Cell("Nama", 2, header=True), Cell("x", 3, header=True)),
        (Cell("1", 0), Cell("P.1", 1), Cell("Satu", 2, 1, 2), Cell("", 3)),
        (Cell("2", 0), Cell("P.2", 1), Cell("y", 3)),
    ]


def test_cells_that_begin_later_and_old_merges() -> None:
    row = "<w:tr><w:trPr><w:gridBefore w:val='2'/></w:trPr><w:tc>" + p("c") + "</w:tc></w:tr>"
    old = (
        "<w:tr><w:tc><w:tcPr><w:hMerge w:val='restart'/></w:tcPr>" + p("a") + "</w:tc>"
        "<w:tc><w:tcPr><w:hMerge/></w:tcPr>" + p() + "</w:tc><w:tc>" + p("b") + "</w:tc></w:tr>"
    )
    made = table(["x", "y", "z"]).replace("</w:tbl>", old + row + "</w:tbl>")
    assert [[(c.text, c.column, c.columns) for c in line.cells] for line in of(made).lines] == [
        [("x", 0, 1), ("y", 1, 1), ("z", 2, 1)],
        [("a", 0, 2), ("b", 2, 1)],
        [("c", 2, 1)],
    ]


NUMBERS = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def test_paragraphs_of_a_cell_keep_their_lines_and_numbers() -> None:
    made = table(["Misi", listed("satu", 1) + listed("dua", 1)], ["x", table(["p", "q"], ["r", "s"]) + p()])
    first, second = of(made, numbering=NUMBERS).lines
    assert first.cells[1].text == "a. satu\nb. dua"
    assert second.cells[1].text == "p | q\nr | s"


def test_a_first_row_in_bold_is_a_head() -> None:
    bold = [f"{p(text, '', '<w:b/>')}" for text in ("No", "Nama")]
    rows = of(table(bold, ["1", "Satu"])).lines
    assert [[c.header for c in row.cells] for row in rows] == [[True, True], [False, False]]


BODY = [
    (p("Menimbang"), p(":"), listed("bahwa satu;", 1) + listed("bahwa dua;", 1)),
    (p("Mengingat"), p(":"), p("1. Undang-Undang Nomor 1 Tahun 2020;")),
]
DICTA = [
    (p("KESATU"), p(":"), p("Menetapkan peta, meliputi:") + p("a. peta proses;")),
    (p("KEDUA"), p(":"), p("Berlaku.")),
]


def test_a_table_that_holds_the_body_of_a_decree_is_paragraphs() -> None:
    body = table(*map(list, BODY), borders=False) + p("MEMUTUSKAN:") + table(*map(list, DICTA), borders=False)
    document = of(body, numbering=NUMBERS)
    assert texts(document) == [
        "Menimbang :",
        "a. bahwa satu;",
        "b. bahwa dua;",
        "Mengingat :",
        "1. Undang-Undang Nomor 1 Tahun 2020;",
        "MEMUTUSKAN:",
        "KESATU : Menetapkan peta, meliputi:",
        "a. peta proses;",
        "KEDUA : Berlaku.",
    ]
    assert all(line.kind is Kind.TEXT and line.begins for line in document.lines)
    assert [b.label for b in blocks(document.lines)] == ["", "a.", "b.", "", "1.", "", "KESATU", "a.", "KEDUA"]


@pytest.mark.parametrize("borders", [True, False])
def test_letters_in_a_column_of_their_own_join_their_text(borders: bool) -> None:
    rows = [["Menimbang", ":", "a.", "bahwa satu;"], ["", "", "b.", "bahwa dua;"], ["Mengingat", ":", "1.", "UU;"]]
    assert texts(of(table(*rows, borders=borders))) == [
        "Menimbang :",
        "a. bahwa satu;",
        "b. bahwa dua;",
        "Mengingat :",
        "1. UU;",
    ]


def test_the_head_of_an_annex_and_a_signature_are_paragraphs() -> None:
    head = table(["LAMPIRAN", ":", "KEPUTUSAN BUPATI"], ["NOMOR", ": 5 TAHUN 2021"], borders=False)
    sign = table(["", p("Ditetapkan di Maju") + p("BUPATI MAJU,")], borders=False)
    assert texts(of(head + p() + sign)) == [
        "LAMPIRAN : KEPUTUSAN BUPATI",
        "NOMOR : 5 TAHUN 2021",
        "",
        "Ditetapkan di Maju",
        "BUPATI MAJU,",
    ]


def test_a_table_without_lines_that_holds_data_stays_a_table() -> None:
    rows = [["No", "Kode", "Nama proses"], ["1", "P.1", "Satu"], ["2", "P.2", "Dua"]]
    assert [line.kind for line in of(table(*rows, borders=False)).lines] == [Kind.ROW] * 3
    named = [["No", "Nomor SOP", "Tentang"], ["1", "01", "Cuti"]]
    assert [line.kind for line in of(table(*named)).lines] == [Kind.ROW] * 2


def test_a_list_that_was_set_with_tabs_is_parted_from_its_head() -> None:
    typed = runs(t("Menimbang") + "<w:r><w:tab/></w:r>" + t(":") + "<w:r><w:tab/></w:r>" + t("a. bahwa satu;"))
    other = runs(t("KESATU") + "<w:r><w:tab/></w:r>" + t(":") + "<w:r><w:tab/></w:r>" + t("Menetapkan."))
    document = of(typed + other)
    assert texts(document) == ["Menimbang :", "a. bahwa satu;", "KESATU : Menetapkan."]
    assert [line.begins for line in document.lines] == [True, True, True]


def picture(relation: str, description: str = "") -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" descr="{description}"/><a:graphic><a:graphicData><pic:pic>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )


def test_pictures_stand_after_their_paragraph_and_after_the_table_of_their_cell() -> None:
    body = runs(t("Peta proses:") + picture("peta", "Peta proses")) + table(["a", runs(picture("peta"))], ["b", "c"])
    document = read("a.docx", docx(body, media={"peta.png": PNG}))
    assert [line.kind.value for line in document.lines] == ["text", "picture", "row", "row", "picture"]
    assert [(each.line, each.name, each.media, each.data == PNG) for each in document.pictures] == [
        (2, "peta.png", "image/png", True),
        (5, "peta.png", "image/png", True),
    ]
    assert document.lines[1].text == "Peta proses"


def test_a_picture_that_is_elsewhere_is_noted_and_not_fetched() -> None:
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="luar" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        'Target="http://127.0.0.1:9/x.png" TargetMode="External"/></Relationships>'
    )
    made = packed({**parts(runs(picture("luar"))), "word/_rels/document.xml.rels": relations})
    document = read("a.docx", made)
    assert [line.kind for line in document.lines] == [Kind.PICTURE]
    assert not document.pictures
    assert "tidak ada di dalam berkas" in document.noise[0].what


def test_a_strict_file_is_read_as_a_usual_one() -> None:
    strict = docx(table(["a", "b"]) + p("x", '<w:jc w:val="center"/>'))
    names = (
        (
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
        (
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    )
    with ZipFile(io.BytesIO(strict)) as archive:
        made: dict[str, str | bytes] = {}
        for name in archive.namelist():
            text = archive.read(name).decode()
            for usual, other in names:
                text = text.replace(usual, other)
            made[name] = text
    lines: tuple[Line, ...] = read("a.docx", packed(made)).lines
    assert [(line.text, line.centred) for line in lines] == [("a\tb", False), ("x", True)]


def test_the_same_bytes_are_read_the_same() -> None:
    made = docx(table(["a", "b"]) + listed("x", 1), numbering=NUMBERS)
    assert read("a.docx", made) == read("a.docx", made)
