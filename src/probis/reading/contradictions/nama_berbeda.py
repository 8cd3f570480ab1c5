"""A process with two names is two processes to whoever reads only one of the places."""

import re
from collections.abc import Iterator, Sequence

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.contradictions._bacaan import at, cite, coded, depth, folded, name, places, said, scanned
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.contradictions._proses import Matcher, Named, explained, matcher
from probis.reading.names import similarity
from probis.rules._aturan import lipat

_PROPOSED = " usulan"  # a mark beside a name in a draft
_TAIL = re.compile(r" (?:pada|secara|setiap|melalui|di|dalam|oleh|sebagai|dengan)(?: |$)")  # when, how, where: no name
_LEADS = re.compile(
    r":$|\s(?:terdiri|meliputi|mencakup|dijabarkan|diuraikan|digambarkan|dilaksanakan|sebagaimana|sebagai berikut)\b"
)
"""What a sentence says after the name of a process, to lead in to what it holds."""
_SAME = 100.0  # only case, marks and abbreviations differ

PEMERIKSAAN = Pemeriksaan(
    "K05",
    Tingkat.PERINGATAN,
    "Satu nama untuk satu proses",
    "Nama yang berbeda antara penjelasan, peta proses, peta sub proses, dan peta lintas fungsi membuat pembaca mengira "
    "ada proses lain. Nama dalam penjelasan dipasangkan dengan nama berkode yang paling mirip.",
)


def check(naskah: Naskah) -> Iterator[Pertentangan]:
    """Yield each further name of a code, and each name of an explanation that only resembles a coded one."""
    first: dict[str, Kutipan] = {}
    for kutipan in (k for k in coded(naskah) if not _LEADS.search(name(k))):
        before = first.setdefault(folded(kutipan.nomor), kutipan)
        there, here = (lipat(name(each)).removesuffix(_PROPOSED) for each in (before, kutipan))
        if scanned(name(before)) == scanned(name(kutipan)) and lipat(name(before)) != lipat(name(kutipan)):
            pesan = f"{kutipan.nomor} di sini {cite(name(kutipan))}, pada {at(before)} {cite(name(before))}: "
            pesan += "tampaknya salah satunya salah terbaca ketika dipindai."
            yield Pertentangan(kutipan, pesan, "Periksa naskah aslinya.", (before,), Tingkat.CATATAN)
        elif there != here and there and here:
            pesan = f"{kutipan.nomor} di sini bernama {cite(name(kutipan))}, pada {at(before)} {cite(name(before))}."
            yield Pertentangan(kutipan, pesan, "Pakai satu nama di semua tempat.", (before,))
    names = explained(naskah)
    match = matcher(naskah)
    least = min((depth(one.nomor) for one in coded(naskah)), default=0)
    for each in names:
        found = match(each.teks)
        in_passing = each.teks[:1].islower()  # small letters speak of the work, not of the process by its name
        same = found is not None and scanned(name(found)) == scanned(each.teks)
        if found is None or in_passing or same or similarity(name(found), _TAIL.split(each.teks)[0]) == _SAME:
            continue
        top = [one for one in coded(naskah) if scanned(name(one)) == scanned(each.teks) and one is not found]
        if top and not _beside(each, names, least, match):
            continue  # the sub process itself is meant
        yield _differs(each, found, top)
        for one in top[:1]:
            pesan = f"{said(one)} bernama sama dengan sebutan {said(found)} ({at(found)}) dalam penjelasan "
            pesan += f"pada {places(each.kutipan)}."
            saran = "Bedakan nama proses dan sub prosesnya."
            yield Pertentangan(one, pesan, saran, (found, *each.kutipan), Tingkat.CATATAN)
    yield from _cased(names)


def _beside(each: Named, names: Sequence[Named], least: int, match: Matcher) -> bool:
    """Whether a name stands in a row with processes of the first level, so that it means one of them itself."""
    rows = {kutipan.induk for kutipan in each.kutipan}
    row = [one for one in names if one is not each and any(kutipan.induk in rows for kutipan in one.kutipan)]
    found = [match(one.teks) for one in row]
    return sum(one is not None and depth(one.nomor) == least for one in found) > 1


def _differs(each: Named, found: Kutipan, top: Sequence[Kutipan]) -> Pertentangan:
    pesan = f"{said(found)} disebut {cite(each.teks)} dalam penjelasan pada {places(each.kutipan)}"
    if top:
        pesan += f", padahal itu nama {top[0].nomor} pada {at(top[0])}"
    return Pertentangan(found, f"{pesan}.", "Pakai satu nama di semua tempat.", (*each.kutipan, *top))


def _cased(names: tuple[Named, ...]) -> Iterator[Pertentangan]:
    for each in names:
        forms: dict[str, Kutipan] = {}
        for kutipan in each.kutipan:
            text = " ".join(kutipan.teks.split())
            forms.setdefault(text[:1].casefold() + text[1:], kutipan)  # a sentence begins with a capital
        if len(forms) > 1:
            before, here = list(forms.values())[:2]
            pesan = f"{cite(here.teks)} ditulis {cite(before.teks)} pada {at(before)}: huruf besarnya tidak sama."
            yield Pertentangan(here, pesan, "Tulis dengan huruf besar yang sama.", (before,), Tingkat.CATATAN)
