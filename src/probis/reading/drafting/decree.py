"""Head, bases, clauses and closing of a text to the body, the decree and the regulations that it names."""

import re
from collections.abc import Iterable

from probis.interchange.yaml.slug import slug
from probis.law.peraturan import Peraturan
from probis.model import (
    BentukKeputusan,
    Diktum,
    Instansi,
    JenisInstansi,
    Keputusan,
    Kutipan,
    Pejabat,
    Periode,
    Sumber,
)
from probis.reading.bagian import Bagian
from probis.reading.drafting.articles import articles as articles_of
from probis.reading.drafting.articles import promulgation
from probis.reading.drafting.sheet import Sheet, capped, day_of, item, name, sentence, signed, text, titled
from probis.reading.makna import Makna
from probis.reading.regulations import Rujukan, known, named

_FORMS = (
    ("gubernur", BentukKeputusan.KEPUTUSAN_GUBERNUR),
    ("bupati", BentukKeputusan.KEPUTUSAN_BUPATI),
    ("wali kota", BentukKeputusan.KEPUTUSAN_WALI_KOTA),
    ("walikota", BentukKeputusan.KEPUTUSAN_WALI_KOTA),
    ("menteri", BentukKeputusan.KEPUTUSAN_MENTERI),
)
_REGULATES = re.compile(r"\bperaturan\b", re.IGNORECASE)
_KINDS = (
    ("sekretariat", JenisInstansi.SEKRETARIAT),
    ("bagian", JenisInstansi.SEKRETARIAT),
    ("biro", JenisInstansi.BIRO),
    ("dinas", JenisInstansi.DINAS),
    ("badan", JenisInstansi.BADAN),
    ("kecamatan", JenisInstansi.KECAMATAN),
    ("kementerian", JenisInstansi.KEMENTERIAN),
    ("lembaga", JenisInstansi.LEMBAGA),
    ("pemerintah provinsi", JenisInstansi.PROVINSI),
    ("pemerintah kabupaten", JenisInstansi.KABUPATEN),
    ("pemerintah kota", JenisInstansi.KOTA),
    ("provinsi", JenisInstansi.PROVINSI),
    ("kabupaten", JenisInstansi.KABUPATEN),
    ("kota", JenisInstansi.KOTA),
)
_SHORT = re.compile(r"\s(?:Sekretariat|Provinsi|Kabupaten|Kota|Kementerian|Daerah Istimewa)\s", re.I)
_YEARS = re.compile(r"((?:19|20|21)\d\d)\s*(?:-|–|—|s\.?/?d\.?|sampai(?:\s+dengan)?)\s*((?:19|20|21)\d\d)")


def decree_name(naskah_kutipan: Iterable[Kutipan], fallback: str) -> str:
    """Return what sources call the decree: its kind, maker and number as its head prints them."""
    held = [kutipan for kutipan in naskah_kutipan if kutipan.bagian == Bagian.KEPALA]
    judul = next((k for k in held if k.sebagai == Makna.JUDUL), None)
    nomor = next((k for k in held if k.sebagai == Makna.NOMOR), None)
    if judul is None:
        return name(fallback)
    number = f" {_number(nomor)}" if nomor is not None else ""
    return name(f"{titled(text(judul.teks))}{' Nomor' if number.strip() else ''}{number}".rstrip())


def _number(kutipan: Kutipan) -> str:
    words = kutipan.nomor or re.sub(r"^\W*nomor\s*:?\s*", "", text(kutipan.teks), flags=re.I)
    return re.sub(r"\s*/\s*", "/", text(words)).strip(" .:")


# The body ------------------------------------------------------------------------------------------------------------


def body(sheet: Sheet, tahun: int) -> Instansi:
    """Return the body whose map it is; `tahun` is taken for its period where the text names no year at all."""
    tentang = sheet.first(Makna.TENTANG, bagian=(Bagian.KEPALA,)) or sheet.first(Makna.TENTANG)
    jabatan = sheet.first(Makna.JABATAN_PENANDA_TANGAN) or sheet.first(Makna.JABATAN) or sheet.first(Makna.KOP)
    nama = _body_name(sheet, tentang)
    sources: list[Sumber] = []
    if nama and tentang is not None:
        sources.append(sheet.source(tentang))
        sheet.became("instansi", tentang)
    else:
        nama = _letterhead(sheet) or (name(_printed(sheet, item(jabatan))) if jabatan is not None else "")
        nama = nama or name(sheet.naskah.nama.rpartition(".")[0]) or "Instansi"
        sources.append(sheet.proposed("nama instansi tidak terbaca pada judul naskah"))
        sheet.missing("instansi", "Nama instansi tidak terbaca pada judul naskah.", tentang)
    jenis = next((kind for word, kind in _KINDS if nama.casefold().startswith(f"{word} ")), JenisInstansi.LAINNYA)
    if jenis is not JenisInstansi.KEMENTERIAN and re.search(r"\bkementerian\s", nama, re.I):
        jenis = JenisInstansi.UNIT_KEMENTERIAN
    cut = _SHORT.search(nama)
    short = nama[: cut.start()].strip() if cut and cut.start() > 3 else ""
    if short.casefold() in ("pemerintah", "pemerintah daerah"):
        short = ""
    periode, said = _period(sheet, tahun)
    sources.append(said)
    tempat = sheet.first(Makna.TEMPAT)
    if tempat is not None:
        sources.append(sheet.source(tempat, untuk=("tempat",)))
        sheet.became("instansi", tempat)
    pejabat = _signer(sheet)
    return Instansi(
        id=slug(nama, 100),
        nama=nama,
        nama_singkat=short,
        jenis=jenis,
        tempat=_printed(sheet, name(item(tempat))) if tempat is not None else "",
        periode=periode,
        pejabat=pejabat,
        sumber=tuple(sources),
    )


def _body_name(sheet: Sheet, tentang: Kutipan | None) -> str:
    if tentang is None:
        return ""
    words = subject(sheet)
    found = re.search(r"peta\s+(?:bisnis\s+)?proses(?:\s+bisnis)?\s*(?:level\s+\d+)?(.*)$", words, re.I)
    rest = found[1] if found else ""
    rest = re.sub(r"^\s*(?:(?:di|pada)\s+lingkungan|pada|di|bagi|untuk)\s+", "", rest, flags=re.I)
    rest = re.sub(
        r"\s*(?:untuk\s+)?(?:periode\s*|tahun\s*)*(?:anggaran\s*)?\(?(?:19|20|21)\d\d\)?\b.*$", "", rest, flags=re.I
    )
    return name(_printed(sheet, rest.strip(" .,;:()")))


def subject(sheet: Sheet) -> str:
    """Return what the instrument is about, over all the lines in which its head prints it."""
    held = [k for k in sheet.of(Makna.TENTANG) if k.bagian == Bagian.KEPALA] or sheet.of(Makna.TENTANG)[:1]
    words = " ".join(text(kutipan.teks) for kutipan in held[:1] + [k for k in held[1:] if k.catatan == "lanjutan"])
    return re.sub(r"^\W*tentang\s*:?\s*", "", words, flags=re.I)[:5000]


def _letterhead(sheet: Sheet) -> str:
    """The body as a letterhead names it: its own name, and whose it is where the line above says so."""
    words = " ".join(_printed(sheet, item(k)) for k in sheet.of(Makna.KOP)[:4] if not k.catatan)
    found = re.search(r"\b(?:dinas|badan|biro|sekretariat|inspektorat|kecamatan|kelurahan|rumah sakit)\b", words, re.I)
    if found is None:
        return ""
    above = re.match(r"pemerintah\s+((?:provinsi|kabupaten|kota)\s.*)$", words[: found.start()].strip(), re.I)
    own = words[found.start() :].strip()
    return name(own if above is None or above[1].casefold() in own.casefold() else f"{own} {above[1]}")


def _printed(sheet: Sheet, words: str) -> str:
    """Return the words as the text prints them elsewhere in small letters, where it prints them in capitals here."""
    if not words or not words.isupper():
        return words
    pattern = re.compile(r"\s+".join(re.escape(word) for word in words.split()), re.I)
    for kutipan in sheet.naskah.kutipan:
        found = pattern.search(kutipan.teks) if len(kutipan.teks) >= len(words) else None
        if found and not found.group().isupper() and found.group()[:1].isupper():
            return " ".join(found.group().split())
    return titled(words)


def _period(sheet: Sheet, tahun: int) -> tuple[Periode, Sumber]:
    """The years of the map: those of the head, else the first of the text; a proposal where it names none.

    Years in considerations and bases are those of other plans and titles.
    """
    held = [
        (kutipan, years)
        for kutipan in sheet.of(Makna.PERIODE)
        if kutipan.bagian not in (Bagian.MENIMBANG, Bagian.MENGINGAT)
        and (years := _YEARS.search(kutipan.teks))
        and years[1] <= years[2]
    ]
    head = [pair for pair in held if pair[0].bagian == Bagian.KEPALA] or held
    if head:
        kutipan, years = head[0]
        return Periode(awal=int(years[1]), akhir=int(years[2])), sheet.source(kutipan, untuk=("periode",))
    for kind in (Makna.TENTANG, Makna.TANGGAL, Makna.NOMOR, Makna.IDENTITAS_SOP):
        for kutipan in sheet.of(kind):
            said = re.sub(r"\bnomor\s+\S+(?:\s+tahun\s+\d{4})?", " ", kutipan.teks, flags=re.I)
            words = said if kind is Makna.TENTANG else kutipan.teks  # the number of an instrument that it changes
            years = re.search(r"(?<!\d)((?:19[5-9]|20|21)\d\d)(?!\d)", words)
            if years:
                sheet.missing("periode", "Masa peta tidak ditemukan; tahun naskah dipakai.", kutipan)
                why = "masa peta tidak tertulis; tahun naskah dipakai"
                return Periode(awal=int(years[1]), akhir=int(years[1])), sheet.proposed(why, ("periode",))
    sheet.missing("periode", "Masa peta tidak ditemukan.")
    return Periode(awal=tahun, akhir=tahun), sheet.proposed("masa peta tidak tertulis", ("periode",))


def _signer(sheet: Sheet) -> Pejabat | None:
    jabatan = sheet.first(Makna.JABATAN_PENANDA_TANGAN) or sheet.first(Makna.JABATAN)
    nama = sheet.first(Makna.PENANDA_TANGAN)
    if jabatan is None and nama is None:
        return None
    office = titled(name(item(jabatan))) if jabatan is not None else ""
    return Pejabat(jabatan=office, nama=signed(nama) if nama is not None else "")


# Regulations ---------------------------------------------------------------------------------------------------------


class Regulations:
    """The regulations that a text names: national ones by their id, others as regulations of the body."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.own: dict[str, Peraturan] = {}
        self.bases: dict[str, list[str]] = {}
        self._first: dict[str, Kutipan] = {}
        provinsi = "provinsi" in " ".join(k.teks.casefold() for k in sheet.of(Makna.KOP, Makna.JABATAN)[:3]) or any(
            "gubernur" in k.teks.casefold() for k in sheet.of(Makna.KOP, Makna.JABATAN)[:3]
        )
        for kutipan in capped(sheet.of(Makna.PERATURAN, Makna.DASAR)):
            for one in named(text(kutipan.teks), whole=True, provinsi=provinsi):
                self._take(one, kutipan)
                if kutipan.sebagai == Makna.PERATURAN and not one.dalam_judul:
                    self.bases.setdefault(kutipan.induk, []).append(one.peraturan.id)
        for kutipan in capped(sheet.of(Makna.MENGINGAT)):  # each regulation is quoted alone, its amendments only here
            for one in named(text(kutipan.teks), whole=True, provinsi=provinsi):
                if one.perubahan:
                    self._take(one, kutipan)

    def _take(self, one: Rujukan, kutipan: Kutipan) -> None:
        id_ = one.peraturan.id
        if kutipan.sebagai != Makna.MENGINGAT:
            self._sheet.became(f"peraturan/{id_}", kutipan)
        for each in one.perubahan:
            self._take(each, kutipan)
        changed = tuple(dict.fromkeys(each.peraturan.id for each in one.perubahan if each.peraturan.id != id_))
        held = self.own.get(id_)
        national = known(one.peraturan)
        if national is not None:
            if set(changed) <= set(national.diubah_oleh):
                return
            held = held or national.model_copy(
                update={"asal": name(f"{self._sheet.acuan} baris {kutipan.baris}")}
            )  # the list knows it, but not all that the text says of it
        if held is None:
            origin = name(f"{self._sheet.acuan} baris {kutipan.baris}")
            self.own[id_] = one.peraturan.model_copy(update={"asal": origin, "diubah_oleh": changed})
        else:
            richer = {
                field: getattr(one.peraturan, field)
                for field in ("tentang", "ln", "tln", "bn", "tanggal")
                if not getattr(held, field) and getattr(one.peraturan, field)
            }
            merged = tuple(dict.fromkeys((*held.diubah_oleh, *changed)))
            self.own[id_] = held.model_copy(update={**richer, "diubah_oleh": merged})

    def of(self, kutipan: Kutipan) -> str | None:
        """Return the id of the regulation that a legal basis cites, without what amends it."""
        return next(iter(self.bases.get(kutipan.id, ())), None)

    def about(self, kutipan: Kutipan) -> tuple[str, ...]:
        """Return the ids of the regulations that a passage names, those in titles of others left out."""
        return tuple(one.peraturan.id for one in named(text(kutipan.teks), whole=True) if not one.dalam_judul)


# The decree ----------------------------------------------------------------------------------------------------------


def decree(sheet: Sheet, regulations: Regulations) -> Keputusan | None:
    """Return the decree, or None where nothing of one can be read."""
    judul = sheet.first(Makna.JUDUL, bagian=(Bagian.KEPALA,))
    maker = sheet.first(Makna.JABATAN_PENANDA_TANGAN) or sheet.first(Makna.JABATAN) or sheet.first(Makna.KOP)
    clauses = tuple(_clauses(sheet))
    nomor = sheet.first(Makna.NOMOR, bagian=(Bagian.KEPALA,)) or sheet.first(Makna.NOMOR)
    tanggal = sheet.first(Makna.TANGGAL, bagian=(Bagian.PENUTUP,)) or sheet.first(Makna.TANGGAL)
    tempat = sheet.first(Makna.TEMPAT)
    tentang = sheet.first(Makna.TENTANG, bagian=(Bagian.KEPALA,)) or sheet.first(Makna.TENTANG)
    if not any((judul, maker, clauses, nomor, tanggal, sheet.of(Makna.PASAL))):
        sheet.missing("keputusan", "Tidak ada kepala, diktum, atau penutup keputusan yang terbaca.")
        return None
    words = " ".join(text(each.teks).casefold() for each in (judul, maker) if each is not None)
    bentuk = next((form for word, form in _FORMS if re.search(rf"\b{word}\b", words)), BentukKeputusan.KEPUTUSAN_KEPALA)
    articles = tuple(articles_of(sheet)) if not clauses else ()
    if articles or (judul is not None and _REGULATES.search(judul.teks)):
        bentuk = BentukKeputusan(bentuk.value.replace("keputusan", "peraturan"))
    day = day_of(text(tanggal.teks)) if tanggal is not None else None
    mengingat = [id_ for k in capped(sheet.of(Makna.MENGINGAT)) if (id_ := regulations.of(k)) is not None]
    menimbang = [s for k in capped(sheet.of(Makna.MENIMBANG)) if (s := sentence(k))]
    tembusan = [s for k in capped(sheet.of(Makna.TEMBUSAN)) if (s := item(k))]
    mencabut = [id_ for k in capped(sheet.of(Makna.MENCABUT)) for id_ in regulations.about(k)]
    for hal, found, pesan in (
        ("nomor", nomor, "Nomor keputusan tidak ditemukan."),
        ("tanggal", day, "Tanggal penetapan tidak ditemukan atau tidak lengkap."),
        ("menimbang", menimbang, "Menimbang tidak ditemukan."),
        ("mengingat", sheet.of(Makna.MENGINGAT), "Mengingat tidak ditemukan."),
        ("diktum", clauses or articles, "Diktum atau pasal tidak ditemukan."),
        ("penanda tangan", sheet.first(Makna.PENANDA_TANGAN), "Penanda tangan tidak ditemukan."),
    ):
        if not found:
            sheet.missing(hal, pesan, judul)
    parts = [*sheet.of(Makna.KOP, Makna.JUDUL, bagian=(Bagian.KEPALA,))]
    parts += sheet.of(Makna.NOMOR, Makna.TENTANG, Makna.TANGGAL, Makna.TEMPAT, Makna.TEMBUSAN, Makna.MENIMBANG)
    parts += sheet.of(
        Makna.MENGINGAT, Makna.MENCABUT, Makna.PENANDA_TANGAN, Makna.JABATAN_PENANDA_TANGAN, Makna.JABATAN
    )
    sheet.became("keputusan", *parts)
    sources = [sheet.source(*(each for each in (judul, nomor, tentang, tanggal) if each is not None))]
    if judul is None or not re.search(r"\b(?:keputusan|peraturan)\b", judul.teks, re.I):
        sources.append(sheet.proposed("bentuk naskah bukan Keputusan, atau judulnya tidak terbaca", ("bentuk",)))
    return Keputusan(
        bentuk=bentuk,
        nomor=name(_number(nomor)) if nomor is not None else "",
        tanggal=day,
        tempat=_printed(sheet, name(item(tempat))) if tempat is not None else "",
        tentang=_printed(sheet, subject(sheet)),
        menimbang=tuple(menimbang),
        mengingat=tuple(dict.fromkeys(mengingat)),
        diktum=clauses,
        pasal=articles,
        mencabut=tuple(dict.fromkeys(mencabut)),
        tembusan=tuple(tembusan),
        penanda_tangan=_signer(sheet),
        pengundangan=promulgation(sheet) if bentuk.peraturan else None,
        sumber=tuple(sources),
    )


def _clauses(sheet: Sheet) -> Iterable[Diktum]:
    """Yield the clauses with their items."""
    for kutipan in capped(sheet.of(Makna.DIKTUM)):
        under = sheet.under(kutipan, Makna.BUTIR)
        sheet.became("keputusan", kutipan, *under)
        bunyi, items = sentence(kutipan), tuple(each for k in under if (each := item(k)))
        if bunyi or items:
            yield Diktum(bunyi=bunyi, butir=items)
