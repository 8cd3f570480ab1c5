"""Whatever a file holds, reading it raises nothing and says it without a word of pydantic, the parser or Python."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from interchange.broken.table import cases
from probis.interchange.yaml import read, write
from probis.model import Bacaan
from strategies import every_choice

FOREIGN = re.compile(
    r"""\b(input|should|field|required|validation|value\ error|extra|permitted|invalid|valid|mapping|sequence|scalar
    |token|expected|found|while|parsing|scanning|block|anchor|alias|none|null|dict|str|int|float|bool|list|tuple|object
    |traceback|error|exception|pydantic|(?<!\.)yaml|string|integer|enum|literal|instance|character|column|line|module
    |python|class|type|key|keys|missing|cannot|unknown|document|stream|undefined|default)\b|<class|type=|\{'|\bu'""",
    re.IGNORECASE | re.VERBOSE,
)

_BASE = {
    path: re.sub(r"^# .*\n", "", data.decode())
    for files in (
        write(every_choice()),
        *(case.files for case in cases() if case.source in ("isian", "langkah", "aturan")),
    )
    for path, data in files.items()
}

# fmt: off
_SIGNS = (
    "-", ":", "#", ",", "{", "}", "[", "]", "&", "*", "!", "|", ">", "'", '"', "%", "@", "`", "?", "~", "=",
    "<<", "---", "...", "ya", "tidak", "2020-08-14", "12", "-1", "99999999999999999999", "0x1F", "70", "HK",
    "kegiatan", "putusan", "ke", "pilihan", "setelah", "lalu", "paling_banyak", "jawab", "id", "nama",
    "jenis", "sumber", "untuk", "periode", "x",
)
# fmt: on
_BITS = st.sampled_from(_SIGNS) | st.sampled_from(
    ["\t", "\n", "  ", "\n- ", ": ", " #", "\\", '"\\x', "é", "🏛", "\r\n", "\u2028", "", "a" * 400]
)


@st.composite
def _damaged(draw: st.DrawFn) -> dict[str, bytes]:
    """A good or broken folder with some lines taken out, doubled, indented anew, or written into."""
    files = {"instansi.yaml": _BASE["instansi.yaml"]}
    for path in draw(st.lists(st.sampled_from(sorted(_BASE)), min_size=1, max_size=3, unique=True)):
        lines = _BASE[path].split("\n")
        for _ in range(draw(st.integers(0, 5))):
            where = draw(st.integers(0, len(lines) - 1))
            line = lines[where]
            at = draw(st.integers(0, len(line)))
            match draw(st.integers(0, 5)):
                case 0:
                    lines[where : where + 1] = []
                case 1:
                    lines[where:where] = [line]
                case 2:
                    lines[where] = draw(st.sampled_from(["", " ", "  ", "   ", "\t", "- "])) + line.lstrip()
                case 3:
                    lines[where] = line[:at] + draw(_BITS) + line[at:]
                case 4:
                    lines[where] = line.partition(":")[0] + ": " + draw(_BITS)
                case _:
                    lines[where] = line[:at]
            lines = lines or [""]
        files[path] = "\n".join(lines)
    return {path: text.encode() for path, text in files.items()}


def _check(bacaan: Bacaan) -> None:
    for temuan in bacaan.temuan:
        said = f"{temuan.pesan} {temuan.saran}"
        foreign = FOREIGN.search(said)
        assert foreign is None, (foreign, said)
        assert temuan.pesan.endswith("."), said
        assert temuan.saran == "" or temuan.saran.endswith((".", "?")), said
        assert temuan.tempat is not None
        assert len(temuan.pesan) < 400
        # The sentence for an error that nobody has foreseen.
        assert "Bandingkan dengan contoh" not in said


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_damaged())
def test_no_foreign_word_reaches_the_reader(files: dict[str, bytes]) -> None:
    _check(read(files))


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200) | st.text("ab:-#{}[],&*!|>'\"%@`?~ \n\t", max_size=80).map(str.encode))
def test_any_bytes_are_read_without_raising(data: bytes) -> None:
    _check(read({"instansi.yaml": data, "proses.yaml": data, "lintas-fungsi/x.yaml": data}))


@settings(max_examples=100, deadline=None)
@given(st.text("abc./-_\\ ~", max_size=20).map(lambda name: f"{name}.yaml"))
def test_any_file_name_is_taken(path: str) -> None:
    _check(read({path: b"id: a"}))


def test_the_base_holds_none_of_these_words_itself() -> None:
    assert not FOREIGN.search(" ".join(_BASE.values()).replace("yaml", ""))
