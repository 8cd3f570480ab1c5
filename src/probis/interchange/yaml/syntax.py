"""What the YAML parser stumbled over, to a sentence that says what to change in the line."""

import re

_KUTIP = "Beri tanda kutip pada seluruh teks itu"

# The parser's words (left) never reach the user.
_PROBLEMS: tuple[tuple[str, str, str], ...] = (
    (
        r"did not find expected ',' or '[}\]]'",
        "Kurung { } atau [ ] tidak ditutup, atau koma di dalamnya kurang.",
        "Tutup kurungnya, atau tulis isinya baris demi baris.",
    ),
    (
        r"found unexpected (end of stream|document indicator)",
        "Tanda kutip dibuka tetapi tidak ditutup.",
        "Tambahkan tanda kutip penutup.",
    ),
    (
        r"could not find expected ':'",
        "Baris ini kehilangan titik dua sesudah nama isian.",
        "Tulis nama isian, titik dua, spasi, lalu isinya, misalnya nama: Biro Organisasi.",
    ),
    (
        r"did not find expected (key|'-' indicator|<block end>)",
        "Baris ini menjorok tidak sama dengan baris sejenis di atasnya, atau teks di atasnya terpotong tanda kutip.",
        "Samakan jorokannya: dua spasi setiap tingkat, dan “- ” di awal setiap butir daftar.",
    ),
    (
        r"block sequence entries are not allowed",
        "Tanda “- ” tidak dapat berdiri di sini.",
        "Tulis daftar pada baris baru di bawah nama isiannya.",
    ),
    (
        r"tab character",
        "Baris ini menjorok dengan tab.",
        "Ganti setiap tab di awal baris dengan dua spasi.",
    ),
    (
        r"cannot start any token",
        "Teks ini diawali tanda yang punya arti khusus (@, %, atau `).",
        f'{_KUTIP}, misalnya "@biro".',
    ),
    (
        r"(unknown escape|hexdecimal|Unicode character escape|parsing a quoted scalar)",
        "Garis miring terbalik di dalam tanda kutip ganda punya arti khusus.",
        "Tulis dua kali (\\\\), atau pakai tanda kutip tunggal.",
    ),
    (
        r"(alphabetic or numeric character)",
        "Tanda & atau * di awal teks punya arti khusus.",
        f'{_KUTIP}, misalnya "*".',
    ),
    (
        r"(block scalar|indentation indicator|chomping|comment or line break)",
        "Sesudah tanda > atau | di awal isian hanya boleh ada baris baru.",
        "Tulis teksnya mulai baris berikut, atau beri tanda kutip bila > atau | adalah bagiannya.",
    ),
    (
        r"<document start>",
        "Baris ini tidak menyambung dengan isi di atasnya.",
        "Samakan jorokannya dengan baris di atasnya, atau periksa kurung { } [ ].",
    ),
    (
        r"(tag|directive|incompatible)",
        "Tanda ! atau % di awal punya arti khusus dan tidak dipakai di sini.",
        f"{_KUTIP}, atau hapus tanda itu.",
    ),
    (
        r"(node content|flow|nesting|depth|recursion)",
        "Isian di baris ini tidak lengkap.",
        "Periksa koma dan kurung { } [ ] di baris ini.",
    ),
)


def colon(line: str, column: int) -> tuple[str, str]:
    """Return what to say where a colon stands that opens nothing: within a text, or in a line out of its column."""
    before, after = line[: column - 1], line[column - 1 :]
    key, found, text = before.partition(": ")
    if not found:
        return (
            "Baris ini menjorok lebih dalam daripada baris sejenis di atasnya, atau isian di atasnya belum selesai.",
            "Samakan jorokannya: dua spasi setiap tingkat.",
        )
    whole = " ".join(f"{text}{after}".split())[:80]
    return (
        "Titik dua di dalam teks membuat baris ini tidak terbaca.",
        f'Beri tanda kutip pada seluruh teks: {key.strip().removeprefix("- ")}: "{whole}".',
    )


def sentence(problem: str, context: str) -> tuple[str, str]:
    """Return (what is wrong, what to do) for a parser's problem and its context."""
    for pattern, pesan, saran in _PROBLEMS:
        if re.search(pattern, problem):
            return pesan, saran
    for pattern, pesan, saran in _PROBLEMS:
        if re.search(pattern, context):
            return pesan, saran
    return (
        "Baris ini tidak dapat dibaca.",
        "Bandingkan dengan baris sejenis: nama isian, titik dua, spasi, lalu isinya; dua spasi setiap tingkat.",
    )
