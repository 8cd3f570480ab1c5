"""Word files that are none, are locked, or are made to do harm: a clear message, soon, in little memory."""

import io
import struct
import time
import tracemalloc
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from probis.reading.document import Unreadable
from probis.reading.formats import read
from reading.word import SPACES, docx, p, packed, parts, table

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500
ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">{}]>'
    f"<w:document {SPACES}><w:body><w:p><w:r><w:t>&{{}};</w:t></w:r></w:p></w:body></w:document>"
)


def main(text: str | bytes) -> bytes:
    return packed({**parts(""), "word/document.xml": text})


def body(inner: str) -> str:
    return f"<w:document {SPACES}><w:body>{inner}</w:body></w:document>"


def bomb() -> bytes:
    return main(body(p("a" * 300)).replace("</w:body>", " " * 60_000_000 + "</w:body>"))


def lying_bomb() -> bytes:
    """A part that says it is small and is not."""
    data = bytearray(main(body(" " * 60_000_000)))
    for mark, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        place = 0
        while (place := data.find(mark, place)) >= 0:
            if struct.unpack_from("<I", data, place + at)[0] == len(body(" " * 60_000_000)):
                struct.pack_into("<I", data, place + at, 1000)
            place += 4
    return bytes(data)


def billion_laughs() -> bytes:
    entities = "".join(
        f'<!ENTITY {name} "{"&" + below + ";" + "&" + below + ";" * 9}">'
        for below, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    return main(ENTITIES.format(entities, "i"))


def deep(element: str) -> bytes:
    return main(body(f"<{element}>" * 10_000 + f"</{element}>" * 10_000))


def deep_tables(levels: int) -> bytes:
    inner = p("dalam")
    for _ in range(levels):
        inner = table([inner + p()])
    return docx(inner)


def locked() -> bytes:
    data = bytearray(docx(p("x")))
    place = 0
    while (place := data.find(b"PK\x01\x02", place)) >= 0:
        data[place + 8] |= 1
        place += 4
    return bytes(data)


def many_parts() -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as archive:
        for n in range(6_000):
            archive.writestr(f"x{n}", b"")
    return out.getvalue()


def quoted(size: int) -> bytes:
    """A tag that has one long attribute."""
    return main(body(f'<w:p w:x="{"a" * size}"/>'))


MADE = {
    "a zip bomb": (bomb, "terlalu besar"),
    "a zip bomb that lies": (lying_bomb, "rusak|terlalu besar"),
    "an entity bomb": (billion_laughs, "DOCTYPE|rusak"),
    "an entity from outside": (
        lambda: main(ENTITIES.format('<!ENTITY b SYSTEM "file:///etc/passwd">', "b")),
        "DOCTYPE|rusak",
    ),
    "ten thousand levels": (lambda: deep("w:p"), "terlalu dalam"),
    "ten thousand controls": (lambda: deep("w:sdt"), "terlalu dalam"),
    "a thousand tables in each other": (lambda: deep_tables(1000), "terlalu dalam"),
    "no document": (lambda: packed({"word/styles.xml": "<a/>"}), "bukan dokumen Word"),
    "no body": (lambda: main(f"<w:document {SPACES}/>"), "tidak ada teksnya"),
    "not even XML": (lambda: main(b"\x00\xff\xfe junk"), "rusak"),
    "a tag that is not closed": (lambda: main(body("<w:p>")), "rusak"),
    "a part of the file": (lambda: docx(p("x") * 50)[:-300], "rusak"),
    "half of the file": (lambda: docx(p("x") * 50)[:400], "rusak"),
    "locked with a password": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "sandi"),
    "locked as a ZIP": (locked, "sandi"),
    "an old Word file": (lambda: OLE + "WordDocument".encode("utf-16-le"), r"\.doc\)"),
    "a PDF": (lambda: b"%PDF-1.7\n", "berisi PDF"),
    "rich text": (lambda: b"{\\rtf1 x}", "berisi RTF"),
    "a page of the web": (lambda: b"<!doctype html><p>x", "berisi HTML"),
    "an OpenDocument file": (
        lambda: packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}),
        "OpenDocument",
    ),
    "a ZIP of something else": (lambda: packed({"a.txt": "x"}), "bukan dokumen Word"),
    "junk": (lambda: bytes(range(256)) * 40, "bukan dokumen Word"),
    "six thousand parts": (many_parts, "bagian"),
    "a million tags": (lambda: main(body("<w:p/>" * 2_600_000)), "terlalu besar"),
    "too many lines": (lambda: packed(parts("<w:p/>" * 200_001), ZIP_STORED), "baris"),
    "an attribute of eleven million letters": (lambda: quoted(11_000_000), "rusak|terlalu besar"),
}  # fmt: skip


@pytest.mark.parametrize("name", MADE)
def test_a_clear_message_comes_soon(name: str) -> None:
    make, said = MADE[name]
    data = make()
    start = time.perf_counter()
    with pytest.raises(Unreadable, match=said) as refused:
        read("naskah.docx", data)
    assert time.perf_counter() - start < 8
    assert "naskah.docx" in refused.value.pesan or "Naskah" in refused.value.pesan


def test_a_bomb_takes_little_memory() -> None:
    data = bomb()
    tracemalloc.start()
    with pytest.raises(Unreadable):
        read("naskah.docx", data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 20_000_000


def test_macros_are_noted_and_left_alone() -> None:
    document = read("a.docx", packed({**parts(p("Teks")), "word/vbaProject.bin": b"\xd0\xcf"}))
    assert [line.text for line in document.lines] == ["Teks"]
    assert "makro" in document.noise[0].what


def test_a_file_with_macros_by_name_is_refused_with_what_can_be_read() -> None:
    with pytest.raises(Unreadable, match=r"\.docx"):
        read("a.docm", docx(p("x")))


def test_tables_within_reason_are_read_to_the_bottom() -> None:
    assert [line.text for line in read("a.docx", deep_tables(30)).lines if line.text] == ["dalam"]


def test_styles_and_lists_that_rest_on_themselves_end() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/>'
        "<w:rPr><w:b/></w:rPr></w:style>"
        '<w:style w:type="numbering" w:styleId="N"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="N"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    made = docx(p("x", '<w:pStyle w:val="A"/><w:numPr><w:numId w:val="1"/></w:numPr>'), styles=styles, numbering=lists)
    assert [(line.text, line.bold) for line in read("a.docx", made).lines] == [("x", True)]


def test_numbers_out_of_reach_do_no_harm() -> None:
    wild = '<w:ind w:left="99999999999999"/><w:outlineLvl w:val="-5"/><w:numPr>'
    wild += '<w:ilvl w:val="-3"/><w:numId w:val="1"/></w:numPr>'
    spans = '<w:tcPr><w:gridSpan w:val="99999999"/></w:tcPr>' + p("x")
    lists = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="2147483647"/>'
        '<w:numFmt w:val="upperRoman"/>'
        '<w:lvlText w:val="%1.%9"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    first = p("a", '<w:numPr><w:numId w:val="1"/></w:numPr>')
    lines = read("a.docx", docx(p("x", wild) + first + table([spans, spans]), numbering=lists)).lines
    assert [line.kind.value for line in lines] == ["text", "text", "row"]


def test_a_large_honest_file_is_read_in_time() -> None:
    inner = "".join(p(f"Kalimat nomor {n} tentang proses bisnis.") for n in range(20_000)) + table(
        *[["a", "b", "c"]] * 3_000
    )
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, part in parts(inner).items():
            archive.writestr(name, part)
    start = time.perf_counter()
    assert len(read("a.docx", out.getvalue()).lines) == 23_000
    assert time.perf_counter() - start < 15
