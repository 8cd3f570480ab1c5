"""The numbers in front of Word's paragraphs, counted by us as Word counts them, and as LibreOffice prints them."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from probis.reading.formats import read
from reading.word import docx, listed, p, table

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def level(number: int, format_: str, text: str, more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{format_}"/>{more}'
        f'<w:suff w:val="space"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(id_: int, *levels: str, more: str = "") -> str:
    kind = '<w:multiLevelType w:val="multilevel"/>'
    return f'<w:abstractNum w:abstractNumId="{id_}">{kind}{more}{"".join(levels)}</w:abstractNum>'


def num(id_: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{id_}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def starts(level_: int, at: int) -> str:
    return f'<w:lvlOverride w:ilvl="{level_}"><w:startOverride w:val="{at}"/></w:lvlOverride>'


OUTLINE = abstract(
    0,
    level(0, "upperRoman", "BAB %1"),
    level(1, "upperLetter", "%2."),
    level(2, "decimal", "%3."),
    level(3, "lowerLetter", "%4)"),
    level(4, "decimal", "(%5)"),
    level(5, "lowerRoman", "%6."),
)
DECIMAL = abstract(1, level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3"))
LETTERS = abstract(2, level(0, "lowerLetter", "%1."))
ROMAN_THEN_LEGAL = abstract(
    3, level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>"), level(2, "lowerLetter", "%3.")
)
BULLETS = abstract(4, level(0, "bullet", "-"), level(1, "none", ""), level(2, "bullet", "•"))
NEVER_ANEW = abstract(5, level(0, "decimal", "%1."), level(1, "lowerLetter", "%2.", '<w:lvlRestart w:val="0"/>'))
FROM_FIVE = abstract(6, level(0, "decimal", "%1)", start=5), level(1, "decimalZero", "%2."))
BY_FIRST = abstract(
    7,
    level(0, "decimal", "%1."),
    level(1, "decimal", "%1.%2"),
    level(2, "lowerLetter", "%3.", '<w:lvlRestart w:val="1"/>'),
)
LISTS = (
    OUTLINE + DECIMAL + LETTERS + ROMAN_THEN_LEGAL + BULLETS + NEVER_ANEW + FROM_FIVE + BY_FIRST
    + num(1, 0) + num(2, 1) + num(3, 2) + num(4, 2, starts(0, 1)) + num(5, 3) + num(6, 4) + num(7, 5) + num(8, 6)
    + num(9, 2, starts(0, 4)) + num(10, 7)
)  # fmt: skip

TENS = ("", "x", "xx", "xxx")
ROMANS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
CASES: dict[str, tuple[list[tuple[int, int]], list[str]]] = {
    "an outline goes down and begins each level anew": (
        [(1, 0), (1, 1), (1, 2), (1, 2), (1, 3), (1, 3), (1, 4), (1, 5), (1, 1), (1, 2), (1, 0), (1, 1)],
        ["BAB I", "A.", "1.", "2.", "a)", "b)", "(1)", "i.", "B.", "1.", "BAB II", "A."],
    ),
    "numbers of several levels": (
        [(2, 0), (2, 1), (2, 1), (2, 2), (2, 0), (2, 1), (2, 2), (2, 2)],
        ["1.", "1.1", "1.2", "1.2.1", "2.", "2.1", "2.1.1", "2.1.2"],
    ),
    "letters beyond z": ([(3, 0)] * 28, [*(f"{chr(97 + n)}." for n in range(26)), "aa.", "bb."]),
    "a list that starts anew, and goes on": (
        [(3, 0), (3, 0), (4, 0), (4, 0), (9, 0), (9, 0)],
        ["a.", "b.", "a.", "b.", "d.", "e."],
    ),
    "Roman above, decimal below": (
        [(5, 0), (5, 0), (5, 1), (5, 1), (5, 2), (5, 0), (5, 1)],
        ["I.", "II.", "2.1", "2.2", "a.", "III.", "3.1"],
    ),
    "marks and none": ([(6, 0), (6, 0), (6, 1), (6, 2)], ["-", "-", "", "•"]),
    "a level that never begins anew": ([(7, 0), (7, 1), (7, 0), (7, 1)], ["1.", "a.", "2.", "b."]),
    "a level that begins anew below the first only": (
        [(10, 0), (10, 1), (10, 2), (10, 1), (10, 2), (10, 0), (10, 1), (10, 2)],
        ["1.", "1.1", "a.", "1.2", "b.", "2.", "2.1", "a."],
    ),
    "from five, and two digits": ([(8, 0), (8, 1), (8, 1), (8, 0)], ["5)", "01.", "02.", "6)"]),
    "forty Roman": ([(1, 5)] * 40, [*[f"{ten}{one}." for ten in TENS for one in ROMANS][1:], "xl."]),
}  # fmt: skip

# LibreOffice prints "aa", "ab" where Word prints "aa", "bb"; w:isLgl and w:lvlRestart it does not know.
NOT_IN_OFFICE = (
    "letters beyond z",
    "Roman above, decimal below",
    "a level that never begins anew",
    "a level that begins anew below the first only",
)


def labels(data: bytes) -> list[str]:
    return [line.text.partition("Teks")[0].strip() for line in read("a.docx", data).lines]


def of(case: list[tuple[int, int]], **parts: str) -> bytes:
    return docx("".join(listed(f"Teks {n}", *at) for n, at in enumerate(case)), numbering=LISTS, **parts)


@pytest.mark.parametrize("name", CASES)
def test_labels_are_computed(name: str) -> None:
    case, expected = CASES[name]
    assert labels(of(case)) == expected


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_prints_the_same_labels(tmp_path: Path) -> None:
    names = [name for name in CASES if name not in NOT_IN_OFFICE]
    for n, name in enumerate(names):
        (tmp_path / f"{n}.docx").write_bytes(of(CASES[name][0]))
    command = [
        str(OFFICE),
        f"-env:UserInstallation=file://{tmp_path}/profil",
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
    ]
    files = [str(tmp_path / f"{n}.docx") for n in range(len(names))]
    subprocess.run([*command, "--outdir", str(tmp_path), *files], check=True, capture_output=True, timeout=180)
    for n, name in enumerate(names):
        printed = (tmp_path / f"{n}.txt").read_text(encoding="utf-8-sig").splitlines()
        theirs = [line.partition("Teks")[0].strip() for line in printed if "Teks" in line]
        ours = labels((tmp_path / f"{n}.docx").read_bytes())
        mark = re.compile(r"^[-•●▪]$")  # as text it prints marks of its own
        assert [mark.sub("•", each) for each in theirs] == [mark.sub("•", each) for each in ours], name


def test_a_list_that_comes_with_the_style_and_one_that_is_taken_away() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="J1"><w:name w:val="heading 1"/>'
        '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="J2"><w:name w:val="heading 2"/><w:basedOn w:val="J1"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    )
    body = "".join(
        p("Teks", f'<w:pStyle w:val="{style}"/>{more}')
        for style, more in (
            ("J1", ""),
            ("J2", ""),
            ("J2", ""),
            ("J1", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
            ("J1", ""),
            ("J2", ""),
        )
    )
    document = read("a.docx", docx(body, styles=styles, numbering=LISTS))
    assert [line.text for line in document.lines] == ["1. Teks", "1.1 Teks", "1.2 Teks", "Teks", "2. Teks", "2.1 Teks"]
    assert [line.heading for line in document.lines] == [1, 2, 2, 1, 1, 2]


def test_a_level_that_is_tied_to_a_style() -> None:
    tied = abstract(
        0, level(0, "upperLetter", "%1.", '<w:pStyle w:val="A"/>'), level(1, "decimal", "%2)", '<w:pStyle w:val="B"/>')
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="Gaya {id_}"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for id_ in "AB"
    )
    body = "".join(p("Teks", f'<w:pStyle w:val="{style}"/>') for style in "ABBAB")
    assert labels(docx(body, styles=styles, numbering=tied + num(1, 0))) == ["A.", "1)", "2)", "B.", "1)"]


def test_a_list_that_is_kept_in_a_style() -> None:
    kept = abstract(0, level(0, "decimal", "%1."), more='<w:styleLink w:val="Daftar"/>')
    linked = abstract(1, more='<w:numStyleLink w:val="Daftar"/>')
    styles = (
        '<w:style w:type="numbering" w:styleId="Daftar"><w:name w:val="Daftar"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = listed("Teks", 2) + listed("Teks", 2)
    assert labels(docx(body, styles=styles, numbering=kept + linked + num(1, 0) + num(2, 1))) == ["1.", "2."]


def test_a_level_that_the_list_words_anew() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1 -")}</w:lvlOverride>'
    assert labels(docx(listed("Teks", 1) * 2, numbering=DECIMAL + num(1, 1, own))) == ["I -", "II -"]


def test_digits_with_zeros_and_marks_of_symbol_fonts() -> None:
    custom = abstract(
        0,
        '<w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>',
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0D8;"/>'
        '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>',
        '<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/>'
        '<w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr></w:lvl>',
        '<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/>'
        '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>',
    )
    body = "".join(listed("Teks", 1, each) for each in (0, 0, 1, 2, 3))
    assert labels(docx(body, numbering=custom + num(1, 0))) == ["009.", "010.", "➢", "○", "•"]


def test_numbers_count_on_through_tables_and_empty_paragraphs() -> None:
    cells = table([listed("", 2), "x"])
    document = read("a.docx", docx(listed("Teks", 2) + cells + listed("", 2) + listed("Teks", 2), numbering=LISTS))
    assert [line.text for line in document.lines] == ["1. Teks", "2.\tx", "3.", "4. Teks"]
    assert document.lines[0].raw == "Teks"


@pytest.mark.parametrize("list_", ["99", "x", "-1", "1e9", "99999999999999999999"])
def test_a_list_that_nobody_defined_sets_no_number(list_: str) -> None:
    body = p("Teks", f'<w:numPr><w:ilvl w:val="44"/><w:numId w:val="{list_}"/></w:numPr>')
    assert labels(docx(body, numbering=LISTS)) == [""]


def test_a_list_without_its_number_counts_for_no_paragraph() -> None:
    """Found by feeding the reader damaged files: w:num without w:numId was taken for the list of every paragraph."""
    nameless = '<w:num><w:abstractNumId w:val="0"/></w:num>'
    body = p("tanpa nomor") + p("kosong", "<w:numPr/>")
    document = read("a.docx", docx(body, numbering=OUTLINE + nameless))
    assert [line.text for line in document.lines] == ["tanpa nomor", "kosong"]
