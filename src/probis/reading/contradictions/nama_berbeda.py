"""A process with two names is two processes to whoever reads only one of the places."""

import re
from collections.abc import Iterator, Mapping, Sequence

from probis.model import Kutipan, Naskah, Tingkat
from probis.reading.contradictions._bacaan import at, cite, coded, depth, folded, name, original, places, said, scanned
from probis.reading.contradictions._pertentangan import Pemeriksaan, Pertentangan
from probis.reading.contradictions._proses import Matcher, Named, explained, matcher
from probis.reading.makna import Makna
from probis.reading.names import similarity
from probis.rules._aturan import lipat

_PROPOSED = " usulan"  # a mark beside a name in a draft
_TAIL = re.compile(r" (?:pada|secara|setiap|melalui|di|dalam|oleh|sebagai|dengan)(?: |$)")  # when, how, where: no name
_LEADS = re.compile(
    r":$|\s(?:terdiri|meliputi|mencakup|dijabarkan|diuraikan|digambarkan|dilaksanakan|sebagaimana|sebagai berikut)\b"
)
"""What a sentence says after the name of a process, to lead in to what it holds."""
_LIKE = 60.0  # of 100; below it two names have nothing in common
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
    for kutipan in coded(naskah):
        before = first.setdefault(folded(kutipan.nomor), kutipan)
        printed, own = _alone(before), _alone(kutipan)
        there, here = (lipat(each).removesuffix(_PROPOSED) for each in (printed, own))
        if scanned(printed) == scanned(own) and there != here:
            pesan = f"{kutipan.nomor} di sini {cite(own)}, pada {at(before)} {cite(printed)}: "
            pesan += "tampaknya salah satunya salah terbaca ketika dipindai."
            yield Pertentangan(kutipan, pesan, "Periksa naskah aslinya.", (before,), Tingkat.CATATAN)
        elif there != here and there and here:
            pesan = f"{kutipan.nomor} di sini bernama {cite(own)}, pada {at(before)} {cite(printed)}."
            yield Pertentangan(kutipan, pesan, "Pakai satu nama di semua tempat.", (before,))
    with_code = tuple(_with_code(naskah, first))
    yield from with_code
    told = {each.kutipan.id for each in with_code}
    names = tuple(each for each in explained(naskah) if not any(k.id in told for k in each.kutipan))
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


def _with_code(naskah: Naskah, first: Mapping[str, Kutipan]) -> Iterator[Pertentangan]:
    """Yield each name that an explanation prints beside a code that has another name, or that belongs to another."""
    owners = {scanned(_alone(kutipan)): kutipan for kutipan in reversed(list(first.values()))}
    seen: set[tuple[str, str]] = set()
    for kutipan in original(naskah, Makna.DARI, Makna.KE):
        coded_as = first.get(folded(kutipan.nomor)) if kutipan.nomor and kutipan.nomor != kutipan.teks else None
        key = (folded(kutipan.nomor), lipat(kutipan.teks))
        if coded_as is None or key in seen:
            continue
        seen.add(key)
        own, other = scanned(kutipan.teks), scanned(_alone(coded_as))
        owner = owners.get(own)
        alike = similarity(_alone(coded_as), kutipan.teks)
        if own in other or other in own or (owner is None and not _LIKE <= alike < _SAME):
            continue  # what is not alike at all was taken for a name too hastily
        pesan = f"{kutipan.nomor} disebut {cite(kutipan.teks)} di sini, tetapi bernama {cite(_alone(coded_as))} pada "
        pesan += f"{at(coded_as)}" + (f"; {cite(kutipan.teks)} ialah {owner.nomor}." if owner is not None else ".")
        there = (coded_as,) if owner is None else (coded_as, owner)
        yield Pertentangan(kutipan, pesan, "Samakan kode dan namanya.", there, kata=kutipan.teks)


def _alone(kutipan: Kutipan) -> str:
    """Return the name of a process without what a sentence says after it."""
    return _LEADS.split(name(kutipan))[0].strip()


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
