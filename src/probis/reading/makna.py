"""The words of `Kutipan.sebagai`: what a quotation is taken for."""

from enum import StrEnum


class Makna(StrEnum):
    """Makna (meaning) of a quotation; the same words in the report, the rules over a text and the draft."""

    # The instrument: head, body, closing, head of the annex.
    KOP = "kop"
    JUDUL = "judul"  # the kind of instrument, or the head of a part; `nomor` is the label it carries
    NOMOR = "nomor"
    TENTANG = "tentang"
    JABATAN = "jabatan"  # who decrees: "GUBERNUR NUSA TENGGARA TIMUR,"
    MENIMBANG = "menimbang"
    MENGINGAT = "mengingat"  # a legal basis as printed, whole
    PERATURAN = "peraturan"  # each regulation named anywhere, also amending ones; `induk` is the basis it stands in
    DIKTUM = "diktum"
    BAB = "bab"
    PASAL = "pasal"
    AYAT = "ayat"
    BUTIR = "butir"  # an item under a diktum, article or clause
    MENCABUT = "mencabut"
    TEMPAT = "tempat"
    TANGGAL = "tanggal"
    PENANDA_TANGAN = "penanda tangan"
    JABATAN_PENANDA_TANGAN = "jabatan penanda tangan"
    TEMBUSAN = "tembusan"
    # What the body is to reach; `bagian` tells the list ("arah") from the table ("keterkaitan"), `induk` what it
    # stands under.
    DOKUMEN = "dokumen"  # the plan the cascade is taken from: "RPJMD Provinsi NTT 2018-2023"
    PERIODE = "periode"  # every span of years, wherever it stands
    VISI = "visi"
    MISI = "misi"
    TUJUAN = "tujuan"
    SASARAN = "sasaran"
    INDIKATOR = "indikator"
    STRATEGI = "strategi"
    PROGRAM = "program"
    BILANGAN = "bilangan"  # a number with its word: "5 (lima) area perubahan"; `nomor` is the figure
    AREA = "area"
    TELAAHAN = "telaahan"
    # Mandate and structure.
    DASAR = "dasar"  # the regulation that forms the body
    TUGAS = "tugas"
    FUNGSI = "fungsi"
    UNIT = "unit"  # `induk` is the unit above
    JABATAN_STRUKTUR = "jabatan struktur"  # a head or functional group in the tree
    # The maps.
    JENIS_PETA = "jenis peta"  # one of the kinds that the instrument announces
    DEFINISI = "definisi"
    PENGUMUMAN = "pengumuman"  # a sentence that announces a picture: "digambarkan sebagai berikut"
    GAMBAR = "gambar"  # a picture or drawing that is there
    PROSES = "proses"  # a process with code and name as printed at this place; `nomor` is the code
    SUB_PROSES = "sub proses"
    LINTAS_FUNGSI = "lintas fungsi"
    KELOMPOK = "kelompok"
    PEMILIK = "pemilik"
    PENJELASAN = "penjelasan"
    ALIRAN = "aliran"  # a flow that an explanation tells; `catatan` is its verb, see `parts/penjelasan`
    HUBUNGAN = "hubungan"  # a relation that an explanation tells; `nomor` is its kind in the words of the model
    DARI = "dari"  # who or what a flow or relation comes from; `induk` is the flow or relation
    KE = "ke"  # where it goes to
    PRODUK = "produk"  # what flows
    PIHAK = "pihak"
    # Steps of a SOP.
    SOP = "sop"
    IDENTITAS_SOP = "identitas sop"  # `nomor` is the field: "nomor sop", "tanggal pembuatan" …
    LANGKAH = "langkah"
    PELAKSANA = "pelaksana"
    KELENGKAPAN = "kelengkapan"
    WAKTU = "waktu"
    KELUARAN = "keluaran"  # also of a process in a table; MASUKAN, PEMASOK, PELANGGAN likewise
    MASUKAN = "masukan"
    PEMASOK = "pemasok"
    PELANGGAN = "pelanggan"
    KETERANGAN = "keterangan"
    KEMBALI = "kembali"  # "kembali ke langkah 3": `nomor` is where to, `catatan` when
    LANJUT = "lanjut"  # "jika lengkap lanjut ke langkah 7": likewise, forward
    # What is read and is none of these.
    TANDA = "tanda"  # a mark that belongs to the form; `nomor` is the mark, `catatan` after what it stands
    TEKS = "teks"  # prose of a part that is known, of which nothing more is taken
    DERAU = "derau"  # noise: `catatan` says which
